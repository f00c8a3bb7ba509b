// SPDX-License-Identifier: Apache-2.0
#include "shared/client/quick_visit.h"

#include "shared/domain/household.h"
#include "shared/domain/natural_order.h"
#include "shared/domain/visit.h"

namespace qiaomen {

std::optional<Edit> cardHeld(const Record& home, const std::string& newestCard) {
    if (compareNaturally(home.text(household.cardVersion), newestCard) >= 0) return std::nullopt;
    return Edit{household.number(), home.id(), {{household.cardVersion, newestCard}}, false, home};
}

std::vector<Edit> quickVisit(const QuickVisit& quick) {
    Edit fact{visit.number(),
              quick.id,
              {{visit.household, quick.household.id()},
               {visit.occurredAt, quick.atMs},
               {visit.way, "door"},
               {visit.outcome, "not_home"},
               {visit.reasons, "routine"}}};
    if (quick.cardLeft) fact.values.push_back({visit.cardLeft, true});
    if (!quick.worker.empty()) fact.values.push_back({visit.worker, quick.worker});
    std::vector<Edit> edits{std::move(fact)};
    if (auto held = quick.cardLeft ? cardHeld(quick.household, quick.newestCard) : std::nullopt)
        edits.push_back(std::move(*held));
    return edits;
}

}  // namespace qiaomen
