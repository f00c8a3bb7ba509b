// SPDX-License-Identifier: Apache-2.0
#include "tests/processes/centre.h"

#include <csignal>
#include <stdexcept>

namespace qiaomen::processes {

using namespace std::chrono_literals;

Process::Options Centre::options(std::vector<std::string> arguments) const {
    std::filesystem::create_directories(folder_);
    arguments.insert(arguments.begin(), program_.string());
    arguments.insert(arguments.end(), {"--data", data().string()});
    arguments.insert(arguments.end(), common_.begin(), common_.end());
    return {.command = std::move(arguments), .errors = folder_ / "centre.log", .environment = environment_};
}

std::string Centre::command(const std::vector<std::string>& arguments) const { return run(options(arguments)); }

void Centre::start() {
    process_ = std::make_unique<Process>(options({"serve", "--listen", "127.0.0.1:" + std::to_string(port_)}));
    const auto line = process_->readLine(30s);
    const auto colon = line ? line->rfind(':') : std::string::npos;
    if (!line || line->rfind("listening on ", 0) != 0 || colon == std::string::npos) {
        throw std::runtime_error("the centre did not start; see " + (folder_ / "centre.log").string());
    }
    port_ = std::stoi(line->substr(colon + 1));
}

void Centre::stop() {
    process_->signal(SIGTERM);
    process_->wait();
}

void Centre::kill() {
    process_->signal(SIGKILL);
    process_->wait();
}

}  // namespace qiaomen::processes
