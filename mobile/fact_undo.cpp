// SPDX-License-Identifier: Apache-2.0
#include "mobile/fact_undo.h"

#include <algorithm>

#include "mobile/text.h"
#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

Edit withdrawalOf(const FactFields& fields, const Record& old, const RecordId& correction, const QString& worker) {
    Edit edit{.collection = fields.collection->number(), .record = correction, .values = {}};
    for (const FieldNo field : fields.repeated) edit.values.push_back({field, old.get(field)});
    edit.values.push_back({fields.worker, fromQt(worker)});
    edit.values.push_back({fields.corrects, old.id()});
    edit.values.push_back({fields.withdraws, true});
    return edit;
}

}  // namespace

FactFields visitFields() {
    return {&visit,
            {visit.household, visit.occurredAt, visit.way, visit.outcome},
            visit.worker,
            visit.corrects,
            visit.withdraws};
}

FactFields orderStepFields() {
    return {&orderStep,
            {orderStep.order, orderStep.act, orderStep.occurredAt},
            orderStep.worker,
            orderStep.corrects,
            orderStep.withdraws};
}

FactFields hazardStepFields() {
    return {&hazardStep,
            {hazardStep.hazard, hazardStep.act, hazardStep.occurredAt},
            hazardStep.worker,
            hazardStep.corrects,
            hazardStep.withdraws};
}

Result<FactUndone> undoFact(LocalStore& store, const FactFields& fields, const RecordId& id, const RecordId& correction,
                            const QString& worker) {
    const auto corrections = store.find(*fields.collection, fields.corrects, id);
    if (!corrections) return corrections.error();
    if (!corrections->empty()) return Error{Fault::refused, "it was corrected before"};

    const CollectionNo number = fields.collection->number();
    const Outcome withdrawn = store.withdraw(number, id);
    if (withdrawn) return FactUndone::withdrawn;
    if (withdrawn.error().fault != Fault::refused) return withdrawn.error();

    const auto old = store.read(number, id);
    if (!old) return old.error();
    auto edits = store.reversal(number, id);
    if (!edits) return edits.error();
    edits->insert(edits->begin(), withdrawalOf(fields, *old, correction, worker));
    if (auto saved = store.save(*edits); !saved) return saved.error();
    return FactUndone::corrected;
}

}  // namespace qiaomen
