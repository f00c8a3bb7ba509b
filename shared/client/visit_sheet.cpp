// SPDX-License-Identifier: Apache-2.0
#include "shared/client/visit_sheet.h"

#include <algorithm>
#include <array>

#include "shared/domain/visit.h"
#include "shared/sheets/csv.h"
#include "shared/sheets/office_moment.h"
#include "shared/sheets/office_text.h"
#include "shared/sheets/table.h"
#include "shared/sheets/workbook_reader.h"

namespace qiaomen {

namespace {

/// A column of the workbook: what it is called, and what of a row it fills.
struct VisitColumn {
    std::vector<std::string_view> names;
    std::string VisitRow::*cell;
    bool required = false;
};

const std::vector<VisitColumn>& columns() {
    static const std::vector<VisitColumn> all{
        {{"走访对象", "对象", "姓名", "走访对象姓名", "受访人", "居民姓名", "户主", "户主姓名"}, &VisitRow::person, true},
        {{"居住地址", "地址", "住址", "家庭住址", "现住址", "详细地址", "居住地"}, &VisitRow::address},
        {{"方式", "走访方式", "走访形式", "联系方式"}, &VisitRow::way},
        {{"走访时间", "时间", "走访日期", "日期"}, &VisitRow::when, true},
        {{"参与人员", "走访人员", "走访人", "参与人", "网格员"}, &VisitRow::participants},
        {{"走访详情", "走访内容", "走访情况", "详情", "内容", "情况", "走访记录"}, &VisitRow::details},
        {{"服务标签", "标签", "服务类型", "服务类别", "走访事由", "事由"}, &VisitRow::services},
    };
    return all;
}

constexpr std::string_view kTime = "走访时间", kWay = "方式", kDetails = "走访详情";

struct Word {
    std::string_view word, code;
};
/// What the words of offices begin with, or hold.
constexpr std::array<Word, 16> kWays{{{"上门", "door"},
                                      {"入户", "door"},
                                      {"实地", "door"},
                                      {"走访", "door"},
                                      {"登门", "door"},
                                      {"面谈", "door"},
                                      {"电话", "phone"},
                                      {"微信", "phone"},
                                      {"视频", "phone"},
                                      {"短信", "phone"},
                                      {"线上", "phone"},
                                      {"户外", "outside"},
                                      {"路遇", "outside"},
                                      {"偶遇", "outside"},
                                      {"外出", "outside"},
                                      {"其他", "outside"}}};
constexpr std::array<Word, 18> kReasons{{{"日常", "routine"},
                                         {"例行", "routine"},
                                         {"常规", "routine"},
                                         {"关爱", "care"},
                                         {"关怀", "care"},
                                         {"慰问", "care"},
                                         {"探望", "care"},
                                         {"养老", "care"},
                                         {"回访", "follow_up"},
                                         {"跟进", "follow_up"},
                                         {"隐患", "hazard"},
                                         {"安全", "hazard"},
                                         {"消防", "hazard"},
                                         {"上门服务", "service"},
                                         {"代办", "service"},
                                         {"帮办", "service"},
                                         {"专项", "campaign"},
                                         {"宣传", "campaign"}}};
/// Only in short remarks: 上次不在家，这次 … says something else.
constexpr std::array<Word, 10> kOutcomes{{{"不在家", "not_home"},
                                          {"无人", "not_home"},
                                          {"未遇", "not_home"},
                                          {"没人", "not_home"},
                                          {"拒访", "refused"},
                                          {"拒绝", "refused"},
                                          {"谢绝", "refused"},
                                          {"改日", "later"},
                                          {"已搬走", "moved"},
                                          {"空置", "vacant"}}};
constexpr std::size_t kShortRemark = 36;  ///< bytes: a dozen characters

template <std::size_t N>
std::string_view codeIn(const std::array<Word, N>& words, std::string_view text) {
    const auto found = std::ranges::find_if(
        words, [&](const Word& one) { return text.find(one.word) != std::string_view::npos; });
    return found != words.end() ? found->code : std::string_view{};
}

void readTable(RowReader& rows, const std::string& sheet, const Table::Manner& manner, VisitSheet& into) {
    std::vector<Table::Heading> headings;
    for (const VisitColumn& column : columns()) headings.push_back({column.names, column.required});
    Table table(rows, std::move(headings), manner);
    const std::size_t before = into.problems.size();
    while (table.next() && into.rows.size() <= kMostVisitRows) {
        VisitRow row{.sheet = sheet, .line = table.line()};
        for (std::size_t at = 0; at < columns().size(); ++at) row.*columns()[at].cell = table.cell(at);
        into.rows.push_back(std::move(row));
    }
    into.problems.insert(into.problems.end(), table.problems().begin(), table.problems().end());
    for (std::size_t at = before; at < into.problems.size(); ++at) into.problems[at].file = sheet;
    for (const std::string& column : table.ignoredColumns()) {
        if (std::ranges::find(into.ignoredColumns, column) == into.ignoredColumns.end())
            into.ignoredColumns.push_back(column);
    }
}

/// Every visible sheet that has the heads. Of one that has not nothing is said, unless there is none.
VisitSheet readSheets(std::vector<WorkbookSheet> sheets) {
    VisitSheet all;
    bool any = false;
    std::string missing;
    for (WorkbookSheet& sheet : sheets) {
        if (sheet.hidden) continue;
        KeptRows rows(std::move(sheet.rows));
        VisitSheet one;
        readTable(rows, sheet.name, {.headerWithin = 30, .remarksBeside = true}, one);
        const auto lacks = std::ranges::find(one.problems, CellFault::missingColumn, &CellProblem::fault);
        if (lacks != one.problems.end()) {
            if (missing.empty()) missing = lacks->column;
            continue;
        }
        any = true;
        all.rows.insert(all.rows.end(), std::make_move_iterator(one.rows.begin()),
                        std::make_move_iterator(one.rows.end()));
        all.problems.insert(all.problems.end(), one.problems.begin(), one.problems.end());
        for (std::string& column : one.ignoredColumns) all.ignoredColumns.push_back(std::move(column));
    }
    if (!any) all.problems = {{.fault = CellFault::noTable, .expected = "走访对象、走访时间"}};
    return all;
}

/// Words that are no reason of a visit are told at the end of the remark, so that nothing of the row is lost.
void readReasons(const std::string& services, VisitSaid& said) {
    std::string others, word;
    const auto take = [&] {
        const std::string_view code = codeIn(kReasons, word);
        const std::string asWord = " " + said.reasons + " ", asCode = " " + std::string(code) + " ";
        if (code.empty() && !word.empty()) others += (others.empty() ? "" : "、") + word;
        if (!code.empty() && asWord.find(asCode) == std::string::npos)
            said.reasons += (said.reasons.empty() ? "" : " ") + std::string(code);
        word.clear();
    };
    constexpr std::array<std::string_view, 9> kSeparators{"、", "，", "；", "|", ",", ";", "/", " ", "\n"};
    for (std::size_t at = 0; at < services.size();) {
        const auto separator = std::ranges::find_if(
            kSeparators, [&](std::string_view one) { return std::string_view(services).substr(at).starts_with(one); });
        if (separator == kSeparators.end()) {
            word += services[at++];
            continue;
        }
        take();
        at += separator->size();
    }
    take();
    if (!others.empty()) said.remark += (said.remark.empty() ? "" : "\n") + std::string("服务标签：") + others;
}

CellProblem problemOf(const VisitRow& row, std::string_view column, CellFault fault, std::string found,
                      std::string expected) {
    return {.file = row.sheet,
            .line = row.line,
            .column = std::string(column),
            .fault = fault,
            .found = std::move(found),
            .expected = std::move(expected)};
}

std::chrono::year_month_day calendarDay(CivilDay day) {
    return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(day)));
}

}  // namespace

VisitSheet readVisitSheet(std::string_view bytes) {
    VisitSheet read;
    if (isWorkbook(bytes) || isOldWorkbook(bytes)) {
        auto book = readWorkbook(bytes);
        if (auto* problem = std::get_if<CellProblem>(&book))
            read.problems.push_back(std::move(*problem));
        else
            read = readSheets(std::get<std::vector<WorkbookSheet>>(std::move(book)));
    } else if (bytes.size() > WorkbookLimits().fileBytes) {
        read.problems.push_back({.fault = CellFault::tooLarge, .expected = "16 MB"});
    } else {
        const auto decoded = decodeOfficeText(bytes);
        if (const auto* problem = std::get_if<CellProblem>(&decoded)) {
            read.problems.push_back(*problem);
        } else {
            CsvReader lines(std::get<OfficeText>(decoded).utf8);
            readTable(lines, {}, {.headerWithin = 30}, read);
        }
    }
    if (read.rows.size() > kMostVisitRows) {
        read.rows.clear();
        read.problems = {{.fault = CellFault::tooLarge, .expected = std::to_string(kMostVisitRows)}};
    }
    return read;
}

std::variant<VisitSaid, CellProblem> readVisit(const VisitRow& row, const WallClock& now) {
    VisitSaid said;
    const auto moment = officeMoment(row.when, calendarDay(now.day()));
    if (!moment)
        return problemOf(row, kTime, row.when.empty() ? CellFault::empty : CellFault::moment, row.when,
                         "2026-11-03 14:30");
    said.day = static_cast<CivilDay>(std::chrono::sys_days(moment->day).time_since_epoch().count());
    if (said.day > now.day()) return problemOf(row, kTime, CellFault::future, row.when, {});
    constexpr int kNoon = 12 * 60;
    constexpr std::int64_t kMinuteMs = 60'000;
    said.atMs = std::min(now.ms, now.startOf(said.day) + (moment->minute < 0 ? kNoon : moment->minute) * kMinuteMs);

    const std::string way = halfWidth(row.way);
    said.way = way.empty() ? "door" : codeIn(kWays, way);
    if (said.way.empty()) return problemOf(row, kWay, CellFault::way, row.way, "上门、入户、电话、微信、户外");

    said.remark = row.details;
    const std::string_view outcome = row.details.size() <= kShortRemark ? codeIn(kOutcomes, row.details)
                                                                        : std::string_view{};
    said.outcome = outcome.empty() ? "met" : outcome;
    readReasons(row.services, said);
    said.personsMet = row.person;
    said.worker = row.participants;
    const auto fits = [](const std::string& text, FieldNo field) { return text.size() <= visit.find(field)->maxLength; };
    if (!fits(said.remark, visit.remark) || !fits(said.personsMet, visit.personsMet) || !fits(said.worker, visit.worker))
        return problemOf(row, kDetails, CellFault::tooLong, {}, std::to_string(visit.find(visit.remark)->maxLength / 3));
    return said;
}

}  // namespace qiaomen
