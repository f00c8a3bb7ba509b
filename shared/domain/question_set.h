// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// A question set (问题清单): what somebody in charge wants to know of certain households or people, why, and until when. It reaches
/// the grid like every other record; whoever visits is shown what is not known yet (question_rules.h), and may leave out anything.
struct QuestionSetCollection : Collection {
    QuestionSetCollection() : Collection(30, "question_set", Nature::reg, {"Question set", "问题清单"}) {}

    // One line per field.
    // clang-format off
    const FieldNo code = add({.number = 1, .name = "code", .label = {"Code", "编号"}, .required = true, .maxLength = 100});
    const FieldNo title = add({.number = 2, .name = "title", .label = {"Title", "标题"}, .required = true, .maxLength = 300});
    const FieldNo askedBy = add({.number = 3, .name = "asked_by", .label = {"Who asks", "提问人"}, .required = true, .maxLength = 300});
    const FieldNo purpose = add({.number = 4, .name = "purpose", .type = FieldType::longText, .label = {"Why", "用途"}, .required = true});
    const FieldNo from = add({.number = 5, .name = "from_day", .type = FieldType::date, .label = {"From", "开始日期"}, .required = true});
    const FieldNo until = add({.number = 6, .name = "until", .type = FieldType::date, .label = {"Until", "截止日期"}, .required = true});
    const FieldNo subject = add({.number = 7, .name = "subject", .type = FieldType::choice, .label = {"Put to", "询问对象"}, .choices = codes::kQuestionSubject, .required = true});
    const FieldNo careTags = add({.number = 8, .name = "care_tags", .type = FieldType::tags, .label = {"Only with a care tag of", "限关爱标签"}, .choices = codes::kCareTags});
    const FieldNo householdTags = add({.number = 9, .name = "household_tags", .type = FieldType::tags, .label = {"Only with a household tag of", "限户标签"}, .choices = codes::kHouseholdTags});
    const FieldNo dwellingUses = add({.number = 10, .name = "dwelling_uses", .type = FieldType::tags, .label = {"Only in dwellings", "限房屋用途"}, .choices = codes::kDwellingUse});
    const FieldNo minAge = add({.number = 11, .name = "min_age", .type = FieldType::integer, .label = {"From the age of", "最小年龄"}, .unit = "years", .min = 0, .max = 150});
    const FieldNo maxAge = add({.number = 12, .name = "max_age", .type = FieldType::integer, .label = {"To the age of", "最大年龄"}, .unit = "years", .min = 0, .max = 150});
    const FieldNo ended = add({.number = 13, .name = "ended", .type = FieldType::boolean, .label = {"Ended early", "提前结束"}});
    // clang-format on
};

inline const QuestionSetCollection questionSet;

}  // namespace qiaomen
