// SPDX-License-Identifier: Apache-2.0
#include "syncserver/community/cell_format.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include "shared/domain/id_number.h"
#include "shared/domain/phone.h"
#include "shared/sheets/dates.h"
#include "shared/sheets/office_text.h"

namespace qiaomen {

namespace {

using Outcome = std::variant<std::string, Refusal>;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool allDigits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), isDigit); }

/// The parts between any of the separators, trimmed, empty ones left out.
std::vector<std::string_view> parts(std::string_view text, std::span<const std::string_view> separators) {
    std::vector<std::string_view> result;
    std::size_t start = 0;
    const auto take = [&](std::size_t end) {
        const auto part = trimmed(text.substr(start, end - start));
        if (!part.empty()) result.push_back(part);
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto separator = std::find_if(separators.begin(), separators.end(),
                                            [&](std::string_view s) { return text.substr(at).starts_with(s); });
        if (separator == separators.end()) {
            ++at;
            continue;
        }
        take(at);
        at += separator->size();
        start = at;
    }
    take(text.size());
    return result;
}

constexpr std::array<std::string_view, 10> kListSeparators{"、", "，", ",", "；", ";", "|", "/", " ", "　", "\n"};

/// The code of a word, or "" if the column does not know it.
std::string_view codeOf(std::string_view word, const CellRule& rule) {
    for (const auto& choice : rule.choices) {
        if (word == choice.label.zh || word == choice.code) return choice.code;
    }
    for (const auto& other : rule.otherWords) {
        if (word == other.word) return other.code;
    }
    return {};
}

Refusal unknownWord(const CellRule& rule) {
    std::string words;
    for (const auto& choice : rule.choices) {
        if (!words.empty()) words += "、";
        words += choice.label.zh;
    }
    return {CellFault::unknownWord, std::move(words)};
}

Outcome normalWord(std::string_view text, const CellRule& rule) {
    const auto code = codeOf(text, rule);
    if (code.empty()) return unknownWord(rule);
    return std::string(code);
}

Outcome normalWords(std::string_view text, const CellRule& rule) {
    std::vector<std::string_view> found;
    for (const auto word : parts(text, kListSeparators)) {
        const auto code = codeOf(word, rule);
        if (code.empty()) return unknownWord(rule);
        if (std::find(found.begin(), found.end(), code) == found.end()) found.push_back(code);
    }
    std::string tags;
    for (const auto code : found) tags.append(tags.empty() ? "" : " ").append(code);
    return tags;
}

Outcome normalNumber(std::string text) {
    constexpr std::size_t kMostDigits = 6;
    for (const std::string_view suffix : {"层", "楼", "户", "F", "f"}) {
        if (text.ends_with(suffix)) text.erase(text.size() - suffix.size());
    }
    const bool negative = text.starts_with('-');
    auto digits = text.substr(negative ? 1 : 0);
    if (!allDigits(digits) || digits.size() > kMostDigits) return Refusal{CellFault::number, "-999999 … 999999"};
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    return negative && digits != "0" ? "-" + digits : digits;
}

Outcome normalDecimal(std::string text) {
    for (const std::string_view suffix : {"平方米", "平米", "㎡", "m2"}) {
        if (text.ends_with(suffix)) text.erase(text.size() - suffix.size());
    }
    const auto point = text.find('.');
    const bool good = allDigits(text.substr(0, point)) &&
                      (point == std::string::npos || allDigits(text.substr(point + 1)));
    if (!good || text.size() > 9) return Refusal{CellFault::number, "0 … 999999"};
    return text;
}

Outcome normalPastDate(const std::string& text, std::string_view today) {
    auto date = normalDate(text);
    if (date.empty()) return Refusal{CellFault::date, {}};
    if (std::string_view(date) > today) return Refusal{CellFault::future, {}};
    return date;
}

/// The numbers of a cell, normal or as they stand. A blank parts two numbers, but also the groups of one.
std::vector<std::string> phonesIn(const std::string& text) {
    constexpr std::array<std::string_view, 8> kSeparators{"、", "，", ",", "；", ";", "/", "|", "\n"};
    constexpr std::array<std::string_view, 2> kBlanks{" ", "　"};
    std::vector<std::string> phones;
    for (const auto part : parts(text, kSeparators)) {
        if (const auto whole = normalPhone(part)) {
            phones.push_back(*whole);
            continue;
        }
        for (const auto word : parts(part, kBlanks)) phones.push_back(normalPhone(word).value_or(std::string(word)));
    }
    return phones;
}

Outcome normalFirstPhone(const std::string& text) {
    const auto phones = phonesIn(text);
    if (phones.empty() || !normalPhone(phones.front())) return Refusal{CellFault::phone, {}};
    return phones.front();
}

Outcome normalIdNumber(const std::string& text) {
    const auto parsed = IdNumber::parse(text);
    if (const auto* number = std::get_if<IdNumber>(&parsed)) return number->text();
    switch (std::get<IdNumberDefect>(parsed)) {
        case IdNumberDefect::length: return Refusal{CellFault::idNumberLength, {}};
        case IdNumberDefect::character: return Refusal{CellFault::idNumberCharacter, {}};
        case IdNumberDefect::birthDate: return Refusal{CellFault::idNumberDate, {}};
        case IdNumberDefect::checkDigit: break;
    }
    return Refusal{CellFault::idNumberCheck, {}};
}

Outcome normalGridCode(std::string text) {
    constexpr std::size_t kLength = 16;
    if (text.size() != kLength || !allDigits(text)) return Refusal{CellFault::gridCode, {}};
    return text;
}

/// "9:00" as "09:00"; "" if it is no time of day.
std::string normalTime(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return {};
    const auto hour = text.substr(0, colon);
    const auto minute = text.substr(colon + 1);
    if (!allDigits(hour) || hour.size() > 2 || !allDigits(minute) || minute.size() != 2) return {};
    auto time = (hour.size() == 1 ? "0" : "") + std::string(hour) + ":" + std::string(minute);
    return time <= "24:00" && minute <= "59" ? time : std::string{};
}

Outcome normalQuietHours(const std::string& text) {
    constexpr std::array<std::string_view, 6> kDashes{"-", "~", "—", "–", "至", "到"};
    constexpr std::array<std::string_view, 7> kSeparators{"、", "，", ",", "；", ";", "|", "\n"};
    std::string spans;
    for (const auto span : parts(text, kSeparators)) {
        const auto ends = parts(span, kDashes);
        if (ends.size() != 2) return Refusal{CellFault::quietHours, {}};
        const auto from = normalTime(ends[0]);
        const auto to = normalTime(ends[1]);
        if (from.empty() || to.empty() || from == to) return Refusal{CellFault::quietHours, {}};
        if (!spans.empty()) spans += ' ';
        spans.append(from).append("-").append(to);
    }
    return spans;
}

/// Excel keeps a long number as text with an apostrophe in front.
std::string plain(std::string_view text) {
    auto result = halfWidth(text);
    if (result.starts_with('\'')) result.erase(0, 1);
    return result;
}

std::string labels(const std::string& codes, const CellRule& rule) {
    constexpr std::array<std::string_view, 1> kBlank{" "};
    std::string text;
    for (const auto code : parts(codes, kBlank)) {
        const auto choice = std::find_if(rule.choices.begin(), rule.choices.end(),
                                         [&](const Choice& c) { return c.code == code; });
        text.append(text.empty() ? "" : "、").append(choice == rule.choices.end() ? code : choice->label.zh);
    }
    return text;
}

}  // namespace

std::variant<std::string, Refusal> normalCell(std::string_view text, const CellRule& rule, std::string_view today) {
    text = trimmed(text);
    if (text.empty()) return std::string{};
    switch (rule.format) {
        case Format::text: return std::string(text);
        case Format::word: return normalWord(text, rule);
        case Format::words: return normalWords(text, rule);
        case Format::date: return normalPastDate(plain(text), today);
        case Format::number: return normalNumber(plain(text));
        case Format::decimal: return normalDecimal(plain(text));
        case Format::phone: return normalFirstPhone(plain(text));
        case Format::idNumber: return normalIdNumber(plain(text));
        case Format::gridCode: return normalGridCode(plain(text));
        case Format::quietHours: return normalQuietHours(plain(text));
    }
    return std::string(text);
}

std::optional<Refusal> remarkOn(std::string_view text, const CellRule& rule) {
    if (rule.format != Format::phone) return std::nullopt;
    const auto phones = phonesIn(plain(trimmed(text)));
    std::string others;
    for (std::size_t i = 1; i < phones.size(); ++i) others.append(i > 1 ? "、" : "").append(phones[i]);
    if (others.empty()) return std::nullopt;
    return Refusal{CellFault::furtherPhones, std::move(others)};
}

std::string officeCell(const std::string& value, const CellRule& rule) {
    const bool list = rule.format == Format::word || rule.format == Format::words || rule.format == Format::quietHours;
    return list ? labels(value, rule) : value;
}

std::string normalDate(std::string_view text) {
    constexpr std::array<std::string_view, 6> kMarks{"-", "/", ".", "年", "月", "日"};
    auto fields = parts(text.substr(0, text.find(' ')), kMarks);  // a time of day after the date is dropped
    if (fields.size() == 1 && fields[0].size() == 8) {
        const auto run = fields[0];
        fields = {run.substr(0, 4), run.substr(4, 2), run.substr(6, 2)};
    }
    if (fields.empty() || fields.size() > 3 || fields[0].size() != 4) return {};
    std::array<int, 3> numbers{0, 1, 1};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!allDigits(fields[i]) || (i > 0 && fields[i].size() > 2)) return {};
        numbers[i] = std::stoi(std::string(fields[i]));
    }
    const std::chrono::year_month_day day{std::chrono::year(numbers[0]),
                                          std::chrono::month(static_cast<unsigned>(numbers[1])),
                                          std::chrono::day(static_cast<unsigned>(numbers[2]))};
    constexpr int kFirstYear = 1850;  // nobody alive was born earlier: a mistyped century
    if (!day.ok() || numbers[0] < kFirstYear) return {};
    return isoDate(day).substr(0, fields.size() == 3 ? 10 : fields.size() == 2 ? 7 : 4);
}

}  // namespace qiaomen
