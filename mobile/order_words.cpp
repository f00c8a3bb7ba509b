// SPDX-License-Identifier: Apache-2.0
#include "mobile/order_words.h"

#include <QCoreApplication>
#include <algorithm>
#include <set>

#include "mobile/text.h"
#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

struct OrderWords {
    Q_DECLARE_TR_FUNCTIONS(OrderWords)
};

const CatalogueItem* itemAt(std::string_view code, std::int64_t atMs) {
    const auto day = civilDay(dateFromDay(static_cast<double>(atMs)));
    return day && !code.empty() ? Catalogue::sample().find(code, *day) : nullptr;
}

}  // namespace

const CatalogueItem* catalogueItemOf(const Record& order) {
    return itemAt(order.text(doorOrder.item), order.integer(doorOrder.askedAt));
}

QString itemName(std::string_view code, std::int64_t atMs, bool chinese) {
    const CatalogueItem* item = itemAt(code, atMs);
    return toQt(item ? std::string_view(item->name.in(chinese)) : code);
}

QString orderSubject(const Record& order, const Vocabulary& vocabulary) {
    QStringList parts{itemName(order.text(doorOrder.item), order.integer(doorOrder.askedAt), vocabulary.chinese()),
                      toQt(std::string_view(order.text(doorOrder.what)))};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString stateWord(OrderState state) {
    switch (state) {
        case OrderState::asked: return OrderWords::tr("Asked for");
        case OrderState::agreed: return OrderWords::tr("Time agreed");
        case OrderState::missed: return OrderWords::tr("Nobody was home");
        case OrderState::collected: return OrderWords::tr("Papers taken along");
        case OrderState::cannot: return OrderWords::tr("Waits for the household");
        case OrderState::done: return OrderWords::tr("Done");
        case OrderState::delivered: return OrderWords::tr("Result handed over");
        case OrderState::withdrawn: return OrderWords::tr("Withdrawn");
    }
    return {};
}

QString actWord(OrderAct act) {
    switch (act) {
        case OrderAct::accept: return OrderWords::tr("Agree on a time");
        case OrderAct::collect: return OrderWords::tr("Take papers along");
        case OrderAct::done: return OrderWords::tr("It is done");
        case OrderAct::notHome: return OrderWords::tr("Nobody was home");
        case OrderAct::cannot: return OrderWords::tr("It cannot be done");
        case OrderAct::deliver: return OrderWords::tr("Hand over the result");
        case OrderAct::withdraw: return OrderWords::tr("The resident withdraws it");
        case OrderAct::returnPapers: return OrderWords::tr("Give the papers back");
        case OrderAct::invite: return OrderWords::tr("Invite to rate it");
    }
    return {};
}

QString slotWord(std::string_view part, const Vocabulary& vocabulary) {
    constexpr QChar kWordJoiner(0x2060);
    if (beginOf(part) < 0) return {};
    const QString word = vocabulary.word(orderStep, orderStep.agreedPart, part);
    if (!vocabulary.chinese()) return word;
    QString whole;
    for (const QChar letter : word) {
        if (!whole.isEmpty()) whole += kWordJoiner;
        whole += letter;
    }
    return whole;
}

std::vector<Record> standingNotices(const DoorOrderView& view) {
    std::set<RecordId> standing;
    for (const Record& step : standingSteps(view.steps)) standing.insert(step.id());
    std::vector<Record> notices;
    std::ranges::copy_if(view.notices, std::back_inserter(notices), [&](const Record& one) {
        const RecordId step = one.reference(notice.step);
        return step.isNone() || standing.contains(step);
    });
    return notices;
}

std::optional<std::vector<std::string>> firstNotice(const DoorOrderView& view) {
    const std::vector<Record> notices = standingNotices(view);
    if (notices.empty()) return std::nullopt;
    return materialCodes(notices.front().text(notice.missing));
}

const Record* latestInvitation(const DoorOrderView& view) {
    return view.invitations.empty() ? nullptr : &view.invitations.back();
}

QString maskName(const QString& name) {
    if (name.isEmpty()) return {};
    return name.left(1) + QString(std::max<qsizetype>(1, name.size() - 1), QChar(0xFF0A));
}

}  // namespace qiaomen
