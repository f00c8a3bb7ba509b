// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/checks.h"
#include "shared/domain/codes.h"

namespace qiaomen {

/// A grid (网格): about 300 households with one door worker and one hall clerk; the unit of replication and permission. Each
/// grid's database holds exactly one such record: itself.
struct GridCollection : Collection {
    GridCollection() : Collection(1, "grid", Nature::reg, {"Grid", "网格"}) {}

    // One line per field.
    // clang-format off
    const FieldNo code = add({.number = 1, .name = "code", .label = {"Code", "网格编码"}, .required = true});
    const FieldNo gridName = add({.number = 2, .name = "name", .label = {"Name", "网格名称"}, .required = true});
    const FieldNo kind = add({.number = 3, .name = "kind", .type = FieldType::choice, .label = {"Kind", "网格类型"}, .choices = codes::kGridKind});
    const FieldNo community = add({.number = 4, .name = "community", .label = {"Community", "社区"}});
    const FieldNo boundary = add({.number = 5, .name = "boundary", .type = FieldType::longText, .label = {"Boundary", "四至范围"}});
    const FieldNo plannedHouseholds = add({.number = 6, .name = "planned_households", .type = FieldType::integer, .label = {"Planned households", "规划户数"}, .unit = "households", .min = 0, .max = 5000});
    const FieldNo worker = add({.number = 7, .name = "worker", .label = {"Door worker (B post)", "网格员（B岗）"}});
    const FieldNo clerk = add({.number = 8, .name = "clerk", .label = {"Hall clerk (A post)", "窗口人员（A岗）"}});
    const FieldNo phone = add({.number = 9, .name = "phone", .label = {"Grid phone", "网格电话"}});
    const FieldNo validFrom = add({.number = 10, .name = "valid_from", .type = FieldType::date, .label = {"Valid from", "启用日期"}});
    const FieldNo outline = add({.number = 11, .name = "outline", .type = FieldType::longText, .label = {"Outline on the map (GeoJSON)", "边界图形（GeoJSON）"}, .maxLength = 60'000, .check = checkOutline});
    // clang-format on
};

inline const GridCollection grid;

}  // namespace qiaomen
