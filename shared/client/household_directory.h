// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/client/grid_redirects.h"
#include "shared/sheets/office_address.h"
#include "shared/sqlite/database.h"

namespace qiaomen {

/// A household as somebody who was there remembers it: who lives or lived there, and what its door is called.
struct ListedHousehold {
    RecordId id;
    std::string head, address;
    std::vector<std::string> people;  ///< members now and before, and the names of who was merged into them
    DoorForms door{DoorParts{}};
    bool movedOut = false;
};

/// What a name and an address lead to.
enum class FoundBy : std::uint8_t {
    both,           ///< the address fits, and somebody of that name is known there
    addressAlone,   ///< one door fits, and no name is given
    nameAlone,      ///< one person has the name, and no address is given
    notKnownThere,  ///< the address fits, but nobody of that name is known there
    notAtThatDoor,  ///< somebody has that name, but behind another door
    severalThere,   ///< more than one household fits
    nothing,
};
struct Finding {
    FoundBy by = FoundBy::nothing;
    std::vector<std::size_t> households;  ///< candidates, by their places in the directory, the likeliest first
    /// Sure enough to be taken without asking.
    [[nodiscard]] bool isSure() const { return by <= FoundBy::nameAlone && households.size() == 1; }
};

/// All households of a grid, to look up what an office calls a person and a door. In memory: a grid is small.
class HouseholdDirectory {
public:
    HouseholdDirectory() = default;
    static HouseholdDirectory read(Database& database);

    [[nodiscard]] const std::vector<ListedHousehold>& households() const { return households_; }
    /// The household's place; -1 when it is not here.
    [[nodiscard]] int placeOf(const RecordId& household) const;
    /// `person` may name several people (王秀英、李建国), with what offices add (户主王秀英, 王秀英等3人).
    [[nodiscard]] Finding find(std::string_view person, std::string_view address) const;

private:
    using Index = std::multimap<std::string, std::size_t, std::less<>>;
    void index();

    std::vector<ListedHousehold> households_;
    Index byNumbers_, byName_;
    std::vector<std::string> neutral_;  ///< names that stand in addresses and say nothing about a door
};

/// The names in such a cell.
std::vector<std::string> namesIn(std::string_view cell);

}  // namespace qiaomen
