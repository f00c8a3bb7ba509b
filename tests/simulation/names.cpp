// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/names.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "shared/domain/collections.h"

namespace qiaomen::simulation {

namespace {

/// A household of the next version of the app.
struct NewerHousehold : HouseholdCollection {
    const FieldNo parking = add({.number = 90, .name = "parking", .label = {"Parking place", "车位"}});
};

/// A collection of the next version.
struct Parcel : Collection {
    Parcel() : Collection(900, "parcel", Nature::reg, {"Parcel", "包裹"}) {}
    const FieldNo note = add({.number = 1, .name = "note", .label = {"Note", "备注"}});
};

/// A collection as an earlier version of the app knew it.
struct Earlier : Collection {
    Earlier(const Collection& today, std::initializer_list<std::string_view> unknown)
        : Collection(static_cast<std::uint16_t>(today.number()), today.name(), today.nature(), today.label()) {
        for (const Field& field : today.fields()) {
            if (std::ranges::find(unknown, field.name) == unknown.end()) add(field);
        }
    }
};

}  // namespace

RecordId recordNamed(std::string_view name) { return RecordId::named({}, name); }

const Collection* collectionNamed(std::string_view record, App app) {
    record.remove_prefix(record.find('/') == std::string_view::npos ? 0 : record.find('/') + 1);
    return find(collectionsOf(app), record.substr(0, record.find('-')));
}

Collections collectionsOf(App app) {
    static const NewerHousehold newerHousehold;
    static const Parcel parcel;
    static const Earlier earlierHousehold(household, {"note", "contact_way", "card_version"});
    static const Earlier earlierNeed(need, {"heard_by"});
    static const std::array<const Collection*, 10> newer = {&grid, &dwelling, &newerHousehold, &resident,      &visit,
                                                            &need, &hazard,   &conflict,       &rescuedChange, &parcel};
    static const std::array<const Collection*, 8> older = {&grid,  &dwelling,    &earlierHousehold, &resident,
                                                           &visit, &earlierNeed, &conflict,         &rescuedChange};
    switch (app) {
        case App::older: return older;
        case App::newer: return newer;
        case App::today: break;
    }
    return allCollections();
}

std::string_view gridOf(std::string_view record) {
    const std::size_t slash = record.find('/');
    return slash == std::string_view::npos ? kEast : record.substr(0, slash);
}

GridId gridNamed(std::string_view name) { return GridId::named({}, name == kEast ? "the grid" : name); }

}  // namespace qiaomen::simulation
