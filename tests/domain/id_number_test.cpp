// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/id_number.h"

#include <catch2/catch_test_macros.hpp>

using namespace qiaomen;
using namespace std::chrono_literals;

namespace {

IdNumber numberOf(std::string_view text) { return std::get<IdNumber>(IdNumber::parse(text)); }
IdNumberDefect defectOf(std::string_view text) { return std::get<IdNumberDefect>(IdNumber::parse(text)); }

}  // namespace

TEST_CASE("Both sample numbers of the standard tell who they belong to", "[domain][id-number]") {
    const auto woman = numberOf("11010519491231002X");
    CHECK(woman.birthDate() == 1949y / 12 / 31);
    CHECK(woman.sex() == Sex::female);
    CHECK(woman.region() == "110105");

    const auto man = numberOf("440524188001010014");
    CHECK(man.birthDate() == 1880y / 1 / 1);
    CHECK(man.sex() == Sex::male);
}

TEST_CASE("A clerk who types a small x gets the same number", "[domain][id-number]") {
    CHECK(numberOf("11010519491231002x") == numberOf("11010519491231002X"));
    CHECK(numberOf("11010519491231002x").text() == "11010519491231002X");
}

TEST_CASE("Each way to get a number wrong has its own name", "[domain][id-number]") {
    CHECK(defectOf("") == IdNumberDefect::length);
    CHECK(defectOf("1101054912310") == IdNumberDefect::length);
    CHECK(defectOf("11010519491231002X0") == IdNumberDefect::length);
    CHECK(defectOf("1101051949123100 X") == IdNumberDefect::character);
    CHECK(defectOf("X10105194912310020") == IdNumberDefect::character);
    CHECK(defectOf("11010519491231002Y") == IdNumberDefect::character);
    CHECK(defectOf("110105194902300020") == IdNumberDefect::birthDate);
    CHECK(defectOf("110105190002290020") == IdNumberDefect::birthDate);
    CHECK(defectOf("110105194912310021") == IdNumberDefect::checkDigit);
}

TEST_CASE("Every single mistyped digit and every swap of two neighbours is noticed", "[domain][id-number]") {
    const std::string right = "440524188001010014";
    for (std::size_t place = 0; place < right.size(); ++place) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            auto typed = right;
            typed[place] = digit;
            CHECK(std::holds_alternative<IdNumber>(IdNumber::parse(typed)) == (typed == right));
        }
        auto swapped = right;
        if (place > 0) std::swap(swapped[place - 1], swapped[place]);
        CHECK(std::holds_alternative<IdNumber>(IdNumber::parse(swapped)) == (swapped == right));
    }
}

TEST_CASE("On screen an identity number shows its ends only", "[domain][id-number]") {
    CHECK(maskIdNumber("11010519491231002X") == "110***********002X");
    CHECK(maskIdNumber("1234567") == "*******");
    CHECK(maskIdNumber("").empty());
}
