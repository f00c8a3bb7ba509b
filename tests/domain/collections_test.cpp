// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/collections.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>
#include <set>

using namespace qiaomen;

TEST_CASE("docs/records.md says what the descriptions say", "[domain]") {
    std::ifstream file(QIAOMEN_SOURCE_DIR "/docs/records.md");
    const std::string written((std::istreambuf_iterator<char>(file)), {});
    CHECK(written == describeCollections());  // after a change: qiaomen-server records > docs/records.md
}

TEST_CASE("Collections have permanent numbers of their own, and names that are columns", "[domain]") {
    std::set<CollectionNo> numbers;
    for (const Collection* collection : allCollections()) {
        CHECK(numbers.insert(collection->number()).second);
        for (const Field& field : collection->fields()) {
            INFO(collection->name() << "." << field.name);
            CHECK(std::ranges::all_of(field.name, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; }));
            CHECK_FALSE(field.label.zh.empty());
            CHECK_FALSE(field.label.en.empty());
        }
    }
}

TEST_CASE("Every reference points to a collection that exists", "[domain]") {
    for (const Collection* collection : allCollections()) {
        for (const Field& field : collection->fields()) {
            INFO(collection->name() << "." << field.name);
            const bool open = collection == &conflict && field.no() == conflict.ofRecord;  // of any collection
            if (field.type == FieldType::reference && !open) CHECK(find(allCollections(), field.target) != nullptr);
        }
    }
}

TEST_CASE("Every field of a visit is written once", "[domain]") {
    CHECK(std::ranges::all_of(visit.fields(), [](const Field& field) { return field.merge == MergeClass::fixed; }));
}
