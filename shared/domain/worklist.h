// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/ids.h"
#include "shared/domain/civil_day.h"
#include "shared/domain/order_rules.h"

/// Today (今日): what is due, made from the records by the rules below and never typed by anybody. Pure: records in, doors out.
///
/// One row is one door, because one knock serves everything that is due behind it; each of its entries says by which rule, since
/// when and until when (WorkEntry: a code and arguments, put into words by the app). Rows stand by urgency, and within one urgency
/// in walking order, so that each stair is climbed once. What may not be done now stays in the list, further down, with the
/// moment from which it may and the reason (WorkHold).
///
/// Days are calendar days. The frequencies are a proposal of this project unless a source stands beside them: no rule found
/// publishes how often a grid worker calls. A community that has its own changes these constants.
namespace qiaomen {

namespace work {

/// Everybody once a quarter. 300 households once a quarter are five a working day; twice a month would be sixty and more, and
/// nobody would listen to anybody.
inline constexpr int kRoundDays = 90;
/// Care visits by care tag, in days (proposal). The shortest of a household's tags counts; tags not named here set no rhythm.
struct CareRhythm {
    std::string_view tag;
    int days;
};
inline constexpr CareRhythm kCareRhythms[] = {{"elder_alone", 7},  {"special_hardship", 14}, {"very_old", 14},
                                              {"left_behind", 14}, {"elder_couple", 14},     {"disabled", 30},
                                              {"pregnant", 30},    {"chronic", 30},          {"low_income", 30}};
/// A household that moved in is met within a week (proposal; "registered on arrival" is the seed's wording, without days).
inline constexpr int kNewcomerDays = 7;
/// Who moved in longer ago belongs to the round.
inline constexpr int kNewcomerForDays = 30;
/// "Come later" without a day: three days (proposal).
inline constexpr int kComeAgainDays = 3;
/// A need is looked after at once (and daily while somebody handles it), within three days, or within the one week that the seeds set as the ceiling for anything at
/// community level (一周办结).
inline constexpr int kNeedUrgentDays = 1;
inline constexpr int kNeedSoonDays = 3;
inline constexpr int kNeedDays = 7;
/// A general hazard without a day is rechecked after a week, a small one is put right on the spot (proposal, as in the form).
inline constexpr int kHazardGeneralDays = 7;
/// A hazard that was reported upward is looked at every week until it is closed (proposal).
inline constexpr int kHazardEscalatedDays = 7;
/// The tag `very_old` begins at 80; birthdays show three days ahead.
inline constexpr int kVeryOldAge = 80;
inline constexpr int kBirthdayAheadDays = 3;
/// What becomes due within a week, today included, is worth doing when one stands at the door anyway; who is called on weekly and
/// was met today is not named again at once.
inline constexpr int kSoonDays = 7;
/// Visit budget across all lines of work: after two knocks in seven days the next asks for a reason. Residents complained of three
/// visits in one week.
inline constexpr int kBudgetKnocks = 2;
inline constexpr int kBudgetDays = 7;
/// After "no, thank you" nobody comes for a routine matter for a month (proposal).
inline constexpr int kRestAfterRefusalDays = 30;
/// Three tries at different times of day, then by telephone or with a card under the door.
inline constexpr int kTries = 3;
/// Nothing is put off for longer than a month at a time.
inline constexpr int kLongestPutOffDays = 30;
/// How far back single visits are looked at: budget, tries and refusals lie within it.
inline constexpr int kLookBackDays = 30;

}  // namespace work

/// In the order in which they stand behind one door when they are equally urgent. Codes: codes::kWorkRule.
enum class WorkRule : std::uint8_t {
    report,
    order,
    need,
    hazard,
    agreed,
    again,
    newcomer,
    care,
    birthday,
    card,
    questions,
    round
};
std::string_view code(WorkRule rule);

/// `now`: it cannot wait · `due`: today, or overdue · `soon`: within a week · `near`: no way of its own, for when one is there.
enum class WorkUrgency : std::uint8_t { now, due, soon, near };

/// Why an entry may not be done now: `quiet` hours · `tried` at an empty home, so another time of day is better · the visit `budget`
/// is spent · the latest visit was `refused` · `putOff` by a note · `doNotAsk`: the household asked not to be asked (in words that
/// only people can read), so nobody comes just to ask · `slot`: the household agreed to a later part of today.
enum class WorkHold : std::uint8_t { none, quiet, tried, budget, refused, putOff, doNotAsk, slot };

/// One visit of the last kLookBackDays, corrected ones left out.
struct PastVisit {
    std::int64_t atMs = 0;
    std::string way, outcome;
};

struct WorkNeed {
    RecordId id;
    std::int64_t heardMs = 0;
    std::string kind, urgency, state;
};

struct WorkHazard {
    RecordId id;
    RecordId household;  ///< none for a thing in the street
    std::int64_t foundMs = 0;
    std::string kind, risk, state, rectifyBy, place;
};

/// A door order that somebody has to do something about.
struct WorkOrder {
    RecordId id;
    std::int64_t askedMs = 0;
    std::string item, what;
    OrderStatus status;
};

struct WorkPerson {
    RecordId id;
    std::string name, birthDate, livesHereFrom;
};

/// A question set that is still to be put to the household, or was today.
struct WorkQuestions {
    RecordId set;
    std::string title;
    CivilDay until = 0;  ///< the last day on which it is asked
    int open = 0;        ///< questions to be asked
    bool askedToday = false;
};

/// The latest note that puts something off.
struct PutOff {
    std::string rule;  ///< a code of WorkRule
    RecordId about;
    std::string until;  ///< a date
    std::string reason;
};

/// What the rules need to know about one door with a household behind it.
struct WorkHousehold {
    RecordId household;
    std::string careTags;  ///< of all members
    std::string quietHours, doNotAsk, cardVersion;
    std::string nextVisit;  ///< the agreed date
    std::string nextStep;   ///< what was agreed for that date
    std::int64_t lastMetMs = 0;
    std::vector<PastVisit> visits;  ///< latest first
    std::vector<WorkPerson> people;
    std::vector<WorkNeed> needs;  ///< open ones
    std::vector<WorkOrder> orders;
    std::vector<WorkQuestions> questions;
    std::vector<PutOff> putOffs;
};

struct WorkFacts {
    std::vector<WorkHousehold> households;  ///< in walking order: GridReader::allDoors
    std::vector<WorkHazard> hazards;        ///< open ones
    std::string cardVersion;  ///< that the grid gives out (contact_card.h); empty before its record is here
};

struct WorkOptions {
    bool birthdays = false;  ///< only where the community wishes it
};

/// One thing that is due, and why: a rule, a code and arguments.
struct WorkEntry {
    WorkRule rule{};
    RecordId about;  ///< the need, hazard, order, person or question set; none otherwise
    WorkUrgency urgency = WorkUrgency::near;
    CivilDay due = 0;
    CivilDay since = 0;  ///< heard, found, last met, moved in, asked; 0: never
    std::string code;    ///< care tag, need kind, hazard kind, held card's version, catalogue item of an order
    std::string
        text;  ///< agreed step, place of the hazard, name of the person, newest card's version, what was ordered, title of a set
    int number = 0;       ///< rhythm in days, age, the next OrderAct, how many questions
    int fromMinute = -1;  ///< of an order that is agreed for a part of the due day: the minute at which that begins

    WorkHold hold = WorkHold::none;
    std::int64_t holdUntilMs = 0;  ///< 0: until the household says otherwise
    std::string holdReason;        ///< of putOff: a code of kPlanReason
    bool asksReason = false;       ///< the budget is spent, and this is not the kind that waits: say why on knocking

    /// Whether it comes before another of the same door.
    [[nodiscard]] bool isBefore(const WorkEntry& other) const;
};

/// What is due behind one door, the first entry leading.
struct WorkDoor {
    RecordId household;        ///< none for a hazard in the street
    std::size_t position = 0;  ///< in WorkFacts::households; beyond its end for a hazard in the street
    std::vector<WorkEntry> entries;
    int knocks = 0;  ///< that disturbed somebody, in the last kBudgetDays
    int tries = 0;   ///< knocks at an empty home since somebody was last seen
    bool triedMorning = false, triedAfternoon = false, triedEvening = false;

    [[nodiscard]] const WorkEntry& lead() const { return entries.front(); }
};

struct Worklist {
    std::vector<WorkDoor> doors;
    std::size_t dueNow = 0;        ///< doors whose lead is `now` or `due` and not held
    std::size_t roundWaiting = 0;  ///< households that the round has not reached within kRoundDays, all of them
    std::int64_t changesAtMs = 0;  ///< the next moment today at which time alone lets something be done; 0: none
};

/// The list of a moment. For 300 households well below a millisecond.
Worklist worklist(const WorkFacts& facts, const WallClock& now, const WorkOptions& options = {});

/// Knocks in the last kBudgetDays that disturbed somebody: at the door, and somebody opened. A try at an empty home is none, nor
/// are a telephone call and a chat in the yard.
int knocksThisWeek(const std::vector<PastVisit>& visits, const WallClock& now);

}  // namespace qiaomen
