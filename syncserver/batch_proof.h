// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "syncserver/device_table.h"
#include "syncserver/grid_store.h"

namespace qiaomen {

/// Proves that what a grid's log holds is what devices signed: each change of each device, what was given back, and what was refused.
///
/// A device's signature covers its numbers first … last, its chain up to each of them, and the grid. So a change that was altered,
/// removed, swapped with another, invented or brought over from another grid fits no signature, also when somebody made everything
/// else at the centre fit: that person does not have the devices' keys.
class BatchProof {
public:
    using Find = std::function<void(std::string)>;  ///< told each finding, a sentence

    BatchProof(const DeviceKeys& keys, Find find) : keys_(keys), find_(std::move(find)) {}

    /// A change of the log, in its order.
    void add(const LoggedChange& logged, const Hash256& hash);
    /// Looks at the batches, when all changes were added.
    void prove(GridView& grid);
    void proveRefused(const RefusedChange& refused);
    /// Whether the device itself has signed that numbers up to this one are used, though nobody may know for what.
    [[nodiscard]] bool isSpent(const DeviceId& device, std::uint64_t number) const;

private:
    /// One device's, by number.
    struct Chain {
        std::unordered_map<std::uint64_t, Hash256> logged;
        std::unordered_map<std::uint64_t, Hash256> links;  ///< the chain up to each
        std::set<std::uint64_t> proven;
        std::uint64_t spent = 0;
    };
    struct Given {
        std::uint64_t seq = 0;
        DeviceId device;
        Hash256 hash{};
    };

    void prove(const SignedBatch& batch);
    void proveBeginning(const BatchClaim& claim, const Chain& chain);
    bool fold(const SignedBatch& batch, Chain& chain);
    void compareEnd(GridView& grid, const DeviceId& device, const Chain& chain);

    const DeviceKeys& keys_;
    Find find_;
    std::map<DeviceId, Chain> chains_;
    std::vector<Given> given_;
    std::set<Hash256> provenGiven_, provenOutside_;
};

}  // namespace qiaomen
