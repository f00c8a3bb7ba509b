// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/all_grids_model.h"
#include "mobile/change_words.h"

namespace qiaomen {

/// Rescued records of all grids that wait for a decision (shared/domain/rescued_change.h): what somebody recorded after the grid had
/// been taken from them, and what they could not send before. What stands now, what the author wrote; one tap takes it in or puts it
/// aside. Whoever holds the grid may decide, until there are roles.
class LateModel : public qiaomen::AllGridsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.late")
public:
    enum Role {
        RescuedIdRole = Qt::UserRole + 1,
        WhatRole,
        HouseholdRole,
        ByRole,
        AtRole,      ///< real, ms
        WhyRole,     ///< in words
        BeforeRole,  ///< what stands in the same fields now, in words
        ValuesRole,  ///< what the author wrote, in words
        DraftRole,   ///< bool: words only, there is nothing to take in
        GridNameRole,
    };
    Q_ENUM(Role)

    using AllGridsModel::AllGridsModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    void refresh() override;
    /// Answer with decided() or failed(). A row that is not there does nothing.
    Q_INVOKABLE void takeIn(int row);
    Q_INVOKABLE void putAside(int row);

signals:
    void decided();
    void failed(const QString& problem);

private:
    struct Row {
        Record rescued{CollectionNo{}, {}};
        std::optional<Change> change;  ///< none of a draft, and where a newer program wrote it
        Record stands{CollectionNo{}, {}};
        ChangeSubject subject;
        QString gridName{};
        GridSession* session = nullptr;
    };
    [[nodiscard]] bool concerns(const StoreChange& change) const override;
    void forgetRows() override { replace(rows_, {}); }
    static Result<std::vector<Row>> readGrid(GridSession& session);
    void save(GridSession& session, std::vector<Edit> edits);
    [[nodiscard]] QString values(const Row& row) const;
    [[nodiscard]] QString before(const Row& row) const;

    std::vector<Row> rows_;
};

}  // namespace qiaomen
