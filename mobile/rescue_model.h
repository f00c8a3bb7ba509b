// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/change_words.h"
#include "mobile/grid_session.h"
#include "mobile/list_model.h"
#include "mobile/newest_question.h"

namespace qiaomen {

/// Changes that the centre refused, with its reason, until somebody deals with them: saves them anew, or lets them go. Nothing
/// else takes them away.
class RescueModel : public qiaomen::ListModel {
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

    RescueModel(StoreExecutor& executor, const Vocabulary& vocabulary, QObject* parent);
    void setSessions(std::vector<GridSession*> sessions);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
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
        QString gridName;
        GridSession* session = nullptr;
    };
    [[nodiscard]] QString values(const Change& change) const;
    void refresh();
    void close(GridSession& session, std::uint64_t number);

    StoreExecutor& executor_;
    const Vocabulary& vocabulary_;
    std::vector<GridSession*> sessions_;
    std::vector<Row> rows_;
    NewestQuestion asked_;
};

}  // namespace qiaomen
