// SPDX-License-Identifier: Apache-2.0
#include "shared/sheets/csv.h"

#include <algorithm>

namespace qiaomen {

namespace {

/// No cell of an office file is longer. A quoted cell that is has lost its closing quote, and looking for it further
/// would swallow good lines.
constexpr std::size_t kLongestQuotedCell = 8192;

bool isBlank(const SheetRow& record) {
    return !record.problem && std::all_of(record.cells.begin(), record.cells.end(),
                                          [](const SheetCell& cell) { return cell.text.empty(); });
}

}  // namespace

bool CsvReader::next(SheetRow& record) {
    while (at_ < text_.size()) {
        readRecord(record);
        if (!isBlank(record)) return true;
    }
    return false;
}

void CsvReader::readRecord(SheetRow& record) {
    record.line = line_;
    record.problem.reset();
    std::size_t used = 0;
    for (bool more = true; more;) {
        SheetCell& cell = addCell(record, used++);
        const bool quoted = at_ < text_.size() && text_[at_] == '"';
        if (quoted && !readQuoted(cell, record)) {
            skipLine();
            break;
        }
        if (!quoted) readPlain(cell.text);
        more = at_ < text_.size() && text_[at_] == ',';
        if (more) ++at_;
    }
    record.cells.resize(used);
    if (!record.problem) skipBreak();
}

/// Cells are reused from record to record, so that a large file does not allocate for each of them.
SheetCell& CsvReader::addCell(SheetRow& record, std::size_t used) const {
    if (used == record.cells.size()) record.cells.emplace_back();
    SheetCell& cell = record.cells[used];
    cell.text.clear();
    cell.line = line_;
    return cell;
}

void CsvReader::readPlain(std::string& cell) {
    const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    cell = text_.substr(at_, end - at_);
    at_ = end;
}

bool CsvReader::readQuoted(SheetCell& cell, SheetRow& record) {
    const std::size_t start = at_++;
    const auto fail = [&](CellFault fault, std::string found) {
        record.problem = CellProblem{.line = cell.line, .fault = fault, .found = std::move(found)};
        at_ = start;
        line_ = cell.line;
        return false;
    };
    while (at_ < text_.size() && at_ - start <= kLongestQuotedCell) {
        if (text_[at_] != '"') {
            const bool lineEnd = atBreak();
            cell.text += lineEnd ? '\n' : text_[at_];
            if (lineEnd) {
                skipBreak();
            } else {
                ++at_;
            }
        } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
            cell.text += '"';
            at_ += 2;
        } else {
            ++at_;
            if (at_ == text_.size() || text_[at_] == ',' || atBreak()) return true;
            const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
            return fail(CellFault::textAfterQuote, std::string(text_.substr(at_, end - at_)));
        }
    }
    return fail(CellFault::unclosedQuote, {});
}

void CsvReader::skipLine() {
    at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
    skipBreak();
}

void CsvReader::skipBreak() {
    if (at_ == text_.size() || !atBreak()) return;
    const bool pair = text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
    at_ += pair ? 2 : 1;
    ++line_;
}

std::string csvLine(std::span<const std::string> cells) {
    std::string line;
    for (const auto& cell : cells) {
        if (&cell != cells.data()) line += ',';
        if (cell.find_first_of(",\"\r\n") == std::string::npos) {
            line += cell;
            continue;
        }
        line += '"';
        for (const char c : cell) {
            if (c == '"') line += '"';
            line += c;
        }
        line += '"';
    }
    return line + "\r\n";
}

}  // namespace qiaomen
