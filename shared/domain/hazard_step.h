// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// A step of a hazard (隐患整改进展): what was done about it after it was found. A fact, corrected by a new one as every fact; the hazard
/// itself holds the state and the time limit that follow (hazard_rules.h), so that lists need not fold anything.
struct HazardStepCollection : Collection {
    HazardStepCollection() : Collection(26, "hazard_step", Nature::fact, {"Step of a hazard", "隐患整改进展"}) {}

    // One line per field.
    // clang-format off
    const FieldNo hazard = add({.number = 1, .name = "hazard", .type = FieldType::reference, .label = {"Hazard", "隐患"}, .target = "hazard", .required = true, .indexed = true});
    const FieldNo act = add({.number = 2, .name = "act", .type = FieldType::choice, .label = {"What was done", "进展"}, .choices = codes::kHazardAct, .required = true});
    const FieldNo occurredAt = add({.number = 3, .name = "occurred_at", .type = FieldType::instant, .label = {"When", "时间"}, .required = true});
    const FieldNo until = add({.number = 4, .name = "until", .type = FieldType::date, .label = {"Put right by", "整改期限"}});
    const FieldNo toWhom = add({.number = 5, .name = "to_whom", .label = {"To whom", "对象"}, .sensitivity = Sensitivity::personal});
    const FieldNo words = add({.number = 6, .name = "words", .type = FieldType::longText, .label = {"In own words", "说明"}});
    const FieldNo worker = add({.number = 7, .name = "worker", .label = {"Worker", "经办人"}});
    const FieldNo corrects = add({.number = 8, .name = "corrects", .type = FieldType::reference, .label = {"Corrects", "更正"}, .target = "hazard_step", .indexed = true});
    const FieldNo withdraws = add({.number = 9, .name = "withdraws", .type = FieldType::boolean, .label = {"Withdraws", "撤回误录"}});
    // clang-format on
};

inline const HazardStepCollection hazardStep;

}  // namespace qiaomen
