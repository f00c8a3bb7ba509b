// SPDX-License-Identifier: Apache-2.0
#include "shared/client/sync_loop.h"

#include "tests/client/neighbourhood.h"

namespace qiaomen::tests {
namespace {

using Phase = SyncState::Phase;

/// Collects states and waits for one: no test here sleeps or looks at a clock.
class Watcher {
public:
    void hear(const SyncState& state) {
        const std::lock_guard lock(mutex_);
        states_.push_back(state);
        changed_.notify_all();
    }
    /// The first state after those seen before that is in the phase.
    SyncState waitFor(Phase phase) {
        std::unique_lock lock(mutex_);
        for (;; ++next_) {
            changed_.wait(lock, [&] { return states_.size() > next_; });
            if (states_[next_].phase == phase) return states_[next_++];
        }
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<SyncState> states_;
    std::size_t next_ = 0;
};

struct Loop {
    FakeClock clock;
    Centre centre{clock};
    TempFolder folder;
    std::unique_ptr<LocalStore> store = ok(LocalStore::open(phoneOptions(folder, alice, clock)));
    LoopbackTransport way{centre.hub(), centre.grantFor(alice)};
    SyncClient client{way, {store.get()}, "story 1"};
    Watcher watcher;
    SyncLoop loop{client, way, clock.source(), [this](const SyncState& state) { watcher.hear(state); }};
};

}  // namespace

TEST_CASE("A save that wakes the loop becomes safe without anybody waiting", "[loop]") {
    Loop phone;
    phone.loop.start();
    CHECK(phone.watcher.waitFor(Phase::upToDate).lastSuccessMs == kMorning);
    moveIn(*phone.store, "3", "2", "501", {{"王秀英"}});
    phone.loop.wake();
    const SyncState state = phone.watcher.waitFor(Phase::upToDate);
    CHECK(state.grids.at(kEast).sent == 3);
    CHECK_FALSE(state.error);
    CHECK(ok(phone.store->safety()).onlyHere == 0);
    phone.loop.stop();
}

TEST_CASE("Without a network it says so, waits, and comes back when woken", "[loop]") {
    Loop phone;
    phone.way.connected = false;
    phone.loop.start();
    const SyncState offline = phone.watcher.waitFor(Phase::offline);
    CHECK(offline.error->fault == Fault::offline);
    CHECK(offline.lastSuccessMs == 0);
    CHECK(offline.nextTryMs > kMorning);
    phone.loop.stop();
    phone.way.connected = true;
    phone.loop.start();
    phone.watcher.waitFor(Phase::upToDate);
    phone.loop.stop();
}

TEST_CASE("A problem that needs a person is told as one", "[loop]") {
    Loop phone;
    phone.way.alter = [](SyncReply& reply) { reply.grids[0].receipt.signature[0] ^= 1; };
    phone.loop.start();
    const SyncState state = phone.watcher.waitFor(Phase::problem);
    CHECK(state.error->fault == Fault::refused);
    CHECK(state.error->message.find("signed") != std::string::npos);
    phone.loop.stop();
}

TEST_CASE("Stopping ends the wait at once, and twice is harmless", "[loop]") {
    Loop phone;
    phone.loop.start();
    phone.loop.start();
    phone.watcher.waitFor(Phase::upToDate);
    phone.loop.stop();
    phone.loop.stop();
    CHECK(phone.loop.state().phase == Phase::upToDate);
}

}  // namespace qiaomen::tests
