// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <variant>

namespace qiaomen {

/// Sex by GB/T 2261.1: the numbers are the standard's codes.
enum class Sex { unknown = 0, male = 1, female = 2, unstated = 9 };

/// What is wrong with a text that claims to be an identity number, in the order in which it is looked for.
enum class IdNumberDefect {
    length,      ///< not 18 characters
    character,   ///< something else than 17 digits followed by a digit or X
    birthDate,   ///< the eighth to fourteenth digits name a day that no calendar has
    checkDigit,  ///< the last character does not follow from the others: a digit was mistyped or two were swapped
};

/// One sentence about the defect, for messages.
std::string_view chinese(IdNumberDefect defect);
std::string_view english(IdNumberDefect defect);

/// A citizen identity number (公民身份号码) that is known to be well formed by GB 11643-1999.
///
///     number :=
///        region: 6 digits        county, GB/T 2260; not looked up here, counties come and go
///        birth:  8 digits        YYYYMMDD
///        order:  3 digits        odd for men, even for women
///        check:  1 of 0-9 X      ISO 7064 MOD 11-2 over the 17 digits before it
///
/// Stays true: an IdNumber cannot hold a malformed number, so whoever receives one need not check again. Whether the
/// number was ever issued, and to whom, only a registry knows. Pure; anybody may call it.
class IdNumber {
public:
    /// Reads a number as people type it: a lower-case x is accepted, nothing else is forgiven.
    static std::variant<IdNumber, IdNumberDefect> parse(std::string_view text);

    [[nodiscard]] const std::string& text() const { return text_; }  ///< 18 characters, the X upper-case
    [[nodiscard]] std::string_view region() const { return std::string_view(text_).substr(0, 6); }
    [[nodiscard]] std::chrono::year_month_day birthDate() const;
    [[nodiscard]] Sex sex() const;

    bool operator==(const IdNumber&) const = default;

private:
    explicit IdNumber(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

/// The check character for the first 17 digits of a number: '0' to '9' or 'X'. REQUIRES: at least 17 digits.
char idNumberCheckCharacter(std::string_view digits);

/// The number as a screen shows it until somebody reveals it with a reason: the first three and the last four characters
/// stay ("110***********002X"). Text of up to seven characters is hidden whole.
std::string maskIdNumber(std::string_view number);

}  // namespace qiaomen
