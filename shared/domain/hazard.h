// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// A hazard (隐患): a thing that can hurt people, where it is, who must put it right and until when. Photo and position are of
/// the thing, by choice, never of a home or a person.
struct HazardCollection : Collection {
    HazardCollection() : Collection(7, "hazard", Nature::reg, {"Hazard", "隐患"}) {}

    // One line per field.
    // clang-format off
    const FieldNo household = add({.number = 1, .name = "household", .type = FieldType::reference, .label = {"Household", "户"}, .target = "household", .indexed = true});
    const FieldNo visit = add({.number = 2, .name = "visit", .type = FieldType::reference, .label = {"Found on visit", "来源走访"}, .target = "visit"});
    const FieldNo foundAt = add({.number = 3, .name = "found_at", .type = FieldType::instant, .label = {"Found", "发现时间"}, .required = true});
    const FieldNo kind = add({.number = 4, .name = "kind", .type = FieldType::choice, .label = {"Kind", "隐患类别"}, .choices = codes::kHazardKind, .required = true});
    const FieldNo risk = add({.number = 5, .name = "risk", .type = FieldType::choice, .label = {"Risk", "风险等级"}, .choices = codes::kHazardRisk, .required = true});
    const FieldNo place = add({.number = 6, .name = "place", .label = {"Place", "地点"}, .required = true});
    const FieldNo text = add({.number = 7, .name = "text", .type = FieldType::longText, .label = {"Description", "情况描述"}});
    const FieldNo responsible = add({.number = 8, .name = "responsible", .label = {"Responsible", "责任人"}, .sensitivity = Sensitivity::personal});
    const FieldNo rectifyBy = add({.number = 9, .name = "rectify_by", .type = FieldType::date, .label = {"Put right by", "整改期限"}});
    const FieldNo state = add({.number = 10, .name = "state", .type = FieldType::choice, .label = {"State", "状态"}, .choices = codes::kHazardState});
    const FieldNo closedAt = add({.number = 11, .name = "closed_at", .type = FieldType::instant, .label = {"Closed", "销号时间"}});
    const FieldNo longitude = add({.number = 12, .name = "longitude", .type = FieldType::real, .label = {"Longitude", "经度"}, .unit = "deg", .min = -180, .max = 180});
    const FieldNo latitude = add({.number = 13, .name = "latitude", .type = FieldType::real, .label = {"Latitude", "纬度"}, .unit = "deg", .min = -90, .max = 90});
    const FieldNo accuracy = add({.number = 14, .name = "accuracy", .type = FieldType::real, .label = {"Accuracy", "定位精度"}, .unit = "m", .min = 0, .max = 100000});
    const FieldNo crs = add({.number = 15, .name = "crs", .label = {"Coordinate system", "坐标系"}});
    const FieldNo foundBy = add({.number = 16, .name = "found_by", .label = {"Found by", "发现人"}});
    // clang-format on
};

inline const HazardCollection hazard;

}  // namespace qiaomen
