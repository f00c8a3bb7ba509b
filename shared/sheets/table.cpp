// SPDX-License-Identifier: Apache-2.0
#include "shared/sheets/table.h"

#include <algorithm>

#include "shared/sheets/office_text.h"

namespace qiaomen {

namespace {

/// A header without what offices add to it: blanks inside, a star for "must be filled", a remark in brackets at the end.
std::string plainHeader(std::string_view text) {
    auto header = halfWidth(trimmed(text));
    for (const std::string_view noise : {" ", "\n", "　", "*"}) {
        for (auto at = header.find(noise); at != std::string::npos; at = header.find(noise))
            header.erase(at, noise.size());
    }
    return header;
}

std::string withoutRemark(const std::string& header) { return header.substr(0, header.find('(')); }

}  // namespace

Table::Table(RowReader& rows, std::vector<Heading> headings, Manner manner)
    : reader_(rows), manner_(manner), headings_(std::move(headings)), places_(headings_.size()) {
    findHeader();
    matchHeader();
    usable_ = problems_.empty();
}

/// The header is the first of the first lines that names two known columns. Without one, the last line looked at is taken for
/// it, and every required column will be reported missing.
void Table::findHeader() {
    for (int i = 0; i < manner_.headerWithin && reader_.next(record_); ++i) {
        if (namesColumns()) return;
    }
}

bool Table::namesColumns() const {
    constexpr std::ptrdiff_t kKnownColumns = 2;
    const auto known = std::count_if(record_.cells.begin(), record_.cells.end(),
                                     [&](const SheetCell& cell) { return headingNamed(cell.text).has_value(); });
    return known >= kKnownColumns;
}

void Table::matchHeader() {
    for (std::size_t i = 0; i < record_.cells.size(); ++i) {
        const auto& cell = record_.cells[i];
        headers_.emplace_back(trimmed(cell.text));
        const auto heading = headingNamed(cell.text);
        if (!heading) {
            if (!headers_.back().empty()) ignored_.push_back(headers_.back());
        } else if (places_[*heading]) {
            problems_.push_back({.line = cell.line, .column = headers_.back(), .fault = CellFault::repeatedColumn});
        } else {
            places_[*heading] = i;
        }
    }
    for (std::size_t i = 0; i < headings_.size(); ++i) {
        if (places_[i] || !headings_[i].required) continue;
        std::string names;
        for (const auto name : headings_[i].names) names.append(names.empty() ? "" : "、").append(name);
        problems_.push_back(
            {.column = std::string(headings_[i].names.front()), .fault = CellFault::missingColumn, .expected = names});
    }
}

std::optional<std::size_t> Table::headingNamed(std::string_view header) const {
    const auto full = plainHeader(header);
    const auto named = [](const std::string& name) {
        return [&name](const Heading& heading) {
            return std::any_of(heading.names.begin(), heading.names.end(),
                               [&](std::string_view known) { return name == plainHeader(known); });
        };
    };
    auto found = std::find_if(headings_.begin(), headings_.end(), named(full));
    if (found == headings_.end()) found = std::find_if(headings_.begin(), headings_.end(), named(withoutRemark(full)));
    if (found == headings_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - headings_.begin());
}

bool Table::next() {
    while (usable_ && reader_.next(record_)) {
        if (!repeatsHeader() && fitsHeader()) return true;
    }
    return false;
}

bool Table::repeatsHeader() const {
    return std::ranges::all_of(places_, [this](const std::optional<std::size_t>& place) {
        return !place || (*place < record_.cells.size() &&
                          trimmed(record_.cells[*place].text) == std::string_view(headers_[*place]));
    });
}

bool Table::fitsHeader() {
    if (record_.problem) {
        problems_.push_back(*record_.problem);
        return false;
    }
    if (manner_.remarksBeside) return true;
    for (std::size_t i = headers_.size(); i < record_.cells.size(); ++i) {
        const auto& cell = record_.cells[i];
        if (trimmed(cell.text).empty()) continue;
        problems_.push_back({.line = cell.line, .fault = CellFault::tooManyCells, .found = cell.text});
        return false;
    }
    return true;
}

std::string_view Table::cell(std::size_t heading) const {
    const auto place = places_[heading];
    return place && *place < record_.cells.size() ? trimmed(record_.cells[*place].text) : std::string_view{};
}

std::size_t Table::lineOf(std::size_t heading) const {
    const auto place = places_[heading];
    return place && *place < record_.cells.size() ? record_.cells[*place].line : record_.line;
}

std::string_view Table::nameOf(std::size_t heading) const {
    const auto place = places_[heading];
    return place ? std::string_view(headers_[*place]) : headings_[heading].names.front();
}

}  // namespace qiaomen
