// SPDX-License-Identifier: Apache-2.0
#include "mobile/places_model.h"

#include "mobile/freshness.h"
#include "mobile/text.h"

namespace qiaomen {

void PlacesModel::setSession(GridSession* session) {
    if (session_) disconnect(session_, nullptr, this, nullptr);
    asked_.forget();
    session_ = session;
    if (session_) connect(session_, &GridSession::changed, this, &PlacesModel::refresh);
    loading_ = true;
    replace(places_, {});
    refresh();
}

void PlacesModel::refresh() {
    if (!session_) return;
    const std::int64_t since = session_->nowMs() - kFreshDays * kDayMs;
    asked_.ask(
        session_->executor(), this, [&reader = session_->reader(), since] { return reader.places(since); },
        [this](Result<std::vector<Place>> places) {
            loading_ = false;
            problem_ = places ? QString() : explain(places.error());
            if (places) replace(places_, std::move(*places));
            emit stateChanged();
        });
    emit stateChanged();
}

int PlacesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(places_.size());
}

QVariant PlacesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Place& place = places_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case EstateRole: return toQt(std::string_view(place.estate));
        case NameRole: return toQt(std::string_view(place.name));
        case VillageRole: return place.village;
        case DoorsRole: return static_cast<int>(place.doors);
        case HouseholdsRole: return static_cast<int>(place.households);
        case UnitsRole: return static_cast<int>(place.units);
        case FloorsRole: return static_cast<int>(place.floors);
        case MetRole: return static_cast<int>(place.met);
        case OpenNeedsRole: return static_cast<int>(place.openNeeds);
        case OpenHazardsRole: return static_cast<int>(place.openHazards);
        default: return {};
    }
}

QHash<int, QByteArray> PlacesModel::roleNames() const {
    return {{EstateRole, "estate"},         {NameRole, "name"},
            {VillageRole, "village"},       {DoorsRole, "doors"},
            {HouseholdsRole, "households"}, {UnitsRole, "units"},
            {FloorsRole, "floors"},         {MetRole, "met"},
            {OpenNeedsRole, "openNeeds"},   {OpenHazardsRole, "openHazards"}};
}

}  // namespace qiaomen
