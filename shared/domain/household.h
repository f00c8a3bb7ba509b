// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// A household (户): the people behind one door, and how they wish to be visited. Its members are residents that refer to it.
struct HouseholdCollection : Collection {
    HouseholdCollection() : Collection(3, "household", Nature::reg, {"Household", "户"}) {}

    // One line per field.
    // clang-format off
    const FieldNo householdNumber = add({.number = 1, .name = "number", .label = {"Household number", "户号"}, .indexed = true});
    const FieldNo dwelling = add({.number = 2, .name = "dwelling", .type = FieldType::reference, .label = {"Dwelling", "房屋"}, .target = "dwelling", .required = true, .indexed = true});
    const FieldNo headName = add({.number = 3, .name = "head_name", .label = {"Head", "户主"}, .required = true});
    const FieldNo registerKind = add({.number = 4, .name = "register_kind", .type = FieldType::choice, .label = {"Register", "户籍类型"}, .choices = codes::kRegister});
    const FieldNo tags = add({.number = 5, .name = "tags", .type = FieldType::tags, .label = {"Tags", "户标签"}, .choices = codes::kHouseholdTags, .sensitivity = Sensitivity::personal});
    const FieldNo phone = add({.number = 6, .name = "phone", .label = {"Phone", "联系电话"}, .sensitivity = Sensitivity::sensitive});
    const FieldNo contactWay = add({.number = 7, .name = "contact_way", .type = FieldType::choice, .label = {"Preferred contact", "联系方式"}, .choices = codes::kContactWay});
    const FieldNo quietHours = add({.number = 8, .name = "quiet_hours", .label = {"Quiet hours", "勿扰时段"}});
    const FieldNo doNotAsk = add({.number = 9, .name = "do_not_ask", .type = FieldType::longText, .label = {"Do not ask again", "不再询问"}});
    const FieldNo cardVersion = add({.number = 10, .name = "card_version", .label = {"Contact card held", "联系卡版本"}, .conflict = ConflictPolicy::silent});
    const FieldNo nextVisit = add({.number = 11, .name = "next_visit", .type = FieldType::date, .label = {"Agreed next visit", "约定下次走访"}});
    const FieldNo note = add({.number = 12, .name = "note", .type = FieldType::longText, .label = {"Note", "备注"}});
    const FieldNo mergedInto = add({.number = 14, .name = "merged_into", .type = FieldType::reference, .label = {"Merged into", "并入"}, .target = "household", .indexed = true});
    const FieldNo movedOut = add({.number = 13, .name = "moved_out", .type = FieldType::date, .label = {"Moved out", "搬离日期"}});
    // clang-format on
};

inline const HouseholdCollection household;

}  // namespace qiaomen
