// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "shared/domain/outline.h"

/// The arithmetic of a sketch map: a grid is so small that the earth is flat there. No tiles, no network, nobody's own position. Pure.
namespace qiaomen {

/// Metres east and south of the map's middle, as a screen counts.
struct MapPoint {
    double x = 0, y = 0;
    bool operator==(const MapPoint&) const = default;
};

struct MapBounds {
    double left = 0, top = 0, right = 0, bottom = 0;
    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
};

/// Metres between two places, good to a thousandth within a city.
double distanceMetres(const GeoPoint& one, const GeoPoint& other);

/// Turns degrees into metres around a middle, and back.
class Projection {
public:
    explicit Projection(const GeoPoint& middle);
    [[nodiscard]] MapPoint toMap(const GeoPoint& place) const;
    [[nodiscard]] GeoPoint toGeo(const MapPoint& point) const;
    [[nodiscard]] const GeoPoint& middle() const { return middle_; }

private:
    GeoPoint middle_;
    double metresPerDegreeEast_;
};

/// The middle of everything that is on the map: of the outline where there is one, else of the things. None when there is nothing.
std::optional<GeoPoint> middleOf(const Outline& outline, const std::vector<GeoPoint>& things);
/// The smallest box around the points; none for no points.
std::optional<MapBounds> boundsOf(const std::vector<MapPoint>& points);

/// Which part of the map a window of the screen shows, and how large. Every change keeps to the limits.
class MapView {
public:
    static constexpr double kMinScale = 0.02;  ///< pixels a metre: 20 km across a phone
    static constexpr double kMaxScale = 20;    ///< a door is 20 pixels wide

    [[nodiscard]] double scale() const { return scale_; }
    /// Where the map's middle is on the screen.
    [[nodiscard]] MapPoint origin() const { return origin_; }
    [[nodiscard]] MapPoint toScreen(const MapPoint& point) const;
    [[nodiscard]] MapPoint toMap(const MapPoint& pixel) const;
    /// Shows all of the box, with a margin around it. A box without extent (one thing) is shown as a street of 200 m.
    void fit(const MapBounds& bounds, double width, double height, double margin);
    void pan(double dx, double dy);
    /// Larger (factor above 1) or smaller; what is under the pixel stays there.
    void zoom(double factor, const MapPoint& pixel);

private:
    double scale_ = 1;
    MapPoint origin_;
};

/// Things so near each other that their marks would lie on one another: one mark with a number. `members` are indexes of the points.
struct Cluster {
    MapPoint at;  ///< the middle of its members
    std::vector<std::size_t> members;
};

/// Groups points that fall into one square of `cell` metres. Each point is in one cluster; the order is that of the first members. Takes
/// time in proportion to the points.
std::vector<Cluster> clustersOf(const std::vector<MapPoint>& points, double cell);

/// The cluster that a finger at the point means: the nearest within `reach` metres. None when there is none.
std::optional<std::size_t> hit(const std::vector<Cluster>& clusters, const MapPoint& finger, double reach);

}  // namespace qiaomen
