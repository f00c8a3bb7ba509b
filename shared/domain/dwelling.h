// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/codes.h"

namespace qiaomen {

/// A dwelling (房屋) at its standard address: estate, building, unit, floor, room in town; village group and gate number in a
/// village. The door that gets knocked on. A position belongs to the thing, is optional, and is never that of a worker.
struct DwellingCollection : Collection {
    DwellingCollection() : Collection(2, "dwelling", Nature::reg, {"Dwelling", "房屋"}) {}

    // One line per field.
    // clang-format off
    const FieldNo estate = add({.number = 1, .name = "estate", .label = {"Estate or road", "小区/路名"}});
    const FieldNo gate = add({.number = 2, .name = "gate", .label = {"Gate number", "门牌号"}});
    const FieldNo building = add({.number = 3, .name = "building", .label = {"Building", "楼栋"}});
    const FieldNo unit = add({.number = 4, .name = "unit", .label = {"Unit", "单元"}});
    const FieldNo floor = add({.number = 5, .name = "floor", .type = FieldType::integer, .label = {"Floor", "楼层"}, .min = -5, .max = 200});
    const FieldNo room = add({.number = 6, .name = "room", .label = {"Room", "室"}});
    const FieldNo villageGroup = add({.number = 7, .name = "village_group", .label = {"Village group", "村民组"}});
    const FieldNo address = add({.number = 8, .name = "address", .label = {"Full address", "标准地址"}, .required = true});
    const FieldNo use = add({.number = 9, .name = "use", .type = FieldType::choice, .label = {"Use", "房屋用途"}, .choices = codes::kDwellingUse});
    const FieldNo area = add({.number = 10, .name = "area", .type = FieldType::real, .label = {"Area", "面积"}, .unit = "m2", .min = 0, .max = 100000});
    const FieldNo owner = add({.number = 11, .name = "owner", .label = {"Owner", "产权人"}, .sensitivity = Sensitivity::personal});
    const FieldNo ownerPhone = add({.number = 12, .name = "owner_phone", .label = {"Owner's phone", "产权人电话"}, .sensitivity = Sensitivity::sensitive});
    const FieldNo longitude = add({.number = 13, .name = "longitude", .type = FieldType::real, .label = {"Longitude", "经度"}, .unit = "deg", .min = -180, .max = 180});
    const FieldNo latitude = add({.number = 14, .name = "latitude", .type = FieldType::real, .label = {"Latitude", "纬度"}, .unit = "deg", .min = -90, .max = 90});
    const FieldNo accuracy = add({.number = 15, .name = "accuracy", .type = FieldType::real, .label = {"Accuracy", "定位精度"}, .unit = "m", .min = 0, .max = 100000});
    const FieldNo crs = add({.number = 16, .name = "crs", .label = {"Coordinate system", "坐标系"}});
    // clang-format on
};

inline const DwellingCollection dwelling;

}  // namespace qiaomen
