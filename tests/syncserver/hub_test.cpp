// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "shared/domain/collections.h"
#include "tests/syncserver/story.h"

using namespace qiaomen;
using namespace qiaomen::tests;

TEST_CASE("Alice records a visit: the centre has it, says so under its signature, and Bob's phone gets it", "[hub]") {
    TestCentre centre;
    TestPhone zhang(centre, alice, "张敏");
    TestPhone li(centre, bob, "李强");
    registersHome(zhang);
    knocks(zhang, kVisit, "门锁换过了");

    const GridReply reply = zhang.syncs();
    CHECK(reply.refusals.empty());
    CHECK(reply.receipt.lastNumber == 3);
    CHECK(reply.receipt.device == alice);
    CHECK(reply.receipt.head == centre.head().cursor);
    CHECK(reply.receipt.chain == centre.head().chain);
    CHECK(isSignedBy(reply.receipt, centre.folder().publicKey()));
    CHECK(zhang.unsent().empty());

    li.syncsAll();
    CHECK(li.sees(visit, kVisit).text(visit.remark) == "门锁换过了");
    CHECK(li.digest() == centre.head().digest);
    CHECK(zhang.digest() == centre.head().digest);
}

TEST_CASE("What a receipt covers is there after the centre was killed and started again", "[hub]") {
    TestCentre centre;
    TestPhone zhang(centre, alice, "张敏");
    registersHome(zhang);
    const GridReply reply = zhang.syncs();
    centre.restart();
    CHECK(centre.head().cursor == reply.receipt.head);
    CHECK(centre.head().chain == reply.receipt.chain);
    CHECK(centre.read(household, kHome).text(household.headName) == "吴学林");
    CHECK(zhang.syncs().receipt.lastNumber == 2);
}

TEST_CASE("The answer gets lost and the phone asks again: nothing is taken twice", "[hub]") {
    TestCentre centre;
    TestPhone zhang(centre, alice, "张敏");
    registersHome(zhang);
    zhang.losesTheReply();
    const GridHead once = centre.head();
    knocks(zhang, kVisit);  // recorded before the second attempt
    const GridReply reply = zhang.syncs();
    CHECK(reply.receipt.lastNumber == 3);
    CHECK(reply.refusals.empty());
    CHECK(centre.head().cursor.seq == once.cursor.seq + 1);
    CHECK(centre.log().size() == 3);
}

TEST_CASE("A gap in the numbers refuses the whole batch, and nothing of it is taken", "[hub]") {
    TestCentre centre;
    TestPhone zhang(centre, alice, "张敏");
    registersHome(zhang);
    std::vector<Change> batch = zhang.unsent();

    SECTION("the first change is missing") { batch.erase(batch.begin()); }
    SECTION("one in the middle is missing") { batch.back().number = 3; }
    SECTION("the order is wrong") { std::swap(batch.front(), batch.back()); }

    const GridReply reply = zhang.repeats(batch);
    REQUIRE(reply.problem);
    CHECK(reply.problem->fault == Fault::refused);
    CHECK(centre.head().cursor.seq == 0);
    CHECK(centre.log().empty());
    CHECK(zhang.syncs().receipt.lastNumber == 2);  // the right batch goes through afterwards
}

TEST_CASE("A change that breaks a rule is refused alone, with its reason, and blocks nothing", "[hub]") {
    TestCentre centre;
    TestPhone zhang(centre, alice, "张敏");
    registersHome(zhang);
    zhang.writes(household, kHome, {{"register_kind", "martian"}});
    knocks(zhang, kVisit);

    const GridReply reply = zhang.losesTheReply();
    REQUIRE(reply.refusals.size() == 1);
    CHECK(reply.refusals.front().number == 3);
    CHECK(reply.refusals.front().reason.find("household.register_kind") != std::string::npos);
    CHECK(reply.receipt.lastNumber == 4);
    CHECK(centre.read(household, kHome).get(household.registerKind).isNothing());
    CHECK(centre.read(visit, kVisit).isVisible());

    // The answer was lost: the second time says the same, and the change is kept aside once.
    CHECK(zhang.syncs().refusals == reply.refusals);
    CHECK(centre.refused().size() == 1);
    CHECK(centre.refused().front().change.writes.front().value == Value("martian"));
}

TEST_CASE("Two workers edit the note of one household, neither knowing of the other: both values are kept",
          "[hub][conflict]") {
    TestCentre centre;
    TestPhone zhang(centre, alice, "张敏");
    TestPhone li(centre, bob, "李强");
    registersHome(zhang);
    zhang.syncsAll();
    li.syncsAll();

    centre.clock().advance(60'000);
    zhang.writes(household, kHome, {{"note", "耳朵不好，敲门请重一些"}});
    centre.clock().advance(60'000);
    li.writes(household, kHome, {{"note", "平日先打电话"}});
    li.syncs();
    zhang.syncs();  // comes second, and is the earlier one

    CHECK(centre.read(household, kHome).text(household.note) == "平日先打电话");
    REQUIRE(centre.conflicts().size() == 1);
    const Record told = centre.conflicts().front();
    CHECK(told.text(conflict.grade) == "clash");
    CHECK(told.integer(conflict.ofCollection) == static_cast<int>(household.number()));
    CHECK(told.reference(conflict.ofRecord) == kHome);
    CHECK(told.integer(conflict.ofField) == static_cast<int>(household.note));
    CHECK(told.text(conflict.before) == "\"老人独居\"");
    CHECK(told.text(conflict.winner) == "\"平日先打电话\"");
    CHECK(told.text(conflict.winnerBy) == "李强");
    CHECK(told.integer(conflict.winnerAt) == kMorning + 120'000);
    CHECK(told.text(conflict.loser) == "\"耳朵不好，敲门请重一些\"");
    CHECK(told.text(conflict.loserBy) == "张敏");
    CHECK(told.integer(conflict.loserAt) == kMorning + 60'000);
    CHECK(told.text(conflict.state) == "open");

    // Both phones see the same card, and everybody has the same records.
    zhang.syncsAll();
    li.syncsAll();
    REQUIRE(li.seesConflict());
    CHECK(*li.seesConflict() == told);
    CHECK(li.digest() == centre.head().digest);
    CHECK(zhang.digest() == centre.head().digest);

    SECTION("Li resolves it by one tap, and the card is gone for both") {
        li.writes(conflict, told.id(), {{"state", "kept"}, {"resolved_by", "李强"}});
        CHECK(li.syncs().refusals.empty());
        zhang.syncsAll();
        CHECK(zhang.seesConflict() == nullptr);
        CHECK(centre.conflicts().size() == 1);
    }
    SECTION("A third person who had not heard of either makes a second card; the first is not forgotten") {
        TestPhone hall(centre, carol, "王芳");
        Change late{.collection = household.number(), .record = kHome, .stamp = {logicalTime(kMorning + 30'000), carol}};
        late.writes = {{household.note, "有犬", centre.log()[1].change.stamp}};
        hall.sends(late);
        hall.syncs();
        CHECK(centre.conflicts().size() == 2);
        CHECK(centre.conflicts().front().text(conflict.loserBy) == "张敏");
        CHECK(centre.conflicts().back().text(conflict.loserBy) == "王芳");
        CHECK(centre.conflicts().back().text(conflict.before) == "\"老人独居\"");
    }
    SECTION("A device may only say how a conflict was resolved, not rewrite or invent one") {
        li.writes(conflict, told.id(), {{"loser", "\"nothing\""}});
        li.writes(conflict, recordId(77), {{"state", "kept"}});
        li.removes(conflict, told.id());
        CHECK(li.syncs().refusals.size() == 3);
        CHECK(centre.conflicts().front() == told);
    }
}

TEST_CASE("Whoever lost and corrects the own value before hearing of it changes the card instead of adding one",
          "[hub][conflict]") {
    TestCentre centre;
    TestPhone zhang(centre, alice, "张敏");
    TestPhone li(centre, bob, "李强");
    registersHome(zhang);
    zhang.syncsAll();
    li.syncsAll();
    centre.clock().advance(1000);
    zhang.writes(household, kHome, {{"note", "有犬"}});
    centre.clock().advance(1000);
    zhang.writes(household, kHome, {{"note", "有大犬"}});
    const bool together = GENERATE(true, false);
    if (!together) {
        centre.clock().advance(1000);
        li.writes(household, kHome, {{"note", "无犬"}});
        li.syncs();
        const std::vector<Change> both = zhang.unsent();
        zhang.repeats({both.front()});  // the link broke in between
    } else {
        centre.clock().advance(1000);
        li.writes(household, kHome, {{"note", "无犬"}});
        li.syncs();
    }
    zhang.syncs();
    REQUIRE(centre.conflicts().size() == 1);
    CHECK(centre.conflicts().front().text(conflict.winner) == "\"无犬\"");
    CHECK(centre.conflicts().front().text(conflict.loser) == "\"有大犬\"");
    CHECK(centre.conflicts().front().text(conflict.before) == "\"老人独居\"");
}

TEST_CASE(
    "One deletes a household while the other edits it: the edit wins, and the deletion is kept for a person to see",
    "[hub][conflict]") {
    TestCentre centre;
    TestPhone zhang(centre, alice, "张敏");
    TestPhone li(centre, bob, "李强");
    registersHome(zhang);
    zhang.syncsAll();
    li.syncsAll();
    centre.clock().advance(1000);
    zhang.removes(household, kHome);
    centre.clock().advance(1000);
    li.writes(household, kHome, {{"phone", "13900000000"}});

    SECTION("the deletion comes first") {
        zhang.syncs();
        li.syncs();
    }
    SECTION("the edit comes first") {
        li.syncs();
        zhang.syncs();
    }

    CHECK(centre.read(household, kHome).isVisible());
    REQUIRE(centre.conflicts().size() == 1);
    const Record told = centre.conflicts().front();
    CHECK(told.text(conflict.grade) == "removal");
    CHECK(told.text(conflict.winnerBy) == "李强");
    CHECK(told.text(conflict.winner) == "\"13900000000\"");
    CHECK(told.text(conflict.loserBy) == "张敏");
    zhang.syncsAll();
    li.syncsAll();
    CHECK(zhang.digest() == centre.head().digest);
    CHECK(li.digest() == centre.head().digest);
}

TEST_CASE("A phone restored from a backup reuses its numbers: the centre notices, takes nothing, and says so",
          "[hub][fork]") {
    TestCentre centre;
    TestPhone zhang(centre, alice, "张敏");
    registersHome(zhang);
    zhang.syncs();
    Change second = centre.log().back().change;
    second.writes = {{household.note, "另一部手机写的", {}}};
    second.stamp.time = logicalTime(kMorning + 500);
    Change third = second;
    third.number = 3;
    third.stamp.time = logicalTime(kMorning + 501);

    const GridReply reply = zhang.repeats({second, third});
    CHECK(reply.forkAt == 2);
    CHECK(reply.receipt.lastNumber == 2);
    CHECK(reply.tail.empty());
    CHECK(centre.log().size() == 2);
    CHECK(centre.refused().empty());
    CHECK(centre.read(household, kHome).text(household.note) == "老人独居");
}

TEST_CASE("A phone that knows less of itself than the centre is told from which number on", "[hub][fork]") {
    TestCentre centre;
    TestPhone zhang(centre, alice, "张敏");
    registersHome(zhang);
    zhang.syncs();
    GridRequest asked{.grid = centre.grid(), .cursor = zhang.cursor(), .safe = 1};
    CHECK(zhang.asks(asked).forkAt == 2);
    asked.safe = 2;
    CHECK(zhang.asks(asked).forkAt == 0);
}

TEST_CASE("A stamp more than two minutes ahead waits for another one; what came before it is taken", "[hub][clock]") {
    TestCentre centre;
    TestPhone zhang(centre, alice, "张敏");
    registersHome(zhang);
    zhang.syncs();
    const Change last = centre.log().back().change;
    const auto edit = [&](std::uint64_t number, std::int64_t ms) {
        Change change = last;
        change.number = number;
        change.stamp.time = logicalTime(centre.hub().nowMs() + ms);
        change.writes = {{household.note, std::to_string(number), last.stamp}};
        return change;
    };
    const GridReply reply = zhang.repeats({edit(3, 110'000), edit(4, 130'000), edit(5, 140'000)});
    CHECK(reply.clockAhead);
    CHECK(reply.receipt.lastNumber == 3);
    CHECK(reply.receipt.atMs == centre.hub().nowMs());
    CHECK(reply.refusals.empty());
    CHECK(centre.refused().empty());
    CHECK_FALSE(zhang.repeats({edit(4, 120'000)}).clockAhead);
}

TEST_CASE("What was stamped anew after it had been taken is known: its phone is told which stamp it has here",
          "[hub][clock]") {
    TestCentre centre;
    TestPhone zhang(centre, alice, "张敏");
    registersHome(zhang);
    zhang.syncs();
    Change again = centre.log().back().change;
    const Stamp taken = again.stamp;
    again.savedTime = taken.time;
    again.stamp.time = logicalTime(kMorning + 60'000);
    Change next = again;
    next.number = 3;
    next.stamp.time = logicalTime(kMorning + 60'001);
    next.savedTime = LogicalTime::none;
    next.writes = {{household.note, "下一条", again.stamp}};

    const GridReply reply = zhang.repeats({again, next});
    CHECK(reply.knownAs == std::vector<KnownAs>{{2, taken}});
    CHECK(reply.forkAt == 0);
    CHECK(reply.receipt.lastNumber == 2);
    CHECK(reply.tail.empty());
    CHECK(centre.log().size() == 2);
    SECTION("in other words it is another save, and its sender a copy") {
        again.writes.front().value = Value("另一句话");
        CHECK(zhang.repeats({again}).forkAt == 2);
    }
}

TEST_CASE("A cursor never skips a change, however small the pieces it gets", "[hub]") {
    TestCentre centre;
    TestPhone zhang(centre, alice, "张敏");
    TestPhone li(centre, bob, "李强");
    registersHome(zhang);
    for (std::uint8_t n = 10; n < 60; ++n) {
        knocks(zhang, recordId(n));
        if (n % 7 == 0) zhang.syncs();
        if (n % 11 == 0) li.syncsAll();
    }
    zhang.syncs();

    std::uint64_t after = 0;
    std::vector<std::uint64_t> seen;
    for (bool more = true; more;) {
        const Tail tail = must(centre.folder().grids().view(centre.grid()))
                              ->tail(after, bob, {.maxChanges = 3, .maxBytes = 1 << 20});
        for (const LoggedChange& logged : tail.changes) seen.push_back(logged.seq);
        CHECK(tail.upTo > after);
        after = tail.upTo;
        more = tail.more;
    }
    CHECK(seen.size() == 52);
    CHECK(std::ranges::adjacent_find(seen, [](auto a, auto b) { return b != a + 1; }) == seen.end());
    li.syncsAll();
    CHECK(li.digest() == centre.head().digest);
}

TEST_CASE("A small grid is simply told; who followed another history is told so", "[hub]") {
    TestCentre centre;
    TestPhone zhang(centre, alice, "张敏");
    registersHome(zhang);
    zhang.syncs();
    TestPhone li(centre, bob, "李强");

    SECTION("a small grid's log is simply sent") { CHECK_FALSE(li.syncs().snapshotNeeded); }
    SECTION("another epoch: it hears that the history is another one, and nothing else") {
        li.cursor() = {centre.head().cursor.epoch + 1, 1};
        const GridReply reply = li.syncs();
        CHECK(reply.receipt.head.epoch == centre.head().cursor.epoch);
        CHECK(reply.tail.empty());
        CHECK_FALSE(reply.snapshotNeeded);
    }
    SECTION("beyond the end: this centre was set back, and begins another history") {
        const std::uint64_t before = centre.head().cursor.epoch;
        li.cursor() = {before, 99};
        const GridReply reply = li.syncs();
        CHECK(reply.receipt.head.epoch != before);
        CHECK(centre.head().cursor.epoch == reply.receipt.head.epoch);
    }
}

TEST_CASE("A device gets and writes its own grids only, and only as itself", "[hub][access]") {
    TestCentre centre;
    TestPhone zhang(centre, alice, "张敏");
    must(centre.folder().grids().createGrid(gridId(2)));
    registersHome(zhang);

    SECTION("another grid") {
        const auto reply = must(centre.hub().sync(
            zhang.grant(), {alice, "story", {zhang.signs({gridId(2), {}, zhang.unsent()}), {gridId(1), {}, {}}}}));
        REQUIRE(reply.grids.front().problem);
        CHECK(reply.grids.front().problem->fault == Fault::refused);
        CHECK_FALSE(reply.grids.back().problem);
        CHECK(must(centre.folder().grids().view(gridId(2)))->head().cursor.seq == 0);
        CHECK(centre.hub().snapshot(zhang.grant(), gridId(2)).error().fault == Fault::refused);
    }
    SECTION("another device's id") {
        CHECK(centre.hub().sync(zhang.grant(), {bob, "story", {{gridId(1), {}, {}}}}).error().fault == Fault::refused);
    }
    SECTION("a change with another device's stamp") {
        Change foreign = zhang.unsent().front();
        foreign.stamp.device = bob;
        const GridReply reply = zhang.repeats({foreign});
        CHECK(reply.refusals.size() == 1);
        CHECK(centre.log().empty());
    }
    SECTION("a grid that nobody has made") {
        zhang.grant().grids.insert(gridId(3));
        const auto reply = must(
            centre.hub().sync(zhang.grant(), {alice, "story", {zhang.signs({gridId(3), {}, zhang.unsent()})}}));
        CHECK(reply.grids.front().problem->fault == Fault::missing);
    }
    SECTION("the same grid twice in one request") {
        const GridRequest one{gridId(1), {}, {}};
        CHECK(centre.hub().sync(zhang.grant(), {alice, "story", {one, one}}).error().fault == Fault::invalid);
    }
}

TEST_CASE("A newer app's field and collection are kept and passed on", "[hub]") {
    TestCentre centre;
    TestPhone zhang(centre, alice, "张敏");
    TestPhone li(centre, bob, "李强");
    registersHome(zhang);
    Change newer{.collection = household.number(), .record = kHome, .stamp = zhang.clock().now()};
    newer.writes = {{FieldNo{900}, "明天", {}}};
    zhang.sends(newer);
    Change unknown{.collection = CollectionNo{4000}, .record = recordId(9), .stamp = zhang.clock().now()};
    unknown.writes = {{FieldNo{1}, 42, {}}};
    zhang.sends(unknown);
    CHECK(zhang.syncs().refusals.empty());
    li.syncsAll();
    CHECK(li.sees(household, kHome).text(FieldNo{900}) == "明天");
    CHECK(li.digest() == centre.head().digest);
}
