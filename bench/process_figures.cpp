// SPDX-License-Identifier: Apache-2.0
#include "bench/process_figures.h"

#include <unistd.h>

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace qiaomen::bench {

namespace {

[[noreturn]] void hasEnded(pid_t pid) {
    throw std::runtime_error("process " + std::to_string(pid) + " has ended before it was measured");
}

}  // namespace

double residentMb(pid_t pid) {
    std::ifstream status("/proc/" + std::to_string(pid) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
    }
    hasEnded(pid);
}

double cpuSeconds(pid_t pid) {
    constexpr int kFieldsBefore = 11;  // between the name in brackets and utime; see proc(5)
    std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
    std::string line;
    if (!std::getline(stat, line)) hasEnded(pid);
    std::istringstream fields(line.substr(line.rfind(')') + 1));
    std::string skipped;
    for (int i = 0; i < kFieldsBefore; ++i) fields >> skipped;
    double user = 0, system = 0;
    fields >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

}  // namespace qiaomen::bench
