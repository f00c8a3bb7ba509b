// SPDX-License-Identifier: Apache-2.0
#include "shared/core/wire.h"
#include "tests/client/neighbourhood.h"

namespace qiaomen::tests {
namespace {

/// Listens on the way to the centre.
class Listening : public Transport {
public:
    explicit Listening(Transport& way) : way_(way) {}

    Result<std::string> sync(std::string_view request) override {
        heard.push_back(ok(decodeSyncRequest(request)));
        return way_.sync(request);
    }
    Result<std::string> snapshot(const GridId& grid) override { return way_.snapshot(grid); }

    std::vector<SyncRequest> heard;

private:
    Transport& way_;
};

}  // namespace

TEST_CASE("Each request says how many changes still wait on the phone, and nothing when none do", "[sync]") {
    FakeClock clock;
    Centre centre(clock);
    Phone phone(alice, centre, clock);
    for (int i = 0; i < 5; ++i) phone.meets(newRecord());
    Listening way(phone.way());
    SyncClient client(way, {&phone.store()}, "story 1", {.maxChanges = 2});
    ok(client.round());
    REQUIRE(way.heard.size() == 3);
    CHECK(way.heard[0].waiting == 3);
    CHECK(way.heard[1].waiting == 1);
    CHECK(way.heard[2].waiting == 0);
    CHECK(way.heard[2].repairs == 0);
}

TEST_CASE("A phone that had to be repaired says so with its next syncs", "[sync]") {
    FakeClock clock;
    Centre centre(clock);
    Phone phone(alice, centre, clock);
    phone.meets(newRecord());
    phone.sync();
    phone.way().alter = [](SyncReply& reply) { reply.grids.front().digest.low ^= 1; };
    phone.sync();
    phone.way().alter = {};
    Listening way(phone.way());
    SyncClient client(way, {&phone.store()}, "story 1");
    ok(client.round());
    CHECK(way.heard.front().repairs == ok(phone.store().differences()));
    CHECK(way.heard.front().repairs > 0);
}

}  // namespace qiaomen::tests
