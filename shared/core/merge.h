// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "shared/core/change.h"

namespace qiaomen {

/// Two writes to one field, made by people who did not know of each other's: both values, the winner first.
struct Clash {
    FieldNo field{};
    FieldValue winner, loser;
    Stamp winnerStamp, loserStamp;
    Stamp base;  ///< the value that the incoming writer had on the screen
};

/// What folding one change into a record did.
struct MergeResult {
    bool changed = false;        ///< the record now holds something else than before
    std::vector<Clash> clashes;  ///< fields whose losing value must be kept for a person to see
    bool removalLost = false;    ///< somebody deleted the record while somebody else wrote it: the write won
};

/// Somebody else's write that stands in the record beside a change, in fields that the change does not touch.
struct Beside {
    Stamp stamp;
    std::vector<FieldNo> fields;  ///< what of it stands, ascending
};

/// Folds one change into a record. Pure; the only place where two versions of anything become one, on phone and centre alike.
///
/// Laws, held by tests over random changes: the record that results does not depend on the order of changes (commutative and
/// associative), nor on how often each is folded in (idempotent). What is *reported* does depend on the order, because a
/// conflict is a statement about who came second; therefore only the centre, which sees each grid in one order, makes conflict
/// records of it. A report is exact only where each device's changes come in their own order, once.
///
/// `collection` says which fields are fixed and which conflicts are silent; null for a collection this program does not know,
/// whose fields all count as `latest` and `ask`.
MergeResult merge(Record& record, const Change& change, const Collection* collection);

/// CONFLICT: two people change different fields of one register without knowing of each other (*parallel*, the milder grade).
///
/// RESOLUTION: both changes stand, and nobody has to decide. A note says what each of them changed, until somebody has noticed.
///
/// This gives the writes that a change may be parallel to; `merged` is the record with the change, `result` what merge() said. Whether
/// their writers knew of each other only the centre can tell, by the place where each had stopped reading its log. Never for facts
/// and unknown collections, nor for silent fields; not for the write that made the record, which everybody knows who writes to it; not
/// for those that the change names as bases; and not for a pair that clashes, which a person looks at anyway.
std::vector<Beside> standingBeside(const Record& merged, const Change& change, const MergeResult& result,
                                   const Collection* collection);

}  // namespace qiaomen
