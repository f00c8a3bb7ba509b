// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// A move (迁移记录): people came to a household or left it, one household became two, or two became one. A fact beside the registers
/// that it changed: they say who lives where now, it says what happened, with the names as they were on that day. One that
/// `withdraws` says that the one it names in `corrects` was recorded by mistake; the registers were put back with it.
struct HouseholdMoveCollection : Collection {
    HouseholdMoveCollection() : Collection(15, "household_move", Nature::fact, {"Move", "迁移记录"}) {}

    // One line per field.
    // clang-format off
    const FieldNo household = add({.number = 1, .name = "household", .type = FieldType::reference, .label = {"Household", "户"}, .target = "household", .required = true, .indexed = true});
    const FieldNo kind = add({.number = 2, .name = "kind", .type = FieldType::choice, .label = {"What happened", "变动类型"}, .choices = codes::kMoveKind, .required = true});
    const FieldNo movedOn = add({.number = 3, .name = "moved_on", .type = FieldType::date, .label = {"On", "变动日期"}, .required = true});
    const FieldNo people = add({.number = 4, .name = "people", .label = {"Who", "涉及人员"}, .sensitivity = Sensitivity::personal});
    const FieldNo other = add({.number = 5, .name = "other", .type = FieldType::reference, .label = {"Other household", "另一户"}, .target = "household", .indexed = true});
    const FieldNo place = add({.number = 6, .name = "place", .label = {"Where from or to", "来源/去向"}, .sensitivity = Sensitivity::personal, .maxLength = 200});
    const FieldNo reason = add({.number = 7, .name = "reason", .type = FieldType::choice, .label = {"Why", "变动原因"}, .choices = codes::kMoveReason});
    const FieldNo words = add({.number = 8, .name = "words", .label = {"In own words", "说明"}, .sensitivity = Sensitivity::personal, .maxLength = 400});
    const FieldNo notedAt = add({.number = 9, .name = "noted_at", .type = FieldType::instant, .label = {"Noted", "记录时间"}, .required = true});
    const FieldNo worker = add({.number = 10, .name = "worker", .label = {"Noted by", "记录人"}});
    const FieldNo corrects = add({.number = 11, .name = "corrects", .type = FieldType::reference, .label = {"Corrects", "更正"}, .target = "household_move", .indexed = true});
    const FieldNo withdraws = add({.number = 12, .name = "withdraws", .type = FieldType::boolean, .label = {"Withdraws", "撤回误录"}});
    // clang-format on
};

inline const HouseholdMoveCollection householdMove;

}  // namespace qiaomen
