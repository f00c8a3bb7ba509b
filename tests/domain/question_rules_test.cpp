// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/question_rules.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "shared/domain/collections.h"
#include "shared/domain/question_file.h"
#include "tests/support/people.h"
#include "tests/support/questions.h"

namespace qiaomen::tests {

namespace {

constexpr std::int64_t kDay = 86'400'000;

/// Mrs Wang (born 1944) and her daughter in a flat of their own; the leader's sets are asked.
struct Home {
    WallClock now{kMorning, 480};
    Record household = record(qiaomen::household, 1, {{qiaomen::household.headName, "王秀英"}});
    Record dwelling = record(qiaomen::dwelling, 2, {{qiaomen::dwelling.use, "owner"}});
    std::vector<Record> members = {
        record(resident, 3, {{resident.fullName, "王秀英"}, {resident.birthDate, "1944-03-01"}}),
        record(resident, 4, {{resident.fullName, "王芳"}, {resident.birthDate, "1975-05-05"}})};
    std::map<std::string, Said> confirmed;
    std::vector<Record> answers;
    std::uint8_t next = 50;

    static Record record(const Collection& collection, std::uint8_t number, std::vector<FieldValue> values,
                         std::int64_t writtenMs = kMorning - 100 * kDay) {
        Record made(collection.number(), recordId(number));
        for (FieldValue& value : values) made.put(value.field, std::move(value.value), {logicalTime(writtenMs), alice});
        return made;
    }
    static QuestionSet set(const char* file) {
        QuestionSet set = *parseQuestionSet(file);
        set.id = recordId(9);
        std::uint8_t number = 10;
        for (Question& question : set.questions) question.id = recordId(number++);
        return set;
    }
    void answer(const QuestionSet& set, const char* code, const char* response, const char* value, int daysAgo,
                std::uint8_t person = 0) {
        const auto& question = *std::ranges::find(set.questions, code, &Question::code);
        std::vector<FieldValue> values = {{questionAnswer.household, household.id()},
                                          {questionAnswer.question, question.id},
                                          {questionAnswer.answeredAt, now.ms - daysAgo * kDay},
                                          {questionAnswer.response, response},
                                          {questionAnswer.worker, "李敏"}};
        if (person > 0) values.push_back({questionAnswer.resident, recordId(person)});
        if (*value != '\0') values.push_back({questionAnswer.value, value});
        std::ranges::sort(values, {}, &FieldValue::field);
        answers.push_back(record(questionAnswer, next++, std::move(values), now.ms - daysAgo * kDay));
    }
    [[nodiscard]] AskedHousehold asked() const {
        return {.household = &household,
                .dwelling = &dwelling,
                .members = members,
                .confirmed = confirmed,
                .answers = answers};
    }
    /// "stove open; alarm known yes (李敏)": each question as it is put.
    [[nodiscard]] std::string story(const QuestionSet& set) const {
        constexpr const char* kStates[] = {"open", "known", "declined"};
        std::string text;
        for (const PosedQuestion& one : posed(set, asked(), now)) {
            text += (text.empty() ? "" : "; ") + one.question.code;
            const auto person = std::ranges::find(members, one.resident, &Record::id);
            if (person != members.end()) text += " of " + person->text(resident.fullName);
            text += std::string(" ") + kStates[static_cast<int>(one.state)];
            if (!one.known.empty()) text += " " + one.known;
            if (!one.said.worker.empty()) text += " (" + one.said.worker + ")";
        }
        return text;
    }
};

}  // namespace

TEST_CASE("A household is asked what nobody knows, in the leader's order", "[questions]") {
    const Home home;
    CHECK(home.story(Home::set(kHeatingSet)) ==
          "stove open; alarm open; stoves open; swept open; contact open; more open");
}

TEST_CASE("A set is put to those whom it concerns: by dwelling, by household tag, by care tag and age of its people",
          "[questions]") {
    Home home;
    QuestionSet heating = Home::set(kHeatingSet);
    home.dwelling.put(dwelling.use, "business", {logicalTime(kMorning), alice});
    CHECK(home.story(heating).empty());
    heating.dwellingUses.clear();
    heating.householdTags = "low_income special_hardship";
    CHECK(home.story(heating).empty());
    home.household.put(household.tags, "dog low_income", {logicalTime(kMorning), alice});
    CHECK_FALSE(home.story(heating).empty());
    heating.careTags = "very_old";
    CHECK(home.story(heating).empty());
    home.members[0].put(resident.careTags, "chronic very_old", {logicalTime(kMorning), alice});
    CHECK_FALSE(home.story(heating).empty());
    heating.maxAge = 60;
    CHECK(home.story(heating).empty());  // nobody is both
}

TEST_CASE("A set for people is put to each of them who is meant and still lives here", "[questions]") {
    Home home;
    const QuestionSet elders = Home::set(kElderSet);
    CHECK(home.story(elders) == "meals of 王秀英 open; work of 王秀英 open");
    home.members[1].put(resident.birthDate, "1946-11-22", {logicalTime(kMorning), alice});  // eighty today
    CHECK(home.story(elders) == "meals of 王秀英 open; work of 王秀英 open; meals of 王芳 open; work of 王芳 open");
    home.members[1].put(resident.birthDate, "1946-11-23", {logicalTime(kMorning), alice});
    CHECK(home.story(elders) == "meals of 王秀英 open; work of 王秀英 open");
    home.members[0].put(resident.livesHereTo, "2026-11-01", {logicalTime(kMorning), alice});
    CHECK(home.story(elders).empty());
}

TEST_CASE("An answer is known as long as it is fresh, and shown with who asked", "[questions]") {
    Home home;
    const QuestionSet heating = Home::set(kHeatingSet);
    home.answer(heating, "stove", "answered", "coal", 60);  // for the whole set
    home.answer(heating, "alarm", "answered", "yes", 29);   // fresh for thirty days
    CHECK(home.story(heating) ==
          "stove known coal (李敏); alarm known yes (李敏); stoves open; swept open; contact open; more open");
    home.now.ms += kDay;
    CHECK(home.story(heating).find("alarm open yes (李敏)") != std::string::npos);
}

TEST_CASE("Who does not wish to say is not asked again; who was not asked is", "[questions]") {
    Home home;
    const QuestionSet heating = Home::set(kHeatingSet);
    home.answer(heating, "stove", "declined", "", 20);
    home.answer(heating, "alarm", "not_asked", "", 20);
    CHECK(home.story(heating).starts_with("stove declined (李敏); alarm open;"));
    home.answer(heating, "stove", "answered", "electric", 1);  // of their own accord
    CHECK(home.story(heating).starts_with("stove known electric (李敏); alarm open;"));
    home.answer(heating, "stove", "not_asked", "", 0);  // says nothing about what is known
    CHECK(home.story(heating).starts_with("stove known electric (李敏); alarm open;"));
}

TEST_CASE("What the record says is not asked: while the field is fresh, by who wrote or confirmed it", "[questions]") {
    Home home;
    const QuestionSet heating = Home::set(kHeatingSet);
    const auto contact = [&] {
        const std::string all = home.story(heating);
        const std::size_t at = all.find("contact");
        return all.substr(at, all.find(';', at) - at);
    };
    home.household.put(household.contactWay, "phone", {logicalTime(kMorning - 400 * kDay), alice});
    CHECK(contact() == "contact open phone");  // a year and more ago
    home.confirmed["contacts"] = {"张强", kMorning - 200 * kDay};
    CHECK(contact() == "contact known phone (张强)");
    home.confirmed.clear();
    home.household.put(household.contactWay, "wechat", {logicalTime(kMorning - 10 * kDay), alice});
    CHECK(contact() == "contact known wechat");
    home.answer(heating, "contact", "answered", "wechat", 10);  // by which it was filled
    CHECK(contact() == "contact known wechat (李敏)");
    home.household.put(household.contactWay, "door", {logicalTime(kMorning - kDay), alice});  // a colleague, since
    CHECK(contact() == "contact known door");
}

TEST_CASE("Each kind of question takes its own answers and no others", "[questions]") {
    const QuestionSet heating = Home::set(kHeatingSet);
    const auto defect = [&](const char* code, std::string_view answer) {
        return defectOf(*std::ranges::find(heating.questions, code, &Question::code), answer);
    };
    CHECK(defect("stove", "coal") == AnswerDefect::none);
    CHECK(defect("stove", "wood") == AnswerDefect::notOffered);
    CHECK(defect("stove", "coal electric") == AnswerDefect::notOffered);
    CHECK(defect("alarm", "no") == AnswerDefect::none);
    CHECK(defect("alarm", "perhaps") == AnswerDefect::notOffered);
    CHECK(defect("more", "sweep coal") == AnswerDefect::none);
    CHECK(defect("more", "sweep dance") == AnswerDefect::notOffered);
    CHECK(defect("stoves", "2") == AnswerDefect::none);
    CHECK(defect("stoves", "two") == AnswerDefect::notANumber);
    CHECK(defect("stoves", "nan") == AnswerDefect::notANumber);
    CHECK(defect("stoves", "-1") == AnswerDefect::tooSmall);
    CHECK(defect("stoves", "10") == AnswerDefect::tooLarge);
    CHECK(defect("swept", "2026-02-28") == AnswerDefect::none);
    CHECK(defect("swept", "2026-02-29") == AnswerDefect::notADay);
    CHECK(defect("contact", "wechat") == AnswerDefect::none);  // the field's own choices
    CHECK(defect("contact", "pigeon") == AnswerDefect::notOffered);
    const QuestionSet elders = Home::set(kElderSet);
    CHECK(defectOf(elders.questions[1], std::string(3000, 'x')) == AnswerDefect::tooLong);
}

TEST_CASE("An answer and the value of the field that it fills are the same thing", "[questions]") {
    Question area{.fills = "dwelling.area", .kind = QuestionKind::number};
    CHECK(filledValue(area, "82.5") == Value(82.5));
    CHECK(answerFrom(area, Value(82.5)) == "82.5");
    Question contact{.fills = "household.contact_way", .kind = QuestionKind::one};
    CHECK(filledValue(contact, "phone") == Value("phone"));
    CHECK(filledValue(Question{}, "anything").isNothing());
    CHECK(optionsOf(contact, false).front().label == "At the door");
}

}  // namespace qiaomen::tests
