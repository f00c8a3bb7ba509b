// SPDX-License-Identifier: Apache-2.0
#include "shared/core/value.h"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>

#include "tests/support/generators.h"
#include "tests/support/people.h"

using namespace qiaomen;
using namespace qiaomen::tests;

TEST_CASE("A value knows its kind and gives neutral answers for the others", "[value]") {
    const Value text("敲门");
    CHECK(text.kind() == Value::Kind::text);
    CHECK(text.text() == "敲门");
    CHECK(text.integer() == 0);
    CHECK(text.id().isNone());
    CHECK(Value(recordId(1)).id() == recordId(1));
    CHECK(Value(recordId(1)).text().empty());
    CHECK(Value().isNothing());
    CHECK(Value(true) == Value(1));
    CHECK(Value(7).real() == 7.0);
    CHECK(Value(2.5).integer() == 0);
}

TEST_CASE("An empty text is a value, nothing is not a text", "[value]") {
    CHECK(Value("") != Value());
    CHECK_FALSE(Value("").isNothing());
}

TEST_CASE("A whole number and a real of the same size are two values", "[value]") { CHECK(Value(1) != Value(1.0)); }

TEST_CASE("Values print as a reader expects", "[value]") {
    CHECK(print(Value()) == "null");
    CHECK(print(Value(-42)) == "-42");
    CHECK(print(Value(0.1)) == "0.1");
    CHECK(print(Value("fever")) == "\"fever\"");
    CHECK(print(Value(recordId(1))) == recordId(1).text());
}

TEST_CASE("Law: values are ordered by kind, then content, without gaps", "[value][law]") {
    CHECK(rc::check([] {
        const Value left = *anyValue();
        const Value right = *anyValue();
        RC_ASSERT((left < right) + (left == right) + (left > right) == 1);
        if (left.kind() < right.kind()) RC_ASSERT(left < right);
        RC_ASSERT(left == Value(left));
    }));
}
