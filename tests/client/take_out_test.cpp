// SPDX-License-Identifier: Apache-2.0
//
// A worker takes everything of the own grid out, and somebody else's program reads it.
#include "shared/client/take_out.h"

#include "tests/client/neighbourhood.h"
#include "tests/processes/python.h"
#include "tests/support/full_disk.h"

namespace qiaomen::tests {

namespace {

namespace fs = std::filesystem;

/// Li Min's phone with a grid on it, and the folder that she saves into.
struct LiMin {
    FakeClock clock;
    Centre centre{clock};
    Phone phone{alice, centre, clock};
    TempFolder folder;
    TakeOutWatch watch;

    TakeOutOrder order(const std::string& name = "grid.xlsx", bool chinese = true) {
        return {.file = folder / name,
                .chinese = chinese,
                .worker = "李敏",
                .app = "story 1",
                .fact = newRecord(),
                .fromDay = {},
                .untilDay = {},
                .now = {clock.ms()}};
    }
    Result<TakenOut> takes(const TakeOutOrder& order) { return takeOut(phone.store(), order, watch); }
    std::string workbook(const std::string& name = "grid.xlsx") {
        return processes::python(processes::kPrintWorkbook, {(folder / name).string()});
    }
    /// The rows of one sheet.
    std::string sheet(const std::string& title, const std::string& name = "grid.xlsx") {
        const std::string all = workbook(name);
        const auto at = all.find("# " + title + " ");
        if (at == std::string::npos) return {};
        const auto begin = all.find('\n', at) + 1;
        return all.substr(begin, all.find("\n# ", begin) - begin + 1);
    }
    RecordId saves(const Collection& collection, std::vector<FieldValue> values) {
        const RecordId id = newRecord();
        ok(phone.store().save(Edit{collection.number(), id, std::move(values)}));
        return id;
    }
};

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }
std::size_t lines(const std::string& text) { return static_cast<std::size_t>(std::ranges::count(text, '\n')); }

}  // namespace

TEST_CASE("The workbook says in words what the grid holds, each kind on its sheet", "[take-out]") {
    LiMin li;
    const Family wang = moveIn(li.phone.store(), "3", "2", "501",
                               {{"王秀英", "13800005678", "990101194503040012", "elder_alone"}, {"王强"}});
    li.saves(dwelling, {{dwelling.address, "锦绣花园3栋2单元601室"},
                        {dwelling.building, "3"},
                        {dwelling.unit, "2"},
                        {dwelling.room, "601"},
                        {dwelling.use, "vacant"}});
    li.saves(grid, {{grid.code, "370611001007"}, {grid.gridName, "烔炀社区第7网格"}, {grid.community, "烔炀社区"}});
    const RecordId met = li.phone.meets(wang.household, "=1+1 都好");
    const RecordId hazardId = li.saves(hazard, {{hazard.household, wang.household},
                                                {hazard.foundAt, kMorning},
                                                {hazard.kind, "gas"},
                                                {hazard.risk, "major"},
                                                {hazard.place, "厨房"},
                                                {hazard.rectifyBy, "2026-11-25"}});
    li.saves(hazardStep, {{hazardStep.hazard, hazardId}, {hazardStep.act, "notice"}, {hazardStep.occurredAt, kMorning}});
    li.saves(need, {{need.household, wang.household},
                    {need.visit, met},
                    {need.heardAt, kMorning},
                    {need.text, "楼道扶手"},
                    {need.kind, "housing"},
                    {need.wantsReply, true}});
    li.saves(anchor, {{anchor.household, wang.household},
                      {anchor.resident, wang.members[1]},
                      {anchor.kind, "lease"},
                      {anchor.title, "租约"},
                      {anchor.papers, "HT2026000123"}});

    const TakenOut taken = ok(li.takes(li.order()));
    CHECK(taken.rows == 2 + 2 + 1 + 1 + 1 + 1 + 1);
    CHECK(li.watch.done == taken.rows);

    const std::string homes = li.sheet("住户与房屋");
    INFO(li.workbook());
    CHECK(contains(homes, "s:户主 | s:标准地址"));
    CHECK(contains(homes, "s:王秀英 | s:锦绣花园3栋2单元501室"));
    CHECK(contains(homes, "s:锦绣花园3栋2单元601室"));
    CHECK(contains(homes, "s:空置"));
    CHECK(lines(homes) == 3);

    const std::string people = li.sheet("居民");
    CHECK(contains(people, "s:990***********0012"));
    CHECK(contains(people, "s:138****5678"));
    CHECK(contains(people, "s:独居老人"));
    CHECK(contains(people, "s:王秀英 | s:锦绣花园3栋2单元501室 | s:王强"));

    CHECK(contains(li.sheet("走访"), "d:2026-11-22 16:00:00 | s:上门 | s:见到"));
    CHECK(contains(li.sheet("走访"), "s:=1+1 都好"));
    CHECK(contains(li.sheet("隐患"), "s:燃气隐患 | s:重大 | s:厨房"));
    CHECK(contains(li.sheet("隐患"), "d:2026-11-25 00:00:00"));
    CHECK(contains(li.sheet("隐患整改进展"), "s:厨房 | s:已下达整改通知"));
    CHECK(contains(li.sheet("需求"), "s:2026-11-22 16:00 | d:2026-11-22 16:00:00 | s:楼道扶手 | s:住房物业"));
    CHECK(contains(li.sheet("需求"), "s:是"));
    CHECK(contains(li.sheet("在住依据"), "s:王强 | s:以房 | s:租约 | s:HT2*****0123"));

    const std::string about = li.sheet("说明");
    CHECK(contains(about, "s:网格 | s:烔炀社区第7网格  370611001007"));
    CHECK(contains(about, "s:导出人 | s:李敏"));
    CHECK(contains(about, "s:中心已确认的本机记录 | n:0"));
    CHECK(contains(about, "s:最近一次收到中心回执 | s:从未"));
    CHECK(contains(about, "s:住户与房屋 | n:2"));
    CHECK(contains(about, "s:走访 | n:1 | n:1"));
    CHECK_FALSE(contains(li.workbook(), "13800005678"));
    CHECK_FALSE(contains(li.workbook(), "990101194503040012"));
    CHECK_FALSE(contains(li.workbook(), "f:"));
}

TEST_CASE("Every kind of record has its sheet, in English as well, with heads that stay and filter", "[take-out]") {
    LiMin li;
    const Family wang = moveIn(li.phone.store(), "3", "2", "501", {{"王秀英"}});
    li.phone.meets(wang.household);
    ok(li.takes(li.order("en.xlsx", false)));
    const std::string all = li.workbook("en.xlsx");
    INFO(all);
    CHECK(contains(all, "# About None None"));
    CHECK(contains(all, "# Households A2 A1:"));
    CHECK(contains(all, "# Visit A2 A1:"));
    CHECK(contains(li.sheet("Visit", "en.xlsx"), "s:At the door | s:Met"));
    CHECK(contains(li.sheet("About", "en.xlsx"), "s:Own records only on this device | n:4"));
}

TEST_CASE("Who was merged is listed once, and the other record stands apart with who stands for it",
          "[take-out][merged]") {
    LiMin li;
    const Family wang = moveIn(li.phone.store(), "3", "2", "501", {{"王秀英"}});
    const Family again = moveIn(li.phone.store(), "3", "2", "501", {{"王秀瑛"}});
    li.phone.meets(again.household, "旧户的走访");
    li.phone.edits(household, again.household, household.mergedInto, wang.household);
    li.phone.edits(resident, again.members[0], resident.mergedInto, wang.members[0]);
    ok(li.takes(li.order()));
    INFO(li.workbook());
    CHECK(lines(li.sheet("居民")) == 2);
    CHECK(contains(li.sheet("走访"), "s:王秀英 | s:锦绣花园3栋2单元501室 | d:"));
    CHECK(contains(li.sheet("已合并记录"), "s:户 | s:王秀瑛 | s:王秀英"));
    CHECK(contains(li.sheet("已合并记录"), "s:居民 | s:王秀瑛 | s:王秀英"));
}

TEST_CASE("Withdrawn and corrected visits are there and say so; what only withdraws is none", "[take-out]") {
    LiMin li;
    const Family wang = moveIn(li.phone.store(), "3", "2", "501", {{"王秀英"}});
    const auto visitThat = [&](const RecordId& corrects, bool withdraws, const char* remark) {
        std::vector<FieldValue> values{{visit.household, wang.household},
                                       {visit.occurredAt, kMorning},
                                       {visit.way, "door"},
                                       {visit.outcome, "met"},
                                       {visit.remark, remark}};
        if (!corrects.isNone()) values.push_back({visit.corrects, corrects});
        if (withdraws) values.push_back({visit.withdraws, true});
        return li.saves(visit, std::move(values));
    };
    const RecordId mistake = visitThat({}, false, "误录");
    visitThat(mistake, true, "");
    const RecordId wrong = visitThat({}, false, "写错");
    visitThat(wrong, false, "改正");
    ok(li.takes(li.order()));
    const std::string visits = li.sheet("走访");
    INFO(visits);
    CHECK(lines(visits) == 4);
    CHECK(contains(visits, "s:误录 | s:已撤回"));
    CHECK(contains(visits, "s:写错 | s:已更正"));
    CHECK(contains(visits, "s:改正 | s:有效"));
    CHECK(contains(li.sheet("说明"), "s:走访 | n:3 | n:1"));
}

TEST_CASE("A period limits what happened and nothing else", "[take-out]") {
    LiMin li;
    const Family wang = moveIn(li.phone.store(), "3", "2", "501", {{"王秀英"}});
    li.phone.meets(wang.household, "十一月");
    li.clock.advance(14LL * 24 * 3600 * 1000);
    li.phone.meets(wang.household, "十二月");
    TakeOutOrder order = li.order();
    order.fromDay = "2026-11-01";
    order.untilDay = "2026-11-30";
    ok(li.takes(order));
    CHECK(contains(li.sheet("走访"), "s:十一月"));
    CHECK_FALSE(contains(li.sheet("走访"), "s:十二月"));
    CHECK(lines(li.sheet("居民")) == 2);
    CHECK(contains(li.sheet("说明"), "s:事项起止日期 | s:2026-11-01 — 2026-11-30"));
}

TEST_CASE("An export is a fact that syncs: who, when, how much, and never what", "[take-out]") {
    Neighbours both;
    both.alicePhone.sync();
    const TempFolder folder;
    TakeOutWatch watch;
    const TakeOutOrder order{.file = folder / "x.xlsx",
                             .worker = "李敏",
                             .app = "story 1",
                             .fact = newRecord(),
                             .fromDay = "2026-11-01",
                             .untilDay = "2026-11-30",
                             .now = {both.clock.ms()}};
    const TakenOut taken = ok(takeOut(both.alicePhone.store(), order, watch));
    both.alicePhone.sync();
    both.bobPhone.sync();
    const Record fact = both.bobPhone.sees(dataExport, order.fact);
    CHECK(fact.text(dataExport.worker) == "李敏");
    CHECK(fact.integer(dataExport.rows) == static_cast<std::int64_t>(taken.rows));
    CHECK(fact.text(dataExport.fromDay) == "2026-11-01");
    CHECK(fact.text(dataExport.device) == both.alicePhone.store().device().text());
    const auto reader = ok(GridReader::open(both.bobPhone.store()));
    const auto seen = ok(reader->household(both.wang.household));
    REQUIRE(seen.exports.size() == 1);
    CHECK(seen.exports.front().id() == order.fact);
}

TEST_CASE("A disk that fills up, a folder that is gone and somebody who cancels leave neither a file nor a fact",
          "[take-out]") {
    LiMin li;
    const Family wang = moveIn(li.phone.store(), "3", "2", "501", {{"王秀英"}});
    std::vector<Edit> visits;
    for (int number = 0; number < 300; ++number) {
        visits.push_back({visit.number(),
                          newRecord(),
                          {{visit.household, wang.household},
                           {visit.occurredAt, kMorning},
                           {visit.way, "door"},
                           {visit.outcome, "met"},
                           {visit.remark, "第" + std::to_string(number * 7919) + "次走访，一切都好"}}});
    }
    ok(li.phone.store().save(visits));
    const auto nothing = [&] {
        CHECK(fs::is_empty(li.folder.path()));
        CHECK(ok(ok(GridReader::open(li.phone.store()))->exports(9)).empty());
    };
    for (const rlim_t room : {1'000, 8'000, 30'000}) {
        INFO(room);
        const Result<TakenOut> outcome = [&] {
            const FullDisk full(room);
            return li.takes(li.order());
        }();
        REQUIRE_FALSE(outcome.ok());
        CHECK(outcome.error().fault == Fault::full);
        nothing();
    }
    TakeOutOrder gone = li.order();
    gone.file = li.folder / "gone" / "x.xlsx";
    CHECK(li.takes(gone).error().fault == Fault::missing);
    nothing();
    li.watch.cancelled = true;
    CHECK(ok(li.takes(li.order())).cancelled);
    nothing();
    li.watch.cancelled = false;
    CHECK(ok(li.takes(li.order())).rows == 302);
}

}  // namespace qiaomen::tests
