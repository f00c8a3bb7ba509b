// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "shared/client/local_store.h"

namespace qiaomen {

/// How a saved visit was taken back.
enum class VisitUndone {
    withdrawn,  ///< nobody knew of it: it is as if it had never been
    corrected,  ///< a visit that `withdraws` it was saved, and what it changed was put back: it stays in the history
};

/// Takes back a visit that this device saved, with everything saved together with it: residents, needs, hazards, the agreed date.
///
/// Facts never change. While nobody can know of the visit it leaves the outbox; afterwards a new visit names it in `corrects` and
/// says `withdraws`, and its registers get back what nobody wrote since. Off the UI thread. Errors: missing (saved on another
/// device), refused (withdrawn before), and those of the store.
Result<VisitUndone> undoVisit(LocalStore& store, const RecordId& visit, const RecordId& correction,
                              const QString& worker);

}  // namespace qiaomen
