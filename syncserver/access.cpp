// SPDX-License-Identifier: Apache-2.0
#include "syncserver/access.h"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "shared/sqlite/database.h"
#include "syncserver/limits.h"

namespace qiaomen {

namespace {

constexpr std::int64_t kFlushPauseMs = 10'000;

std::string hashOfToken(std::string_view token) {
    std::string hash(32, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                       reinterpret_cast<const unsigned char*>(token.data()), token.size(), nullptr, 0);
    return hash;
}

std::string newToken(const RandomSource& random) {
    std::array<std::uint8_t, 32> bytes{};
    random(bytes);
    constexpr int kForm = sodium_base64_VARIANT_URLSAFE_NO_PADDING;  // 43 characters: it stands in every request
    std::string text(sodium_base64_encoded_len(bytes.size(), kForm), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kForm);
    text.pop_back();
    return text;
}

}  // namespace

Access::Access(Options options) : options_(std::move(options)), table_(*options_.table) {}

Access::~Access() {
    try {
        flush();
    } catch (const StoreError&) {
        // Only the time of the last syncs is lost.
    }
}

Result<std::string> Access::add(Grant grant) {
    if (grant.device.empty() || grant.worker.empty())
        return Error{Fault::invalid, "a device needs a name, and a worker who uses it"};
    return guarded([&]() -> Result<std::string> {
        std::string token = newToken(options_.random);
        const std::string name = grant.device;
        EnrolledDevice device{.grant = std::move(grant), .enrolledAtMs = options_.clock()};
        if (!table_.add({hashOfToken(token), std::move(device)}))
            return Error{Fault::invalid, "there is a device \"" + name + "\" already"};
        return token;
    });
}

Outcome Access::revoke(const std::string& device) {
    return guarded([&]() -> Outcome {
        if (!table_.revoke(device)) return Error{Fault::missing, "there is no device \"" + device + "\""};
        return Done{};
    });
}

Result<Grant> Access::grantOf(const std::string& device) {
    return guarded([&]() -> Result<Grant> {
        for (const DeviceRow& row : table_.all()) {
            if (row.device.grant.device == device && !row.device.revoked) return row.device.grant;
        }
        return Error{Fault::missing, "there is no device \"" + device + "\""};
    });
}

Outcome Access::regrant(const Grant& before, const Grant& grant) {
    return guarded([&]() -> Outcome {
        if (!table_.regrant(grant.device, grant))
            return Error{Fault::missing, "there is no device \"" + grant.device + "\""};
        if (options_.regranted) options_.regranted(heldMeanwhile(before, grant));
        return Done{};
    });
}

Result<std::set<GridId>> Access::regrantedElsewhere() {
    return guarded([&]() -> Result<std::set<GridId>> { return table_.regrantedElsewhere(); });
}

Outcome Access::give(const std::string& device, const GridId& grid) {
    auto grant = grantOf(device);
    if (!grant) return grant.error();
    if (grant->opens(grid)) return Error{Fault::refused, device + " opens grid " + grid.text() + " already"};
    const Grant before = *grant;
    grant->grids.insert(grid);
    grant->taken.erase(grid);
    return regrant(before, *grant);
}

Outcome Access::take(const std::string& device, const GridId& grid, const std::vector<GridId>& all) {
    auto grant = grantOf(device);
    if (!grant) return grant.error();
    if (!grant->opens(grid)) return Error{Fault::refused, device + " does not open grid " + grid.text()};
    const Grant before = *grant;
    if (std::exchange(grant->allGrids, false)) grant->grids.insert(all.begin(), all.end());
    grant->grids.erase(grid);
    grant->taken[grid] = options_.clock();
    return regrant(before, *grant);
}

Result<std::vector<EnrolledDevice>> Access::devices() {
    return guarded([&]() -> Result<std::vector<EnrolledDevice>> {
        std::vector<EnrolledDevice> all;
        std::vector<DeviceRow> rows = table_.all();
        const std::lock_guard lock(mutex_);
        for (DeviceRow& row : rows) {
            EnrolledDevice& device = all.emplace_back(std::move(row.device));
            const auto later = unwritten_.find(row.tokenHash);
            if (later == unwritten_.end()) continue;
            device.lastSyncMs = later->second.atMs;
            device.app = later->second.app;
            device.unsent = later->second.unsent;
            device.refused += later->second.refused;
            device.repairs = later->second.repairs;
        }
        return all;
    });
}

Result<DeviceRow> Access::known(std::string_view token) {
    return guarded([&]() -> Result<DeviceRow> {
        auto row = table_.find(hashOfToken(token));
        if (!row || row->device.revoked) return Error{Fault::refused, "this device is not known here: enrol it again"};
        return *std::move(row);
    });
}

Result<Grant> Access::recognise(std::string_view token) {
    auto row = known(token);
    if (!row) return row.error();
    return std::move(row->device.grant);
}

Result<Grant> Access::admit(std::string_view token, const DeviceId& id) {
    auto row = known(token);
    if (!row) return row.error();
    Grant& grant = row->device.grant;
    if (grant.id == id) return std::move(grant);
    if (grant.id) return Error{Fault::refused, "this token belongs to another device"};
    return guarded([&]() -> Result<Grant> {
        if (id.isNone() || isReserved(id) || !table_.bind(row->tokenHash, id))
            return Error{Fault::refused, "this device id belongs to somebody else"};
        grant.id = id;
        return std::move(grant);
    });
}

Outcome Access::note(std::string_view token, const SyncNote& sync) {
    DeviceSync latest{hashOfToken(token), options_.clock(), std::string(sync.app),
                      sync.unsent,        sync.refused,     sync.repairs};
    bool isTime = false;
    {
        const std::lock_guard lock(mutex_);
        isTime = latest.atMs - flushedAtMs_ >= kFlushPauseMs;
        if (isTime) flushedAtMs_ = latest.atMs;
        add(std::move(latest));
    }
    if (!isTime) return Done{};
    return guarded([&]() -> Outcome {
        flush();
        return Done{};
    });
}

Result<Grant> Access::admitSuccessor(std::string_view token, const DeviceId& successor) {
    auto row = known(token);
    if (!row) return row.error();
    Grant& grant = row->device.grant;
    if (grant.isOneOf(successor)) return std::move(grant);
    if (grant.successors.size() >= limits::kMaxSuccessors)
        return Error{Fault::refused, "this device has gone on under new ids too often: enrol it again"};
    return guarded([&]() -> Result<Grant> {
        if (successor.isNone() || isReserved(successor) || !table_.addSuccessor(row->tokenHash, successor))
            return Error{Fault::refused, "this device id belongs to somebody else"};
        grant.successors.insert(successor);
        return std::move(grant);
    });
}

Outcome Access::bindKey(const DeviceId& id, const PublicKey& key) {
    return guarded([&]() -> Outcome {
        if (!table_.bindKey(id, key)) return Error{Fault::refused, "this device signed with another key before"};
        return Done{};
    });
}

DeviceKeys Access::keys() {
    DeviceKeys keys = keysIn(table_.all());
    const std::lock_guard lock(mutex_);
    keys.insert(reserved_.begin(), reserved_.end());
    return keys;
}

std::set<GridId> heldMeanwhile(const Grant& before, const Grant& after) {
    std::set<GridId> held;
    for (const auto& [grid, takenMs] : after.taken) {
        if (before.opens(grid)) held.insert(grid);
    }
    if (std::ranges::includes(before.grids, after.grids) && before.allGrids >= after.allGrids) return held;
    held.insert(before.grids.begin(), before.grids.end());
    if (before.grids.empty() && !before.allGrids) held.insert(GridId{});
    return held;
}

DeviceKeys keysIn(const std::vector<DeviceRow>& devices) {
    DeviceKeys keys;
    for (const DeviceRow& row : devices) {
        const Grant& grant = row.device.grant;
        if (!grant.key || !grant.id) continue;
        keys[*grant.id] = *grant.key;
        for (const DeviceId& successor : grant.successors) keys[successor] = *grant.key;
    }
    return keys;
}

void Access::add(DeviceSync sync) {
    DeviceSync& unwritten = unwritten_[sync.tokenHash];
    sync.refused += unwritten.refused;
    if (unwritten.atMs > sync.atMs) {
        unwritten.refused = sync.refused;
    } else {
        unwritten = std::move(sync);
    }
}

void Access::flush() {
    std::map<std::string, DeviceSync> taken;
    {
        const std::lock_guard lock(mutex_);
        taken.swap(unwritten_);
    }
    if (taken.empty()) return;
    std::vector<DeviceSync> syncs;
    syncs.reserve(taken.size());
    for (const auto& [hash, sync] : taken) syncs.push_back(sync);
    try {
        table_.keep(syncs);
    } catch (const StoreError&) {
        const std::lock_guard lock(mutex_);
        for (DeviceSync& sync : syncs) add(std::move(sync));
        throw;
    }
}

std::string Access::workerOf(const DeviceId& id) {
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = workers_.find(id); found != workers_.end()) return found->second;
    }
    std::string worker = table_.workerOf(id);
    const std::lock_guard lock(mutex_);
    if (!worker.empty()) workers_.emplace(id, worker);
    return worker;
}

bool Access::isReserved(const DeviceId& id) {
    const std::lock_guard lock(mutex_);
    return reserved_.contains(id);
}

void Access::reserve(const DeviceId& id, std::string name, const PublicKey& key) {
    const std::lock_guard lock(mutex_);
    reserved_[id] = key;
    workers_[id] = std::move(name);
}

}  // namespace qiaomen
