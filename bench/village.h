// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "shared/client/device_folder.h"

namespace qiaomen::bench {

/// A phone with one very long list of doors: a village group of thousands of houses, a few of them met, one building beside it.
/// Nothing of it comes from a centre.
struct Village {
    int doors = 5'000;
    int visits = 20'000;
};

/// Makes the device's folder, enrolled and filled. Throws std::runtime_error.
DeviceFolder makeVillage(const std::filesystem::path& folder, const Village& village);

}  // namespace qiaomen::bench
