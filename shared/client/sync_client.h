// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "shared/client/local_store.h"
#include "shared/client/snapshot_part.h"
#include "shared/client/transport.h"

namespace qiaomen {

/// What a round did for one grid.
struct GridSyncReport {
    std::size_t sent = 0;      ///< changes that went out and were answered
    std::size_t received = 0;  ///< changes of others that were new here
    std::size_t refused = 0;
    std::size_t differences = 0;  ///< times that the digests differed
    std::size_t repaired = 0;     ///< records that were brought back to what the centre has
    std::size_t snapshots = 0;
    bool taken = false;  ///< the grid was taken from this device: LocalStore::leaving() says what is still to be done
    int turns = 0;       ///< new identity, new stamps, another history: see LocalStore
    std::optional<Error> problem;  ///< why this grid did not get through; the others did
};

struct SyncReport {
    std::map<GridId, GridSyncReport> grids;
    std::vector<GivenGrid> given;  ///< grids that this device may open and holds no replica of
    std::int64_t serverMs = 0;     ///< the centre's clock at the last answer
    std::size_t requests = 0;      ///< round trips, snapshots included
};

/// Brings replicas and centre together. One round is one request for all grids; it asks again while there is more to send or
/// to get or to repair, and fetches a grid's snapshot where the centre asks for it, at most once a round.
///
///     for each grid: nextRequest()  →  one POST /v1/sync  →  for each grid: apply()
///
/// A failure in the middle loses nothing and repeats nothing: what was answered is applied, the rest is still in the outboxes.
/// One thread at a time.
class SyncClient {
public:
    /// `app` names the program and its version for the centre's records. The stores are one device's; a device that may hold none
    /// says who it is, and hears of the first grid that is given to it.
    SyncClient(Transport& transport, std::vector<LocalStore*> stores, std::string app, RequestLimits limits = {},
               DeviceId device = {});

    /// The device holds other grids from now on. Between two rounds.
    void setStores(std::vector<LocalStore*> stores) { stores_ = std::move(stores); }

    /// Errors: those of the transport; storage that is full or broken. A problem of one grid is in its report instead.
    Result<SyncReport> round();
    /// Comes back when there is something new at the centre for one of the grids, as they stand here, and after a while in any case.
    /// Errors: those of Transport::wait(), and of storage.
    Result<WaitReply> waitForNews();

private:
    Result<SyncReply> ask(const SyncRequest& request);
    /// True when the grid wants another request.
    Result<bool> take(LocalStore& store, const GridRequest& sent, const SyncReply& reply, GridSyncReport& report);
    SnapshotPart& partOf(LocalStore& store);
    Outcome fetchSnapshot(LocalStore& store, GridSyncReport& report);

    Transport& transport_;
    std::vector<LocalStore*> stores_;
    std::string app_;
    RequestLimits limits_;
    DeviceId device_;
    std::map<GridId, std::unique_ptr<SnapshotPart>> parts_;
};

}  // namespace qiaomen
