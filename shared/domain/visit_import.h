// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/core/collection.h"

namespace qiaomen {

/// An import of visits (走访导入): rows of an office's own workbook that became visits in one save. A fact; its visits name it, so
/// that they can be taken back together. A long workbook is several of them.
struct VisitImportCollection : Collection {
    VisitImportCollection() : Collection(36, "visit_import", Nature::fact, {"Import of visits", "走访导入"}) {}

    // One line per field.
    // clang-format off
    const FieldNo importedAt = add({.number = 1, .name = "imported_at", .type = FieldType::instant, .label = {"Imported", "导入时间"}, .required = true});
    const FieldNo worker = add({.number = 2, .name = "worker", .label = {"Imported by", "导入人"}, .required = true});
    const FieldNo device = add({.number = 3, .name = "device", .label = {"Device", "设备"}, .required = true});
    const FieldNo file = add({.number = 4, .name = "file", .label = {"File", "文件名"}, .sensitivity = Sensitivity::personal});
    const FieldNo visits = add({.number = 5, .name = "visits", .type = FieldType::integer, .label = {"Visits", "走访数"}, .required = true, .min = 0});
    const FieldNo notes = add({.number = 6, .name = "notes", .type = FieldType::integer, .label = {"Rows without a household", "未对应住户行数"}, .min = 0});
    // clang-format on
};

inline const VisitImportCollection visitImport;

}  // namespace qiaomen
