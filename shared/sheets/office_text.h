// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "shared/sheets/cell_problem.h"

namespace qiaomen {

/// How the bytes of an office file stand for characters. Chinese Excel writes GB18030 as "CSV", and UTF-8 with a byte order
/// mark as "CSV UTF-8"; other programs write UTF-8 without one.
enum class TextEncoding { utf8, utf8WithMark, gb18030 };

struct OfficeText {
    std::string utf8;  ///< without the byte order mark
    TextEncoding encoding = TextEncoding::utf8;
};

/// Decides which encoding the bytes are in and gives back the text as UTF-8.
///
/// RESOLUTION: valid UTF-8 is UTF-8. A file that has a mark, or whose first line is Chinese in valid UTF-8, means UTF-8 all
/// through: a broken byte further down is an error with its line, not a reason to read the rest as something else. All
/// others are GB18030. A NUL byte (UTF-16, binary files) is refused in either.
/// The problem's `file` is left empty; the caller knows it.
std::variant<OfficeText, CellProblem> decodeOfficeText(std::string_view bytes);

/// The text's bytes in that encoding. REQUIRES: valid UTF-8. GB18030 covers every character of Unicode, so nothing is lost.
std::string encodeOfficeText(std::string_view utf8, TextEncoding encoding);

/// Whether a file may be read whole: nothing else than its bytes, or nothing if it cannot be opened.
std::optional<std::string> fileBytes(const std::string& path);

/// The text without blanks at both ends: spaces, tabs, line breaks, full-width and no-break spaces, zero-width marks.
std::string_view trimmed(std::string_view text);

/// The text with full-width letters, digits and punctuation (１２３，Ｘ) as their half-width forms.
std::string halfWidth(std::string_view text);

}  // namespace qiaomen
