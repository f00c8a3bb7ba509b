// SPDX-License-Identifier: Apache-2.0
#include "shared/core/merge.h"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>

#include "shared/core/digest.h"
#include "tests/support/generators.h"
#include "tests/support/people.h"

using namespace qiaomen;
using namespace qiaomen::tests;

namespace {

Record folded(const std::vector<Change>& changes) {
    Record record(visits().number(), recordId(1));
    for (const Change& change : changes) (void)merge(record, change, &visits());
    return record;
}

/// The same changes in every order tell the same story.
std::string storyInEveryOrder(std::vector<Change> changes) {
    const auto byStamp = [](const Change& a, const Change& b) { return a.stamp < b.stamp; };
    std::ranges::sort(changes, byStamp);
    const Record first = folded(changes);
    while (std::next_permutation(changes.begin(), changes.end(), byStamp)) {
        const Record other = folded(changes);
        CHECK(other == first);
        CHECK(hashOf(other) == hashOf(first));
        CHECK(story(other) == story(first));
    }
    return story(first);
}

/// One visit that Alice and Bob both have on their phones, and the centre as it hears of their changes.
struct TwoPhones {
    FakeClock wall;
    Worker alice{tests::alice, wall};
    Worker bob{tests::bob, wall};
    Record centre{visits().number(), recordId(1)};
    std::vector<Change> log;

    TwoPhones() {
        const Change first = alice.edits({{"note", "quiet"}, {"status", "open"}, {"opened_by", "Alice"}});
        bob.receives(first);
        push(first);
        wall.advance(60'000);
    }
    MergeResult push(const Change& change) {
        log.push_back(change);
        return merge(centre, change, &visits());
    }
};

}  // namespace

TEST_CASE("Two workers edit different fields of one visit: both edits stay", "[merge]") {
    TwoPhones phones;
    const auto heard = phones.push(phones.alice.edits("note", "fever"));
    const auto heardToo = phones.push(phones.bob.edits("status", "done"));
    CHECK(heard.clashes.empty());
    CHECK(heardToo.clashes.empty());
    CHECK(storyInEveryOrder(phones.log) == "note=fever (alice) status=done (bob) opened_by=Alice (alice)");
}

TEST_CASE("Two workers edit the same field: the later one stays, and a person is shown all three values", "[merge]") {
    TwoPhones phones;
    const Stamp quiet = phones.alice.record().stampOf(visits().note);
    const Change alices = phones.alice.edits("note", "fever");
    phones.wall.advance(1000);
    const Change bobs = phones.bob.edits("note", "moved away");

    SECTION("Bob's later write comes second") {
        CHECK(phones.push(alices).clashes.empty());
        const auto heard = phones.push(bobs);
        REQUIRE(heard.clashes.size() == 1);
        const Clash& clash = heard.clashes.front();
        CHECK(clash.field == visits().note);
        CHECK(clash.winner.value == Value("moved away"));
        CHECK(clash.winnerStamp == bobs.stamp);
        CHECK(clash.loser.value == Value("fever"));
        CHECK(clash.loserStamp == alices.stamp);
        CHECK(clash.base == quiet);
    }
    SECTION("Bob's later write comes first: Alice's loses, and is shown all the same") {
        CHECK(phones.push(bobs).clashes.empty());
        const auto heard = phones.push(alices);
        CHECK_FALSE(heard.changed);
        REQUIRE(heard.clashes.size() == 1);
        CHECK(heard.clashes.front().winner.value == Value("moved away"));
        CHECK(heard.clashes.front().loser.value == Value("fever"));
        CHECK(heard.clashes.front().loserStamp == alices.stamp);
    }
    CHECK(storyInEveryOrder(phones.log) == "note=moved away (bob) status=open (alice) opened_by=Alice (alice)");
}

TEST_CASE("Whoever has seen the other's value and replaces it makes no conflict", "[merge]") {
    TwoPhones phones;
    const Change alices = phones.alice.edits("note", "fever");
    phones.push(alices);
    phones.bob.receives(alices);
    CHECK(phones.push(phones.bob.edits("note", "well again")).clashes.empty());
    CHECK(phones.push(phones.bob.edits("note", "well again, called")).clashes.empty());
    CHECK(storyInEveryOrder(phones.log) == "note=well again, called (bob) status=open (alice) opened_by=Alice (alice)");
}

TEST_CASE("Two workers write the same value: nothing to decide", "[merge]") {
    TwoPhones phones;
    phones.push(phones.alice.edits("status", "done"));
    phones.wall.advance(1000);
    CHECK(phones.push(phones.bob.edits("status", "done")).clashes.empty());
    CHECK(storyInEveryOrder(phones.log) == "note=quiet (alice) status=done (bob) opened_by=Alice (alice)");
}

TEST_CASE("Of a silent field the later reading is simply right", "[merge]") {
    TwoPhones phones;
    phones.push(phones.alice.edits("seen_at", kMorning + 1));
    phones.wall.advance(1000);
    const auto heard = phones.push(phones.bob.edits("seen_at", kMorning + 2));
    CHECK(heard.changed);
    CHECK(heard.clashes.empty());
    CHECK(phones.centre.integer(visits().seenAt) == kMorning + 2);
}

TEST_CASE("A fixed field keeps its first value, in whichever order the two arrive", "[merge]") {
    FakeClock wall;
    Worker alice(tests::alice, wall);
    Worker bob(tests::bob, wall);
    const Change first = alice.edits("opened_by", "Alice");
    wall.advance(1000);
    const Change second = bob.edits("opened_by", "Bob");
    CHECK(storyInEveryOrder({first, second}) == "opened_by=Alice (alice)");

    const auto heard = bob.receives(first);
    CHECK(heard.changed);
    REQUIRE(heard.clashes.size() == 1);
    CHECK(heard.clashes.front().winner.value == Value("Alice"));
    CHECK(heard.clashes.front().loser.value == Value("Bob"));
}

TEST_CASE("A field is emptied on one phone while the other writes it: the emptiness is a value too", "[merge]") {
    TwoPhones phones;
    phones.push(phones.alice.edits("note", "fever"));
    phones.wall.advance(1000);
    const auto heard = phones.push(phones.bob.edits("note", Value()));
    REQUIRE(heard.clashes.size() == 1);
    CHECK(heard.clashes.front().winner.value == Value());
    CHECK(heard.clashes.front().loser.value == Value("fever"));
    CHECK(storyInEveryOrder(phones.log) == "note=- (bob) status=open (alice) opened_by=Alice (alice)");
}

TEST_CASE("Bob deletes a visit later than Alice writes it, without having seen that: the write wins",
          "[merge][removal]") {
    TwoPhones phones;
    const Change alices = phones.alice.edits("note", "fever");
    phones.wall.advance(3'600'000);
    const Change bobs = phones.bob.deletes();

    SECTION("the deletion comes second") {
        CHECK_FALSE(phones.push(alices).removalLost);
        CHECK(phones.push(bobs).removalLost);
    }
    SECTION("the deletion comes first") {
        CHECK_FALSE(phones.push(bobs).removalLost);
        CHECK_FALSE(phones.centre.isVisible());
        CHECK(phones.push(alices).removalLost);
    }
    CHECK(storyInEveryOrder(phones.log) == "note=fever (alice) status=open (alice) opened_by=Alice (alice)");
}

TEST_CASE("A deletion that lost is told once, however often it comes", "[merge][removal]") {
    TwoPhones phones;
    phones.push(phones.alice.edits("note", "fever"));
    const Change deletion = phones.bob.deletes();
    CHECK(phones.push(deletion).removalLost);
    CHECK_FALSE(phones.push(deletion).removalLost);
}

TEST_CASE("Bob deletes what he has seen: it is gone, and a repeat of the old writes does not bring it back",
          "[merge][removal]") {
    TwoPhones phones;
    const Change alices = phones.alice.edits("note", "fever");
    phones.bob.receives(alices);
    phones.push(alices);
    const auto heard = phones.push(phones.bob.deletes());
    CHECK(heard.changed);
    CHECK_FALSE(heard.removalLost);
    CHECK(story(phones.centre) == "deleted");

    const std::vector<Change> old = phones.log;
    for (const Change& change : old) CHECK_FALSE(phones.push(change).removalLost);
    CHECK(story(phones.centre) == "deleted");
    CHECK(storyInEveryOrder(old) == "deleted");
}

TEST_CASE("A phone that slept through a deletion and still has old data changes nothing", "[merge][removal]") {
    TwoPhones phones;
    const Change deletion = phones.alice.deletes();
    phones.push(deletion);
    const Record before = phones.centre;
    for (const Change& change : std::vector(phones.log)) phones.push(change);
    CHECK(phones.centre == before);
    CHECK(story(phones.centre) == "deleted");
}

TEST_CASE("Bob deletes and Alice, who knows it, brings the visit back: no conflict", "[merge][removal]") {
    TwoPhones phones;
    const Change deletion = phones.bob.deletes();
    phones.push(deletion);
    phones.alice.receives(deletion);
    CHECK(phones.alice.story() == "deleted");

    const Change back = phones.alice.edits("status", "open");
    CHECK(back.restores);
    const auto heard = phones.push(back);
    CHECK_FALSE(heard.removalLost);
    CHECK(heard.clashes.empty());
    CHECK(storyInEveryOrder(phones.log) == "note=quiet (alice) status=open (alice) opened_by=Alice (alice)");

    SECTION("and it can be deleted again") {
        phones.push(phones.alice.deletes());
        CHECK(storyInEveryOrder(phones.log) == "deleted");
    }
}

TEST_CASE("Two people delete the same visit: it is deleted, and nobody is asked", "[merge][removal]") {
    TwoPhones phones;
    CHECK_FALSE(phones.push(phones.alice.deletes()).removalLost);
    phones.wall.advance(1000);
    CHECK_FALSE(phones.push(phones.bob.deletes()).removalLost);
    CHECK(phones.centre.removal()->by.device == tests::bob);
    CHECK(storyInEveryOrder(phones.log) == "deleted");
}

TEST_CASE("Two deletions together cover what either has seen, each alone does not", "[merge][removal]") {
    TwoPhones phones;
    const Change note = phones.alice.edits("note", "fever");
    const Change status = phones.bob.edits("status", "done");
    const Change alices = phones.alice.deletes();
    const Change bobs = phones.bob.deletes();
    const Change first = phones.log.front();
    CHECK(storyInEveryOrder({first, note, status, alices}) ==
          "note=fever (alice) status=done (bob) opened_by=Alice (alice)");
    CHECK(storyInEveryOrder({first, note, status, bobs}) ==
          "note=fever (alice) status=done (bob) opened_by=Alice (alice)");
    CHECK(storyInEveryOrder({first, note, status, alices, bobs}) == "deleted");
}

TEST_CASE("A write over a value that the centre refused meets nothing: no conflict", "[merge]") {
    TwoPhones phones;
    phones.alice.edits("minutes", 7000);  // refused there: nobody visits for five days
    const auto heard = phones.push(phones.alice.edits("minutes", 70));
    CHECK(heard.changed);
    CHECK(heard.clashes.empty());
}

TEST_CASE("The same import on two machines makes one record", "[merge]") {
    FakeClock wall;
    Worker alice(tests::alice, wall);
    Worker bob(tests::bob, wall);
    const Change here = alice.edits({{"note", "house 12"}, {"opened_by", "import"}});
    const Change there = bob.edits({{"note", "house 12"}, {"opened_by", "import"}});
    CHECK(storyInEveryOrder({here, there, here}) == "note=house 12 (bob) opened_by=import (alice)");
    CHECK(bob.receives(here).clashes.empty());
}

TEST_CASE("A field from a newer program is merged and kept like any other", "[merge]") {
    TwoPhones phones;
    const FieldNo newer{77};
    Change change{.collection = visits().number(),
                  .record = recordId(1),
                  .stamp = {logicalTime(kMorning + 5), carol},
                  .number = 1};
    change.writes = {{newer, "sits well", {}}};
    CHECK(phones.push(change).changed);
    CHECK(phones.centre.text(newer) == "sits well");

    Change other = change;
    other.stamp.time = logicalTime(kMorning + 6);
    other.writes = {{newer, "stands", {}}};
    CHECK(phones.push(other).clashes.size() == 1);
    CHECK(storyInEveryOrder(phones.log) ==
          "note=quiet (alice) status=open (alice) opened_by=Alice (alice) #77=stands (" + nameOf(carol) + ")");
}

TEST_CASE("A collection this program does not know merges too", "[merge]") {
    FakeClock wall;
    Worker alice(tests::alice, wall);
    Record record(visits().number(), recordId(1));
    CHECK(merge(record, alice.edits("opened_by", "Alice"), nullptr).changed);
    CHECK(merge(record, alice.edits("opened_by", "Alice again"), nullptr).changed);
    CHECK(record.text(visits().openedBy) == "Alice again");
}

TEST_CASE("A deletion that names a field twice, as a broken program might, still merges the same each time",
          "[merge][removal]") {
    TwoPhones phones;
    Change deletion = phones.bob.deletes();
    const Stamp older{logicalTime(1), tests::bob};
    deletion.writes.push_back({visits().note, {}, older});
    phones.push(deletion);
    CHECK_FALSE(phones.push(deletion).changed);
    CHECK(storyInEveryOrder(phones.log) == "deleted");
}

// --- Laws -------------------------------------------------------------------------------------------------------------

TEST_CASE("Law: the record does not depend on the order of changes, nor on repeats", "[merge][law]") {
    CHECK(rc::check("merge is commutative, associative and idempotent", [] {
        const auto changes = *changesOfOneVisit();
        const auto again = *retold(changes);
        const Record record = folded(changes);
        const Record retoldRecord = folded(again);
        RC_ASSERT(retoldRecord == record);
        RC_ASSERT(hashOf(retoldRecord) == hashOf(record));
        RC_ASSERT(retoldRecord.isVisible() == record.isVisible());
        RC_ASSERT(story(retoldRecord) == story(record));
    }));
}

TEST_CASE("Law: folding in what is there already changes nothing and reports nothing changed", "[merge][law]") {
    CHECK(rc::check([] {
        const auto changes = *changesOfOneVisit();
        Record record = folded(changes);
        const Record before = record;
        for (const Change& change : changes) RC_ASSERT_FALSE(merge(record, change, &visits()).changed);
        RC_ASSERT(record == before);
    }));
}

namespace {

/// What a record must come to, said plainly: of each field, the write with the latest stamp (of a fixed field, the earliest).
std::map<FieldNo, std::pair<Stamp, Value>> plainlyMerged(const std::vector<Change>& changes) {
    std::map<FieldNo, std::pair<Stamp, Value>> fields;
    for (const Change& change : changes) {
        if (change.kind == Change::Kind::remove) continue;
        for (const FieldWrite& write : change.writes) {
            auto& [stamp, value] = fields[write.field];
            const bool earlier = change.stamp < stamp;
            const bool wins = stamp.isNone() || (write.field == visits().openedBy ? earlier : !earlier);
            if (wins) std::tie(stamp, value) = std::pair(change.stamp, write.value);
        }
    }
    return fields;
}

/// A record is there when some write of it is later than every deleter saw on that field.
bool plainlyVisible(const std::vector<Change>& changes) {
    const bool removed = std::ranges::any_of(changes,
                                             [](const Change& change) { return change.kind == Change::Kind::remove; });
    std::map<FieldNo, Stamp> seen;
    for (const Change& change : changes) {
        if (change.kind == Change::Kind::write) continue;
        for (const FieldWrite& write : change.writes) seen[write.field] = std::max(seen[write.field], write.base);
    }
    const auto fields = plainlyMerged(changes);
    return std::ranges::any_of(fields,
                               [&](const auto& field) { return !removed || field.second.first > seen[field.first]; });
}

}  // namespace

TEST_CASE("Law: the record is what a plain model says it is", "[merge][law]") {
    CHECK(rc::check([] {
        const auto changes = *changesOfOneVisit();
        const Record record = folded(changes);
        for (const auto& [field, write] : plainlyMerged(changes)) {
            RC_ASSERT(record.stampOf(field) == write.first);
            RC_ASSERT(record.get(field) == write.second);
        }
        RC_ASSERT(record.isVisible() == plainlyVisible(changes));
    }));
}

namespace {

/// Three phones and a centre that write one field at random, sometimes pull, and push in their own order at the end.
struct Afternoon {
    FakeClock wall;
    std::vector<Worker> people{Worker{alice, wall}, Worker{bob, wall}, Worker{carol, wall}};
    std::map<DeviceId, std::vector<Change>> unsent;
    Record centre{visits().number(), recordId(1)};
    std::vector<Change> log;
    std::vector<Clash> clashes;
    std::map<DeviceId, std::size_t> pulledUpTo;

    void write(std::size_t person) {
        const auto text = "said " + std::to_string(written_++);
        unsent[deviceOf(person)].push_back(people[person].edits("note", text));
    }
    void sync(std::size_t person) {
        for (const Change& change : unsent[deviceOf(person)]) {
            const auto heard = merge(centre, change, &visits());
            clashes.insert(clashes.end(), heard.clashes.begin(), heard.clashes.end());
            log.push_back(change);
        }
        unsent[deviceOf(person)].clear();
        for (std::size_t& at = pulledUpTo[deviceOf(person)]; at < log.size(); ++at) people[person].receives(log[at]);
    }
    static DeviceId deviceOf(std::size_t person) { return std::array{alice, bob, carol}.at(person); }

private:
    int written_ = 0;
};

}  // namespace

TEST_CASE("Law: no value disappears unless a later writer had it on the screen or a person is shown it",
          "[merge][law]") {
    CHECK(rc::check([] {
        Afternoon day;
        const int steps = *rc::gen::inRange(1, 25);
        for (int i = 0; i < steps; ++i) {
            day.wall.advance(*rc::gen::inRange(-5, 6));
            const auto person = *rc::gen::inRange<std::size_t>(0, 3);
            *rc::gen::inRange(0, 3) == 0 ? day.sync(person) : day.write(person);
        }
        for (std::size_t round = 0; round < 2; ++round) {
            for (std::size_t person = 0; person < 3; ++person) day.sync(person);
        }
        const auto isShown = [&](const Stamp& stamp) {
            return std::ranges::any_of(day.clashes, [&](const Clash& c) { return c.loserStamp == stamp; });
        };
        for (const Change& change : day.log) {
            const bool stands = day.centre.stampOf(visits().note) == change.stamp;
            const bool known = std::ranges::any_of(
                day.log, [&](const Change& c) { return c.writes.front().base == change.stamp; });
            RC_ASSERT(stands || known || isShown(change.stamp));
        }
        for (const Worker& person : day.people) RC_ASSERT(person.record() == day.centre);
    }));
}

TEST_CASE("Law: people who take turns and sync between are never asked anything", "[merge][law]") {
    CHECK(rc::check([] {
        Afternoon day;
        for (int i = *rc::gen::inRange(1, 15); i > 0; --i) {
            const auto person = *rc::gen::inRange<std::size_t>(0, 3);
            day.sync(person);
            day.write(person);
            day.sync(person);
        }
        RC_ASSERT(day.clashes.empty());
    }));
}
