// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "shared/sheets/sheet_rows.h"

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

class CsvReader : public RowReader {
public:
    /// `text` is UTF-8 and must remain live while the reader is in use.
    explicit CsvReader(std::string_view text) : text_(text) {}

    /// Gives the next record that is not blank; false at the end. After a broken record reading goes on with the line after
    /// the one on which the breakage starts.
    bool next(SheetRow& record) override;

private:
    void readRecord(SheetRow& record);
    SheetCell& addCell(SheetRow& record, std::size_t used) const;
    void readPlain(std::string& cell);
    bool readQuoted(SheetCell& cell, SheetRow& record);
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
