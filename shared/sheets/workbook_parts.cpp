// SPDX-License-Identifier: Apache-2.0
#include "shared/sheets/workbook_parts.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace qiaomen {

namespace {

constexpr std::size_t kLastRow = 1'048'576;  ///< of the format itself

std::size_t numberIn(std::string_view text, std::size_t otherwise) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end != text.data() ? number : otherwise;
}

/// "BC12": column 55 (from 1) and row 12; 0 where a part is missing.
struct CellName {
    std::size_t column = 0, row = 0;
};
CellName cellName(std::string_view text) {
    CellName name;
    std::size_t at = 0;
    for (; at < text.size() && at < 4 && text[at] >= 'A' && text[at] <= 'Z'; ++at)
        name.column = name.column * 26 + static_cast<std::size_t>(text[at] - 'A' + 1);
    name.row = numberIn(text.substr(at), 0);
    return name;
}

}  // namespace

void BookPart::begin(std::string_view element, const XmlAttributes& attributes) {
    if (element == "workbookPr") {
        const auto flag = attributes.get("date1904");
        if (flag == "1" || flag == "true") epoch = ExcelEpoch::of1904;
    } else if (element == "sheet") {
        const auto state = attributes.get("state");
        sheets.push_back({std::string(attributes.get("name")), std::string(attributes.get("id")),
                          state == "hidden" || state == "veryHidden"});
    }
}

void RelationsPart::begin(std::string_view element, const XmlAttributes& attributes) {
    if (element != "Relationship" || attributes.get("TargetMode") == "External") return;
    std::string target(attributes.get("Target"));
    target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
    targets.emplace(attributes.get("Id"), std::move(target));
}

void TextsPart::begin(std::string_view element, const XmlAttributes&) {
    if (element == "si") texts.emplace_back();
    inReading_ = inReading_ || element == "rPh";
    inText_ = element == "t" && !inReading_ && !texts.empty();
}

void TextsPart::end(std::string_view element) {
    if (element == "rPh") inReading_ = false;
    inText_ = false;
}

void TextsPart::text(std::string_view piece) {
    if (inText_) texts.back() += piece;
}

void StylesPart::begin(std::string_view element, const XmlAttributes& attributes) {
    if (element == "numFmt") {
        patterns_[static_cast<int>(numberIn(attributes.get("numFmtId"), 0))] = isDatePattern(
            attributes.get("formatCode"));
    } else if (element == "cellXfs") {
        inStyles_ = true;
    } else if (element == "xf" && inStyles_) {
        const auto number = static_cast<int>(numberIn(attributes.get("numFmtId"), 0));
        const auto own = patterns_.find(number);
        showsMoment.push_back(own != patterns_.end() ? own->second : isDateFormat(number));
    }
}

void StylesPart::end(std::string_view element) {
    if (element == "cellXfs") inStyles_ = false;
}

void SheetPart::begin(std::string_view element, const XmlAttributes& attributes) {
    if (element == "row") {
        row_ = std::min(numberIn(attributes.get("r"), row_ + 1), kLastRow);
        column_ = 0;
        rows_.push_back({.line = row_});
    } else if (element == "c") {
        beginCell(attributes);
    } else if (element == "mergeCell") {
        merge(attributes.get("ref"));
    }
    inReading_ = inReading_ || element == "rPh";
    inValue_ = (element == "v" || element == "t") && !inReading_;
}

void SheetPart::end(std::string_view element) {
    if (element == "c") endCell();
    if (element == "rPh") inReading_ = false;
    inValue_ = false;
}

void SheetPart::text(std::string_view piece) {
    if (inValue_ && value_.size() <= limits_.textBytes) value_ += piece;
}

void SheetPart::beginCell(const XmlAttributes& attributes) {
    const CellName name = cellName(attributes.get("r"));
    column_ = name.column > 0 ? name.column : column_ + 1;
    type_ = attributes.get("t");
    style_ = numberIn(attributes.get("s"), 0);
    value_.clear();
}

void SheetPart::endCell() {
    if (rows_.empty() || column_ > limits_.columns) return;
    std::string text = shown();
    // What a carriage return becomes in XML; with the line feed behind it, it is one line break.
    constexpr std::string_view kReturn = "_x000D_";
    for (auto at = text.find(kReturn); at != std::string::npos; at = text.find(kReturn, at))
        text.erase(at, kReturn.size());
    if (text.empty()) return;
    textBytes_ += text.size();
    auto& cells = rows_.back().cells;
    if (cells.size() < column_) cells.resize(column_, SheetCell{{}, row_});
    cells[column_ - 1].text = std::move(text);
}

std::string SheetPart::shown() const {
    if (type_ == "s") {
        const std::size_t at = numberIn(value_, texts_.size());
        return at < texts_.size() ? texts_[at] : std::string();
    }
    if (type_ == "d") {  // 2026-11-03T14:30:00
        std::string moment = value_.substr(0, 16);
        if (moment.size() > 10) moment[10] = ' ';
        return moment.ends_with(" 00:00") ? moment.substr(0, 10) : moment;
    }
    return type_.empty() || type_ == "n" ? number() : value_;
}

std::string SheetPart::number() const {
    double number = 0;
    const auto [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), number);
    if (error != std::errc() || end != value_.data() + value_.size()) return value_;
    if (style_ < styles_.showsMoment.size() && styles_.showsMoment[style_]) {
        if (auto moment = excelMoment(number, epoch_)) return *std::move(moment);
    }
    constexpr double kExact = 1e15;
    if (number != std::floor(number) || std::abs(number) > kExact) return value_;
    return std::to_string(static_cast<long long>(number));  // 1.38E10 and 402.0 as they are shown
}

void SheetPart::merge(std::string_view range) {
    constexpr std::size_t kMost = 20'000;
    const auto colon = range.find(':');
    if (colon == std::string_view::npos || merged_.size() == kMost) return;
    const CellName first = cellName(range.substr(0, colon)), last = cellName(range.substr(colon + 1));
    if (first.column > 0 && first.column <= limits_.columns && first.row > 0 && last.row > first.row)
        merged_.push_back({first.column, first.row, last.row});
}

std::vector<SheetRow> SheetPart::take() {
    std::erase_if(rows_, [](const SheetRow& row) { return row.cells.empty(); });
    std::ranges::stable_sort(rows_, {}, &SheetRow::line);
    std::size_t looks = 1'000'000;  // merged cells over merged cells are no table that anybody wrote
    for (const Merged& merged : merged_) {
        auto row = std::ranges::lower_bound(rows_, merged.firstRow, {}, &SheetRow::line);
        if (row == rows_.end() || row->line != merged.firstRow || row->cells.size() < merged.column) continue;
        const std::string text = row->cells[merged.column - 1].text;
        if (text.empty()) continue;
        for (++row; row != rows_.end() && row->line <= merged.lastRow && !isTooLarge() && looks > 0; ++row, --looks) {
            if (row->cells.size() < merged.column) row->cells.resize(merged.column, SheetCell{{}, row->line});
            SheetCell& cell = row->cells[merged.column - 1];
            if (!cell.text.empty()) continue;
            cell.text = text;
            textBytes_ += text.size();
        }
    }
    return std::move(rows_);
}

}  // namespace qiaomen
