// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace qiaomen {

/// What can be wrong with an office file, a line or a cell. Each has one sentence in Chinese and one in English.
enum class CellFault {
    // the whole file
    notReadable,  ///< the file is not there or cannot be opened
    workbook,     ///< an Excel workbook, not a CSV file
    oldWorkbook,  ///< a workbook of Excel 2003, or one with a password
    damaged,      ///< a workbook that cannot be read to its end; `expected` says which part of it
    tooLarge,     ///< more than this program takes in at once; `expected` says how much that is
    noTable,      ///< a workbook without one sheet that has the columns; `expected` lists those that are missing
    encoding,  ///< bytes that are neither UTF-8 nor GB18030; `found` is the byte, `expected` the character's number in the line
    missingColumn,   ///< no header names this column; `expected` lists the names it may have
    repeatedColumn,  ///< two headers name this column
    // the shape of a line
    unclosedQuote,   ///< a quoted cell has no end
    textAfterQuote,  ///< characters between a closing quote and the next comma
    tooManyCells,    ///< text to the right of the last header
    // a cell
    empty,              ///< the cell must not be empty
    unknownWord,        ///< not one of the column's words; `expected` lists them
    date,               ///< not a date, or a day that no calendar has
    future,             ///< a date after today
    moment,             ///< not a date with or without a time of day; `expected` shows how one is written
    way,                ///< not one of the ways of a visit; `expected` lists words for them
    tooLong,            ///< more text than the field holds; `expected` is how many characters
    number,             ///< not a whole number in range; `expected` is the range
    gridCode,           ///< not 12 digits, the kind, and 3 digits
    phone,              ///< not a telephone number
    furtherPhones,      ///< several telephone numbers: the first was taken, `expected` lists the others; a remark
    quietHours,         ///< not a span like 12:00-14:30
    idNumberLength,     ///< the identity number has not 18 characters
    idNumberCharacter,  ///< something else than 17 digits and a digit or X
    idNumberDate,       ///< the day inside it does not exist
    idNumberCheck,      ///< its check digit does not match
    idNumberBirth,      ///< the identity number says another birth date; `expected` is what it says
    idNumberSex,        ///< the identity number says another sex; `expected` is what it says
    // between lines and files
    unknownGrid,       ///< no grid of that code in the grids file
    unknownHousehold,  ///< no household of that number in the households file, or its line was refused
    repeated,          ///< the same thing stands on an earlier line; `expected` is that line
};

/// One thing wrong with an imported file: where it is, what stands there, and what should. The import goes on with the next
/// line; the office gets the list, corrects its file and imports it again.
struct CellProblem {
    std::string file;
    std::size_t line = 0;  ///< as an editor counts, from 1; 0 = the whole file
    std::string column;    ///< the column's name in the file; empty = the whole line
    CellFault fault = CellFault::empty;
    std::string found;  ///< the text of the cell as it stands; personal data, never to be logged
    std::string expected;

    bool operator==(const CellProblem&) const = default;
};

/// True when the line was taken all the same, though not all that stands in the cell.
bool isRemark(CellFault fault);

/// The fault's stable name, for JSON and tests: "missingColumn".
std::string_view name(CellFault fault);

/// The reason alone: 日期有误：“1950-02-30”。 Same in English.
std::string chineseReason(const CellProblem& problem);
std::string englishReason(const CellProblem& problem);

/// The whole line: residents.csv 第3行“出生日期”：日期有误：“1950-02-30”。 Same in English.
std::string chinese(const CellProblem& problem);
std::string english(const CellProblem& problem);

}  // namespace qiaomen
