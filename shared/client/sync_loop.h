// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
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
    std::int64_t nextTryMs = 0;              ///< when it will try again by itself, at the latest; 0: it will not
    std::map<GridId, GridSyncReport> grids;  ///< of the last round that was answered
    std::vector<GivenGrid> given;            ///< of the same: grids that this device is to hold, too
};

/// Runs rounds on a thread of its own: at once when woken, as soon as the centre has news, and after growing, jittered delays while
/// it cannot be reached. The screen never waits for it.
///
/// Between two rounds it listens: one request waits at the centre until a grid goes on there (SyncClient::waitForNews()). Where the
/// centre knows no waiting, has no room for it, or is silent, a round every half minute stands in for it. Nothing at all runs while
/// the way is switched off (Transport::isOff()).
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
    /// Does something, on the calling thread, that the client's stores and way must not be used for by anybody else meanwhile. No round
    /// is under way and nobody listens: what is, is ended first. One after the other where several threads ask.
    void between(const std::function<void()>& work);
    [[nodiscard]] SyncState state() const;

private:
    void run();
    using Clock = std::chrono::steady_clock;
    using Lock = std::unique_lock<std::mutex>;

    /// How long to rest.
    std::chrono::milliseconds runRound();
    /// Comes back when it is time for the next round.
    void rest(Lock& lock, std::chrono::milliseconds delay);
    /// True when there are news.
    bool listen(Lock& lock);
    void hear(const Result<WaitReply>& reply);
    void weigh(const SyncReport& report, const std::vector<GivenGrid>& givenBefore);
    void tell(SyncState state);
    std::chrono::milliseconds retryDelay();
    std::chrono::milliseconds jittered(std::chrono::milliseconds time);

    SyncClient& client_;
    Transport& transport_;
    ClockSource clock_;
    Callback callback_;

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    bool woken_ = false;
    bool stopping_ = false;
    bool listening_ = false;
    bool inRound_ = false;
    bool guestIn_ = false;  ///< somebody's between() is at work
    int guests_ = 0;        ///< how many of them there are, waiting ones included
    SyncState state_;
    // The loop's thread only:
    int failures_ = 0;            ///< in a row
    bool heardWell_ = false;      ///< the last time it listened, the centre answered
    bool wasTold_ = false;        ///< this round is because of news
    int inVain_ = 0;              ///< rounds in a row that were because of news and brought none
    Clock::time_point listenAt_;  ///< not before
    std::minstd_rand jitter_{std::random_device{}()};
    std::thread thread_;
};

}  // namespace qiaomen
