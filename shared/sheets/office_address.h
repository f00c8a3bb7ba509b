// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace qiaomen {

/// An address in the one form that all ways of writing it have in common: what the place is called, and its numbers from the large to the small.
///
///     锦绣花园3栋2单元402室   锦绣花园 | 3 2 402
///     3栋2单元402             | 3 2 402
///     3-2-402                 | 3 2 402
///     三号楼二单元4楼02       | 3 2 402        (a floor and a short room number are one number)
///     柳湾村民组17号          柳湾 | 17
struct AddressForm {
    std::string name;  ///< without 村民组, 组 and the like, and without what marks a number; may be empty
    std::vector<std::string> numbers;  ///< without leading zeros; letters after a number belong to it: "12A"
    bool operator==(const AddressForm&) const = default;
};
AddressForm addressForm(std::string_view text);

/// What is known of a door: the parts of its address as its dwelling has them, each as it stands there.
struct DoorParts {
    std::string_view estate, building, unit, room, villageGroup, gate, address;
};

/// All the forms by which a door may be meant: its full address, and its numbers with and without the stairwell. Numbers are what they share; of two
/// doors with the same numbers the name decides.
class DoorForms {
public:
    explicit DoorForms(const DoorParts& parts);

    /// Whether somebody who wrote this address can have meant this door. `neutral` are names that say nothing about the door (the
    /// community's, the grid's).
    [[nodiscard]] bool fits(const AddressForm& written, std::span<const std::string> neutral = {}) const;
    /// For an index: each of the numbers that fit.
    [[nodiscard]] const std::vector<std::vector<std::string>>& numbers() const { return numbers_; }

private:
    std::vector<std::vector<std::string>> numbers_;
    std::vector<std::string> names_;
};

}  // namespace qiaomen
