// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "mobile/list_model.h"
#include "mobile/vocabulary.h"
#include "shared/client/grid_reader.h"

namespace qiaomen {

/// The door orders of a household, open ones first.
class OrdersModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.household.orders")
public:
    enum Role {
        RecordIdRole = Qt::UserRole + 1,
        SubjectRole,    ///< the item's name and what was said besides
        KindRole,       ///< in words
        StateWordRole,  ///< in words
        StateCodeRole,  ///< asked, agreed, missed, collected, cannot, done, delivered, withdrawn
        OpenRole,       ///< bool
        WaitsRole,      ///< bool: it is the household's turn
        OnDayRole,      ///< real: agreed or wished; 0 none
        PartRole,       ///< of the day, in words; empty for any time
        AgreedRole,     ///< bool: agreed, not only wished
        PapersOutRole,  ///< int: papers that a worker carries
    };
    Q_ENUM(Role)
    OrdersModel(const Vocabulary& vocabulary, QObject* parent);
    void show(std::vector<DoorOrderView> orders);
    [[nodiscard]] int openCount() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Row {
        Record order{CollectionNo{}, {}};
        OrderStatus status;
        int papersOut = 0;
    };
    const Vocabulary& vocabulary_;
    std::vector<Row> rows_;
};

}  // namespace qiaomen
