// SPDX-License-Identifier: Apache-2.0
#include "shared/core/change.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/people.h"

using namespace qiaomen;
using namespace qiaomen::tests;

TEST_CASE("A change names only what is new, and what it replaces", "[change]") {
    FakeClock wall;
    Worker phone(alice, wall);
    const Change first = phone.edits({{"note", "quiet"}, {"status", "open"}});
    CHECK(first.number == 1);
    CHECK_FALSE(first.restores);
    REQUIRE(first.writes.size() == 2);
    CHECK(first.writes[0].base.isNone());

    const Change second = phone.edits({{"note", "quiet"}, {"status", "done"}});
    REQUIRE(second.writes.size() == 1);
    CHECK(second.writes[0] == FieldWrite{visits().status, "done", first.stamp});
}

TEST_CASE("Saving what is there already makes no writes", "[change]") {
    FakeClock wall;
    Worker phone(alice, wall);
    phone.edits("note", "quiet");
    const std::vector<FieldValue> same{{visits().note, "quiet"}, {visits().minutes, {}}};
    CHECK(changeOf(phone.record(), same).writes.empty());
}

TEST_CASE("A deletion names every field its writer saw, emptied ones too", "[change]") {
    FakeClock wall;
    Worker phone(alice, wall);
    const Change first = phone.edits({{"note", "quiet"}, {"status", "open"}});
    const Change emptied = phone.edits("note", Value());
    const Change deletion = removalOf(phone.record());
    CHECK(deletion.kind == Change::Kind::remove);
    REQUIRE(deletion.writes.size() == 2);
    CHECK(deletion.writes[0] == FieldWrite{visits().status, {}, first.stamp});
    CHECK(deletion.writes[1] == FieldWrite{visits().note, {}, emptied.stamp});
}

TEST_CASE("A write to a deleted record restores it, and says every value again", "[change]") {
    FakeClock wall;
    Worker phone(alice, wall);
    phone.edits("note", "quiet");
    phone.deletes();
    const Change back = phone.edits("note", "quiet");
    CHECK(back.restores);
    CHECK(back.writes.size() == 1);
    CHECK(phone.story() == "note=quiet (alice)");
}

TEST_CASE("A save that was stamped anew is the same save, by the moment at which it was made", "[change]") {
    FakeClock wall;
    Worker phone(alice, wall);
    const Change saved = phone.edits({{"note", "fever"}, {"minutes", 20}});
    CHECK(savedTimeOf(saved) == saved.stamp.time);
    Change anew = saved;
    anew.stamp.time = logicalTime(kMorning + 60'000);
    anew.savedTime = saved.stamp.time;
    anew.writes[0].base = {logicalTime(kMorning), bob};
    Change byACopy = anew;
    byACopy.stamp.time = logicalTime(kMorning + 120'000);
    CHECK(savedTimeOf(anew) == saved.stamp.time);
    CHECK(isSameSave(saved, anew));
    CHECK(isSameSave(byACopy, anew));

    Change other = anew;
    SECTION("not in other words") { other.writes[0].value = "well"; }
    SECTION("nor at another moment") { other.savedTime = logicalTime(kMorning + 1); }
    SECTION("nor under another number") { ++other.number; }
    SECTION("nor as somebody else's") { other.stamp.device = bob; }
    CHECK_FALSE(isSameSave(saved, other));
}

TEST_CASE("Changes print with the names of their collection", "[change]") {
    FakeClock wall;
    Worker phone(alice, wall);
    Change change = phone.edits({{"note", "fever"}, {"minutes", 20}});
    CHECK(print(change, collections()) == "write visit " + recordId(1).text() + " {note=\"fever\", minutes=20}");
    CHECK(print(phone.deletes(), collections()) == "remove visit " + recordId(1).text());
    change.collection = CollectionNo{55};
    CHECK(print(change, collections()) == "write collection#55 " + recordId(1).text() + " {#1=\"fever\", #4=20}");
}
