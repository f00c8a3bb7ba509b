// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "shared/core/change.h"
#include "shared/domain/codes.h"

namespace qiaomen {

/// A rescued change (待裁定记录): something that somebody recorded and that is not among the grid's records, kept until a person
/// decides. It came late, after the grid had been taken from its writer's device; or it had been refused, or was a draft still,
/// when that device left the grid. It syncs to everybody who holds the grid; whoever decides takes it in, as an ordinary change with
/// the bases that its author saw, so that conflicts still arise, or puts it aside. It is never deleted.
///
/// Late ones are made by the centre. A device that leaves a grid hands in the others itself, as the last that it writes there.
struct RescuedChangeCollection : Collection {
    RescuedChangeCollection() : Collection(14, "rescued_change", Nature::derived, {"Rescued record", "待裁定记录"}) {}

    // One line per field.
    // clang-format off
    const FieldNo why = add({.number = 1, .name = "why", .type = FieldType::choice, .label = {"Why", "缘由"}, .choices = codes::kRescueCause, .required = true, .merge = MergeClass::fixed});
    const FieldNo ofCollection = add({.number = 2, .name = "of_collection", .type = FieldType::integer, .label = {"Collection", "数据类别"}, .merge = MergeClass::fixed});
    const FieldNo ofRecord = add({.number = 3, .name = "of_record", .type = FieldType::reference, .label = {"Record", "记录"}, .merge = MergeClass::fixed, .indexed = true});
    const FieldNo content = add({.number = 4, .name = "content", .type = FieldType::longText, .label = {"Content", "内容"}, .required = true, .sensitivity = Sensitivity::sensitive, .merge = MergeClass::fixed, .maxLength = 1 << 20});
    const FieldNo reason = add({.number = 5, .name = "reason", .type = FieldType::longText, .label = {"Reason", "原因"}, .merge = MergeClass::fixed});
    const FieldNo writtenBy = add({.number = 6, .name = "written_by", .label = {"Written by", "记录人"}, .merge = MergeClass::fixed});
    const FieldNo writtenAt = add({.number = 7, .name = "written_at", .type = FieldType::instant, .label = {"Written", "记录时间"}, .required = true, .merge = MergeClass::fixed});
    const FieldNo writtenDevice = add({.number = 8, .name = "written_device", .label = {"Device", "设备"}, .merge = MergeClass::fixed});
    const FieldNo draftOf = add({.number = 9, .name = "draft_of", .label = {"Draft of", "草稿名称"}, .merge = MergeClass::fixed});
    const FieldNo attachment = add({.number = 10, .name = "attachment", .type = FieldType::attachment, .label = {"Attachment", "附件"}, .merge = MergeClass::fixed, .conflict = ConflictPolicy::silent});
    const FieldNo state = add({.number = 11, .name = "state", .type = FieldType::choice, .label = {"State", "状态"}, .choices = codes::kRescueState, .required = true, .indexed = true});
    const FieldNo resolvedBy = add({.number = 12, .name = "resolved_by", .label = {"Decided by", "裁定人"}});
    // clang-format on
};

inline const RescuedChangeCollection rescuedChange;

/// Why a change is rescued, for its record.
struct RescueNote {
    std::string_view why;  ///< a code of `why`
    std::string reason;    ///< in words
    std::string writtenBy;
};

/// The rescued record of a change: always the same one for what the same device said at the same moment, so that it is rescued once.
RecordId rescuedId(const Change& change);
/// What it says. `content` is the change as JSON (shared/core/json.h), with the stamps that its author saw.
std::vector<FieldValue> rescuedValues(const Change& change, const RescueNote& note, Collections collections);
/// The change in a rescued record. Errors: invalid (a draft, or a newer program's).
Result<Change> changeIn(const Record& rescued, Collections collections);

}  // namespace qiaomen
