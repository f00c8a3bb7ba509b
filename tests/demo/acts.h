// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/core/change.h"

namespace qiaomen::demo {

/// Something that an app reported as saved: a visit, a need, a hazard, one edited field of a record, or a part of a door-to-door
/// service (the order, a step, a paper, a notice, an invitation). What the demo counts.
struct Act {
    enum class Kind : std::uint8_t { visit, need, hazard, edit, service };

    Kind kind = Kind::visit;
    std::size_t device = 0;    ///< which device of the cast recorded it
    std::uint64_t number = 0;  ///< the last of its device's changes that belongs to it
    CollectionNo collection{};
    RecordId record;
    FieldNo field{};  ///< of edits
    Value value;      ///< of edits: what was typed
};

/// What came of the acts, counted apart from what the apps say: from the devices' files alone, after every process has ended.
struct Audit {
    std::size_t safe = 0;           ///< acts covered by a receipt that the centre's key signed
    std::size_t onEveryDevice = 0;  ///< acts that every device's own database holds
    std::size_t lost = 0;           ///< acts that are missing anywhere
    std::size_t conflicts = 0;      ///< conflict records, the same on every device
    std::size_t households = 0;     ///< on the hall's device
    std::size_t residents = 0;
    bool digestsEqual = false;  ///< all replicas of the grid are the same, field by field and stamp by stamp
    std::vector<std::string> complaints;
};

}  // namespace qiaomen::demo
