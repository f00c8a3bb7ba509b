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

std::string nameSound(const std::string& name, Pinyin& pinyin) {
    const std::string compared = comparedName(name);
    std::string sound = pinyin.soundOf(compared);
    return sound.empty() ? compared : sound;
}

std::optional<Likeness> likenessOfResidents(const Record& one, const Record& other, bool samePlace, Pinyin& pinyin) {
    if (one.id() == other.id() || isOut(one, resident.mergedInto) || isOut(other, resident.mergedInto))
        return std::nullopt;
    if (areEqual(one.text(resident.idNumber), other.text(resident.idNumber))) return Likeness{"id_number", 100};
    if (contradict(one, other)) return std::nullopt;
    const std::string& born = one.text(resident.birthDate);
    const bool sameBirth = born.size() == kWholeDate && born == other.text(resident.birthDate);
    const bool sameTail = areEqual(phoneTail(one.text(resident.phone)), phoneTail(other.text(resident.phone)));
    if (!sameBirth && !sameTail && !samePlace) return std::nullopt;
    const std::string &name = one.text(resident.fullName), &otherName = other.text(resident.fullName);
    if (comparedName(name) == comparedName(otherName)) {
        if (sameBirth) return Likeness{"birth_date", 90};
        const auto phone = normalPhone(one.text(resident.phone));
        if (phone && phone == normalPhone(other.text(resident.phone))) return Likeness{"phone", 85};
        return sameTail ? Likeness{"phone_tail", 75} : Likeness{"dwelling", 70};
    }
    const std::string sound = nameSound(name, pinyin), otherSound = nameSound(otherName, pinyin);
    if (sameBirth && sound == otherSound) return Likeness{"sound_birth_date", 80};
    if (sameTail && misheard(sound) == misheard(otherSound)) return Likeness{"phone_tail", 65};
    if (samePlace && sound == otherSound) return Likeness{"sound_dwelling", 60};
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
