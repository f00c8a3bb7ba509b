// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "shared/domain/household.h"
#include "shared/domain/likeness.h"
#include "shared/domain/redirects.h"
#include "shared/domain/resident.h"
#include "tests/support/people.h"

using namespace qiaomen;
using namespace qiaomen::tests;

namespace {

Record person(std::uint8_t number, std::initializer_list<FieldValue> values) {
    Record record(resident.number(), recordId(number));
    for (const auto& [field, value] : values) record.put(field, value, {logicalTime(kMorning), alice});
    return record;
}

std::string likeness(const Record& one, const Record& other, bool samePlace = false) {
    static Pinyin pinyin;
    const auto found = likenessOfResidents(one, other, samePlace, pinyin);
    CHECK(found == likenessOfResidents(other, one, samePlace, pinyin));
    return found ? found->reason + " " + std::to_string(found->score) : "";
}

}  // namespace

TEST_CASE("Who has the same identity number is the same person, whatever the name says", "[duplicate]") {
    const Record one = person(1, {{resident.fullName, "王芳"}, {resident.idNumber, "990101198001010015"}});
    CHECK(likeness(one, person(2, {{resident.fullName, "王方"}, {resident.idNumber, "990101198001010015"}})) ==
          "id_number 100");
    CHECK(
        likeness(one, person(2, {{resident.fullName, "王芳"}, {resident.idNumber, "990101198001010031"}}), true).empty());
    CHECK(likeness(one, one).empty());
}

TEST_CASE("The same name needs a second sign: birth date, phone or door", "[duplicate]") {
    const Record one = person(
        1, {{resident.fullName, "王芳"}, {resident.birthDate, "1980-01-01"}, {resident.phone, "19000000012"}});
    CHECK(likeness(one, person(2, {{resident.fullName, "王芳"}})).empty());
    CHECK(likeness(one, person(2, {{resident.fullName, "王 芳"}, {resident.birthDate, "1980-01-01"}})) ==
          "birth_date 90");
    CHECK(likeness(one, person(2, {{resident.fullName, "王芳"}, {resident.phone, "190 0000 0012"}})) == "phone 85");
    CHECK(likeness(one, person(2, {{resident.fullName, "王芳"}}), true) == "dwelling 70");
    CHECK(likeness(one, person(2, {{resident.fullName, "李芳"}, {resident.phone, "19000000012"}}), true).empty());
}

TEST_CASE("A name that was only heard is written in another way: a second sign makes up for it", "[duplicate]") {
    const Record one = person(
        1, {{resident.fullName, "张静"}, {resident.birthDate, "1980-01-01"}, {resident.phone, "19000000012"}});
    CHECK(likeness(one, person(2, {{resident.fullName, "章晶"}})).empty());
    CHECK(likeness(one, person(2, {{resident.fullName, "章晶"}, {resident.birthDate, "1980-01-01"}})) ==
          "sound_birth_date 80");
    CHECK(likeness(one, person(2, {{resident.fullName, "章晶"}}), true) == "sound_dwelling 60");
    CHECK(likeness(one, person(2, {{resident.fullName, "张静"}, {resident.phone, "19011110012"}})) == "phone_tail 75");
    CHECK(likeness(one, person(2, {{resident.fullName, "臧金"}, {resident.phone, "19011110012"}})) == "phone_tail 65");
    CHECK(likeness(one, person(2, {{resident.fullName, "臧金"}, {resident.birthDate, "1980-01-01"}})).empty());
    CHECK(likeness(one, person(2, {{resident.fullName, "李静"}, {resident.phone, "19011110012"}})).empty());
    CHECK(likeness(one, person(2, {{resident.fullName, "章晶"}, {resident.phone, "12"}})).empty());
    CHECK(
        likeness(person(3, {{resident.fullName, "住户12"}}), person(4, {{resident.fullName, "住户13"}}), true).empty());
    const Record foreigner = person(3, {{resident.fullName, "Anna Li"}, {resident.birthDate, "1990-02-02"}});
    CHECK(likeness(foreigner, person(4, {{resident.fullName, "Anja Li"}, {resident.birthDate, "1990-02-02"}})).empty());
}

TEST_CASE("Grandfather and grandson of one name, brother and sister: not one person", "[duplicate]") {
    const Record one = person(1, {{resident.fullName, "王芳"}, {resident.birthDate, "1980-01-01"}, {resident.sex, "2"}});
    CHECK(likeness(one, person(2, {{resident.fullName, "王芳"}, {resident.birthDate, "2010-05-01"}}), true).empty());
    CHECK(likeness(one, person(2, {{resident.fullName, "王芳"}, {resident.sex, "1"}}), true).empty());
    CHECK(likeness(one, person(2, {{resident.fullName, "王芳"}, {resident.birthDate, "1980"}}), true) == "dwelling 70");
    CHECK(likeness(one, person(2, {{resident.fullName, "王芳"}, {resident.mergedInto, recordId(9)}}), true).empty());
}

TEST_CASE("A chain of merges leads to its end, in whatever order it was made", "[duplicate][redirect]") {
    const Redirects chain({{recordId(3), recordId(2)}, {recordId(2), recordId(1)}});
    CHECK(chain.standing(recordId(3)) == recordId(1));
    CHECK(chain.standing(recordId(2)) == recordId(1));
    CHECK(chain.standing(recordId(1)) == recordId(1));
    CHECK(chain.standing(recordId(7)) == recordId(7));
    CHECK(chain.all(recordId(1)) == std::vector{recordId(1), recordId(2), recordId(3)});
}

TEST_CASE("Merged into each other at the same time: the first made stands, and never are both hidden",
          "[duplicate][redirect]") {
    const Redirects two({{recordId(1), recordId(2)}, {recordId(2), recordId(1)}});
    CHECK(two.standing(recordId(1)) == recordId(1));
    CHECK(two.standing(recordId(2)) == recordId(1));
    const Redirects three(
        {{recordId(5), recordId(9)}, {recordId(9), recordId(3)}, {recordId(3), recordId(5)}, {recordId(8), recordId(9)}});
    for (const std::uint8_t one : {3, 5, 8, 9}) CHECK(three.standing(recordId(one)) == recordId(3));
    CHECK(Redirects(std::map<RecordId, RecordId>{{recordId(4), recordId(4)}}).standing(recordId(4)) == recordId(4));
}
