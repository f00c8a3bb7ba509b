// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/processes/process.h"

namespace qiaomen::processes {

/// The app as a worker runs it, with its own data folder, driven through its `--drive` lines (mobile/drive.h): the same forms
/// and controllers as fingers use. It can be closed, killed and started again on the same folder.
class Phone {
public:
    struct Options {
        std::filesystem::path program;
        std::filesystem::path folder;          ///< data and log of this phone
        std::vector<std::string> arguments;    ///< besides --data and --drive
        std::vector<std::string> environment;  ///< "NAME=value", besides this process's own
    };

    explicit Phone(Options options) : options_(std::move(options)) {}

    /// Starts the app; `arguments` count for this start only (an enrolment, say). Throws when it does not answer.
    void start(const std::vector<std::string>& arguments = {});
    /// Sends a command and waits for its answer. Throws std::runtime_error when the app is silent, or when the answer says that
    /// the command failed and `mayFail` is not set.
    nlohmann::json ask(const nlohmann::json& command, bool mayFail = false);
    /// Sends a command whose answer answer() gives later.
    void send(const nlohmann::json& command);
    nlohmann::json answer();
    /// Ends it as its user would.
    void quit();
    /// Ends it as an empty battery would.
    void kill();

    [[nodiscard]] std::filesystem::path data() const { return options_.folder / "data"; }
    [[nodiscard]] pid_t pid() const { return process_->pid(); }

private:
    Options options_;
    std::unique_ptr<Process> process_;
};

}  // namespace qiaomen::processes
