// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/collections.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <set>
#include <sstream>

using namespace qiaomen;

namespace {

bool isSnakeCase(std::string_view name) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !name.empty() && name.front() >= 'a' && name.front() <= 'z' && name.back() != '_' &&
           std::ranges::all_of(name, fits) && name.find("__") == std::string_view::npos;
}

std::string contentOf(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("docs/records.md says what the collections say: make it anew with `qiaomen-server records > docs/records.md`",
          "[collections]") {
    CHECK(contentOf(QIAOMEN_SOURCE_DIR "/docs/records.md") == describeCollections());
}

TEST_CASE("Every collection has a number and a name of its own", "[collections]") {
    std::set<CollectionNo> numbers;
    std::set<std::string_view> names;
    for (const Collection* collection : allCollections()) {
        INFO(collection->name());
        CHECK(numbers.insert(collection->number()).second);
        CHECK(names.insert(collection->name()).second);
        CHECK(isSnakeCase(collection->name()));
        CHECK_FALSE(collection->label().en.empty());
        CHECK_FALSE(collection->label().zh.empty());
    }
}

TEST_CASE("Every field has a number and a name of its own in its collection, in snake_case, and both labels",
          "[collections]") {
    for (const Collection* collection : allCollections()) {
        std::set<FieldNo> numbers;
        std::set<std::string_view> names;
        for (const Field& field : collection->fields()) {
            INFO(collection->name() << "." << field.name);
            CHECK(field.number >= 1);
            CHECK(field.number <= 4095);
            CHECK(numbers.insert(field.no()).second);
            CHECK(names.insert(field.name).second);
            CHECK(isSnakeCase(field.name));
            CHECK_FALSE(field.label.en.empty());
            CHECK_FALSE(field.label.zh.empty());
        }
    }
}

TEST_CASE("A reference points to a collection that exists and comes before, or to its own", "[collections]") {
    std::set<std::string_view> met;
    for (const Collection* collection : allCollections()) {
        met.insert(collection->name());
        for (const Field& field : collection->fields()) {
            INFO(collection->name() << "." << field.name);
            const bool ofAnything = (collection == &conflict && field.no() == conflict.ofRecord) ||
                                    (collection == &readAudit && field.no() == readAudit.ofRecord) ||
                                    (collection == &planNote && field.no() == planNote.about) ||
                                    (collection == &rescuedChange && field.no() == rescuedChange.ofRecord) ||
                                    // residents or households, as of_collection says
                                    (collection == &duplicate &&
                                     (field.no() == duplicate.first || field.no() == duplicate.second));
            if (field.type == FieldType::reference && !ofAnything) {
                CHECK(met.contains(field.target));
            } else {
                CHECK(field.target.empty());
            }
        }
    }
}

TEST_CASE("Choices have codes of their own, and a choice field has choices", "[collections]") {
    for (const Collection* collection : allCollections()) {
        for (const Field& field : collection->fields()) {
            INFO(collection->name() << "." << field.name);
            if (field.type == FieldType::choice) CHECK_FALSE(field.choices.empty());
            std::set<std::string_view> codes;
            for (const Choice& choice : field.choices) {
                CHECK(codes.insert(choice.code).second);
                CHECK_FALSE(choice.code.empty());
                CHECK(choice.code.find(' ') == std::string_view::npos);
                CHECK_FALSE(choice.label.zh.empty());
            }
        }
    }
}

TEST_CASE("A code is shown by its label, and an unknown one as it is", "[collections]") {
    const Field& outcome = *visit.find("outcome");
    CHECK(choiceText(outcome, "not_home", true) == "未遇");
    CHECK(choiceText(outcome, "not_home", false) == "Not home");
    CHECK(choiceText(outcome, "from_the_future", true) == "from_the_future");
}

TEST_CASE("Nobody's way, presence, photo or rank is recorded anywhere", "[collections]") {
    for (const Collection* collection : allCollections()) {
        for (const Field& field : collection->fields()) {
            for (const std::string_view word :
                 {"check_in", "track", "photo", "points", "ranking", "online", "religion", "political"}) {
                INFO(collection->name() << "." << field.name);
                CHECK(field.name.find(word) == std::string_view::npos);
            }
            // A position belongs to a dwelling or a hazard, never to a visit or a worker.
            const bool isThing = collection->number() == dwelling.number() || collection->number() == hazard.number();
            if (!isThing) CHECK(field.name != "longitude");
        }
    }
}

TEST_CASE("Every field of a visit is written once", "[collections]") {
    CHECK(std::ranges::all_of(visit.fields(), [](const Field& field) { return field.merge == MergeClass::fixed; }));
}
