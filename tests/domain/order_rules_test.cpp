// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/order_rules.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <map>

#include "shared/domain/collections.h"
#include "tests/support/people.h"

namespace qiaomen::tests {

namespace {

using enum OrderAct;
using S = OrderState;

constexpr std::int64_t kHour = 3'600'000;
/// 2026-11-23, a Monday, ten in the morning in Beijing.
const WallClock kNow{1795334400000 + 18 * kHour, 480};

constexpr S kStates[] = {S::asked, S::agreed, S::missed, S::collected, S::cannot, S::done, S::delivered, S::withdrawn};
constexpr OrderAct kActs[] = {accept, collect, done, notHome, cannot, deliver, withdraw, returnPapers, invite};

/// What a step makes of an order, written down by hand: one row a state, one column an act, "-" where it has no place.
using Table = std::map<std::string, std::map<std::string, std::string>>;

Table tableOf(OrderKind kind) {
    Table table;
    for (const OrderState state : kStates) {
        for (const OrderAct act : kActs) {
            if (code(act).empty()) continue;
            const auto next = after(state, act, kind);
            table[std::string(name(state))][std::string(code(act))] = next ? std::string(name(*next)) : "-";
        }
    }
    return table;
}

const Table kAtTheDoor = {
    {"asked",
     {{"accepted", "agreed"},
      {"collected", "collected"},
      {"done", "done"},
      {"not_home", "-"},
      {"cannot", "cannot"},
      {"delivered", "-"},
      {"withdrawn", "withdrawn"}}},
    {"agreed",
     {{"accepted", "agreed"},
      {"collected", "collected"},
      {"done", "done"},
      {"not_home", "missed"},
      {"cannot", "cannot"},
      {"delivered", "-"},
      {"withdrawn", "withdrawn"}}},
    {"missed",
     {{"accepted", "agreed"},
      {"collected", "collected"},
      {"done", "done"},
      {"not_home", "missed"},
      {"cannot", "cannot"},
      {"delivered", "-"},
      {"withdrawn", "withdrawn"}}},
    {"collected",
     {{"accepted", "-"},
      {"collected", "collected"},
      {"done", "done"},
      {"not_home", "-"},
      {"cannot", "cannot"},
      {"delivered", "-"},
      {"withdrawn", "withdrawn"}}},
    {"cannot",
     {{"accepted", "agreed"},
      {"collected", "-"},
      {"done", "done"},
      {"not_home", "-"},
      {"cannot", "-"},
      {"delivered", "-"},
      {"withdrawn", "withdrawn"}}},
    {"done",
     {{"accepted", "-"},
      {"collected", "-"},
      {"done", "-"},
      {"not_home", "-"},
      {"cannot", "-"},
      {"delivered", "-"},
      {"withdrawn", "-"}}},
    {"delivered",
     {{"accepted", "-"},
      {"collected", "-"},
      {"done", "-"},
      {"not_home", "-"},
      {"cannot", "-"},
      {"delivered", "-"},
      {"withdrawn", "-"}}},
    {"withdrawn",
     {{"accepted", "-"},
      {"collected", "-"},
      {"done", "-"},
      {"not_home", "-"},
      {"cannot", "-"},
      {"delivered", "-"},
      {"withdrawn", "-"}}},
};

/// Who carries papers for somebody brings a result back; missing papers can be collected as soon as they are there.
Table byProxy() {
    Table table = kAtTheDoor;
    table["cannot"]["collected"] = "collected";
    table["cannot"]["done"] = "-";
    table["done"] = {{"accepted", "done"}, {"collected", "-"},         {"done", "-"},     {"not_home", "done"},
                     {"cannot", "-"},      {"delivered", "delivered"}, {"withdrawn", "-"}};
    return table;
}

struct Order {
    OrderFacts facts{.kind = OrderKind::proxy, .askedMs = kNow.ms - 48 * kHour};

    explicit Order(OrderKind kind = OrderKind::proxy) { facts.kind = kind; }
    Order& step(OrderAct act, int hoursAgo, std::string onDate = {}, std::string part = {}) {
        facts.steps.push_back({recordId(static_cast<std::uint8_t>(facts.steps.size() + 1)), act,
                               kNow.ms - hoursAgo * kHour, std::move(onDate), std::move(part)});
        return *this;
    }
    [[nodiscard]] OrderStatus status() const { return orderStatus(facts); }
};

std::string story(const std::vector<OrderAct>& acts) {
    std::string text;
    for (const OrderAct act : acts) {
        const std::string_view word = act == returnPapers ? "return" : act == invite ? "invite" : code(act);
        text += (text.empty() ? "" : " ") + std::string(word);
    }
    return text;
}

Record record(const Collection& collection, std::uint8_t number, const std::vector<FieldValue>& values) {
    Record record(collection.number(), recordId(number));
    for (const FieldValue& value : values) record.put(value.field, value.value, Stamp{LogicalTime{1}, alice});
    return record;
}

}  // namespace

TEST_CASE("Every step from every state leads where the table says, for each kind of order", "[order]") {
    CHECK(tableOf(OrderKind::door) == kAtTheDoor);
    CHECK(tableOf(OrderKind::company) == kAtTheDoor);
    CHECK(tableOf(OrderKind::proxy) == byProxy());
}

TEST_CASE("What may be done next is what the table allows, and the likeliest comes first", "[order]") {
    struct Row {
        OrderState state;
        const char *atTheDoor, *byProxy;
    };
    const auto row = GENERATE(values<Row>({
        {S::asked, "accepted done collected cannot withdrawn", "accepted collected done cannot withdrawn"},
        {S::agreed, "done not_home cannot accepted collected withdrawn",
         "collected not_home cannot accepted done withdrawn"},
        {S::missed, "accepted done not_home collected cannot withdrawn",
         "accepted collected not_home done cannot withdrawn"},
        {S::collected, "done cannot collected withdrawn", "done cannot collected withdrawn"},
        {S::cannot, "accepted done withdrawn", "accepted collected withdrawn"},
        {S::done, "invite", "delivered not_home accepted"},
        {S::delivered, "", "invite"},
        {S::withdrawn, "", ""},
    }));
    // The shortest way into each state.
    const std::map<OrderState, std::vector<OrderAct>> ways = {
        {S::asked, {}},        {S::agreed, {accept}}, {S::missed, {accept, notHome}},  {S::collected, {collect}},
        {S::cannot, {cannot}}, {S::done, {done}},     {S::delivered, {done, deliver}}, {S::withdrawn, {withdraw}}};
    for (const auto& [kind, expected] : {std::pair(OrderKind::door, row.atTheDoor), {OrderKind::proxy, row.byProxy}}) {
        if (row.state == S::delivered && kind == OrderKind::door) continue;  // nothing to bring
        Order order(kind);
        int hours = 9;
        for (const OrderAct act : ways.at(row.state)) order.step(act, hours--);
        const OrderStatus status = order.status();
        INFO(name(row.state) << " as kind " << static_cast<int>(kind));
        CHECK(status.state == row.state);
        CHECK(story(status.next) == expected);
        for (const OrderAct act : kActs) {
            const bool isStep = !code(act).empty();
            if (isStep) CHECK(status.may(act) == after(row.state, act, kind).has_value());
        }
    }
}

TEST_CASE("A proxy's way from the request to the result, and the papers that go home last", "[order]") {
    Order order;
    CHECK(order.status().state == S::asked);
    order.step(accept, 40, "2026-11-22", "afternoon").step(collect, 30, "2026-11-25");
    order.facts.papersOut = 2;
    CHECK(order.status().onDate == "2026-11-25");
    order.step(done, 8);
    CHECK(story(order.status().next) == "delivered return not_home accepted");
    CHECK_FALSE(order.status().agreed);
    order.step(deliver, 2);
    CHECK(order.status().ended);
    CHECK(order.status().open);
    CHECK(story(order.status().next) == "return invite");
    order.facts.papersOut = 0;
    CHECK_FALSE(order.status().open);
    order.facts.invited = true;
    CHECK(order.status().next.empty());
}

TEST_CASE("A withdrawn order asks for no rating, and its papers are still to be returned", "[order]") {
    Order order;
    order.step(collect, 5).step(withdraw, 1);
    order.facts.papersOut = 1;
    CHECK(story(order.status().next) == "return");
    order.facts.papersOut = 0;
    CHECK(order.status().next.empty());
}

TEST_CASE("Who cannot go on before the household brings a paper is not on anybody's list", "[order]") {
    Order order;
    order.step(accept, 9, dateText(kNow.day())).step(cannot, 1);
    CHECK(order.status().waitsForResident);
    CHECK_FALSE(orderDue(order.status(), kNow));
    order.facts.papersOut = 1;
    CHECK(story(order.status().next).starts_with("return"));
    CHECK(orderDue(order.status(), kNow)->day == kNow.day());
}

TEST_CASE("Two colleagues who did not know of each other: the step that no longer fits is kept, and changes nothing",
          "[order]") {
    Order order(OrderKind::door);
    order.step(accept, 9).step(done, 4).step(notHome, 2);
    CHECK(order.status().state == S::done);
    CHECK(order.status().outOfTurn == std::vector{recordId(3)});
}

TEST_CASE("Facts give the same status in whatever order they arrive", "[order]") {
    Order order;
    order.step(accept, 9, "2026-11-23", "morning")
        .step(notHome, 8)
        .step(accept, 7, "2026-11-24", "evening")
        .step(collect, 6);
    const OrderStatus expected = order.status();
    std::ranges::sort(order.facts.steps, {}, &OrderStepFact::id);
    do {
        const OrderStatus status = order.status();
        CHECK(status.state == expected.state);
        CHECK(status.onDate == expected.onDate);
        CHECK(status.next == expected.next);
    } while (std::ranges::next_permutation(order.facts.steps, {}, &OrderStepFact::id).found);
}

TEST_CASE("The day on which something is to be done follows from what was agreed", "[order]") {
    Order order(OrderKind::door);
    CHECK(orderDue(order.status(), kNow)->day == kNow.day() - 2);  // answered on the day of asking
    order.step(accept, 20, "2026-11-24", "evening");
    CHECK(dateText(orderDue(order.status(), kNow)->day) == "2026-11-24");
    CHECK(orderDue(order.status(), kNow)->fromMinute == 17 * 60);
    order.step(notHome, 2);
    CHECK(order.status().triesSinceMet == 1);
    CHECK(orderDue(order.status(), kNow)->day == kNow.day() + work::kOrderDays);
    order.step(notHome, 1, "2026-11-25", "any");
    CHECK(order.status().triesSinceMet == 2);
    CHECK(dateText(orderDue(order.status(), kNow)->day) == "2026-11-25");
    CHECK(orderDue(order.status(), kNow)->fromMinute == -1);
    order.step(done, 0);
    CHECK_FALSE(orderDue(order.status(), kNow));
}

TEST_CASE("A wish is shown until something is agreed, and is no agreement", "[order]") {
    Order order(OrderKind::door);
    order.facts.wantedOn = "2026-11-26";
    order.facts.wantedPart = "morning";
    CHECK(order.status().onDate == "2026-11-26");
    CHECK_FALSE(order.status().agreed);
    CHECK(orderDue(order.status(), kNow)->day == kNow.day() - 2);
}

TEST_CASE("A corrected step counts no more, and one that only withdraws another counts as none", "[order]") {
    const Record asked = record(doorOrder, 9, {{doorOrder.kind, "door"}, {doorOrder.askedAt, kNow.ms - 9 * kHour}});
    const auto step = [](std::uint8_t number, const char* act, int hoursAgo, std::vector<FieldValue> more = {}) {
        more.push_back({orderStep.act, act});
        more.push_back({orderStep.occurredAt, kNow.ms - hoursAgo * kHour});
        return record(orderStep, number, more);
    };
    std::vector<Record> steps{step(1, "accepted", 8), step(2, "done", 7)};
    CHECK(orderStatus(orderFacts(asked, steps, {}, {})).state == S::done);
    steps.push_back(step(3, "done", 6, {{orderStep.corrects, recordId(2)}, {orderStep.withdraws, true}}));
    CHECK(orderStatus(orderFacts(asked, steps, {}, {})).state == S::agreed);
    steps.push_back(step(4, "from_the_future", 5));
    CHECK(orderStatus(orderFacts(asked, steps, {}, {})).state == S::agreed);

    const std::vector<Record> papers{
        record(carriedPaper, 5, {{carriedPaper.paperName, "户口簿"}}),
        record(carriedPaper, 6, {{carriedPaper.paperName, "申请表"}, {carriedPaper.returnedAt, kNow.ms}})};
    CHECK(orderFacts(asked, steps, papers, {}).papersOut == 1);
}

TEST_CASE("Codes of acts and kinds lead there and back", "[order]") {
    for (const OrderAct act : kActs) {
        if (!code(act).empty()) CHECK(orderAct(code(act)) == act);
    }
    CHECK_FALSE(orderAct("from_the_future"));
    CHECK_FALSE(orderAct(""));
    CHECK(orderKind("proxy") == OrderKind::proxy);
    CHECK(orderKind("company") == OrderKind::company);
    CHECK(orderKind("from_the_future") == OrderKind::door);
    CHECK(beginOf("morning") == 8 * 60 + 30);
    CHECK(beginOf("afternoon") == 12 * 60);
    CHECK(beginOf("any") == -1);
    CHECK(beginOf("") == -1);
}

TEST_CASE("Nothing may be asked for later that the first notice did not name", "[order][notice]") {
    CHECK(materialCodes(" id  hukou ") == std::vector<std::string>{"id", "hukou"});
    CHECK(materialText({"id", "hukou"}) == "id hukou");
    CHECK(askedTooLate({"id", "hukou"}, {"hukou"}).empty());
    CHECK(askedTooLate({"id"}, {"id", "income"}) == std::vector<std::string>{"income"});
    CHECK(askedTooLate({}, {"id"}) == std::vector<std::string>{"id"});
}

}  // namespace qiaomen::tests
