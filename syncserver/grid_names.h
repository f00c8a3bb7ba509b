// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "syncserver/grid_store.h"

namespace qiaomen {

/// What people call a grid, by its own record in it; empty while nobody has written one.
struct GridName {
    std::string code, name;
};

/// Reads through all of the grid. Throws StoreError.
GridName nameOf(GridView& view);

}  // namespace qiaomen
