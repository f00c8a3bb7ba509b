// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "shared/client/local_store.h"

namespace qiaomen::bench {

/// Workload W as peers/gen.mjs wrote it, as edits that a store takes.
struct WorkloadData {
    std::vector<Edit> rows;    ///< 21,200 new records
    std::vector<Edit> stormA;  ///< device A: result and content of 5,000 visits
    std::vector<Edit> stormC;  ///< device C: content and next_due of the same visits, later
    std::vector<Edit> inc;     ///< ten records, two fields each
};

/// Throws std::runtime_error with the file and line of what is wrong.
WorkloadData readWorkload(const std::filesystem::path& folder);

}  // namespace qiaomen::bench
