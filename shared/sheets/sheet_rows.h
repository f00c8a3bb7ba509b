// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "shared/sheets/cell_problem.h"

namespace qiaomen {

/// What a table in an office file looks like to whoever reads it, whether it came as CSV or as a workbook.

struct SheetCell {
    std::string
        text;  ///< of CSV without its quotes; of a workbook what the cell shows, dates as "2026-11-03" or "2026-11-03 14:30"
    std::size_t line = 0;  ///< where it starts, as an editor counts; of a workbook its row
};

struct SheetRow {
    std::vector<SheetCell> cells;
    std::size_t line = 0;                ///< where the row starts
    std::optional<CellProblem> problem;  ///< its shape is broken (CSV only); the cells are then incomplete
};

/// Gives rows one after the other, blank ones left out.
class RowReader {
public:
    virtual ~RowReader() = default;
    /// False at the end. `row` may be used again and again: its memory is reused.
    virtual bool next(SheetRow& row) = 0;
};

/// The rows of one sheet of a workbook.
class KeptRows : public RowReader {
public:
    explicit KeptRows(std::vector<SheetRow> rows) : rows_(std::move(rows)) {}
    bool next(SheetRow& row) override {
        if (at_ == rows_.size()) return false;
        row = std::move(rows_[at_++]);
        return true;
    }

private:
    std::vector<SheetRow> rows_;
    std::size_t at_ = 0;
};

}  // namespace qiaomen
