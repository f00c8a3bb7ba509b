// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// An answer (回答) given on a visit, or that none was given. A fact: a correction is a new answer that names the old one. It stands
/// as long as its visit stands: whoever takes the visit back takes the answers back with it.
struct QuestionAnswerCollection : Collection {
    QuestionAnswerCollection() : Collection(32, "question_answer", Nature::fact, {"Answer", "回答"}) {}

    // One line per field.
    // clang-format off
    const FieldNo household = add({.number = 1, .name = "household", .type = FieldType::reference, .label = {"Household", "户"}, .target = "household", .required = true, .indexed = true});
    const FieldNo resident = add({.number = 2, .name = "resident", .type = FieldType::reference, .label = {"About", "居民"}, .target = "resident"});
    const FieldNo question = add({.number = 3, .name = "question_item", .type = FieldType::reference, .label = {"Question", "问题"}, .target = "question_item", .required = true});
    const FieldNo visit = add({.number = 4, .name = "visit", .type = FieldType::reference, .label = {"Given on visit", "来源走访"}, .target = "visit", .required = true});
    const FieldNo answeredAt = add({.number = 5, .name = "answered_at", .type = FieldType::instant, .label = {"When", "回答时间"}, .required = true});
    const FieldNo response = add({.number = 6, .name = "response", .type = FieldType::choice, .label = {"What came of it", "询问结果"}, .choices = codes::kResponse, .required = true});
    const FieldNo value = add({.number = 7, .name = "value", .type = FieldType::longText, .label = {"Answer", "回答内容"}, .sensitivity = Sensitivity::personal, .maxLength = 2000});
    const FieldNo worker = add({.number = 8, .name = "worker", .label = {"Asked by", "询问人"}});
    const FieldNo corrects = add({.number = 9, .name = "corrects", .type = FieldType::reference, .label = {"Corrects", "更正"}, .target = "question_answer"});
    // clang-format on
};

inline const QuestionAnswerCollection questionAnswer;

}  // namespace qiaomen
