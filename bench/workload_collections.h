// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "shared/domain/conflict.h"

namespace qiaomen::bench {

// The collections of workload W, described as the domain describes its own: a description is all that the engine needs. Ids are
// references, dates are dates and numbers are numbers, so every value is checked as a real one would be; nothing is left out.
// As at the floor, residents and visits are looked up by household.

struct WorkHouseholdCollection : Collection {
    WorkHouseholdCollection() : Collection(101, "household", Nature::reg, {"Household", "户"}) {}

    // One line per field.
    // clang-format off
    const FieldNo grid = add({.number = 1, .name = "grid", .label = {"Grid", "网格"}});
    const FieldNo address = add({.number = 2, .name = "address", .label = {"Address", "地址"}});
    const FieldNo building = add({.number = 3, .name = "building", .label = {"Building", "幢"}});
    const FieldNo unit = add({.number = 4, .name = "unit", .label = {"Unit", "单元"}});
    const FieldNo room = add({.number = 5, .name = "room", .label = {"Room", "室"}});
    const FieldNo head = add({.number = 6, .name = "head", .label = {"Head", "户主"}});
    const FieldNo phone = add({.number = 7, .name = "phone", .label = {"Phone", "电话"}});
    const FieldNo housing = add({.number = 8, .name = "housing", .label = {"Housing", "住房类型"}});
    const FieldNo area = add({.number = 9, .name = "area", .type = FieldType::real, .label = {"Area", "面积"}, .unit = "m²"});
    const FieldNo persons = add({.number = 10, .name = "persons", .type = FieldType::integer, .label = {"Persons", "人数"}});
    const FieldNo tags = add({.number = 11, .name = "tags", .label = {"Tags", "标签"}});
    const FieldNo note = add({.number = 12, .name = "note", .type = FieldType::longText, .label = {"Note", "备注"}});
    // clang-format on
};

struct WorkResidentCollection : Collection {
    WorkResidentCollection() : Collection(102, "resident", Nature::reg, {"Resident", "居民"}) {}

    // clang-format off
    const FieldNo household = add({.number = 1, .name = "household_id", .type = FieldType::reference, .label = {"Household", "户"}, .target = "household", .indexed = true});
    const FieldNo fullName = add({.number = 2, .name = "name", .label = {"Name", "姓名"}});
    const FieldNo gender = add({.number = 3, .name = "gender", .label = {"Gender", "性别"}});
    const FieldNo birth = add({.number = 4, .name = "birth", .type = FieldType::date, .label = {"Birth", "出生日期"}});
    const FieldNo idCard = add({.number = 5, .name = "id_card", .label = {"Identity number", "证件号"}});
    const FieldNo phone = add({.number = 6, .name = "phone", .label = {"Phone", "电话"}});
    const FieldNo relation = add({.number = 7, .name = "relation", .label = {"Relation", "关系"}});
    const FieldNo job = add({.number = 8, .name = "job", .label = {"Job", "职业"}});
    const FieldNo health = add({.number = 9, .name = "health", .label = {"Health", "健康"}});
    const FieldNo note = add({.number = 10, .name = "note", .type = FieldType::longText, .label = {"Note", "备注"}});
    // clang-format on
};

/// A register, not a fact as in the domain: the storm edits visits on two sides.
struct WorkVisitCollection : Collection {
    WorkVisitCollection() : Collection(103, "visit", Nature::reg, {"Visit", "走访"}) {}

    // clang-format off
    const FieldNo household = add({.number = 1, .name = "household_id", .type = FieldType::reference, .label = {"Household", "户"}, .target = "household", .indexed = true});
    const FieldNo resident = add({.number = 2, .name = "resident_id", .type = FieldType::reference, .label = {"Resident", "居民"}, .target = "resident"});
    const FieldNo visitedAt = add({.number = 3, .name = "visited_at", .label = {"When", "走访时间"}});
    const FieldNo visitKind = add({.number = 4, .name = "kind", .label = {"Kind", "类型"}});
    const FieldNo outcome = add({.number = 5, .name = "result", .label = {"Result", "结果"}});
    const FieldNo content = add({.number = 6, .name = "content", .type = FieldType::longText, .label = {"Content", "内容"}});
    const FieldNo nextDue = add({.number = 7, .name = "next_due", .type = FieldType::date, .label = {"Next due", "下次走访"}});
    const FieldNo visitor = add({.number = 8, .name = "visitor", .label = {"Visitor", "走访人"}});
    // clang-format on
};

inline const WorkHouseholdCollection workHousehold;
inline const WorkResidentCollection workResident;
inline const WorkVisitCollection workVisit;

/// What device and centre of the workload know: the three above, and the conflicts that the centre writes.
inline Collections workloadCollections() {
    static const std::array<const Collection*, 4> all = {&workHousehold, &workResident, &workVisit, &conflict};
    return all;
}

}  // namespace qiaomen::bench
