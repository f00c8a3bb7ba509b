// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/sync.h"

namespace qiaomen {

/// By which key each device signs.
using DeviceKeys = std::map<DeviceId, PublicKey>;

/// What a device may do, as the registry knows it. The one answer to "may it?": everything not granted here is refused.
struct Grant {
    std::string device;            ///< the name that the administrator gave the device
    std::string worker;            ///< the person who uses it
    std::optional<DeviceId> id;    ///< none until its first sync
    std::optional<PublicKey> key;  ///< by which it signs what it brings; none until it has brought something
    /// As whom else it writes: each time it was found to be a copy of itself, it went on under a new id.
    std::set<DeviceId> successors;
    bool allGrids = false;
    std::set<GridId> grids;
    /// What it held once, and when (ms) it was taken away: what it still brings for such a grid is late, and nothing goes out.
    std::map<GridId, std::int64_t> taken = {};

    [[nodiscard]] bool isOneOf(const DeviceId& which) const { return id == which || successors.contains(which); }
    [[nodiscard]] bool opens(const GridId& which) const { return allGrids || grids.contains(which); }
    [[nodiscard]] bool mayHandIn(const GridId& which) const { return opens(which) || taken.contains(which); }
};

struct EnrolledDevice {
    Grant grant;
    std::int64_t enrolledAtMs = 0;
    bool revoked = false;

    // What its last sync left behind.
    std::optional<std::int64_t> lastSyncMs;  ///< none: it has never synced
    std::string app;                         ///< name and version of the program
    std::uint64_t unsent = 0;                ///< changes that it still had afterwards, by what it said
    std::uint64_t refused = 0;               ///< changes of it that were refused, since it was enrolled
    std::uint64_t repairs = 0;               ///< times that its records differed from the centre's, by what it says
};

/// A device as it is kept: with the hash of its token, which is what it is found by.
struct DeviceRow {
    std::string tokenHash;  ///< 32 bytes
    EnrolledDevice device;
};

/// By which grids a device that waits is found when what it opens changes: what was taken, or, where something was given, all that it
/// opened before; none where it opened nothing, and waits for nothing in particular.
std::set<GridId> heldMeanwhile(const Grant& before, const Grant& after);

/// The keys of these devices and of their successors.
DeviceKeys keysIn(const std::vector<DeviceRow>& devices);

/// What a sync leaves behind about a device.
struct DeviceSync {
    std::string tokenHash;
    std::int64_t atMs = 0;
    std::string app;
    std::uint64_t unsent = 0;
    std::uint64_t refused = 0;  ///< since the sync before
    std::uint64_t repairs = 0;
};

/// Where devices are kept: beside the grids, on the same engine as they. Knows no rules; those are Access's. Thread-safe. Functions
/// throw StoreError.
class DeviceTable {
public:
    virtual ~DeviceTable() = default;

    /// Every device, by the time of its enrolment.
    virtual std::vector<DeviceRow> all() = 0;
    virtual std::optional<DeviceRow> find(std::string_view tokenHash) = 0;
    /// The person who uses the device, or whose successor it is; "" when no such device is bound.
    virtual std::string workerOf(const DeviceId& id) = 0;

    /// Adds the row as it is. False when another device that is not revoked has that name.
    virtual bool add(const DeviceRow& row) = 0;
    /// False when there is no such device, or it is revoked already.
    virtual bool revoke(std::string_view name) = 0;
    /// Writes down what the device of that name opens and what was taken from it, in place of what it was. False when there is no
    /// such device, or it is revoked.
    virtual bool regrant(std::string_view name, const Grant& grant) = 0;
    /// Binds the token to the id for good. False when the token or the id is bound already.
    virtual bool bind(std::string_view tokenHash, const DeviceId& id) = 0;
    /// Binds the key to the device of that id (not a successor's) for good. False when there is no such device, or it has another.
    virtual bool bindKey(const DeviceId& id, const PublicKey& key) = 0;
    /// Binds another id to the token, for good, besides its own. False when anybody has that id already.
    virtual bool addSuccessor(std::string_view tokenHash, const DeviceId& id) = 0;
    /// Keeps what the latest syncs left behind.
    virtual void keep(std::span<const DeviceSync> syncs) = 0;

    /// heldMeanwhile() of what other processes have regranted since the last question, where they cannot tell by themselves.
    virtual std::set<GridId> regrantedElsewhere() { return {}; }
};

}  // namespace qiaomen
