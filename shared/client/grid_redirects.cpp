// SPDX-License-Identifier: Apache-2.0
#include "shared/client/grid_redirects.h"

#include <algorithm>
#include <set>

namespace qiaomen {

namespace {

Redirects read(Database& database, const std::string& table) {
    Statement rows = database.prepare("SELECT r.id, r.merged_into FROM " + table +
                                      " r WHERE r.merged_into IS NOT NULL AND r._gone = 0 AND EXISTS(SELECT 1 FROM " +
                                      table + " t WHERE t.id = r.merged_into AND t._gone = 0)");
    std::map<RecordId, RecordId> to;
    while (rows.step()) to.emplace(rows.id<struct RecordKind>(0), rows.id<struct RecordKind>(1));
    return Redirects(std::move(to));
}

void empty(Door& door) {
    door.household = {};
    door.headName = door.tags = door.quietHours = door.nextVisit = door.careTags = "";
    door.members = 0;
    door.fresh = {};
    door.vacant = true;
}

}  // namespace

GridRedirects readRedirects(Database& database) { return {read(database, "resident"), read(database, "household")}; }

void add(Freshness& fresh, const Freshness& other) {
    if (other.lastVisitMs > fresh.lastVisitMs) fresh.lastOutcome = other.lastOutcome;
    fresh.lastMetMs = std::max(fresh.lastMetMs, other.lastMetMs);
    fresh.lastConfirmedMs = std::max(fresh.lastConfirmedMs, other.lastConfirmedMs);
    fresh.lastVisitMs = std::max(fresh.lastVisitMs, other.lastVisitMs);
    fresh.openNeeds += other.openNeeds;
    fresh.openHazards += other.openHazards;
}

void followRedirects(std::vector<Door>& doors, const Redirects& households) {
    if (households.merged().empty()) return;
    std::set<RecordId> inhabited;
    for (Door& door : doors) {
        const RecordId standing = households.standing(door.household);
        if (standing == door.household) {
            if (!door.household.isNone()) inhabited.insert(door.dwelling);
            continue;
        }
        const auto home = std::ranges::find(doors, standing, &Door::household);
        if (home == doors.end()) continue;
        home->members += door.members;
        add(home->fresh, door.fresh);
    }
    std::set<RecordId> kept;
    std::erase_if(doors, [&](Door& door) {
        if (!households.isMerged(door.household)) return false;
        if (inhabited.contains(door.dwelling) || !kept.insert(door.dwelling).second) return true;
        empty(door);
        return false;
    });
}

void followRedirects(std::vector<SearchHit>& hits, const GridRedirects& redirects) {
    std::vector<SearchHit> followed;
    for (SearchHit& hit : hits) {
        hit.household = redirects.households.standing(hit.household);
        const bool isHome = hit.kind == SearchHit::Kind::household;
        if (isHome || hit.kind == SearchHit::Kind::person)
            hit.record = (isHome ? redirects.households : redirects.residents).standing(hit.record);
        const bool isThere = std::ranges::any_of(
            followed, [&](const SearchHit& one) { return one.kind == hit.kind && one.record == hit.record; });
        if (!isThere) followed.push_back(std::move(hit));
    }
    hits = std::move(followed);
}

}  // namespace qiaomen
