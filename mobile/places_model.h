// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/grid_session.h"
#include "mobile/list_model.h"
#include "mobile/newest_question.h"

namespace qiaomen {

/// The buildings of the current grid by estate, then its village groups: where a worker's round begins. Follows the store.
class PlacesModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.places")
    Q_PROPERTY(bool loading READ isLoading NOTIFY stateChanged)
    /// Empty, or what went wrong and what to do.
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)
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
    };
    Q_ENUM(Role)

    explicit PlacesModel(QObject* parent) : ListModel(parent) {}
    void setSession(GridSession* session);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool isLoading() const { return loading_; }
    [[nodiscard]] const QString& problem() const { return problem_; }
    [[nodiscard]] const std::vector<Place>& places() const { return places_; }

signals:
    void stateChanged();

private:
    void refresh();

    GridSession* session_ = nullptr;
    std::vector<Place> places_;
    bool loading_ = false;
    NewestQuestion asked_;
    QString problem_;
};

}  // namespace qiaomen
