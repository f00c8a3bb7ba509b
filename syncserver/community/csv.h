// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "syncserver/community/cell_problem.h"

namespace qiaomen {

/// Reads CSV as offices really write it: RFC 4180, and its usual neighbours.
///
///     file   := record (break record)*
///     break  := CR LF | LF | CR
///     record := cell ("," cell)*
///     cell   := any text without comma, quote at its start, or break
///             | '"' (any text, '""' for one quote)* '"'
///
/// Lines that are empty, or hold nothing but commas, are skipped. Every cell knows the line on which it starts, so that a
/// message can say where to look even after quoted line breaks. One pass, linear in the size of the text.

struct CsvCell {
    std::string text;  ///< without its quotes, otherwise as it stands
    std::size_t line = 0;
};

struct CsvRecord {
    std::vector<CsvCell> cells;
    std::size_t line = 0;  ///< where the record starts
    std::optional<CellProblem>
        problem;  ///< its shape is broken: unclosedQuote or textAfterQuote; the cells are then incomplete
};

class CsvReader {
public:
    /// `text` is UTF-8 and must remain live while the reader is in use.
    explicit CsvReader(std::string_view text) : text_(text) {}

    /// Gives the next record that is not blank; false at the end. After a broken record reading goes on with the line after
    /// the one on which the breakage starts.
    bool next(CsvRecord& record);

private:
    void readRecord(CsvRecord& record);
    CsvCell& addCell(CsvRecord& record, std::size_t used) const;
    void readPlain(std::string& cell);
    bool readQuoted(CsvCell& cell, CsvRecord& record);
    void skipLine();
    void skipBreak();
    [[nodiscard]] bool atBreak() const { return text_[at_] == '\n' || text_[at_] == '\r'; }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
};

/// A record as one line of CSV with CR LF, cells quoted where they must be.
std::string csvLine(std::span<const std::string> cells);

}  // namespace qiaomen
