// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// A conflict (冲突): two people wrote to the same record without knowing of each other. Made by the centre alone, which sees each
/// grid in one order, and synced to everyone who holds the grid. Three grades:
///
/// - *clash*: the same field. Nothing that lost is gone: both values stand here until a person decides by one tap, which writes the
///   record and sets `state` to kept or replaced.
/// - *removal*: one deleted what the other wrote. Decided in the same way.
/// - *parallel*: different fields. Both changes stand in the record and there is nothing to decide; the note says what each changed,
///   until somebody has noticed (`state` seen). "Winner" is here whose change came second, "loser" whose came first.
///
/// Values are JSON text (shared/core/json.h), because the field that clashed can be of any type.
struct ConflictCollection : Collection {
    ConflictCollection() : Collection(8, "conflict", Nature::derived, {"Conflict", "冲突"}) {}

    // One line per field.
    // clang-format off
    const FieldNo grade = add({.number = 1, .name = "grade", .type = FieldType::choice, .label = {"Grade", "类型"}, .choices = codes::kConflictGrade, .required = true});
    const FieldNo ofCollection = add({.number = 2, .name = "of_collection", .type = FieldType::integer, .label = {"Collection", "数据类别"}, .required = true});
    const FieldNo ofRecord = add({.number = 3, .name = "of_record", .type = FieldType::reference, .label = {"Record", "记录"}, .required = true, .indexed = true});
    const FieldNo ofField = add({.number = 4, .name = "of_field", .type = FieldType::integer, .label = {"Field", "字段"}});
    const FieldNo before = add({.number = 5, .name = "before", .type = FieldType::longText, .label = {"Before", "原值"}, .sensitivity = Sensitivity::personal});
    const FieldNo winner = add({.number = 6, .name = "winner", .type = FieldType::longText, .label = {"Winning value", "现值"}, .sensitivity = Sensitivity::personal});
    const FieldNo winnerBy = add({.number = 7, .name = "winner_by", .label = {"Written by", "现值来自"}});
    const FieldNo winnerAt = add({.number = 8, .name = "winner_at", .type = FieldType::instant, .label = {"Written", "现值时间"}});
    const FieldNo loser = add({.number = 9, .name = "loser", .type = FieldType::longText, .label = {"Other value", "另一值"}, .sensitivity = Sensitivity::personal});
    const FieldNo loserBy = add({.number = 10, .name = "loser_by", .label = {"Written by", "另一值来自"}});
    const FieldNo loserAt = add({.number = 11, .name = "loser_at", .type = FieldType::instant, .label = {"Written", "另一值时间"}});
    const FieldNo state = add({.number = 12, .name = "state", .type = FieldType::choice, .label = {"State", "状态"}, .choices = codes::kConflictState, .indexed = true});
    const FieldNo resolvedBy = add({.number = 13, .name = "resolved_by", .label = {"Resolved by", "处理人"}});
    const FieldNo winnerDevice = add({.number = 14, .name = "winner_device", .label = {"Winning device", "现值设备"}});
    const FieldNo loserDevice = add({.number = 15, .name = "loser_device", .label = {"Other device", "另一设备"}});
    const FieldNo winnerFields = add({.number = 16, .name = "winner_fields", .type = FieldType::tags, .label = {"Fields changed", "后改字段"}});
    const FieldNo loserFields = add({.number = 17, .name = "loser_fields", .type = FieldType::tags, .label = {"Other fields changed", "先改字段"}});
    // clang-format on
};

inline const ConflictCollection conflict;

}  // namespace qiaomen
