// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/all_grids_model.h"
#include "mobile/change_words.h"

namespace qiaomen {

/// Two people changed different fields of one record without knowing of each other, in all grids: both changes stand, and there is
/// nothing to decide. Each row says what either of them changed, until somebody has noticed, which closes it for everybody.
class ParallelsModel : public qiaomen::AllGridsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.parallels")
public:
    enum Role {
        ConflictIdRole = Qt::UserRole + 1,
        HouseholdIdRole,
        SubjectRole,  ///< who and where: "王芳, 锦绣花园 3栋2单元501"
        KindRole,     ///< what kind of record: "Household"
        MineRole,  ///< what this device changed, a line for each field; when it is neither of the two, the later of them
        MineByRole,
        MineAtRole,  ///< real, ms
        TheirsRole,
        TheirsByRole,
        TheirsAtRole,
        InvolvesMeRole,  ///< bool: one of the two is this device
        GridNameRole,
    };
    Q_ENUM(Role)

    using AllGridsModel::AllGridsModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    void refresh() override;

    /// Noticed: gone from every device. Answers with refreshed() or failed(). An unknown id does nothing.
    Q_INVOKABLE void dismiss(const QString& conflictId);
    /// All that are listed now.
    Q_INVOKABLE void dismissAll();

signals:
    void refreshed();
    void failed(const QString& problem);

private:
    struct Row {
        Record note{CollectionNo{}, {}};
        Record about{CollectionNo{}, {}};  ///< the record as it is now
        ChangeSubject subject;
        QString gridName{};
        GridSession* session = nullptr;
        bool mineIsLater = true;
        bool involvesMe = false;
    };
    [[nodiscard]] bool concerns(const StoreChange& change) const override;
    void forgetRows() override { replace(rows_, {}); }
    static Result<std::vector<Row>> readGrid(GridSession& session);
    void dismiss(GridSession& session, std::vector<Edit> edits);
    [[nodiscard]] Edit noticed(const Row& row) const;
    [[nodiscard]] QString fieldWords(const Row& row, bool later) const;

    std::vector<Row> rows_;
};

}  // namespace qiaomen
