// SPDX-License-Identifier: Apache-2.0
#include "syncserver/postgres/postgres_grid_store.h"

#include "syncserver/postgres/pg_grid.h"
#include "syncserver/postgres/pg_schema.h"

namespace qiaomen {

/// A transaction that has begun, and the grid's head in it.
struct PostgresGridStore::Opened {
    PgLease lease;
    GridHead head;
    std::uint64_t records = 0;
};

namespace {

/// The part of a view that reading and writing have in common.
template <class Interface>
class Reading : public Interface {
public:
    Reading(PgLease lease, const PgRecordTables& tables, const GridId& grid, const GridHead& head, std::uint64_t records)
        : lease_(std::move(lease)), grid_(*lease_, tables, grid), head_(head), records_(records) {}

    GridHead head() override { return head_; }
    LastTaken lastTaken(const DeviceId& device) override { return grid_.lastTaken(device); }
    Tail tail(std::uint64_t after, const DeviceId& except, const TailLimits& limits) override {
        return grid_.tail(after, except, limits, head_.cursor.seq);
    }
    std::optional<LoggedChange> logged(const Stamp& stamp) override { return grid_.logged(stamp); }
    void forEachChangeOf(const DeviceId& device, const std::function<void(LoggedChange&&)>& visit) override {
        grid_.forEachChangeOf(device, visit);
    }
    std::optional<RefusedChange> refused(const Stamp& stamp, std::uint64_t number) override {
        return grid_.refused(stamp, number);
    }
    std::vector<RefusedChange> refusedChanges() override { return grid_.refusedChanges(); }
    std::optional<SignedBatch> batchAt(const DeviceId& device, std::uint64_t number) override {
        return grid_.batchAt(device, number);
    }
    void forEachBatch(const std::function<void(SignedBatch&&)>& visit) override { grid_.forEachBatch(visit); }

    std::vector<Record> read(std::span<const RecordKey> keys) override { return grid_.read(keys); }
    std::vector<Record> find(const Collection& collection, FieldNo field, const Value& value) override {
        return grid_.find(collection, field, value);
    }
    std::vector<Record> page(const Collection& collection, const RecordId& from, std::size_t most) override {
        return grid_.page(collection.number(), from, most);
    }
    void forEachRecord(const std::function<void(Record&&)>& visit) override { grid_.forEachRecord(visit); }
    Digest digest() override { return grid_.digest(); }
    LogicalTime latestTime() override { return grid_.latestTime(); }
    std::uint64_t recordCount() override { return records_; }
    void forEachLink(const std::function<void(std::uint64_t, ShortLink)>& visit) override { grid_.forEachLink(visit); }
    /// The server checks its pages whenever it reads one (initdb --data-checksums), and everything is read by who verifies.
    Outcome verifyStorage() override { return Done{}; }

protected:
    PgLease lease_;  ///< ends the transaction when it goes
    PgGrid grid_;
    GridHead head_;
    std::uint64_t records_;
};

constexpr std::string_view kHead =
    "SELECT epoch, seq, chain, digest, records, (SELECT generation FROM _schema) FROM _grid AS g WHERE grid_id = $1";

}  // namespace

class PostgresGridStore::View : public Reading<GridView> {
public:
    View(Opened opened, const PgRecordTables& tables, const GridId& grid)
        : Reading(std::move(opened.lease), tables, grid, opened.head, opened.records) {}
};

class PostgresGridStore::Writer : public Reading<GridWriter> {
public:
    Writer(Opened opened, const PgRecordTables& tables, const GridId& grid)
        : Reading(std::move(opened.lease), tables, grid, opened.head, opened.records), stored_(opened.head) {}

    void write(std::span<const RecordWrite> writes) override {
        std::map<CollectionNo, std::vector<const Record*>> added, changed;
        std::map<CollectionNo, std::vector<RecordId>> erased;
        Digest difference;
        for (const auto& [before, after] : writes) {
            if (before.isNew() && after.isNew()) continue;
            if (!before.isNew()) difference.remove(before);
            if (!after.isNew()) difference.add(after);
            if (before.isNew()) {
                ++records_;
                added[after.collection()].push_back(&after);
            } else if (after.isNew()) {
                --records_;
                erased[after.collection()].push_back(after.id());
            } else {
                changed[after.collection()].push_back(&after);
            }
        }
        for (const auto& [collection, records] : added) grid_.insert(collection, records);
        for (const auto& [collection, records] : changed) grid_.replace(collection, records);
        for (const auto& [collection, records] : erased) grid_.erase(collection, records);
        head_.digest += difference.total();
        grid_.addToDigest(difference);
    }
    void append(std::span<const LogEntry* const> entries) override { grid_.append(head_, entries); }
    void setLastTaken(const DeviceId& device, const LastTaken& last) override { grid_.setLastTaken(device, last); }
    void keepBatch(const SignedBatch& batch) override { grid_.keepBatch(batch); }
    void keepRefused(std::span<const RefusedChange> changes) override { grid_.keepRefused(changes); }
    void setEpoch(std::uint64_t epoch) override { head_.cursor.epoch = epoch; }

    void commit() override {
        if (head_ != stored_) grid_.setHead(head_, records_);
        lease_->queue("COMMIT");
        // A transaction in which something failed answers ROLLBACK, and no error.
        if (lease_->flush().back().deed() != "COMMIT") throw StoreError(Fault::broken, "the database did not commit");
    }

private:
    GridHead stored_;
};

PostgresGridStore::PostgresGridStore(Options options)
    : options_(std::move(options)), tables_(options_.collections), pool_(options_.address, options_.connections) {}

Result<std::unique_ptr<PostgresGridStore>> PostgresGridStore::open(Options options) {
    return guarded([&]() -> Result<std::unique_ptr<PostgresGridStore>> {
        std::unique_ptr<PostgresGridStore> store(new PostgresGridStore(std::move(options)));
        store->pool_.take(
            [&](PgConnection& connection) { store->generation_ = prepareSchema(connection, store->tables_); });
        return store;
    });
}

Outcome PostgresGridStore::createGrid(const GridId& grid) {
    return guarded([&]() -> Outcome {
        const std::string zeros(32, '\0');
        const auto parameters = PgParameters::of(grid, randomEpoch(options_.random), std::string_view(zeros),
                                                 std::string_view(zeros).substr(0, 16));
        pool_.take([&](PgConnection& connection) {
            connection.run(
                "INSERT INTO _grid(grid_id, epoch, seq, chain, digest, records) VALUES($1, $2, 0, $3, $4, 0)"
                " ON CONFLICT DO NOTHING",
                parameters);
        });
        return Done{};
    });
}

Result<std::vector<GridId>> PostgresGridStore::grids() {
    return guarded([&]() -> Result<std::vector<GridId>> {
        std::vector<GridId> all;
        pool_.take([&](PgConnection& connection) {
            const PgRows rows = connection.run("SELECT grid_id FROM _grid ORDER BY grid_id");
            for (int row = 0; row < rows.count(); ++row) all.push_back(rows.id<struct GridKind>(row, 0));
        });
        return all;
    });
}

/// Begins a transaction, and asks for the grid's head in the same round trip.
PostgresGridStore::Opened PostgresGridStore::begin(const GridId& grid, std::string_view begin, std::string_view lock) {
    std::vector<PgRows> answers;
    PgLease lease = pool_.take([&](PgConnection& connection) {
        connection.queue(begin);
        connection.queue(std::string(kHead) + std::string(lock), PgParameters::of(grid));
        answers = connection.flush();
    });
    const PgRows& row = answers.back();
    if (row.isEmpty()) throw StoreError(Fault::missing, "there is no grid " + grid.text());
    if (row.integer(0, 5) != generation_) {
        throw StoreError(Fault::outdated,
                         "a newer version of this program has changed the tables: start this one again, or update it");
    }
    return {std::move(lease), headFrom(row, 0), row.natural(0, 4)};
}

Result<std::unique_ptr<GridView>> PostgresGridStore::view(const GridId& grid) {
    return guarded([&]() -> Result<std::unique_ptr<GridView>> {
        return std::unique_ptr<GridView>(
            std::make_unique<View>(begin(grid, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", ""), tables_, grid));
    });
}

/// READ COMMITTED: what is read after the lock was had is what the writer before has left.
Result<std::unique_ptr<GridWriter>> PostgresGridStore::write(const GridId& grid) {
    return guarded([&]() -> Result<std::unique_ptr<GridWriter>> {
        return std::unique_ptr<GridWriter>(std::make_unique<Writer>(
            begin(grid, "BEGIN ISOLATION LEVEL READ COMMITTED", " FOR UPDATE OF g"), tables_, grid));
    });
}

std::size_t PostgresGridStore::openGrids() const { return pool_.inUse(); }

}  // namespace qiaomen
