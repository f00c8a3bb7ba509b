// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <random>
#include <thread>

#include "shared/client/sync_client.h"

namespace qiaomen {

/// How the sync is doing, for the screen.
struct SyncState {
    enum class Phase : std::uint8_t {
        idle,      ///< not tried since the start
        syncing,   ///< a round is under way
        upToDate,  ///< the last round went through, everything here is safe
        offline,   ///< the centre cannot be reached; it will be tried again by itself
        problem,   ///< somebody has to do something: see `error`
    };

    Phase phase = Phase::idle;
    std::optional<Error> error;              ///< of the last round, or of its first grid with one
    std::int64_t lastSuccessMs = 0;          ///< by this device's clock; 0: never since the start
    std::int64_t nextTryMs = 0;              ///< when it will try again by itself
    std::map<GridId, GridSyncReport> grids;  ///< of the last round that was answered
    std::vector<GivenGrid> given;            ///< of the same: grids that this device is to hold, too
};

/// Runs rounds on a thread of its own: at once when woken, every half minute while all is well, and after growing, jittered
/// delays while it is not. The screen never waits for it.
///
/// The callback comes on the loop's thread, with every change of state. Stops and joins when it goes out of scope; a request
/// that is under way is interrupted.
class SyncLoop {
public:
    using Callback = std::function<void(const SyncState&)>;

    SyncLoop(SyncClient& client, Transport& transport, ClockSource clock, Callback callback);
    ~SyncLoop();

    void start();
    /// Something was saved, the network came back, or somebody pressed the button: a round begins now.
    void wake();
    /// Returns when the thread has ended.
    void stop();
    [[nodiscard]] SyncState state() const;

private:
    void run();
    std::chrono::milliseconds runRound();
    void tell(SyncState state);
    std::chrono::milliseconds retryDelay();

    SyncClient& client_;
    Transport& transport_;
    ClockSource clock_;
    Callback callback_;

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    bool woken_ = false;
    bool stopping_ = false;
    SyncState state_;
    int failures_ = 0;  ///< in a row; the loop's thread only
    std::minstd_rand jitter_{std::random_device{}()};
    std::thread thread_;
};

}  // namespace qiaomen
