// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syncserver/community/cell_problem.h"
#include "syncserver/community/csv.h"

namespace qiaomen {

/// A CSV text seen as a table: its header found and its columns matched by name, in whatever order they stand. Above the
/// header there may be a title or two, as in a printed register. Used by read_community only.
class Table {
public:
    /// One column the caller knows: `names` are all headers it may have, the first is the usual one.
    struct Heading {
        std::vector<std::string_view> names;
        bool required = false;
    };

    /// `text` is UTF-8 and must remain live. Where `problems()` is not empty afterwards, the table has no rows.
    Table(std::string_view text, std::vector<Heading> headings);

    /// Gives the next line with text in it; a line of broken shape is added to `problems()` and passed over.
    bool next();

    /// The current line's cell of the caller's n-th column, trimmed; "" where the file has no such column or cell.
    [[nodiscard]] std::string_view cell(std::size_t heading) const;
    /// Where that cell stands, and what its column is called in this file (or would usually be called).
    [[nodiscard]] std::size_t lineOf(std::size_t heading) const;
    [[nodiscard]] std::string_view nameOf(std::size_t heading) const;

    [[nodiscard]] std::size_t line() const { return record_.line; }
    [[nodiscard]] std::vector<CellProblem>& problems() { return problems_; }
    [[nodiscard]] const std::vector<std::string>& ignoredColumns() const { return ignored_; }

private:
    void findHeader();
    void matchHeader();
    [[nodiscard]] std::optional<std::size_t> headingNamed(std::string_view header) const;
    [[nodiscard]] bool fitsHeader();

    CsvReader reader_;
    CsvRecord record_;
    std::vector<Heading> headings_;
    std::vector<std::optional<std::size_t>> places_;  ///< by heading: the cell's index in a record
    std::vector<std::string> headers_;                ///< as they stand in the file
    std::vector<std::string> ignored_;
    std::vector<CellProblem> problems_;
    bool usable_ = false;
};

}  // namespace qiaomen
