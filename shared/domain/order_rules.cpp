// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/order_rules.h"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

constexpr std::array kStepActs = {OrderAct::accept, OrderAct::collect, OrderAct::done,    OrderAct::notHome,
                                  OrderAct::cannot, OrderAct::deliver, OrderAct::withdraw};

bool bringsResult(OrderKind kind) { return kind == OrderKind::proxy; }

bool isEnd(OrderState state, OrderKind kind) {
    return state == OrderState::delivered || state == OrderState::withdrawn ||
           (state == OrderState::done && !bringsResult(kind));
}

/// What may be done in a state, the most likely first: the one button of the page.
std::vector<OrderAct> stepsFrom(OrderState state, OrderKind kind) {
    using enum OrderAct;
    const bool carries = bringsResult(kind);
    switch (state) {
        case OrderState::asked: return {accept, carries ? collect : done, carries ? done : collect, cannot, withdraw};
        case OrderState::agreed:
            return carries ? std::vector{collect, notHome, cannot, accept, done, withdraw}
                           : std::vector{done, notHome, cannot, accept, collect, withdraw};
        case OrderState::missed:
            return {accept, carries ? collect : done, notHome, carries ? done : collect, cannot, withdraw};
        case OrderState::collected: return {done, cannot, collect, withdraw};
        case OrderState::cannot: return {accept, carries ? collect : done, withdraw};
        case OrderState::done: return carries ? std::vector{deliver, notHome, accept} : std::vector<OrderAct>{};
        case OrderState::delivered:
        case OrderState::withdrawn: return {};
    }
    return {};
}

/// Papers first where the order has ended or waits: what belongs to somebody goes home before anything else.
std::vector<OrderAct> actsOf(const OrderStatus& status, const OrderFacts& facts) {
    std::vector<OrderAct> acts = stepsFrom(status.state, facts.kind);
    const bool returnsNow = status.ended || status.waitsForResident || status.state == OrderState::done;
    if (facts.papersOut > 0 && returnsNow) {
        const bool first = status.ended || status.waitsForResident;
        acts.insert(first ? acts.begin() : acts.begin() + 1, OrderAct::returnPapers);
    } else if (facts.papersOut > 0) {
        acts.push_back(OrderAct::returnPapers);
    }
    const bool rated = status.ended && status.state != OrderState::withdrawn;
    if (rated && !facts.invited) acts.push_back(OrderAct::invite);
    return acts;
}

void agree(OrderStatus& status, const OrderStepFact& step) {
    if (step.agreedOn.empty()) {
        // Nobody was there, or the office is done: what was agreed has passed.
        if (step.act == OrderAct::notHome || step.act == OrderAct::done || step.act == OrderAct::collect) {
            status.onDate.clear();
            status.part.clear();
            status.agreed = false;
        }
        return;
    }
    status.onDate = step.agreedOn;
    status.part = step.agreedPart;
    status.agreed = true;
}

}  // namespace

std::string_view code(OrderAct act) {
    return act < OrderAct::returnPapers ? codes::kOrderAct[static_cast<std::size_t>(act)].code : std::string_view();
}

std::optional<OrderAct> orderAct(std::string_view text) {
    const auto found = std::ranges::find(kStepActs, text, [](OrderAct act) { return code(act); });
    if (found == kStepActs.end()) return std::nullopt;
    return *found;
}

std::string_view name(OrderState state) {
    constexpr std::string_view kNames[] = {"asked",  "agreed", "missed",    "collected",
                                           "cannot", "done",   "delivered", "withdrawn"};
    return kNames[static_cast<std::size_t>(state)];
}

OrderKind orderKind(std::string_view text) {
    return text == "proxy" ? OrderKind::proxy : text == "company" ? OrderKind::company : OrderKind::door;
}

std::optional<OrderState> after(OrderState state, OrderAct act, OrderKind kind) {
    const std::vector<OrderAct> possible = stepsFrom(state, kind);
    if (std::ranges::find(possible, act) == possible.end()) return std::nullopt;
    switch (act) {
        // A day to bring the result does not undo that it is there.
        case OrderAct::accept: return state == OrderState::done ? OrderState::done : OrderState::agreed;
        case OrderAct::notHome: return state == OrderState::done ? OrderState::done : OrderState::missed;
        case OrderAct::collect: return OrderState::collected;
        case OrderAct::done: return OrderState::done;
        case OrderAct::cannot: return OrderState::cannot;
        case OrderAct::deliver: return OrderState::delivered;
        case OrderAct::withdraw: return OrderState::withdrawn;
        default: return std::nullopt;
    }
}

bool OrderStatus::may(OrderAct act) const { return std::ranges::find(next, act) != next.end(); }

OrderStatus orderStatus(const OrderFacts& facts) {
    OrderStatus status{.sinceMs = facts.askedMs, .onDate = facts.wantedOn, .part = facts.wantedPart};
    std::vector<OrderStepFact> steps = facts.steps;
    std::ranges::sort(steps, {}, [](const OrderStepFact& step) { return std::pair(step.atMs, step.id); });
    for (const OrderStepFact& step : steps) {
        const auto state = after(status.state, step.act, facts.kind);
        if (!state) {
            status.outOfTurn.push_back(step.id);
            continue;
        }
        status.triesSinceMet = step.act == OrderAct::notHome ? status.triesSinceMet + 1 : 0;
        status.state = *state;
        status.sinceMs = step.atMs;
        agree(status, step);
    }
    status.ended = isEnd(status.state, facts.kind);
    status.waitsForResident = status.state == OrderState::cannot;
    status.open = !status.ended || facts.papersOut > 0;
    status.next = actsOf(status, facts);
    return status;
}

int beginOf(std::string_view part) {
    if (part == "morning") return work::kMorningMinute;
    if (part == "afternoon") return work::kNoonMinute;
    return part == "evening" ? work::kEveningMinute : -1;
}

std::optional<OrderDue> orderDue(const OrderStatus& status, const WallClock& now) {
    if (!status.open) return std::nullopt;
    const CivilDay since = now.dayOf(status.sinceMs);
    if (!status.next.empty() && status.next.front() == OrderAct::returnPapers) return OrderDue{.day = since};
    if (status.waitsForResident) return std::nullopt;
    if (status.state == OrderState::asked) return OrderDue{.day = since + work::kOrderAnswerDays};
    if (const auto day = civilDay(status.onDate); status.agreed && day)
        return OrderDue{.day = *day, .fromMinute = beginOf(status.part)};
    return OrderDue{.day = since + work::kOrderDays};
}

std::vector<Record> standingSteps(std::span<const Record> steps) {
    std::set<RecordId> corrected;
    for (const Record& step : steps) {
        if (step.isVisible()) corrected.insert(step.reference(orderStep.corrects));
    }
    std::vector<Record> standing;
    for (const Record& step : steps) {
        if (step.isVisible() && !corrected.contains(step.id()) && step.get(orderStep.withdraws) != Value(true))
            standing.push_back(step);
    }
    return standing;
}

OrderFacts orderFacts(const Record& order, std::span<const Record> steps, std::span<const Record> papers,
                      std::span<const Record> invitations) {
    OrderFacts facts{.kind = orderKind(order.text(doorOrder.kind)),
                     .askedMs = order.integer(doorOrder.askedAt),
                     .wantedOn = order.text(doorOrder.wantedOn),
                     .wantedPart = order.text(doorOrder.wantedPart)};
    for (const Record& step : standingSteps(steps)) {
        if (const auto act = orderAct(step.text(orderStep.act))) {
            facts.steps.push_back({step.id(), *act, step.integer(orderStep.occurredAt), step.text(orderStep.agreedOn),
                                   step.text(orderStep.agreedPart)});
        }
    }
    facts.papersOut = static_cast<int>(std::ranges::count_if(papers, [](const Record& paper) {
        return paper.isVisible() && paper.get(carriedPaper.returnedAt).isNothing();
    }));
    facts.invited = std::ranges::any_of(invitations, [](const Record& one) { return one.isVisible(); });
    return facts;
}

std::vector<std::string> materialCodes(std::string_view text) {
    std::istringstream words{std::string(text)};
    std::vector<std::string> codes;
    for (std::string word; words >> word;) codes.push_back(word);
    return codes;
}

std::string materialText(const std::vector<std::string>& codes) {
    std::string text;
    for (const std::string& one : codes) text += (text.empty() ? "" : " ") + one;
    return text;
}

std::vector<std::string> askedTooLate(const std::vector<std::string>& first, const std::vector<std::string>& later) {
    std::vector<std::string> late;
    std::ranges::copy_if(later, std::back_inserter(late),
                         [&](const std::string& one) { return std::ranges::find(first, one) == first.end(); });
    return late;
}

}  // namespace qiaomen
