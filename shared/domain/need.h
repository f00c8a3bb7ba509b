// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// A need (需求): one row of the people's condition card (民情记载卡), as heard at the door.
struct NeedCollection : Collection {
    NeedCollection() : Collection(6, "need", Nature::reg, {"Need", "需求"}) {}

    // One line per field.
    // clang-format off
    const FieldNo household = add({.number = 1, .name = "household", .type = FieldType::reference, .label = {"Household", "户"}, .target = "household", .required = true, .indexed = true});
    const FieldNo visit = add({.number = 2, .name = "visit", .type = FieldType::reference, .label = {"Heard on visit", "来源走访"}, .target = "visit"});
    const FieldNo heardAt = add({.number = 3, .name = "heard_at", .type = FieldType::instant, .label = {"Heard", "记录时间"}, .required = true});
    const FieldNo text = add({.number = 4, .name = "text", .type = FieldType::longText, .label = {"What is needed", "需求内容"}, .required = true, .sensitivity = Sensitivity::personal});
    const FieldNo kind = add({.number = 5, .name = "kind", .type = FieldType::choice, .label = {"Kind", "需求类别"}, .choices = codes::kNeedKind, .required = true});
    const FieldNo urgency = add({.number = 6, .name = "urgency", .type = FieldType::choice, .label = {"Urgency", "紧急程度"}, .choices = codes::kUrgency});
    const FieldNo wantsReply = add({.number = 7, .name = "wants_reply", .type = FieldType::boolean, .label = {"Wants a reply", "希望回复"}});
    const FieldNo route = add({.number = 8, .name = "route", .type = FieldType::choice, .label = {"Route", "办理途径"}, .choices = codes::kNeedRoute});
    const FieldNo state = add({.number = 9, .name = "state", .type = FieldType::choice, .label = {"State", "状态"}, .choices = codes::kNeedState});
    const FieldNo heardBy = add({.number = 10, .name = "heard_by", .label = {"Heard by", "记录人"}});
    // clang-format on
};

inline const NeedCollection need;

}  // namespace qiaomen
