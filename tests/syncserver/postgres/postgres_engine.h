// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "syncserver/postgres/postgres_grid_store.h"
#include "tests/syncserver/postgres/cluster.h"
#include "tests/syncserver/postgres/test_store.h"

namespace qiaomen::tests {

/// A store in a schema of its own; fails the test when it cannot be opened.
std::unique_ptr<PostgresGridStore> openStore(const PgAddress& address, Collections collections = collections());

}  // namespace qiaomen::tests
