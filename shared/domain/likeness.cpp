// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/likeness.h"

#include "shared/domain/household.h"
#include "shared/domain/phone.h"
#include "shared/domain/resident.h"

namespace qiaomen {

namespace {

constexpr std::size_t kWholeDate = 10;  // YYYY-MM-DD

bool bothSay(const std::string& one, const std::string& other) { return !one.empty() && !other.empty(); }

bool areEqual(const std::string& one, const std::string& other) { return !one.empty() && one == other; }

bool contradict(const Record& one, const Record& other) {
    const std::string& born = one.text(resident.birthDate);
    const std::string& otherBorn = other.text(resident.birthDate);
    const bool areWhole = born.size() == kWholeDate && otherBorn.size() == kWholeDate;
    const auto differ = [&](FieldNo field) {
        return bothSay(one.text(field), other.text(field)) && one.text(field) != other.text(field);
    };
    return (areWhole && born != otherBorn) || differ(resident.idNumber) || differ(resident.sex);
}

bool isOut(const Record& record, FieldNo mergedInto) {
    return !record.isVisible() || !record.reference(mergedInto).isNone();
}

}  // namespace

std::string comparedName(const std::string& name) {
    constexpr std::string_view kIdeographicSpace = "\u3000";
    std::string compared;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] == ' ') continue;
        if (name.compare(i, kIdeographicSpace.size(), kIdeographicSpace) == 0) {
            i += kIdeographicSpace.size() - 1;
            continue;
        }
        compared += name[i];
    }
    return compared;
}

std::optional<Likeness> likenessOfResidents(const Record& one, const Record& other, bool samePlace) {
    if (one.id() == other.id() || isOut(one, resident.mergedInto) || isOut(other, resident.mergedInto))
        return std::nullopt;
    if (areEqual(one.text(resident.idNumber), other.text(resident.idNumber))) return Likeness{"id_number", 100};
    if (comparedName(one.text(resident.fullName)) != comparedName(other.text(resident.fullName)) ||
        contradict(one, other))
        return std::nullopt;
    const std::string& born = one.text(resident.birthDate);
    if (born.size() == kWholeDate && born == other.text(resident.birthDate)) return Likeness{"birth_date", 90};
    const auto phone = normalPhone(one.text(resident.phone));
    if (phone && phone == normalPhone(other.text(resident.phone))) return Likeness{"phone", 85};
    if (samePlace) return Likeness{"dwelling", 70};
    return std::nullopt;
}

std::optional<Likeness> likenessOfHouseholds(const Record& one, const Record& other) {
    if (one.id() == other.id() || isOut(one, household.mergedInto) || isOut(other, household.mergedInto))
        return std::nullopt;
    const bool movedOut = !one.text(household.movedOut).empty() || !other.text(household.movedOut).empty();
    if (movedOut) return std::nullopt;
    const bool sameHead = areEqual(comparedName(one.text(household.headName)),
                                   comparedName(other.text(household.headName)));
    const RecordId door = one.reference(household.dwelling);
    if (sameHead && !door.isNone() && door == other.reference(household.dwelling)) return Likeness{"dwelling", 90};
    if (areEqual(one.text(household.householdNumber), other.text(household.householdNumber)))
        return Likeness{"number", 85};
    return std::nullopt;
}

}  // namespace qiaomen
