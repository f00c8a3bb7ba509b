// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// A look (查看记录) at a field that is masked everywhere: who, at what record and field, when, on which device, and why. A fact,
/// saved before the value is shown, offline as well, and synced like everything else: the household's page tells who looked.
/// It never holds the value itself.
struct ReadAuditCollection : Collection {
    ReadAuditCollection() : Collection(9, "read_audit", Nature::fact, {"Look at a protected field", "查看记录"}) {}

    // One line per field.
    // clang-format off
    const FieldNo household = add({.number = 1, .name = "household", .type = FieldType::reference, .label = {"Household", "户"}, .target = "household", .required = true, .indexed = true});
    const FieldNo ofCollection = add({.number = 2, .name = "of_collection", .type = FieldType::integer, .label = {"Collection", "数据类别"}, .required = true});
    const FieldNo ofRecord = add({.number = 3, .name = "of_record", .type = FieldType::reference, .label = {"Record", "记录"}, .required = true});
    const FieldNo ofField = add({.number = 4, .name = "of_field", .type = FieldType::integer, .label = {"Field", "字段"}, .required = true});
    const FieldNo readAt = add({.number = 5, .name = "read_at", .type = FieldType::instant, .label = {"Looked", "查看时间"}, .required = true});
    const FieldNo reader = add({.number = 6, .name = "reader", .label = {"Looked by", "查看人"}, .required = true});
    const FieldNo device = add({.number = 7, .name = "device", .label = {"Device", "设备"}, .required = true});
    const FieldNo reason = add({.number = 8, .name = "reason", .type = FieldType::choice, .label = {"Reason", "查看事由"}, .choices = codes::kReadReason, .required = true});
    const FieldNo words = add({.number = 9, .name = "words", .label = {"In own words", "事由说明"}});
    // clang-format on
};

inline const ReadAuditCollection readAudit;

}  // namespace qiaomen
