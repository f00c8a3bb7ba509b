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

/// A way on which somebody tells of news as the test says, and that can be switched off.
class ToldTransport : public LoopbackTransport {
public:
    using LoopbackTransport::LoopbackTransport;

    /// Blocks until say() or endWait().
    Result<WaitReply> wait(const WaitRequest& request) override {
        std::unique_lock lock(mutex_);
        asked.push_back(request);
        changed_.notify_all();
        changed_.wait(lock, [&] { return answer_ || ended_; });
        ended_ = false;
        return std::exchange(answer_, std::nullopt).value_or(WaitReply{});
    }
    void endWait() override {
        const std::lock_guard lock(mutex_);
        ended_ = true;
        changed_.notify_all();
    }
    [[nodiscard]] bool isOff() const override { return off; }

    void say(const Result<WaitReply>& reply) {
        const std::lock_guard lock(mutex_);
        answer_ = reply;
        changed_.notify_all();
    }
    /// Blocks until somebody has asked so often.
    void untilAsked(std::size_t times) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return asked.size() >= times; });
    }

    std::vector<WaitRequest> asked;
    std::atomic<bool> off = false;

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<Result<WaitReply>> answer_;
    bool ended_ = false;
};

/// A phone that listens.
struct ListeningLoop {
    FakeClock clock;
    Centre centre{clock};
    TempFolder folder;
    std::unique_ptr<LocalStore> store = ok(LocalStore::open(phoneOptions(folder, alice, clock)));
    ToldTransport way{centre.hub(), centre.grantFor(alice)};
    SyncClient client{way, {store.get()}, "story 1"};
    Watcher watcher;
    SyncLoop loop{client, way, clock.source(), [this](const SyncState& state) { watcher.hear(state); }};
};

constexpr WaitReply kMoved{WaitReply::Kind::moved, {}};

}  // namespace

TEST_CASE("While all is well the phone listens, and fetches what another wrote as soon as it is told", "[loop][wait]") {
    ListeningLoop phone;
    Phone bobs(bob, phone.centre, phone.clock);
    phone.loop.start();
    phone.way.untilAsked(1);
    const auto family = moveIn(bobs.store(), "3", "2", "501", {{"王秀英"}});
    bobs.sync();
    phone.way.say(kMoved);
    phone.way.untilAsked(2);
    CHECK_FALSE(ok(phone.store->read(household.number(), family.household)).isNew());
    CHECK(phone.way.asked.back().grids.front() == KnownGrid{kEast, ok(phone.store->cursor())});
    phone.loop.stop();
}

TEST_CASE("A save ends the listening and goes out at once; then the phone listens for what comes after it",
          "[loop][wait]") {
    ListeningLoop phone;
    phone.loop.start();
    phone.way.untilAsked(1);
    moveIn(*phone.store, "3", "2", "501", {{"王秀英"}});
    phone.loop.wake();
    phone.way.untilAsked(2);
    CHECK(ok(phone.store->safety()).onlyHere == 0);
    CHECK(phone.way.asked[1].grids.front().cursor != phone.way.asked[0].grids.front().cursor);
    phone.loop.stop();
}

TEST_CASE("A centre that always tells of news, and never has any, is not listened to for a while", "[loop][wait]") {
    ListeningLoop phone;
    phone.loop.start();
    for (int told = 1; told <= 2; ++told) {
        phone.way.untilAsked(static_cast<std::size_t>(told));
        phone.way.say(kMoved);
    }
    for (int round = 0; round < 3; ++round) phone.watcher.waitFor(Phase::upToDate);
    phone.loop.wake();
    phone.watcher.waitFor(Phase::upToDate);
    phone.loop.wake();
    phone.watcher.waitFor(Phase::upToDate);
    phone.loop.stop();
    CHECK(phone.way.asked.size() == 2);
}

TEST_CASE("A centre that knows no waiting, has no room or breaks off is asked by the interval instead",
          "[loop][wait]") {
    for (const Result<WaitReply>& reply :
         {Result<WaitReply>(Error{Fault::missing, "there is nothing here"}),
          Result<WaitReply>(WaitReply{WaitReply::Kind::later, std::chrono::seconds(30)}),
          Result<WaitReply>(Error{Fault::offline, "no answer"})}) {
        ListeningLoop phone;
        phone.loop.start();
        phone.way.untilAsked(1);
        phone.way.say(reply);
        phone.watcher.waitFor(Phase::upToDate);
        phone.loop.wake();
        phone.watcher.waitFor(Phase::upToDate);
        phone.loop.stop();
        CHECK(phone.way.asked.size() == 1);
    }
}

TEST_CASE("While the way is switched off nothing is tried again by itself, and a wake begins anew", "[loop][wait]") {
    ListeningLoop phone;
    phone.way.off = true;
    phone.way.connected = false;
    phone.loop.start();
    CHECK(phone.watcher.waitFor(Phase::offline).nextTryMs == 0);
    phone.way.off = false;
    phone.way.connected = true;
    phone.loop.wake();
    CHECK(phone.watcher.waitFor(Phase::upToDate).nextTryMs > 0);
    phone.loop.stop();
}

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

TEST_CASE("What is done between two rounds meets neither a round nor somebody who listens", "[loop]") {
    ListeningLoop phone;
    std::atomic<bool> inside = false;
    std::atomic<int> met = 0;
    phone.way.alter = [&](SyncReply&) { met += inside ? 1 : 0; };
    phone.loop.start();
    phone.way.untilAsked(1);  // it listens, and nobody says anything
    for (int time = 0; time < 20; ++time) {
        phone.loop.between([&] {
            inside = true;
            phone.loop.wake();
            moveIn(*phone.store, "3", "2", std::to_string(100 + time), {{"王秀英"}});
            inside = false;
        });
    }
    CHECK(met == 0);
    // Then it goes on: everything that was saved meanwhile gets through.
    while (ok(phone.store->safety()).onlyHere > 0) phone.watcher.waitFor(Phase::upToDate);
    CHECK(ok(phone.store->safety()).safe == 60);
}

TEST_CASE("The loop ends while somebody works between two rounds, and without it the work is done as well", "[loop]") {
    Loop phone;
    int done = 0;
    phone.loop.between([&] { ++done; });  // not started
    phone.loop.start();
    phone.watcher.waitFor(Phase::upToDate);
    phone.loop.between([&] { phone.loop.stop(); });
    phone.loop.between([&] { ++done; });
    CHECK(done == 2);
}

}  // namespace qiaomen::tests
