// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "syncserver/grid_store.h"
#include "syncserver/postgres/pg_pool.h"
#include "syncserver/postgres/pg_record_table.h"

namespace qiaomen {

/// One grid inside one transaction of one connection, and its SQL; the tables are those of pg_schema.h. Long answers come in
/// pages, so that neither side holds a whole log in memory. Used by one thread; throws StoreError.
class PgGrid {
public:
    PgGrid(PgConnection& connection, const PgRecordTables& tables, const GridId& grid)
        : connection_(connection), tables_(tables), grid_(grid) {}

    LastTaken lastTaken(const DeviceId& device);
    LogicalTime latestTime();
    Digest digest();
    Tail tail(std::uint64_t after, const DeviceId& except, const TailLimits& limits, std::uint64_t end);
    std::optional<LoggedChange> logged(const Stamp& stamp);
    void forEachChangeOf(const DeviceId& device, const std::function<void(LoggedChange&&)>& visit);
    std::optional<RefusedChange> refused(const Stamp& stamp, std::uint64_t number);
    std::vector<RefusedChange> refusedChanges();
    std::optional<SignedBatch> batchAt(const DeviceId& device, std::uint64_t number);
    void forEachBatch(const std::function<void(SignedBatch&&)>& visit);
    void forEachLink(const std::function<void(std::uint64_t seq, ShortLink link)>& visit);

    std::vector<Record> read(std::span<const RecordKey> keys);
    std::vector<Record> find(const Collection& collection, FieldNo field, const Value& value);
    std::vector<Record> page(CollectionNo collection, const RecordId& from, std::size_t most);
    void forEachRecord(const std::function<void(Record&&)>& visit);

    /// Queued: sent at once, answered with the next question.
    void insert(CollectionNo collection, std::span<const Record* const> records);
    void replace(CollectionNo collection, std::span<const Record* const> records);
    void erase(CollectionNo collection, std::span<const RecordId> records);
    void append(GridHead& head, std::span<const LogEntry* const> entries);
    void setLastTaken(const DeviceId& device, const LastTaken& last);
    void keepRefused(std::span<const RefusedChange> changes);
    void keepBatch(const SignedBatch& batch);
    void setHead(const GridHead& head, std::uint64_t records);
    /// Adds to the stored buckets. Asks for them first.
    void addToDigest(const Digest& difference);

private:
    PgRows pageOf(const PgRecordTable& table, const RecordId& from, std::uint64_t most);
    void put(const PgRecordTable& table, const std::string& statement, std::span<const Record* const> records);
    const PgRecordTable& tableOf(CollectionNo collection);
    std::vector<CollectionNo> unknownCollections();
    Change changeFrom(const PgRows& rows, int row, int device) const;
    RefusedChange refusedFrom(const PgRows& rows, int row) const;
    SignedBatch batchFrom(const PgRows& rows, int row) const;

    PgConnection& connection_;
    const PgRecordTables& tables_;
    GridId grid_;
    std::map<CollectionNo, PgRecordTable> unknown_;  ///< made when a record of such a collection is met
};

/// A grid's head as it stands in a row that begins with epoch, seq, chain, digest.
GridHead headFrom(const PgRows& rows, int row);

}  // namespace qiaomen
