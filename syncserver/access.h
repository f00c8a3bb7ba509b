// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>

#include "shared/core/clock.h"
#include "shared/core/result.h"
#include "syncserver/device_table.h"

namespace qiaomen {

/// What a device said of itself in a sync, and what became of it.
struct SyncNote {
    std::string_view app;
    std::uint64_t unsent = 0;   ///< changes that it still has
    std::uint64_t refused = 0;  ///< changes that were refused in this sync
    std::uint64_t repairs = 0;  ///< so far
};

/// The registry of devices: who may open which grids.
///
/// A device proves itself with a token of 256 random bits, which is shown once and stored as its BLAKE2b hash. With its first
/// sync it is bound to one device id: the token then works for no other id, and the id with no other token. A device that was copied
/// or set back goes on under a new id, which becomes a successor of the first: same token, same person, same grids. Nothing of that
/// is remembered here but in the table, so what one server process grants, binds or revokes, all of them know. Thread-safe.
class Access {
public:
    struct Options {
        std::unique_ptr<DeviceTable> table;
        ClockSource clock;
        RandomSource random;
        /// Told after a grant was changed here, with heldMeanwhile().
        std::function<void(const std::set<GridId>&)> regranted = {};
    };

    explicit Access(Options options);
    ~Access();

    /// Enrols a device and gives its token. Errors: invalid (no name, no worker, or the name is in use).
    Result<std::string> add(Grant grant);
    /// Ends what the device may do, for good. Errors: missing.
    Outcome revoke(const std::string& device);
    /// Gives the device a grid: its app learns of it with the next sync. Errors: missing, refused (it opens the grid already).
    Outcome give(const std::string& device, const GridId& grid);
    /// Takes a grid away: what the device still brings for it is late, and its app erases it. A device that opened all grids opens
    /// from now on those of `all` but this one. Errors: missing, refused (it does not open the grid).
    Outcome take(const std::string& device, const GridId& grid, const std::vector<GridId>& all);
    /// DeviceTable::regrantedElsewhere(). Errors: those of storage.
    Result<std::set<GridId>> regrantedElsewhere();
    /// By the time of their enrolment. Errors: those of storage.
    [[nodiscard]] Result<std::vector<EnrolledDevice>> devices();

    /// Whose token it is. Errors: refused (unknown or revoked).
    [[nodiscard]] Result<Grant> recognise(std::string_view token);
    /// Whose token it is, for a device that says it is `id`: binds the id at the first time. Errors: refused (unknown or revoked
    /// token; another id than the one bound; an id bound to another token or belonging to the centre).
    Result<Grant> admit(std::string_view token, const DeviceId& id);
    /// Binds a successor's id to the device of that token, durably, unless it is bound already. Errors: refused (unknown or revoked
    /// token; the id is somebody else's; too many).
    Result<Grant> admitSuccessor(std::string_view token, const DeviceId& successor);
    /// Binds the key by which the device of that id signs, durably, unless it is bound already. Errors: refused (the device signs by
    /// another key; it is not known).
    Outcome bindKey(const DeviceId& id, const PublicKey& key);
    /// By which key each device signs, its successors and the centre's own ids too. Throws StoreError.
    [[nodiscard]] DeviceKeys keys();
    /// A sync has been answered. Kept in memory and written down every ten seconds at most: what a killed process forgets is only
    /// when a device was last here.
    Outcome note(std::string_view token, const SyncNote& sync);

    /// The person who uses the device; "" when unknown. Throws StoreError.
    [[nodiscard]] std::string workerOf(const DeviceId& id);
    /// Makes an id of the centre itself known: its name is used in conflicts, and no device can be bound to it. It signs by the key.
    void reserve(const DeviceId& id, std::string name, const PublicKey& key);

    /// Writes down what note() has collected. Throws StoreError.
    void flush();
    /// The rows as they are kept: for moving a centre.
    [[nodiscard]] DeviceTable& table() { return table_; }

private:
    Result<DeviceRow> known(std::string_view token);
    Result<Grant> grantOf(const std::string& device);
    Outcome regrant(const Grant& before, const Grant& grant);
    bool isReserved(const DeviceId& id);
    /// Under the mutex.
    void add(DeviceSync sync);

    Options options_;
    DeviceTable& table_;
    std::mutex mutex_;
    std::map<DeviceId, std::string> workers_;  ///< of bound devices, which never change hands
    DeviceKeys reserved_;
    std::map<std::string, DeviceSync> unwritten_;  ///< by token hash
    std::int64_t flushedAtMs_ = 0;
};

}  // namespace qiaomen
