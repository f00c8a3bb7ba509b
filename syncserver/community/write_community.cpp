// SPDX-License-Identifier: Apache-2.0
#include "syncserver/community/write_community.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "shared/sheets/csv.h"
#include "syncserver/community/cell_format.h"
#include "syncserver/community/community_columns.h"

namespace qiaomen {

namespace {

template <class Row>
std::string csv(const std::vector<Row>& rows) {
    const auto columns = OfficeFile<Row>::kColumns;
    std::vector<std::string> cells;
    for (const auto& column : columns) cells.emplace_back(column.name);
    std::string text = csvLine(cells);
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto& column = columns[i];
            cells[i] = officeCell(row.*column.cell, {column.format, column.choices, column.otherWords});
        }
        text += csvLine(cells);
    }
    return text;
}

Outcome writeFile(const std::filesystem::path& path, const std::string& bytes) {
    errno = 0;
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (file) return Done{};
    const int reason = errno;
    return Error{reason == ENOSPC ? Fault::full : Fault::refused,
                 path.string() + " cannot be written: " + std::generic_category().message(reason)};
}

}  // namespace

std::string gridsCsv(const std::vector<GridRow>& rows) { return csv(rows); }

std::string householdsCsv(const std::vector<HouseholdRow>& rows) { return csv(rows); }

std::string residentsCsv(const std::vector<ResidentRow>& rows) { return csv(rows); }

Outcome writeCommunity(const Community& community, const std::string& folder, TextEncoding encoding) {
    const std::filesystem::path place(folder);
    std::error_code failure;
    std::filesystem::create_directories(place, failure);
    if (failure) return Error{Fault::refused, folder + " cannot be made: " + failure.message()};

    const std::pair<std::string_view, std::string> files[] = {
        {OfficeFile<GridRow>::kName, gridsCsv(community.grids)},
        {OfficeFile<HouseholdRow>::kName, householdsCsv(community.households)},
        {OfficeFile<ResidentRow>::kName, residentsCsv(community.residents)}};
    for (const auto& [name, text] : files) {
        if (auto written = writeFile(place / name, encodeOfficeText(text, encoding)); !written) return written;
    }
    return Done{};
}

}  // namespace qiaomen
