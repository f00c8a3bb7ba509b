// SPDX-License-Identifier: Apache-2.0
#include "shared/sheets/office_text.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <vector>

namespace qiaomen {

namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

/// The length of the well-formed UTF-8 sequence at the start of the text, or 0. Overlong forms, surrogates and NUL are not.
std::size_t sequenceLength(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    if (first > 0 && first < 0x80) return 1;
    if (first >= 0xC2 && first < 0xE0) return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first < 0xF0) {
        if ((first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) > 0x9F)) return 0;
        return follows(1) && follows(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first < 0xF5) {
        if ((first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) > 0x8F)) return 0;
        return follows(1) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

/// Where the first byte stands that is not well-formed UTF-8; the text's length if there is none.
std::size_t validUtf8Length(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t length = sequenceLength(text.substr(at));
        if (length == 0) break;
        at += length;
    }
    return at;
}

bool meansUtf8(std::string_view bytes, std::size_t validLength) {
    const auto firstLine = bytes.substr(0, bytes.find('\n'));
    const bool chinese = std::any_of(firstLine.begin(), firstLine.end(), [](char c) { return (c & 0x80) != 0; });
    return validLength == bytes.size() || (chinese && validLength >= firstLine.size());
}

/// `before` is the decoded text up to the broken byte.
CellProblem brokenByte(std::string_view before, char byte) {
    const auto line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const auto lineStart = before.rfind('\n') + 1;  // npos + 1 == 0: the first line
    const auto inLine = before.substr(lineStart);
    const auto characters = std::count_if(inLine.begin(), inLine.end(), [](char c) { return (c & 0xC0) != 0x80; });
    std::array<char, 5> hex{};
    std::snprintf(hex.data(), hex.size(), "0x%02X", static_cast<unsigned>(static_cast<unsigned char>(byte)));
    return {.line = line, .fault = CellFault::encoding, .found = hex.data(), .expected = std::to_string(characters + 1)};
}

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter openConverter(const char* encoding) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(encoding, &status));
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    return converter;
}

/// Re-encodes through UTF-16. Stops at the first broken sequence; `consumed` is then where it starts.
std::string convert(const char* from, const char* to, std::string_view bytes, std::size_t& consumed) {
    const auto source = openConverter(from);
    const auto target = openConverter(to);
    std::vector<UChar> pivot(1 << 14);
    std::string result;
    std::string piece(pivot.size() * 4, '\0');
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    while (status == U_BUFFER_OVERFLOW_ERROR) {
        status = U_ZERO_ERROR;
        UChar* filled = pivot.data();
        ucnv_toUnicode(source.get(), &filled, filled + pivot.size(), &at, end, nullptr, true, &status);
        UErrorCode written = U_ZERO_ERROR;
        char* out = piece.data();
        const UChar* units = pivot.data();
        ucnv_fromUnicode(target.get(), &out, out + piece.size(), &units, filled, nullptr, false, &written);
        result.append(piece.data(), out);
    }
    consumed = static_cast<std::size_t>(at - bytes.data());
    if (U_FAILURE(status)) {
        std::array<char, 8> invalid{};
        auto length = static_cast<int8_t>(invalid.size());
        UErrorCode ignored = U_ZERO_ERROR;
        ucnv_getInvalidChars(source.get(), invalid.data(), &length, &ignored);
        consumed -= std::min(consumed, static_cast<std::size_t>(std::max<int8_t>(length, 1)));
    }
    return result;
}

std::variant<OfficeText, CellProblem> decodeGb18030(std::string_view bytes) {
    const std::size_t clean = std::min(bytes.find('\0'), bytes.size());
    std::size_t consumed = 0;
    auto text = convert("gb18030", "UTF-8", bytes.substr(0, clean), consumed);
    if (consumed < bytes.size()) return brokenByte(text, bytes[consumed]);
    return OfficeText{std::move(text), TextEncoding::gb18030};
}

/// The length of the blank character at the start of the text, or 0.
std::size_t blankLength(std::string_view text) {
    if (std::string_view(" \t\r\n\v\f").find(text.front()) != std::string_view::npos) return 1;
    if (text.starts_with("\xC2\xA0")) return 2;                                  // no-break space
    for (const char* wide : {"\xE3\x80\x80", "\xE2\x80\x8B", "\xEF\xBB\xBF"}) {  // full-width, zero-width, mark
        if (text.starts_with(wide)) return 3;
    }
    return 0;
}

}  // namespace

std::variant<OfficeText, CellProblem> decodeOfficeText(std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0")) {
        return CellProblem{.fault = CellFault::workbook};
    }
    const bool marked = bytes.starts_with(kMark);
    const auto text = marked ? bytes.substr(kMark.size()) : bytes;
    const std::size_t valid = validUtf8Length(text);
    if (!marked && !meansUtf8(text, valid)) return decodeGb18030(text);
    if (valid < text.size()) return brokenByte(text.substr(0, valid), text[valid]);
    return OfficeText{std::string(text), marked ? TextEncoding::utf8WithMark : TextEncoding::utf8};
}

std::string encodeOfficeText(std::string_view utf8, TextEncoding encoding) {
    std::size_t consumed = 0;
    if (encoding == TextEncoding::gb18030) return convert("UTF-8", "gb18030", utf8, consumed);
    return encoding == TextEncoding::utf8WithMark ? std::string(kMark).append(utf8) : std::string(utf8);
}

std::optional<std::string> fileBytes(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (file.bad()) return std::nullopt;
    return bytes;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty()) {
        const std::size_t blank = blankLength(text);
        if (blank == 0) break;
        text.remove_prefix(blank);
    }
    while (!text.empty()) {
        std::size_t last = text.size() - 1;
        while (last > 0 && (text[last] & 0xC0) == 0x80) --last;
        if (blankLength(text.substr(last)) == 0) break;
        text.remove_suffix(text.size() - last);
    }
    return text;
}

std::string halfWidth(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead == 0xEF && i + 2 < text.size()) {
            const unsigned code = 0xF000U | ((static_cast<unsigned char>(text[i + 1]) & 0x3FU) << 6U) |
                                  (static_cast<unsigned char>(text[i + 2]) & 0x3FU);
            if (code >= 0xFF01 && code <= 0xFF5E) {
                result += static_cast<char>(code - 0xFEE0);
                i += 2;
                continue;
            }
        }
        result += text[i];
    }
    return result;
}

}  // namespace qiaomen
