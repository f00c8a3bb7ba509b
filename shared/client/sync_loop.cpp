// SPDX-License-Identifier: Apache-2.0
#include "shared/client/sync_loop.h"

#include <algorithm>

namespace qiaomen {

using std::chrono::milliseconds;

SyncLoop::SyncLoop(SyncClient& client, Transport& transport, ClockSource clock, Callback callback)
    : client_(client), transport_(transport), clock_(std::move(clock)), callback_(std::move(callback)) {}

SyncLoop::~SyncLoop() { stop(); }

void SyncLoop::start() {
    const std::lock_guard lock(mutex_);
    if (thread_.joinable()) return;
    stopping_ = false;
    thread_ = std::thread([this] { run(); });
}

void SyncLoop::wake() {
    {
        const std::lock_guard lock(mutex_);
        woken_ = true;
    }
    changed_.notify_all();
}

void SyncLoop::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    transport_.interrupt();
    if (thread_.joinable()) thread_.join();
}

SyncState SyncLoop::state() const {
    const std::lock_guard lock(mutex_);
    return state_;
}

void SyncLoop::run() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        woken_ = false;
        lock.unlock();
        const milliseconds delay = runRound();
        lock.lock();
        changed_.wait_for(lock, delay, [this] { return woken_ || stopping_; });
    }
}

milliseconds SyncLoop::runRound() {
    SyncState next = state();
    next.phase = SyncState::Phase::syncing;
    next.nextTryMs = 0;
    tell(next);

    const auto report = client_.round();
    next.error.reset();
    if (report) {
        next.grids = report->grids;
        next.given = report->given;
        for (const auto& [grid, one] : report->grids) {
            if (one.problem && !next.error) next.error = one.problem;
        }
    } else {
        next.error = report.error();
    }
    milliseconds delay = tuning::kIdleInterval;
    if (!next.error) {
        failures_ = 0;
        next.phase = SyncState::Phase::upToDate;
        next.lastSuccessMs = clock_();
    } else {
        const bool offline = next.error->fault == Fault::offline;
        next.phase = offline ? SyncState::Phase::offline : SyncState::Phase::problem;
        delay = retryDelay();
    }
    next.nextTryMs = clock_() + delay.count();
    tell(next);
    return delay;
}

void SyncLoop::tell(SyncState state) {
    {
        const std::lock_guard lock(mutex_);
        if (stopping_) return;
        state_ = state;
    }
    if (callback_) callback_(state);
}

milliseconds SyncLoop::retryDelay() {
    constexpr int kEnough = 16;  // doublings; the longest delay is reached long before
    const milliseconds first = tuning::kFirstRetryDelay;
    const milliseconds longest = tuning::kLongestRetryDelay;
    const milliseconds delay = std::min<milliseconds>(longest, first * (1LL << std::min(failures_, kEnough)));
    ++failures_;
    std::uniform_real_distribution<double> share(1 - tuning::kRetryJitter, 1 + tuning::kRetryJitter);
    return milliseconds(static_cast<std::int64_t>(static_cast<double>(delay.count()) * share(jitter_)));
}

}  // namespace qiaomen
