// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/domain/civil_day.h"
#include "shared/sheets/cell_problem.h"

namespace qiaomen {

/// An office's own workbook of visits, as it is kept from month to month:
///
///     走访对象   居住地址   方式   走访时间   参与人员   走访详情   服务标签
///
/// as a workbook (.xlsx) or as CSV in UTF-8 or GB18030. Titles may stand above the heads, columns in any order and beside others; several
/// sheets with these heads are all read, hidden ones are not.

/// One row as it stands.
struct VisitRow {
    std::string sheet;     ///< its name; empty in CSV
    std::size_t line = 0;  ///< as an editor counts; of a workbook its row
    std::string person, address, way, when, participants, details, services;
};

struct VisitSheet {
    std::vector<VisitRow> rows;
    std::vector<CellProblem> problems;  ///< of the file, or of rows of broken shape; `file` is the sheet's name
    std::vector<std::string> ignoredColumns;
};

/// Reads the whole file; pure. At most kMostVisitRows rows are taken; a file with more has that as its problem and no rows.
inline constexpr std::size_t kMostVisitRows = 20'000;
VisitSheet readVisitSheet(std::string_view bytes);

/// What a row says of a visit, in the words of the records.
struct VisitSaid {
    std::int64_t atMs = 0;
    CivilDay day = 0;
    std::string way, outcome;  ///< codes
    std::string reasons;       ///< codes; words that are none stand in the remark
    std::string remark;
    std::string personsMet;
    std::string worker;
};

/// The row's meaning, or what is wrong with it (of which column, and how to write it). A day without an hour is at noon, and never ahead of now. Without a
/// way it was at the door. The outcome follows from short remarks like 家中无人; else somebody was met.
std::variant<VisitSaid, CellProblem> readVisit(const VisitRow& row, const WallClock& now);

}  // namespace qiaomen
