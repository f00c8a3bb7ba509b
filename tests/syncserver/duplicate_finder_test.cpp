// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "shared/domain/collections.h"
#include "syncserver/duplicate_scan.h"
#include "syncserver/verify.h"
#include "tests/syncserver/story.h"

using namespace qiaomen;
using namespace qiaomen::tests;

namespace {

struct TwoWorkers : TwoPhones {
    /// "birth_date 90 open": of every pair that the centre knows of.
    std::vector<std::string> pairs() {
        std::vector<std::string> all;
        must(centre.folder().grids().view(centre.grid()))->forEachRecord([&](Record&& one) {
            if (one.collection() != duplicate.number()) return;
            all.push_back(one.text(duplicate.reason) + " " + std::to_string(one.integer(duplicate.score)) + " " +
                          one.text(duplicate.state));
        });
        return all;
    }
    RecordId pair() {
        RecordId id;
        must(centre.folder().grids().view(centre.grid()))->forEachRecord([&](Record&& one) {
            if (one.collection() == duplicate.number()) id = one.id();
        });
        return id;
    }
};

using Lines = std::vector<std::string>;
constexpr RecordId kWang = recordId(11), kWangAgain = recordId(12), kThird = recordId(13);

void registers(TestPhone& phone, const RecordId& id, std::string_view name, std::string_view born = "") {
    if (born.empty())
        phone.writes(resident, id, {{"household", kHome}, {"name", name}});
    else
        phone.writes(resident, id, {{"household", kHome}, {"name", name}, {"birth_date", born}});
}

}  // namespace

TEST_CASE("Two workers register the same person offline: the centre suggests it to both, once", "[duplicate]") {
    TwoWorkers two;
    registers(two.zhang, kWang, "王芳", "1980-01-01");
    registers(two.li, kWangAgain, "王芳", "1980-01-01");
    two.zhang.syncsAll();
    CHECK(two.pairs().empty());
    two.li.losesTheReply();
    two.li.syncsAll();
    two.zhang.syncsAll();
    REQUIRE(two.pairs() == Lines{"birth_date 90 open"});
    const Record& seen = two.zhang.sees(duplicate, two.pair());
    CHECK(seen.reference(duplicate.first) == kWang);
    CHECK(seen.reference(duplicate.second) == kWangAgain);
    CHECK(seen == two.li.sees(duplicate, two.pair()));
    CHECK(two.zhang.digest() == two.centre.head().digest);
}

TEST_CASE("Twice in one batch is found too, and what is learnt later makes a surer suggestion", "[duplicate]") {
    TwoWorkers two;
    registers(two.zhang, kWang, "王芳");
    registers(two.zhang, kWangAgain, "王芳");
    two.zhang.syncsAll();
    CHECK(two.pairs() == Lines{"dwelling 70 open"});
    two.zhang.writes(resident, kWang, {{"phone", "19000000012"}});
    two.zhang.writes(resident, kWangAgain, {{"phone", "19000000012"}});
    two.zhang.syncsAll();
    CHECK(two.pairs() == Lines{"phone 85 open"});
}

TEST_CASE("Who was said to be somebody else is not suggested again", "[duplicate]") {
    TwoWorkers two;
    registers(two.zhang, kWang, "王芳");
    registers(two.zhang, kWangAgain, "王芳");
    two.zhang.syncsAll();
    two.zhang.writes(duplicate, two.pair(), {{"state", "different"}, {"decided_by", "张敏"}});
    two.zhang.writes(resident, kWang, {{"phone", "19000000012"}});
    two.zhang.writes(resident, kWangAgain, {{"phone", "19000000012"}});
    two.zhang.syncsAll();
    CHECK(two.pairs() == Lines{"dwelling 70 different"});
    registers(two.zhang, kThird, "王芳");
    two.zhang.syncsAll();
    CHECK(two.pairs().size() == 3);  // the third person may be either of the two
}

TEST_CASE("A suggestion is the centre's: a phone decides it, and says nothing else of it", "[duplicate]") {
    TwoWorkers two;
    registers(two.zhang, kWang, "王芳");
    registers(two.zhang, kWangAgain, "王芳");
    two.zhang.syncsAll();
    two.zhang.writes(duplicate, two.pair(), {{"score", 3}});
    const GridReply reply = two.zhang.syncs();
    REQUIRE(reply.refusals.size() == 1);
    CHECK(reply.refusals.front().reason.find("only state and decided_by") != std::string::npos);
}

TEST_CASE("One household registered twice behind one door is suggested; the neighbours are not", "[duplicate]") {
    TwoWorkers two;
    two.li.writes(household, recordId(21), {{"dwelling", kDoor}, {"head_name", "吴学林"}});
    two.li.writes(household, recordId(22), {{"dwelling", kDoor}, {"head_name", "李大爷"}});
    two.li.syncsAll();
    CHECK(two.pairs() == Lines{"dwelling 90 open"});
}

TEST_CASE("Who writes to a record that was merged meanwhile is heard: a note stands beside the merge",
          "[duplicate][parallel]") {
    TwoWorkers two;
    registers(two.zhang, kWang, "王芳");
    registers(two.zhang, kWangAgain, "王芳");
    two.zhang.syncsAll();
    two.li.syncsAll();
    two.zhang.writes(resident, kWangAgain, {{"merged_into", kWang}});
    two.li.writes(resident, kWangAgain, {{"phone", "19000000012"}});
    SECTION("the merge comes first") {
        two.zhang.syncsAll();
        two.li.syncsAll();
    }
    SECTION("the late change comes first") {
        two.li.syncsAll();
        two.zhang.syncsAll();
    }
    const auto notes = two.centre.conflicts();
    REQUIRE(notes.size() == 1);
    CHECK(notes.front().text(conflict.grade) == "parallel");
    CHECK(notes.front().reference(conflict.ofRecord) == kWangAgain);
    CHECK(two.centre.read(resident, kWangAgain).text(resident.phone) == "19000000012");
}

namespace {

struct Scanned : TwoWorkers {
    /// 张静, whom somebody else heard as 章晶, on the same birthday; no look-up by name finds her.
    Scanned() {
        registers(zhang, kWang, "张静", "1980-01-01");
        registers(li, kWangAgain, "章晶", "1980-01-01");
        zhang.syncsAll();
        li.syncsAll();
        REQUIRE(pairs().empty());
    }
    DuplicateScan scan(std::size_t page = 200) {
        return {centre.folder().grids(), centre.hub(), DuplicateScan::Limits{.page = page}};
    }
    static std::size_t goesRound(DuplicateScan& scan) {
        std::size_t suggested = 0;
        for (bool isOver = false; !isOver;) {
            const auto step = must(scan.step());
            suggested += step.suggested;
            isOver = step.isRoundOver;
        }
        return suggested;
    }
};

}  // namespace

TEST_CASE("A scan finds who was in the grid twice already, and says it once", "[duplicate][scan]") {
    Scanned two;
    auto scan = two.scan();
    CHECK(Scanned::goesRound(scan) == 1);
    CHECK(two.pairs() == Lines{"sound_birth_date 80 open"});
    two.zhang.syncsAll();
    CHECK(two.zhang.sees(duplicate, two.pair()).reference(duplicate.second) == kWangAgain);
    CHECK(two.zhang.digest() == two.centre.head().digest);
    const GridHead once = two.centre.head();
    CHECK(Scanned::goesRound(scan) == 0);
    auto ofAnotherProcess = two.scan();
    CHECK(Scanned::goesRound(ofAnotherProcess) == 0);
    CHECK(two.centre.head() == once);
    const auto verdict = must(verifyGrid(two.centre.folder().grids(), two.centre.grid(), allCollections(),
                                         [&] { return two.centre.folder().access().keys(); }));
    CHECK(verdict.findings.empty());

    SECTION("what a person decided stands") {
        two.zhang.writes(duplicate, two.pair(), {{"state", "different"}, {"decided_by", "张敏"}});
        two.zhang.syncsAll();
        CHECK(Scanned::goesRound(scan) == 0);
        CHECK(two.pairs() == Lines{"sound_birth_date 80 different"});
    }
    SECTION("what is learnt later makes it surer") {
        two.zhang.writes(resident, kWangAgain, {{"name", "张静"}});
        two.zhang.syncsAll();
        CHECK(Scanned::goesRound(scan) == 0);
        CHECK(two.pairs() == Lines{"birth_date 90 open"});
    }
}

TEST_CASE("A step reads one page, a sync goes through between two of them, and a grid that is as it was is not read",
          "[duplicate][scan]") {
    Scanned two;
    for (std::uint8_t i = 20; i < 30; ++i) registers(two.zhang, recordId(i), "邻居" + std::to_string(i));
    two.zhang.syncsAll();
    auto scan = two.scan(2);
    std::size_t steps = 0, suggested = 0;
    for (bool isOver = false; !isOver; ++steps) {
        knocks(two.li, recordId(static_cast<std::uint8_t>(100 + steps)));
        two.li.syncsAll();
        const auto step = must(scan.step());
        CHECK(step.read <= 2);
        suggested += step.suggested;
        isOver = step.isRoundOver;
    }
    CHECK(steps == 7);  // twelve people, one household
    CHECK(suggested == 1);
    Scanned::goesRound(scan);
    CHECK(must(scan.step()).read == 0);
    knocks(two.li, recordId(200));
    two.li.syncsAll();
    CHECK(must(scan.step()).read == 2);
}

TEST_CASE("Who is killed in the middle of a scan begins again, and nothing is missed or said twice",
          "[duplicate][scan]") {
    for (int steps = 1; steps < 4; ++steps) {
        Scanned two;
        two.zhang.writes(household, recordId(21), {{"dwelling", kDoor}, {"head_name", "李大爷"}});
        two.zhang.syncsAll();
        {
            auto killed = two.scan(1);
            for (int i = 0; i < steps; ++i) must(killed.step());
        }
        two.centre.restart();
        auto again = two.scan(1);
        Scanned::goesRound(again);
        CHECK(two.pairs() == Lines{"sound_birth_date 80 open"});
    }
}
