// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "shared/core/ids.h"

namespace qiaomen {

/// Where records have gone that turned out to be the same as others: each names in `merged_into` the one that stands for it. Followed
/// on reading, so that whatever names the old id is found under the one that stands; the old record stays as it was, and taking the
/// redirect away undoes the merge.
///
/// CONFLICT: two people merge the same two at the same time, one A into B, the other B into A.
///
/// RESOLUTION: both redirects stand in the records and make a ring. The smallest id of a ring (the one made first) stands for all of it, on every
/// replica alike; so both are never hidden. A chain leads to its end, in whatever order its redirects were made.
class Redirects {
public:
    /// "Merged into", of records that are there, into records that are there.
    explicit Redirects(std::map<RecordId, RecordId> to = {});

    /// Who stands for the record; itself when it was not merged.
    [[nodiscard]] RecordId standing(const RecordId& id) const;
    [[nodiscard]] bool isMerged(const RecordId& id) const { return standing(id) != id; }
    /// The record and everything that it stands for, itself first.
    [[nodiscard]] std::vector<RecordId> all(const RecordId& standing) const;
    /// Everything that is merged, with who stands for it.
    [[nodiscard]] const std::map<RecordId, RecordId>& merged() const { return standing_; }

private:
    std::map<RecordId, RecordId> standing_;
};

}  // namespace qiaomen
