// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/client/local_store.h"

namespace qiaomen {

/// A visit that one tap writes down: somebody knocked, nobody was at home, and perhaps a contact card was left. Everything else of
/// it is what a closed door teaches: nothing.
struct QuickVisit {
    RecordId id;
    Record household{CollectionNo{}, {}};
    std::string worker;
    std::int64_t atMs = 0;
    bool cardLeft = false;
    std::string newestCard;  ///< the version to give out; empty before the grid's record is here
};

/// The household holds the newest card from now on; nothing when it does already, or when no version is known. Pure.
std::optional<Edit> cardHeld(const Record& home, const std::string& newestCard);

/// The edits of one save. Pure.
std::vector<Edit> quickVisit(const QuickVisit& quick);

}  // namespace qiaomen
