// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "shared/core/record.h"

namespace qiaomen {

/// One field's new value, and the stamp of the value it replaces: what its writer had on the screen. None when the field was
/// never written as far as the writer knew.
struct FieldWrite {
    FieldNo field{};
    Value value;
    Stamp base;
    bool operator==(const FieldWrite&) const = default;
};

/// *These fields of this record got these values at this clock, replacing these clocks, on this device as its n-th change.*
///
/// The one word for what travels: the outbox, the wire, the centre's log and the merge all speak of changes. A change is made
/// once, by one device, and never altered.
struct Change {
    enum class Kind : std::uint8_t {
        write,   ///< sets fields; the first write makes the record
        remove,  ///< deletes the record: `writes` names each field the deleter saw, with its stamp as base and no value
    };

    Kind kind = Kind::write;
    CollectionNo collection{};
    RecordId record;
    Stamp stamp;  ///< stamp.device made the change
    /// When it was saved by its device's clock, where that was ahead and the change has been stamped anew since; none mostly. Copies of a
    /// phone may each stamp anew what they have in common: by this it is known as one change all the same.
    LogicalTime savedTime = LogicalTime::none;
    std::uint64_t number = 0;  ///< 1, 2, 3 … for each device and grid, without gaps
    bool restores = false;     ///< a write whose writer knew that the record was deleted and brings it back
    std::vector<FieldWrite> writes;

    bool operator==(const Change&) const = default;
};

inline bool isStampedAnew(const Change& change) { return change.savedTime != LogicalTime::none; }
/// The time of its stamp, or of the one it was saved with.
LogicalTime savedTimeOf(const Change& change);
/// Whether both are one save, of one device, that may have been stamped anew since: once, twice, or by a copy of the device.
bool isSameSave(const Change& one, const Change& other);

/// The write that turns `record` into one with these values, or a change with no writes when it says nothing new. Stamp and
/// number are left to the store that saves it.
Change changeOf(const Record& record, std::span<const FieldValue> values);
/// The same for a writer who saw `shown`, an earlier state of `record`: what was written since is not among the bases, so that
/// merge() finds the clash.
Change changeOf(const Record& record, std::span<const FieldValue> values, const Record& shown);
/// The deletion of `record` as it is now.
Change removalOf(const Record& record);

/// "write visit 0190… {outcome="met", note="fever"}": for logs and test stories, with names from the collections.
std::string print(const Change& change, Collections collections);

}  // namespace qiaomen
