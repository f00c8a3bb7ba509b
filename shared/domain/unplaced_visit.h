// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// A row of an imported workbook for which no household was found (未对应走访): kept as a note, so that it can become a visit once the household is
/// there, or be given up. A register: its state says what became of it.
struct UnplacedVisitCollection : Collection {
    UnplacedVisitCollection()
        : Collection(37, "unplaced_visit", Nature::reg, {"Visit without a household", "未对应走访"}) {}

    // One line per field.
    // clang-format off
    const FieldNo person = add({.number = 1, .name = "person", .label = {"Visited", "走访对象"}, .sensitivity = Sensitivity::personal, .merge = MergeClass::fixed});
    const FieldNo address = add({.number = 2, .name = "address", .label = {"Address", "居住地址"}, .merge = MergeClass::fixed});
    const FieldNo occurredAt = add({.number = 3, .name = "occurred_at", .type = FieldType::instant, .label = {"When", "走访时间"}, .required = true, .merge = MergeClass::fixed});
    const FieldNo way = add({.number = 4, .name = "way", .type = FieldType::choice, .label = {"Way", "走访方式"}, .choices = codes::kVisitWay, .required = true, .merge = MergeClass::fixed});
    const FieldNo outcome = add({.number = 5, .name = "outcome", .type = FieldType::choice, .label = {"Outcome", "走访结果"}, .choices = codes::kVisitOutcome, .required = true, .merge = MergeClass::fixed});
    const FieldNo reasons = add({.number = 6, .name = "reasons", .type = FieldType::tags, .label = {"Reasons", "走访事由"}, .choices = codes::kVisitReason, .merge = MergeClass::fixed});
    const FieldNo remark = add({.number = 7, .name = "remark", .type = FieldType::longText, .label = {"Remark", "走访详情"}, .sensitivity = Sensitivity::personal, .merge = MergeClass::fixed});
    const FieldNo worker = add({.number = 8, .name = "worker", .label = {"Worker", "走访人"}, .merge = MergeClass::fixed});
    const FieldNo ofImport = add({.number = 9, .name = "import", .type = FieldType::reference, .label = {"From import", "来源导入"}, .target = "visit_import", .merge = MergeClass::fixed, .conflict = ConflictPolicy::silent, .indexed = true});
    const FieldNo state = add({.number = 10, .name = "state", .type = FieldType::choice, .label = {"State", "状态"}, .choices = codes::kUnplacedState, .indexed = true});
    const FieldNo visit = add({.number = 11, .name = "visit", .type = FieldType::reference, .label = {"Became the visit", "已对应走访"}, .target = "visit"});
    const FieldNo decidedBy = add({.number = 12, .name = "decided_by", .label = {"Decided by", "处理人"}});
    // clang-format on
};

inline const UnplacedVisitCollection unplacedVisit;

}  // namespace qiaomen
