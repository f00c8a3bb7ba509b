// SPDX-License-Identifier: Apache-2.0
#include "mobile/sketch_map_model.h"

#include <QAbstractItemModelTester>

#include "mobile/text.h"
#include "shared/domain/dwelling.h"
#include "shared/domain/grid.h"
#include "shared/domain/hazard.h"
#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

namespace {

constexpr const char* kOutline =
    R"({"type":"Polygon","coordinates":[[[121.250,37.490],[121.260,37.490],[121.260,37.500],[121.250,37.500],[121.250,37.490]]]})";

/// Two families with a position, 300 m apart; one without; a hazard in a yard.
struct Quarter {
    FakeClock clock;
    WorkerApp app{clock, nullptr};
    Family wang = moveIn(app.store(), "3", "2", "501", {{"王秀英"}});
    Family li = moveIn(app.store(), "10", "1", "101", {{"李强"}});
    Family zhao = moveIn(app.store(), "7", "1", "101", {{"赵敏"}});
    SketchMapModel& map = *app.workspace().map();

    Quarter() {
        place(wang.dwelling, 121.2520, 37.4950);
        place(li.dwelling, 121.2554, 37.4950);
        ok(app.store().save({hazard.number(),
                             newRecord(),
                             {{hazard.foundAt, kMorning},
                              {hazard.kind, "wiring"},
                              {hazard.risk, "general"},
                              {hazard.place, "院内"},
                              {hazard.longitude, 121.2590},
                              {hazard.latitude, 37.4990}}}));
    }
    void place(const RecordId& door, double longitude, double latitude) {
        ok(app.store().save(
            {dwelling.number(), door, {{dwelling.longitude, longitude}, {dwelling.latitude, latitude}}}));
    }
    void outline(const std::string& geoJson) {
        ok(app.store().save(
            {grid.number(), newRecord(), {{grid.code, "1"}, {grid.gridName, "7"}, {grid.outline, geoJson}}}));
    }
    void look() {
        map.setWindow(360, 640);
        map.setActive(true);
        waitUntil([&] { return map.things() == 3; });
    }
};

}  // namespace

TEST_CASE("The map shows what has a position inside the boundary, and says what has none", "[map]") {
    Quarter quarter;
    quarter.outline(kOutline);
    QAbstractItemModelTester strict(&quarter.map, QAbstractItemModelTester::FailureReportingMode::Fatal);
    quarter.look();
    CHECK(quarter.map.without() == 1);
    CHECK(quarter.map.outline().startsWith("M"));
    CHECK(quarter.map.outlineProblem().isEmpty());
    CHECK(quarter.map.count() == 3);

    // The finger on a mark finds it, and beside all marks nothing.
    const auto pixel = [&](int row, int role, double origin) {
        return origin + quarter.map.index(row).data(role).toDouble() * quarter.map.scale();
    };
    for (int row = 0; row < 3; ++row) {
        const int found = quarter.map.hitAt(pixel(row, SketchMapModel::MarkXRole, quarter.map.originX()) + 5,
                                            pixel(row, SketchMapModel::MarkYRole, quarter.map.originY()) - 5);
        CHECK(found == row);
    }
    CHECK(quarter.map.hitAt(-500, -500) == -1);
    REQUIRE(quarter.map.choose(0) == 1);
    CHECK(quarter.map.chosen()->index(0).data(MapThings::HouseholdIdRole).toString().size() > 0);
    CHECK(quarter.map.choose(17) == 0);
}

TEST_CASE("From far away near things are one mark; nearer they part", "[map]") {
    Quarter quarter;
    quarter.look();
    quarter.map.zoom(0.01, 180, 320);
    CHECK(quarter.map.count() < 3);
    CHECK(quarter.map.index(0).data(SketchMapModel::CountRole).toInt() > 1);
    quarter.map.fitAll();
    CHECK(quarter.map.count() == 3);
}

TEST_CASE("A boundary that an older program let through is told as what it is, and the rest is shown", "[map]") {
    Quarter quarter;
    Edit bad{grid.number(), newRecord(), {{grid.code, "1"}, {grid.gridName, "7"}, {grid.outline, "{"}}};
    const auto refused = quarter.app.store().save(bad);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("no GeoJSON boundary") != std::string::npos);
    quarter.look();
    CHECK(quarter.map.outline().isEmpty());
    CHECK(quarter.map.count() == 3);
}

TEST_CASE("Nothing is read while nobody looks; a look follows the store", "[map]") {
    Quarter quarter;
    CHECK(quarter.map.things() == 0);
    quarter.look();
    quarter.place(quarter.zhao.dwelling, 121.2530, 37.4920);
    waitUntil([&] { return quarter.map.things() == 4; });
    quarter.map.setActive(false);
    quarter.place(quarter.zhao.dwelling, 121.2531, 37.4920);
    quarter.app.workspace().executor().finish();
    CHECK(quarter.map.things() == 4);
}

TEST_CASE("The nearest building comes first; what has no position keeps its order after it", "[map]") {
    const auto at = [](const char* name, double longitude) {
        Place place;
        place.name = name;
        if (longitude > 0) place.position = GeoPoint{longitude, 37.49};
        return place;
    };
    const auto sorted = nearestFirst({at("1", 0), at("2", 121.30), at("3", 121.26), at("4", 0)}, {121.25, 37.49});
    std::string names;
    for (const Place& place : sorted) names += place.name;
    CHECK(names == "3214");
}

TEST_CASE("The position is asked for only when the worker wishes it, and forgotten with the wish", "[map]") {
    FakeClock clock;
    WorkerApp app(clock, nullptr);
    const Family wang = moveIn(app.store(), "3", "2", "501", {{"王秀英"}});
    const Family li = moveIn(app.store(), "2", "2", "501", {{"李强"}});
    ok(app.store().save({dwelling.number(), wang.dwelling, {{dwelling.longitude, 83.1}, {dwelling.latitude, 39.1}}}));
    PlacesModel& places = *app.workspace().places();
    waitUntil([&] { return places.count() == 2 && places.isMeasurable(); });
    CHECK(places.position().state() == PositionSource::Off);
    CHECK(places.index(0).data(PlacesModel::NameRole).toString() == text("2栋"));
    CHECK(places.index(0).data(PlacesModel::DistanceRole).toDouble() == -1);

    PlacesModel near({QStringLiteral("nmea"), {{"nmea.source", QStringLiteral(QIAOMEN_TEST_DATA "/hazard.nmea")}}},
                     nullptr);
    near.setSession(&app.session());
    waitUntil([&] { return near.count() == 2; });
    near.setNearestFirst(true);
    waitUntil([&] { return near.index(0).data(PlacesModel::NameRole).toString() == text("3栋"); });
    CHECK(near.index(0).data(PlacesModel::DistanceRole).toDouble() >= 0);
    near.setNearestFirst(false);
    CHECK_FALSE(near.position().reading().valid);
    CHECK(near.position().state() == PositionSource::Off);
    CHECK(near.index(0).data(PlacesModel::NameRole).toString() == text("2栋"));
}

}  // namespace qiaomen::tests
