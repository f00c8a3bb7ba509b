// SPDX-License-Identifier: Apache-2.0
#include "bench/usual_visit.h"

#include "shared/domain/collections.h"

namespace qiaomen::bench {

Edit usualVisit(const RecordId& visitId, const RecordId& householdId, std::int64_t occurredAtMs, int nth) {
    const bool met = nth % 4 != 3;
    return {.collection = visit.number(),
            .record = visitId,
            .values = {{visit.household, Value(householdId)},
                       {visit.occurredAt, Value(occurredAtMs)},
                       {visit.way, Value("door")},
                       {visit.outcome, Value(met ? "met" : "not_home")},
                       {visit.reasons, Value("routine")},
                       {visit.confirmed, met ? Value("members contacts dwelling") : Value()},
                       {visit.remark, Value("家中一切正常，提醒了用电安全，第" + std::to_string(nth) + "次走访。")},
                       {visit.worker, Value("张敏")}}};
}

}  // namespace qiaomen::bench
