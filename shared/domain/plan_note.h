// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// A note on the plan for a door (计划说明): that something due is put off until a day, and why; or why a household that was
/// knocked on twice this week is knocked on again. A fact, so that a partner who stands in sees the reason and the worker's next
/// phone still knows; it says something about the household, and nothing about how a worker works.
struct PlanNoteCollection : Collection {
    PlanNoteCollection() : Collection(12, "plan_note", Nature::fact, {"Note on the plan", "计划说明"}) {}

    // One line per field.
    // clang-format off
    const FieldNo household = add({.number = 1, .name = "household", .type = FieldType::reference, .label = {"Household", "户"}, .target = "household", .indexed = true});
    const FieldNo kind = add({.number = 2, .name = "kind", .type = FieldType::choice, .label = {"Kind", "类型"}, .choices = codes::kPlanNoteKind, .required = true});
    const FieldNo rule = add({.number = 3, .name = "rule", .type = FieldType::choice, .label = {"What was due", "应办事项"}, .choices = codes::kWorkRule});
    const FieldNo about = add({.number = 4, .name = "about", .type = FieldType::reference, .label = {"About", "相关记录"}});
    const FieldNo notedAt = add({.number = 5, .name = "noted_at", .type = FieldType::instant, .label = {"Noted", "记录时间"}, .required = true});
    const FieldNo until = add({.number = 6, .name = "until", .type = FieldType::date, .label = {"Put off until", "推迟到"}});
    const FieldNo reason = add({.number = 7, .name = "reason", .type = FieldType::choice, .label = {"Reason", "事由"}, .choices = codes::kPlanReason, .required = true});
    const FieldNo words = add({.number = 8, .name = "words", .label = {"In own words", "说明"}, .sensitivity = Sensitivity::personal, .maxLength = 400});
    const FieldNo worker = add({.number = 9, .name = "worker", .label = {"Noted by", "记录人"}});
    // clang-format on
};

inline const PlanNoteCollection planNote;

}  // namespace qiaomen
