// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "shared/core/change.h"

namespace qiaomen {

/// Who brings a change, and when.
struct Bringer {
    DeviceId device;
    LogicalTime lastTime = LogicalTime::none;  ///< of its change before this one
    std::int64_t nowMs = 0;                    ///< the centre's clock
};

/// Why the centre does not take a change into the log, or nothing. The sentence names the field and what is wrong, because it is
/// what the worker reads in the rescue queue. A refused change harms no other. Pure.
///
///   - its stamp is the device's own, later than that of its change before, and not absurdly far in the future;
///   - what it writes fits the description: types, choices, lengths; a new record has everything required;
///   - a fact is written once and never removed; of what the centre decides, a device may say only how it was resolved;
///   - collections and fields that this program does not know are a newer program's: kept, bounded in size only.
///
/// `record` is the record as the centre has it; `collection` is null when unknown.
std::optional<std::string> reasonToRefuse(const Change& change, const Collection* collection, const Record& record,
                                          const Bringer& bringer);

}  // namespace qiaomen
