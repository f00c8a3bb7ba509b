// SPDX-License-Identifier: Apache-2.0
#include "shared/core/collection.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/people.h"

using namespace qiaomen;
using namespace qiaomen::tests;

namespace {

class Broken : public Collection {
public:
    explicit Broken(Field second) : Collection(99, "broken", Nature::reg, {"Broken", "坏"}) {
        add({.number = 1, .name = "note", .label = {"Note", "备注"}});
        add(second);
    }
};

}  // namespace

TEST_CASE("A field is found by number and by name", "[collection]") {
    const Field* phone = visits().find("phone");
    REQUIRE(phone);
    CHECK(phone->number == 20);
    CHECK(phone->no() == visits().phone);
    CHECK(phone->sensitivity == Sensitivity::personal);
    CHECK(visits().find(visits().phone) == phone);
    CHECK(visits().position(visits().note) == 0);
    CHECK(visits().position(visits().phone) == 7);
}

TEST_CASE("A field that this program does not know is not found, whatever its number", "[collection]") {
    for (const std::uint16_t number : {0, 8, 19, 21, 4095, 65535}) {
        CHECK(visits().find(FieldNo{number}) == nullptr);
        CHECK(visits().position(FieldNo{number}) == -1);
    }
    CHECK(visits().find("heartbeat") == nullptr);
}

TEST_CASE("Every field of a fact is fixed", "[collection]") {
    CHECK(letters().find("subject")->merge == MergeClass::fixed);
    CHECK(letters().find("sent_on")->merge == MergeClass::fixed);
    CHECK(visits().find("note")->merge == MergeClass::latest);
}

TEST_CASE("Collections are found by number and by name", "[collection]") {
    CHECK(find(collections(), CollectionNo{7}) == &visits());
    CHECK(find(collections(), "letter") == &letters());
    CHECK(find(collections(), CollectionNo{8}) == nullptr);
    CHECK(find(collections(), "letters") == nullptr);
}

TEST_CASE("A field's number and name are taken once, and in range", "[collection]") {
    CHECK_THROWS_AS(Broken({.number = 1, .name = "other"}), std::logic_error);
    CHECK_THROWS_AS(Broken({.number = 2, .name = "note"}), std::logic_error);
    CHECK_THROWS_AS(Broken({.number = 0, .name = "other"}), std::logic_error);
    CHECK_THROWS_AS(Broken({.number = 4096, .name = "other"}), std::logic_error);
    CHECK_NOTHROW(Broken({.number = 4095, .name = "other"}));
}
