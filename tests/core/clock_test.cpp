// SPDX-License-Identifier: Apache-2.0
#include "shared/core/clock.h"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "tests/support/generators.h"
#include "tests/support/people.h"

using namespace qiaomen;
using namespace qiaomen::tests;

TEST_CASE("A stamp says the wall clock's millisecond, and counts within it", "[clock]") {
    FakeClock wall;
    HybridClock clock(alice, wall.source());
    const Stamp first = clock.now();
    const Stamp second = clock.now();
    CHECK(unixMs(first.time) == kMorning);
    CHECK(counter(first.time) == 0);
    CHECK(counter(second.time) == 1);
    wall.advance(1);
    CHECK(clock.now() == Stamp{logicalTime(kMorning + 1), alice});
}

TEST_CASE("Alice's phone loses its time in a flat battery: her writes still come in order", "[clock]") {
    FakeClock wall;
    HybridClock clock(alice, wall.source());
    const Stamp before = clock.now();
    wall.set(0);
    const Stamp after = clock.now();
    CHECK(after > before);
    CHECK(unixMs(after.time) == kMorning);
}

TEST_CASE("Bob's phone is an hour behind: what he writes over Alice's value is later than hers", "[clock]") {
    FakeClock alices;
    FakeClock bobs(kMorning - 3'600'000);
    HybridClock alice(tests::alice, alices.source());
    HybridClock bob(tests::bob, bobs.source());
    const Stamp hers = alice.now();
    bob.see(hers);
    CHECK(bob.now() > hers);
}

TEST_CASE("More writes than the counter holds in one millisecond run on into the next", "[clock]") {
    FakeClock wall;
    HybridClock clock(alice, wall.source());
    Stamp last = clock.now();
    for (int i = 0; i < 70'000; ++i) {
        const Stamp next = clock.now();
        REQUIRE(next > last);
        last = next;
    }
    CHECK(unixMs(last.time) == kMorning + 1);
}

TEST_CASE("Law: a clock never goes back and is later than all it saw, whatever the wall clock does", "[clock][law]") {
    CHECK(rc::check([] {
        FakeClock wall;
        HybridClock clock(alice, wall.source());
        Stamp latest;
        for (int i = *rc::gen::inRange(1, 60); i > 0; --i) {
            switch (*rc::gen::inRange(0, 3)) {
                case 0:
                    wall.set(*rc::gen::oneOf(rc::gen::inRange<std::int64_t>(kMorning - 5, kMorning + 5),
                                             rc::gen::inRange<std::int64_t>(-1000, kMorning * 2)));
                    break;
                case 1: {
                    const Stamp elsewhere{logicalTime(*rc::gen::inRange<std::int64_t>(1, kMorning * 2)), carol};
                    clock.see(elsewhere);
                    latest = std::max(latest, elsewhere);
                    break;
                }
                default: {
                    const Stamp now = clock.now();
                    RC_ASSERT(now.device == alice);
                    RC_ASSERT(now.time > latest.time);
                    latest = now;
                }
            }
        }
    }));
}

TEST_CASE("Law: every stamp is read as it was printed", "[clock][law]") {
    CHECK(rc::check([] {
        const Stamp stamp = *anyStamp();
        const auto again = stampFromText(print(stamp));
        RC_ASSERT(again.ok());
        RC_ASSERT(*again == stamp);
    }));
}

TEST_CASE("Stamps print as dates, and none as never", "[clock]") {
    CHECK(print(Stamp{logicalTime(kMorning, 3), alice}) == "2026-11-22T08:00:00.000Z+3 by " + alice.text());
    CHECK(print(Stamp{}) == "never");
    CHECK(*stampFromText("never") == Stamp{});
}

TEST_CASE("What is no stamp is refused", "[clock]") {
    const std::string by = " by " + alice.text();
    for (const std::string& text :
         {std::string(), "2026-11-22" + by, "2026-02-30T08:00:00.000Z+0" + by, "2026-11-22T25:00:00.000Z+0" + by,
          "2026-11-22T08:00:00.000Z+65536" + by, "2026-11-22T08:00:00.0Z+0" + by, "1969-12-31T23:59:59.999Z+0" + by,
          "99999-01-01T00:00:00.000Z+0" + by, "2026-11-22T08:00:00.000Z+0" + by + "0",
          " 2026-11-22T08:00:00.000Z+0" + by, std::string("2026-11-22T08:00:00.000Z+0 by alice")}) {
        INFO(text);
        CHECK_FALSE(stampFromText(text).ok());
    }
}
