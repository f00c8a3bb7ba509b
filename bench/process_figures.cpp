// SPDX-License-Identifier: Apache-2.0
#include "bench/process_figures.h"

#include <ctime>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

namespace qiaomen::bench {

namespace {

[[noreturn]] void hasEnded(pid_t pid) {
    throw std::runtime_error("process " + std::to_string(pid) + " has ended before it was measured");
}

double statusMb(pid_t pid, const std::string& what) {
    std::ifstream status("/proc/" + std::to_string(pid) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(what)) return std::stod(line.substr(what.size())) / 1024;
    }
    hasEnded(pid);
}

}  // namespace

double residentMb(pid_t pid) { return statusMb(pid, "VmRSS:"); }

void resetPeak() { std::ofstream("/proc/self/clear_refs") << '5'; }

double peakMb() { return statusMb(::getpid(), "VmHWM:"); }

double cpuSeconds(pid_t pid) {
    double nanoseconds = 0;
    std::error_code ended;
    for (const auto& thread : std::filesystem::directory_iterator("/proc/" + std::to_string(pid) + "/task", ended)) {
        double used = 0;  // the first number; one that ends just now has none
        if (std::ifstream(thread.path() / "schedstat") >> used) nanoseconds += used;
    }
    if (ended) hasEnded(pid);
    return nanoseconds / 1e9;
}

double ownCpuSeconds() {
    timespec used{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

}  // namespace qiaomen::bench
