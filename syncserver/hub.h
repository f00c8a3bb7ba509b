// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>

#include "shared/core/signature.h"
#include "syncserver/access.h"
#include "syncserver/grid_store.h"
#include "syncserver/push.h"
#include "syncserver/snapshot_cache.h"

namespace qiaomen {

/// Told of every grid of every sync: what metrics are made from.
struct SyncEvent {
    GridId grid;
    PushReport push;
    std::size_t sent = 0;  ///< changes of others in the answer
    bool snapshotNeeded = false;
    std::optional<Fault> fault;
};

/// What a sync means: who may write, what is new, what is refused, and what the device has not seen yet.
///
/// Each grid of a request stands for itself: a transaction of its own, and a problem of its own when something is wrong with it.
/// A receipt is signed after the commit, never before: it says "durable", and means it.
///
/// Thread-safe: grids wait for themselves only.
class Hub {
public:
    struct Options {
        CentreVoice centre;
        SecretKey signingKey{};
        TailLimits tail;
        std::function<void(const SyncEvent&)> observer = {};
    };

    Hub(GridStore& store, Options options);

    /// Errors: refused (the request is another device's), invalid (a grid twice, too many changes).
    Result<SyncReply> sync(const Grant& grant, const SyncRequest& request);
    /// The grid as encoded, compressed bytes. Errors: refused, missing, broken.
    Result<std::shared_ptr<const PackedSnapshot>> snapshot(const Grant& grant, const GridId& grid);
    /// The same as a Snapshot, for people.
    Result<Snapshot> plainSnapshot(const Grant& grant, const GridId& grid);

    [[nodiscard]] Collections collections() const { return options_.centre.collections; }
    [[nodiscard]] std::int64_t nowMs() const { return options_.centre.clock(); }

private:
    GridReply answer(const Grant& grant, const DeviceId& device, const GridRequest& request);
    Result<GridReply> push(const DeviceId& device, const GridRequest& request, SyncEvent& event);
    Result<GridReply> pull(const DeviceId& device, const GridRequest& request);
    void addTail(GridReply& reply, GridView& grid, const DeviceId& device, const Cursor& cursor) const;
    void addReceipt(GridReply& reply, const DeviceId& device, std::uint64_t lastNumber, const GridHead& head) const;

    GridStore& store_;
    Options options_;
    SnapshotCache snapshots_;
};

}  // namespace qiaomen
