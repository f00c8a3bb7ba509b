// SPDX-License-Identifier: Apache-2.0
#include "syncserver/import.h"

#include <chrono>
#include <functional>
#include <map>

#include "syncserver/community/read_community.h"
#include "syncserver/grid_import.h"

namespace qiaomen {

namespace {

/// The rows of one grid.
struct GridRows {
    const GridRow* grid = nullptr;
    std::vector<const HouseholdRow*> households;
    std::vector<const ResidentRow*> residents;
};

std::map<std::string, GridRows> byGrid(const Community& community) {
    std::map<std::string, GridRows> grids;
    std::map<std::string, GridRows*> gridOfHousehold;
    for (const GridRow& row : community.grids) grids[row.code].grid = &row;
    for (const HouseholdRow& row : community.households) {
        GridRows& rows = grids[row.gridCode];
        rows.households.push_back(&row);
        if (row.isOccupied()) gridOfHousehold[row.number] = &rows;
    }
    for (const ResidentRow& row : community.residents)
        gridOfHousehold.at(row.householdNumber)->residents.push_back(&row);
    return grids;
}

/// What the office brings to a grid, signed.
Result<GridRequest> requestOf(CentreFolder& centre, const GridId& grid, const std::function<void(GridImport&)>& fill) {
    return guarded([&]() -> Result<GridRequest> {
        auto view = centre.grids().view(grid);
        if (!view) return view.error();
        GridImport import(grid, **view, centre.importDevice(), [&centre] { return centre.hub().nowMs(); });
        fill(import);
        GridRequest request{.grid = grid, .changes = import.takeChanges()};
        centre.signImport(request, (*view)->lastTaken(centre.importDevice()).link);
        return request;
    });
}

/// Brings what `fill` puts into it; `changes` and `refusals` are counted on.
Outcome bring(CentreFolder& centre, const GridId& grid, const std::string& name,
              const std::function<void(GridImport&)>& fill, std::size_t& changes, std::vector<std::string>& refusals) {
    auto request = requestOf(centre, grid, fill);
    if (!request) return request.error();
    if (request->changes.empty()) return Done{};
    changes += request->changes.size();
    const auto reply = centre.hub().sync(centre.importGrant(), {centre.importDevice(), "import", {*std::move(request)}});
    if (!reply) return reply.error();
    if (reply->grids.front().problem) return *reply->grids.front().problem;
    for (const Refusal& refusal : reply->grids.front().refusals) refusals.push_back(name + ": " + refusal.reason);
    return Done{};
}

Outcome importGrid(CentreFolder& centre, const GridId& grid, const GridRows& rows, ImportReport& report) {
    if (auto created = centre.grids().createGrid(grid); !created) return created;
    const auto fill = [&](GridImport& import) {
        import.add(*rows.grid);
        for (const HouseholdRow* row : rows.households) import.add(*row);
        for (const ResidentRow* row : rows.residents) import.add(*row);
    };
    return bring(centre, grid, rows.grid->code, fill, report.changes, report.refusals);
}

std::string today() {
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                  static_cast<unsigned>(day.day()));
    return text;
}

}  // namespace

GridId gridIdOf(const std::string& code) { return GridId::named(IdBytes{}, "qiaomen grid " + code); }

Result<ImportReport> importCommunity(CentreFolder& centre, const Community& community) {
    ImportReport report;
    report.grids = community.grids.size();
    report.dwellings = community.households.size();
    report.residents = community.residents.size();
    for (const HouseholdRow& row : community.households) report.households += row.isOccupied() ? 1 : 0;
    for (const auto& [code, rows] : byGrid(community)) {
        if (auto done = importGrid(centre, gridIdOf(code), rows, report); !done) return done.error();
    }
    return report;
}

Result<ImportReport> importFolder(CentreFolder& centre, const std::string& folder) {
    CommunityReading reading = readCommunity(folder, today());
    auto report = importCommunity(centre, reading.community);
    if (report) report->problems = std::move(reading.problems);
    return report;
}

Result<QuestionImportReport> importQuestions(CentreFolder& centre, const QuestionSet& set,
                                             const std::vector<GridId>& grids) {
    QuestionImportReport report;
    for (const GridId& grid : grids) {
        const auto fill = [&](GridImport& import) { import.add(set); };
        if (auto done = bring(centre, grid, grid.text(), fill, report.changes, report.refusals); !done)
            return done.error();
        ++report.grids;
    }
    return report;
}

}  // namespace qiaomen
