// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/id_number.h"

#include <algorithm>
#include <array>

namespace qiaomen {

namespace {

constexpr std::size_t kLength = 18;
constexpr std::size_t kDigits = 17;
constexpr std::array<int, kDigits> kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
constexpr std::string_view kCheckCharacters = "10X98765432";  // by the weighted sum modulo 11

bool isDigit(char c) { return c >= '0' && c <= '9'; }

int number(std::string_view digits) {
    int result = 0;
    for (const char digit : digits) result = result * 10 + (digit - '0');
    return result;
}

std::chrono::year_month_day birthDateIn(std::string_view text) {
    return {std::chrono::year(number(text.substr(6, 4))),
            std::chrono::month(static_cast<unsigned>(number(text.substr(10, 2)))),
            std::chrono::day(static_cast<unsigned>(number(text.substr(12, 2))))};
}

}  // namespace

std::string_view chinese(IdNumberDefect defect) {
    switch (defect) {
        case IdNumberDefect::length: return "身份证号应为18位";
        case IdNumberDefect::character: return "身份证号前17位应为数字，末位应为数字或X";
        case IdNumberDefect::birthDate: return "身份证号中的出生日期不存在";
        case IdNumberDefect::checkDigit: return "身份证号校验位不符，可能有一位写错";
    }
    return "身份证号有误";
}

std::string_view english(IdNumberDefect defect) {
    switch (defect) {
        case IdNumberDefect::length: return "an identity number has 18 characters";
        case IdNumberDefect::character: return "an identity number is 17 digits and a digit or X";
        case IdNumberDefect::birthDate: return "the birth date inside the identity number does not exist";
        case IdNumberDefect::checkDigit: return "the check digit does not match: probably one digit is wrong";
    }
    return "the identity number is wrong";
}

std::variant<IdNumber, IdNumberDefect> IdNumber::parse(std::string_view text) {
    if (text.size() != kLength) return IdNumberDefect::length;
    std::string number(text);
    if (number.back() == 'x') number.back() = 'X';
    if (!std::all_of(number.begin(), number.end() - 1, isDigit)) return IdNumberDefect::character;
    if (!isDigit(number.back()) && number.back() != 'X') return IdNumberDefect::character;
    if (!birthDateIn(number).ok()) return IdNumberDefect::birthDate;
    if (number.back() != idNumberCheckCharacter(number)) return IdNumberDefect::checkDigit;
    return IdNumber(std::move(number));
}

std::chrono::year_month_day IdNumber::birthDate() const { return birthDateIn(text_); }

Sex IdNumber::sex() const { return (text_[16] - '0') % 2 == 1 ? Sex::male : Sex::female; }

char idNumberCheckCharacter(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < kDigits; ++i) sum += (digits[i] - '0') * kWeights[i];
    return kCheckCharacters[static_cast<std::size_t>(sum % 11)];
}

std::string maskIdNumber(std::string_view number) {
    constexpr std::size_t kHead = 3;
    constexpr std::size_t kTail = 4;
    if (number.size() <= kHead + kTail) return std::string(number.size(), '*');
    std::string masked(number);
    std::fill(masked.begin() + kHead, masked.end() - kTail, '*');
    return masked;
}

}  // namespace qiaomen
