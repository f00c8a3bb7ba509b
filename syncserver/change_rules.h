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
    bool givesBack = false;                    ///< what others wrote, and the centre has forgotten
};

/// Whether a stamp is further ahead than is borne. `latest` is the latest stamp in the grid: where that is ahead (the centre's clock
/// was set back), it may be reached, but never passed.
bool isAhead(const Stamp& stamp, std::int64_t nowMs, LogicalTime latest);

/// Why the centre does not take a change into the log, or nothing. The sentence names the field and what is wrong, because it is
/// what the worker reads in the rescue queue. A refused change harms no other. Pure.
///
///   - its stamp is the device's own, and later than that of its change before (of what is given back: anybody's);
///   - what it writes fits the description: types, choices, lengths; a new record has everything required
///     (of what is given back, only what still stands has come);
///   - a fact is written once and never removed; of what the centre decides, a device may say only how it was resolved;
///   - collections and fields that this program does not know are a newer program's: kept, bounded in size only.
///
/// `record` is the record as the centre has it; `collection` is null when unknown.
std::optional<std::string> reasonToRefuse(const Change& change, const Collection* collection, const Record& record,
                                          const Bringer& bringer);

}  // namespace qiaomen
