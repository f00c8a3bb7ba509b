// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "shared/domain/collections.h"
#include "tests/syncserver/story.h"

using namespace qiaomen;
using namespace qiaomen::tests;

namespace {

struct TwoWorkers : TwoPhones {
    Change zhangWrites(std::string_view field, const Value& value) {
        return zhang.writes(household, kHome, {{field, value}});
    }
    Change liWrites(std::string_view field, const Value& value) {
        return li.writes(household, kHome, {{field, value}});
    }
    /// What the app would show: "李强: phone | 张敏: note", with the state unless it is open.
    std::vector<std::string> notes() {
        std::vector<std::string> all;
        for (const Record& one : centre.conflicts()) {
            std::string line = one.text(conflict.grade) + " " + one.text(conflict.winnerBy) + ": " +
                               one.text(conflict.winnerFields) + " | " + one.text(conflict.loserBy) + ": " +
                               one.text(conflict.loserFields);
            if (one.text(conflict.state) != "open") line += " " + one.text(conflict.state);
            all.push_back(line);
        }
        return all;
    }
    void dismisses(TestPhone& phone) {
        phone.writes(conflict, phone.seesConflict()->id(), {{"state", "seen"}, {"resolved_by", "李强"}});
    }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("Two workers change different fields of one household: both stand, and one calm note says so",
          "[conflict][parallel]") {
    TwoWorkers two;
    two.zhangWrites("note", "有狗");
    two.passes();
    two.liWrites("phone", "19000000012");
    SECTION("the earlier one comes first") {
        two.zhang.syncsAll();
        two.li.syncsAll();
        CHECK(two.notes() == Lines{"parallel 李强: 6 | 张敏: 12"});
    }
    SECTION("the later one comes first") {
        two.li.syncsAll();
        two.zhang.syncsAll();
        CHECK(two.notes() == Lines{"parallel 张敏: 12 | 李强: 6"});
    }
    two.li.syncsAll();
    two.zhang.syncsAll();
    const Record note = two.centre.conflicts().front();
    CHECK(note.reference(conflict.ofRecord) == kHome);
    CHECK(note.integer(conflict.ofCollection) == static_cast<int>(household.number()));
    CHECK(two.zhang.sees(household, kHome).text(household.phone) == "19000000012");
    CHECK(two.li.sees(household, kHome).text(household.note) == "有狗");
    CHECK(two.zhang.sees(conflict, note.id()) == note);
    CHECK(two.li.sees(conflict, note.id()) == note);
}

TEST_CASE("Whoever had read of the other's change makes no note", "[conflict][parallel]") {
    TwoWorkers two;
    two.zhangWrites("note", "有狗");
    two.zhang.syncsAll();
    SECTION("by having synced") {
        two.li.syncsAll();
        two.liWrites("phone", "19000000012");
    }
    SECTION(
        "as its next change tells, which builds on a later one: the answer came, and the place in the log got lost") {
        const Cursor before = two.li.cursor();
        two.zhang.writes(household, kHome, {{"tags", "dog"}});
        two.zhang.syncsAll();
        two.li.syncsAll();
        two.li.writes(household, kHome, {{"tags", "dog two_persons"}, {"phone", "19000000012"}});
        two.li.cursor() = before;
    }
    two.li.syncsAll();
    CHECK(two.notes().empty());
}

TEST_CASE("The same request again makes no second note", "[conflict][parallel]") {
    TwoWorkers two;
    two.zhangWrites("note", "有狗");
    two.liWrites("phone", "19000000012");
    two.zhang.syncsAll();
    two.li.losesTheReply();
    const GridHead once = two.centre.head();
    two.li.losesTheReply();
    CHECK(two.centre.head() == once);
    two.li.syncsAll();
    CHECK(two.notes().size() == 1);
}

TEST_CASE("However many changes each makes, two people have one open note about a household", "[conflict][parallel]") {
    TwoWorkers two;
    two.zhangWrites("note", "有狗");
    two.zhangWrites("quiet_hours", "12:00-14:00");
    two.zhangWrites("note", "狗很大");
    two.liWrites("phone", "19000000012");
    two.liWrites("contact_way", "phone");
    two.liWrites("phone", "19000000034");
    two.zhang.syncsAll();
    two.li.syncsAll();
    CHECK(two.notes() == Lines{"parallel 李强: 6 7 | 张敏: 8 12"});

    SECTION("a third person has an own one with each of the two") {
        TestPhone sun(two.centre, carol, "孙晓红");
        sun.syncsAll();
        const Cursor known = sun.cursor();
        two.zhangWrites("tags", "dog");
        two.zhang.syncsAll();
        sun.writes(household, kHome, {{"head_name", "吴学琳"}});
        CHECK(sun.cursor() == known);
        sun.syncsAll();
        CHECK(two.notes() == Lines{"parallel 李强: 6 7 | 张敏: 5 8 12", "parallel 孙晓红: 3 | 张敏: 5"});
    }
    SECTION("once it was noticed, the next pair has a new one") {
        two.dismisses(two.li);
        two.li.syncsAll();
        two.zhangWrites("tags", "dog");  // Zhang has not synced: phone and contact way are news
        two.zhang.syncsAll();
        CHECK(two.notes() == Lines{"parallel 李强: 6 7 | 张敏: 8 12 seen", "parallel 张敏: 5 | 李强: 6 7"});
    }
}

TEST_CASE("A pair that clashes is a clash, and has no milder note beside it", "[conflict][parallel]") {
    TwoWorkers two;
    two.zhang.writes(household, kHome, {{"note", "有狗"}, {"quiet_hours", "12:00-14:00"}});
    two.passes();
    two.li.writes(household, kHome, {{"note", "门铃坏了"}, {"phone", "19000000012"}});
    two.zhang.syncsAll();
    two.li.syncsAll();
    REQUIRE(two.centre.conflicts().size() == 1);
    CHECK(two.centre.conflicts().front().text(conflict.grade) == "clash");
}

TEST_CASE("Nobody is told of what is nobody's business", "[conflict][parallel]") {
    TwoWorkers two;
    SECTION("a field whose latest value is simply right") {
        two.zhangWrites("card_version", "2026-3");
        two.liWrites("phone", "19000000012");
    }
    SECTION("the same fields, the same values") {
        two.zhangWrites("phone", "19000000012");
        two.liWrites("phone", "19000000012");
    }
    SECTION("facts: everybody's visits stand beside each other") {
        knocks(two.zhang, kVisit);
        knocks(two.li, recordId(4));
    }
    SECTION("different records") {
        two.zhangWrites("note", "有狗");
        two.li.writes(dwelling, kDoor, {{"use", "rented"}});
    }
    two.zhang.syncsAll();
    two.li.syncsAll();
    CHECK(two.notes().empty());
}

TEST_CASE("Two devices of one person are not two people", "[conflict][parallel]") {
    TwoWorkers two;
    TestPhone desk(two.centre, carol, "张敏", "电脑");
    desk.syncsAll();
    two.zhangWrites("note", "有狗");
    desk.writes(household, kHome, {{"phone", "19000000012"}});
    two.zhang.syncsAll();
    desk.syncsAll();
    CHECK(two.notes().empty());
}
