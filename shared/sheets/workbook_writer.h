// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/core/result.h"

namespace qiaomen {

/// A moment as it stands on the wall, for a cell; `minute` of the day, -1 for a day alone.
struct SheetMoment {
    int year = 0, month = 0, day = 0;
    int minute = -1;
};

/// What a cell holds. A text is a text, whatever it begins with: nothing that somebody typed becomes a formula.
using SheetValue = std::variant<std::monostate, std::string, std::int64_t, double, SheetMoment>;

/// A column: what stands above it, and how wide it is in characters.
struct SheetColumn {
    std::string head;
    double width = 14;
    bool wraps = false;  ///< long texts: their rows grow
};

/// Writes a workbook row by row, by libxlsxwriter in its way for large tables: what is written goes to the disk at once, so that memory
/// does not grow with the rows. Its temporary files are without names, in the folder of the workbook itself.
///
///     auto book = WorkbookWriter::create(file, {…});
///     (*book)->beginNotes("About"); (*book)->beginTable("Visits", columns); (*book)->row(cells); …
///     if (auto written = (*book)->finish(); !written) …
///
/// A disk that fills up is found at the latest by finish(), which reads the whole file back: a workbook that lacks a row is never
/// called written. Errors: missing (no such folder), full, broken. The file's name is told, never its folder.
class WorkbookWriter {
public:
    struct Options {
        std::string title, author;
        std::string footer;  ///< on every printed page
    };
    static Result<std::unique_ptr<WorkbookWriter>> create(const std::filesystem::path& file, const Options& options);
    ~WorkbookWriter();
    WorkbookWriter(const WorkbookWriter&) = delete;
    WorkbookWriter& operator=(const WorkbookWriter&) = delete;

    /// Adds a sheet and gives its number, to write to it later, too. A table's head row stays in sight and has a filter; notes have none.
    std::size_t beginTable(std::string_view name, std::span<const SheetColumn> columns);
    std::size_t beginNotes(std::string_view name, std::span<const SheetColumn> columns);

    void row(std::size_t sheet, std::span<const SheetValue> cells);
    /// A row in bold: a heading within notes.
    void heading(std::size_t sheet, std::span<const SheetValue> cells);

    /// Rows written so far, without the head.
    [[nodiscard]] std::uint64_t rows(std::size_t sheet) const;
    /// True once something could not be written: there is no use in going on.
    [[nodiscard]] bool hasFailed() const;
    /// Closes the file, reads it back, and has it on the disk.
    Outcome finish();

private:
    struct Book;
    explicit WorkbookWriter(std::unique_ptr<Book> book);
    std::unique_ptr<Book> book_;
};

/// A name as a sheet may have it: 31 characters, none of []:*?/\, not empty.
std::string sheetName(std::string_view wish);

}  // namespace qiaomen
