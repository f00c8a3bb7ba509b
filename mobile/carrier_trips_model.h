// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/list_model.h"
#include "shared/client/carrier.h"

namespace qiaomen {

/// Questions of this device that are on their way to the centre, oldest first.
class CarrierTripsModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.carrier.trips")
public:
    enum Role {
        AtRole = Qt::UserRole + 1,  ///< real, ms: when it was written
        RecordsRole,                ///< int: how many of this device's changes it brings
    };
    Q_ENUM(Role)
    using ListModel::ListModel;

    void show(std::vector<CarrierTrip> trips) { replace(rows_, std::move(trips)); }
    [[nodiscard]] const std::vector<CarrierTrip>& trips() const { return rows_; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(rows_.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override {
        return {{AtRole, "at"}, {RecordsRole, "records"}};
    }

private:
    std::vector<CarrierTrip> rows_;
};

}  // namespace qiaomen
