// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/demo/acts.h"

namespace qiaomen::demo {

/// Opens the devices' folders, one after the other, as the app would, and looks for every act in each of them. `folders[0]` and
/// `folders[1]` are the two workers of `grid`; the last one is the hall, which holds all grids.
Audit audit(const std::vector<std::filesystem::path>& folders, const GridId& grid, const std::vector<Act>& acts);

}  // namespace qiaomen::demo
