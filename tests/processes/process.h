// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace qiaomen::processes {

/// A real child process with its standard input and output at hand, line by line. What it writes to standard error goes to a
/// file, to be shown when something went wrong. Killed with -9 when the object goes, so that no test leaves anything running.
class Process {
public:
    struct Options {
        std::vector<std::string> command;      ///< program, then its arguments
        std::filesystem::path errors;          ///< file for standard error; appended to
        std::vector<std::string> environment;  ///< "NAME=value", besides this process's own
    };

    explicit Process(const Options& options);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    void writeLine(const std::string& line) const;
    /// The next line of its output without the line break; nothing when it ended or stayed silent for so long.
    std::optional<std::string> readLine(std::chrono::milliseconds patience);

    /// Sends a signal: SIGKILL for a power cut, SIGTERM for a polite end.
    void signal(int number) const;
    /// Waits for the end, and says the exit code (128 + n after signal n).
    int wait();
    [[nodiscard]] bool isRunning();
    [[nodiscard]] pid_t pid() const { return pid_; }

private:
    pid_t pid_ = -1;
    int input_ = -1;
    int output_ = -1;
    std::string buffer_;
    std::optional<int> exitCode_;
};

/// Runs a program to its end and gives its standard output. Throws std::runtime_error with its errors when it fails.
std::string run(const Process::Options& options);

}  // namespace qiaomen::processes
