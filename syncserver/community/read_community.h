// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/sheets/cell_problem.h"
#include "syncserver/community/community_rows.h"

namespace qiaomen {

/// Reads the office files of a community. Every line stands for itself: a bad one is reported with line, column and reason,
/// and left out; all others are read. Of a cell with several telephone numbers the first is taken and the others are reported
/// (a remark: the line is not left out). A file whose header is unusable gives no rows and says which column is missing.
///
/// Beyond each column's format (community_columns.h) a line must satisfy:
///   - a door has a village group and gate number, or an estate or road with a gate number or a building and room;
///   - a door with a household has number, head and register kind; one without is vacant or a business;
///   - a resident's birth date and sex agree with the identity number; where they are missing they are taken from it;
///   - a resident without identity number has a reason for it and a birth date.
///
/// Readers are pure: they get the bytes and today's date ("YYYY-MM-DD").

template <class Row>
struct Rows {
    std::vector<Row> rows;
    std::vector<CellProblem> problems;
    std::vector<std::string> ignoredColumns;  ///< headers that mean nothing to us, as they stand
};

Rows<GridRow> readGrids(std::string_view bytes, std::string_view today);
Rows<HouseholdRow> readHouseholds(std::string_view bytes, std::string_view today);
Rows<ResidentRow> readResidents(std::string_view bytes, std::string_view today);

/// The whole folder: grids.csv, households.csv, residents.csv, and what must hold between them. A household in an unknown
/// grid, a resident of an unknown household, and whatever stands there twice are left out and reported.
struct CommunityReading {
    Community community;
    std::vector<CellProblem> problems;
};
CommunityReading readCommunity(const std::string& folder, std::string_view today);

}  // namespace qiaomen
