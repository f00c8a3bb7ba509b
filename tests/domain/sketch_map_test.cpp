// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/sketch_map.h"

#include <rapidcheck.h>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <set>

#include "shared/domain/checks.h"
#include "tests/support/generators.h"

using namespace qiaomen;
using Catch::Approx;

namespace {

/// Around Yantai.
constexpr GeoPoint kSquare{121.25, 37.49};

std::string square(const char* first) {
    return std::string(R"({"type":"Polygon","coordinates":[[)") + first +
           ",[121.26,37.49],[121.26,37.50],[121.25,37.50],[121.25,37.49]]]}";
}

}  // namespace

TEST_CASE("An outline is read from what offices export", "[map]") {
    const std::string polygon = square("[121.25,37.49]");
    const std::string text = GENERATE_COPY(
        polygon, R"({"type":"Feature","properties":{"name":"7"},"geometry":)" + polygon + "}",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[0,0]}},)"
        R"({"type":"Feature","geometry":null},{"type":"Feature","geometry":)" +
            polygon + "}]}",
        R"({"type":"MultiPolygon","coordinates":[[[[121.25,37.49,12],[121.26,37.49],[121.26,37.50],[121.25,37.50]]]]})");
    const auto outline = readOutline(text);
    REQUIRE(outline);
    REQUIRE(outline->size() == 1);
    CHECK(outline->front().size() == 5);
    CHECK(outline->front().front() == outline->front().back());
    CHECK(checkOutline(Value(text)) == std::nullopt);
}

TEST_CASE("A bad outline is refused, and the message says where", "[map]") {
    struct Bad {
        std::string text, says;
    };
    const Bad bad = GENERATE(
        Bad{"the river, then the road", "no JSON from byte"}, Bad{"[]", "$ is no GeoJSON object"},
        Bad{"{}", "$ has no \"type\""}, Bad{R"({"type":"Polygon"})", "$ has no \"coordinates\""},
        Bad{R"({"type":"Point","coordinates":[1,2]})", "no Polygon"},
        Bad{R"({"type":"Polygon","coordinates":[[[1,2],[3,4]]]})", "$.coordinates[0] has fewer than three corners"},
        Bad{R"({"type":"Polygon","coordinates":[[[1,2],["3",4],[5,6],[1,2]]]})", "$.coordinates[0][1] is no pair"},
        Bad{R"({"type":"Polygon","coordinates":[[[37.49,121.25],[3,4],[5,6],[1,2]]]})", "longitude first"},
        Bad{R"({"type":"Feature","geometry":{"type":"Polygon","coordinates":7}})",
            "$.geometry.coordinates is no list"});
    const auto outline = readOutline(bad.text);
    REQUIRE_FALSE(outline);
    CHECK(outline.error().fault == Fault::invalid);
    INFO(outline.error().message);
    CHECK(outline.error().message.find(bad.says) != std::string::npos);
    CHECK(checkOutline(Value(bad.text)));
}

TEST_CASE("A street of a hundred metres is a hundred metres on the map, wherever it runs", "[map]") {
    const Projection projection(kSquare);
    const GeoPoint east{121.251131, 37.49}, north{121.25, 37.490899};
    CHECK(distanceMetres(kSquare, east) == Approx(99.8).margin(0.5));
    CHECK(distanceMetres(kSquare, north) == Approx(100).margin(0.5));
    CHECK(projection.toMap(east).x == Approx(99.8).margin(0.5));
    CHECK(projection.toMap(north).y == Approx(-100).margin(0.5));
    CHECK(projection.toMap(kSquare) == MapPoint{});
}

TEST_CASE("What is projected comes back", "[map]") {
    CHECK(rc::check([] {
        const GeoPoint place{*rc::gen::inRange(110'000, 130'000) / 1000.0, *rc::gen::inRange(20'000, 50'000) / 1000.0};
        const Projection projection(kSquare);
        const GeoPoint back = projection.toGeo(projection.toMap(place));
        RC_ASSERT(std::abs(back.longitude - place.longitude) < 1e-9);
        RC_ASSERT(std::abs(back.latitude - place.latitude) < 1e-9);
    }));
}

TEST_CASE("Fitting shows all of the box; a lone thing is shown with its street", "[map]") {
    MapView view;
    view.fit({-500, -250, 500, 250}, 360, 640, 20);
    CHECK(view.toScreen({-500, 0}).x == Approx(20));
    CHECK(view.toScreen({500, 0}).x == Approx(340));
    CHECK(view.toScreen({0, 0}).y == Approx(320));
    view.fit({10, 10, 10, 10}, 360, 640, 20);
    CHECK(view.scale() == Approx(320.0 / 200));
    CHECK(view.toScreen({10, 10}).x == Approx(180));
}

TEST_CASE("Pinching keeps what is under the fingers, within limits", "[map]") {
    CHECK(rc::check([] {
        MapView view;
        view.fit({-500, -500, 500, 500}, 360, 640, 0);
        const MapPoint pixel{double(*rc::gen::inRange(0, 360)), double(*rc::gen::inRange(0, 640))};
        const MapPoint before = view.toMap(pixel);
        view.zoom(*rc::gen::inRange(1, 10'000) / 100.0, pixel);
        RC_ASSERT(view.scale() >= MapView::kMinScale);
        RC_ASSERT(view.scale() <= MapView::kMaxScale);
        RC_ASSERT(std::abs(view.toMap(pixel).x - before.x) < 1e-6);
        RC_ASSERT(std::abs(view.toMap(pixel).y - before.y) < 1e-6);
        view.pan(30, -40);
        RC_ASSERT(std::abs(view.toScreen(before).x - pixel.x - 30) < 1e-6);
    }));
}

TEST_CASE("Marks that would lie on one another are one; nobody is lost and nobody counted twice", "[map]") {
    CHECK(rc::check([] {
        std::vector<MapPoint> points;
        for (int i = *rc::gen::inRange(0, 200); i > 0; --i)
            points.push_back({double(*rc::gen::inRange(-500, 500)), double(*rc::gen::inRange(-500, 500))});
        std::set<std::size_t> seen;
        for (const Cluster& cluster : clustersOf(points, 60)) {
            for (const std::size_t member : cluster.members) {
                RC_ASSERT(seen.insert(member).second);
                RC_ASSERT(std::abs(points[member].x - cluster.at.x) <= 60);
            }
        }
        RC_ASSERT(seen.size() == points.size());
    }));
}

TEST_CASE("A finger means the nearest mark in its reach, or none", "[map]") {
    const auto clusters = clustersOf({{0, 0}, {100, 0}, {130, 0}}, 10);
    CHECK(hit(clusters, {90, 5}, 40) == 1);
    CHECK(hit(clusters, {118, 0}, 40) == 2);
    CHECK(hit(clusters, {-60, 0}, 40) == std::nullopt);
    CHECK(hit({}, {0, 0}, 40) == std::nullopt);
}

TEST_CASE("The middle is that of the outline; without one, of the things; without both there is no map", "[map]") {
    const auto outline = readOutline(square("[121.25,37.49]"));
    CHECK(middleOf(*outline, {{0, 0}})->longitude == Approx(121.255));
    CHECK(middleOf({}, {{10, 20}, {12, 24}}) == GeoPoint{11, 22});
    CHECK(middleOf({}, {}) == std::nullopt);
    CHECK(boundsOf({}).has_value() == false);
}
