// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/work_rules.h"

#include <algorithm>
#include <tuple>

#include "shared/domain/contact_card.h"
#include "shared/domain/natural_order.h"

namespace qiaomen::work {

namespace {

/// The urgency of what is due on a day; nothing for what lies beyond this week.
std::optional<WorkUrgency> urgencyOf(CivilDay due, CivilDay today) {
    if (due <= today) return WorkUrgency::due;
    if (due < today + kSoonDays) return WorkUrgency::soon;
    return std::nullopt;
}

void addDue(std::vector<WorkEntry>& entries, WorkEntry entry, CivilDay today) {
    const auto urgency = urgencyOf(entry.due, today);
    if (!urgency) return;
    entry.urgency = *urgency;
    entries.push_back(std::move(entry));
}

CivilDay dayOrNever(std::int64_t ms, const WallClock& now) { return ms > 0 ? now.dayOf(ms) : 0; }

std::optional<WorkEntry> agreedVisit(const WorkHousehold& home, const WallClock& now) {
    const auto day = civilDay(home.nextVisit);
    if (!day || dayOrNever(home.lastMetMs, now) >= *day) return std::nullopt;
    return WorkEntry{.rule = WorkRule::agreed, .due = *day, .text = home.nextStep};
}

/// "Come later", and no day was agreed since.
std::optional<WorkEntry> comeAgain(const WorkHousehold& home, const WallClock& now) {
    if (home.visits.empty() || home.visits.front().outcome != "later") return std::nullopt;
    const CivilDay asked = now.dayOf(home.visits.front().atMs);
    if (const auto agreed = civilDay(home.nextVisit); agreed && *agreed >= asked) return std::nullopt;
    return WorkEntry{.rule = WorkRule::again, .due = asked + kComeAgainDays, .since = asked};
}

/// The whole family came lately, and nobody has been met since. A single newcomer in a known family shows on its page.
std::optional<WorkEntry> newcomer(const WorkHousehold& home, const WallClock& now) {
    std::optional<CivilDay> arrived;
    for (const WorkPerson& person : home.people) {
        const auto day = civilDay(person.livesHereFrom);
        if (!day) return std::nullopt;
        arrived = std::min(arrived.value_or(*day), *day);
    }
    if (!arrived || *arrived < now.day() - kNewcomerForDays || dayOrNever(home.lastMetMs, now) >= *arrived)
        return std::nullopt;
    return WorkEntry{.rule = WorkRule::newcomer, .due = *arrived + kNewcomerDays, .since = *arrived};
}

bool hasTag(std::string_view tags, std::string_view tag) {
    for (std::size_t at = tags.find(tag); at != std::string_view::npos; at = tags.find(tag, at + 1)) {
        const std::size_t end = at + tag.size();
        if ((at == 0 || tags[at - 1] == ' ') && (end == tags.size() || tags[end] == ' ')) return true;
    }
    return false;
}

std::optional<WorkEntry> careVisit(const WorkHousehold& home, const WallClock& now) {
    const CareRhythm* shortest = nullptr;
    for (const CareRhythm& rhythm : kCareRhythms) {
        if (hasTag(home.careTags, rhythm.tag) && (!shortest || rhythm.days < shortest->days)) shortest = &rhythm;
    }
    if (!shortest) return std::nullopt;
    const CivilDay met = dayOrNever(home.lastMetMs, now);
    return WorkEntry{.rule = WorkRule::care,
                     .due = met > 0 ? met + shortest->days : now.day(),
                     .since = met,
                     .code = std::string(shortest->tag),
                     .number = shortest->days};
}

std::optional<WorkEntry> birthdayOf(const WorkPerson& person, const WorkHousehold& home, const WallClock& now) {
    const auto birthday = nextBirthday(person.birthDate, now.day());
    if (!birthday || birthday->age < kVeryOldAge || birthday->day > now.day() + kBirthdayAheadDays) return std::nullopt;
    if (dayOrNever(home.lastMetMs, now) >= birthday->day) return std::nullopt;
    return WorkEntry{.rule = WorkRule::birthday,
                     .about = person.id,
                     .due = birthday->day,
                     .text = person.name,
                     .number = birthday->age};
}

WorkEntry followUp(const WorkNeed& need, const WorkHousehold& home, const WallClock& now) {
    const bool handled = need.state == "handling";
    // While somebody handles it, the resident hears of it at each visit: the clock begins anew there.
    const std::int64_t since = handled ? std::max(need.heardMs, home.lastMetMs) : need.heardMs;
    const int days = need.urgency == "now"    ? (handled ? kNeedUrgentDays : 0)
                     : need.urgency == "soon" ? kNeedSoonDays
                                              : kNeedDays;
    return WorkEntry{.rule = WorkRule::need,
                     .about = need.id,
                     .due = now.dayOf(since) + days,
                     .since = now.dayOf(need.heardMs),
                     .code = need.kind,
                     .number = days};
}

std::optional<WorkEntry> cardRenewal(const WorkHousehold& home, std::string_view newest, CivilDay today) {
    if (newest.empty() || compareNaturally(home.cardVersion, newest) >= 0) return std::nullopt;
    return WorkEntry{.rule = WorkRule::card, .due = today, .code = home.cardVersion, .text = std::string(newest)};
}

/// Something that a leader wishes to know. Of itself it brings nobody here (`near`); the day's share of the households that a set
/// waits for is called by the whole list.
std::optional<WorkEntry> openQuestions(const WorkHousehold& home) {
    const WorkQuestions* first = nullptr;
    for (const WorkQuestions& set : home.questions) {
        if (set.open > 0 && (!first || std::tie(set.until, set.set) < std::tie(first->until, first->set))) first = &set;
    }
    if (!first) return std::nullopt;
    return WorkEntry{.rule = WorkRule::questions,
                     .about = first->set,
                     .due = first->until,
                     .text = first->title,
                     .number = first->open};
}

/// Nobody met within the quarter, and nothing else that would bring somebody to this door.
std::optional<WorkEntry> roundVisit(const WorkHousehold& home, const std::vector<WorkEntry>& entries,
                                    const WallClock& now) {
    const CivilDay met = dayOrNever(home.lastMetMs, now);
    if (met > 0 && met + kRoundDays > now.day()) return std::nullopt;
    const bool visited = std::ranges::any_of(entries, [](const WorkEntry& entry) {
        return entry.rule == WorkRule::newcomer ||
               (entry.urgency == WorkUrgency::due &&
                (entry.rule == WorkRule::agreed || entry.rule == WorkRule::again || entry.rule == WorkRule::care));
    });
    if (visited) return std::nullopt;
    return WorkEntry{
        .rule = WorkRule::round, .due = met > 0 ? met + kRoundDays : now.day(), .since = met, .number = kRoundDays};
}

int hazardDays(const WorkHazard& hazard) {
    if (hazard.state == "escalated") return kHazardEscalatedDays;
    return hazard.risk == "small" ? 0 : kHazardGeneralDays;
}

}  // namespace

std::vector<WorkEntry> entriesOf(const WorkHousehold& home, std::string_view newest, const WallClock& now,
                                 const WorkOptions& options) {
    const CivilDay today = now.day();
    std::vector<WorkEntry> entries;
    for (const auto rule : {agreedVisit, comeAgain, newcomer, careVisit}) {
        if (auto entry = rule(home, now)) addDue(entries, *std::move(entry), today);
    }
    for (const WorkOrder& order : home.orders) {
        if (auto entry = entryOf(order, now)) entries.push_back(*std::move(entry));
    }
    for (const WorkNeed& need : home.needs) {
        addDue(entries, followUp(need, home, now), today);
        if (need.urgency == "now" && need.state != "handling") entries.back().urgency = WorkUrgency::now;
    }
    for (const WorkPerson& person : home.people) {
        if (!options.birthdays) break;
        if (auto entry = birthdayOf(person, home, now)) addDue(entries, *std::move(entry), today);
    }
    for (auto entry : {cardRenewal(home, newest, today), openQuestions(home), roundVisit(home, entries, now)}) {
        if (entry) entries.push_back(*std::move(entry));
    }
    return entries;
}

/// Whoever is expected at this hour comes before everything that is only due today.
std::optional<WorkEntry> entryOf(const WorkOrder& order, const WallClock& now) {
    const auto due = orderDue(order.status, now);
    const auto urgency = due ? urgencyOf(due->day, now.day()) : std::nullopt;
    if (!urgency || order.status.next.empty()) return std::nullopt;
    WorkEntry entry{.rule = WorkRule::order,
                    .about = order.id,
                    .urgency = *urgency,
                    .due = due->day,
                    .since = now.dayOf(order.askedMs),
                    .code = order.item,
                    .text = order.what,
                    .number = static_cast<int>(order.status.next.front()),
                    .fromMinute = due->fromMinute};
    const bool today = due->day == now.day() && due->fromMinute >= 0;
    if (today && now.minuteOfDay() >= due->fromMinute) entry.urgency = WorkUrgency::now;
    return entry;
}

std::optional<WorkEntry> entryOf(const WorkHazard& hazard, std::int64_t lastMetMs, const WallClock& now) {
    const CivilDay found = now.dayOf(hazard.foundMs);
    WorkEntry entry{
        .rule = WorkRule::hazard, .about = hazard.id, .since = found, .code = hazard.kind, .text = hazard.place};
    if (hazard.risk == "major" && hazard.state != "escalated") {
        entry.rule = WorkRule::report;
        entry.urgency = WorkUrgency::now;
        entry.due = found;
        return entry;
    }
    entry.number = hazardDays(hazard);
    const bool reported = hazard.state == "escalated";
    const CivilDay since = reported ? now.dayOf(std::max(hazard.foundMs, lastMetMs)) : found;
    entry.due = civilDay(hazard.rectifyBy).value_or(since + entry.number);
    const auto urgency = urgencyOf(entry.due, now.day());
    if (!urgency) return std::nullopt;
    entry.urgency = *urgency;
    return entry;
}

std::string newestCard(const WorkFacts& facts) {
    std::string newest = facts.cardVersion;
    for (const WorkHousehold& home : facts.households) newest = newerCard(newest, home.cardVersion);
    return newest;
}

bool isAsking(WorkRule rule) {
    return rule == WorkRule::birthday || rule == WorkRule::card || rule == WorkRule::questions ||
           rule == WorkRule::round;
}
bool isRoutine(WorkRule rule) { return isAsking(rule) || rule == WorkRule::care || rule == WorkRule::newcomer; }
bool knocks(WorkRule rule) { return rule != WorkRule::report; }

}  // namespace qiaomen::work
