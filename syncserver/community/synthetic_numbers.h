// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <unordered_set>

#include "shared/domain/id_number.h"
#include "syncserver/community/seeded_random.h"

namespace qiaomen {

/// Numbers that every check accepts and that belong to nobody.
///
/// Identity numbers and division codes start with 99. County codes (GB/T 2260) start with 1 to 6, or 71, 81, 82, 83 for
/// Taiwan, Hong Kong and Macao; a foreigner's residence permit starts with 9 and a province, and there is no province 90 to
/// 99. So no number that starts with 99 was ever issued.
///
/// Mobile numbers start with 1540: no operator has been given the segment 154. Landlines start with the area code 0600: no
/// city has a code that starts with 060. A message or call to either ends nowhere.
///
/// Each number is given once by one maker.
class SyntheticNumbers {
public:
    static constexpr std::string_view kRegion = "990101";           ///< people registered in the community's county
    static constexpr std::string_view kElsewhere = "9902";          ///< + two digits: people registered elsewhere
    static constexpr std::string_view kCommunity = "990101100001";  ///< county + town 100 + community 001

    explicit SyntheticNumbers(SeededRandom random) : random_(random), firstMobile_(random_.below(kMobiles)) {}

    /// A number of a person of that birth date and sex.
    std::string idNumber(std::string_view region, std::chrono::year_month_day birthDate, Sex sex);
    std::string mobile();
    std::string landline();

private:
    static constexpr int kMobiles = 10'000'000;

    SeededRandom random_;
    std::unordered_set<std::string> given_;
    int firstMobile_;
    int mobiles_ = 0;
    int landlines_ = 0;
};

}  // namespace qiaomen
