// SPDX-License-Identifier: Apache-2.0
#include "mobile/grids_model.h"

#include "mobile/text.h"

namespace qiaomen {

int GridsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(grids_.size());
}

QVariant GridsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const HeldGrid& grid = grids_[static_cast<std::size_t>(index.row())];
    return role == GridIdRole ? toQt(grid.id) : role == NameRole ? toQt(std::string_view(grid.name)) : QVariant();
}

QHash<int, QByteArray> GridsModel::roleNames() const { return {{GridIdRole, "gridId"}, {NameRole, "name"}}; }

}  // namespace qiaomen
