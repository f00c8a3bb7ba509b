// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "syncserver/device_table.h"
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

    /// Somebody who has the keys changes the data behind the store's back. Everything taken from store() must be gone. The
    /// tables of both engines have the same names.
    virtual void tamper(const GridId& grid, const std::string& sql) = 0;
    /// Bytes as the engine's SQL writes them.
    [[nodiscard]] virtual std::string literal(std::string_view bytes) const = 0;
};

std::unique_ptr<TestStore> makeSqliteTestStore(Collections collections = collections());
std::unique_ptr<TestStore> makePostgresTestStore(Collections collections = collections());

/// "0a1b"
std::string hex(std::string_view bytes);

void append(GridWriter& grid, const std::vector<Change>& changes);
/// Notes that their device brought and signed these changes.
void noteSigned(GridWriter& grid, const GridId& id, const std::vector<Change>& changes);
/// By which keys the people of the stories sign.
DeviceKeys keysOfAll();

}  // namespace qiaomen::tests
