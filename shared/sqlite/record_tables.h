// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "shared/core/digest.h"
#include "shared/core/record.h"
#include "shared/sqlite/device_numbers.h"

namespace qiaomen {

/// The records of one grid in SQL, on the phone and at the centre alike: one table per collection, made from its description,
/// with the fields' names as columns, so that anybody can read it and any question is plain SQL.
///
///     visit(id BLOB PRIMARY KEY, household BLOB, outcome TEXT, …,     one typed column per field
///           _time INTEGER, _device INTEGER,      stamp of the row: logical time, device by its number in _device
///           _own BLOB,                           stamps of fields written later (grammar in row_codec.h)
///           _removal BLOB, _extra BLOB,          the deletion; fields and kinds of value that have no column here
///           _gone INTEGER)                       1 when nobody should see it: deleted, or its first write never came
///
/// Names of our own begin with an underscore, so that no collection can meet them. Pages ask `… WHERE _gone = 0`.
///
/// What this program does not know is kept: a field without a column goes to `_extra`, a collection without a description to
/// the table `collection_<number>`. When a later program knows them, opening moves them to their columns and tables. A file
/// that has columns this program lacks was written by a later one, and is refused with Fault::outdated.
///
/// The digest follows every write, and is written with the transaction that it belongs to. Made on a read-only database this
/// class reads only and makes no tables. One thread at a time, the database's.
class RecordTables final : private TransactionParticipant {
public:
    /// Makes and extends the tables, in a transaction of its own. Throws StoreError.
    RecordTables(Database& database, Collections collections);
    ~RecordTables();
    RecordTables(const RecordTables&) = delete;
    RecordTables& operator=(const RecordTables&) = delete;

    /// The record as it is here, deleted or not; a new one when nobody wrote it.
    [[nodiscard]] Record read(CollectionNo collection, const RecordId& id);
    /// Records whose field holds the value, visible ones only, in order of their ids (so of their making). Fast for `indexed`
    /// fields. The field must be known.
    [[nodiscard]] std::vector<Record> find(const Collection& collection, FieldNo field, const Value& value);
    /// The collection's records from that id on, deleted ones too, in order of their ids: at most so many.
    [[nodiscard]] std::vector<Record> page(CollectionNo collection, const RecordId& from, std::size_t most);
    /// Every record of every collection, deleted ones too: what a snapshot is made of.
    void forEach(const std::function<void(Record&&)>& visit);
    /// The records of one collection, deleted ones too.
    void forEach(CollectionNo collection, const std::function<void(Record&&)>& visit);
    [[nodiscard]] std::uint64_t count();

    /// Stores `after` where `before` was read: inserts a new record, updates the columns that differ, or takes the row away
    /// when `after` is a record that nobody wrote. Inside a Transaction.
    void write(const Record& before, const Record& after);
    /// The digest of all records, this transaction's writes included.
    [[nodiscard]] const Digest& digest() { return currentDigest(); }

    [[nodiscard]] Collections collections() const { return collections_; }

private:
    struct Table;

    void beforeCommit() override;
    void afterRollback() override;

    void prepareSchema();
    void makeTable(const Collection& collection);
    void extendTable(const Collection& collection, const std::vector<std::string>& columns);
    void makeIndexes(const Collection& collection);
    void adoptUnknown(const Collection& collection);
    Table& tableOf(CollectionNo collection);
    Table* existingTable(CollectionNo collection);
    bool tableExists(std::string_view name);
    std::vector<CollectionNo> storedCollections();

    bool isBeyond(Table& table, const RecordId& id);
    void insert(Table& table, const Record& record);
    void update(const Table& table, const Record& before, const Record& after);
    void erase(const Table& table, const RecordId& id);
    Digest& currentDigest();
    Record readRow(const Table& table, const Statement& row);

    Database& database_;
    Collections collections_;
    DeviceNumbers devices_;
    std::unordered_map<std::uint16_t, std::unique_ptr<Table>> tables_;
    std::optional<Digest> digest_;
    bool digestChanged_ = false;
};

}  // namespace qiaomen
