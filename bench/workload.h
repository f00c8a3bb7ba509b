// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace qiaomen::bench {

struct WorkloadOptions {
    std::filesystem::path data;  ///< what peers/gen.mjs wrote
    std::filesystem::path work;  ///< gets the replicas
    bool cipher = false;         ///< SQLCipher on both sides, as users run it; otherwise the same library without a key
};

/// Workload W through the real engine: device A's store, HTTP over the loopback to a centre in a process of its own, device C;
/// receipts, digests, hash chain, conflict records and synchronous=FULL on. Prints one line of JSON; its keys are explained in
/// bench/README.md. Throws when a replica ends up with anything else than the centre, or an edit is lost.
int workload(const WorkloadOptions& options);

}  // namespace qiaomen::bench
