// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// A step of a door order (服务进展): something that happened to it. A fact: written once; a correction is a new step that names the
/// old one in `corrects`, and then the old one counts no more. One that `withdraws` says only that the old one was recorded by
/// mistake. What follows from the steps is in order_rules.h.
struct OrderStepCollection : Collection {
    OrderStepCollection() : Collection(22, "order_step", Nature::fact, {"Step of a door order", "服务进展"}) {}

    // One line per field.
    // clang-format off
    const FieldNo order = add({.number = 1, .name = "door_order", .type = FieldType::reference, .label = {"Door order", "上门服务单"}, .target = "door_order", .required = true, .indexed = true});
    const FieldNo act = add({.number = 2, .name = "act", .type = FieldType::choice, .label = {"What happened", "进展"}, .choices = codes::kOrderAct, .required = true});
    const FieldNo occurredAt = add({.number = 3, .name = "occurred_at", .type = FieldType::instant, .label = {"When", "时间"}, .required = true});
    const FieldNo agreedOn = add({.number = 4, .name = "agreed_on", .type = FieldType::date, .label = {"Agreed day", "约定日期"}});
    const FieldNo agreedPart = add({.number = 5, .name = "agreed_part", .type = FieldType::choice, .label = {"Agreed time of day", "约定时段"}, .choices = codes::kDayPart});
    const FieldNo reasons = add({.number = 6, .name = "reasons", .type = FieldType::tags, .label = {"Reasons", "原因"}, .choices = codes::kCannotReason});
    const FieldNo words = add({.number = 7, .name = "words", .type = FieldType::longText, .label = {"In own words", "说明"}, .sensitivity = Sensitivity::personal});
    const FieldNo handedTo = add({.number = 8, .name = "handed_to", .label = {"Handed to", "签收人"}, .sensitivity = Sensitivity::personal});
    const FieldNo companion = add({.number = 9, .name = "companion", .label = {"Together with", "同行人"}});
    const FieldNo worker = add({.number = 10, .name = "worker", .label = {"Worker", "经办人"}});
    const FieldNo corrects = add({.number = 11, .name = "corrects", .type = FieldType::reference, .label = {"Corrects", "更正"}, .target = "order_step", .indexed = true});
    const FieldNo withdraws = add({.number = 12, .name = "withdraws", .type = FieldType::boolean, .label = {"Withdraws", "撤回误录"}});
    // clang-format on
};

inline const OrderStepCollection orderStep;

}  // namespace qiaomen
