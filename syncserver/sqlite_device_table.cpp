// SPDX-License-Identifier: Apache-2.0
#include "syncserver/sqlite_device_table.h"

#include <algorithm>
#include <utility>

#include "shared/sqlite/migrations.h"

namespace qiaomen {

namespace {

constexpr Migration kSteps[] = {
    {"devices, and the grids that each opens",
     "CREATE TABLE device(id INTEGER PRIMARY KEY, name TEXT NOT NULL, worker TEXT NOT NULL, token_hash BLOB NOT NULL "
     "UNIQUE,"
     "                    device BLOB UNIQUE, all_grids INTEGER NOT NULL, enrolled INTEGER NOT NULL, last_contact "
     "INTEGER,"
     "                    app TEXT NOT NULL DEFAULT '', revoked INTEGER NOT NULL DEFAULT 0);"
     "CREATE TABLE device_grid(device INTEGER NOT NULL REFERENCES device(id), grid BLOB NOT NULL, PRIMARY KEY(device, "
     "grid))"
     " WITHOUT ROWID;"},
    {"what a device's last sync left behind",
     "ALTER TABLE device RENAME COLUMN last_contact TO last_sync;"
     "ALTER TABLE device ADD COLUMN unsent INTEGER NOT NULL DEFAULT 0;"
     "ALTER TABLE device ADD COLUMN refused INTEGER NOT NULL DEFAULT 0;"
     "ALTER TABLE device ADD COLUMN repairs INTEGER NOT NULL DEFAULT 0;"},
    {"ids under which devices went on that were copied or set back",
     "CREATE TABLE successor(id BLOB PRIMARY KEY, device INTEGER NOT NULL REFERENCES device(id)) WITHOUT ROWID;"},
    {"the key by which a device signs", "ALTER TABLE device ADD COLUMN public_key BLOB;"},
    {"grids that were taken from devices, and when",
     "ALTER TABLE device_grid ADD COLUMN taken INTEGER NOT NULL DEFAULT 0;"},
};

std::string_view chars(const PublicKey& key) { return {reinterpret_cast<const char*>(key.data()), key.size()}; }

PublicKey keyFrom(std::string_view bytes) {
    PublicKey key{};
    if (bytes.size() != key.size()) throw StoreError(Fault::broken, "a device's key has a wrong length");
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(key.data()));
    return key;
}

}  // namespace

SqliteDeviceTable::SqliteDeviceTable(const std::filesystem::path& file, std::optional<DatabaseKey> key, bool readOnly)
    : database_(file, {.key = key, .readOnly = readOnly}) {
    if (!readOnly) migrate(database_, kSteps);
    follow();
}

void SqliteDeviceTable::follow() {
    const std::int64_t version = database_.number("PRAGMA data_version");
    if (version == version_) return;
    const Rows before = std::exchange(rows_, {});
    load();
    version_ = version;
    for (const auto& [hash, row] : before) {
        const auto now = rows_.find(hash);
        if (now != rows_.end()) regranted_.merge(heldMeanwhile(row.device.grant, now->second.device.grant));
    }
}

std::set<GridId> SqliteDeviceTable::regrantedElsewhere() {
    const std::lock_guard lock(mutex_);
    follow();
    return std::exchange(regranted_, {});
}

void SqliteDeviceTable::load() {
    Statement row = database_.prepare(
        "SELECT id, name, worker, token_hash, device, all_grids, enrolled, revoked, last_sync, app, unsent, refused,"
        " repairs, public_key FROM device");
    while (row.step()) {
        DeviceRow read{.tokenHash = std::string(row.blob(3)), .device = {}};
        EnrolledDevice& device = read.device;
        device.grant = {
            .device = std::string(row.text(1)), .worker = std::string(row.text(2)), .allGrids = row.integer(5) != 0};
        if (!row.isNull(4)) device.grant.id = row.id<DeviceKind>(4);
        if (!row.isNull(13)) device.grant.key = keyFrom(row.blob(13));
        Statement grid = database_.prepare("SELECT grid, taken FROM device_grid WHERE device = ?");
        grid.with(row.integer(0));
        while (grid.step()) {
            if (grid.integer(1) == 0) {
                device.grant.grids.insert(grid.id<GridKind>(0));
            } else {
                device.grant.taken.emplace(grid.id<GridKind>(0), grid.integer(1));
            }
        }
        Statement successor = database_.prepare("SELECT id FROM successor WHERE device = ?");
        successor.with(row.integer(0));
        while (successor.step()) device.grant.successors.insert(successor.id<DeviceKind>(0));
        device.enrolledAtMs = row.integer(6);
        device.revoked = row.integer(7) != 0;
        if (!row.isNull(8)) device.lastSyncMs = row.integer(8);
        device.app = row.text(9);
        device.unsent = static_cast<std::uint64_t>(row.integer(10));
        device.refused = static_cast<std::uint64_t>(row.integer(11));
        device.repairs = static_cast<std::uint64_t>(row.integer(12));
        rows_.insert_or_assign(read.tokenHash, std::move(read));
    }
}

SqliteDeviceTable::Rows::iterator SqliteDeviceTable::owner(const DeviceId& id) {
    return std::ranges::find_if(rows_, [&](const auto& entry) { return entry.second.device.grant.isOneOf(id); });
}

SqliteDeviceTable::Rows::iterator SqliteDeviceTable::named(std::string_view name) {
    return std::ranges::find_if(rows_, [&](const auto& entry) {
        return entry.second.device.grant.device == name && !entry.second.device.revoked;
    });
}

std::vector<DeviceRow> SqliteDeviceTable::all() {
    const std::lock_guard lock(mutex_);
    follow();
    std::vector<DeviceRow> all;
    for (const auto& [hash, row] : rows_) all.push_back(row);
    std::ranges::sort(all, {}, [](const DeviceRow& row) {
        return std::pair(row.device.enrolledAtMs, std::string_view(row.device.grant.device));
    });
    return all;
}

std::optional<DeviceRow> SqliteDeviceTable::find(std::string_view tokenHash) {
    const std::lock_guard lock(mutex_);
    follow();
    const auto found = rows_.find(tokenHash);
    return found == rows_.end() ? std::nullopt : std::optional(found->second);
}

std::string SqliteDeviceTable::workerOf(const DeviceId& id) {
    const std::lock_guard lock(mutex_);
    follow();
    const auto found = owner(id);
    return found == rows_.end() ? std::string() : found->second.device.grant.worker;
}

bool SqliteDeviceTable::add(const DeviceRow& row) {
    const std::lock_guard lock(mutex_);
    follow();
    const EnrolledDevice& device = row.device;
    if (!device.revoked && named(device.grant.device) != rows_.end()) return false;
    Transaction transaction(database_);
    Statement insert = database_.prepare(
        "INSERT INTO device(name, worker, token_hash, device, all_grids, enrolled, revoked, last_sync, app, unsent,"
        " refused, repairs, public_key) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, device.grant.device).bind(2, device.grant.worker).bindBlob(3, row.tokenHash);
    if (device.grant.id) insert.bind(4, *device.grant.id);
    insert.bind(5, device.grant.allGrids ? 1 : 0).bind(6, device.enrolledAtMs).bind(7, device.revoked ? 1 : 0);
    if (device.lastSyncMs) insert.bind(8, *device.lastSyncMs);
    if (device.grant.key) insert.bindBlob(13, chars(*device.grant.key));
    insert.bind(9, device.app).bind(10, device.unsent).bind(11, device.refused).bind(12, device.repairs).run();
    const std::int64_t number = database_.lastRowId();
    keepGrids(database_, number, device.grant);
    for (const DeviceId& successor : device.grant.successors) {
        database_.prepare("INSERT INTO successor(id, device) VALUES(?, ?)").with(successor, number).run();
    }
    transaction.commit();
    rows_.insert_or_assign(row.tokenHash, row);
    return true;
}

bool SqliteDeviceTable::revoke(std::string_view name) {
    const std::lock_guard lock(mutex_);
    follow();
    const auto found = named(name);
    if (found == rows_.end()) return false;
    Transaction transaction(database_);
    database_.prepare("UPDATE device SET revoked = 1 WHERE token_hash = ?").bindBlob(1, found->first).run();
    transaction.commit();
    found->second.device.revoked = true;
    return true;
}

void SqliteDeviceTable::keepGrids(Database& database, std::int64_t device, const Grant& grant) {
    const auto keep = [&](const GridId& grid, std::int64_t takenMs) {
        database.prepare("INSERT INTO device_grid(device, grid, taken) VALUES(?, ?, ?)").with(device, grid, takenMs).run();
    };
    for (const GridId& grid : grant.grids) keep(grid, 0);
    for (const auto& [grid, takenMs] : grant.taken) keep(grid, takenMs);
}

bool SqliteDeviceTable::regrant(std::string_view name, const Grant& grant) {
    const std::lock_guard lock(mutex_);
    follow();
    const auto found = named(name);
    if (found == rows_.end()) return false;
    Transaction transaction(database_);
    std::int64_t number = 0;
    {
        Statement row = database_.prepare("SELECT id FROM device WHERE token_hash = ?");
        row.bindBlob(1, found->first).step();
        number = row.integer(0);
    }
    database_.prepare("UPDATE device SET all_grids = ? WHERE id = ?").with(grant.allGrids ? 1 : 0, number).run();
    database_.prepare("DELETE FROM device_grid WHERE device = ?").with(number).run();
    keepGrids(database_, number, grant);
    transaction.commit();
    Grant& kept = found->second.device.grant;
    kept.allGrids = grant.allGrids;
    kept.grids = grant.grids;
    kept.taken = grant.taken;
    return true;
}

bool SqliteDeviceTable::bind(std::string_view tokenHash, const DeviceId& id) {
    const std::lock_guard lock(mutex_);
    follow();
    const auto found = rows_.find(tokenHash);
    if (found == rows_.end() || found->second.device.grant.id) return false;
    if (owner(id) != rows_.end()) return false;
    Transaction transaction(database_);
    database_.prepare("UPDATE device SET device = ? WHERE token_hash = ?").bind(1, id).bindBlob(2, tokenHash).run();
    transaction.commit();
    found->second.device.grant.id = id;
    return true;
}

bool SqliteDeviceTable::bindKey(const DeviceId& id, const PublicKey& key) {
    const std::lock_guard lock(mutex_);
    follow();
    const auto found = std::ranges::find_if(rows_, [&](const auto& row) { return row.second.device.grant.id == id; });
    if (found == rows_.end()) return false;
    std::optional<PublicKey>& bound = found->second.device.grant.key;
    if (bound) return bound == key;
    Transaction transaction(database_);
    database_.prepare("UPDATE device SET public_key = ? WHERE device = ?").bindBlob(1, chars(key)).bind(2, id).run();
    transaction.commit();
    bound = key;
    return true;
}

bool SqliteDeviceTable::addSuccessor(std::string_view tokenHash, const DeviceId& id) {
    const std::lock_guard lock(mutex_);
    follow();
    const auto found = rows_.find(tokenHash);
    if (found == rows_.end() || owner(id) != rows_.end()) return false;
    Transaction transaction(database_);
    database_.prepare("INSERT INTO successor(id, device) SELECT ?, id FROM device WHERE token_hash = ?")
        .bind(1, id)
        .bindBlob(2, tokenHash)
        .run();
    transaction.commit();
    found->second.device.grant.successors.insert(id);
    return true;
}

void SqliteDeviceTable::keep(std::span<const DeviceSync> syncs) {
    const std::lock_guard lock(mutex_);
    follow();
    Transaction transaction(database_);
    for (const DeviceSync& sync : syncs) {
        Statement update = database_.prepare(
            "UPDATE device SET last_sync = ?, app = ?, unsent = ?, refused = refused + ?, repairs = ?"
            " WHERE token_hash = ?");
        update.bind(1, sync.atMs).bind(2, sync.app).bind(3, sync.unsent).bind(4, sync.refused).bind(5, sync.repairs);
        update.bindBlob(6, sync.tokenHash).run();
    }
    transaction.commit();
    for (const DeviceSync& sync : syncs) {
        const auto found = rows_.find(sync.tokenHash);
        if (found == rows_.end()) continue;
        EnrolledDevice& device = found->second.device;
        device.lastSyncMs = sync.atMs;
        device.app = sync.app;
        device.unsent = sync.unsent;
        device.refused += sync.refused;
        device.repairs = sync.repairs;
    }
}

}  // namespace qiaomen
