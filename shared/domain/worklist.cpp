// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/worklist.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <span>
#include <tuple>
#include <unordered_map>

#include "shared/domain/codes.h"
#include "shared/domain/quiet_hours.h"
#include "shared/domain/work_rules.h"

namespace qiaomen {

namespace {

constexpr std::int64_t kMinuteMs = 60'000;

/// The outcomes at which somebody came to the door.
bool disturbed(const PastVisit& visit) {
    return visit.way == "door" && (visit.outcome == "met" || visit.outcome == "refused" || visit.outcome == "later");
}

bool isThisWeek(const PastVisit& visit, const WallClock& now) {
    return now.dayOf(visit.atMs) > now.day() - work::kBudgetDays;
}

void hold(WorkEntry& entry, WorkHold why, std::int64_t untilMs) {
    entry.hold = why;
    entry.holdUntilMs = untilMs;
}

// --- one door -----------------------------------------------------------------------------------------------------------

/// Tries at an empty home since somebody was last seen, and at which times of day.
void countTries(WorkDoor& door, const std::vector<PastVisit>& visits, const WallClock& now) {
    for (const PastVisit& visit : visits) {
        if (disturbed(visit) || visit.outcome == "met") return;
        if (visit.outcome != "not_home" || visit.way != "door") continue;
        ++door.tries;
        const int minute = WallClock{visit.atMs, now.minutesEast}.minuteOfDay();
        (minute < work::kNoonMinute      ? door.triedMorning
         : minute < work::kEveningMinute ? door.triedAfternoon
                                         : door.triedEvening) = true;
    }
}

/// From when the next part of the day begins after a try in this one; 0 when there was none.
std::int64_t untilAnotherTime(const std::vector<PastVisit>& visits, const WallClock& now) {
    if (visits.empty() || visits.front().outcome != "not_home") return 0;
    const PastVisit& tried = visits.front();
    const CivilDay day = now.dayOf(tried.atMs);
    const int minute = WallClock{tried.atMs, now.minutesEast}.minuteOfDay();
    const std::int64_t midnight = now.startOf(day);
    const std::int64_t until = minute < work::kNoonMinute      ? midnight + work::kNoonMinute * kMinuteMs
                               : minute < work::kEveningMinute ? midnight + work::kEveningMinute * kMinuteMs
                                                               : now.startOf(day + 1);
    return until > now.ms ? until : 0;
}

/// The day from which the budget has room again: when the oldest of the knocks that spend it is a week old.
CivilDay budgetFreeOn(const std::vector<PastVisit>& visits, const WallClock& now) {
    int knocks = 0;
    for (const PastVisit& visit : visits) {
        if (disturbed(visit) && isThisWeek(visit, now) && ++knocks == work::kBudgetKnocks)
            return now.dayOf(visit.atMs) + work::kBudgetDays;
    }
    return now.day();
}

const PutOff* putOffOf(const WorkHousehold& home, const WorkEntry& entry) {
    const auto found = std::ranges::find_if(
        home.putOffs, [&](const PutOff& note) { return note.rule == code(entry.rule) && note.about == entry.about; });
    return found != home.putOffs.end() ? &*found : nullptr;
}

/// What holds an entry for days, the longest-lasting reason first. Hours come later: see holdForHours().
void holdForDays(WorkEntry& entry, const WorkHousehold& home, int knocks, const WallClock& now) {
    if (entry.rule == WorkRule::report) return;
    if (const PutOff* note = putOffOf(home, entry)) {
        const auto until = civilDay(note->until);
        if (until && *until > now.day()) {
            entry.holdReason = note->reason;
            return hold(entry, WorkHold::putOff, now.startOf(*until));
        }
    }
    if (work::isAsking(entry.rule) && !home.doNotAsk.empty()) return hold(entry, WorkHold::doNotAsk, 0);
    if (work::isRoutine(entry.rule) && !home.visits.empty() && home.visits.front().outcome == "refused") {
        const int rest = entry.rule == WorkRule::care ? std::min(entry.number, work::kRestAfterRefusalDays)
                                                      : work::kRestAfterRefusalDays;
        const CivilDay until = now.dayOf(home.visits.front().atMs) + rest;
        if (until > now.day()) return hold(entry, WorkHold::refused, now.startOf(until));
    }
    if (knocks < work::kBudgetKnocks) return;
    if (work::isRoutine(entry.rule)) return hold(entry, WorkHold::budget, now.startOf(budgetFreeOn(home.visits, now)));
    entry.asksReason = entry.rule == WorkRule::need || entry.rule == WorkRule::hazard;
}

void holdForHours(WorkDoor& door, const WorkHousehold& home, const WallClock& now) {
    const int quiet = minutesUntilWelcome(home.quietHours, now.minuteOfDay());
    const std::int64_t another = untilAnotherTime(home.visits, now);
    for (WorkEntry& entry : door.entries) {
        if (entry.hold != WorkHold::none || !work::knocks(entry.rule)) continue;
        if (entry.fromMinute >= 0 && entry.due == now.day()) {  // the household named the hour itself
            if (now.minuteOfDay() < entry.fromMinute)
                hold(entry, WorkHold::slot, now.startOf(entry.due) + entry.fromMinute * kMinuteMs);
            continue;
        }
        if (another > 0 && entry.urgency != WorkUrgency::now)
            hold(entry, WorkHold::tried, another);
        else if (quiet > 0)
            hold(entry, WorkHold::quiet, now.ms + quiet * kMinuteMs);
    }
}

// --- the whole list -----------------------------------------------------------------------------------------------------

/// How many households the round asks for today: its share of five working days in seven, less who was met today already.
std::size_t roundShare(const WorkFacts& facts, const WallClock& now) {
    const std::size_t quarter = std::size_t{work::kRoundDays} * 5;
    const std::size_t share = (facts.households.size() * 7 + quarter - 1) / quarter;
    const auto met = static_cast<std::size_t>(std::ranges::count_if(facts.households, [&](const WorkHousehold& home) {
        return home.lastMetMs > 0 && now.dayOf(home.lastMetMs) == now.day();
    }));
    return share > met ? share - met : 0;
}

/// The day's share of the round becomes due: who was not met for longest, in walking order where that is equal.
void callRound(std::vector<WorkDoor>& doors, std::size_t share, Worklist& list) {
    std::vector<WorkEntry*> waiting;
    for (WorkDoor& door : doors) {
        for (WorkEntry& entry : door.entries) {
            if (entry.rule != WorkRule::round) continue;
            ++list.roundWaiting;
            if (entry.hold == WorkHold::none) waiting.push_back(&entry);
        }
    }
    std::ranges::stable_sort(waiting, {}, &WorkEntry::since);
    waiting.resize(std::min(waiting.size(), share));
    for (WorkEntry* entry : waiting) entry->urgency = WorkUrgency::due;
}

/// What becomes of one question set today.
struct SetDay {
    std::vector<WorkEntry*> waiting;
    std::size_t answered = 0;  ///< households that were asked today
    CivilDay until = 0;
};

/// The households that a set waits for are spread over the days that it is asked, so that its last day is like the others: the
/// day's share becomes due, less who was asked today; in walking order.
void callQuestions(std::vector<WorkDoor>& doors, const WorkFacts& facts, const WallClock& now) {
    std::map<RecordId, SetDay> sets;
    std::set<std::pair<RecordId, RecordId>> asked;  // set, household
    for (const WorkHousehold& home : facts.households) {
        for (const WorkQuestions& set : home.questions) {
            if (set.askedToday && asked.emplace(set.set, home.household).second) ++sets[set.set].answered;
        }
    }
    for (WorkDoor& door : doors) {
        for (WorkEntry& entry : door.entries) {
            if (entry.rule != WorkRule::questions || entry.hold != WorkHold::none) continue;
            if (asked.contains({entry.about, door.household})) continue;  // in part: the rest is for another day
            sets[entry.about].waiting.push_back(&entry);
            sets[entry.about].until = entry.due;
        }
    }
    for (auto& [id, set] : sets) {
        const auto days = static_cast<std::size_t>(std::max(1, set.until - now.day() + 1));
        const std::size_t share = (set.waiting.size() + set.answered + days - 1) / days;
        const std::size_t left = share > set.answered ? share - set.answered : 0;
        for (std::size_t at = 0; at < std::min(left, set.waiting.size()); ++at)
            set.waiting[at]->urgency = WorkUrgency::due;
    }
}

std::vector<WorkDoor> doorsOf(const WorkFacts& facts, const WallClock& now, const WorkOptions& options) {
    const std::string newest = work::newestCard(facts);
    std::vector<WorkDoor> doors(facts.households.size());
    std::unordered_map<RecordId, std::size_t, IdHash> positions;
    for (std::size_t at = 0; at < doors.size(); ++at) {
        const WorkHousehold& home = facts.households[at];
        positions.emplace(home.household, at);
        doors[at].household = home.household;
        doors[at].position = at;
        doors[at].knocks = knocksThisWeek(home.visits, now);
        countTries(doors[at], home.visits, now);
        doors[at].entries = work::entriesOf(home, newest, now, options);
    }
    for (const WorkHazard& hazard : facts.hazards) {
        const auto at = positions.find(hazard.household);
        const bool inTheStreet = at == positions.end();
        auto entry = work::entryOf(hazard, inTheStreet ? 0 : facts.households[at->second].lastMetMs, now);
        if (!entry) continue;
        if (inTheStreet)
            doors.push_back({.position = doors.size(), .entries = {*std::move(entry)}});
        else
            doors[at->second].entries.push_back(*std::move(entry));
    }
    return doors;
}

/// Free before held, urgent before less urgent, then the way one walks; what is held by when it is allowed.
auto doorOrder(const WorkDoor& door) {
    const WorkEntry& lead = door.lead();
    const bool held = lead.hold != WorkHold::none;
    const std::int64_t until = !held                  ? 0
                               : lead.holdUntilMs > 0 ? lead.holdUntilMs
                                                      : std::numeric_limits<std::int64_t>::max();
    return std::tuple(held, until, lead.urgency, door.position);
}

/// When a quiet hour or a part of the day ends today, something can be done that could not be done before.
void noteNextChange(Worklist& list, const WallClock& now) {
    const std::int64_t tomorrow = now.startOf(now.day() + 1);
    for (const WorkDoor& door : list.doors) {
        for (const WorkEntry& entry : door.entries) {
            const std::int64_t until = entry.holdUntilMs;
            if (until <= now.ms || until >= tomorrow) continue;
            if (list.changesAtMs == 0 || until < list.changesAtMs) list.changesAtMs = until;
        }
    }
}

}  // namespace

std::string_view code(WorkRule rule) { return codes::kWorkRule[static_cast<std::size_t>(rule)].code; }

bool WorkEntry::isBefore(const WorkEntry& other) const {
    const auto order = [](const WorkEntry& entry) {
        const bool aside = entry.urgency == WorkUrgency::near;  // never leads where something has a way of its own
        return std::tuple(aside, entry.hold != WorkHold::none, entry.urgency, entry.rule, entry.due, entry.about);
    };
    return order(*this) < order(other);
}

int knocksThisWeek(const std::vector<PastVisit>& visits, const WallClock& now) {
    return static_cast<int>(std::ranges::count_if(
        visits, [&](const PastVisit& visit) { return disturbed(visit) && isThisWeek(visit, now); }));
}

Worklist worklist(const WorkFacts& facts, const WallClock& now, const WorkOptions& options) {
    Worklist list;
    std::vector<WorkDoor> doors = doorsOf(facts, now, options);
    const auto known = std::span(doors).first(facts.households.size());
    for (WorkDoor& door : known) {
        for (WorkEntry& entry : door.entries) holdForDays(entry, facts.households[door.position], door.knocks, now);
    }
    callRound(doors, roundShare(facts, now), list);
    callQuestions(doors, facts, now);
    for (WorkDoor& door : known) holdForHours(door, facts.households[door.position], now);

    std::erase_if(doors, [](const WorkDoor& door) {
        return std::ranges::all_of(door.entries,
                                   [](const WorkEntry& entry) { return entry.urgency == WorkUrgency::near; });
    });
    for (WorkDoor& door : doors)
        std::ranges::sort(door.entries,
                          [](const WorkEntry& left, const WorkEntry& right) { return left.isBefore(right); });
    std::ranges::sort(doors, {}, doorOrder);
    list.doors = std::move(doors);
    list.dueNow = static_cast<std::size_t>(std::ranges::count_if(list.doors, [](const WorkDoor& door) {
        return door.lead().hold == WorkHold::none && door.lead().urgency <= WorkUrgency::due;
    }));
    noteNextChange(list, now);
    return list;
}

}  // namespace qiaomen
