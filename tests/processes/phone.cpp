// SPDX-License-Identifier: Apache-2.0
#include "tests/processes/phone.h"

#include <csignal>
#include <stdexcept>

namespace qiaomen::processes {

using namespace std::chrono_literals;
using nlohmann::json;

namespace {
constexpr auto kPatience = 60s;  // a cold start on a busy machine, not a promise to users
}

void Phone::start(const std::vector<std::string>& arguments) {
    std::filesystem::create_directories(options_.folder);
    std::vector<std::string> command = {options_.program.string(), "--data", data().string(), "--drive"};
    command.insert(command.end(), options_.arguments.begin(), options_.arguments.end());
    command.insert(command.end(), arguments.begin(), arguments.end());
    process_ = std::make_unique<Process>(Process::Options{command, options_.folder / "app.log", options_.environment});
    ask({{"do", "open"}});
}

void Phone::send(const json& command) { process_->writeLine(command.dump()); }

json Phone::answer() {
    const auto line = process_->readLine(kPatience);
    if (!line) throw std::runtime_error("the app did not answer; see " + (options_.folder / "app.log").string());
    return json::parse(*line);
}

json Phone::ask(const json& command, bool mayFail) {
    send(command);
    json reply = answer();
    if (!mayFail && !reply.value("ok", false)) {
        throw std::runtime_error("the app refused " + command.dump() + ": " + reply.value("problem", reply.dump()));
    }
    return reply;
}

void Phone::quit() {
    ask({{"do", "quit"}});
    if (const int code = process_->wait(); code != 0) {
        throw std::runtime_error("the app ended with " + std::to_string(code) + "; see " +
                                 (options_.folder / "app.log").string());
    }
}

void Phone::kill() {
    process_->signal(SIGKILL);
    process_->wait();
}

}  // namespace qiaomen::processes
