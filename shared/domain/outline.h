// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "shared/core/result.h"

namespace qiaomen {

/// A place on the earth, WGS 84, in degrees.
struct GeoPoint {
    double longitude = 0, latitude = 0;
    bool operator==(const GeoPoint&) const = default;
};

/// The boundary of a grid: closed rings, the first and last points being one. Which ring is a hole in which does not matter to a sketch.
using Outline = std::vector<std::vector<GeoPoint>>;

/// Reads a boundary as offices export it: GeoJSON (RFC 7946), a Polygon or MultiPolygon by itself, in a Feature, or in a
/// FeatureCollection, whose other geometries are passed over. A ring that does not come back to its beginning is closed; heights are
/// ignored. Errors: invalid, with the place in the text and what is wrong there. Pure.
Result<Outline> readOutline(std::string_view geoJson);

}  // namespace qiaomen
