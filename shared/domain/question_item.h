// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// One question (问题) of a set. `options` are lines of "code label"; `fills` names the field of the records that an answer fills
/// ("resident.work_unit"): where it is known, nobody asks.
struct QuestionItemCollection : Collection {
    QuestionItemCollection() : Collection(31, "question_item", Nature::reg, {"Question", "问题"}) {}

    // One line per field.
    // clang-format off
    const FieldNo set = add({.number = 1, .name = "question_set", .type = FieldType::reference, .label = {"Question set", "问题清单"}, .target = "question_set", .required = true, .indexed = true});
    const FieldNo code = add({.number = 2, .name = "code", .label = {"Code", "编号"}, .required = true, .maxLength = 100});
    const FieldNo position = add({.number = 3, .name = "position", .type = FieldType::integer, .label = {"Position", "序号"}, .required = true, .min = 1, .max = 1000});
    const FieldNo text = add({.number = 4, .name = "text", .type = FieldType::longText, .label = {"Question", "问题内容"}, .required = true, .maxLength = 1000});
    const FieldNo help = add({.number = 5, .name = "help", .type = FieldType::longText, .label = {"Help", "说明"}, .maxLength = 1000});
    const FieldNo kind = add({.number = 6, .name = "kind", .type = FieldType::choice, .label = {"Kind of answer", "回答方式"}, .choices = codes::kQuestionKind, .required = true});
    const FieldNo options = add({.number = 7, .name = "options", .type = FieldType::longText, .label = {"Answers to choose from", "选项"}});
    const FieldNo unit = add({.number = 8, .name = "unit", .label = {"Unit", "单位"}, .maxLength = 60});
    const FieldNo least = add({.number = 9, .name = "least", .type = FieldType::real, .label = {"At least", "最小值"}});
    const FieldNo most = add({.number = 10, .name = "most", .type = FieldType::real, .label = {"At most", "最大值"}});
    const FieldNo fills = add({.number = 11, .name = "fills", .label = {"Fills the field", "对应字段"}, .maxLength = 100});
    const FieldNo freshDays = add({.number = 12, .name = "fresh_days", .type = FieldType::integer, .label = {"Known for", "有效期"}, .unit = "days", .min = 0, .max = 3650});
    const FieldNo dropped = add({.number = 13, .name = "dropped", .type = FieldType::boolean, .label = {"Not asked any more", "不再询问"}});
    // clang-format on
};

inline const QuestionItemCollection questionItem;

}  // namespace qiaomen
