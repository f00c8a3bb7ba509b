// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/phone.h"

#include <catch2/catch_test_macros.hpp>

using namespace qiaomen;

TEST_CASE("However a mobile number is written down, it is one number", "[domain][phone]") {
    for (const char* written : {"15400001234", "154 0000 1234", "154-0000-1234", "+86 154 0000 1234",
                                "0086-15400001234", "8615400001234", "(+86)15400001234"}) {
        INFO(written);
        CHECK(normalPhone(written) == "15400001234");
    }
}

TEST_CASE("A landline keeps its area code apart", "[domain][phone]") {
    CHECK(normalPhone("0600 5550123") == "0600-5550123");
    CHECK(normalPhone("(010)55501234") == "010-55501234");
    CHECK(normalPhone("+86 010 55501234") == "010-55501234");
}

TEST_CASE("What is no number of the mainland is refused, not guessed", "[domain][phone]") {
    for (const char* written : {"", "1234", "5550123", "12400001234", "154000012345", "1540000123", "无", "154000O1234",
                                "+1 202 555 0123", "0600-555012", "010-555012345"}) {
        INFO(written);
        CHECK_FALSE(normalPhone(written));
    }
}

TEST_CASE("On screen a phone number shows its last four digits", "[domain][phone]") {
    CHECK(maskPhone("13800005678") == "138****5678");
    CHECK(maskPhone("0600-5550123") == "0600-***0123");
    CHECK(maskPhone("010-55501234") == "010-****1234");
    CHECK(maskPhone("123") == "***");
    CHECK(maskPhone("12345") == "*2345");
}
