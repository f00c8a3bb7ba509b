// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/record.h"
#include "shared/domain/civil_day.h"

/// Which questions of a question set are put to whom, and which are known already: nobody is asked what a record or a younger answer
/// says (ask once), and who does not wish to say is not asked again. Pure: records in, questions out.
namespace qiaomen {

/// In the order of codes::kQuestionKind.
enum class QuestionKind : std::uint8_t { yesNo, one, several, number, date, text };

/// What an answer is kept as, in the record and on the screen, by kind:
///
///     yes_no "yes" "no" · one: a code · several: codes separated by one space · number "12.5" · date "2026-12-01" · text
using AnswerText = std::string;

struct QuestionOption {
    std::string code, label;
};

/// A field that answers may fill, and by which group of facts it is confirmed on a visit (codes::kConfirmed; may be empty). What is
/// sensitive, names a person or places a record is not among them.
struct FillableField {
    const Collection* collection = nullptr;
    const Field* field = nullptr;
    std::string_view group;
};
/// "resident.work_unit"; null when answers may not fill it.
const FillableField* fillable(std::string_view name);
/// All of them, for error messages: "household.contact_way, dwelling.use, …".
std::string fillableNames();

struct Question {
    RecordId id;
    std::string code, text, help, unit, fills;
    QuestionKind kind{};
    std::vector<QuestionOption> options;  ///< empty where the field that it fills has them
    std::optional<double> least, most;
    int freshDays = 0;  ///< an answer is known for so long; 0: as long as the set is asked
    bool dropped = false;
};

struct QuestionSet {
    RecordId id;
    std::string code, title, askedBy, purpose;
    CivilDay from = 0, until = 0;                       ///< both included
    bool ofResidents = false;                           ///< put to each resident, not to each household
    std::string careTags, householdTags, dwellingUses;  ///< any of them; empty: all
    std::optional<int> minAge, maxAge;                  ///< both included
    bool ended = false;
    std::vector<Question> questions;  ///< in their order, dropped ones too

    [[nodiscard]] bool isAskedOn(CivilDay day) const { return !ended && from <= day && day <= until; }
};

/// From the records, and back into what an import writes. An unknown kind (a newer program's) is asked as text.
QuestionSet questionSetFrom(const Record& set, std::span<const Record> items);
Question questionFrom(const Record& item);
std::vector<FieldValue> valuesOf(const QuestionSet& set);
std::vector<FieldValue> valuesOf(const Question& question, const RecordId& set, int position);

/// Why a text is no answer to a question.
enum class AnswerDefect : std::uint8_t { none, notOffered, notANumber, tooSmall, tooLarge, notADay, tooLong };
AnswerDefect defectOf(const Question& question, std::string_view answer);
/// The codes that may be answered, with their labels: the question's own, yes and no, or those of the field that it fills.
std::vector<QuestionOption> optionsOf(const Question& question, bool chinese);

/// The answer as the value of the field that it fills, and the other way round; nothing where it fills none.
Value filledValue(const Question& question, std::string_view answer);
AnswerText answerFrom(const Question& question, const Value& value);

/// Who said when that something is so.
struct Said {
    std::string worker;     ///< empty: not known
    std::int64_t atMs = 0;  ///< since 1970
};

/// The people behind one door, as the rules look at them.
struct AskedHousehold {
    const Record* household = nullptr;
    const Record* dwelling = nullptr;
    std::span<const Record> members;        ///< who has left is not asked
    std::map<std::string, Said> confirmed;  ///< by group of facts: who confirmed them last
    std::span<const Record> answers;        ///< to any question, those that stand
};

/// `open`: to be asked · `known`: by an answer or by the field that it would fill · `declined`: they do not wish to say.
enum class QuestionState : std::uint8_t { open, known, declined };

/// A question as one household, or one of its people, is asked it.
struct PosedQuestion {
    Question question;
    RecordId set;
    RecordId resident;  ///< none: the household
    QuestionState state = QuestionState::open;
    AnswerText known;  ///< what is known, also when it is no longer fresh; may be empty
    Said said;         ///< by whom and when
    RecordId latest;   ///< the answer that a new one corrects; none when there is none
};

/// Whether the set is put to this household at all: by its tags, its dwelling, and the tags and ages of its people.
bool concerns(const QuestionSet& set, const AskedHousehold& home, CivilDay today);
/// Its questions as they are put, by person and position.
std::vector<PosedQuestion> posed(const QuestionSet& set, const AskedHousehold& home, const WallClock& now);

}  // namespace qiaomen
