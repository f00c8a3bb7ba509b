// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/contact_card.h"

#include <algorithm>
#include <cstdio>

#include "shared/domain/civil_day.h"
#include "shared/domain/natural_order.h"

namespace qiaomen {

std::string contactCardVersion(const Record& ownGrid) {
    std::int64_t changedMs = 0;
    for (const FieldNo field : kPrintedOnCard) changedMs = std::max(changedMs, unixMs(ownGrid.stampOf(field).time));
    if (changedMs == 0 || !ownGrid.isVisible()) return {};
    const WallClock changed{changedMs};
    std::array<char, 8> time{};
    std::snprintf(time.data(), time.size(), " %02d:%02d", changed.minuteOfDay() / 60 % 24, changed.minuteOfDay() % 60);
    return dateText(changed.day()) + time.data();
}

std::string newerCard(const std::string& one, const std::string& other) {
    return compareNaturally(one, other) >= 0 ? one : other;
}

}  // namespace qiaomen
