// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/grid_session.h"
#include "mobile/list_model.h"
#include "mobile/newest_question.h"
#include "mobile/position_source.h"

namespace qiaomen {

/// The buildings of the current grid by estate, then its village groups: where a worker's round begins. Follows the store.
class PlacesModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.places")
    Q_PROPERTY(bool loading READ isLoading NOTIFY stateChanged)
    /// Empty, or what went wrong and what to do.
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)
    /// The nearest first, while the worker wishes it: one reading of the position is made, used for the order and forgotten with it.
    Q_PROPERTY(bool nearestFirst READ isNearestFirst WRITE setNearestFirst NOTIFY stateChanged)
    /// Some place has a position: there is something to measure.
    Q_PROPERTY(bool measurable READ isMeasurable NOTIFY stateChanged)
    /// What the reading of the position is at, in words; empty while it is off, or good.
    Q_PROPERTY(QString positionWords READ positionWords NOTIFY stateChanged)
public:
    enum Role {
        EstateRole = Qt::UserRole + 1,
        NameRole,     ///< "3栋", or the village group
        VillageRole,  ///< bool
        DoorsRole,    ///< int, as all counts
        HouseholdsRole,
        UnitsRole,
        FloorsRole,
        MetRole,  ///< households met in the last 30 days, of `households`
        OpenNeedsRole,
        OpenHazardsRole,
        DistanceRole,  ///< real: metres from here, while nearestFirst; -1 unknown
    };
    Q_ENUM(Role)

    explicit PlacesModel(PositionSource::Plugin position, QObject* parent);
    void setSession(GridSession* session);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool isLoading() const { return loading_; }
    [[nodiscard]] const QString& problem() const { return problem_; }
    [[nodiscard]] bool isNearestFirst() const { return nearestFirst_; }
    [[nodiscard]] bool isMeasurable() const;
    [[nodiscard]] QString positionWords() const;
    void setNearestFirst(bool wanted);
    [[nodiscard]] const PositionSource& position() const { return position_; }
    [[nodiscard]] const std::vector<Place>& places() const { return places_; }

signals:
    void stateChanged();

private:
    void refresh();
    void measured();
    void arrange();
    [[nodiscard]] std::optional<GeoPoint> here() const;

    GridSession* session_ = nullptr;
    std::vector<Place> inOrder_;  ///< as people count them
    std::vector<Place> places_;   ///< as they are shown
    PositionSource position_;
    bool loading_ = false, nearestFirst_ = false;
    NewestQuestion asked_;
    QString problem_;
};

/// The nearest first; those without a position after them, in the order they were in. Pure.
std::vector<Place> nearestFirst(std::vector<Place> places, const GeoPoint& here);

}  // namespace qiaomen
