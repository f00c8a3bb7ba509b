// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/processes/process.h"

namespace qiaomen::processes {

/// A centre as an administrator runs it: the program `qiaomen-server` with a data folder. It can be started, stopped, killed
/// and started again on the same port and data.
class Centre {
public:
    /// `common` are options that every command gets, besides the data folder; `environment` is "NAME=value".
    Centre(std::filesystem::path program, std::filesystem::path folder, std::vector<std::string> common = {},
           std::vector<std::string> environment = {})
        : program_(std::move(program)),
          folder_(std::move(folder)),
          common_(std::move(common)),
          environment_(std::move(environment)) {}

    /// Runs a command of the program on this centre's data ("import", "counts" …) and gives what it prints.
    std::string command(const std::vector<std::string>& arguments) const;

    /// Starts serving, on the port of the last start if there was one, and waits until it listens.
    void start();
    /// Asks it to stop and waits for its end.
    void stop();
    /// Ends it as a power cut would.
    void kill();

    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    [[nodiscard]] std::filesystem::path data() const { return folder_ / "data"; }
    [[nodiscard]] pid_t pid() const { return process_->pid(); }

private:
    [[nodiscard]] Process::Options options(std::vector<std::string> arguments) const;

    std::filesystem::path program_;
    std::filesystem::path folder_;
    std::vector<std::string> common_;
    std::vector<std::string> environment_;
    int port_ = 0;
    std::unique_ptr<Process> process_;
};

}  // namespace qiaomen::processes
