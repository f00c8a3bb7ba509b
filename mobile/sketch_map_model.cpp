// SPDX-License-Identifier: Apache-2.0
#include "mobile/sketch_map_model.h"

#include "mobile/freshness.h"
#include "mobile/text.h"
#include "shared/domain/grid.h"
#include "shared/domain/hazard.h"

namespace qiaomen {

struct SketchMapModel::Read {
    Outcome outcome = Done{};
    std::vector<MapThing> things;
    std::string outline;
    int without = 0;
};

namespace {

/// Marks move apart a little while one pinches; they are arranged anew when that has become visible.
constexpr double kRearrange = 1.25;

MapThing thingOf(const Door& door, std::int64_t nowMs) {
    return {MapThing::Kind::Door,
            door.dwelling,
            door.household,
            *door.position,
            door.headName,
            door.address,
            static_cast<int>(freshnessLevel(door.fresh, nowMs))};
}

MapThing thingOf(const Record& open) {
    return {MapThing::Kind::Hazard,           open.id(),
            open.reference(hazard.household), {open.get(hazard.longitude).real(), open.get(hazard.latitude).real()},
            open.text(hazard.kind),           open.text(hazard.place)};
}

QString pathOf(const Outline& outline, const Projection& projection, std::vector<MapPoint>& corners) {
    QString path;
    for (const auto& ring : outline) {
        QChar step = QLatin1Char('M');
        for (const GeoPoint& corner : ring) {
            corners.push_back(projection.toMap(corner));
            path += step + QString::number(corners.back().x, 'f', 1) + QLatin1Char(' ') +
                    QString::number(corners.back().y, 'f', 1) + QLatin1Char(' ');
            step = QLatin1Char('L');
        }
        path += QLatin1Char('Z');
    }
    return path;
}

}  // namespace

// --- what is under a finger ----------------------------------------------------------------------------------------------

int MapThings::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(things_.size());
}

QString MapThings::title(const MapThing& thing) const {
    if (thing.kind == MapThing::Kind::Hazard) return vocabulary_.word(hazard, hazard.kind, thing.title);
    return thing.title.empty() ? tr("Nobody registered") : toQt(std::string_view(thing.title));
}

QVariant MapThings::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const MapThing& thing = things_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case IsHazardRole: return thing.kind == MapThing::Kind::Hazard;
        case RecordIdRole: return toQt(thing.record);
        case HouseholdIdRole: return toQt(thing.household);
        case TitleRole: return title(thing);
        case SubtitleRole: return toQt(std::string_view(thing.subtitle));
        case FreshnessRole: return thing.freshness;
        default: return {};
    }
}

QHash<int, QByteArray> MapThings::roleNames() const {
    return {{IsHazardRole, "isHazard"}, {RecordIdRole, "recordId"}, {HouseholdIdRole, "householdId"},
            {TitleRole, "title"},       {SubtitleRole, "subtitle"}, {FreshnessRole, "freshness"}};
}

// --- the map -------------------------------------------------------------------------------------------------------------

SketchMapModel::SketchMapModel(const Vocabulary& vocabulary, QObject* parent)
    : ListModel(parent), chosen_(vocabulary, this) {
    connect(&vocabulary, &Vocabulary::changed, this, &SketchMapModel::tellAllChanged);
}

void SketchMapModel::setSession(GridSession* session) {
    if (session_) disconnect(session_, nullptr, this, nullptr);
    asked_.forget();
    session_ = session;
    if (session_) {
        connect(session_, &GridSession::changed, this, [this] {
            if (active_) refresh();
        });
    }
    fitted_ = false;
    chosen_.show({});
    take({});
    loading_ = false;
    if (active_) refresh();
}

void SketchMapModel::setActive(bool active) {
    if (active_ == active) return;
    active_ = active;
    if (active_) refresh();
    emit stateChanged();
}

void SketchMapModel::refresh() {
    if (!session_) return;
    loading_ = things_.empty() && outline_.isEmpty();
    asked_.ask(
        session_->executor(), this,
        [&reader = session_->reader(), now = session_->nowMs()] {
            Read read;
            const auto doors = reader.allDoors();
            const auto hazards = reader.openHazards();
            const auto own = reader.grid();
            if (!doors || !hazards || !own) {
                read.outcome = !doors ? doors.error() : !hazards ? hazards.error() : own.error();
                return read;
            }
            for (const Door& door : *doors) {
                if (door.position)
                    read.things.push_back(thingOf(door, now));
                else
                    ++read.without;
            }
            for (const Record& open : *hazards) {
                if (!open.get(hazard.longitude).isNothing() && !open.get(hazard.latitude).isNothing())
                    read.things.push_back(thingOf(open));
            }
            read.outline = own->text(grid.outline);
            return read;
        },
        [this](Read read) {
            loading_ = false;
            take(std::move(read));
        },
        NewestQuestion::Older::taken);
    emit stateChanged();
}

void SketchMapModel::take(Read read) {
    problem_ = read.outcome ? QString() : explain(read.outcome.error());
    Outline outline;
    outlineProblem_.clear();
    if (!read.outline.empty()) {
        if (auto parsed = readOutline(read.outline))
            outline = std::move(*parsed);
        else
            outlineProblem_ = tr("The boundary of this grid cannot be drawn: %1. The office can put it right.")
                                  .arg(toQt(std::string_view(parsed.error().message)));
    }
    things_ = std::move(read.things);
    without_ = read.without;
    std::vector<GeoPoint> places;
    places.reserve(things_.size());
    for (const MapThing& thing : things_) places.push_back(thing.place);
    const Projection projection(middleOf(outline, places).value_or(GeoPoint{}));
    corners_.clear();
    outline_ = pathOf(outline, projection, corners_);
    points_.clear();
    for (const GeoPoint& place : places) points_.push_back(projection.toMap(place));
    if (!fitted_) fitAll();
    arrange();
    emit stateChanged();
}

void SketchMapModel::arrange() {
    arrangedAt_ = view_.scale();
    replace(clusters_, clustersOf(points_, kMarkPixels / arrangedAt_));
}

void SketchMapModel::setWindow(double width, double height) {
    width_ = width;
    height_ = height;
    if (!fitted_) fitAll();
}

void SketchMapModel::fitAll() {
    std::vector<MapPoint> all = corners_;
    all.insert(all.end(), points_.begin(), points_.end());
    const auto bounds = boundsOf(all);
    if (!bounds || width_ <= 0 || height_ <= 0) return;
    fitted_ = true;
    view_.fit(*bounds, width_, height_, kMarkPixels);
    arrange();
    emit viewChanged();
}

void SketchMapModel::pan(double dx, double dy) {
    view_.pan(dx, dy);
    emit viewChanged();
}

void SketchMapModel::zoom(double factor, double x, double y) {
    if (factor <= 0) return;
    view_.zoom(factor, {x, y});
    const double since = view_.scale() / arrangedAt_;
    if (since > kRearrange || since < 1 / kRearrange) arrange();
    emit viewChanged();
}

int SketchMapModel::hitAt(double x, double y) const {
    const auto found = hit(clusters_, view_.toMap({x, y}), kMarkPixels / view_.scale());
    return found ? static_cast<int>(*found) : -1;
}

int SketchMapModel::choose(int row) {
    if (row < 0 || row >= rowCount()) return 0;
    std::vector<MapThing> under;
    for (const std::size_t member : clusters_[static_cast<std::size_t>(row)].members) under.push_back(things_[member]);
    const auto count = static_cast<int>(under.size());
    chosen_.show(std::move(under));
    return count;
}

int SketchMapModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(clusters_.size());
}

QString SketchMapModel::nameOf(const Cluster& cluster) const {
    const MapThing& first = things_[cluster.members.front()];
    const QString one = dotted({chosen_.title(first), toQt(std::string_view(first.subtitle))});
    const auto others = static_cast<int>(cluster.members.size()) - 1;
    return others == 0 ? one : tr("%1 and %n more", "", others).arg(one);
}

QVariant SketchMapModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Cluster& cluster = clusters_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case MarkXRole: return cluster.at.x;
        case MarkYRole: return cluster.at.y;
        case CountRole: return static_cast<int>(cluster.members.size());
        case HazardsRole:
            return static_cast<int>(std::ranges::count(cluster.members, MapThing::Kind::Hazard,
                                                       [this](std::size_t one) { return things_[one].kind; }));
        case FreshnessRole: {
            int stalest = 0;
            for (const std::size_t one : cluster.members) {
                if (things_[one].kind == MapThing::Kind::Door) stalest = std::max(stalest, things_[one].freshness);
            }
            return stalest;
        }
        case NameRole: return nameOf(cluster);
        default: return {};
    }
}

QHash<int, QByteArray> SketchMapModel::roleNames() const {
    return {{MarkXRole, "markX"},     {MarkYRole, "markY"},         {CountRole, "things"},
            {HazardsRole, "hazards"}, {FreshnessRole, "freshness"}, {NameRole, "name"}};
}

}  // namespace qiaomen
