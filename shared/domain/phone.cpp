// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/phone.h"

#include <algorithm>

namespace qiaomen {

namespace {

/// The digits of the text without the country prefix; nothing if the text holds anything but digits and separators.
std::optional<std::string> subscriberDigits(std::string_view text) {
    std::string digits;
    bool international = false;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (c == '+' && digits.empty()) {
            international = true;
        } else if (std::string_view(" -.()").find(c) == std::string_view::npos) {
            return std::nullopt;
        }
    }
    const std::string_view country = "86";
    if (digits.starts_with("0086")) {
        digits.erase(0, 4);
    } else if (digits.starts_with(country) && (international || digits.size() == 13)) {
        digits.erase(0, 2);
    } else if (international) {
        return std::nullopt;
    }
    return digits;
}

/// Beijing is 010, the other large cities 02x; every other area code has four digits.
std::size_t areaCodeLength(std::string_view digits) { return digits[1] == '1' || digits[1] == '2' ? 3 : 4; }

}  // namespace

std::optional<std::string> normalPhone(std::string_view text) {
    auto digits = subscriberDigits(text);
    if (!digits || digits->size() < 10) return std::nullopt;
    const bool mobile = digits->size() == 11 && digits->front() == '1' && (*digits)[1] >= '3';
    if (mobile) return digits;
    if (digits->front() != '0') return std::nullopt;
    const std::size_t area = areaCodeLength(*digits);
    const std::size_t local = digits->size() - area;
    if (local < 7 || local > 8) return std::nullopt;
    return digits->insert(area, "-");
}

std::string maskPhone(std::string_view phone) {
    constexpr std::size_t kTail = 4;
    if (phone.size() <= kTail) return std::string(phone.size(), '*');
    const std::size_t hyphen = phone.find('-');
    const std::size_t head = hyphen == std::string_view::npos ? 3 : hyphen + 1;
    const std::size_t shown = head + kTail < phone.size() ? head : 0;
    std::string masked(phone);
    std::fill(masked.begin() + static_cast<std::ptrdiff_t>(shown), masked.end() - kTail, '*');
    return masked;
}

std::string phoneTail(std::string_view phone) {
    constexpr std::size_t kTail = 4;
    std::string digits(phone);
    std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
    return digits.size() < kTail ? std::string() : digits.substr(digits.size() - kTail);
}

}  // namespace qiaomen
