// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/core/clock.h"
#include "syncserver/grid_store.h"
#include "syncserver/postgres/pg_pool.h"
#include "syncserver/postgres/pg_record_table.h"

namespace qiaomen {

/// All grids in one PostgreSQL database, for centres that outgrow one machine: any number of server processes work on it at
/// once, and `grid_id` comes first in every key, so that an engine that distributes tables (Citus, YugabyteDB) can keep a grid
/// together. Made for PostgreSQL 15 and later.
///
/// A writer locks its grid's row in `_grid` (SELECT … FOR UPDATE) until it commits, and sequence numbers are given under that
/// lock: on one grid, the order of numbers is the order of commits, whichever process writes. A view is one snapshot (REPEATABLE
/// READ) and waits for nobody. Grids never wait for each other.
///
/// A commit that returned is in the server's write-ahead log on the disk. One that ended in Fault::offline may be there or
/// not: the device asks again, and the numbers of its changes tell. A connection that died while it lay idle is replaced without
/// anybody noticing.
///
/// The database is not encrypted by this class, as SQLite files are: that is for the server's disk, and TLS for the way there
/// (sslmode=verify-full in the conninfo).
///
/// Thread-safe. Errors beside those of GridStore: offline (the database cannot be reached, or a lock was not had in time),
/// refused (user or rights).
class PostgresGridStore : public GridStore {
public:
    struct Options {
        PgAddress address;
        Collections collections;
        RandomSource random;
        std::size_t connections = 32;  ///< at most; a request takes one
    };

    /// Connects, and makes or extends the tables. Errors: offline, missing (no such database), refused, outdated, broken.
    static Result<std::unique_ptr<PostgresGridStore>> open(Options options);

    Outcome createGrid(const GridId& grid) override;
    Result<std::vector<GridId>> grids() override;
    Result<std::unique_ptr<GridView>> view(const GridId& grid) override;
    Result<std::unique_ptr<GridWriter>> write(const GridId& grid) override;
    /// Views and writers at the moment: nothing else is held open for a grid.
    [[nodiscard]] std::size_t openGrids() const override;

private:
    struct Opened;
    class View;
    class Writer;

    explicit PostgresGridStore(Options options);
    Opened begin(const GridId& grid, std::string_view begin, std::string_view lock);

    Options options_;
    PgRecordTables tables_;
    PgPool pool_;
    std::int64_t generation_ = 0;
};

}  // namespace qiaomen
