// SPDX-License-Identifier: Apache-2.0
#include "shared/sqlite/device_numbers.h"

namespace qiaomen {

std::int64_t DeviceNumbers::numberOf(const DeviceId& device) {
    if (const auto known = numbers_.find(device); known != numbers_.end()) return known->second;
    Statement find = database_.prepare("SELECT number FROM _device WHERE id = ?");
    std::int64_t number = 0;
    if (find.with(device).step()) {
        number = find.integer(0);
    } else {
        database_.prepare("INSERT INTO _device(id) VALUES(?)").with(device).run();
        number = database_.lastRowId();
    }
    remember(number, device);
    return number;
}

DeviceId DeviceNumbers::deviceOf(std::int64_t number) {
    if (const auto known = devices_.find(number); known != devices_.end()) return known->second;
    Statement find = database_.prepare("SELECT id FROM _device WHERE number = ?");
    if (!find.with(number).step()) throw StoreError(Fault::broken, database_.name() + ": a stamp of an unknown device");
    const auto device = find.id<struct DeviceKind>(0);
    remember(number, device);
    return device;
}

void DeviceNumbers::forget() {
    numbers_.clear();
    devices_.clear();
}

void DeviceNumbers::remember(std::int64_t number, const DeviceId& device) {
    numbers_.emplace(device, number);
    devices_.emplace(number, device);
}

}  // namespace qiaomen
