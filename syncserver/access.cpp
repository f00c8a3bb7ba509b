// SPDX-License-Identifier: Apache-2.0
#include "syncserver/access.h"

#include <sodium.h>

#include <algorithm>

#include "shared/sqlite/migrations.h"
#include "syncserver/limits.h"

namespace qiaomen {

struct Access::Entry {
    std::int64_t row = 0;
    std::string tokenHash;
    EnrolledDevice device;
    bool isChanged = false;  ///< last contact or app not written down yet
};

namespace {

constexpr std::int64_t kFlushPauseMs = 60'000;
constexpr std::string_view kRefused = "this device is not known here: enrol it again";

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
    {"ids under which devices went on that were copied or set back",
     "CREATE TABLE successor(id BLOB PRIMARY KEY, device INTEGER NOT NULL REFERENCES device(id)) WITHOUT ROWID;"},
};

std::string hashOfToken(std::string_view token) {
    std::string hash(32, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                       reinterpret_cast<const unsigned char*>(token.data()), token.size(), nullptr, 0);
    return hash;
}

std::string newToken(const RandomSource& random) {
    std::array<std::uint8_t, 32> bytes{};
    random(bytes);
    std::string text(2 * bytes.size() + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

}  // namespace

Access::Access(Options options) : options_(std::move(options)), database_(options_.file, {.key = options_.key}) {
    migrate(database_, kSteps);
    load();
}

Access::~Access() {
    try {
        flush();
    } catch (const StoreError&) {
        // Only the time of the last contact is lost.
    }
}

void Access::load() {
    Statement row = database_.prepare(
        "SELECT id, name, worker, token_hash, device, all_grids, enrolled, last_contact, app, revoked FROM device");
    while (row.step()) {
        Entry entry;
        entry.row = row.integer(0);
        entry.tokenHash = row.blob(3);
        EnrolledDevice& device = entry.device;
        device.grant = {
            .device = std::string(row.text(1)), .worker = std::string(row.text(2)), .allGrids = row.integer(5) != 0};
        if (!row.isNull(4)) device.grant.id = row.id<DeviceKind>(4);
        device.enrolledAtMs = row.integer(6);
        if (!row.isNull(7)) device.lastContactMs = row.integer(7);
        device.app = row.text(8);
        device.revoked = row.integer(9) != 0;
        Statement grid = database_.prepare("SELECT grid FROM device_grid WHERE device = ?");
        grid.with(entry.row);
        while (grid.step()) device.grant.grids.insert(grid.id<GridKind>(0));
        if (device.grant.id) workers_[*device.grant.id] = device.grant.worker;
        Statement successor = database_.prepare("SELECT id FROM successor WHERE device = ?");
        successor.with(entry.row);
        while (successor.step()) {
            const auto id = successor.id<DeviceKind>(0);
            device.grant.successors.insert(id);
            workers_[id] = device.grant.worker;
        }
        byTokenHash_.emplace(entry.tokenHash, std::move(entry));
    }
}

Result<std::string> Access::add(Grant grant) {
    const std::lock_guard lock(mutex_);
    if (grant.device.empty() || grant.worker.empty())
        return Error{Fault::invalid, "a device needs a name, and a worker who uses it"};
    const auto inUse = [&](const auto& pair) {
        return pair.second.device.grant.device == grant.device && !pair.second.device.revoked;
    };
    if (std::ranges::any_of(byTokenHash_, inUse))
        return Error{Fault::invalid, "there is a device \"" + grant.device + "\" already"};
    return guarded([&]() -> Result<std::string> {
        std::string token = newToken(options_.random);
        Entry entry;
        entry.tokenHash = hashOfToken(token);
        entry.device.grant = std::move(grant);
        entry.device.enrolledAtMs = options_.clock();

        Transaction transaction(database_);
        Statement insert = database_.prepare(
            "INSERT INTO device(name, worker, token_hash, all_grids, enrolled) VALUES(?, ?, ?, ?, ?)");
        const Grant& added = entry.device.grant;
        insert.bind(1, std::string_view(added.device))
            .bind(2, std::string_view(added.worker))
            .bindBlob(3, entry.tokenHash);
        insert.bind(4, added.allGrids ? 1 : 0).bind(5, entry.device.enrolledAtMs).run();
        entry.row = database_.lastRowId();
        for (const GridId& grid : added.grids) {
            database_.prepare("INSERT INTO device_grid(device, grid) VALUES(?, ?)").with(entry.row, grid).run();
        }
        transaction.commit();
        byTokenHash_.emplace(entry.tokenHash, std::move(entry));
        return token;
    });
}

Outcome Access::revoke(const std::string& device) {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find_if(byTokenHash_, [&](const auto& pair) {
        return pair.second.device.grant.device == device && !pair.second.device.revoked;
    });
    if (found == byTokenHash_.end()) return Error{Fault::missing, "there is no device \"" + device + "\""};
    return guarded([&]() -> Outcome {
        Transaction transaction(database_);
        database_.prepare("UPDATE device SET revoked = 1 WHERE id = ?").with(found->second.row).run();
        transaction.commit();
        found->second.device.revoked = true;
        return Done{};
    });
}

std::vector<EnrolledDevice> Access::devices() const {
    const std::lock_guard lock(mutex_);
    std::vector<EnrolledDevice> all;
    for (const auto& [hash, entry] : byTokenHash_) all.push_back(entry.device);
    std::ranges::sort(all, {},
                      [](const EnrolledDevice& device) { return std::tie(device.enrolledAtMs, device.grant.device); });
    return all;
}

const Access::Entry* Access::entryOf(std::string_view token) const {
    const auto found = byTokenHash_.find(hashOfToken(token));
    return found == byTokenHash_.end() || found->second.device.revoked ? nullptr : &found->second;
}

Result<Grant> Access::recognise(std::string_view token) const {
    const std::lock_guard lock(mutex_);
    const Entry* entry = entryOf(token);
    if (!entry) return Error{Fault::refused, std::string(kRefused)};
    return entry->device.grant;
}

Result<Grant> Access::admit(std::string_view token, const DeviceId& id, std::string_view app) {
    const std::lock_guard lock(mutex_);
    const Entry* known = entryOf(token);
    if (!known) return Error{Fault::refused, std::string(kRefused)};
    Entry& entry = byTokenHash_.at(known->tokenHash);
    if (auto bound = bind(entry, id); !bound) return bound.error();
    entry.device.lastContactMs = options_.clock();
    entry.device.app = app;
    entry.isChanged = true;
    if (*entry.device.lastContactMs - flushedAtMs_ >= kFlushPauseMs) {
        auto flushed = guarded([&]() -> Outcome {
            flushLocked();
            return Done{};
        });
        if (!flushed) return flushed.error();
    }
    return entry.device.grant;
}

Outcome Access::bind(Entry& entry, const DeviceId& id) {
    Grant& grant = entry.device.grant;
    if (grant.id == id) return Done{};
    if (grant.id) return Error{Fault::refused, "this token belongs to another device"};
    if (id.isNone() || reserved_.contains(id) || workers_.contains(id))
        return Error{Fault::refused, "this device id belongs to somebody else"};
    return guarded([&]() -> Outcome {
        Transaction transaction(database_);
        database_.prepare("UPDATE device SET device = ? WHERE id = ?").with(id, entry.row).run();
        transaction.commit();
        grant.id = id;
        workers_[id] = grant.worker;
        return Done{};
    });
}

Result<Grant> Access::admitSuccessor(std::string_view token, const DeviceId& successor) {
    const std::lock_guard lock(mutex_);
    const Entry* known = entryOf(token);
    if (!known) return Error{Fault::refused, std::string(kRefused)};
    Entry& entry = byTokenHash_.at(known->tokenHash);
    Grant& grant = entry.device.grant;
    if (grant.isOneOf(successor)) return grant;
    if (successor.isNone() || reserved_.contains(successor) || workers_.contains(successor))
        return Error{Fault::refused, "this device id belongs to somebody else"};
    if (grant.successors.size() >= limits::kMaxSuccessors)
        return Error{Fault::refused, "this device has gone on under new ids too often: enrol it again"};
    return guarded([&]() -> Result<Grant> {
        Transaction transaction(database_);
        database_.prepare("INSERT INTO successor(id, device) VALUES(?, ?)").with(successor, entry.row).run();
        transaction.commit();
        grant.successors.insert(successor);
        workers_[successor] = grant.worker;
        return grant;
    });
}

std::string Access::workerOf(const DeviceId& id) const {
    const std::lock_guard lock(mutex_);
    const auto found = workers_.find(id);
    return found == workers_.end() ? std::string() : found->second;
}

void Access::reserve(const DeviceId& id, std::string name) {
    const std::lock_guard lock(mutex_);
    reserved_.insert(id);
    workers_[id] = std::move(name);
}

void Access::flush() {
    const std::lock_guard lock(mutex_);
    flushLocked();
}

void Access::flushLocked() {
    flushedAtMs_ = options_.clock();
    Transaction transaction(database_);
    for (auto& [hash, entry] : byTokenHash_) {
        if (!entry.isChanged) continue;
        database_.prepare("UPDATE device SET last_contact = ?, app = ? WHERE id = ?")
            .with(*entry.device.lastContactMs, std::string_view(entry.device.app), entry.row)
            .run();
        entry.isChanged = false;
    }
    transaction.commit();
}

}  // namespace qiaomen
