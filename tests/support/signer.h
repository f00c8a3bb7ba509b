// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "shared/core/batch.h"
#include "tests/support/people.h"

namespace qiaomen::tests {

/// Signs what a device brings to one grid, as its store would: after everything that the centre took from it. For stories in which
/// requests are written by hand.
class Signer {
public:
    explicit Signer(const DeviceId& device) : device_(device), keys_(keysOf(device)) {}

    [[nodiscard]] GridRequest signs(GridRequest request) const {
        if (!request.brings()) return request;
        const std::uint64_t first = request.changes.empty() ? request.safe.value_or(0) + 1
                                                            : request.changes.front().number;
        const auto before = links_.find(first - 1);
        const bool begins = before == links_.end() || request.refills;
        sign(request, device_, begins ? Hash256{} : before->second, keys_);
        return request;
    }
    /// What the centre took of it is the history of the next.
    void hears(const GridRequest& request, const GridReply& reply) {
        if (reply.problem || reply.forkAt != 0 || !request.signature) return;
        for (const Change& change : request.changes) {
            if (change.number <= reply.receipt.lastNumber) links_[change.number] = linkAt(request, change.number);
        }
    }

private:
    DeviceId device_;
    KeyPair keys_;
    std::map<std::uint64_t, Hash256> links_;  ///< by the number they reach to
};

}  // namespace qiaomen::tests
