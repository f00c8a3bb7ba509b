// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "shared/client/grid_reader.h"
#include "shared/client/guided_merge.h"
#include "shared/domain/collections.h"
#include "tests/client/neighbourhood.h"

using namespace qiaomen;
using namespace qiaomen::tests;

namespace {

/// Alice and Bob each registered the Zhaos behind 3栋2单元601, without a network; then both have synced.
struct TwiceRegistered : Neighbours {
    Family one, other;

    TwiceRegistered() {
        one = moveIn(alicePhone.store(), "3", "2", "601", {{"赵国强", "19000000012"}});
        clock.advance(60'000);
        other.household = newRecord();
        other.members = {newRecord()};
        bobPhone.sync();
        ok(bobPhone.store().save(std::vector<Edit>{
            {household.number(),
             other.household,
             {{household.dwelling, one.dwelling}, {household.headName, "赵国强"}, {household.note, "有狗"}}},
            {resident.number(),
             other.members[0],
             {{resident.household, other.household},
              {resident.fullName, "赵国强"},
              {resident.relation, "0"},
              {resident.phone, "19000000012"},
              {resident.workUnit, "纺织厂"}}}}));
        settle();
    }
    void settle() {
        for (int round = 0; round < 2; ++round) {
            alicePhone.sync();
            bobPhone.sync();
        }
    }
    static std::unique_ptr<GridReader> reader(Phone& phone) { return ok(GridReader::open(phone.store())); }
    Record pairOf(Phone& phone, const Collection& collection) {
        for (Record& pair : ok(reader(phone)->openDuplicates())) {
            if (pair.integer(duplicate.ofCollection) == static_cast<int>(collection.number())) return pair;
        }
        throw std::runtime_error("no such pair is suggested");
    }
    void merges(Phone& phone, const Collection& collection, const RecordId& stays, const RecordId& goes) {
        const GuidedMerge merge(phone.sees(collection, stays), phone.sees(collection, goes));
        ok(phone.store().save(merge.edits(pairOf(phone, collection), "x")));
    }
    static std::vector<std::string> membersOf(Phone& phone, const RecordId& home) {
        std::vector<std::string> names;
        for (const Record& member : ok(reader(phone)->household(home)).members)
            names.push_back(member.text(resident.fullName) + " " + member.text(resident.workUnit));
        return names;
    }
    static std::size_t homesAt(Phone& phone, const RecordId& dwelling) {
        std::size_t count = 0;
        for (const Door& door : ok(reader(phone)->allDoors())) count += door.dwelling == dwelling ? 1 : 0;
        return count;
    }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("One person registered on two phones becomes one again: what either knew, and every visit, is found with him",
          "[duplicate][redirect]") {
    TwiceRegistered twice;
    Phone& alice = twice.alicePhone;
    Phone& bob = twice.bobPhone;
    CHECK(twice.homesAt(bob, twice.one.dwelling) == 2);
    REQUIRE(ok(twice.reader(alice)->openDuplicates()).size() == 2);
    bob.meets(twice.other.household, "换了门锁");
    const auto before = ok(twice.reader(alice)->counts());
    twice.merges(alice, resident, twice.one.members[0], twice.other.members[0]);
    twice.merges(alice, household, twice.one.household, twice.other.household);
    twice.settle();

    for (Phone* phone : {&alice, &bob}) {
        auto reader = twice.reader(*phone);
        CHECK(ok(reader->openDuplicates()).empty());
        CHECK(twice.homesAt(*phone, twice.one.dwelling) == 1);
        CHECK(twice.membersOf(*phone, twice.one.household) == Lines{"赵国强 纺织厂"});
        const HouseholdView view = ok(reader->household(twice.other.household));  // the old id opens the one that stands
        CHECK(view.household.id() == twice.one.household);
        CHECK(view.household.text(household.note) == "有狗");
        REQUIRE(view.visits.size() == 1);
        CHECK(view.visits[0].text(visit.remark) == "换了门锁");
        CHECK(view.visitCount == 1);
        CHECK(view.merged.size() == 2);
        CHECK(ok(reader->visits(twice.other.household, INT64_MAX, 10)).size() == 1);
        const auto after = ok(reader->counts());
        CHECK(after.households == before.households - 1);
        CHECK(after.residents == before.residents - 1);
        std::size_t found = 0;
        for (const SearchHit& hit : ok(reader->search("赵国强"))) {
            ++found;
            CHECK(hit.household == twice.one.household);
        }
        CHECK(found == 2);  // the person and the household
    }
}

TEST_CASE("Two people merge the two into each other at the same time: both phones show one, the one made first",
          "[duplicate][redirect]") {
    TwiceRegistered twice;
    twice.merges(twice.alicePhone, resident, twice.one.members[0], twice.other.members[0]);
    twice.merges(twice.alicePhone, household, twice.one.household, twice.other.household);
    twice.merges(twice.bobPhone, resident, twice.other.members[0], twice.one.members[0]);
    twice.merges(twice.bobPhone, household, twice.other.household, twice.one.household);
    twice.settle();
    const RecordId first = std::min(twice.one.household, twice.other.household);
    for (Phone* phone : {&twice.alicePhone, &twice.bobPhone}) {
        CHECK(twice.homesAt(*phone, twice.one.dwelling) == 1);
        CHECK(ok(twice.reader(*phone)->household(twice.other.household)).household.id() == first);
        CHECK(ok(twice.reader(*phone)->household(twice.one.household)).members.size() == 1);
    }
}

TEST_CASE("A merge by mistake is undone: both are there again, with what each had", "[duplicate][redirect]") {
    TwiceRegistered twice;
    Phone& alice = twice.alicePhone;
    twice.merges(alice, household, twice.one.household, twice.other.household);
    twice.settle();
    const auto merged = ok(twice.reader(twice.bobPhone)->household(twice.one.household)).merged;
    REQUIRE(merged.size() == 1);
    ok(twice.bobPhone.store().save({undoMerge(merged[0])}));
    twice.settle();
    CHECK(twice.homesAt(alice, twice.one.dwelling) == 2);
    CHECK(twice.membersOf(alice, twice.other.household) == Lines{"赵国强 纺织厂"});
    CHECK(alice.sees(household, twice.other.household).text(household.note) == "有狗");
    for (const Record& pair : ok(twice.reader(alice)->openDuplicates()))
        CHECK(pair.integer(duplicate.ofCollection) == static_cast<int>(resident.number()));
}

TEST_CASE("Not the same: the suggestion is gone from both phones", "[duplicate]") {
    TwiceRegistered twice;
    for (const Record& pair : ok(twice.reader(twice.bobPhone)->openDuplicates()))
        ok(twice.bobPhone.store().save({areDifferent(pair, "bob")}));
    twice.settle();
    CHECK(ok(twice.reader(twice.alicePhone)->openDuplicates()).empty());
    CHECK(twice.homesAt(twice.alicePhone, twice.one.dwelling) == 2);
}

TEST_CASE("Who stays gets what was missing, and of two values the later one, unless somebody chooses", "[duplicate]") {
    Record stays(resident.number(), recordId(1)), goes(resident.number(), recordId(2));
    const Stamp early{logicalTime(kMorning), alice}, late{logicalTime(kMorning + 1000), bob};
    stays.put(resident.fullName, "赵国强", early);
    stays.put(resident.phone, "19000000012", late);
    stays.put(resident.workUnit, "小学", early);
    goes.put(resident.fullName, "赵国强", late);
    goes.put(resident.phone, "19000000034", early);
    goes.put(resident.workUnit, "纺织厂", late);
    goes.put(resident.birthDate, "1960-02-03", early);
    GuidedMerge merge(stays, goes);
    CHECK(merge.fields() == std::vector{resident.birthDate, resident.phone, resident.workUnit});
    CHECK(merge.takesOther(resident.birthDate));
    CHECK_FALSE(merge.takesOther(resident.phone));
    CHECK(merge.takesOther(resident.workUnit));
    merge.take(resident.workUnit, false);
    const auto edits = merge.edits(Record(duplicate.number(), recordId(3)), "张敏");
    REQUIRE(edits.size() == 3);
    CHECK(edits[0].values == std::vector<FieldValue>{{resident.birthDate, "1960-02-03"}});
    CHECK(edits[1].values == std::vector<FieldValue>{{resident.mergedInto, recordId(1)}});
    CHECK(edits[2].values.front().value == Value("merged"));
}
