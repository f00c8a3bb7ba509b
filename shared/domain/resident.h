// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/checks.h"
#include "shared/domain/codes.h"

namespace qiaomen {

/// A resident (居民) of a household. Identifiers, phone and health are sensitive: masked until revealed with a reason. There
/// is no field for religion, politics or biometrics, and there will be none.
struct ResidentCollection : Collection {
    ResidentCollection() : Collection(4, "resident", Nature::reg, {"Resident", "居民"}) {}

    // One line per field.
    // clang-format off
    const FieldNo household = add({.number = 1, .name = "household", .type = FieldType::reference, .label = {"Household", "户"}, .target = "household", .required = true, .indexed = true});
    const FieldNo fullName = add({.number = 2, .name = "name", .label = {"Name", "姓名"}, .required = true, .indexed = true, .maxLength = 200});
    const FieldNo sex = add({.number = 3, .name = "sex", .type = FieldType::choice, .label = {"Sex", "性别"}, .choices = codes::kSex});
    const FieldNo birthDate = add({.number = 4, .name = "birth_date", .type = FieldType::date, .label = {"Birth date", "出生日期"}, .sensitivity = Sensitivity::personal});
    const FieldNo idNumber = add({.number = 5, .name = "id_number", .label = {"Identity number", "身份证号"}, .sensitivity = Sensitivity::sensitive, .indexed = true, .check = checkIdNumber});
    const FieldNo noIdReason = add({.number = 6, .name = "no_id_reason", .label = {"Why no number", "无证原因"}});
    const FieldNo relation = add({.number = 7, .name = "relation", .type = FieldType::choice, .label = {"Relation to head", "与户主关系"}, .choices = codes::kRelation});
    const FieldNo phone = add({.number = 8, .name = "phone", .label = {"Phone", "电话"}, .sensitivity = Sensitivity::sensitive, .check = checkPhone});
    const FieldNo population = add({.number = 9, .name = "population", .type = FieldType::choice, .label = {"Population kind", "人口类别"}, .choices = codes::kPopulation});
    const FieldNo nation = add({.number = 10, .name = "nation", .label = {"Nation", "民族"}, .sensitivity = Sensitivity::personal});
    const FieldNo workUnit = add({.number = 11, .name = "work_unit", .label = {"Place of work", "工作单位"}, .sensitivity = Sensitivity::personal});
    const FieldNo registerPlace = add({.number = 12, .name = "register_place", .label = {"Registered at", "户籍地"}, .sensitivity = Sensitivity::personal});
    const FieldNo careTags = add({.number = 13, .name = "care_tags", .type = FieldType::tags, .label = {"Care tags", "关爱标签"}, .choices = codes::kCareTags, .sensitivity = Sensitivity::sensitive});
    const FieldNo healthNeed = add({.number = 14, .name = "health_need", .type = FieldType::longText, .label = {"Health need", "健康需求"}, .sensitivity = Sensitivity::sensitive});
    const FieldNo livesHereFrom = add({.number = 15, .name = "lives_here_from", .type = FieldType::date, .label = {"Lives here from", "入住日期"}});
    const FieldNo livesHereTo = add({.number = 16, .name = "lives_here_to", .type = FieldType::date, .label = {"Lived here to", "离开日期"}});
    const FieldNo mergedInto = add({.number = 18, .name = "merged_into", .type = FieldType::reference, .label = {"Merged into", "并入"}, .target = "resident", .indexed = true});
    const FieldNo changeReason = add({.number = 17, .name = "change_reason", .label = {"Reason of change", "变动原因"}});
    // clang-format on
};

inline const ResidentCollection resident;

}  // namespace qiaomen
