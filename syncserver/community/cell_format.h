// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "shared/core/collection.h"
#include "shared/sheets/cell_problem.h"
#include "syncserver/community/community_columns.h"

namespace qiaomen {

/// How a cell's text becomes a normal value and back. Pure: today's date is passed in.

/// What a format needs to know about its column.
struct CellRule {
    Format format = Format::text;
    std::span<const Choice> choices{};
    std::span<const OtherWord> otherWords{};
};

/// A refused cell: why, and what was expected instead (see CellFault).
struct Refusal {
    CellFault fault;
    std::string expected;
};

/// The cell's normal value. `today` is "YYYY-MM-DD". An empty cell gives "".
std::variant<std::string, Refusal> normalCell(std::string_view text, const CellRule& rule, std::string_view today);

/// What of a good cell normalCell() leaves out; nothing for most.
std::optional<Refusal> remarkOn(std::string_view text, const CellRule& rule);

/// The value as an office writes it: Chinese words for codes, 、 between several.
std::string officeCell(const std::string& value, const CellRule& rule);

/// A date in any of the accepted forms as "YYYY-MM-DD", "YYYY-MM" or "YYYY"; "" if it is none or does not exist.
std::string normalDate(std::string_view text);

}  // namespace qiaomen
