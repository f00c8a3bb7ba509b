// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/grid_session.h"
#include "mobile/list_model.h"
#include "mobile/newest_question.h"

namespace qiaomen {

/// Who took records of the grid out of this system, latest first: the export facts of every device.
class ExportsModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.takeOut.past")
public:
    enum Role {
        AtRole = Qt::UserRole + 1,  ///< real, ms
        WorkerRole,
        RowsRole,   ///< int
        FromRole,   ///< real, the first day of the period; 0: everything
        UntilRole,  ///< real, its last day
    };
    Q_ENUM(Role)
    static constexpr std::size_t kLimit = 50;

    using ListModel::ListModel;
    /// Follows the grid; null: none.
    void setSession(GridSession* session);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    void refresh();

    GridSession* session_ = nullptr;
    QMetaObject::Connection following_;
    NewestQuestion asked_;
    std::vector<Record> exports_;
};

}  // namespace qiaomen
