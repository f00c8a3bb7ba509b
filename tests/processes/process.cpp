// SPDX-License-Identifier: Apache-2.0
#include "tests/processes/process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <system_error>

namespace qiaomen::processes {

namespace {

std::array<int, 2> makePipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
    return ends;
}

/// In the child, between fork and exec.
[[noreturn]] void become(const Process::Options& options, int input, int output) {
    dup2(input, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    const int errors = open(options.errors.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (errors >= 0) dup2(errors, STDERR_FILENO);
    for (const std::string& setting : options.environment) putenv(const_cast<char*>(setting.c_str()));
    std::vector<char*> arguments;
    for (const std::string& argument : options.command) arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    execvp(arguments[0], arguments.data());
    _exit(127);
}

}  // namespace

Process::Process(const Options& options) {
    ::signal(SIGPIPE, SIG_IGN);
    const auto in = makePipe();
    const auto out = makePipe();
    pid_ = fork();
    if (pid_ < 0) throw std::system_error(errno, std::generic_category(), "fork");
    if (pid_ == 0) become(options, in[0], out[1]);
    close(in[0]);
    close(out[1]);
    input_ = in[1];
    output_ = out[0];
}

Process::~Process() {
    if (isRunning()) {
        signal(SIGKILL);
        wait();
    }
    close(input_);
    close(output_);
}

void Process::writeLine(const std::string& line) const {
    const std::string bytes = line + '\n';
    for (std::size_t sent = 0; sent < bytes.size();) {
        const ssize_t written = write(input_, bytes.data() + sent, bytes.size() - sent);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0)
            throw std::system_error(errno, std::generic_category(), "the process does not listen any more");
        sent += static_cast<std::size_t>(written);
    }
}

std::optional<std::string> Process::readLine(std::chrono::milliseconds patience) {
    using Clock = std::chrono::steady_clock;
    const auto until = Clock::now() + patience;
    for (;;) {
        if (const auto end = buffer_.find('\n'); end != std::string::npos) {
            std::string line = buffer_.substr(0, end);
            buffer_.erase(0, end + 1);
            return line;
        }
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
        pollfd waiting{output_, POLLIN, 0};
        if (left.count() <= 0 || poll(&waiting, 1, static_cast<int>(left.count())) <= 0) return std::nullopt;
        std::array<char, 4096> bytes{};
        const ssize_t got = read(output_, bytes.data(), bytes.size());
        if (got <= 0) return std::nullopt;
        buffer_.append(bytes.data(), static_cast<std::size_t>(got));
    }
}

void Process::signal(int number) const {
    if (!exitCode_) kill(pid_, number);
}

int Process::wait() {
    int status = 0;
    while (!exitCode_) {
        if (waitpid(pid_, &status, 0) == pid_)
            exitCode_ = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    }
    return *exitCode_;
}

bool Process::isRunning() {
    int status = 0;
    if (!exitCode_ && waitpid(pid_, &status, WNOHANG) == pid_) {
        exitCode_ = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    }
    return !exitCode_;
}

std::string run(const Process::Options& options) {
    Process process(options);
    std::string output;
    while (auto line = process.readLine(std::chrono::minutes(2))) output += *line + '\n';
    if (const int code = process.wait(); code != 0) {
        throw std::runtime_error(options.command.at(0) + " ended with " + std::to_string(code) + "; see " +
                                 options.errors.string());
    }
    return output;
}

}  // namespace qiaomen::processes
