// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "shared/core/clock.h"
#include "shared/core/sync.h"
#include "syncserver/signed_batch.h"

namespace qiaomen {

/// The name of a new history of a grid. Never 0, which is the epoch of those who have nothing; below 2^53, so that JSON can say it.
inline std::uint64_t randomEpoch(const RandomSource& random) {
    std::array<std::uint8_t, 6> bytes{};
    random(bytes);
    std::uint64_t epoch = 0;
    for (const std::uint8_t byte : bytes) epoch = epoch << 8 | byte;
    return epoch + 1;
}

/// Where a grid's log stands: its end, the hash chain up to there, and the digest of all records.
struct GridHead {
    Cursor cursor;
    Hash256 chain{};
    Hash128 digest;
    bool operator==(const GridHead&) const = default;
};

/// The last change that a device brought to a grid: taken into the log, or refused with a reason.
struct LastTaken {
    std::uint64_t number = 0;  ///< 0: none yet
    LogicalTime time = LogicalTime::none;
    Hash256 link{};  ///< the device's own chain up to it (batch.h)
    bool operator==(const LastTaken&) const = default;
};

/// A change that stands outside the log, kept so that nothing brought here is lost and so that a device which asks twice is told
/// the same twice.
struct RefusedChange {
    Change change;
    std::string reason;
    std::int64_t atMs = 0;
    bool operator==(const RefusedChange&) const = default;
};

/// The first four bytes of a link of the hash chain: a hint where the chain broke. Only the whole link at the head proves.
using ShortLink = std::uint32_t;
inline ShortLink shortLink(const Hash256& link) {
    return static_cast<ShortLink>(link[0]) << 24 | static_cast<ShortLink>(link[1]) << 16 |
           static_cast<ShortLink>(link[2]) << 8 | static_cast<ShortLink>(link[3]);
}

struct TailLimits {
    std::size_t maxChanges = 25'000;
    std::size_t maxBytes = std::size_t{8} << 20;
};

/// A piece of the log in order. `upTo` is the last sequence number that was looked at: a reader who takes `changes` has seen
/// everything up to it, whatever was left out.
struct Tail {
    std::vector<LoggedChange> changes;
    std::uint64_t upTo = 0;
    bool more = false;
};

struct RecordKeyHash {
    std::size_t operator()(const RecordKey& key) const {
        return IdHash{}(key.record) ^ (static_cast<std::size_t>(key.collection) * 0x9e3779b97f4a7c15U);
    }
};

/// A record before and after a transaction.
struct RecordWrite {
    Record before;
    Record after;
};

/// One grid at one moment: everything read through a view belongs together, whatever others commit meanwhile. Used by one thread,
/// and given back soon: engines keep something open for it.
///
/// Its functions throw StoreError (shared/sqlite/database.h) when the storage fails; the hub turns that into an Error.
class GridView {
public:
    virtual ~GridView() = default;

    [[nodiscard]] virtual GridHead head() = 0;
    [[nodiscard]] virtual LastTaken lastTaken(const DeviceId& device) = 0;
    /// The log after `after`, without the changes of `except`. Cut at a limit, then at the end of a commit where that leaves
    /// anything: what was saved in one piece mostly arrives in one piece.
    [[nodiscard]] virtual Tail tail(std::uint64_t after, const DeviceId& except, const TailLimits& limits) = 0;
    /// The change with that stamp, if it is in the log: what a field held "before" is found so. Where it is there twice, as its
    /// writer sent it and as somebody gave it back, the writer's.
    [[nodiscard]] virtual std::optional<LoggedChange> logged(const Stamp& stamp) = 0;
    /// Every logged change of one device, in order.
    virtual void forEachChangeOf(const DeviceId& device, const std::function<void(LoggedChange&&)>& visit) = 0;
    /// The refused change of that stamp and number, if there was one.
    [[nodiscard]] virtual std::optional<RefusedChange> refused(const Stamp& stamp, std::uint64_t number) = 0;
    /// The latest batch of the device by which its chain up to that number is known: one that begins after it, or holds it.
    [[nodiscard]] virtual std::optional<SignedBatch> batchAt(const DeviceId& device, std::uint64_t number) = 0;
    /// Every batch, in the order in which they were taken.
    virtual void forEachBatch(const std::function<void(SignedBatch&&)>& visit) = 0;
    /// Every refused change of the grid, oldest first.
    [[nodiscard]] virtual std::vector<RefusedChange> refusedChanges() = 0;

    /// Records in the order asked for; new ones where nobody has written. One question for all of them.
    [[nodiscard]] virtual std::vector<Record> read(std::span<const RecordKey> keys) = 0;
    /// The visible records whose field holds the value, in order of their ids.
    [[nodiscard]] virtual std::vector<Record> find(const Collection& collection, FieldNo field, const Value& value) = 0;
    /// The collection's records from that id on, deleted ones too, in order of their ids: at most so many.
    [[nodiscard]] virtual std::vector<Record> page(const Collection& collection, const RecordId& from,
                                                   std::size_t most) = 0;
    /// Every record, deleted ones too, one collection after the other.
    virtual void forEachRecord(const std::function<void(Record&&)>& visit) = 0;
    /// The sums of the records by bucket, whose total is the head's digest.
    [[nodiscard]] virtual Digest digest() = 0;
    /// The latest stamp that any device has brought here; none for an empty grid.
    [[nodiscard]] virtual LogicalTime latestTime() = 0;
    /// How many records there are, deleted ones too.
    [[nodiscard]] virtual std::uint64_t recordCount() = 0;

    /// The chain's link after each change, as far as it is kept beside the log: what tells which change it was that somebody
    /// altered. In order.
    virtual void forEachLink(const std::function<void(std::uint64_t seq, ShortLink link)>& visit) = 0;
    /// Reads the grid's storage by the engine's own means: pages, tables and indexes, not what they say. Errors: broken.
    [[nodiscard]] virtual Outcome verifyStorage() = 0;
};

/// One grid while somebody writes to it: nobody else writes to that grid until the writer is gone. What was written is there
/// after commit(), durably, and nothing of it without.
class GridWriter : public GridView {
public:
    /// Each record at most once.
    virtual void write(std::span<const RecordWrite> writes) = 0;
    /// Adds to the log in this order, each with the next sequence number and the next link of the chain.
    virtual void append(std::span<const LogEntry* const> entries) = 0;
    virtual void setLastTaken(const DeviceId& device, const LastTaken& last) = 0;
    virtual void keepBatch(const SignedBatch& batch) = 0;
    virtual void keepRefused(std::span<const RefusedChange> changes) = 0;
    /// The grid's log goes on under this name: a copy takes over the original's, a history that was set back gets a new one, so
    /// that every phone looks anew at what the centre has, and brings what it lacks.
    virtual void setEpoch(std::uint64_t epoch) = 0;
    /// Returns when everything is on the disk. Nothing may be asked of the writer afterwards but head().
    virtual void commit() = 0;
};

/// The centre's storage of all grids. Knows no rules: what a push or a pull means is the hub's affair.
///
/// Every function that a request needs works on batches, so that an engine on the other side of a network is asked a few times
/// per request and not once per row. There are two engines, SQLite (sqlite_grid_store.h) and PostgreSQL (postgres/), and one
/// suite of stories that is told of both (tests/syncserver/grid_store_test.cpp). Two things every engine must hold: sequence
/// numbers of a grid are given in the order of its commits, so a reader's cursor can never pass a change that comes later; and a
/// commit that returned survives the end of process and machine.
///
/// Thread-safe. Errors: missing (no such grid), full, broken, outdated (written by a newer program).
class GridStore {
public:
    virtual ~GridStore() = default;

    /// Makes the grid, empty and with a new random epoch, unless it is there.
    virtual Outcome createGrid(const GridId& grid) = 0;
    /// Every grid, by id.
    virtual Result<std::vector<GridId>> grids() = 0;

    virtual Result<std::unique_ptr<GridView>> view(const GridId& grid) = 0;
    /// Waits until the writer before is gone.
    virtual Result<std::unique_ptr<GridWriter>> write(const GridId& grid) = 0;

    /// Grids that are open at the moment: for the metrics.
    [[nodiscard]] virtual std::size_t openGrids() const = 0;
};

}  // namespace qiaomen
