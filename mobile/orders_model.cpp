// SPDX-License-Identifier: Apache-2.0
#include "mobile/orders_model.h"

#include <algorithm>

#include "mobile/order_words.h"
#include "mobile/text.h"
#include "shared/domain/collections.h"

namespace qiaomen {

OrdersModel::OrdersModel(const Vocabulary& vocabulary, QObject* parent) : ListModel(parent), vocabulary_(vocabulary) {
    connect(&vocabulary, &Vocabulary::changed, this, &OrdersModel::tellAllChanged);
}

void OrdersModel::show(std::vector<DoorOrderView> orders) {
    std::vector<Row> rows;
    for (DoorOrderView& view : orders) {
        const int out = orderFacts(view.order, view.steps, view.papers, view.invitations).papersOut;
        rows.push_back({view.order, view.status(), out});
    }
    replace(rows_, std::move(rows));
}

int OrdersModel::openCount() const {
    return static_cast<int>(std::ranges::count_if(rows_, [](const Row& row) { return row.status.open; }));
}

int OrdersModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant OrdersModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case RecordIdRole: return toQt(row.order.id());
        case SubjectRole: return orderSubject(row.order, vocabulary_);
        case KindRole: return vocabulary_.word(doorOrder, doorOrder.kind, row.order.text(doorOrder.kind));
        case StateWordRole: return stateWord(row.status.state);
        case StateCodeRole: return toQt(name(row.status.state));
        case OpenRole: return row.status.open;
        case WaitsRole: return row.status.waitsForResident;
        case OnDayRole: return row.status.ended ? 0.0 : dayFromDate(row.status.onDate);
        case PartRole: return slotWord(row.status.part, vocabulary_);
        case AgreedRole: return row.status.agreed;
        case PapersOutRole: return row.papersOut;
        default: return {};
    }
}

QHash<int, QByteArray> OrdersModel::roleNames() const {
    return {{RecordIdRole, "recordId"},   {SubjectRole, "subject"},     {KindRole, "kind"},
            {StateWordRole, "stateWord"}, {StateCodeRole, "stateCode"}, {OpenRole, "open"},
            {WaitsRole, "waits"},         {OnDayRole, "onDay"},         {PartRole, "part"},
            {AgreedRole, "agreed"},       {PapersOutRole, "papersOut"}};
}

}  // namespace qiaomen
