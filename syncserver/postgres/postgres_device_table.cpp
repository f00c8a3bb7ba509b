// SPDX-License-Identifier: Apache-2.0
#include "syncserver/postgres/postgres_device_table.h"

namespace qiaomen {

namespace {

/// Grids and successors come as their ids, 16 bytes each, one after the other; before the id of a grid that was taken stand the eight
/// bytes of the time.
constexpr std::string_view kSelect =
    "SELECT name, worker, token_hash, device, all_grids, enrolled, revoked, last_sync, app, unsent, refused, repairs,"
    " (SELECT string_agg(uuid_send(grid_id), ''::bytea) FROM _device_grid AS g WHERE g.token_hash = d.token_hash AND "
    "taken = 0),"
    " (SELECT string_agg(uuid_send(s.device), ''::bytea) FROM _successor AS s WHERE s.token_hash = d.token_hash),"
    " (SELECT string_agg(int8send(taken) || uuid_send(grid_id), ''::bytea) FROM _device_grid AS g"
    "  WHERE g.token_hash = d.token_hash AND taken <> 0)"
    ", public_key FROM _device AS d";

template <class Id>
std::set<Id> idsIn(const PgRows& rows, int at, int column) {
    const std::string_view bytes = rows.isNull(at, column) ? std::string_view() : rows.bytes(at, column);
    std::set<Id> ids;
    for (std::size_t first = 0; first + sizeof(IdBytes) <= bytes.size(); first += sizeof(IdBytes)) {
        Id id;
        std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(first), sizeof(IdBytes),
                    reinterpret_cast<char*>(id.bytes.data()));
        ids.insert(id);
    }
    return ids;
}

std::map<GridId, std::int64_t> takenIn(const PgRows& rows, int at, int column) {
    constexpr std::size_t kTime = sizeof(std::int64_t);
    const std::string_view bytes = rows.isNull(at, column) ? std::string_view() : rows.bytes(at, column);
    std::map<GridId, std::int64_t> taken;
    for (std::size_t first = 0; first + kTime + sizeof(IdBytes) <= bytes.size(); first += kTime + sizeof(IdBytes)) {
        std::uint64_t time = 0;
        for (const char byte : bytes.substr(first, kTime)) time = time << 8 | static_cast<std::uint8_t>(byte);
        GridId id;
        std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(first + kTime), sizeof(IdBytes),
                    reinterpret_cast<char*>(id.bytes.data()));
        taken.emplace(id, static_cast<std::int64_t>(time));
    }
    return taken;
}

void queueGrids(PgConnection& connection, std::string_view tokenHash, const Grant& grant) {
    const auto keep = [&](const GridId& grid, std::int64_t takenMs) {
        connection.queue("INSERT INTO _device_grid(token_hash, grid_id, taken) VALUES($1, $2, $3)",
                         PgParameters::of(tokenHash, grid, takenMs));
    };
    for (const GridId& grid : grant.grids) keep(grid, 0);
    for (const auto& [grid, takenMs] : grant.taken) keep(grid, takenMs);
}

DeviceRow rowFrom(const PgRows& rows, int at) {
    DeviceRow row{.tokenHash = std::string(rows.bytes(at, 2)), .device = {}};
    EnrolledDevice& device = row.device;
    device.grant = {.device = std::string(rows.bytes(at, 0)),
                    .worker = std::string(rows.bytes(at, 1)),
                    .allGrids = rows.integer(at, 4) != 0};
    if (!rows.isNull(at, 3)) device.grant.id = rows.id<DeviceKind>(at, 3);
    if (!rows.isNull(at, 15)) rows.readFixed(at, 15, device.grant.key.emplace());
    device.enrolledAtMs = rows.integer(at, 5);
    device.revoked = rows.integer(at, 6) != 0;
    if (!rows.isNull(at, 7)) device.lastSyncMs = rows.integer(at, 7);
    device.app = rows.bytes(at, 8);
    device.unsent = rows.natural(at, 9);
    device.refused = rows.natural(at, 10);
    device.repairs = rows.natural(at, 11);
    device.grant.grids = idsIn<GridId>(rows, at, 12);
    device.grant.successors = idsIn<DeviceId>(rows, at, 13);
    device.grant.taken = takenIn(rows, at, 14);
    return row;
}

std::string_view chars(const PublicKey& key) { return {reinterpret_cast<const char*>(key.data()), key.size()}; }

/// Whether the statement changed a row: "UPDATE 1", "INSERT 0 1".
bool didOne(const PgRows& answer) { return answer.deed().ends_with(" 1"); }

}  // namespace

std::vector<DeviceRow> PostgresDeviceTable::all() {
    std::vector<DeviceRow> all;
    pool_.take([&](PgConnection& connection) {
        all.clear();
        const PgRows rows = connection.run(std::string(kSelect) + " ORDER BY enrolled, name");
        for (int at = 0; at < rows.count(); ++at) all.push_back(rowFrom(rows, at));
    });
    return all;
}

std::optional<DeviceRow> PostgresDeviceTable::find(std::string_view tokenHash) {
    std::optional<DeviceRow> found;
    pool_.take([&](PgConnection& connection) {
        const PgRows rows = connection.run(std::string(kSelect) + " WHERE token_hash = $1", PgParameters::of(tokenHash));
        if (!rows.isEmpty()) found = rowFrom(rows, 0);
    });
    return found;
}

std::string PostgresDeviceTable::workerOf(const DeviceId& id) {
    std::string worker;
    pool_.take([&](PgConnection& connection) {
        const PgRows rows = connection.run(
            "SELECT worker FROM _device WHERE device = $1"
            " UNION ALL SELECT worker FROM _device JOIN _successor USING (token_hash) WHERE _successor.device = $1",
            PgParameters::of(id));
        if (!rows.isEmpty()) worker = rows.bytes(0, 0);
    });
    return worker;
}

/// A transaction. A connection that died while it lay idle is found so, and replaced; one that dies later leaves the row there or
/// not, and whoever asks again is told which.
PgLease PostgresDeviceTable::begin() {
    return pool_.take([](PgConnection& connection) { connection.script("BEGIN"); });
}

bool PostgresDeviceTable::add(const DeviceRow& row) {
    const EnrolledDevice& device = row.device;
    const PgLease lease = begin();
    PgParameters values = PgParameters::of(
        std::string_view(row.tokenHash), std::string_view(device.grant.device), std::string_view(device.grant.worker),
        std::int64_t{device.grant.allGrids ? 1 : 0}, device.enrolledAtMs, std::int64_t{device.revoked ? 1 : 0},
        std::string_view(device.app), device.unsent, device.refused, device.repairs);
    const bool added = didOne(lease->run(
        "INSERT INTO _device(token_hash, name, worker, all_grids, enrolled, revoked, app, unsent, refused, repairs)"
        " VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING",
        values));
    if (!added) return false;
    if (device.grant.id)
        lease->queue("UPDATE _device SET device = $2 WHERE token_hash = $1",
                     PgParameters::of(std::string_view(row.tokenHash), *device.grant.id));
    if (device.grant.key)
        lease->queue("UPDATE _device SET public_key = $2 WHERE token_hash = $1",
                     PgParameters::of(std::string_view(row.tokenHash), chars(*device.grant.key)));
    if (device.lastSyncMs)
        lease->queue("UPDATE _device SET last_sync = $2 WHERE token_hash = $1",
                     PgParameters::of(std::string_view(row.tokenHash), *device.lastSyncMs));
    queueGrids(*lease, row.tokenHash, device.grant);
    for (const DeviceId& successor : device.grant.successors)
        lease->queue("INSERT INTO _successor(device, token_hash) VALUES($1, $2)",
                     PgParameters::of(successor, std::string_view(row.tokenHash)));
    lease->flush();
    lease->script("COMMIT");
    return true;
}

bool PostgresDeviceTable::revoke(std::string_view name) {
    const PgLease lease = begin();
    const bool revoked = didOne(
        lease->run("UPDATE _device SET revoked = 1 WHERE name = $1 AND revoked = 0", PgParameters::of(name)));
    lease->script("COMMIT");
    return revoked;
}

bool PostgresDeviceTable::regrant(std::string_view name, const Grant& grant) {
    const PgLease lease = begin();
    const PgRows device = lease->run(
        "UPDATE _device SET all_grids = $2 WHERE name = $1 AND revoked = 0 RETURNING token_hash",
        PgParameters::of(name, std::int64_t{grant.allGrids ? 1 : 0}));
    if (device.isEmpty()) return false;
    const std::string hash(device.bytes(0, 0));
    lease->queue("DELETE FROM _device_grid WHERE token_hash = $1", PgParameters::of(std::string_view(hash)));
    queueGrids(*lease, hash, grant);
    lease->flush();
    lease->script("COMMIT");
    return true;
}

bool PostgresDeviceTable::bind(std::string_view tokenHash, const DeviceId& id) {
    const PgLease lease = begin();
    const bool bound = didOne(
        lease->run("UPDATE _device SET device = $2 WHERE token_hash = $1 AND device IS NULL"
                   " AND NOT EXISTS (SELECT 1 FROM _device WHERE device = $2)"
                   " AND NOT EXISTS (SELECT 1 FROM _successor WHERE device = $2)",
                   PgParameters::of(tokenHash, id)));
    lease->script("COMMIT");
    return bound;
}

bool PostgresDeviceTable::bindKey(const DeviceId& id, const PublicKey& key) {
    const PgLease lease = begin();
    const bool bound = didOne(
        lease->run("UPDATE _device SET public_key = $2 WHERE device = $1 AND (public_key IS NULL OR public_key = $2)",
                   PgParameters::of(id, chars(key))));
    lease->script("COMMIT");
    return bound;
}

bool PostgresDeviceTable::addSuccessor(std::string_view tokenHash, const DeviceId& id) {
    const PgLease lease = begin();
    const bool added = didOne(
        lease->run("INSERT INTO _successor(device, token_hash) SELECT $2, token_hash FROM _device WHERE token_hash = $1"
                   " AND NOT EXISTS (SELECT 1 FROM _device WHERE device = $2) ON CONFLICT DO NOTHING",
                   PgParameters::of(tokenHash, id)));
    lease->script("COMMIT");
    return added;
}

/// Several processes write of the same device: the later sync stays, and refusals add up.
void PostgresDeviceTable::keep(std::span<const DeviceSync> syncs) {
    const PgLease lease = begin();
    for (const DeviceSync& sync : syncs) {
        const std::string_view hash = sync.tokenHash;
        lease->queue("UPDATE _device SET refused = refused + $2 WHERE token_hash = $1",
                     PgParameters::of(hash, sync.refused));
        lease->queue(
            "UPDATE _device SET last_sync = $2, app = $3, unsent = $4, repairs = $5"
            " WHERE token_hash = $1 AND coalesce(last_sync, 0) <= $2",
            PgParameters::of(hash, sync.atMs, std::string_view(sync.app), sync.unsent, sync.repairs));
    }
    lease->flush();
    lease->script("COMMIT");
}

std::string PostgresDeviceTable::centreKey(std::string_view mine) {
    {
        const PgLease lease = begin();
        lease->run("INSERT INTO _centre(one, public_key) VALUES(1, $1) ON CONFLICT DO NOTHING", PgParameters::of(mine));
        lease->script("COMMIT");
    }
    return centreKey();
}

std::string PostgresDeviceTable::centreKey() {
    std::string key;
    pool_.take([&](PgConnection& connection) {
        const PgRows rows = connection.run("SELECT public_key FROM _centre");
        if (!rows.isEmpty()) key = rows.bytes(0, 0);
    });
    return key;
}

}  // namespace qiaomen
