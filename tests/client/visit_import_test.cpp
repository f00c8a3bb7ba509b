// SPDX-License-Identifier: Apache-2.0
//
// The office's own workbook of visits: read, matched, and brought in once.
#include "shared/client/visit_import.h"

#include "shared/domain/collections.h"
#include "shared/sheets/office_text.h"
#include "tests/client/neighbourhood.h"

namespace qiaomen::tests {

namespace {

constexpr WallClock kNow{kMorning};
const std::string kHeads = "走访对象,居住地址,方式,走访时间,参与人员,走访详情,服务标签\n";

/// Li Min's grid, and the file of her office.
struct Office {
    FakeClock clock;
    Centre centre{clock};
    Phone phone{alice, centre, clock};
    Family wang = moveIn(phone.store(), "3", "2", "501", {{"王秀英"}, {"王强"}});
    Family zhang = moveIn(phone.store(), "3", "2", "402", {{"张伟"}});
    Family zhangToo = moveIn(phone.store(), "5", "1", "101", {{"张伟"}});

    VisitImportPlan plans(const std::string& csv) {
        VisitSheet sheet = readVisitSheet(csv);
        const auto days = daysOf(sheet.rows, kNow).value_or(std::pair(kNow.day(), kNow.day()));
        return {std::move(sheet.rows), ok(readImportBasis(phone.store(), kNow, days)), kNow};
    }
    /// Saves what the plan would; gives the import's fact.
    RecordId brings(const VisitImportPlan& plan) {
        const RecordId fact = newRecord();
        const auto rows = plan.toSave();
        if (!rows.empty())
            ok(phone.store().save(importEdits(plan, rows, {fact, "李敏", "11月走访.csv", alice, clock.ms()})));
        return fact;
    }
    std::vector<Record> visitsOf(const Family& family) {
        return ok(phone.store().find(visit, visit.household, family.household));
    }
};

/// "ready choose repeated": the state of each row.
std::string story(const VisitImportPlan& plan) {
    constexpr const char* kNames[] = {"ready", "choose", "notFound", "noted", "already", "repeated", "unreadable"};
    std::string all;
    for (const ImportRow& row : plan.rows())
        all += (all.empty() ? "" : " ") + std::string(kNames[static_cast<std::size_t>(row.state)]);
    return all;
}

}  // namespace

TEST_CASE("Heads are found below a title, in any order and beside other columns; CSV comes in UTF-8 and in GB18030",
          "[import]") {
    const std::string file =
        "烔炀社区11月走访台账,,,\n\n走访时间,序号,走访对象（必填）,住址,走访内容,走访形式,走访人员\n11月3日,1,王秀英,3-"
        "2-501,\"一切,都好\",入户,李敏、张敏\n走访时间,序号,走访对象（必填）,住址,走访内容,走访形式,走访人员\n11月4日,"
        "2,张伟,3-2-402,,电话,李敏\n";
    for (const TextEncoding encoding : {TextEncoding::utf8, TextEncoding::utf8WithMark, TextEncoding::gb18030}) {
        const VisitSheet sheet = readVisitSheet(encodeOfficeText(file, encoding));
        REQUIRE(sheet.rows.size() == 2);
        CHECK(sheet.rows[0].line == 4);
        CHECK(sheet.rows[0].person == "王秀英");
        CHECK(sheet.rows[0].details == "一切,都好");
        CHECK(sheet.rows[0].way == "入户");
        CHECK(sheet.rows[1].line == 6);
        CHECK(sheet.ignoredColumns == std::vector<std::string>{"序号"});
    }
    const VisitSheet wrong = readVisitSheet("姓名,住址,金额\n王秀英,3-2-501,3\n");
    REQUIRE_FALSE(wrong.problems.empty());
    CHECK(chineseReason(wrong.problems.front()) == "缺少这一列（列名可写作：走访时间、时间、走访日期、日期）");
}

TEST_CASE("A row's words become a visit; what has no place of its own stands in the remark", "[import]") {
    const auto read = [](const std::string& way, const std::string& details, const std::string& services) {
        return std::get<VisitSaid>(readVisit({.line = 2,
                                              .person = "王秀英",
                                              .way = way,
                                              .when = "2026-11-03 上午",
                                              .participants = "李敏、张敏",
                                              .details = details,
                                              .services = services},
                                             kNow));
    };
    const VisitSaid said = read("入户走访", "两人都好", "日常走访、慰问，助浴");
    CHECK(said.way == "door");
    CHECK(said.outcome == "met");
    CHECK(said.reasons == "routine care");
    CHECK(said.remark == "两人都好\n服务标签：助浴");
    CHECK(said.worker == "李敏、张敏");
    CHECK(dateText(said.day) == "2026-11-03");
    CHECK(read("电话", "家中无人", "").outcome == "not_home");
    CHECK(read("", "上次去家中无人，这次见到了老人，身体很好", "").outcome == "met");
    CHECK(read("路遇", "谢绝", "").way == "outside");
    const auto wrong = [](const std::string& way, const std::string& when) {
        return std::get<CellProblem>(readVisit({.line = 2, .person = "王秀英", .way = way, .when = when}, kNow)).fault;
    };
    CHECK(wrong("写信", "11/3") == CellFault::way);
    CHECK(wrong("", "前天") == CellFault::moment);
    CHECK(wrong("", "") == CellFault::empty);
    CHECK(wrong("", "2026-12-24") == CellFault::future);
}

TEST_CASE("Rows find their household by name and address in any of their forms; what is not sure is asked",
          "[import]") {
    Office office;
    const VisitImportPlan plan = office.plans(kHeads +
                                              "王秀英,锦绣花园3栋2单元501室,入户,11/3,,好,\n"
                                              "户主王强,3-2-501,入户,11/3,,很好,\n"
                                              "王秀英、王强,3幢2单元501,电话,11/3,,好,\n"
                                              "王秀英,,入户,11/4,,好,\n"
                                              ",5栋1单元101,入户,11/3,,好,\n"
                                              "张伟,,入户,11/3,,两个张伟,\n"
                                              "李四,3-2-501,入户,11/3,,门对人不对,\n"
                                              "王强,9-9-999,入户,11/3,,人对门不对,\n"
                                              "赵六,9-9-999,入户,11/3,,都不对,\n"
                                              "王秀英,3-2-501,入户,前天,,时间不对,\n");
    CHECK(story(plan) == "ready ready ready ready ready choose choose choose notFound unreadable");
    CHECK(plan.rows()[5].finding.by == FoundBy::severalThere);
    CHECK(plan.rows()[5].finding.households.size() == 2);
    CHECK(plan.rows()[6].finding.by == FoundBy::notKnownThere);
    CHECK(plan.rows()[7].finding.by == FoundBy::notAtThatDoor);
    CHECK(plan.rows()[9].problem->line == 11);
}

TEST_CASE("The same file twice changes nothing, and overlapping months neither", "[import]") {
    Office office;
    const std::string november = kHeads +
                                 "王秀英,3-2-501,入户,11/3,李敏,两人都好,日常\n张伟,3-2-402,电话,11/4,李敏,已通话,\n";
    office.brings(office.plans(november));
    REQUIRE(office.visitsOf(office.wang).size() == 1);
    const Record brought = office.visitsOf(office.wang).front();
    CHECK(brought.text(visit.source) == "import");
    CHECK(brought.text(visit.worker) == "李敏");
    CHECK(brought.text(visit.personsMet) == "王秀英");
    const auto before = ok(office.phone.store().digest());
    CHECK(story(office.plans(november)) == "already already");
    office.brings(office.plans(november));
    CHECK(ok(office.phone.store().digest()) == before);
    CHECK(story(office.plans(kHeads + "王秀英,锦绣花园3栋2单元501,上门,2026年11月3日 下午,张敏,两人 "
                                      "都好,日常\n王秀英,3-2-501,入户,11/5,李敏,新的一次,\n")) == "already ready");
}

TEST_CASE("What was recorded in the app already is not brought in a second time; another talk on that day is",
          "[import]") {
    Office office;
    office.phone.meets(office.wang.household, "两人都好");
    const VisitImportPlan plan = office.plans(kHeads +
                                              "王秀英,3-2-501,入户,11/22,,两人都好,\n王秀英,3-2-501,入户,11/"
                                              "22,,下午又去了一次,\n王秀英,3-2-501,入户,11/22,,下午又去了一次,\n");
    CHECK(story(plan) == "already ready repeated");
    CHECK(plan.rows()[1].otherThatDay);
    CHECK(plan.rows()[2].sameAs == 3);
}

TEST_CASE("Two phones that bring the same file make each visit once, without a conflict", "[import]") {
    Neighbours both;
    const std::string file = kHeads +
                             "王秀英,3-2-501,入户,11/3,李敏,两人都好,\n赵六,8-8-808,入户,11/3,李敏,没有这户,\n";
    for (Phone* phone : {&both.alicePhone, &both.bobPhone}) {
        VisitSheet sheet = readVisitSheet(file);
        VisitImportPlan plan(std::move(sheet.rows),
                             ok(readImportBasis(phone->store(), kNow, *daysOf(readVisitSheet(file).rows, kNow))), kNow);
        plan.setKept(1, true);
        ok(phone->store().save(importEdits(
            plan, plan.toSave(), {newRecord(), "一位同事", "11月.csv", phone->store().device(), both.clock.ms()})));
    }
    both.alicePhone.sync();
    both.bobPhone.sync();
    both.alicePhone.sync();
    CHECK(ok(both.alicePhone.store().find(visit, visit.household, both.wang.household)).size() == 1);
    const auto reader = ok(GridReader::open(both.alicePhone.store()));
    CHECK(ok(reader->openUnplaced()).size() == 1);
    CHECK(ok(reader->openConflicts()).empty());
    CHECK(ok(reader->parallelNotes()).empty());
    CHECK(ok(both.alicePhone.store().digest()) == ok(both.bobPhone.store().digest()));
}

TEST_CASE("A household is chosen, a row is left out, another is kept as a note and finds its household later",
          "[import]") {
    Office office;
    const std::string
        file = kHeads +
               "张伟,,入户,11/3,,两个张伟,\n李四,3-2-501,入户,11/3,,不要,\n赵六,7-1-101,入户,11/3,李敏,还没登记,\n";
    VisitImportPlan plan = office.plans(file);
    CHECK(plan.toSave().empty());
    plan.choose(0, plan.directory().placeOf(office.zhangToo.household));
    plan.setKept(2, true);
    CHECK(story(plan) == "ready choose notFound");
    CHECK(plan.toSave() == std::vector<std::size_t>{0, 2});
    office.brings(plan);
    CHECK(office.visitsOf(office.zhangToo).size() == 1);
    CHECK(story(office.plans(file)) == "choose choose noted");

    const auto reader = ok(GridReader::open(office.phone.store()));
    auto notes = ok(reader->openUnplaced());
    REQUIRE(notes.size() == 1);
    const Family zhao = moveIn(office.phone.store(), "7", "1", "101", {{"赵六"}});
    const CivilDay day = kNow.dayOf(notes.front().integer(unplacedVisit.occurredAt));
    const VisitImportPlan later(notes, ok(readImportBasis(office.phone.store(), kNow, {day, day})), kNow);
    CHECK(story(later) == "ready");
    office.brings(later);
    CHECK(ok(reader->openUnplaced()).empty());
    REQUIRE(office.visitsOf(zhao).size() == 1);
    CHECK(office.visitsOf(zhao).front().text(visit.worker) == "李敏");
    CHECK(ok(office.phone.store().read(unplacedVisit.number(), notes.front().id())).reference(unplacedVisit.visit) ==
          office.visitsOf(zhao).front().id());
    CHECK(story(office.plans(file)) == "choose choose already");
}

TEST_CASE("An import is one save: taken back as a whole it is as if it had never been, and may be brought in again",
          "[import]") {
    Office office;
    const std::string file = kHeads + "王秀英,3-2-501,入户,11/3,李敏,两人都好,\n张伟,3-2-402,入户,11/3,李敏,好,\n";
    const auto before = ok(office.phone.store().digest());
    const RecordId fact = office.brings(office.plans(file));
    ok(office.phone.store().withdraw(visitImport.number(), fact));
    CHECK(ok(office.phone.store().digest()) == before);
    CHECK(story(office.plans(file)) == "ready ready");
}

TEST_CASE("Files of nonsense are refused with a sentence, and a table of twenty thousand rows is the most",
          "[import]") {
    for (const std::string& bytes :
         {std::string(), std::string("\0\0\0", 3), std::string("走访对象"), std::string("\xFF\xFE\x00")}) {
        const VisitSheet sheet = readVisitSheet(bytes);
        CHECK(sheet.rows.empty());
        CHECK_FALSE(sheet.problems.empty());
    }
    std::string many = kHeads;
    for (int row = 0; row <= 20'000; ++row) many += "王秀英,,入户,11/3,," + std::to_string(row) + ",\n";
    const VisitSheet sheet = readVisitSheet(many);
    CHECK(sheet.rows.empty());
    CHECK(sheet.problems.front().fault == CellFault::tooLarge);
}

}  // namespace qiaomen::tests
