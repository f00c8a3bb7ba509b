// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/sketch_map.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace qiaomen {

namespace {

constexpr double kMetresPerDegree = 111'195;  ///< of latitude, on a sphere of 6,371 km
constexpr double kStreet = 200;               ///< metres: what is shown around a single thing

double eastAt(double latitude) { return kMetresPerDegree * std::cos(latitude * std::numbers::pi / 180); }

}  // namespace

double distanceMetres(const GeoPoint& one, const GeoPoint& other) {
    const double east = (other.longitude - one.longitude) * eastAt((one.latitude + other.latitude) / 2);
    return std::hypot(east, (other.latitude - one.latitude) * kMetresPerDegree);
}

Projection::Projection(const GeoPoint& middle)
    : middle_(middle), metresPerDegreeEast_(std::max(1.0, eastAt(middle.latitude))) {}

MapPoint Projection::toMap(const GeoPoint& place) const {
    return {(place.longitude - middle_.longitude) * metresPerDegreeEast_,
            (middle_.latitude - place.latitude) * kMetresPerDegree};
}

GeoPoint Projection::toGeo(const MapPoint& point) const {
    return {middle_.longitude + point.x / metresPerDegreeEast_, middle_.latitude - point.y / kMetresPerDegree};
}

std::optional<GeoPoint> middleOf(const Outline& outline, const std::vector<GeoPoint>& things) {
    std::vector<GeoPoint> all;
    for (const auto& ring : outline) all.insert(all.end(), ring.begin(), ring.end());
    const std::vector<GeoPoint>& points = all.empty() ? things : all;
    if (points.empty()) return std::nullopt;
    const auto [west, east] = std::ranges::minmax(points, {}, &GeoPoint::longitude);
    const auto [south, north] = std::ranges::minmax(points, {}, &GeoPoint::latitude);
    return GeoPoint{(west.longitude + east.longitude) / 2, (south.latitude + north.latitude) / 2};
}

std::optional<MapBounds> boundsOf(const std::vector<MapPoint>& points) {
    if (points.empty()) return std::nullopt;
    const auto [left, right] = std::ranges::minmax(points, {}, &MapPoint::x);
    const auto [top, bottom] = std::ranges::minmax(points, {}, &MapPoint::y);
    return MapBounds{left.x, top.y, right.x, bottom.y};
}

MapPoint MapView::toScreen(const MapPoint& point) const {
    return {origin_.x + point.x * scale_, origin_.y + point.y * scale_};
}

MapPoint MapView::toMap(const MapPoint& pixel) const {
    return {(pixel.x - origin_.x) / scale_, (pixel.y - origin_.y) / scale_};
}

void MapView::fit(const MapBounds& bounds, double width, double height, double margin) {
    const double wide = std::max(1.0, width - 2 * margin), high = std::max(1.0, height - 2 * margin);
    const bool isPoint = bounds.width() < 1 && bounds.height() < 1;
    const double across = isPoint ? kStreet : std::max(1.0, bounds.width());
    const double down = isPoint ? kStreet : std::max(1.0, bounds.height());
    scale_ = std::clamp(std::min(wide / across, high / down), kMinScale, kMaxScale);
    origin_ = {width / 2 - (bounds.left + bounds.right) / 2 * scale_,
               height / 2 - (bounds.top + bounds.bottom) / 2 * scale_};
}

void MapView::pan(double dx, double dy) {
    origin_.x += dx;
    origin_.y += dy;
}

void MapView::zoom(double factor, const MapPoint& pixel) {
    const MapPoint under = toMap(pixel);
    scale_ = std::clamp(scale_ * factor, kMinScale, kMaxScale);
    origin_ = {pixel.x - under.x * scale_, pixel.y - under.y * scale_};
}

std::vector<Cluster> clustersOf(const std::vector<MapPoint>& points, double cell) {
    std::vector<Cluster> clusters;
    std::map<std::pair<std::int64_t, std::int64_t>, std::size_t> cells;
    const auto part = [cell](double metres) { return static_cast<std::int64_t>(std::floor(metres / cell)); };
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto [found, isNew] = cells.emplace(std::pair(part(points[i].x), part(points[i].y)), clusters.size());
        if (isNew) clusters.emplace_back();
        clusters[found->second].members.push_back(i);
    }
    for (Cluster& cluster : clusters) {
        for (const std::size_t member : cluster.members) {
            cluster.at.x += points[member].x / static_cast<double>(cluster.members.size());
            cluster.at.y += points[member].y / static_cast<double>(cluster.members.size());
        }
    }
    return clusters;
}

std::optional<std::size_t> hit(const std::vector<Cluster>& clusters, const MapPoint& finger, double reach) {
    std::optional<std::size_t> nearest;
    double best = reach;
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        const double away = std::hypot(clusters[i].at.x - finger.x, clusters[i].at.y - finger.y);
        if (away > best) continue;
        best = away;
        nearest = i;
    }
    return nearest;
}

}  // namespace qiaomen
