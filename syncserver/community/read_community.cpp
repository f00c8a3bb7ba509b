// SPDX-License-Identifier: Apache-2.0
#include "syncserver/community/read_community.h"

#include <algorithm>
#include <filesystem>
#include <unordered_map>

#include "shared/domain/id_number.h"
#include "shared/sheets/csv.h"
#include "shared/sheets/dates.h"
#include "shared/sheets/office_text.h"
#include "shared/sheets/table.h"
#include "syncserver/community/cell_format.h"
#include "syncserver/community/community_columns.h"

namespace qiaomen {

namespace {

template <class Row>
std::vector<Table::Heading> headingsOf() {
    std::vector<Table::Heading> headings;
    for (const auto& column : OfficeFile<Row>::kColumns) {
        Table::Heading heading{{column.name}, column.required};
        auto others = column.otherNames;
        while (!others.empty()) {
            const auto bar = std::min(others.find('|'), others.size());
            heading.names.push_back(others.substr(0, bar));
            others.remove_prefix(std::min(bar + 1, others.size()));
        }
        headings.push_back(std::move(heading));
    }
    return headings;
}

/// One line while it is being judged: names the column of a problem by the member it concerns.
template <class Row>
class Line {
public:
    explicit Line(Table& table) : table_(table) {}

    void refuse(std::string Row::*cell, CellFault fault, const std::string& expected = {}) {
        remark(cell, fault, expected);
        good_ = false;
    }
    /// The line is taken; the office hears of it all the same.
    void remark(std::string Row::*cell, CellFault fault, const std::string& expected) {
        const auto& columns = OfficeFile<Row>::kColumns;
        const auto column = std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.cell == cell; });
        const auto index = static_cast<std::size_t>(column - columns.begin());
        table_.problems().push_back({.line = table_.lineOf(index),
                                     .column = std::string(table_.nameOf(index)),
                                     .fault = fault,
                                     .found = std::string(table_.cell(index)),
                                     .expected = expected});
    }
    void requireText(const Row& row, std::string Row::*cell) {
        if ((row.*cell).empty()) refuse(cell, CellFault::empty);
    }
    [[nodiscard]] bool isGood() const { return good_; }

private:
    Table& table_;
    bool good_ = true;
};

void judge(GridRow&, Line<GridRow>&) {}

void judge(HouseholdRow& door, Line<HouseholdRow>& line) {
    const bool inVillage = !door.villageGroup.empty();
    if (inVillage) {
        line.requireText(door, &HouseholdRow::gate);
    } else if (door.estate.empty()) {
        line.refuse(&HouseholdRow::estate, CellFault::empty);
    } else if (door.gate.empty() || !door.building.empty()) {
        line.requireText(door, &HouseholdRow::building);
        line.requireText(door, &HouseholdRow::room);
    }
    if (!door.isOccupied()) {
        const bool mayBeEmpty = door.use == "vacant" || door.use == "business";
        if (!mayBeEmpty || !door.headName.empty()) line.refuse(&HouseholdRow::number, CellFault::empty);
        return;
    }
    line.requireText(door, &HouseholdRow::headName);
    line.requireText(door, &HouseholdRow::registerKind);
}

void judge(ResidentRow& resident, Line<ResidentRow>& line) {
    if (resident.idNumber.empty()) {
        line.requireText(resident, &ResidentRow::noIdReason);
        line.requireText(resident, &ResidentRow::birthDate);
        line.requireText(resident, &ResidentRow::sex);
        return;
    }
    const auto number = std::get<IdNumber>(IdNumber::parse(resident.idNumber));
    const auto birthDate = isoDate(number.birthDate());
    const bool man = number.sex() == Sex::male;
    if (!birthDate.starts_with(resident.birthDate)) {
        line.refuse(&ResidentRow::birthDate, CellFault::idNumberBirth, birthDate);
    }
    if (resident.sex == (man ? "2" : "1")) line.refuse(&ResidentRow::sex, CellFault::idNumberSex, man ? "男" : "女");
    resident.birthDate = birthDate;
    if (resident.sex.empty()) resident.sex = man ? "1" : "2";
}

template <class Row>
bool readLine(Table& table, Row& row, std::string_view today) {
    Line<Row> line(table);
    row.line = table.line();
    const auto columns = OfficeFile<Row>::kColumns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& column = columns[i];
        const CellRule rule{column.format, column.choices, column.otherWords};
        auto cell = normalCell(table.cell(i), rule, today);
        if (auto* refusal = std::get_if<Refusal>(&cell)) {
            line.refuse(column.cell, refusal->fault, refusal->expected);
            continue;
        }
        row.*column.cell = std::get<std::string>(std::move(cell));
        if (auto remark = remarkOn(table.cell(i), rule)) line.remark(column.cell, remark->fault, remark->expected);
        if (column.filled) line.requireText(row, column.cell);
    }
    if (line.isGood()) judge(row, line);  // rules between cells make sense only when each cell does
    return line.isGood();
}

template <class Row>
Rows<Row> readRows(std::string_view bytes, std::string_view today) {
    Rows<Row> result;
    const auto decoded = decodeOfficeText(bytes);
    if (const auto* problem = std::get_if<CellProblem>(&decoded)) {
        result.problems.push_back(*problem);
    } else {
        CsvReader lines(std::get<OfficeText>(decoded).utf8);
        Table table(lines, headingsOf<Row>());
        while (table.next()) {
            Row row;
            if (readLine(table, row, today)) result.rows.push_back(std::move(row));
        }
        result.problems = std::move(table.problems());
        result.ignoredColumns = table.ignoredColumns();
    }
    for (auto& problem : result.problems) problem.file = OfficeFile<Row>::kName;
    return result;
}

template <class Row>
std::vector<Row> readFile(const std::string& folder, std::string_view today, std::vector<CellProblem>& problems) {
    const auto path = std::filesystem::path(folder) / OfficeFile<Row>::kName;
    const auto bytes = fileBytes(path.string());
    if (!bytes) {
        problems.push_back(
            {.file = std::string(OfficeFile<Row>::kName), .fault = CellFault::notReadable, .expected = path.string()});
        return {};
    }
    auto read = readRows<Row>(*bytes, today);
    problems.insert(problems.end(), read.problems.begin(), read.problems.end());
    return std::move(read.rows);
}

/// Rows by what makes them themselves, and the line of the first such row.
using Lines = std::unordered_map<std::string, std::size_t>;

template <class Row>
CellProblem problemIn(const Row& row, std::string Row::*cell, CellFault fault, const std::string& expected = {}) {
    const auto& columns = OfficeFile<Row>::kColumns;
    const auto column = std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.cell == cell; });
    return {.file = std::string(OfficeFile<Row>::kName),
            .line = row.line,
            .column = std::string(column->name),
            .fault = fault,
            .found = row.*cell,
            .expected = expected};
}

/// Takes out the rows that `problemOf` objects to, keeping the order of the others.
template <class Row, class ProblemOf>
void sift(std::vector<Row>& rows, std::vector<CellProblem>& problems, ProblemOf problemOf) {
    std::erase_if(rows, [&](const Row& row) {
        auto problem = problemOf(row);
        if (problem) problems.push_back(std::move(*problem));
        return problem.has_value();
    });
}

template <class Row>
std::optional<CellProblem> repeatedIn(Lines& seen, const Row& row, const std::string& identity, std::string Row::*cell) {
    const auto [place, first] = seen.emplace(identity, row.line);
    if (first) return std::nullopt;
    return problemIn(row, cell, CellFault::repeated, std::to_string(place->second));
}

std::string addressOf(const HouseholdRow& door) {
    std::string address = door.gridCode;
    for (const auto* part :
         {&door.villageGroup, &door.estate, &door.gate, &door.building, &door.unit, &door.floor, &door.room}) {
        address += '\n' + *part;
    }
    return address;
}

std::string identityOf(const ResidentRow& resident) {
    const auto self = resident.idNumber.empty() ? resident.name + '\n' + resident.birthDate : resident.idNumber;
    return resident.householdNumber + '\n' + self;
}

}  // namespace

Rows<GridRow> readGrids(std::string_view bytes, std::string_view today) { return readRows<GridRow>(bytes, today); }

Rows<HouseholdRow> readHouseholds(std::string_view bytes, std::string_view today) {
    return readRows<HouseholdRow>(bytes, today);
}

Rows<ResidentRow> readResidents(std::string_view bytes, std::string_view today) {
    return readRows<ResidentRow>(bytes, today);
}

CommunityReading readCommunity(const std::string& folder, std::string_view today) {
    CommunityReading reading;
    auto& [grids, households, residents] = reading.community;
    grids = readFile<GridRow>(folder, today, reading.problems);
    households = readFile<HouseholdRow>(folder, today, reading.problems);
    residents = readFile<ResidentRow>(folder, today, reading.problems);

    Lines gridCodes;
    sift(grids, reading.problems,
         [&](const GridRow& grid) { return repeatedIn(gridCodes, grid, grid.code, &GridRow::code); });

    Lines numbers;
    Lines vacantDoors;
    sift(households, reading.problems, [&](const HouseholdRow& door) -> std::optional<CellProblem> {
        if (!gridCodes.contains(door.gridCode)) return problemIn(door, &HouseholdRow::gridCode, CellFault::unknownGrid);
        if (door.isOccupied()) return repeatedIn(numbers, door, door.number, &HouseholdRow::number);
        return repeatedIn(vacantDoors, door, addressOf(door),
                          door.room.empty() ? &HouseholdRow::gate : &HouseholdRow::room);
    });

    Lines people;
    sift(residents, reading.problems, [&](const ResidentRow& resident) -> std::optional<CellProblem> {
        if (!numbers.contains(resident.householdNumber)) {
            return problemIn(resident, &ResidentRow::householdNumber, CellFault::unknownHousehold);
        }
        return repeatedIn(people, resident, identityOf(resident), &ResidentRow::name);
    });
    return reading;
}

}  // namespace qiaomen
