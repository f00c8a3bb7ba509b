// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/question_file.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "shared/domain/question_item.h"
#include "shared/domain/question_set.h"
#include "tests/support/people.h"
#include "tests/support/questions.h"

namespace qiaomen::tests {

namespace {

using Json = nlohmann::json;

/// What the reader says about the file with one mistake in it.
template <class Change>
std::string refusal(Change&& change) {
    Json file = Json::parse(kHeatingSet);
    change(file);
    const auto set = parseQuestionSet(file.dump());
    return set ? "taken" : set.error().message;
}

}  // namespace

TEST_CASE("A leader's file becomes a question set: who asks, why, until when, whom, and what", "[questions]") {
    const auto set = parseQuestionSet(kHeatingSet);
    REQUIRE(set);
    CHECK(set->title == "冬季取暖安全");
    CHECK(set->askedBy == "社区 王主任");
    CHECK(dateText(set->until) == "2026-12-10");
    CHECK_FALSE(set->ofResidents);
    CHECK(set->dwellingUses == "owner let");
    REQUIRE(set->questions.size() == 6);
    CHECK(set->questions[0].kind == QuestionKind::one);
    CHECK(set->questions[0].options[1].label == "燃煤炉");
    CHECK(set->questions[1].freshDays == 30);
    CHECK(set->questions[2].most == 9);
    CHECK(set->questions[4].fills == "household.contact_way");
    CHECK(set->isAskedOn(*civilDay("2026-12-10")));
    CHECK_FALSE(set->isAskedOn(*civilDay("2026-12-11")));
}

TEST_CASE("A mistake in the file is told with its place and what is expected there", "[questions]") {
    CHECK(refusal([](Json& file) { file.erase("purpose"); }) == "question set, the file: \"purpose\" is missing");
    CHECK(refusal([](Json& file) { file["deadline"] = "2026-12-10"; }) ==
          "question set, the file: nothing here is called \"deadline\"");
    CHECK(refusal([](Json& file) { file["until"] = "2026-13-01"; }) ==
          "question set, the file: \"until\" is not a day, such as 2026-07-01");
    CHECK(refusal([](Json& file) { file["until"] = "2026-11-01"; }) ==
          "question set, the file: it ends before it begins");
    CHECK(refusal([](Json& file) { file["put_to"] = "everybody"; }) ==
          "question set, the file: \"put_to\" is one of household, resident");
    CHECK(refusal([](Json& file) {
              file["only"]["care_tags"] = Json::array({"rich"});
          }).find("only.care_tags: each is one of elder_alone") != std::string::npos);
    CHECK(refusal([](Json& file) {
              file["only"] = {{"min_age", 80}, {"max_age", 60}};
          }) == "question set, only: \"min_age\" is above \"max_age\"");
    CHECK(refusal([](Json& file) { file["questions"] = Json::array(); }) == "question set, questions: there is none");
    CHECK(refusal([](Json& file) { file["questions"][1]["code"] = "stove"; }) ==
          "question set, question stove: there are two of this code");
    CHECK(refusal([](Json& file) { file["questions"][0]["options"] = Json::array(); }) ==
          "question set, question stove: at least two \"options\" are needed to choose from");
    CHECK(refusal([](Json& file) { file["questions"][0]["options"][0]["code"] = "two words"; }) ==
          "question set, question stove.options: \"code\" must have no blanks");
    CHECK(refusal([](Json& file) { file["questions"][2]["min"] = 10; }) ==
          "question set, question stoves: \"min\" is above \"max\"");
    CHECK(refusal([](Json& file) { file["questions"][2]["kind"] = "slider"; }).find("\"kind\" is one of yes_no, one") !=
          std::string::npos);
    CHECK(parseQuestionSet("{").error().message.find("this is not JSON") != std::string::npos);
}

TEST_CASE("What an answer may fill is a short list; nothing sensitive is gathered on the way", "[questions]") {
    CHECK(refusal([](Json& file) { file["questions"][4]["fills"] = "household.phone"; }) ==
          "question set, question contact: \"fills\" is one of " + fillableNames());
    CHECK(refusal([](Json& file) { file["questions"][4]["kind"] = "text"; }) ==
          "question set, question contact: \"household.contact_way\" cannot be filled by an answer of this \"kind\"");
    CHECK(refusal([](Json& file) {
              file["questions"][4]["kind"] = "text";
              file["questions"][4]["fills"] = "resident.work_unit";
          }) ==
          "question set, question contact: \"resident.work_unit\" is a resident's: such a set is put to \"resident\"");
    for (const char* name : {"resident.id_number", "resident.phone", "resident.care_tags", "resident.health_need",
                             "dwelling.owner_phone", "household.dwelling"})
        CHECK(fillable(name) == nullptr);
}

TEST_CASE("A set and its questions are the same after a journey through records", "[questions]") {
    const auto set = parseQuestionSet(kHeatingSet);
    REQUIRE(set);
    const auto recordOf = [](const Collection& collection, std::uint8_t number, std::vector<FieldValue> values) {
        Record record(collection.number(), recordId(number));
        const Stamp stamp{logicalTime(kMorning), alice};
        for (FieldValue& value : values) {
            if (!value.value.isNothing()) record.put(value.field, std::move(value.value), stamp);
        }
        CHECK(validate(collection, record).empty());
        return record;
    };
    const Record head = recordOf(questionSet, 1, valuesOf(*set));
    std::vector<Record> items;
    for (std::size_t at = 0; at < set->questions.size(); ++at)
        items.push_back(recordOf(questionItem, static_cast<std::uint8_t>(100 - at),
                                 valuesOf(set->questions[at], head.id(), static_cast<int>(at) + 1)));
    const QuestionSet back = questionSetFrom(head, items);
    CHECK(back.dwellingUses == set->dwellingUses);
    CHECK(back.until == set->until);
    REQUIRE(back.questions.size() == set->questions.size());
    for (std::size_t at = 0; at < back.questions.size(); ++at) {
        INFO(set->questions[at].code);
        CHECK(back.questions[at].code == set->questions[at].code);
        CHECK(back.questions[at].kind == set->questions[at].kind);
        CHECK(back.questions[at].options.size() == set->questions[at].options.size());
        CHECK(back.questions[at].most == set->questions[at].most);
        CHECK(back.questions[at].fills == set->questions[at].fills);
    }
}

}  // namespace qiaomen::tests
