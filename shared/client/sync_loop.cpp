// SPDX-License-Identifier: Apache-2.0
#include "shared/client/sync_loop.h"

#include <algorithm>
#include <ranges>

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
    bool listens = false;
    {
        const std::lock_guard lock(mutex_);
        woken_ = true;
        listens = listening_;
    }
    changed_.notify_all();
    if (listens) transport_.endWait();
}

void SyncLoop::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    transport_.endWait();
    transport_.interrupt();
    if (thread_.joinable()) thread_.join();
}

SyncState SyncLoop::state() const {
    const std::lock_guard lock(mutex_);
    return state_;
}

void SyncLoop::run() {
    Lock lock(mutex_);
    const auto mayBegin = [this] { return guests_ == 0 || stopping_; };
    for (changed_.wait(lock, mayBegin); !stopping_; changed_.wait(lock, mayBegin)) {
        woken_ = false;
        inRound_ = true;
        lock.unlock();
        const milliseconds delay = runRound();
        lock.lock();
        inRound_ = false;
        changed_.notify_all();
        rest(lock, delay);
    }
}

void SyncLoop::between(const std::function<void()>& work) {
    Lock lock(mutex_);
    ++guests_;
    const bool inRound = inRound_, listening = listening_;
    lock.unlock();
    changed_.notify_all();
    if (listening) transport_.endWait();
    if (inRound) transport_.interrupt();
    lock.lock();
    changed_.wait(lock, [this] { return !inRound_ && !listening_ && !guestIn_; });
    guestIn_ = true;
    lock.unlock();
    work();
    lock.lock();
    guestIn_ = false;
    --guests_;
    lock.unlock();
    changed_.notify_all();
}

void SyncLoop::rest(Lock& lock, milliseconds delay) {
    const auto isOver = [this] { return woken_ || stopping_; };
    wasTold_ = false;
    if (transport_.isOff()) return changed_.wait(lock, isOver);
    const auto begin = Clock::now();
    const bool mayListen = failures_ == 0;
    while (!isOver()) {
        const auto until = begin + (mayListen && heardWell_ ? milliseconds(tuning::kListeningInterval) : delay);
        if (Clock::now() >= until) return;
        if (guests_ > 0) {
            changed_.wait(lock, [&] { return guests_ == 0 || isOver(); });
        } else if (!mayListen || Clock::now() < listenAt_) {
            changed_.wait_until(lock, mayListen ? std::min(until, listenAt_) : until, isOver);
        } else if (listen(lock)) {
            wasTold_ = true;
            return;
        }
    }
}

bool SyncLoop::listen(Lock& lock) {
    listening_ = true;
    lock.unlock();
    const auto reply = client_.waitForNews();
    lock.lock();
    listening_ = false;
    changed_.notify_all();
    if (guests_ > 0 && !reply) return false;  // ended for a guest: that says nothing about the centre
    hear(reply);
    return reply && reply->kind == WaitReply::Kind::moved;
}

void SyncLoop::hear(const Result<WaitReply>& reply) {
    heardWell_ = reply && reply->kind != WaitReply::Kind::later;
    if (heardWell_) return;
    // A server that starts anew has thousands who were told nothing: they do not come back as one.
    milliseconds pause = reply ? milliseconds(reply->pause) : milliseconds(tuning::kIdleInterval);
    if (!reply && reply.error().fault != Fault::offline) pause = tuning::kDeafPause;
    listenAt_ = Clock::now() + jittered(std::max<milliseconds>(pause, tuning::kFirstRetryDelay));
}

/// Who is told of news and finds none, again and again, is told wrongly: it does not ask for more of that at once.
void SyncLoop::weigh(const SyncReport& report, const std::vector<GivenGrid>& givenBefore) {
    constexpr int kEnough = 2;
    const bool broughtAny = std::ranges::any_of(report.grids, [](const auto& entry) {
        const GridSyncReport& grid = entry.second;
        return grid.received + grid.sent + grid.repaired + grid.snapshots > 0;
    });
    inVain_ = !wasTold_ || broughtAny || report.given != givenBefore ? 0 : inVain_ + 1;
    if (inVain_ < kEnough) return;
    heardWell_ = false;
    listenAt_ = Clock::now() + jittered(tuning::kIdleInterval);
}

milliseconds SyncLoop::runRound() {
    SyncState next = state();
    next.phase = SyncState::Phase::syncing;
    next.nextTryMs = 0;
    tell(next);

    const auto report = client_.round();
    next.error.reset();
    if (report) {
        weigh(*report, next.given);
        next.grids = report->grids;
        next.given = report->given;
        for (const auto& [grid, one] : report->grids) {
            if (one.problem && !next.error) next.error = one.problem;
        }
    } else {
        next.error = report.error();
    }
    milliseconds delay = jittered(tuning::kIdleInterval);
    if (!next.error) {
        failures_ = 0;
        next.phase = SyncState::Phase::upToDate;
        next.lastSuccessMs = clock_();
    } else {
        const bool offline = next.error->fault == Fault::offline;
        next.phase = offline ? SyncState::Phase::offline : SyncState::Phase::problem;
        delay = retryDelay();
    }
    next.nextTryMs = transport_.isOff() ? 0 : clock_() + delay.count();
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
    return jittered(delay);
}

milliseconds SyncLoop::jittered(milliseconds time) {
    std::uniform_real_distribution<double> share(1 - tuning::kRetryJitter, 1 + tuning::kRetryJitter);
    return milliseconds(static_cast<std::int64_t>(static_cast<double>(time.count()) * share(jitter_)));
}

}  // namespace qiaomen
