// SPDX-License-Identifier: Apache-2.0
#include "shared/client/door_rows.h"

#include <algorithm>
#include <sstream>

#include "shared/client/grid_queries.h"
#include "shared/client/grid_redirects.h"
#include "shared/domain/natural_order.h"

namespace qiaomen {

namespace {

std::string eachOnce(std::string_view tags) {
    std::istringstream words{std::string(tags)};
    std::vector<std::string> seen;
    std::string once;
    for (std::string word; words >> word;) {
        if (std::ranges::find(seen, word) != seen.end()) continue;
        seen.push_back(word);
        once += (once.empty() ? "" : " ") + word;
    }
    return once;
}

Door readDoor(const Statement& row) {
    Door door;
    door.dwelling = row.id<struct RecordKind>(0);
    door.household = row.id<struct RecordKind>(1);
    door.estate = row.text(2);
    door.building = row.text(3);
    door.unit = row.text(4);
    door.floor = row.integer(5);
    door.room = row.text(6);
    door.villageGroup = row.text(7);
    door.gate = row.text(8);
    door.address = row.text(9);
    door.use = row.text(10);
    door.headName = row.text(11);
    door.tags = row.text(12);
    door.quietHours = row.text(13);
    door.nextVisit = row.text(14);
    door.members = row.integer(15);
    door.careTags = eachOnce(row.text(16));
    door.fresh = readFreshness(row, 17);
    if (!row.isNull(23) && !row.isNull(24)) door.position = GeoPoint{row.real(23), row.real(24)};
    door.vacant = door.household.isNone() || door.use == "vacant";
    return door;
}

bool isVillage(const Door& door) { return door.building.empty(); }

/// Town before village, estate, building, unit, floor from the top, room; in a village group, gate.
bool comesBefore(const Door& left, const Door& right) {
    if (isVillage(left) != isVillage(right)) return isVillage(right);
    if (const int order = compareNaturally(left.estate, right.estate); order && !isVillage(left)) return order < 0;
    for (const auto part : {&Door::building, &Door::villageGroup, &Door::unit}) {
        if (const int order = compareNaturally(left.*part, right.*part)) return order < 0;
    }
    if (left.floor != right.floor) return left.floor > right.floor;
    for (const auto part : {&Door::room, &Door::gate, &Door::address, &Door::headName}) {
        if (const int order = compareNaturally(left.*part, right.*part)) return order < 0;
    }
    return left.household < right.household;
}

Place placeOf(const Door& door) {
    Place place;
    place.village = isVillage(door);
    place.estate = place.village ? "" : door.estate;
    place.name = place.village ? door.villageGroup : door.building;
    return place;
}

/// The middle of the doors that have a position is where the place is.
class Middle {
public:
    void add(const GeoPoint& point) {
        sum_.longitude += point.longitude;
        sum_.latitude += point.latitude;
        ++count_;
    }
    [[nodiscard]] GeoPoint get() const { return {sum_.longitude / count_, sum_.latitude / count_}; }

private:
    GeoPoint sum_;
    double count_ = 0;
};

/// Adds a door to its place. Doors come unit by unit, so that a new unit differs from the door before.
void countDoor(Place& place, const Door& door, const Door* before, std::int64_t sinceMs) {
    if (!before || before->dwelling != door.dwelling) ++place.doors;
    if (!place.village && (!before || before->unit != door.unit)) ++place.units;
    if (!place.village) place.floors = std::max(place.floors, door.floor);
    if (!door.household.isNone()) ++place.households;
    if (door.fresh.lastMetMs > 0 && door.fresh.lastMetMs >= sinceMs) ++place.met;
    place.openNeeds += door.fresh.openNeeds;
    place.openHazards += door.fresh.openHazards;
}

}  // namespace

std::string latestVisit(const std::string& column, const std::string& condition) {
    return "(SELECT " + column + " FROM visit WHERE household = h.id AND " + kStands + condition +
           " ORDER BY occurred_at DESC LIMIT 1)";
}

Freshness readFreshness(const Statement& row, int first) {
    Freshness fresh;
    fresh.lastMetMs = row.integer(first);
    fresh.lastConfirmedMs = row.integer(first + 1);
    fresh.lastVisitMs = row.integer(first + 2);
    fresh.lastOutcome = row.text(first + 3);
    fresh.openNeeds = row.integer(first + 4);
    fresh.openHazards = row.integer(first + 5);
    return fresh;
}

std::string doorQuery(const std::string& condition) {
    return "SELECT d.id, h.id, d.estate, d.building, d.unit, d.floor, d.room, d.village_group, d.gate, d.address, "
           "d.use, "
           "h.head_name, h.tags, h.quiet_hours, h.next_visit, "
           "(SELECT count(*) FROM resident WHERE household = h.id AND _gone = 0 AND lives_here_to IS NULL), "
           "(SELECT group_concat(care_tags, ' ') FROM resident WHERE household = h.id AND _gone = 0 AND lives_here_to "
           "IS NULL), " +
           latestVisit("occurred_at", " AND outcome = 'met'") + ", " +
           latestVisit("occurred_at", std::string(" AND ") + kConfirmed) + ", " + latestVisit("occurred_at", "") +
           ", " + latestVisit("outcome", "") + ", (SELECT count(*) FROM need WHERE household = h.id AND " + kOpenNeed +
           ")" + ", (SELECT count(*) FROM hazard WHERE household = h.id AND " + kOpenHazard + ")" +
           ", d.longitude, d.latitude FROM dwelling d LEFT JOIN household h ON h.dwelling = d.id AND h._gone = 0 AND "
           "h.moved_out IS NULL"
           " WHERE d._gone = 0" +
           condition;
}

std::vector<Door> readDoors(Statement& rows, const Redirects& households) {
    std::vector<Door> doors;
    while (rows.step()) doors.push_back(readDoor(rows));
    followRedirects(doors, households);
    std::ranges::sort(doors, comesBefore);
    return doors;
}

std::vector<Place> placesOf(const std::vector<Door>& doors, std::int64_t sinceMs) {
    std::vector<Place> places;
    const Door* before = nullptr;
    Middle middle;
    for (const Door& door : doors) {
        Place place = placeOf(door);
        const bool same = !places.empty() && places.back().village == place.village &&
                          places.back().estate == place.estate && places.back().name == place.name;
        if (!same) {
            places.push_back(std::move(place));
            before = nullptr;
            middle = {};
        }
        if (door.position) {
            middle.add(*door.position);
            places.back().position = middle.get();
        }
        countDoor(places.back(), door, before, sinceMs);
        before = &door;
    }
    return places;
}

}  // namespace qiaomen
