// SPDX-License-Identifier: Apache-2.0
#include "syncserver/grid_names.h"

#include "shared/domain/grid.h"

namespace qiaomen {

GridName nameOf(GridView& view) {
    GridName named;
    view.forEachRecord([&](Record&& record) {
        if (record.collection() != grid.number() || !record.isVisible()) return;
        named = {record.text(grid.code), record.text(grid.gridName)};
    });
    return named;
}

}  // namespace qiaomen
