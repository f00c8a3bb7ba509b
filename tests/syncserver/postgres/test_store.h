// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "syncserver/grid_store.h"
#include "tests/support/people.h"

namespace qiaomen::tests {

/// A grid store with data of its own, of either engine, so that the same story can be told of both. Its clean-up leaves nothing
/// behind.
class TestStore {
public:
    virtual ~TestStore() = default;

    [[nodiscard]] virtual GridStore& store() = 0;
    /// Opens the same data again, as another start of the program would; everything taken from store() must be gone.
    virtual Outcome restart(Collections collections) = 0;
    /// A second server process on the same data, where the engine allows that; store() again where not.
    [[nodiscard]] virtual GridStore& secondServer() = 0;
};

std::unique_ptr<TestStore> makeSqliteTestStore(Collections collections = collections());
std::unique_ptr<TestStore> makePostgresTestStore(Collections collections = collections());

void append(GridWriter& grid, const std::vector<Change>& changes);

}  // namespace qiaomen::tests
