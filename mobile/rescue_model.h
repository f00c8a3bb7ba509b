// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/all_grids_model.h"
#include "mobile/change_words.h"

namespace qiaomen {

/// Changes that the centre refused, with its reason, until somebody deals with them: saves them anew, or lets them go. Nothing
/// else takes them away.
class RescueModel : public qiaomen::AllGridsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.rescued")
public:
    enum Role {
        NumberRole = Qt::UserRole + 1,  ///< real
        WhatRole,
        HouseholdRole,
        HouseholdIdRole,
        AtRole,      ///< real, ms: saved
        ReasonRole,  ///< the centre's words
        ValuesRole,  ///< what was written, field by field, in words
        GridNameRole,
    };
    Q_ENUM(Role)

    using AllGridsModel::AllGridsModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    void refresh() override;
    /// Saves the same values as a new change and takes this one out of the queue. Answers with dealtWith() or failed().
    Q_INVOKABLE void saveAnew(int row);
    /// Takes it out of the queue; it stays in the history of own changes.
    Q_INVOKABLE void letGo(int row);

signals:
    void dealtWith();
    void failed(const QString& problem);

private:
    struct Row {
        OutboxEntry entry;
        ChangeSubject subject;
        QString gridName{};
        GridSession* session = nullptr;
    };
    [[nodiscard]] bool concerns(const StoreChange& change) const override;
    void forgetRows() override { replace(rows_, {}); }
    static Result<std::vector<Row>> readGrid(GridSession& session);
    void close(GridSession& session, std::uint64_t number);

    std::vector<Row> rows_;
};

}  // namespace qiaomen
