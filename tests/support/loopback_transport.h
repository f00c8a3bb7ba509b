// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/client/transport.h"
#include "shared/core/wire.h"
#include "syncserver/hub.h"

namespace qiaomen::tests {

/// The way from a phone to a hub in the same process: real messages as real bytes, no network. Loses what it is told to lose.
class LoopbackTransport : public Transport {
public:
    LoopbackTransport(Hub& hub, Grant grant) : hub_(hub), grant_(std::move(grant)) {}

    Result<std::string> sync(std::string_view request) override {
        ++requests;
        if (!connected) return Error{Fault::offline, "no network"};
        auto decoded = decodeSyncRequest(request);
        if (!decoded) return decoded.error();
        for (const GridRequest& grid : decoded->grids) grant_.successors.insert(grid.device);
        auto reply = hub_.sync(grant_, *decoded);
        if (!reply) return reply.error();
        if (alter) alter(*reply);
        if (loseReplies > 0) {
            --loseReplies;
            return Error{Fault::offline, "the answer got lost"};
        }
        return encode(*reply);
    }

    [[nodiscard]] bool leftNothing() const override { return !connected; }

    Result<std::string> snapshot(const GridId& grid) override {
        if (!connected) return Error{Fault::offline, "no network"};
        auto snapshot = hub_.plainSnapshot(grant_, grid);
        if (!snapshot) return snapshot.error();
        return encode(*snapshot);
    }

    /// What the device may do, as the administrator says it.
    Grant& grant() { return grant_; }

    bool connected = true;
    int loseReplies = 0;
    int requests = 0;
    std::function<void(SyncReply&)> alter;  ///< a centre that is not itself

private:
    Hub& hub_;
    Grant grant_;
};

}  // namespace qiaomen::tests
