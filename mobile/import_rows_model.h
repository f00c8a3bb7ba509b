// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "mobile/list_model.h"
#include "mobile/vocabulary.h"
#include "shared/client/visit_import.h"

namespace qiaomen {

/// The rows of an import before it is saved: what each says, which household it is for, and what becomes of it. Shows those of one
/// group, or all.
class ImportRowsModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.visitImport.rows")
    Q_PROPERTY(qiaomen::ImportRowsModel::Group group READ group WRITE setGroup NOTIFY counted)
    Q_PROPERTY(int all READ all NOTIFY counted)
    Q_PROPERTY(int ready READ ready NOTIFY counted)
    /// Candidates are there, none is sure.
    Q_PROPERTY(int toChoose READ toChoose NOTIFY counted)
    /// Without a household, notes of earlier imports among them.
    Q_PROPERTY(int notFound READ notFound NOTIFY counted)
    /// Saved before, or the same as an earlier row.
    Q_PROPERTY(int already READ already NOTIFY counted)
    Q_PROPERTY(int unreadable READ unreadable NOTIFY counted)
    /// What saving will write.
    Q_PROPERTY(int visitsToSave READ visitsToSave NOTIFY counted)
    Q_PROPERTY(int notesToSave READ notesToSave NOTIFY counted)
public:
    enum Group { All, Ready, ToChoose, NotFound, Already, Unreadable };
    Q_ENUM(Group)
    enum Role {
        NumberRole = Qt::UserRole + 1,  ///< int: of the row in the import, for choose() and the like
        PlaceRole,                      ///< "row 5", with its sheet where there are several; empty for a note
        PersonRole,
        AddressRole,  ///< as it stands there
        AtRole,       ///< real, ms; 0 when it cannot be read
        WhenRole,     ///< as it stands there
        AboutRole,    ///< way and outcome, in words
        DetailsRole,
        GroupRole,      ///< int, as Group
        ReasonRole,     ///< why it is there, in a sentence; empty for a sure one
        HouseholdRole,  ///< `home`: whose it will be, in words
        SkippedRole,    ///< bool
        KeptRole,       ///< bool: as a note
        ChoosableRole,  ///< bool: a household can be chosen
    };
    Q_ENUM(Role)
    ImportRowsModel(const Vocabulary& vocabulary, QObject* parent);

    void show(VisitImportPlan plan);
    /// Changes the plan and shows what came of it.
    template <class Change>
    void change(Change&& how) {
        how(plan_);
        refresh();
    }
    [[nodiscard]] const VisitImportPlan& plan() const { return plan_; }

    [[nodiscard]] Group group() const { return group_; }
    void setGroup(Group group);
    [[nodiscard]] int all() const { return static_cast<int>(plan_.rows().size()); }
    [[nodiscard]] int ready() const { return counts_[Ready]; }
    [[nodiscard]] int toChoose() const { return counts_[ToChoose]; }
    [[nodiscard]] int notFound() const { return counts_[NotFound]; }
    [[nodiscard]] int already() const { return counts_[Already]; }
    [[nodiscard]] int unreadable() const { return counts_[Unreadable]; }
    [[nodiscard]] int visitsToSave() const { return visits_; }
    [[nodiscard]] int notesToSave() const { return notes_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    static Group groupOf(const ImportRow& row);

signals:
    void counted();

private:
    void refresh();
    [[nodiscard]] QString reason(const ImportRow& row) const;
    [[nodiscard]] QString place(const ImportRow& row) const;
    [[nodiscard]] QString about(const ImportRow& row) const;
    [[nodiscard]] QString home(const ImportRow& row) const;

    const Vocabulary& vocabulary_;
    VisitImportPlan plan_;
    Group group_ = All;
    bool severalSheets_ = false;
    std::vector<std::size_t> shown_;
    std::array<int, 6> counts_{};
    int visits_ = 0, notes_ = 0;
};

}  // namespace qiaomen
