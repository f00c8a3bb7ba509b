// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <limits>
#include <mutex>
#include <thread>

namespace qiaomen::tests {

/// A bad link: passes bytes between whoever connects to it and a server on this machine, and breaks the connection after so many of
/// them. What was passed before the break has arrived; the rest never does. Passes one connection at a time, which is what one phone
/// makes.
class CuttingProxy {
public:
    static constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();

    /// Bytes that still pass before the link breaks, towards the server and back.
    struct Cut {
        std::uint64_t up = kNever;
        std::uint64_t down = kNever;
    };

    /// Throws std::runtime_error when no port is to be had.
    explicit CuttingProxy(int serverPort);
    ~CuttingProxy();
    CuttingProxy(const CuttingProxy&) = delete;
    CuttingProxy& operator=(const CuttingProxy&) = delete;

    [[nodiscard]] int port() const { return port_; }

    /// From now on; ends the connection there is, so that the next one is counted from its first byte.
    void cutAfter(Cut cut);
    /// Passed since then.
    [[nodiscard]] std::uint64_t up() const { return up_; }
    [[nodiscard]] std::uint64_t down() const { return down_; }

private:
    void run();
    void pass(int phone, int server);
    bool passSome(int from, int to, std::atomic<std::uint64_t>& passed, std::uint64_t most);
    [[nodiscard]] Cut cut();

    int serverPort_;
    int listener_ = -1;
    int port_ = 0;
    int wakeUp_[2] = {-1, -1};  ///< a pipe: ends the wait for bytes
    std::mutex mutex_;
    Cut cut_;
    std::atomic<std::uint64_t> up_ = 0, down_ = 0;
    std::atomic<bool> ending_ = false;
    std::thread thread_;
};

}  // namespace qiaomen::tests
