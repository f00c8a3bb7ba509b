// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/syncserver/test_store.h"

namespace qiaomen::tests {

/// On files in a folder that goes with it.
std::unique_ptr<TestStore> makeSqliteTestStore(Collections collections = collections());

}  // namespace qiaomen::tests
