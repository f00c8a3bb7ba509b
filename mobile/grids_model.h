// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/list_model.h"
#include "shared/client/device_folder.h"

namespace qiaomen {

/// The grids that this device holds: one for a worker, several for the hall.
class GridsModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.grids")
public:
    enum Role { GridIdRole = Qt::UserRole + 1, NameRole };
    Q_ENUM(Role)
    using ListModel::ListModel;

    void show(std::vector<HeldGrid> grids) { replace(grids_, std::move(grids)); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<HeldGrid> grids_;
};

}  // namespace qiaomen
