// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <vector>

#include "shared/client/local_store.h"

namespace qiaomen {

/// How a saved fact was taken back.
enum class FactUndone {
    withdrawn,  ///< nobody knew of it: it is as if it had never been
    corrected,  ///< a fact that `withdraws` it was saved, and what it changed was put back: it stays in the history
};

/// The fields by which facts of a collection are taken back.
struct FactFields {
    const Collection* collection = nullptr;
    std::vector<FieldNo> repeated;  ///< what the correction says again: all that is required
    FieldNo worker{}, corrects{}, withdraws{};
};
FactFields visitFields();
FactFields orderStepFields();
FactFields hazardStepFields();

/// Takes back a fact that this device saved, with everything saved together with it: residents, needs, papers, the agreed date.
///
/// Facts never change. While nobody can know of it, it leaves the outbox; afterwards a new one names it in `corrects` and says
/// `withdraws`, and registers get back what nobody wrote since. Off the UI thread. Errors: missing (saved on another device), refused
/// (taken back before), and those of the store.
Result<FactUndone> undoFact(LocalStore& store, const FactFields& fields, const RecordId& fact,
                            const RecordId& correction, const QString& worker);

}  // namespace qiaomen
