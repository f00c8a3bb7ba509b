// SPDX-License-Identifier: Apache-2.0
#include "syncserver/community/synthetic_numbers.h"

namespace qiaomen {

namespace {

std::string digits(int number, std::size_t width) {
    auto text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

}  // namespace

std::string SyntheticNumbers::idNumber(std::string_view region, std::chrono::year_month_day birthDate, Sex sex) {
    const auto head = std::string(region) + digits(static_cast<int>(birthDate.year()), 4) +
                      digits(static_cast<int>(static_cast<unsigned>(birthDate.month())), 2) +
                      digits(static_cast<int>(static_cast<unsigned>(birthDate.day())), 2);
    constexpr int kOrders = 1000;  // odd for men, even for women
    int order = random_.below(kOrders / 2) * 2 + (sex == Sex::male ? 1 : 0);
    std::string number;
    do {
        number = head + digits(order, 3);
        number += idNumberCheckCharacter(number);
        order = (order + 2) % kOrders;
    } while (!given_.insert(number).second);
    return number;
}

std::string SyntheticNumbers::mobile() {
    // A stride without a common factor with the count visits every number once, in an order that looks random.
    constexpr std::int64_t kStride = 7'654'321;
    const auto number = (firstMobile_ + kStride * mobiles_++) % kMobiles;
    return "1540" + digits(static_cast<int>(number), 7);
}

std::string SyntheticNumbers::landline() { return "0600-" + digits(5'550'000 + landlines_++, 7); }

}  // namespace qiaomen
