// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace qiaomen::processes {

/// Runs a Python script and gives what it prints: somebody else's eyes on the files that we write (openpyxl, for workbooks). Throws
/// std::runtime_error with its errors when it fails.
std::string python(const std::string& script, const std::vector<std::string>& arguments = {});

/// A script that prints a workbook as text: "# title frozen filter" for each sheet, then its rows, cells as "type:value" with " | " between;
/// s is a text, n a number, d a day or moment, f a formula.
inline constexpr const char* kPrintWorkbook = R"(
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
for sheet in book:
    print('#', sheet.title, sheet.freeze_panes, sheet.auto_filter.ref)
    for row in sheet.iter_rows():
        print(' | '.join(f'{cell.data_type}:{cell.value}' for cell in row if cell.value is not None))
)";

}  // namespace qiaomen::processes
