// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// A door order (上门服务单): what somebody is to do for a household that cannot or need not come to the hall, and when they wish it.
/// What was asked for can be put right; how far it is, nobody types: it is folded from the steps, the papers and the invitation
/// (order_rules.h).
struct DoorOrderCollection : Collection {
    DoorOrderCollection() : Collection(21, "door_order", Nature::reg, {"Door order", "上门服务单"}) {}

    // One line per field.
    // clang-format off
    const FieldNo household = add({.number = 1, .name = "household", .type = FieldType::reference, .label = {"Household", "户"}, .target = "household", .required = true, .merge = MergeClass::fixed, .indexed = true});
    const FieldNo kind = add({.number = 2, .name = "kind", .type = FieldType::choice, .label = {"Kind", "服务方式"}, .choices = codes::kOrderKind, .required = true});
    const FieldNo resident = add({.number = 3, .name = "resident", .type = FieldType::reference, .label = {"For", "服务对象"}, .target = "resident"});
    const FieldNo item = add({.number = 4, .name = "item", .label = {"Catalogue item", "事项"}});
    const FieldNo what = add({.number = 5, .name = "what", .type = FieldType::longText, .label = {"What is asked for", "服务内容"}, .sensitivity = Sensitivity::personal});
    const FieldNo channel = add({.number = 6, .name = "channel", .type = FieldType::choice, .label = {"Asked through", "提出渠道"}, .choices = codes::kOrderChannel});
    const FieldNo askedAt = add({.number = 7, .name = "asked_at", .type = FieldType::instant, .label = {"Asked", "提出时间"}, .required = true, .merge = MergeClass::fixed});
    const FieldNo wantedOn = add({.number = 8, .name = "wanted_on", .type = FieldType::date, .label = {"Wished day", "希望日期"}});
    const FieldNo wantedPart = add({.number = 9, .name = "wanted_part", .type = FieldType::choice, .label = {"Wished time of day", "希望时段"}, .choices = codes::kDayPart});
    const FieldNo entrusted = add({.number = 10, .name = "entrusted", .type = FieldType::boolean, .label = {"Entrusts the worker with it", "同意委托代办"}});
    const FieldNo visit = add({.number = 11, .name = "visit", .type = FieldType::reference, .label = {"Asked on visit", "来源走访"}, .target = "visit"});
    const FieldNo takenBy = add({.number = 12, .name = "taken_by", .label = {"Taken down by", "登记人"}});
    // clang-format on
};

inline const DoorOrderCollection doorOrder;

}  // namespace qiaomen
