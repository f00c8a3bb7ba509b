// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/natural_order.h"

#include <algorithm>

namespace qiaomen {

int compareNaturally(std::string_view left, std::string_view right) {
    const auto digits = [](std::string_view text) { return text.substr(0, text.find_first_not_of("0123456789")); };
    while (!left.empty() && !right.empty()) {
        std::string_view a = digits(left);
        std::string_view b = digits(right);
        if (a.empty() || b.empty()) {
            if (left.front() != right.front())
                return static_cast<unsigned char>(left.front()) < static_cast<unsigned char>(right.front()) ? -1 : 1;
            left.remove_prefix(1);
            right.remove_prefix(1);
            continue;
        }
        left.remove_prefix(a.size());
        right.remove_prefix(b.size());
        a.remove_prefix(std::min(a.find_first_not_of('0'), a.size()));
        b.remove_prefix(std::min(b.find_first_not_of('0'), b.size()));
        if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
        if (const int order = a.compare(b)) return order;
    }
    return static_cast<int>(!left.empty()) - static_cast<int>(!right.empty());
}

}  // namespace qiaomen
