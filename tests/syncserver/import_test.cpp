// SPDX-License-Identifier: Apache-2.0
#include "syncserver/import.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <fstream>

#include "shared/domain/collections.h"
#include "shared/domain/question_file.h"
#include "syncserver/community/make_community.h"
#include "syncserver/community/write_community.h"
#include "tests/support/questions.h"
#include "tests/syncserver/story.h"

using namespace qiaomen;
using namespace qiaomen::tests;

namespace {

std::size_t visible(TestCentre& centre, const Collection& collection) {
    std::size_t count = 0;
    for (const GridId& id : must(centre.folder().grids().grids())) {
        must(centre.folder().grids().view(id))->forEachRecord([&](Record&& record) {
            count += record.collection() == collection.number() && record.isVisible() ? 1 : 0;
        });
    }
    return count;
}

/// One grid with three doors: a household of two, a household of one, a vacant flat.
Community smallPlace() {
    Community place;
    place.grids.push_back({.code = "9901011000011001", .name = "柳湾村网格", .kind = "base", .community = "晨光社区"});
    HouseholdRow first{.number = "0001", .gridCode = "9901011000011001", .estate = "柳湾村", .gate = "1号"};
    first.headName = "吴学林";
    first.registerKind = "agricultural";
    first.phone = "15400438382";
    HouseholdRow second = first;
    second.number = "0002", second.gate = "2号", second.headName = "李春云", second.phone = "";
    HouseholdRow vacant{.gridCode = "9901011000011001", .estate = "柳湾村", .gate = "3号"};
    vacant.use = "vacant";
    place.households = {first, second, vacant};
    ResidentRow head{.householdNumber = "0001",
                     .name = "吴学林",
                     .sex = "1",
                     .birthDate = "1949-09-23",
                     .idNumber = "990101194909236410"};
    head.relation = "0";
    head.population = "permanent";
    ResidentRow wife = head;
    wife.name = "王巧莲", wife.sex = "2", wife.birthDate = "1955-07-02", wife.idNumber = "", wife.noIdReason = "遗失",
    wife.relation = "1";
    ResidentRow other = head;
    other.householdNumber = "0002", other.name = "李春云", other.idNumber = "990101195903303146",
    other.birthDate = "1959-03-30", other.sex = "2";
    place.residents = {head, wife, other};
    return place;
}

struct Import {
    TestCentre centre;
    Community place = smallPlace();
    GridId grid = gridIdOf("9901011000011001");

    ImportReport run() {
        centre.clock().advance(60'000);
        return must(importCommunity(centre.folder(), place));
    }
    std::vector<Record> all(const Collection& collection) {
        std::vector<Record> found;
        must(centre.folder().grids().view(grid))->forEachRecord([&](Record&& record) {
            if (record.collection() == collection.number()) found.push_back(std::move(record));
        });
        return found;
    }
    Record home(const std::string& number) {
        return must(centre.folder().grids().view(grid))->find(household, household.householdNumber, number).at(0);
    }
};

/// A worker of the imported grid, who has fetched it and edits a household.
void workerWrites(Import& import, FieldNo field, const Value& value) {
    const Grant grant = import.centre.enrol(alice, "张敏", {import.grid});
    HybridClock clock(alice, import.centre.clock().source());
    import.centre.clock().advance(1000);
    const Record seen = import.home("0001");
    Change change = changeOf(seen, std::vector<FieldValue>{{field, value}});
    change.stamp = clock.now();
    change.number = 1;
    const auto reply = must(
        import.centre.hub().sync(grant, {alice, "story", {Signer(alice).signs({import.grid, {}, {change}})}}));
    REQUIRE(reply.grids.front().refusals.empty());
}

void append(const std::filesystem::path& file, const std::string& line) {
    std::ofstream(file, std::ios::app | std::ios::binary) << line << "\r\n";
}

}  // namespace

TEST_CASE("The whole community of the office files is in its grids, to the last person, in either encoding",
          "[import]") {
    const auto encoding = GENERATE(TextEncoding::utf8, TextEncoding::gb18030);
    TestCentre centre;
    TempFolder files;
    must(writeCommunity(makeCommunity(1), files.path().string(), encoding));
    const ImportReport report = must(importFolder(centre.folder(), files.path().string()));
    CHECK(report.problems.empty());
    CHECK(report.refusals.empty());
    CHECK(report.households == 2935);
    CHECK(report.residents == 8704);
    CHECK(visible(centre, grid) == 12);
    CHECK(visible(centre, household) == 2935);
    CHECK(visible(centre, resident) == 8704);
    CHECK(visible(centre, dwelling) == report.dwellings);

    const ImportReport again = must(importFolder(centre.folder(), files.path().string()));
    CHECK(again.households == 2935);
    CHECK(again.changes == 0);
}

TEST_CASE("A small place is imported: doors, homes and people refer to each other", "[import]") {
    Import import;
    const ImportReport report = import.run();
    CHECK(report.changes == 1 + 3 + 2 + 3);
    CHECK(import.all(dwelling).size() == 3);
    const Record home = import.home("0001");
    CHECK(home.text(household.headName) == "吴学林");
    const std::vector<Record> doors = import.all(dwelling);
    const auto door = std::ranges::find(doors, home.reference(household.dwelling), &Record::id);
    REQUIRE(door != doors.end());
    CHECK(door->text(dwelling.address) == "柳湾村1号");
    REQUIRE(import.all(resident).size() == 3);
    const auto view = must(import.centre.folder().grids().view(import.grid));
    CHECK(view->find(resident, resident.household, home.id()).size() == 2);
}

TEST_CASE("A cell that the office changed makes one change; the same file again makes none", "[import]") {
    Import import;
    import.run();
    import.place.households[1].phone = "15408092703";
    CHECK(import.run().changes == 1);
    CHECK(import.home("0002").text(household.phone) == "15408092703");
    CHECK(import.run().changes == 0);

    SECTION("a cell that the office emptied is emptied") {
        import.place.households[0].phone = "";
        CHECK(import.run().changes == 1);
        CHECK(import.home("0001").get(household.phone).isNothing());
    }
    SECTION("a new person is one change, and nobody is doubled") {
        ResidentRow child = import.place.residents[1];
        child.name = "吴小雨";
        child.birthDate = "2019-05-01";
        import.place.residents.push_back(child);
        CHECK(import.run().changes == 1);
        CHECK(import.all(resident).size() == 4);
    }
    SECTION("a person whose name was misspelt is known by the identity number") {
        import.place.residents[0].name = "吴学麟";
        CHECK(import.run().changes == 1);
        CHECK(import.all(resident).size() == 3);
    }
}

TEST_CASE("What a worker corrected stays, however often the office imports its old file", "[import]") {
    Import import;
    import.run();
    workerWrites(import, household.phone, "15400000001");
    CHECK(import.run().changes == 0);
    CHECK(import.home("0001").text(household.phone) == "15400000001");

    // Then the office corrects the same field, without having heard: both are kept.
    import.place.households[0].phone = "15400000002";
    CHECK(import.run().changes == 1);
    REQUIRE(import.all(conflict).size() == 1);
    const Record told = import.all(conflict).front();
    CHECK(told.text(conflict.before) == "\"15400438382\"");
    CHECK(told.text(conflict.winner) == "\"15400000002\"");
    CHECK(told.text(conflict.loser) == "\"15400000001\"");
    CHECK(told.text(conflict.loserBy) == "张敏");
    CHECK(import.run().changes == 0);
}

TEST_CASE("Bad rows are named with file, line, column and reason, and the good ones are imported", "[import]") {
    TestCentre centre;
    TempFolder files;
    Community place = smallPlace();
    must(writeCommunity(place, files.path().string(), TextEncoding::utf8));
    append(files.path() / "residents.csv", "0001,错日期,男,1950-02-30,,遗失,其他,,常住,,,,,");
    append(files.path() / "residents.csv", "9999,无此户,男,1950-02-20,,遗失,其他,,常住,,,,,");
    append(files.path() / "residents.csv", "0002,好人,男,1950-02-20,,遗失,其他,,常住,,,,,");

    const ImportReport report = must(importFolder(centre.folder(), files.path().string()));
    REQUIRE(report.problems.size() == 2);
    CHECK(report.problems[0].file == "residents.csv");
    CHECK(report.problems[0].line == 5);
    CHECK(report.problems[0].column == "出生日期");
    CHECK(report.problems[0].fault == CellFault::date);
    CHECK(report.problems[1].line == 6);
    CHECK(report.problems[1].fault == CellFault::unknownHousehold);
    CHECK(report.residents == 4);
    CHECK(visible(centre, resident) == 4);
}

// --- question sets ------------------------------------------------------------------------------------------------------

TEST_CASE("A question set comes to the grids that it is meant for; the same again changes nothing",
          "[import][questions]") {
    Import import;
    import.run();
    const QuestionSet set = must(parseQuestionSet(kHeatingSet));
    const auto bring = [&](const QuestionSet& one) {
        import.centre.clock().advance(60'000);
        return must(importQuestions(import.centre.folder(), one, {import.grid}));
    };
    const QuestionImportReport report = bring(set);
    CHECK(report.grids == 1);
    CHECK(report.changes == 7);
    CHECK(report.refusals.empty());
    CHECK(bring(set).changes == 0);
    const auto items = import.all(questionItem);
    REQUIRE(items.size() == 6);
    const QuestionSet there = questionSetFrom(import.all(questionSet).at(0), items);
    CHECK(there.title == set.title);
    CHECK(there.questions.at(4).fills == "household.contact_way");

    QuestionSet changed = set;
    changed.until += 7;
    changed.questions[0].text = "家里用什么取暖？";
    std::swap(changed.questions[1], changed.questions[2]);
    changed.questions.pop_back();
    CHECK(bring(changed).changes == 5);  // the set, one text, two positions, one dropped
    const QuestionSet now = questionSetFrom(import.all(questionSet).at(0), import.all(questionItem));
    CHECK(now.questions.at(0).text == "家里用什么取暖？");
    CHECK(now.questions.at(1).code == "stoves");
    CHECK(now.questions.at(5).dropped);
    CHECK(bring(set).changes == 5);  // and back again
    CHECK_FALSE(questionSetFrom(import.all(questionSet).at(0), import.all(questionItem)).questions.at(5).dropped);
}
