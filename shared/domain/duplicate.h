// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// Perhaps the same (疑似重复): two residents, or two households, that look like one. Suggested by the centre, which is the first to
/// see what two phones made offline; decided by a person, who merges them or says that they are different. Either is remembered, and
/// the pair is not suggested again.
///
/// Merging copies what is worth keeping into one of the two and gives the other a redirect (its `merged_into`); see
/// shared/domain/redirects.h. Nothing personal stands here: the two records are looked up.
struct DuplicateCollection : Collection {
    DuplicateCollection() : Collection(13, "duplicate", Nature::derived, {"Perhaps the same", "疑似重复"}) {}

    // One line per field.
    // clang-format off
    const FieldNo ofCollection = add({.number = 1, .name = "of_collection", .type = FieldType::integer, .label = {"Collection", "数据类别"}, .required = true});
    const FieldNo first = add({.number = 2, .name = "first", .type = FieldType::reference, .label = {"One", "其一"}, .required = true, .indexed = true});
    const FieldNo second = add({.number = 3, .name = "second", .type = FieldType::reference, .label = {"The other", "其二"}, .required = true, .indexed = true});
    const FieldNo reason = add({.number = 4, .name = "reason", .type = FieldType::choice, .label = {"Why", "依据"}, .choices = codes::kDuplicateReason});
    const FieldNo score = add({.number = 5, .name = "score", .type = FieldType::integer, .label = {"How sure", "把握"}, .unit = "%", .min = 0, .max = 100});
    const FieldNo state = add({.number = 6, .name = "state", .type = FieldType::choice, .label = {"State", "状态"}, .choices = codes::kDuplicateState, .indexed = true});
    const FieldNo decidedBy = add({.number = 7, .name = "decided_by", .label = {"Decided by", "处理人"}});
    // clang-format on
};

inline const DuplicateCollection duplicate;

}  // namespace qiaomen
