// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/outline.h"

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

namespace qiaomen {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxPoints = 5'000;  ///< more than any boundary that somebody walked, and quick to draw

/// Walks the text and says where it is, so that an office finds the mistake in its file.
class Reader {
public:
    Outline read(const Json& json) {
        readAny(json, "$");
        if (outline_.empty()) fail("$", "has no Polygon and no MultiPolygon");
        return std::move(outline_);
    }

private:
    [[noreturn]] static void fail(const std::string& where, const std::string& what) {
        throw std::runtime_error(where + " " + what);
    }
    static std::string at(const std::string& where, std::size_t index) {
        return where + "[" + std::to_string(index) + "]";
    }
    static const Json& member(const Json& json, const char* name, const std::string& where) {
        const auto found = json.find(name);
        if (found == json.end()) fail(where, std::string("has no \"") + name + "\"");
        return *found;
    }
    static const Json& array(const Json& json, const std::string& where) {
        if (!json.is_array()) fail(where, "is no list");
        return json;
    }

    void readAny(const Json& json, const std::string& where) {
        if (!json.is_object()) fail(where, "is no GeoJSON object");
        const Json& type = member(json, "type", where);
        if (type == "FeatureCollection") {
            const Json& features = array(member(json, "features", where), where + ".features");
            for (std::size_t i = 0; i < features.size(); ++i) readAny(features[i], at(where + ".features", i));
        } else if (type == "Feature") {
            const Json& geometry = member(json, "geometry", where);
            if (!geometry.is_null()) readAny(geometry, where + ".geometry");
        } else if (type == "Polygon") {
            readPolygon(member(json, "coordinates", where), where + ".coordinates");
        } else if (type == "MultiPolygon") {
            const Json& polygons = array(member(json, "coordinates", where), where + ".coordinates");
            for (std::size_t i = 0; i < polygons.size(); ++i) readPolygon(polygons[i], at(where + ".coordinates", i));
        } else if (!type.is_string()) {
            fail(where + ".type", "is no text");
        }
    }

    void readPolygon(const Json& rings, const std::string& where) {
        array(rings, where);
        for (std::size_t i = 0; i < rings.size(); ++i) readRing(rings[i], at(where, i));
    }

    void readRing(const Json& points, const std::string& where) {
        array(points, where);
        std::vector<GeoPoint> ring;
        for (std::size_t i = 0; i < points.size(); ++i) ring.push_back(readPoint(points[i], at(where, i)));
        if (!ring.empty() && ring.front() != ring.back()) ring.push_back(ring.front());
        if (ring.size() < 4) fail(where, "has fewer than three corners");
        points_ += ring.size();
        if (points_ > kMaxPoints) fail("$", "has more than " + std::to_string(kMaxPoints) + " points");
        outline_.push_back(std::move(ring));
    }

    static GeoPoint readPoint(const Json& point, const std::string& where) {
        if (!point.is_array() || point.size() < 2 || !point[0].is_number() || !point[1].is_number())
            fail(where, "is no pair of numbers");
        const GeoPoint read{point[0].get<double>(), point[1].get<double>()};
        if (read.longitude < -180 || read.longitude > 180) fail(where, "has a longitude beyond 180 degrees");
        if (read.latitude < -90 || read.latitude > 90)
            fail(where, "has a latitude beyond 90 degrees; GeoJSON puts the longitude first");
        return read;
    }

    Outline outline_;
    std::size_t points_ = 0;
};

}  // namespace

Result<Outline> readOutline(std::string_view geoJson) {
    try {
        return Reader().read(Json::parse(geoJson));
    } catch (const Json::parse_error& error) {
        return Error{Fault::invalid, "no JSON from byte " + std::to_string(error.byte) + " on"};
    } catch (const std::runtime_error& error) {
        return Error{Fault::invalid, error.what()};
    }
}

}  // namespace qiaomen
