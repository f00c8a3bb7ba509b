// SPDX-License-Identifier: Apache-2.0
#include "mobile/visit_undo.h"

#include <algorithm>

#include "mobile/text.h"
#include "shared/domain/visit.h"

namespace qiaomen {

namespace {

Edit withdrawalOf(const Record& old, const RecordId& correction, const QString& worker) {
    Edit edit{.collection = visit.number(), .record = correction, .values = {}};
    for (const FieldNo field : {visit.household, visit.occurredAt, visit.way, visit.outcome})
        edit.values.push_back({field, old.get(field)});
    edit.values.push_back({visit.worker, fromQt(worker)});
    edit.values.push_back({visit.corrects, old.id()});
    edit.values.push_back({visit.withdraws, true});
    return edit;
}

}  // namespace

Result<VisitUndone> undoVisit(LocalStore& store, const RecordId& id, const RecordId& correction, const QString& worker) {
    const auto corrections = store.find(visit, visit.corrects, id);
    if (!corrections) return corrections.error();
    if (!corrections->empty()) return Error{Fault::refused, "the visit was corrected before"};

    const Outcome withdrawn = store.withdraw(visit.number(), id);
    if (withdrawn) return VisitUndone::withdrawn;
    if (withdrawn.error().fault != Fault::refused) return withdrawn.error();

    const auto old = store.read(visit.number(), id);
    if (!old) return old.error();
    auto edits = store.reversal(visit.number(), id);
    if (!edits) return edits.error();
    edits->insert(edits->begin(), withdrawalOf(*old, correction, worker));
    if (auto saved = store.save(*edits); !saved) return saved.error();
    return VisitUndone::corrected;
}

}  // namespace qiaomen
