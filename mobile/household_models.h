// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>

#include "mobile/grid_session.h"
#include "mobile/list_model.h"

namespace qiaomen {

/// Whole years from a birth date (YYYY, YYYY-MM or YYYY-MM-DD; what is missing counts as the first) to a moment; -1 when it is
/// not known. Pure.
int ageInYears(std::string_view birthDate, std::int64_t nowMs);

/// The people of the shown household, the head first, who has left last. Identifiers are masked here, in C++: the clear text
/// never reaches a list.
class MembersModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.household.members")
public:
    enum Role {
        ResidentIdRole = Qt::UserRole + 1,
        NameRole,
        RelationRole,    ///< in words
        SexRole,         ///< in words
        AgeRole,         ///< int, whole years; -1 unknown
        PhoneRole,       ///< masked
        IdNumberRole,    ///< masked
        PopulationRole,  ///< in words
        CareTagsRole,    ///< QStringList of words
        WorkUnitRole,
        LeftRole,  ///< `gone`, bool: no longer lives here
        HeadRole,  ///< bool
    };
    Q_ENUM(Role)
    MembersModel(const Vocabulary& vocabulary, QObject* parent);

    void show(std::vector<Record> members, std::int64_t nowMs);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    const Vocabulary& vocabulary_;
    std::vector<Record> members_;
    std::int64_t nowMs_ = 0;
};

/// Needs or hazards, open ones first: of a household, or (workspace.openNeeds, workspace.openHazards) of the grid.
class ItemsModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.household.needs, .hazards")
public:
    enum Role {
        RecordIdRole = Qt::UserRole + 1,
        HouseholdIdRole,
        AtRole,         ///< real, ms: heard, found
        KindRole,       ///< in words
        TextRole,       ///< what is needed; the hazard's place and description
        LevelRole,      ///< urgency or risk, in words
        LevelCodeRole,  ///< its code: now, soon, normal; small, general, major
        StateRole,      ///< `stateWord`
        OpenRole,       ///< bool
        DueRole,        ///< real: put right by (hazards); 0 none
        PositionRole,   ///< bool: the thing has a position
        ByRole,
        PhotosRole,  ///< of a hazard: addresses of thumbnails; an empty one for each that is not here yet
    };
    Q_ENUM(Role)
    ItemsModel(const Vocabulary& vocabulary, QObject* parent);

    /// Thumbnails by the hazard that they are of.
    using Photos = std::map<RecordId, QStringList>;
    void show(std::vector<Record> items, Photos photos = {});
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    const Vocabulary& vocabulary_;
    std::vector<Record> items_;
    Photos photos_;
};

}  // namespace qiaomen
