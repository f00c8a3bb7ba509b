// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/client/local_store.h"

namespace qiaomen {

/// What a replica knows of itself: the one row of the table `_store`. Changed as a copy, saved in the transaction it belongs
/// to, and taken over after the commit, so that a rollback needs no undoing here. Private to LocalStore's sources.
struct LocalStore::Own {
    Cursor cursor;  ///< its epoch is also the history in which safeNumber was confirmed
    Identity identity;
    std::uint64_t lastNumber = 0;  ///< of this device's changes
    std::uint64_t safeNumber = 0;  ///< the last receipt's
    Hash256 chain{};               ///< the identity's chain up to safeNumber (batch.h); zeros where it begins anew
    LogicalTime lastTime = LogicalTime::none;
    std::uint64_t differences = 0;
    bool compareWanted = false;  ///< by buckets, with the centre
    bool refilling = false;      ///< the centre may not know of numbers up to safeNumber: it forgot
    bool givesBack = false;      ///< what was written under earlier identities, for the same reason
    std::int64_t repairedAtMs = 0;
    bool leaving = false;  ///< the centre has taken the grid from this device

    bool operator==(const Own&) const = default;

    static std::string_view schema();
    static std::string_view schemaOfHistories();
    static std::string_view schemaOfChain();
    static std::string_view schemaOfLeaving();
    static Own load(Database& database, Outbox& outbox);
    void save(Database& database) const;
};

/// The writing connection, and everything that takes part in its transactions.
struct LocalStore::Writer {
    Database database;
    RecordTables tables;
    SearchIndex search;
    Outbox outbox;
    ClockSource wallClock;
    HybridClock clock;
    Own own;

    explicit Writer(const Options& options);

    /// Takes over what is known of the replica: at the start, and after each commit.
    void know(const Own& known);

    /// Stores a record and what follows from it.
    void write(const Record& before, const Record& after, StoreChange& told);
    void noteTime(const Stamp& stamp, Own& updated);
    /// Saves what is known of the replica, and commits; after it `own` is `updated`.
    void commit(Transaction& transaction, const Own& updated);
};

/// The reading connection.
struct LocalStore::Reader {
    Database database;
    RecordTables tables;
    SearchIndex search;
    Outbox outbox;

    explicit Reader(const Options& options);
};

/// What a whole record says, as the changes it is made of: one for each stamp in it. Merging them merges the record.
std::vector<Change> changesIn(const Record& record);

template <class Work>
auto LocalStore::reading(Work&& work) -> decltype(work(std::declval<Reader&>())) {
    return guarded([&] {
        const std::lock_guard lock(reading_);
        return work(*reader_);
    });
}

}  // namespace qiaomen
