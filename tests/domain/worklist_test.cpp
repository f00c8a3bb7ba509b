// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/worklist.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/people.h"

namespace qiaomen::tests {

namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kDay = 24 * kHour;

/// 2026-11-23, a Monday, ten in the morning in Beijing.
const WallClock kNow{1795334400000 + 18 * kHour, 480};

std::int64_t daysAgo(int days, int hour = 10) { return kNow.startOf(kNow.day() - days) + hour * kHour; }
std::string inDays(int days) { return dateText(kNow.day() + days); }

/// A household that was met a week ago, so that nothing is due of itself.
WorkHousehold home(std::uint8_t number) {
    WorkHousehold home;
    home.household = recordId(number);
    home.lastMetMs = daysAgo(8);
    return home;
}

WorkHousehold elder(std::uint8_t number) {
    WorkHousehold elder = home(number);
    elder.careTags = "chronic elder_alone";
    return elder;
}

void visited(WorkHousehold& home, int days, const char* outcome, int hour = 10) {
    home.visits.push_back({daysAgo(days, hour), "door", outcome});
    std::ranges::sort(home.visits, std::ranges::greater{}, &PastVisit::atMs);
    if (std::string_view(outcome) == "met") home.lastMetMs = std::max(home.lastMetMs, daysAgo(days, hour));
}

WorkNeed needOf(std::uint8_t number, int heardDaysAgo, const char* urgency, const char* state = "open") {
    return {recordId(number), daysAgo(heardDaysAgo), "elder_care", urgency, state};
}

std::string holdName(const WorkEntry& entry) {
    constexpr const char* kNames[] = {"", "quiet", "tried", "budget", "refused", "put off", "do not ask", "slot"};
    return kNames[static_cast<int>(entry.hold)];
}

/// "care due 2026-11-22; card near": one line a door, what it says first leading.
std::string story(const WorkDoor& door) {
    constexpr const char* kUrgency[] = {"now", "due", "soon", "near"};
    std::string text;
    for (const WorkEntry& entry : door.entries) {
        text += (text.empty() ? "" : "; ") + std::string(code(entry.rule)) + " " +
                kUrgency[static_cast<int>(entry.urgency)] + " " + dateText(entry.due);
        if (entry.hold == WorkHold::none) continue;
        text += " [" + holdName(entry);
        if (entry.holdUntilMs > 0) {
            const WallClock until{entry.holdUntilMs, kNow.minutesEast};
            text += " until " + dateText(until.day()) + " " + std::to_string(until.minuteOfDay() / 60) + "h";
        }
        text += "]";
    }
    return text;
}

std::string story(const WorkFacts& facts, const WallClock& now = kNow, const WorkOptions& options = {}) {
    std::string text;
    for (const WorkDoor& door : worklist(facts, now, options).doors) text += (text.empty() ? "" : " | ") + story(door);
    return text;
}

std::string story(const WorkHousehold& only, const WallClock& now = kNow, const WorkOptions& options = {}) {
    return story(WorkFacts{{only}, {}}, now, options);
}

WallClock atHour(int hour, int minute = 0) { return {kNow.startOf(kNow.day()) + hour * kHour + minute * 60'000, 480}; }

}  // namespace

TEST_CASE("A household that was met last week and asks for nothing is not on the list", "[worklist]") {
    CHECK(story(home(1)) == "");
    CHECK(worklist({}, kNow).doors.empty());
}

TEST_CASE("An elder who lives alone is visited every week, by the tag that asks for most", "[worklist]") {
    const auto list = worklist({{elder(1)}, {}}, kNow);
    REQUIRE(list.doors.size() == 1);
    const WorkEntry& entry = list.doors[0].lead();
    CHECK(entry.rule == WorkRule::care);
    CHECK(entry.code == "elder_alone");
    CHECK(entry.number == 7);
    CHECK(entry.since == kNow.day() - 8);
    CHECK(entry.due == kNow.day() - 1);
    CHECK(list.dueNow == 1);

    WorkHousehold soon = elder(1);
    visited(soon, 5, "met");
    CHECK(story(soon) == "care soon " + inDays(2));
    soon.careTags = "chronic";
    CHECK(story(soon) == "");
    soon.careTags = "elder_alone_not";
    CHECK(story(soon) == "");
}

TEST_CASE("What was agreed is due on its day, with the step that was agreed, and done when somebody was met then",
          "[worklist]") {
    WorkHousehold agreed = home(1);
    agreed.nextVisit = inDays(0);
    agreed.nextStep = "bring the form";
    const auto list = worklist({{agreed}, {}}, kNow);
    REQUIRE(list.doors.size() == 1);
    CHECK(list.doors[0].lead().text == "bring the form");
    CHECK(story(list.doors[0]) == "agreed due " + inDays(0));

    agreed.nextVisit = inDays(-3);
    CHECK(story(agreed) == "agreed due " + inDays(-3));
    visited(agreed, 2, "met");
    CHECK(story(agreed) == "");
    agreed.nextVisit = inDays(30);
    CHECK(story(agreed) == "");
    agreed.nextVisit = "2026-12";
    CHECK(story(agreed) == "");
}

TEST_CASE("Who asked to come later is asked again after three days, unless a day was agreed", "[worklist]") {
    WorkHousehold busy = home(1);
    visited(busy, 3, "later");
    CHECK(story(busy) == "again due " + inDays(0));
    busy.nextVisit = inDays(4);
    CHECK(story(busy) == "agreed soon " + inDays(4));
}

TEST_CASE("A family that has just moved in is met within a week; a known family's new baby does not make it new",
          "[worklist]") {
    WorkHousehold family = home(1);
    family.lastMetMs = 0;
    family.people = {{recordId(10), "陈静", "1990-01-01", inDays(-6)}, {recordId(11), "陈晨", "2020-01-01", inDays(-2)}};
    CHECK(story(family).starts_with("newcomer soon " + inDays(1)));
    visited(family, 1, "met");
    CHECK(story(family) == "");
    family.lastMetMs = 0;
    family.visits.clear();
    family.people[0].livesHereFrom = "2019-05-01";
    CHECK(story(family) == "round due " + inDays(0));
}

TEST_CASE("Needs are followed up by their urgency, and again each week while somebody handles them", "[worklist]") {
    WorkHousehold waiting = home(1);
    waiting.needs = {needOf(20, 0, "now")};
    CHECK(story(waiting) == "need now " + inDays(0));
    waiting.needs = {needOf(20, 4, "soon")};
    CHECK(story(waiting) == "need due " + inDays(-1));
    waiting.needs = {needOf(20, 4, "normal")};
    CHECK(story(waiting) == "need soon " + inDays(3));
    waiting.needs = {needOf(20, 30, "normal", "handling")};
    CHECK(story(waiting) == "need due " + inDays(-1));  // met eight days ago
    visited(waiting, 1, "met");
    CHECK(story(waiting) == "need soon " + inDays(6));
}

TEST_CASE("Hazards are rechecked on their day, a major one is reported at once, at night too", "[worklist]") {
    WorkFacts facts{{home(1), home(2)},
                    {{recordId(30), recordId(2), daysAgo(7), "wiring", "general", "open", "", "corridor"},
                     {recordId(31), {}, daysAgo(0, 9), "building", "major", "open", "", "the wall by the gate"},
                     {recordId(32), recordId(1), daysAgo(1), "ebike", "small", "rectifying", inDays(5), "stairwell"}}};
    CHECK(story(facts) == "report now " + inDays(0) + " | hazard due " + inDays(0) + " | hazard soon " + inDays(5));
    const auto night = worklist(facts, atHour(22));
    CHECK(night.doors[0].lead().rule == WorkRule::report);
    CHECK(night.doors[0].lead().hold == WorkHold::none);
    CHECK(night.doors[0].position == 2);  // it stands behind no door
    CHECK(night.dueNow == 1);

    facts.hazards = {{recordId(31), recordId(1), daysAgo(20), "building", "major", "escalated", "", "the wall"}};
    CHECK(story(facts) == "hazard due " + inDays(-1));  // seen when the family was met
}

TEST_CASE("The very old are greeted on their birthday where the community wishes it, and once", "[worklist]") {
    WorkHousehold old = home(1);
    old.people = {{recordId(10), "孙奶奶", "1936" + inDays(2).substr(4), "2001-01-01"},
                  {recordId(11), "孙强", "1966" + inDays(2).substr(4), "2001-01-01"}};
    CHECK(story(old) == "");
    const auto list = worklist({{old}, {}}, kNow, {.birthdays = true});
    REQUIRE(list.doors.size() == 1);
    CHECK(story(list.doors[0]) == "birthday soon " + inDays(2));
    CHECK(list.doors[0].lead().number == 90);
    CHECK(list.doors[0].lead().text == "孙奶奶");
    old.people[0].birthDate = "1936" + inDays(0).substr(4);
    visited(old, 0, "met", 9);
    CHECK(story(old, kNow, {.birthdays = true}) == "");
}

TEST_CASE("An older contact card is changed when somebody is at the door anyway, never for its own sake",
          "[worklist]") {
    WorkHousehold holder = elder(1);
    holder.cardVersion = "2026-2";
    WorkHousehold newer = home(2);
    newer.cardVersion = "2026-10";
    CHECK(story(WorkFacts{{holder, newer}, {}}) == "care due " + inDays(-1) + "; card near " + inDays(0));
    holder.careTags = "";
    CHECK(story(WorkFacts{{holder, newer}, {}}) == "");
}

TEST_CASE("Where nobody holds a card yet, the grid's own is what everybody is to get", "[worklist]") {
    const WorkFacts facts{{elder(1)}, {}, "2026-11-22 16:00"};
    const auto list = worklist(facts, kNow);
    REQUIRE(list.doors.size() == 1);
    CHECK(story(list.doors[0]) == "care due " + inDays(-1) + "; card near " + inDays(0));
    CHECK(list.doors[0].entries[1].code == "");
    CHECK(list.doors[0].entries[1].text == "2026-11-22 16:00");
}

TEST_CASE("Everything behind one door is one row, and the most urgent leads", "[worklist]") {
    WorkHousehold busy = elder(1);
    busy.needs = {needOf(20, 0, "now"), needOf(21, 5, "normal")};
    busy.nextVisit = inDays(0);
    CHECK(story(busy) == "need now " + inDays(0) + "; agreed due " + inDays(0) + "; care due " + inDays(-1) +
                             "; need soon " + inDays(2));
}

TEST_CASE("During the nap a door stays on the list, further down, and says from when", "[worklist]") {
    WorkHousehold awake = elder(2);
    awake.quietHours = "13:30-15:30";
    const WorkFacts facts{{elder(1), awake}, {}};
    CHECK(story(facts, atHour(12, 30)) ==
          "care due " + inDays(-1) + " | care due " + inDays(-1) + " [quiet until " + inDays(0) + " 14h]");
    CHECK(worklist(facts, atHour(12, 30)).doors[0].household == recordId(2));
    CHECK(worklist(facts, atHour(12, 30)).dueNow == 1);
    CHECK(worklist(facts, atHour(12, 30)).changesAtMs == atHour(14).ms);
    CHECK(worklist(facts, kNow).changesAtMs == 0);
    CHECK(worklist(facts, atHour(21)).changesAtMs == 0);  // nothing more today
}

TEST_CASE("A refusal is respected: nobody comes for routine matters for a month, for a lonely elder a week",
          "[worklist]") {
    WorkHousehold refuser = home(1);
    refuser.lastMetMs = daysAgo(200);
    visited(refuser, 2, "refused");
    CHECK(story(refuser) == "");  // the round does not call
    CHECK(worklist({{refuser}, {}}, kNow).roundWaiting == 1);
    refuser.needs = {needOf(20, 7, "normal")};
    CHECK(story(refuser).starts_with("need due " + inDays(0) + "; round near"));
    WorkHousehold alone = elder(2);
    visited(alone, 2, "refused");
    CHECK(story(alone) == "care due " + inDays(-1) + " [refused until " + inDays(5) + " 0h]");
}

TEST_CASE("Who asked not to be asked is not visited just to ask, but cared for all the same", "[worklist]") {
    WorkHousehold silent = home(1);
    silent.lastMetMs = daysAgo(200);
    silent.doNotAsk = "收入";
    CHECK(story(silent) == "");
    silent.careTags = "elder_alone";
    CHECK(story(silent).starts_with("care due"));
}

TEST_CASE("A household that was knocked on twice this week waits for routine matters; the rest asks for a reason",
          "[worklist]") {
    WorkHousehold often = elder(1);
    often.lastMetMs = daysAgo(30);
    visited(often, 6, "refused", 9);
    visited(often, 1, "later", 9);
    CHECK(knocksThisWeek(often.visits, kNow) == 2);
    often.needs = {needOf(20, 9, "normal")};
    const auto list = worklist({{often}, {}}, kNow);
    REQUIRE(list.doors.size() == 1);
    CHECK(list.doors[0].knocks == 2);
    CHECK(list.doors[0].lead().rule == WorkRule::need);
    CHECK(list.doors[0].lead().asksReason);
    CHECK(story(list.doors[0]).find("care due " + inDays(-23) + " [budget until " + inDays(1) + " 0h]") !=
          std::string::npos);

    often.visits.clear();
    often.visits = {{daysAgo(1), "phone", "met"}, {daysAgo(2), "outside", "met"}, {daysAgo(3), "door", "not_home"}};
    CHECK(knocksThisWeek(often.visits, kNow) == 0);
    visited(often, 7, "met");
    CHECK(knocksThisWeek(often.visits, kNow) == 0);
    visited(often, 6, "met");
    CHECK(knocksThisWeek(often.visits, kNow) == 1);
}

TEST_CASE("After a try at an empty home the next is at another time of day, and the third is enough", "[worklist]") {
    WorkHousehold out = elder(1);
    visited(out, 0, "not_home", 9);
    CHECK(story(out) == "care due " + inDays(-1) + " [tried until " + inDays(0) + " 12h]");
    visited(out, 1, "not_home", 15);
    visited(out, 2, "not_home", 18);
    visited(out, 9, "not_home", 9);
    visited(out, 8, "met");
    const auto list = worklist({{out}, {}}, kNow);
    CHECK(list.doors[0].tries == work::kTries);
    CHECK(list.doors[0].triedMorning);
    CHECK(list.doors[0].triedAfternoon);
    CHECK(list.doors[0].triedEvening);
    CHECK(list.doors[0].knocks == 0);
}

TEST_CASE("What is put off comes back on its day, keeps its reason, and holds nothing else", "[worklist]") {
    WorkHousehold away = elder(1);
    away.needs = {needOf(20, 9, "normal"), needOf(21, 9, "normal")};
    away.putOffs = {{"care", {}, inDays(3), "away"}, {"need", recordId(21), inDays(3), "waiting"}};
    const auto list = worklist({{away}, {}}, kNow);
    CHECK(story(list.doors[0]) == "need due " + inDays(-2) + "; need due " + inDays(-2) + " [put off until " +
                                      inDays(3) + " 0h]; care due " + inDays(-1) + " [put off until " + inDays(3) +
                                      " 0h]");
    CHECK(list.doors[0].entries[1].holdReason == "waiting");
    away.needs.clear();
    away.putOffs[0].until = inDays(0);
    CHECK(story(away) == "care due " + inDays(-1));
}

TEST_CASE("The round asks for its share of a day, the longest not met first, and is done when that many were met",
          "[worklist]") {
    WorkFacts facts;
    for (int number = 0; number < 90; ++number) {
        WorkHousehold one = home(static_cast<std::uint8_t>(number + 1));
        one.lastMetMs = number < 10 ? daysAgo(100 + number) : number < 12 ? 0 : daysAgo(50);
        facts.households.push_back(one);
    }
    const auto list = worklist(facts, kNow);
    CHECK(list.roundWaiting == 12);
    REQUIRE(list.doors.size() == 2);  // 90 households in 90 days, five days in seven: two a day
    CHECK(list.doors[0].household == recordId(11));
    CHECK(list.doors[1].household == recordId(12));
    visited(facts.households[10], 0, "met", 9);
    visited(facts.households[80], 0, "met", 9);
    CHECK(worklist(facts, kNow).doors.empty());
    CHECK(worklist(facts, kNow).roundWaiting == 11);
}

namespace {

/// Agreed for a day and a part of it.
WorkHousehold expects(const char* part, int inDaysFromNow, WorkHousehold who = home(1)) {
    OrderFacts facts{.kind = OrderKind::door, .askedMs = daysAgo(3)};
    facts.steps.push_back({recordId(70), OrderAct::accept, daysAgo(2), inDays(inDaysFromNow), part});
    who.orders.push_back({recordId(60), facts.askedMs, "03-01", "", orderStatus(facts)});
    return who;
}

}  // namespace

TEST_CASE("Who is expected this morning comes before everything that is only due today", "[worklist][order]") {
    WorkHousehold waiting = home(2);
    waiting.needs.push_back(needOf(60, 5, "soon"));
    CHECK(story(WorkFacts{{waiting, expects("morning", 0)}, {}}) == "order now 2026-11-23 | need due 2026-11-21");
}

TEST_CASE("An order for the afternoon stands aside until noon, and the list wakes then", "[worklist][order]") {
    CHECK(story(expects("afternoon", 0)) == "order due 2026-11-23 [slot until 2026-11-23 12h]");
    const Worklist list = worklist({{expects("afternoon", 0)}, {}}, kNow);
    CHECK(list.changesAtMs == atHour(12).ms);
    CHECK(list.dueNow == 0);
    CHECK(story(expects("afternoon", 0), atHour(12, 5)) == "order now 2026-11-23");
}

TEST_CASE("Orders of the day stand by the hour at which they begin", "[worklist][order]") {
    WorkHousehold evening = expects("evening", 0, home(1)), noon = expects("afternoon", 0, home(2));
    CHECK(story(WorkFacts{{evening, noon}, {}}) ==
          "order due 2026-11-23 [slot until 2026-11-23 12h] | order due 2026-11-23 [slot until 2026-11-23 17h]");
}

TEST_CASE("A household that named the hour itself is not held back by its quiet hours, its visits or a refusal",
          "[worklist][order]") {
    WorkHousehold who = expects("afternoon", 0);
    who.quietHours = "12:00-14:00, 20:30-08:30";
    who.doNotAsk = "工作单位";
    visited(who, 2, "met");
    visited(who, 1, "refused");
    CHECK(story(who, atHour(13)) == "order now 2026-11-23");
    CHECK_FALSE(worklist({{who}, {}}, atHour(13)).doors.front().lead().asksReason);
    WorkHousehold anyTime = expects("any", 0);
    anyTime.quietHours = who.quietHours;
    CHECK(story(anyTime, atHour(13)) == "order due 2026-11-23 [quiet until 2026-11-23 14h]");
}

TEST_CASE("An order that nobody has answered is due at once, one for next week waits", "[worklist][order]") {
    WorkHousehold unanswered = home(1);
    OrderFacts facts{.kind = OrderKind::proxy, .askedMs = daysAgo(1)};
    unanswered.orders.push_back({recordId(60), facts.askedMs, "", "代取药", orderStatus(facts)});
    CHECK(story(unanswered) == "order due 2026-11-22");
    const WorkEntry entry = worklist({{unanswered}, {}}, kNow).doors.front().lead();
    CHECK(entry.text == "代取药");
    CHECK(static_cast<OrderAct>(entry.number) == OrderAct::accept);
    CHECK(story(expects("morning", 9)) == "");
    CHECK(story(expects("morning", 3)) == "order soon 2026-11-26");
    CHECK(story(expects("morning", -2)) == "order due 2026-11-21");
}

/// A set that waits for this household until a day.
WorkQuestions asks(std::uint8_t set, int untilInDays, int open, bool askedToday = false) {
    return {recordId(set), "冬季取暖", kNow.day() + untilInDays, open, askedToday};
}

TEST_CASE("A question set is spread over its days: each day asks for its share, in walking order", "[worklist]") {
    WorkFacts facts;
    for (std::uint8_t number = 1; number <= 10; ++number) {
        facts.households.push_back(home(number));
        facts.households.back().questions = {asks(99, 4, 3)};  // ten households in five days
    }
    auto list = worklist(facts, kNow);
    REQUIRE(list.doors.size() == 2);
    CHECK(list.dueNow == 2);
    CHECK(list.doors[0].household == recordId(1));
    CHECK(list.doors[0].lead().rule == WorkRule::questions);
    CHECK(list.doors[0].lead().about == recordId(99));
    CHECK(list.doors[0].lead().number == 3);
    CHECK(story(list.doors[0]) == "questions due " + inDays(4));

    facts.households[0].questions = {asks(99, 4, 0, true)};  // answered this morning
    list = worklist(facts, kNow);
    REQUIRE(list.doors.size() == 1);
    CHECK(list.doors[0].household == recordId(2));
    facts.households[1].questions = {asks(99, 4, 1, true)};  // answered in part: that was her turn
    CHECK(worklist(facts, kNow).doors.empty());
}

TEST_CASE("On the last day everybody who is left is due", "[worklist]") {
    WorkFacts facts;
    for (std::uint8_t number = 1; number <= 4; ++number) {
        facts.households.push_back(home(number));
        facts.households.back().questions = {asks(99, 0, 1)};
    }
    CHECK(worklist(facts, kNow).dueNow == 4);
}

TEST_CASE(
    "Questions are asked in passing where somebody goes anyway, and nobody goes for them alone to who asked not to be "
    "asked",
    "[worklist]") {
    WorkHousehold agreed = home(1);
    agreed.nextVisit = inDays(0);
    WorkHousehold other = home(2);
    other.questions = agreed.questions = {asks(99, 9, 2)};
    agreed.nextStep = "bring the form";
    const std::string both = story(WorkFacts{{other, agreed}, {}});
    CHECK(both == "questions due " + inDays(9) + " | agreed due " + inDays(0) + "; questions near " + inDays(9));

    other.doNotAsk = "income";
    CHECK(story(other) == "");
    other.doNotAsk.clear();
    visited(other, 3, "refused");
    CHECK(story(other) == "");
}

}  // namespace qiaomen::tests
