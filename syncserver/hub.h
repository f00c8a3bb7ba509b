// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>

#include "shared/core/signature.h"
#include "syncserver/access.h"
#include "syncserver/grid_moves.h"
#include "syncserver/grid_store.h"
#include "syncserver/limits.h"
#include "syncserver/push.h"
#include "syncserver/snapshot_cache.h"

namespace qiaomen {

/// Told of every grid of every sync: what metrics are made from.
struct SyncEvent {
    GridId grid;
    DeviceId device;  ///< as whom it came
    PushReport push;
    std::size_t sent = 0;         ///< changes of others in the answer
    std::size_t differences = 0;  ///< buckets that differed between the device's records and the grid's
    bool setBack = false;         ///< a device knew more of the grid's log than the grid does: it was an old copy
    bool snapshotNeeded = false;
    std::optional<Fault> fault;
};

/// What a sync means: who may write, what is new, what is refused, and what the device has not seen yet.
///
/// Each grid of a request stands for itself: a transaction of its own, and a problem of its own when something is wrong with it.
/// A receipt is signed after the commit, never before: it says "durable", and means it. Nothing is said where nothing is new.
///
/// Whatever a device brings is signed: nothing is written of a question whose signature does not fit this device, this grid, this
/// history and every byte of what it brings.
///
/// A device whose numbers or contents are not what was taken from it is a copy, and is told so (GridReply::forkAt). A device that
/// has receipts for more than a grid's log holds shows that the log is an old copy: the grid gets a new epoch, by which all devices
/// know that what they sent since is to be sent again.
///
/// A grid that was taken from a device takes nothing in from it and gives nothing out; what it still brings is late, and rescued
/// (Push::takeLate), and covered by the same receipts.
///
/// Thread-safe: grids wait for themselves only.
class Hub {
public:
    struct Options {
        CentreVoice centre;
        SecretKey signingKey{};
        TailLimits tail;
        /// Remembers for good by which key a device signs, whose grant names none yet. Errors: refused (another one).
        std::function<Outcome(const DeviceId&, const PublicKey&)> bindKey = {};
        std::uint64_t shortTail = limits::kShortTail;
        RandomSource random = {};  ///< of new epochs; the operating system's when there is none
        std::function<void(const SyncEvent&)> observer = {};
    };

    Hub(GridStore& store, Options options);

    /// Errors: refused (the request is another device's), invalid (a grid twice, too many changes).
    Result<SyncReply> sync(const Grant& grant, const SyncRequest& request);
    /// Suggests that these are one, where they still look like it: in a transaction of its own. How many were news. Errors: those of the
    /// store.
    Result<std::size_t> suggestDuplicates(const GridId& id, const DuplicatePairs& pairs, Pinyin& pinyin);
    /// The grid as encoded, compressed bytes: those of that name where they are still here. Errors: refused, missing, broken.
    Result<std::shared_ptr<const PackedSnapshot>> snapshot(const Grant& grant, const GridId& id,
                                                           const std::optional<Hash256>& tag = {});
    /// The same as a Snapshot, for people.
    Result<Snapshot> plainSnapshot(const Grant& grant, const GridId& grid);

    /// Where the grids' logs end, told after each commit.
    [[nodiscard]] GridMoves& moves() { return moves_; }
    [[nodiscard]] Collections collections() const { return options_.centre.collections; }
    [[nodiscard]] std::int64_t nowMs() const { return options_.centre.clock(); }

private:
    /// What is said about one grid; nothing when there is no news.
    using Answer = std::optional<GridReply>;

    Answer answer(const Grant& grant, const DeviceId& device, const GridRequest& request);
    Result<Answer> push(const Grant& grant, const DeviceId& device, const GridRequest& request, SyncEvent& event);
    Outcome checkSignature(const Grant& grant, const GridRequest& request, const BatchClaim& claim);
    Result<Answer> takeLate(const Grant& grant, const DeviceId& device, const GridRequest& request, SyncEvent& event);
    Result<std::vector<GivenGrid>> givenTo(const Grant& grant, const std::set<GridId>& held);
    Result<Answer> pull(const DeviceId& device, const GridRequest& request, SyncEvent& event);
    Result<Answer> beginHistory(const DeviceId& device, const GridRequest& request);
    GridReply ofHistory(GridView& grid, const DeviceId& device, const GridRequest& request) const;
    void addNews(GridReply& reply, GridView& grid, const DeviceId& device, const GridRequest& request,
                 SyncEvent& event) const;
    void addReceipt(GridReply& reply, const DeviceId& device, std::uint64_t lastNumber, const GridHead& head) const;

    GridStore& store_;
    Options options_;
    SnapshotCache snapshots_;
    GridMoves moves_;
};

}  // namespace qiaomen
