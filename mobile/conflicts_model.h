// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include "mobile/all_grids_model.h"
#include "mobile/change_words.h"

namespace qiaomen {

/// Open conflicts of all grids: two people wrote one field without knowing of each other. Before, mine and theirs, with names
/// and times. One tap resolves: it writes the record and the conflict's state in one save, and both values stay in the history.
class ConflictsModel : public qiaomen::AllGridsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.conflicts")
public:
    enum Role {
        ConflictIdRole = Qt::UserRole + 1,
        HouseholdIdRole,
        SubjectRole,  ///< who and where: "王芳, 锦绣花园 3栋2单元501"
        FieldRole,    ///< the field's label; "Deleted and changed" for that grade
        BeforeRole,   ///< what it was, in words; empty when there was nothing
        MineRole,     ///< what this device wrote; when it wrote neither, the value that stands
        MineByRole,
        MineAtRole,  ///< real, ms
        TheirsRole,
        TheirsByRole,
        TheirsAtRole,
        MineStandsRole,  ///< bool: the record holds `mine` now
        InvolvesMeRole,  ///< bool: one of the two was written on this device
        RemovalRole,     ///< bool: "theirs"/"mine" is a deletion
        GridNameRole,
    };
    Q_ENUM(Role)
    enum Choice {
        KeepWinner,  ///< what stands, stays
        TakeOther,   ///< the other value replaces it
    };
    Q_ENUM(Choice)

    using AllGridsModel::AllGridsModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    void refresh() override;

    /// Answers with resolved() or failed(). An unknown id does nothing.
    Q_INVOKABLE void resolve(const QString& conflictId, qiaomen::ConflictsModel::Choice choice);
    /// The same in the words of the card: keeps what this device wrote, or what the other did.
    Q_INVOKABLE void keepMine(const QString& conflictId);
    Q_INVOKABLE void keepTheirs(const QString& conflictId);

    /// True while the conflict is open and listed.
    [[nodiscard]] bool holds(const QString& conflictId) const { return find(conflictId) != nullptr; }

signals:
    void refreshed();
    void resolved(const QString& conflictId);
    void failed(const QString& problem);

private:
    struct Row {
        Record conflict{CollectionNo{}, {}};
        ChangeSubject subject;
        QString gridName{};
        GridSession* session = nullptr;
        bool mineIsWinner = true;
        bool involvesMe = false;
    };
    [[nodiscard]] bool concerns(const StoreChange& change) const override;
    void forgetRows() override { replace(rows_, {}); }
    static Result<std::vector<Row>> readGrid(GridSession& session);
    [[nodiscard]] const Row* find(const QString& conflictId) const;
    [[nodiscard]] QString fieldWords(const Row& row) const;
    [[nodiscard]] QString valueWords(const Row& row, FieldNo side) const;

    std::vector<Row> rows_;
};

/// Every id under which this device has written to the grid, as conflict records name devices: the one it was enrolled with and
/// those it went on as, after it had been set back or copied. Off the UI thread.
std::set<std::string> namesOfThisDevice(LocalStore& store);

/// What resolving writes: the conflict's state, and, when the other value is taken, the record. Pure. Invalid when the conflict
/// cannot be read (a newer program's).
Result<std::vector<Edit>> resolution(const Record& record, ConflictsModel::Choice choice, const std::string& resolver);

}  // namespace qiaomen
