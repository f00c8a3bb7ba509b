// SPDX-License-Identifier: Apache-2.0
#include "shared/sheets/workbook_reader.h"

#include "shared/sheets/workbook_parts.h"
#include "shared/sheets/zip_archive.h"

namespace qiaomen {

namespace {

std::string megabytes(std::uint64_t bytes) { return std::to_string(bytes >> 20U) + " MB"; }

class Reading {
public:
    Reading(std::string_view bytes, const WorkbookLimits& limits) : archive_(bytes), limits_(limits) {}

    WorkbookReading read() {
        if (!archive_.isOpen()) return damaged("zip");
        BookPart book;
        RelationsPart relations;
        TextsPart texts(limits_.texts);
        StylesPart styles;
        if (!part("xl/workbook.xml", book)) return *problem_;
        if (!part("xl/_rels/workbook.xml.rels", relations)) return *problem_;
        if (!optionalPart("xl/sharedStrings.xml", texts)) return *problem_;
        if (texts.isDone()) return tooLarge(std::to_string(limits_.texts));
        if (!optionalPart("xl/styles.xml", styles)) return *problem_;
        if (book.sheets.size() > limits_.sheets) return tooLarge(std::to_string(limits_.sheets));

        std::vector<WorkbookSheet> sheets;
        std::uint64_t textBytes = 0;
        for (const BookPart::Sheet& one : book.sheets) {
            const auto target = relations.targets.find(one.relation);
            if (target == relations.targets.end()) continue;  // a sheet of diagrams, or one that is elsewhere
            SheetPart sheet(texts.texts, styles, book.epoch, limits_, textBytes);
            if (!part(target->second, sheet)) return *problem_;
            WorkbookSheet found{one.name, one.hidden, sheet.take()};
            if (sheet.isTooLarge()) return tooLarge(std::to_string(limits_.rows));
            sheets.push_back(std::move(found));
        }
        return sheets;
    }

private:
    static CellProblem damaged(std::string where) {
        return {.fault = CellFault::damaged, .expected = std::move(where)};
    }
    static CellProblem tooLarge(std::string most) {
        return {.fault = CellFault::tooLarge, .expected = std::move(most)};
    }

    bool optionalPart(const std::string& name, XmlListener& listener) {
        return part(name, listener) || std::exchange(absent_, false);
    }

    /// False with `problem_` set; also when the listener has had too much.
    bool part(const std::string& name, XmlListener& listener) {
        XmlReader xml(listener);
        const auto end = archive_.read(name, limits_.partBytes, [&](std::string_view piece) { return xml.take(piece); });
        absent_ = end == ZipArchive::End::absent;
        if (end == ZipArchive::End::whole && xml.take({}, true)) return true;
        if (listener.isDone())
            problem_ = tooLarge(std::to_string(limits_.rows));
        else if (end == ZipArchive::End::tooLarge)
            problem_ = tooLarge(megabytes(limits_.partBytes));
        else
            problem_ = damaged(name);
        return false;
    }

    ZipArchive archive_;
    const WorkbookLimits& limits_;
    std::optional<CellProblem> problem_;
    bool absent_ = false;
};

struct RowCount final : XmlListener {
    std::uint64_t rows = 0;
    void begin(std::string_view element, const XmlAttributes&) override { rows += element == "row" ? 1 : 0; }
};

}  // namespace

bool isWorkbook(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

bool isOldWorkbook(std::string_view bytes) { return bytes.starts_with("\xD0\xCF\x11\xE0"); }

WorkbookReading readWorkbook(std::string_view bytes, const WorkbookLimits& limits) {
    if (isOldWorkbook(bytes)) return CellProblem{.fault = CellFault::oldWorkbook};
    if (bytes.size() > limits.fileBytes)
        return CellProblem{.fault = CellFault::tooLarge, .expected = megabytes(limits.fileBytes)};
    return Reading(bytes, limits).read();
}

std::vector<std::uint64_t> countRows(const std::filesystem::path& file, std::size_t sheets) {
    ZipArchive archive(file);
    std::vector<std::uint64_t> counts;
    if (!archive.isOpen()) return counts;
    for (std::size_t number = 1; number <= sheets; ++number) {
        RowCount count;
        XmlReader xml(count);
        const auto end = archive.read("xl/worksheets/sheet" + std::to_string(number) + ".xml", UINT64_MAX,
                                      [&](std::string_view piece) { return xml.take(piece); });
        if (end != ZipArchive::End::whole || !xml.take({}, true)) return {};
        counts.push_back(count.rows);
    }
    return counts;
}

}  // namespace qiaomen
