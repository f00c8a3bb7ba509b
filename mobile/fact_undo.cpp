// SPDX-License-Identifier: Apache-2.0
#include "mobile/fact_undo.h"

#include <algorithm>

#include "mobile/text.h"
#include "shared/domain/hazard_step.h"
#include "shared/domain/household_move.h"
#include "shared/domain/order_step.h"
#include "shared/domain/visit.h"
#include "shared/domain/visit_import.h"

namespace qiaomen {

namespace {

/// A kind of fact that can be taken back: what of it its withdrawal repeats, because it must not be empty.
struct Withdrawable {
    const Collection& facts;
    std::vector<FieldNo> repeated;
    FieldNo worker, corrects, withdraws;
};

const Withdrawable* withdrawable(CollectionNo number) {
    static const Withdrawable kinds[] = {
        {visit,
         {visit.household, visit.occurredAt, visit.way, visit.outcome},
         visit.worker,
         visit.corrects,
         visit.withdraws},
        {householdMove,
         {householdMove.household, householdMove.kind, householdMove.movedOn, householdMove.other,
          householdMove.notedAt},
         householdMove.worker,
         householdMove.corrects,
         householdMove.withdraws},
        {orderStep,
         {orderStep.order, orderStep.act, orderStep.occurredAt},
         orderStep.worker,
         orderStep.corrects,
         orderStep.withdraws},
        {hazardStep,
         {hazardStep.hazard, hazardStep.act, hazardStep.occurredAt},
         hazardStep.worker,
         hazardStep.corrects,
         hazardStep.withdraws},
    };
    const auto found = std::ranges::find(kinds, number, [](const Withdrawable& kind) { return kind.facts.number(); });
    return found != std::end(kinds) ? &*found : nullptr;
}

Edit withdrawalOf(const Withdrawable& kind, const Record& old, const RecordId& correction, const QString& worker) {
    Edit edit{.collection = old.collection(), .record = correction, .values = {}};
    for (const FieldNo field : kind.repeated) {
        if (!old.get(field).isNothing()) edit.values.push_back({field, old.get(field)});
    }
    edit.values.push_back({kind.worker, fromQt(worker)});
    edit.values.push_back({kind.corrects, old.id()});
    edit.values.push_back({kind.withdraws, true});
    return edit;
}

/// Each visit that nobody corrected since; what else it saved is put back.
Result<Undone> undoImport(LocalStore& store, const RecordId& import, const QString& worker) {
    const Outcome withdrawn = store.withdraw(visitImport.number(), import);
    if (withdrawn) return Undone::withdrawn;
    if (withdrawn.error().fault != Fault::refused) return withdrawn.error();
    const auto visits = store.find(visit, visit.ofImport, import);
    if (!visits) return visits.error();
    auto edits = store.reversal(visitImport.number(), import);
    if (!edits) return edits.error();
    for (const Record& one : *visits) {
        const auto corrections = store.find(visit, visit.corrects, one.id());
        if (!corrections) return corrections.error();
        const RecordId correction = RecordId::named(one.id().bytes, "import taken back");
        if (corrections->empty())
            edits->push_back(withdrawalOf(*withdrawable(visit.number()), one, correction, worker));
    }
    if (edits->empty()) return Error{Fault::refused, "it was taken back before"};
    if (auto saved = store.save(*edits); !saved) return saved.error();
    return Undone::corrected;
}

}  // namespace

Result<Undone> undoFact(LocalStore& store, const RecordKey& fact, const RecordId& correction, const QString& worker) {
    if (fact.collection == visitImport.number()) return undoImport(store, fact.record, worker);
    const Withdrawable* kind = withdrawable(fact.collection);
    if (!kind) return Error{Fault::missing, "this is no fact that can be taken back"};
    const auto corrections = store.find(kind->facts, kind->corrects, fact.record);
    if (!corrections) return corrections.error();
    if (!corrections->empty()) return Error{Fault::refused, "it was corrected before"};

    const Outcome withdrawn = store.withdraw(fact.collection, fact.record);
    if (withdrawn) return Undone::withdrawn;
    if (withdrawn.error().fault != Fault::refused) return withdrawn.error();

    const auto old = store.read(fact.collection, fact.record);
    if (!old) return old.error();
    auto edits = store.reversal(fact.collection, fact.record);
    if (!edits) return edits.error();
    edits->insert(edits->begin(), withdrawalOf(*kind, *old, correction, worker));
    if (auto saved = store.save(*edits); !saved) return saved.error();
    return Undone::corrected;
}

}  // namespace qiaomen
