// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/sqlite/device_numbers.h"
#include "shared/sqlite/record_tables.h"
#include "syncserver/grid_store.h"

namespace qiaomen {

/// One connection to a grid's file at the centre, and its SQL. The records are in RecordTables; beside them stand
///
///     _grid(grid, epoch, seq, chain, digest)                       one row: the head
///     _log(seq, commit_seq, device, number, time, body, link)      every change taken; body as in shared/core/codec.h;
///                                                                  commit_seq is the first seq of the same commit, link
///                                                                  begins the chain's link after the change
///     _taken(device, number, time, link)                           the last change that each device brought, and its chain
///     _batch(id, device, first, last, spent, epoch, version, before, link, outside, given, signature)
///                                                                  what devices signed: see signed_batch.h
///     _refused(device, time, number, fork, reason, at, body)       changes kept outside the log
///
/// Devices go by their number in `_device`, as in the record tables. Used by one thread at a time; throws StoreError.
class GridDatabase {
public:
    struct Options {
        std::filesystem::path file;
        std::optional<DatabaseKey> key;
        Collections collections;
        GridId grid;
        bool readOnly = false;
        std::uint64_t newEpoch = 0;  ///< for a grid that is made now
    };

    explicit GridDatabase(const Options& options);

    Database& database() { return database_; }
    RecordTables& tables() { return tables_; }

    GridHead head();
    LastTaken lastTaken(const DeviceId& device);
    LogicalTime latestTime();
    Tail tail(std::uint64_t after, const DeviceId& except, const TailLimits& limits);
    std::optional<LoggedChange> logged(const Stamp& stamp);
    void forEachChangeOf(const DeviceId& device, const std::function<void(LoggedChange&&)>& visit);
    std::optional<RefusedChange> refused(const Stamp& stamp, std::uint64_t number);
    std::vector<RefusedChange> refusedChanges();
    std::optional<SignedBatch> batchAt(const DeviceId& device, std::uint64_t number);
    void forEachBatch(const std::function<void(SignedBatch&&)>& visit);
    void forEachLink(const std::function<void(std::uint64_t seq, ShortLink link)>& visit);

    /// All inside a Transaction.
    void append(GridHead& head, std::span<const LogEntry* const> entries);
    void setHead(const GridHead& head);
    void setLastTaken(const DeviceId& device, const LastTaken& last);
    void keepRefused(const RefusedChange& refused);
    void keepBatch(const SignedBatch& batch);
    void forgetDevices() { devices_.forget(); }

private:
    void makeGrid(const Options& options);
    Change changeFrom(const Statement& row, int device, int number, int time, int body);
    RefusedChange refusedFrom(const Statement& row);
    SignedBatch batchFrom(const Statement& row);

    Database database_;
    GridId grid_;
    RecordTables tables_;
    DeviceNumbers devices_;
};

}  // namespace qiaomen
