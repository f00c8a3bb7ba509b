// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/sheets/sheet_rows.h"

namespace qiaomen {

/// How much of a workbook is taken in. A file that says it holds more, or does, is refused: it may have been made to fill the memory
/// of whoever opens it (a zip that unfolds a thousandfold, a million cells that all name the same long text).
struct WorkbookLimits {
    std::uint64_t fileBytes = 16ULL << 20U;
    std::uint64_t partBytes = 64ULL << 20U;  ///< of one sheet, or of the texts that sheets share, unfolded
    std::uint64_t textBytes = 48ULL << 20U;  ///< of all cells together
    std::size_t texts = 500'000;             ///< that sheets share
    std::size_t rows = 50'000;               ///< of one sheet
    std::size_t columns = 60;                ///< further ones are passed over
    std::size_t sheets = 40;
};

struct WorkbookSheet {
    std::string name;
    bool hidden = false;
    std::vector<SheetRow> rows;  ///< those with text in them
};

/// A workbook (.xlsx, ECMA-376) as text: what the cells show, numbers as they are stored, moments as excel_dates.h writes them, of a formula its last
/// result. A cell merged over several rows stands in each of them. Nothing is calculated, no macro is looked at, nothing outside of the
/// file is asked for. The problem's `file` is left empty; the caller knows it.
using WorkbookReading = std::variant<std::vector<WorkbookSheet>, CellProblem>;
WorkbookReading readWorkbook(std::string_view bytes, const WorkbookLimits& limits = {});

/// True when the bytes begin as a workbook does, or as any other zip archive.
bool isWorkbook(std::string_view bytes);
/// … as one of Excel 2003 does, or as one with a password.
bool isOldWorkbook(std::string_view bytes);

/// How many rows each of the workbook's sheets holds, in the order of their numbers: read from the disk to the end, each part with its check sum. Nothing when
/// the file is no whole workbook of so many sheets.
std::vector<std::uint64_t> countRows(const std::filesystem::path& file, std::size_t sheets);

}  // namespace qiaomen
