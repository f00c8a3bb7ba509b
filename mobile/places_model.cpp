// SPDX-License-Identifier: Apache-2.0
#include "mobile/places_model.h"

#include <algorithm>
#include <limits>

#include "mobile/freshness.h"
#include "mobile/text.h"
#include "shared/domain/sketch_map.h"

namespace qiaomen {

std::vector<Place> nearestFirst(std::vector<Place> places, const GeoPoint& here) {
    std::ranges::stable_sort(places, {}, [&here](const Place& place) {
        return place.position ? distanceMetres(here, *place.position) : std::numeric_limits<double>::infinity();
    });
    return places;
}

PlacesModel::PlacesModel(PositionSource::Plugin position, QObject* parent)
    : ListModel(parent), position_(std::move(position)) {
    connect(&position_, &PositionSource::changed, this, &PlacesModel::measured);
}

bool PlacesModel::isMeasurable() const {
    return std::ranges::any_of(inOrder_, [](const Place& place) { return place.position.has_value(); });
}

QString PlacesModel::positionWords() const {
    switch (nearestFirst_ ? position_.state() : PositionSource::Off) {
        case PositionSource::Searching: return tr("Looking for where you are…");
        case PositionSource::Unavailable: return tr("The position is not available here. The list stays in its order.");
        case PositionSource::Off:
        case PositionSource::Found: break;
    }
    return {};
}

void PlacesModel::setNearestFirst(bool wanted) {
    if (nearestFirst_ == wanted) return;
    nearestFirst_ = wanted;
    if (wanted)
        position_.start();
    else
        position_.clear();
    arrange();
}

/// A reading that finds the building is enough for an order: the receiver is not kept on for a better one.
void PlacesModel::measured() {
    if (nearestFirst_ && position_.state() == PositionSource::Searching && position_.quality() >= PositionSource::Fair)
        position_.stop();
    else
        arrange();
}

std::optional<GeoPoint> PlacesModel::here() const {
    const PositionSource::Reading& reading = position_.reading();
    if (!nearestFirst_ || !reading.valid) return std::nullopt;
    return GeoPoint{reading.longitude, reading.latitude};
}

void PlacesModel::arrange() {
    const auto from = here();
    replace(places_, from ? qiaomen::nearestFirst(inOrder_, *from) : inOrder_);
    emit stateChanged();
}

void PlacesModel::setSession(GridSession* session) {
    if (session_) disconnect(session_, nullptr, this, nullptr);
    asked_.forget();
    session_ = session;
    if (session_) connect(session_, &GridSession::changed, this, &PlacesModel::refresh);
    loading_ = true;
    nearestFirst_ = false;
    position_.clear();
    inOrder_.clear();
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
            if (places) inOrder_ = std::move(*places);
            arrange();
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
        case DistanceRole: return here() && place.position ? distanceMetres(*here(), *place.position) : -1.0;
        default: return {};
    }
}

QHash<int, QByteArray> PlacesModel::roleNames() const {
    return {{EstateRole, "estate"},         {NameRole, "name"},
            {VillageRole, "village"},       {DoorsRole, "doors"},
            {HouseholdsRole, "households"}, {UnitsRole, "units"},
            {FloorsRole, "floors"},         {MetRole, "met"},
            {OpenNeedsRole, "openNeeds"},   {OpenHazardsRole, "openHazards"},
            {DistanceRole, "distance"}};
}

}  // namespace qiaomen
