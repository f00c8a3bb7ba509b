// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// A visit (走访): one knock on one door, and what came of it. A fact: written once; a correction is a new visit that names the
/// old one in `corrects`, and then the old one counts no more. One that `withdraws` says only that the old one was recorded by
/// mistake, and counts as no visit itself. One that an office brought in a workbook says so in `source`, and names its import. Proved by its content: there is no photo, no track and no place of a worker in it.
struct VisitCollection : Collection {
    VisitCollection() : Collection(5, "visit", Nature::fact, {"Visit", "走访"}) {}

    // One line per field.
    // clang-format off
    const FieldNo household = add({.number = 1, .name = "household", .type = FieldType::reference, .label = {"Household", "户"}, .target = "household", .required = true, .indexed = true});
    const FieldNo occurredAt = add({.number = 2, .name = "occurred_at", .type = FieldType::instant, .label = {"When", "走访时间"}, .required = true});
    const FieldNo way = add({.number = 3, .name = "way", .type = FieldType::choice, .label = {"Way", "走访方式"}, .choices = codes::kVisitWay, .required = true});
    const FieldNo outcome = add({.number = 4, .name = "outcome", .type = FieldType::choice, .label = {"Outcome", "走访结果"}, .choices = codes::kVisitOutcome, .required = true});
    const FieldNo reasons = add({.number = 5, .name = "reasons", .type = FieldType::tags, .label = {"Reasons", "走访事由"}, .choices = codes::kVisitReason});
    const FieldNo personsMet = add({.number = 6, .name = "persons_met", .label = {"Persons met", "受访人"}, .sensitivity = Sensitivity::personal});
    const FieldNo confirmed = add({.number = 7, .name = "confirmed", .type = FieldType::tags, .label = {"Confirmed unchanged", "确认无变化"}, .choices = codes::kConfirmed});
    const FieldNo remark = add({.number = 8, .name = "remark", .type = FieldType::longText, .label = {"Remark", "走访详情"}, .sensitivity = Sensitivity::personal});
    const FieldNo nextStep = add({.number = 9, .name = "next_step", .label = {"Agreed next step", "约定事项"}});
    const FieldNo nextDate = add({.number = 10, .name = "next_date", .type = FieldType::date, .label = {"Next visit on", "下次走访日期"}});
    const FieldNo cardLeft = add({.number = 11, .name = "card_left", .type = FieldType::boolean, .label = {"Card left", "已留联系卡"}});
    const FieldNo worker = add({.number = 12, .name = "worker", .label = {"Worker", "走访人"}});
    const FieldNo corrects = add({.number = 13, .name = "corrects", .type = FieldType::reference, .label = {"Corrects", "更正"}, .target = "visit", .indexed = true});
    const FieldNo withdraws = add({.number = 14, .name = "withdraws", .type = FieldType::boolean, .label = {"Withdraws", "撤回误录"}});
    const FieldNo source = add({.number = 15, .name = "source", .type = FieldType::choice, .label = {"Source", "来源"}, .choices = codes::kVisitSource});
    const FieldNo ofImport = add({.number = 16, .name = "import", .type = FieldType::reference, .label = {"From import", "来源导入"}, .target = "visit_import", .conflict = ConflictPolicy::silent, .indexed = true});
    // clang-format on
};

inline const VisitCollection visit;

}  // namespace qiaomen
