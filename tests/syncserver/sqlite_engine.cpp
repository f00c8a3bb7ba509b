// SPDX-License-Identifier: Apache-2.0
#include "tests/syncserver/sqlite_test_store.h"

namespace qiaomen::tests {

std::unique_ptr<TestStore> makeTestStore(Collections collections) { return makeSqliteTestStore(collections); }

}  // namespace qiaomen::tests
