// SPDX-License-Identifier: Apache-2.0
#include "shared/core/digest.h"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "tests/support/generators.h"
#include "tests/support/people.h"

using namespace qiaomen;
using namespace qiaomen::tests;

namespace {

Digest digestOf(const std::vector<Record>& records) {
    Digest digest;
    for (const Record& record : records) digest.add(record);
    return digest;
}

}  // namespace

TEST_CASE("A record nobody wrote counts for nothing", "[digest]") {
    CHECK(hashOf(Record(visits().number(), recordId(1))) == Hash128{});
    CHECK(digestOf({Record(visits().number(), recordId(1))}) == Digest{});
}

TEST_CASE("Everything a replica knows of a record shows in its hash", "[digest]") {
    FakeClock wall;
    Worker phone(alice, wall);
    phone.edits({{"note", "quiet"}, {"status", "open"}});
    const Hash128 first = hashOf(phone.record());

    SECTION("another value") { phone.edits("note", "fever"); }
    SECTION("an emptied field") { phone.edits("note", Value()); }
    SECTION("a field more") { phone.edits("minutes", 1); }
    SECTION("a deletion") { phone.deletes(); }
    SECTION("the same value written by somebody else") {
        Worker other(bob, wall);
        phone.receives(other.edits("note", "quiet"));
    }
    CHECK(hashOf(phone.record()) != first);
}

TEST_CASE("How stamps are stored does not show in the hash", "[digest]") {
    const Stamp early{logicalTime(kMorning), alice};
    const Stamp late{logicalTime(kMorning + 1), bob};
    const std::vector<FieldValue> fields{{FieldNo{1}, "quiet"}, {FieldNo{2}, "open"}};
    Record one(visits().number(), recordId(1));
    one.restore(fields, Stamps(early, {{FieldNo{2}, late}}), std::nullopt);
    Record other(visits().number(), recordId(1));
    other.restore(fields, Stamps(late, {{FieldNo{1}, early}}), std::nullopt);
    CHECK(one == other);
    CHECK(hashOf(one) == hashOf(other));
}

TEST_CASE("Law: equal records have equal hashes, and equal hashes mean equal records", "[digest][law]") {
    CHECK(rc::check([] {
        const Record one = *anyRecord();
        const Record other = *anyRecord();
        RC_ASSERT((one == other || (one.isNew() && other.isNew())) == (hashOf(one) == hashOf(other)));
    }));
}

TEST_CASE("Law: a digest does not depend on order, and remove undoes add", "[digest][law]") {
    CHECK(rc::check([] {
        const auto records = *rc::gen::container<std::vector<Record>>(anyRecord());
        const std::vector<Record> backwards(records.rbegin(), records.rend());
        Digest digest = digestOf(records);
        RC_ASSERT(digest == digestOf(backwards));
        RC_ASSERT(digest.total() == digestOf(backwards).total());
        const Record more = *anyRecord();
        const Digest before = digest;
        digest.add(more);
        digest.remove(more);
        RC_ASSERT(digest == before);
        for (const Record& record : records) digest.remove(record);
        RC_ASSERT(digest == Digest{});
    }));
}

TEST_CASE("A difference shows in the record's own bucket alone", "[digest]") {
    FakeClock wall;
    Worker phone(alice, wall);
    phone.edits("note", "quiet");
    Digest here = digestOf({phone.record()});
    phone.edits("note", "fever");
    const Digest there = digestOf({phone.record()});
    for (std::size_t i = 0; i < Digest::kBuckets; ++i) {
        CHECK((here.bucket(i) == there.bucket(i)) == (i != Digest::bucketOf(phone.record().id())));
    }
}

TEST_CASE("Sums carry from the lower half into the upper, and back", "[digest]") {
    Hash128 sum{0, std::numeric_limits<std::uint64_t>::max()};
    sum += Hash128{0, 1};
    CHECK(sum == Hash128{1, 0});
    sum -= Hash128{0, 1};
    CHECK(sum == Hash128{0, std::numeric_limits<std::uint64_t>::max()});
    CHECK(print(Hash128{1, 0xab}) == "000000000000000100000000000000ab");
}

TEST_CASE("A digest travels as 4096 bytes and nothing else", "[digest]") {
    FakeClock wall;
    Worker phone(alice, wall);
    phone.edits("note", "quiet");
    const Digest digest = digestOf({phone.record()});
    const std::string bytes = digest.encode();
    REQUIRE(bytes.size() == 4096);
    const auto again = Digest::decode(bytes);
    REQUIRE(again.ok());
    CHECK(*again == digest);
    CHECK(Digest::decode(bytes.substr(1)).error().message == "a digest has 4096 bytes, not 4095");
}

TEST_CASE("The hash of a known record never changes: stored digests must stay true", "[digest]") {
    Record record(visits().number(), recordId(1));
    record.put(visits().note, "quiet", {logicalTime(kMorning), alice});
    record.put(visits().minutes, 20, {logicalTime(kMorning + 1), bob});
    CHECK(print(hashOf(record)) == "83003894cb7822c3dbaf8ef21ab7c8ba");
}
