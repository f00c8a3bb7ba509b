// SPDX-License-Identifier: Apache-2.0
#include "shared/core/record.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "tests/support/people.h"

using namespace qiaomen;
using namespace qiaomen::tests;

namespace {

const Stamp early{logicalTime(kMorning), alice};
const Stamp late{logicalTime(kMorning + 1), bob};

Record empty() { return {visits().number(), recordId(1)}; }

std::string wrong(std::string_view field, const Value& value) {
    return check(*visits().find(field), value).value_or("fine");
}

}  // namespace

TEST_CASE("A record written at once carries one stamp for all its fields", "[record]") {
    Record record = empty();
    record.put(visits().status, "open", early);
    record.put(visits().note, "quiet", early);
    CHECK(record.stamps().row() == early);
    CHECK(record.stamps().own().empty());
    CHECK(record.stampOf(visits().note) == early);
    CHECK(record.stampOf(visits().minutes).isNone());
    CHECK(record.fields().front().field == visits().note);

    record.put(visits().note, "fever", late);
    CHECK(record.stampOf(visits().note) == late);
    CHECK(record.stampOf(visits().status) == early);
    CHECK(record.stamps().own().size() == 1);
    CHECK(record.stamps().latest() == late);
}

TEST_CASE("An emptied field remembers who emptied it", "[record]") {
    Record record = empty();
    record.put(visits().note, "quiet", early);
    record.put(visits().note, {}, late);
    CHECK(record.get(visits().note).isNothing());
    CHECK(record.fields().empty());
    CHECK(record.stampOf(visits().note) == late);
    CHECK(record.isVisible());
}

TEST_CASE("A record is new until somebody writes or deletes it", "[record]") {
    Record record = empty();
    CHECK(record.isNew());
    CHECK_FALSE(record.isVisible());
    record.setRemoval(Removal{early, {}});
    CHECK_FALSE(record.isNew());
    CHECK_FALSE(record.isVisible());
}

TEST_CASE("A deletion hides exactly what its writer saw", "[record]") {
    Record record = empty();
    record.put(visits().note, "quiet", early);
    record.setRemoval(Removal{late, {{visits().note, early}}});
    CHECK_FALSE(record.isVisible());
    record.put(visits().status, "open", early);
    CHECK(record.isVisible());
}

TEST_CASE("Records are equal when they say the same, however stamps are stored", "[record]") {
    Record one = empty();
    one.put(visits().note, "quiet", early);
    one.put(visits().status, "open", late);
    Record other = empty();
    other.put(visits().status, "open", late);
    other.put(visits().note, "quiet", early);
    CHECK(one.stamps() != other.stamps());
    CHECK(one == other);

    SECTION("not with another value") { other.put(visits().note, "fever", early); }
    SECTION("not with another stamp") { other.put(visits().note, "quiet", late); }
    SECTION("not with an emptied field more") { other.put(visits().minutes, {}, late); }
    SECTION("not with a deletion") { other.setRemoval(Removal{late, {}}); }
    CHECK_FALSE(one == other);
}

TEST_CASE("A value of the wrong type is refused in words", "[record][check]") {
    CHECK(wrong("minutes", "twenty") == "of the wrong type: \"twenty\"");
    CHECK(wrong("note", 20) == "of the wrong type: 20");
    CHECK(wrong("household", "no. 12") == "of the wrong type: \"no. 12\"");
    CHECK(wrong("household", recordId(1)) == "fine");
    CHECK(wrong("minutes", Value()) == "fine");
}

TEST_CASE("Numbers keep to their range", "[record][check]") {
    CHECK(wrong("minutes", -1) == "less than 0");
    CHECK(wrong("minutes", 601) == "more than 600");
    CHECK(wrong("minutes", 600) == "fine");
    CHECK(wrong("share", std::nan("")) == "not a finite number");
    CHECK(wrong("share", std::numeric_limits<double>::infinity()) == "not a finite number");
}

TEST_CASE("Texts keep to their length, their choices and UTF-8", "[record][check]") {
    CHECK(wrong("note", std::string(4001, 'x')) == "longer than 4000 bytes");
    CHECK(wrong("status", "perhaps") == "\"perhaps\" is not one of the choices");
    CHECK(wrong("status", "done") == "fine");
    CHECK(wrong("note", "敲门 😀") == "fine");
    for (const char* bytes : {"\xc0\x80", "\xe6\x95", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xff", "\x80"}) {
        CHECK(wrong("note", bytes) == "not valid UTF-8");
    }
}

TEST_CASE("Dates are real days, or months, or years", "[record][check]") {
    const auto ofDate = [](const char* text) { return !check(*letters().find("sent_on"), text).has_value(); };
    CHECK(ofDate("2026-11-22"));
    CHECK(ofDate("2024-02-29"));
    CHECK(ofDate("1950-03"));
    CHECK(ofDate("1950"));
    for (const char* text :
         {"2026-02-29", "2026-13-01", "2026-00-01", "2026-11-31", "22.11.2026", "26-11-22", "2026/11/22", "", "1799"}) {
        INFO(text);
        CHECK_FALSE(ofDate(text));
    }
}

TEST_CASE("A record without a required field names it", "[record][check]") {
    Record letter(letters().number(), recordId(1));
    letter.put(letters().sentOn, "2026-11-31", early);
    letter.put(FieldNo{77}, "from a newer program", early);
    const auto problems = validate(letters(), letter);
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].field == letters().subject);
    CHECK(problems[0].message == "is missing");
    CHECK(problems[1].field == letters().sentOn);
    CHECK(problems[1].message == "\"2026-11-31\" is not a date like 1950-03-21");

    letter.put(letters().subject, "", early);
    CHECK(validate(letters(), letter).front().message == "is missing");
}
