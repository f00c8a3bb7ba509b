// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// An invitation to rate a door order (评价邀请): a code that can be used once stands on a slip, and the answer comes from the
/// resident's own telephone or through the hall. Only a hash of the code is kept, so that nobody who reads the records can answer
/// in a resident's place; a slip that got lost is replaced by a new invitation. "Did not wish to" is an answer like any other:
/// nobody is asked twice, and satisfaction is never assumed.
struct EvaluationInvitationCollection : Collection {
    EvaluationInvitationCollection()
        : Collection(25, "evaluation_invitation", Nature::fact, {"Invitation to rate", "评价邀请"}) {}

    // One line per field.
    // clang-format off
    const FieldNo order = add({.number = 1, .name = "door_order", .type = FieldType::reference, .label = {"Door order", "上门服务单"}, .target = "door_order", .required = true, .indexed = true});
    const FieldNo codeHash = add({.number = 2, .name = "code_hash", .label = {"Hash of the code", "评价码摘要"}, .indexed = true});
    const FieldNo invitedAt = add({.number = 3, .name = "invited_at", .type = FieldType::instant, .label = {"Invited", "邀请时间"}, .required = true});
    const FieldNo way = add({.number = 4, .name = "way", .type = FieldType::choice, .label = {"Way", "邀请方式"}, .choices = codes::kInvitationWay, .required = true});
    const FieldNo worker = add({.number = 5, .name = "worker", .label = {"Invited by", "邀请人"}});
    const FieldNo replaces = add({.number = 6, .name = "replaces", .type = FieldType::reference, .label = {"Replaces", "替代"}, .target = "evaluation_invitation"});
    // clang-format on
};

inline const EvaluationInvitationCollection evaluationInvitation;

}  // namespace qiaomen
