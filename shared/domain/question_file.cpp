// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/question_file.h"

#include <algorithm>
#include <set>

#include "shared/domain/codes.h"
#include "shared/domain/question_set.h"
#include "shared/domain/strict_json.h"

namespace qiaomen {

namespace {

using namespace strict_json;

constexpr int kMostYears = 150;
constexpr int kMostFreshDays = 3650;
constexpr std::size_t kMostQuestions = 60;  ///< nobody listens longer

std::string codesOf(std::span<const Choice> choices) {
    std::string codes;
    for (const Choice& choice : choices) codes += (codes.empty() ? "" : ", ") + std::string(choice.code);
    return codes;
}

/// A code: no blanks, since answers are kept as codes with blanks between.
std::string codeOf(const Json& object, const std::string& place) {
    std::string code = textOf(object, "code", place);
    if (code.find_first_of(" \t\r\n") != std::string::npos) throw Mistake(place, "\"code\" must have no blanks");
    return code;
}

std::string oneLine(const Json& object, const std::string& key, const std::string& place) {
    std::string text = textOf(object, key, place);
    if (text.find('\n') != std::string::npos) throw Mistake(place, "\"" + key + "\" must be one line");
    return text;
}

std::string optionalText(const Json& object, const std::string& key, const std::string& place) {
    return object.contains(key) ? textOf(object, key, place) : std::string();
}

template <std::size_t N>
std::string oneOf(const Json& object, const std::string& key, const std::string& place, const Choice (&choices)[N]) {
    std::string code = textOf(object, key, place);
    if (std::ranges::find(choices, code, &Choice::code) == std::end(choices))
        throw Mistake(place, "\"" + key + "\" is one of " + codesOf(choices));
    return code;
}

template <std::size_t N>
std::string tagsOf(const Json& object, const std::string& key, const std::string& place, const Choice (&choices)[N]) {
    std::string tags;
    if (!object.contains(key)) return tags;
    const std::string here = place + "." + key;
    for (const Json& tag : listOf(object, key, place)) {
        if (!tag.is_string() || std::ranges::find(choices, tag.get<std::string>(), &Choice::code) == std::end(choices))
            throw Mistake(here, "each is one of " + codesOf(choices));
        tags.append(tags.empty() ? "" : " ").append(tag.get<std::string>());
    }
    return tags;
}

std::optional<int> yearsOf(const Json& object, const std::string& key, const std::string& place) {
    if (!object.contains(key)) return std::nullopt;
    return numberOf(object, key, place, 0, kMostYears);
}

std::optional<double> realOf(const Json& object, const std::string& key, const std::string& place) {
    if (!object.contains(key)) return std::nullopt;
    const Json& value = object.at(key);
    if (!value.is_number()) throw Mistake(place, "\"" + key + "\" must be a number");
    return value.get<double>();
}

void readOnly(QuestionSet& set, const Json& file) {
    if (!file.contains("only")) return;
    const Json& only = file.at("only");
    const std::string place = "only";
    if (!only.is_object()) throw Mistake(place, "an object is expected");
    onlyThese(only, {"care_tags", "household_tags", "dwelling_uses", "min_age", "max_age"}, place);
    set.careTags = tagsOf(only, "care_tags", place, codes::kCareTags);
    set.householdTags = tagsOf(only, "household_tags", place, codes::kHouseholdTags);
    set.dwellingUses = tagsOf(only, "dwelling_uses", place, codes::kDwellingUse);
    set.minAge = yearsOf(only, "min_age", place);
    set.maxAge = yearsOf(only, "max_age", place);
    if (set.minAge && set.maxAge && *set.minAge > *set.maxAge) throw Mistake(place, "\"min_age\" is above \"max_age\"");
}

std::vector<QuestionOption> optionsOf(const Json& one, const std::string& place) {
    std::vector<QuestionOption> options;
    if (!one.contains("options")) return options;
    std::set<std::string> known;
    for (const Json& option : listOf(one, "options", place)) {
        if (!option.is_object()) throw Mistake(place + ".options", "an object is expected");
        onlyThese(option, {"code", "text"}, place + ".options");
        options.push_back({codeOf(option, place + ".options"), oneLine(option, "text", place + ".options")});
        if (!known.insert(options.back().code).second)
            throw Mistake(place + ".options", "there are two \"" + options.back().code + "\"");
    }
    return options;
}

bool fits(QuestionKind kind, FieldType type) {
    switch (kind) {
        case QuestionKind::yesNo: return type == FieldType::boolean;
        case QuestionKind::one: return type == FieldType::choice;
        case QuestionKind::several: return type == FieldType::tags;
        case QuestionKind::number: return type == FieldType::integer || type == FieldType::real;
        case QuestionKind::date: return type == FieldType::date;
        case QuestionKind::text: return type == FieldType::text || type == FieldType::longText;
    }
    return false;
}

void checkFilled(const Question& question, const QuestionSet& set, const std::string& place) {
    if (question.fills.empty()) return;
    const FillableField* filled = fillable(question.fills);
    if (!filled) throw Mistake(place, "\"fills\" is one of " + fillableNames());
    if (!fits(question.kind, filled->field->type))
        throw Mistake(place, "\"" + question.fills + "\" cannot be filled by an answer of this \"kind\"");
    if (!question.options.empty())
        throw Mistake(place, "\"" + question.fills + "\" has its own answers to choose from: leave out \"options\"");
    if (filled->collection->name() == "resident" && !set.ofResidents)
        throw Mistake(place, "\"" + question.fills + "\" is a resident's: such a set is put to \"resident\"");
}

void checkOptions(const Question& question, const std::string& place) {
    const bool chooses = question.kind == QuestionKind::one || question.kind == QuestionKind::several;
    if (!chooses && !question.options.empty()) throw Mistake(place, "only \"one\" and \"several\" have \"options\"");
    if (chooses && question.fills.empty() && question.options.size() < 2)
        throw Mistake(place, "at least two \"options\" are needed to choose from");
}

Question questionOf(const Json& one, const QuestionSet& set) {
    if (!one.is_object()) throw Mistake("questions", "an object is expected");
    Question question;
    question.code = codeOf(one, "questions");
    const std::string place = "question " + question.code;
    onlyThese(one, {"code", "text", "kind", "help", "options", "unit", "min", "max", "fills", "fresh_days"}, place);
    question.text = textOf(one, "text", place);
    question.help = optionalText(one, "help", place);
    question.unit = optionalText(one, "unit", place);
    question.fills = optionalText(one, "fills", place);
    const std::string kind = oneOf(one, "kind", place, codes::kQuestionKind);
    question.kind = static_cast<QuestionKind>(std::ranges::find(codes::kQuestionKind, kind, &Choice::code) -
                                              std::begin(codes::kQuestionKind));
    question.options = optionsOf(one, place);
    question.least = realOf(one, "min", place);
    question.most = realOf(one, "max", place);
    if (question.least && question.most && *question.least > *question.most)
        throw Mistake(place, "\"min\" is above \"max\"");
    if (one.contains("fresh_days")) question.freshDays = numberOf(one, "fresh_days", place, 0, kMostFreshDays);
    checkFilled(question, set, place);
    checkOptions(question, place);
    return question;
}

QuestionSet setOf(const Json& file) {
    const std::string place = "the file";
    QuestionSet set;
    set.code = codeOf(file, place);
    onlyThese(file, {"code", "title", "asked_by", "purpose", "from", "until", "put_to", "ended", "only", "questions"},
              place);
    set.title = oneLine(file, "title", place);
    set.askedBy = oneLine(file, "asked_by", place);
    set.purpose = textOf(file, "purpose", place);
    set.from = dayOf(file, "from", place);
    set.until = dayOf(file, "until", place);
    if (set.until < set.from) throw Mistake(place, "it ends before it begins");
    set.ofResidents = oneOf(file, "put_to", place, codes::kQuestionSubject) == "resident";
    if (file.contains("ended")) {
        if (!file.at("ended").is_boolean()) throw Mistake(place, "\"ended\" is true or false");
        set.ended = file.at("ended");
    }
    readOnly(set, file);
    std::set<std::string> known;
    for (const Json& one : listOf(file, "questions")) {
        set.questions.push_back(questionOf(one, set));
        if (!known.insert(set.questions.back().code).second)
            throw Mistake("question " + set.questions.back().code, "there are two of this code");
    }
    if (set.questions.empty()) throw Mistake("questions", "there is none");
    if (set.questions.size() > kMostQuestions)
        throw Mistake("questions", "more than " + std::to_string(kMostQuestions) + " are too many for one visit");
    return set;
}

}  // namespace

Result<QuestionSet> parseQuestionSet(std::string_view json) {
    return read("question set", json, [](const Json& file) { return setOf(file); });
}

}  // namespace qiaomen
