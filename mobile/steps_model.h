// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "mobile/list_model.h"

namespace qiaomen {

/// What happened to a door order or a hazard, latest first.
class StepsModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.order.steps, workspace.hazard.steps")
public:
    enum Role {
        RecordIdRole = Qt::UserRole + 1,
        ActRole,  ///< its code
        AtRole,   ///< real, ms
        TitleRole,
        SupportingRole,
        ByRole,
        WithdrawnRole,   ///< bool: recorded by mistake, and counts no more
        CorrectionRole,  ///< who took it back, or that it came too late to change anything; in words, else empty
        UndoableRole,    ///< bool: this device saved it, and nothing was built on it
    };
    Q_ENUM(Role)
    struct Step {
        QString recordId, act, title, supporting, by, correction;
        double at = 0;
        bool withdrawn = false, undoable = false;
    };

    using ListModel::ListModel;
    void show(std::vector<Step> steps) { replace(steps_, std::move(steps)); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<Step> steps_;
};

}  // namespace qiaomen
