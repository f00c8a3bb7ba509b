// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/sheets/excel_dates.h"
#include "shared/sheets/workbook_reader.h"
#include "shared/sheets/xml_parts.h"

namespace qiaomen {

// What stands in the parts of a workbook, each heard of by one listener. Private to workbook_reader.cpp.

/// xl/workbook.xml: which sheets there are, under which relations.
struct BookPart final : XmlListener {
    struct Sheet {
        std::string name, relation;
        bool hidden = false;
    };
    std::vector<Sheet> sheets;
    ExcelEpoch epoch = ExcelEpoch::of1900;

    void begin(std::string_view element, const XmlAttributes& attributes) override;
};

/// xl/_rels/workbook.xml.rels: where they are.
struct RelationsPart final : XmlListener {
    std::map<std::string, std::string, std::less<>> targets;  ///< by relation; paths in the archive

    void begin(std::string_view element, const XmlAttributes& attributes) override;
};

/// xl/sharedStrings.xml: texts that cells name by their number.
struct TextsPart final : XmlListener {
    explicit TextsPart(std::size_t most) : most_(most) {}
    std::vector<std::string> texts;

    void begin(std::string_view element, const XmlAttributes& attributes) override;
    void end(std::string_view element) override;
    void text(std::string_view piece) override;
    [[nodiscard]] bool isDone() const override { return texts.size() > most_; }

private:
    std::size_t most_;
    bool inText_ = false, inReading_ = false;  ///< a reading aid (furigana) is not the text
};

/// xl/styles.xml: which of the styles that cells name show a moment.
struct StylesPart final : XmlListener {
    std::vector<bool> showsMoment;  ///< by style

    void begin(std::string_view element, const XmlAttributes& attributes) override;
    void end(std::string_view element) override;

private:
    std::map<int, bool> patterns_;  ///< own number formats: whether they show a moment
    bool inStyles_ = false;
};

/// xl/worksheets/sheet1.xml: the cells.
struct SheetPart final : XmlListener {
    SheetPart(const std::vector<std::string>& texts, const StylesPart& styles, ExcelEpoch epoch,
              const WorkbookLimits& limits, std::uint64_t& textBytes)
        : texts_(texts), styles_(styles), epoch_(epoch), limits_(limits), textBytes_(textBytes) {}

    /// The rows with text in them, merged cells filled in.
    std::vector<SheetRow> take();
    [[nodiscard]] bool isTooLarge() const { return rows_.size() > limits_.rows || textBytes_ > limits_.textBytes; }

    void begin(std::string_view element, const XmlAttributes& attributes) override;
    void end(std::string_view element) override;
    void text(std::string_view piece) override;
    [[nodiscard]] bool isDone() const override { return isTooLarge(); }

private:
    struct Merged {
        std::size_t column, firstRow, lastRow;
    };
    void beginCell(const XmlAttributes& attributes);
    void endCell();
    [[nodiscard]] std::string shown() const;
    [[nodiscard]] std::string number() const;
    void merge(std::string_view range);

    const std::vector<std::string>& texts_;
    const StylesPart& styles_;
    ExcelEpoch epoch_;
    const WorkbookLimits& limits_;
    std::uint64_t& textBytes_;
    std::vector<SheetRow> rows_;
    std::vector<Merged> merged_;
    std::size_t row_ = 0, column_ = 0, style_ = 0;
    std::string type_, value_;
    bool inValue_ = false, inReading_ = false;
};

}  // namespace qiaomen
