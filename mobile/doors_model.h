// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <memory>

#include "mobile/freshness.h"
#include "mobile/grid_session.h"
#include "mobile/list_model.h"
#include "mobile/newest_question.h"

namespace qiaomen {

/// The doors of one place: of a building one unit at a time, as one sees it from outside (floors from top to bottom, each filled
/// up to `doorsPerFloor` with rows whose `room` is empty, ready for FloorGrid); of a village group all, by gate number. Follows
/// the store. Meant for thousands of doors: rows are plain structs, and a refresh moves nothing on the screen.
class DoorsModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.doors")
    Q_PROPERTY(bool loading READ isLoading NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)
    /// "锦绣花园 3栋"
    Q_PROPERTY(QString title READ title NOTIFY stateChanged)
    Q_PROPERTY(bool village READ isVillage NOTIFY stateChanged)
    /// The units of the building, in order; empty for a village group.
    Q_PROPERTY(QStringList units READ units NOTIFY stateChanged)
    /// The unit that is shown.
    Q_PROPERTY(QString unit READ unit WRITE setUnit NOTIFY stateChanged)
    Q_PROPERTY(int doorsPerFloor READ doorsPerFloor NOTIFY stateChanged)
public:
    enum Role {
        PlaceIdRole = Qt::UserRole + 1,  ///< the dwelling's id; empty for a gap
        HouseholdIdRole,                 ///< empty when nobody is registered there
        FloorRole,                       ///< text: "5"
        RoomRole,                        ///< text; in a village the gate number; empty for a gap
        AddressRole,
        HeadNameRole,
        MembersRole,    ///< int
        FreshnessRole,  ///< int: 0 fresh, 1 ageing, 2 stale, 3 never
        LastMetAtRole,  ///< real, ms; 0 never
        LastVisitAtRole,
        LastOutcomeRole,  ///< in words
        VacantRole,
        OpenNeedsRole,  ///< int
        OpenHazardsRole,
        UnsentRole,     ///< bool: something about this household is only on this phone
        CareTagsRole,   ///< QStringList of words
        TagsRole,       ///< QStringList of words
        NextVisitRole,  ///< real: local midnight; 0 none
    };
    Q_ENUM(Role)

    explicit DoorsModel(QObject* parent) : ListModel(parent) {}
    void setSession(GridSession* session);
    /// Shows the doors of a place, beginning with its first unit.
    void show(const Place& place);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool isLoading() const { return loading_; }
    [[nodiscard]] const QString& problem() const { return problem_; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool isVillage() const { return place_.village; }
    [[nodiscard]] const QStringList& units() const { return units_; }
    [[nodiscard]] const QString& unit() const { return unit_; }
    [[nodiscard]] int doorsPerFloor() const { return doorsPerFloor_; }
    void setUnit(const QString& unit);
    /// The household behind a door, or empty: FloorGrid tells the door's placeId.
    Q_INVOKABLE QString householdOf(const QString& placeId) const;

    /// Everything read of the place, all units.
    [[nodiscard]] const std::vector<Door>& doors() const { return doors_; }

signals:
    void stateChanged();

private:
    struct Read {
        Place place;
        std::vector<Door> doors;
        std::shared_ptr<const Unsent> unsent;
    };
    void refresh();
    void arrange();
    static void nameGaps(std::vector<int>& rows);
    [[nodiscard]] QVariant gapData(const Door& neighbour, int role) const;
    [[nodiscard]] QVariant doorData(const Door& door, int role) const;

    GridSession* session_ = nullptr;
    Place place_;
    std::vector<Door> doors_;
    std::shared_ptr<const Unsent> unsent_ = std::make_shared<const Unsent>();
    std::vector<int> rows_;  ///< index into doors_; for a gap -1 minus the index of the door before it
    QStringList units_;
    QString unit_, problem_;
    int doorsPerFloor_ = 1;
    bool loading_ = false;
    NewestQuestion asked_;
};

/// A place of a floor where there is no door.
inline constexpr int kGap = -1'000'000;

/// Lays a unit's doors out as rows of equal length: for each floor (in the order given) its doors, then gaps up to the longest
/// floor. Pure; the answer holds indexes into `doors`, or kGap.
std::vector<int> floorRows(const std::vector<const Door*>& doors, int& doorsPerFloor);

}  // namespace qiaomen
