// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "shared/client/local_store.h"

namespace qiaomen {

/// How a saved act was taken back.
enum class Undone {
    withdrawn,  ///< nobody knew of it: it is as if it had never been
    corrected,  ///< a fact that `withdraws` it was saved, and what it changed was put back: it stays in the history
};

/// Takes back a visit, a move, a step of an order or a hazard, or an import of visits that this device saved, with everything saved together with it:
/// residents, needs, hazards, papers, the agreed date, a household that was split off.
///
/// Facts never change. While nobody can know of it it leaves the outbox; afterwards a new fact names it in `corrects` and says
/// `withdraws` (for an import, of each of its visits), and the registers get back what nobody wrote since. Off the UI thread. Errors: missing (saved on another device, or no
/// fact of these kinds), refused (withdrawn before), and those of the store.
Result<Undone> undoFact(LocalStore& store, const RecordKey& fact, const RecordId& correction, const QString& worker);

}  // namespace qiaomen
