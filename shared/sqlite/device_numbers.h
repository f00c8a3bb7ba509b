// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <unordered_map>

#include "shared/core/ids.h"
#include "shared/sqlite/database.h"

namespace qiaomen {

/// The devices of one database by small numbers (table `_device`), so that a stamp costs a byte for its device instead of
/// sixteen. A number never changes. Kept in memory; whoever rolls back calls forget().
class DeviceNumbers {
public:
    explicit DeviceNumbers(Database& database) : database_(database) {}

    /// The device's number, given at the first call; inside a Transaction.
    std::int64_t numberOf(const DeviceId& device);
    /// Throws StoreError for a number never given: the file is damaged.
    DeviceId deviceOf(std::int64_t number);
    void forget();

private:
    void remember(std::int64_t number, const DeviceId& device);

    Database& database_;
    std::unordered_map<DeviceId, std::int64_t, IdHash> numbers_;
    std::unordered_map<std::int64_t, DeviceId> devices_;
};

}  // namespace qiaomen
