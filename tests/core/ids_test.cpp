// SPDX-License-Identifier: Apache-2.0
#include "shared/core/ids.h"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "tests/support/people.h"

using namespace qiaomen;
using namespace qiaomen::tests;

TEST_CASE("Ids sort by the time at which they were made", "[ids]") {
    const auto random = seededRandom(1);
    RecordId before = RecordId::make(kMorning, random);
    for (int ms = 1; ms < 1000; ++ms) {
        const RecordId next = RecordId::make(kMorning + ms, random);
        CHECK(before < next);
        CHECK(before.text() < next.text());
        before = next;
    }
}

TEST_CASE("An id says when it was made and which version it is", "[ids]") {
    const std::string text = RecordId::make(0x0123456789ab, seededRandom(1)).text();
    CHECK(text.substr(0, 13) == "01234567-89ab");
    CHECK(text[14] == '7');
    CHECK(std::string("89ab").find(text[19]) != std::string::npos);
}

TEST_CASE("Many ids of one millisecond are all different", "[ids]") {
    const auto random = seededRandom(2);
    std::set<RecordId> ids;
    for (int i = 0; i < 10'000; ++i) ids.insert(RecordId::make(kMorning, random));
    CHECK(ids.size() == 10'000);
}

TEST_CASE("The same name in the same grid gives the same id everywhere, another name or grid another", "[ids]") {
    const RecordId house = RecordId::named(gridId(1).bytes, "building 3, unit 2, room 501");
    CHECK(house == RecordId::named(gridId(1).bytes, "building 3, unit 2, room 501"));
    CHECK(house != RecordId::named(gridId(2).bytes, "building 3, unit 2, room 501"));
    CHECK(house != RecordId::named(gridId(1).bytes, "building 3, unit 2, room 502"));
    CHECK(house.text() == "2784ad55-e058-84cf-9f83-c5d0173468e5");
    CHECK(house.text()[14] == '8');
}

TEST_CASE("Law: every id is read as it was printed", "[ids][law]") {
    CHECK(rc::check([](const std::array<std::uint8_t, 16>& bytes) {
        const auto again = idFromText(idText(bytes));
        RC_ASSERT(again.ok());
        RC_ASSERT(*again == bytes);
    }));
}

TEST_CASE("What is no id is refused with what was there", "[ids]") {
    const std::string good = recordId(1).text();
    CHECK(RecordId::parse(good).ok());
    for (const std::string& text : {std::string(), good.substr(1), good + "0", "g" + good.substr(1),
                                    std::string(36, '-'), std::string(good).replace(8, 1, "0")}) {
        const auto id = RecordId::parse(text);
        REQUIRE_FALSE(id.ok());
        CHECK(id.error().fault == Fault::invalid);
        CHECK(id.error().message == "not an id: \"" + text.substr(0, 40) + "\"");
    }
}

TEST_CASE("The all-zero id is none, and no other", "[ids]") {
    CHECK(RecordId{}.isNone());
    CHECK_FALSE(recordId(1).isNone());
}
