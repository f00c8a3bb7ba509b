// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// A paper that a worker carries for a household (代收材料): what it is, original or copy, since when, and whether it is back. The
/// household holds a receipt for it until then. What was taken does not change; that it came back is written later.
struct CarriedPaperCollection : Collection {
    CarriedPaperCollection() : Collection(23, "carried_paper", Nature::reg, {"Carried paper", "代收材料"}) {}

    // One line per field.
    // clang-format off
    const FieldNo order = add({.number = 1, .name = "door_order", .type = FieldType::reference, .label = {"Door order", "上门服务单"}, .target = "door_order", .required = true, .merge = MergeClass::fixed, .indexed = true});
    const FieldNo material = add({.number = 2, .name = "material", .label = {"Catalogue material", "目录材料"}, .merge = MergeClass::fixed});
    const FieldNo paperName = add({.number = 3, .name = "name", .label = {"Paper", "材料名称"}, .required = true, .merge = MergeClass::fixed, .maxLength = 400});
    const FieldNo form = add({.number = 4, .name = "form", .type = FieldType::choice, .label = {"Original or copy", "原件或复印件"}, .choices = codes::kPaperForm, .required = true, .merge = MergeClass::fixed});
    const FieldNo copies = add({.number = 5, .name = "copies", .type = FieldType::integer, .label = {"How many", "份数"}, .merge = MergeClass::fixed, .min = 1, .max = 99});
    const FieldNo takenAt = add({.number = 6, .name = "taken_at", .type = FieldType::instant, .label = {"Taken", "收取时间"}, .required = true, .merge = MergeClass::fixed});
    const FieldNo takenBy = add({.number = 7, .name = "taken_by", .label = {"Taken by", "收取人"}, .merge = MergeClass::fixed});
    const FieldNo returnedAt = add({.number = 8, .name = "returned_at", .type = FieldType::instant, .label = {"Returned", "归还时间"}});
    const FieldNo returnedBy = add({.number = 9, .name = "returned_by", .label = {"Returned by", "归还人"}});
    // clang-format on
};

inline const CarriedPaperCollection carriedPaper;

}  // namespace qiaomen
