// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/sheets/sheet_rows.h"

namespace qiaomen {

/// Rows of an office file seen as a table: its header found and its columns matched by name, in whatever order they stand. Above the
/// header there may be a title or two, as in a printed register; a header that comes again on each page of one is passed over.
class Table {
public:
    /// One column the caller knows: `names` are all headers it may have, the first is the usual one.
    struct Heading {
        std::vector<std::string_view> names;
        bool required = false;
    };

    struct Manner {
        int headerWithin = 5;  ///< the first so many rows; of those that hold anything
        /// Text to the right of the last header is somebody's remark. In CSV it is more likely a comma too many, which has moved cells.
        bool remarksBeside = false;
    };

    /// `rows` must outlive the table. Where `problems()` is not empty afterwards, the table has no rows.
    Table(RowReader& rows, std::vector<Heading> headings, Manner manner);
    Table(RowReader& rows, std::vector<Heading> headings) : Table(rows, std::move(headings), Manner()) {}

    /// Gives the next line with text in it; a line of broken shape is added to `problems()` and passed over.
    bool next();

    /// The current line's cell of the caller's n-th column, trimmed; "" where the file has no such column or cell.
    [[nodiscard]] std::string_view cell(std::size_t heading) const;
    /// Where that cell stands, and what its column is called in this file (or would usually be called).
    [[nodiscard]] std::size_t lineOf(std::size_t heading) const;
    [[nodiscard]] std::string_view nameOf(std::size_t heading) const;

    /// True when a header was found that names every required column.
    [[nodiscard]] bool isUsable() const { return usable_; }
    [[nodiscard]] std::size_t line() const { return record_.line; }
    [[nodiscard]] std::vector<CellProblem>& problems() { return problems_; }
    [[nodiscard]] const std::vector<std::string>& ignoredColumns() const { return ignored_; }

private:
    void findHeader();
    void matchHeader();
    [[nodiscard]] std::optional<std::size_t> headingNamed(std::string_view header) const;
    [[nodiscard]] bool fitsHeader();
    [[nodiscard]] bool namesColumns() const;
    [[nodiscard]] bool repeatsHeader() const;

    RowReader& reader_;
    Manner manner_;
    SheetRow record_;
    std::vector<Heading> headings_;
    std::vector<std::optional<std::size_t>> places_;  ///< by heading: the cell's index in a record
    std::vector<std::string> headers_;                ///< as they stand in the file
    std::vector<std::string> ignored_;
    std::vector<CellProblem> problems_;
    bool usable_ = false;
};

}  // namespace qiaomen
