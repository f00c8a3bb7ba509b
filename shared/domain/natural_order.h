// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace qiaomen {

/// How people order names with numbers in them: runs of digits compare as numbers, so 2栋 comes before 10栋. Negative, zero or
/// positive as `left` comes before, with or after `right`. Pure.
int compareNaturally(std::string_view left, std::string_view right);

}  // namespace qiaomen
