// SPDX-License-Identifier: Apache-2.0
#include "syncserver/postgres/pg_schema.h"

#include <algorithm>
#include <set>

namespace qiaomen {

namespace {

using Use = PgConnection::Use;

/// Steps from one version of our own tables to the next; never changed once released. Rows that every commit updates leave room
/// in their pages, so that the new version of a row goes beside the old one and no index is touched.
constexpr const char* kSteps[] = {
    "CREATE TABLE _grid(grid_id uuid PRIMARY KEY, epoch bigint NOT NULL, seq bigint NOT NULL, chain bytea NOT NULL,"
    "                   digest bytea NOT NULL, records bigint NOT NULL) WITH (fillfactor = 40);"
    "CREATE TABLE _digest(grid_id uuid, bucket smallint, sum bytea NOT NULL, PRIMARY KEY (grid_id, bucket)) WITH "
    "(fillfactor = 40);"
    "CREATE TABLE _log(grid_id uuid, seq bigint, commit_seq bigint NOT NULL, device uuid NOT NULL, number bigint NOT "
    "NULL,"
    "                  time bigint NOT NULL, body bytea NOT NULL, PRIMARY KEY (grid_id, seq), UNIQUE (grid_id, device, "
    "time));"
    "CREATE TABLE _taken(grid_id uuid, device uuid, number bigint NOT NULL, time bigint NOT NULL, PRIMARY KEY "
    "(grid_id, device))"
    "                   WITH (fillfactor = 40);"
    // The reason is bytes: it may quote what was refused, and that need not be a valid text.
    "CREATE TABLE _refused(grid_id uuid, id bigint GENERATED ALWAYS AS IDENTITY, device uuid NOT NULL, time bigint NOT "
    "NULL,"
    "                      number bigint NOT NULL, fork smallint NOT NULL, reason bytea NOT NULL, at bigint NOT NULL,"
    "                      body bytea NOT NULL, PRIMARY KEY (grid_id, id), UNIQUE (grid_id, device, time, number));",
    // The centre as a whole, and its devices. A program's name comes from outside, and need not be a valid text.
    "CREATE TABLE _centre(one bigint PRIMARY KEY CHECK (one = 1), public_key bytea NOT NULL);"
    "CREATE TABLE _device(token_hash bytea PRIMARY KEY, name text NOT NULL, worker text NOT NULL, device uuid UNIQUE,"
    "                     all_grids bigint NOT NULL, enrolled bigint NOT NULL, revoked bigint NOT NULL,"
    "                     last_sync bigint, app bytea NOT NULL, unsent bigint NOT NULL, refused bigint NOT NULL,"
    "                     repairs bigint NOT NULL) WITH (fillfactor = 60);"
    "CREATE UNIQUE INDEX _device_name ON _device(name) WHERE revoked = 0;"
    "CREATE TABLE _device_grid(token_hash bytea REFERENCES _device, grid_id uuid, PRIMARY KEY (token_hash, grid_id));",
    // Where a broken chain broke.
    "ALTER TABLE _log ADD COLUMN link bigint;",
    // A change may stand in the log twice: as its writer sent it, and (number 0) as somebody else gave it back.
    "ALTER TABLE _log DROP CONSTRAINT _log_grid_id_device_time_key;"
    "CREATE INDEX _log_stamp ON _log(grid_id, device, time);",
    // Ids under which devices went on that were copied or set back.
    "CREATE TABLE _successor(device uuid PRIMARY KEY, token_hash bytea NOT NULL REFERENCES _device);",
    // What devices signed, by which keys, and their own chains.
    "ALTER TABLE _device ADD COLUMN public_key bytea; ALTER TABLE _taken ADD COLUMN link bytea;"
    "CREATE TABLE _batch(grid_id uuid, id bigint GENERATED ALWAYS AS IDENTITY, device uuid NOT NULL, first bigint NOT "
    "NULL,"
    "                    last bigint NOT NULL, spent bigint NOT NULL, epoch bigint NOT NULL, version bigint NOT NULL,"
    "                    before bytea NOT NULL, link bytea NOT NULL, outside bytea NOT NULL, given bytea NOT NULL,"
    "                    signature bytea NOT NULL, PRIMARY KEY (grid_id, id));"
    "CREATE INDEX _batch_device ON _batch(grid_id, device, last);",
    // Grids that were taken from devices, and when; 0: held.
    "ALTER TABLE _device_grid ADD COLUMN taken bigint NOT NULL DEFAULT 0;",
    // A copy of a device goes on as another: none of its changes is refused for that any more.
    "ALTER TABLE _refused DROP COLUMN fork;",
};
constexpr auto kVersion = static_cast<std::int64_t>(std::size(kSteps));

/// Programs that prepare a schema at the same time take turns by this.
constexpr const char* kTakeTurns = "SELECT pg_advisory_xact_lock(hashtext('qiaomen schema'))";

class SchemaKeeper {
public:
    SchemaKeeper(PgConnection& connection, const PgRecordTables& tables) : connection_(connection), tables_(tables) {}

    std::int64_t prepare() {
        connection_.script("BEGIN");
        connection_.run(kTakeTurns, {}, Use::once);
        makeOwnTables();
        for (const PgRecordTable& table : tables_.all()) prepareTable(table);
        if (changed_) connection_.run("UPDATE _schema SET generation = generation + 1", {}, Use::once);
        const PgRows generation = connection_.run("SELECT generation FROM _schema", {}, Use::once);
        connection_.script("COMMIT");
        return generation.integer(0, 0);
    }

private:
    bool isThere(std::string_view question, std::string_view name) {
        return !connection_.run(question, PgParameters::of(name), Use::once).isEmpty();
    }

    /// Before the first change: waits until no transaction uses the tables any more.
    void change(const std::string& sql) {
        if (!changed_) connection_.script("LOCK TABLE _schema IN ACCESS EXCLUSIVE MODE");
        changed_ = true;
        if (!sql.empty()) connection_.script(sql);
    }

    void makeOwnTables() {
        if (!isThere("SELECT 1 FROM pg_namespace WHERE nspname = $1", connection_.schema())) {
            connection_.script("CREATE SCHEMA " + inQuotes(connection_.schema()));
        }
        if (columnsOf("_schema").empty()) {
            connection_.script(
                "CREATE TABLE _schema(version bigint NOT NULL, generation bigint NOT NULL); INSERT INTO _schema "
                "VALUES(0, 0);" +
                PgRecordTable(CollectionNo{0}, nullptr).create());
        }
        const std::int64_t version = connection_.run("SELECT version FROM _schema", {}, Use::once).integer(0, 0);
        if (version > kVersion)
            throw StoreError(Fault::outdated, "the database was set up by a newer version of this program");
        for (std::int64_t step = version; step < kVersion; ++step) change(kSteps[step]);
        if (version < kVersion)
            connection_.run("UPDATE _schema SET version = $1", PgParameters::of(kVersion), Use::once);
    }

    std::set<std::string, std::less<>> columnsOf(std::string_view table) {
        const PgRows rows = connection_.run(
            "SELECT attname::text FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped"
            " AND attrelid = to_regclass(quote_ident($1) || '.' || quote_ident($2))",
            PgParameters::of(std::string_view(connection_.schema()), table), Use::once);
        std::set<std::string, std::less<>> columns;
        for (int row = 0; row < rows.count(); ++row) columns.emplace(rows.bytes(row, 0));
        return columns;
    }

    void prepareTable(const PgRecordTable& table) {
        const Collection& collection = *table.collection();
        const auto columns = columnsOf(collection.name());
        if (columns.empty()) {
            change(table.create() + table.createIndexes());
        } else {
            extendTable(table, columns);
        }
        adoptUnknown(table);
    }

    void extendTable(const PgRecordTable& table, const std::set<std::string, std::less<>>& columns) {
        const Collection& collection = *table.collection();
        for (const std::string& column : columns) {
            if (column == "id" || column == "grid_id" || column.starts_with('_') || collection.find(column)) continue;
            throw StoreError(Fault::outdated, "the database was written by a newer version of this program: it has " +
                                                  std::string(collection.name()) + "." + column);
        }
        std::string missing;
        for (const Field& field : collection.fields()) {
            if (!columns.contains(field.name)) missing += table.addColumn(field);
        }
        if (missing.empty()) return;
        change(missing + table.createIndexes());
        // Values of the new columns may have come before the program that knows them.
        for (const GridId& grid :
             gridsWhere("SELECT DISTINCT grid_id FROM " + inQuotes(collection.name()) + " WHERE _extra IS NOT NULL")) {
            move(grid, table, table, table.selectWithExtra());
        }
    }

    void adoptUnknown(const PgRecordTable& table) {
        const PgRecordTable unknown(table.number(), nullptr);
        const std::string where = " WHERE collection = " + std::to_string(static_cast<unsigned>(table.number()));
        const auto grids = gridsWhere("SELECT DISTINCT grid_id FROM _record" + where);
        if (grids.empty()) return;
        change({});
        for (const GridId& grid : grids) move(grid, unknown, table, unknown.selectAll());
        connection_.script("DELETE FROM _record" + where);
    }

    std::vector<GridId> gridsWhere(const std::string& question) {
        const PgRows rows = connection_.run(question, {}, Use::once);
        std::vector<GridId> grids;
        for (int row = 0; row < rows.count(); ++row) grids.push_back(rows.id<struct GridKind>(row, 0));
        return grids;
    }

    void move(const GridId& grid, const PgRecordTable& from, const PgRecordTable& to, const std::string& question) {
        const PgRows rows = connection_.run(question, PgParameters::of(grid), Use::once);
        std::vector<Record> records;
        for (int row = 0; row < rows.count(); ++row) records.push_back(from.read(rows, row));
        std::vector<const Record*> pointers;
        for (const Record& record : records) pointers.push_back(&record);
        connection_.run(to.put(), to.rowsOf(grid, pointers), Use::once);
    }

    PgConnection& connection_;
    const PgRecordTables& tables_;
    bool changed_ = false;
};

}  // namespace

std::int64_t prepareSchema(PgConnection& connection, const PgRecordTables& tables) {
    return SchemaKeeper(connection, tables).prepare();
}

}  // namespace qiaomen
