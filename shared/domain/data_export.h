// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/core/collection.h"

namespace qiaomen {

/// An export (数据导出): somebody took records of the grid out of this system, into a file. A fact, durable before the file has its name,
/// and synced like everything else; each household's list of who looked at numbers names it. It says how much was taken and never what:
/// identifiers leave masked.
struct DataExportCollection : Collection {
    DataExportCollection() : Collection(35, "data_export", Nature::fact, {"Export", "数据导出"}) {}

    // One line per field.
    // clang-format off
    const FieldNo exportedAt = add({.number = 1, .name = "exported_at", .type = FieldType::instant, .label = {"Exported", "导出时间"}, .required = true});
    const FieldNo worker = add({.number = 2, .name = "worker", .label = {"Exported by", "导出人"}, .required = true});
    const FieldNo device = add({.number = 3, .name = "device", .label = {"Device", "设备"}, .required = true});
    const FieldNo fromDay = add({.number = 4, .name = "from_day", .type = FieldType::date, .label = {"Events from", "起始日期"}});
    const FieldNo untilDay = add({.number = 5, .name = "until_day", .type = FieldType::date, .label = {"Events until", "截止日期"}});
    const FieldNo rows = add({.number = 6, .name = "rows", .type = FieldType::integer, .label = {"Rows", "行数"}, .required = true, .min = 0});
    const FieldNo sheets = add({.number = 7, .name = "sheets", .type = FieldType::integer, .label = {"Sheets", "工作表数"}, .min = 0});
    // clang-format on
};

inline const DataExportCollection dataExport;

}  // namespace qiaomen
