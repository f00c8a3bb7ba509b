// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/question_rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "shared/domain/dwelling.h"
#include "shared/domain/household.h"
#include "shared/domain/question_answer.h"
#include "shared/domain/question_item.h"
#include "shared/domain/question_set.h"
#include "shared/domain/resident.h"

namespace qiaomen {

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

const std::array<FillableField, 9>& fillables() {
    const auto of = [](const Collection& collection, FieldNo field, std::string_view group) {
        return FillableField{&collection, collection.find(field), group};
    };
    static const std::array<FillableField, 9> all = {
        of(household, household.contactWay, "contacts"), of(household, household.registerKind, "members"),
        of(dwelling, dwelling.use, "dwelling"),          of(dwelling, dwelling.area, "dwelling"),
        of(resident, resident.workUnit, "members"),      of(resident, resident.population, "members"),
        of(resident, resident.registerPlace, "members"), of(resident, resident.nation, "members"),
        of(resident, resident.livesHereFrom, "members")};
    return all;
}

std::string nameOf(const FillableField& one) {
    return std::string(one.collection->name()) + "." + std::string(one.field->name);
}

std::vector<std::string_view> split(std::string_view text, char by) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(by), text.size());
        if (end > 0) parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

bool shareOne(std::string_view wanted, std::string_view have) {
    const auto tags = split(have, ' ');
    return std::ranges::any_of(split(wanted, ' '),
                               [&](std::string_view tag) { return std::ranges::find(tags, tag) != tags.end(); });
}

/// "code label" a line.
std::vector<QuestionOption> optionsIn(std::string_view lines) {
    std::vector<QuestionOption> options;
    for (const std::string_view line : split(lines, '\n')) {
        const std::size_t blank = line.find(' ');
        const std::string_view label = blank == std::string_view::npos ? line : line.substr(blank + 1);
        options.push_back({std::string(line.substr(0, blank)), std::string(label)});
    }
    return options;
}

std::string linesOf(const std::vector<QuestionOption>& options) {
    std::string lines;
    for (const QuestionOption& option : options)
        lines += (lines.empty() ? "" : "\n") + option.code + " " + option.label;
    return lines;
}

std::vector<QuestionOption> optionsIn(std::span<const Choice> choices, bool chinese) {
    std::vector<QuestionOption> options;
    for (const Choice& choice : choices)
        options.push_back({std::string(choice.code), std::string(chinese ? choice.label.zh : choice.label.en)});
    return options;
}

std::optional<double> numberIn(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
    return number;
}

std::string numberText(double number) {
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number);
    return {text.data(), end};
}

QuestionKind kindOf(std::string_view code) {
    const auto found = std::ranges::find(codes::kQuestionKind, code, &Choice::code);
    if (found == std::end(codes::kQuestionKind)) return QuestionKind::text;
    return static_cast<QuestionKind>(found - std::begin(codes::kQuestionKind));
}

std::optional<double> realOf(const Record& record, FieldNo field) {
    if (record.get(field).isNothing()) return std::nullopt;
    return record.get(field).real();
}
std::optional<int> yearsOf(const Record& record, FieldNo field) {
    if (record.get(field).isNothing()) return std::nullopt;
    return static_cast<int>(record.integer(field));
}

Value textOrNothing(const std::string& text) { return text.empty() ? Value() : Value(text); }
template <class Number>
Value orNothing(const std::optional<Number>& number) {
    return number ? Value(*number) : Value();
}
Value trueOrNothing(bool flag) { return flag ? Value(true) : Value(); }

}  // namespace

const FillableField* fillable(std::string_view name) {
    const auto found = std::ranges::find(fillables(), name, nameOf);
    return found != fillables().end() ? &*found : nullptr;
}

std::string fillableNames() {
    std::string names;
    for (const FillableField& one : fillables()) names += (names.empty() ? "" : ", ") + nameOf(one);
    return names;
}

// --- records ------------------------------------------------------------------------------------------------------------

Question questionFrom(const Record& item) {
    const auto text = [&](FieldNo field) { return item.text(field); };
    return {.id = item.id(),
            .code = text(questionItem.code),
            .text = text(questionItem.text),
            .help = text(questionItem.help),
            .unit = text(questionItem.unit),
            .fills = text(questionItem.fills),
            .kind = kindOf(text(questionItem.kind)),
            .options = optionsIn(text(questionItem.options)),
            .least = realOf(item, questionItem.least),
            .most = realOf(item, questionItem.most),
            .freshDays = static_cast<int>(item.integer(questionItem.freshDays)),
            .dropped = item.get(questionItem.dropped) == Value(true)};
}

QuestionSet questionSetFrom(const Record& set, std::span<const Record> items) {
    QuestionSet all{.id = set.id(),
                    .code = set.text(questionSet.code),
                    .title = set.text(questionSet.title),
                    .askedBy = set.text(questionSet.askedBy),
                    .purpose = set.text(questionSet.purpose),
                    .from = civilDay(set.text(questionSet.from)).value_or(0),
                    .until = civilDay(set.text(questionSet.until)).value_or(0),
                    .ofResidents = set.text(questionSet.subject) == "resident",
                    .careTags = set.text(questionSet.careTags),
                    .householdTags = set.text(questionSet.householdTags),
                    .dwellingUses = set.text(questionSet.dwellingUses),
                    .minAge = yearsOf(set, questionSet.minAge),
                    .maxAge = yearsOf(set, questionSet.maxAge),
                    .ended = set.get(questionSet.ended) == Value(true)};
    std::vector<const Record*> ordered;
    for (const Record& item : items) {
        if (item.reference(questionItem.set) == set.id()) ordered.push_back(&item);
    }
    std::ranges::sort(ordered, {},
                      [](const Record* item) { return std::pair(item->integer(questionItem.position), item->id()); });
    for (const Record* item : ordered) all.questions.push_back(questionFrom(*item));
    return all;
}

std::vector<FieldValue> valuesOf(const QuestionSet& set) {
    return {{questionSet.code, set.code},
            {questionSet.title, set.title},
            {questionSet.askedBy, set.askedBy},
            {questionSet.purpose, set.purpose},
            {questionSet.from, dateText(set.from)},
            {questionSet.until, dateText(set.until)},
            {questionSet.subject, set.ofResidents ? "resident" : "household"},
            {questionSet.careTags, textOrNothing(set.careTags)},
            {questionSet.householdTags, textOrNothing(set.householdTags)},
            {questionSet.dwellingUses, textOrNothing(set.dwellingUses)},
            {questionSet.minAge, orNothing(set.minAge)},
            {questionSet.maxAge, orNothing(set.maxAge)},
            {questionSet.ended, trueOrNothing(set.ended)}};
}

std::vector<FieldValue> valuesOf(const Question& question, const RecordId& set, int position) {
    return {{questionItem.set, set},
            {questionItem.code, question.code},
            {questionItem.position, position},
            {questionItem.text, question.text},
            {questionItem.help, textOrNothing(question.help)},
            {questionItem.kind, codes::kQuestionKind[static_cast<std::size_t>(question.kind)].code},
            {questionItem.options, textOrNothing(linesOf(question.options))},
            {questionItem.unit, textOrNothing(question.unit)},
            {questionItem.least, orNothing(question.least)},
            {questionItem.most, orNothing(question.most)},
            {questionItem.fills, textOrNothing(question.fills)},
            {questionItem.freshDays, question.freshDays},
            {questionItem.dropped, trueOrNothing(question.dropped)}};
}

// --- answers ------------------------------------------------------------------------------------------------------------

std::vector<QuestionOption> optionsOf(const Question& question, bool chinese) {
    if (question.kind == QuestionKind::yesNo) return optionsIn(codes::kYesNo, chinese);
    const FillableField* filled = fillable(question.fills);
    const bool offered = question.kind == QuestionKind::one || question.kind == QuestionKind::several;
    if (offered && question.options.empty() && filled) return optionsIn(filled->field->choices, chinese);
    return question.options;
}

namespace {

AnswerDefect numberDefect(const Question& question, std::string_view text) {
    const auto number = numberIn(text);
    if (!number) return AnswerDefect::notANumber;
    if (question.least && *number < *question.least) return AnswerDefect::tooSmall;
    if (question.most && *number > *question.most) return AnswerDefect::tooLarge;
    return AnswerDefect::none;
}

AnswerDefect offeredDefect(const Question& question, std::string_view codes) {
    const std::vector<QuestionOption> options = optionsOf(question, true);
    const auto isOffered = [&](std::string_view code) {
        return std::ranges::find(options, code, &QuestionOption::code) != options.end();
    };
    const auto chosen = split(codes, ' ');
    const bool one = question.kind != QuestionKind::several && chosen.size() != 1;
    return one || !std::ranges::all_of(chosen, isOffered) ? AnswerDefect::notOffered : AnswerDefect::none;
}

}  // namespace

AnswerDefect defectOf(const Question& question, std::string_view answer) {
    const Field& value = *questionAnswer.find(questionAnswer.value);
    if (answer.size() > value.maxLength) return AnswerDefect::tooLong;
    switch (question.kind) {
        case QuestionKind::yesNo:
        case QuestionKind::one:
        case QuestionKind::several: return offeredDefect(question, answer);
        case QuestionKind::number: return numberDefect(question, answer);
        case QuestionKind::date: return civilDay(answer) ? AnswerDefect::none : AnswerDefect::notADay;
        case QuestionKind::text: return AnswerDefect::none;
    }
    return AnswerDefect::none;
}

Value filledValue(const Question& question, std::string_view answer) {
    const FillableField* filled = fillable(question.fills);
    if (!filled || answer.empty()) return {};
    switch (filled->field->type) {
        case FieldType::boolean: return answer == "yes";
        case FieldType::real: return numberIn(answer).value_or(0);
        case FieldType::integer: return static_cast<std::int64_t>(std::llround(numberIn(answer).value_or(0)));
        default: return answer;
    }
}

AnswerText answerFrom(const Question& question, const Value& value) {
    const FillableField* filled = fillable(question.fills);
    if (!filled || value.isNothing()) return {};
    switch (filled->field->type) {
        case FieldType::boolean: return value.integer() != 0 ? "yes" : "no";
        case FieldType::real: return numberText(value.real());
        case FieldType::integer: return std::to_string(value.integer());
        default: return value.text();
    }
}

// --- who is asked what --------------------------------------------------------------------------------------------------

namespace {

bool livesHere(const Record& member) { return member.text(resident.livesHereTo).empty(); }

bool isOfAge(const QuestionSet& set, const Record& member, CivilDay today) {
    if (!set.minAge && !set.maxAge) return true;
    const auto next = nextBirthday(member.text(resident.birthDate), today);
    if (!next) return false;
    const int age = next->day == today ? next->age : next->age - 1;
    return age >= set.minAge.value_or(0) && age <= set.maxAge.value_or(age);
}

/// Whether somebody is meant by what the set says about people.
bool isMeant(const QuestionSet& set, const Record& member, CivilDay today) {
    return livesHere(member) && (set.careTags.empty() || shareOne(set.careTags, member.text(resident.careTags))) &&
           isOfAge(set, member, today);
}

bool isHomeMeant(const QuestionSet& set, const AskedHousehold& home) {
    if (!set.householdTags.empty() && !shareOne(set.householdTags, home.household->text(household.tags))) return false;
    return set.dwellingUses.empty() || shareOne(set.dwellingUses, home.dwelling->text(dwelling.use));
}

/// The latest answer that says something, about this person or household.
const Record* latestAnswer(const AskedHousehold& home, const RecordId& question, const RecordId& person) {
    const Record* latest = nullptr;
    for (const Record& one : home.answers) {
        if (one.reference(questionAnswer.question) != question) continue;
        if (one.reference(questionAnswer.resident) != person || one.text(questionAnswer.response) == "not_asked")
            continue;
        const auto when = [](const Record& of) { return std::pair(of.integer(questionAnswer.answeredAt), of.id()); };
        if (!latest || when(one) > when(*latest)) latest = &one;
    }
    return latest;
}

const Record* filledRecord(const Collection& collection, const AskedHousehold& home, const Record* person) {
    if (collection.number() == resident.number()) return person;
    return collection.number() == dwelling.number() ? home.dwelling : home.household;
}

/// What the field says that the question would fill, and who said so last: by writing, by answering, or by confirming its group.
void readField(PosedQuestion& posed, const AskedHousehold& home, const Record* person) {
    const FillableField* filled = fillable(posed.question.fills);
    const Record* record = filled ? filledRecord(*filled->collection, home, person) : nullptr;
    if (!record || record->get(filled->field->no()).isNothing()) return;
    const std::int64_t written = unixMs(record->stampOf(filled->field->no()).time);
    const AnswerText says = answerFrom(posed.question, record->get(filled->field->no()));
    if (says != posed.known) {
        if (written < posed.said.atMs) return;  // said since, and not in the record yet
        posed.known = says;
        posed.said = {{}, written};
    }
    const auto confirmed = home.confirmed.find(std::string(filled->group));
    if (confirmed != home.confirmed.end() && confirmed->second.atMs > posed.said.atMs) posed.said = confirmed->second;
}

PosedQuestion pose(const QuestionSet& set, const Question& question, const AskedHousehold& home, const Record* person,
                   const WallClock& now) {
    PosedQuestion posed{.question = question, .set = set.id, .resident = person ? person->id() : RecordId{}};
    if (const Record* latest = latestAnswer(home, question.id, posed.resident)) {
        posed.latest = latest->id();
        posed.said = {latest->text(questionAnswer.worker), latest->integer(questionAnswer.answeredAt)};
        if (latest->text(questionAnswer.response) == "declined") {
            posed.state = QuestionState::declined;
            return posed;
        }
        posed.known = latest->text(questionAnswer.value);
    }
    readField(posed, home, person);
    const bool fresh = question.freshDays == 0 || now.ms - posed.said.atMs < question.freshDays * kDayMs;
    if (!posed.known.empty() && fresh) posed.state = QuestionState::known;
    return posed;
}

}  // namespace

bool concerns(const QuestionSet& set, const AskedHousehold& home, CivilDay today) {
    if (!isHomeMeant(set, home)) return false;
    const bool ofPeople = set.ofResidents || !set.careTags.empty() || set.minAge || set.maxAge;
    return !ofPeople ||
           std::ranges::any_of(home.members, [&](const Record& member) { return isMeant(set, member, today); });
}

std::vector<PosedQuestion> posed(const QuestionSet& set, const AskedHousehold& home, const WallClock& now) {
    std::vector<PosedQuestion> all;
    if (!concerns(set, home, now.day())) return all;
    const auto ask = [&](const Record* person) {
        for (const Question& question : set.questions) {
            if (!question.dropped) all.push_back(pose(set, question, home, person, now));
        }
    };
    if (!set.ofResidents) {
        ask(nullptr);
        return all;
    }
    for (const Record& member : home.members) {
        if (isMeant(set, member, now.day())) ask(&member);
    }
    return all;
}

}  // namespace qiaomen
