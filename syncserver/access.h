// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/clock.h"
#include "shared/sqlite/database.h"

namespace qiaomen {

/// What a device may do, as the registry knows it. The one answer to "may it?": everything not granted here is refused.
struct Grant {
    std::string device;          ///< the name that the administrator gave the device
    std::string worker;          ///< the person who uses it
    std::optional<DeviceId> id;  ///< none until its first sync
    /// As whom else it writes: each time it was found to be a copy of itself, it went on under a new id.
    std::set<DeviceId> successors;
    bool allGrids = false;
    std::set<GridId> grids;

    [[nodiscard]] bool isOneOf(const DeviceId& which) const { return id == which || successors.contains(which); }
    [[nodiscard]] bool opens(const GridId& which) const { return allGrids || grids.contains(which); }
};

struct EnrolledDevice {
    Grant grant;
    std::int64_t enrolledAtMs = 0;
    std::optional<std::int64_t> lastContactMs;
    std::string app;  ///< name and version of the program at the last contact
    bool revoked = false;
};

/// The registry of devices: who may open which grids. Kept in a database file of its own, and in memory, because every request
/// asks.
///
/// A device proves itself with a token of 256 random bits, which is shown once and stored as its BLAKE2b hash. With its first
/// sync it is bound to one device id: the token then works for no other id, and the id with no other token. A device that was copied
/// or set back goes on under a new id, which becomes a successor of the first: same token, same person, same grids. Thread-safe.
class Access {
public:
    struct Options {
        std::filesystem::path file;
        std::optional<DatabaseKey> key;
        ClockSource clock;
        RandomSource random;
    };

    /// Throws StoreError.
    explicit Access(Options options);
    ~Access();

    /// Enrols a device and gives its token. Errors: invalid (no name, no worker, or the name is in use).
    Result<std::string> add(Grant grant);
    /// Ends what the device may do, for good. Errors: missing.
    Outcome revoke(const std::string& device);
    [[nodiscard]] std::vector<EnrolledDevice> devices() const;

    /// Whose token it is. Errors: refused (unknown or revoked).
    [[nodiscard]] Result<Grant> recognise(std::string_view token) const;
    /// Whose token it is, for a device that says it is `id`: binds the id at the first time. Errors: refused (unknown or revoked
    /// token; another id than the one bound; an id bound to another token or belonging to the centre).
    Result<Grant> admit(std::string_view token, const DeviceId& id, std::string_view app);
    /// Binds a successor's id to the device of that token, durably, unless it is bound already. Errors: refused (unknown or revoked
    /// token; the id is somebody else's; too many).
    Result<Grant> admitSuccessor(std::string_view token, const DeviceId& successor);

    /// The person who uses the device; "" when unknown.
    [[nodiscard]] std::string workerOf(const DeviceId& id) const;
    /// Makes an id of the centre itself known: its name is used in conflicts, and no device can be bound to it.
    void reserve(const DeviceId& id, std::string name);

    /// Writes the last contacts down; otherwise done once a minute at most.
    void flush();

private:
    struct Entry;

    void load();
    [[nodiscard]] const Entry* entryOf(std::string_view token) const;
    Outcome bind(Entry& entry, const DeviceId& id);
    void flushLocked();

    Options options_;
    mutable std::mutex mutex_;
    Database database_;
    std::map<std::string, Entry> byTokenHash_;
    std::map<DeviceId, std::string> workers_;
    std::set<DeviceId> reserved_;
    std::int64_t flushedAtMs_ = 0;
};

}  // namespace qiaomen
