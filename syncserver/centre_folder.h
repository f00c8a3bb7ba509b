// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "shared/sqlite/file_lock.h"
#include "syncserver/access.h"
#include "syncserver/attachments.h"
#include "syncserver/hub.h"
#include "syncserver/sqlite_grid_store.h"

namespace qiaomen {

/// The centre's data folder, and everything that lives on it: the one place where the centre is put together.
///
///     lock             held while a process uses the folder: one at a time
///     key              32 bytes in hexadecimal, readable by the owner only: opens the databases (elsewhere with --key-file)
///     signing-key      the centre's Ed25519 key in hexadecimal, readable by the owner only: signs receipts
///     access.db        devices and what they may open
///     grids/ID.db      one encrypted database per grid
///     attachments/ID   one folder of encrypted files per grid
///
/// Losing a key file loses what it opens: back the folder up whole.
class CentreFolder {
public:
    struct Options {
        std::filesystem::path folder;
        std::filesystem::path keyFile;  ///< empty: `key` in the folder
        Collections collections;
        ClockSource clock;
        RandomSource random;
        std::function<void(const SyncEvent&)> observer = {};
        std::function<void(const AttachmentEvent&)> attachmentObserver = {};
        std::uint64_t maxAttachmentBytesPerGrid = 0;  ///< 0: the usual limit (limits.h)
    };

    /// Opens the folder, or makes it with new keys. Errors: refused (another process uses it), broken (a key file is damaged, or
    /// is missing while there are databases), full.
    static Result<std::unique_ptr<CentreFolder>> open(const Options& options);

    [[nodiscard]] GridStore& grids() { return *grids_; }
    [[nodiscard]] Access& access() { return *access_; }
    [[nodiscard]] Hub& hub() { return *hub_; }
    [[nodiscard]] Attachments& attachments() { return *attachments_; }
    [[nodiscard]] const PublicKey& publicKey() const { return publicKey_; }
    /// The device that `import` writes as, and what it may do.
    [[nodiscard]] const DeviceId& importDevice() const { return importDevice_; }
    [[nodiscard]] Grant importGrant() const;

private:
    CentreFolder(const Options& options, FileLock lock, const DatabaseKey& key, const KeyPair& pair);

    FileLock lock_;
    PublicKey publicKey_;
    DeviceId centreDevice_;
    DeviceId importDevice_;
    std::unique_ptr<Access> access_;
    std::unique_ptr<SqliteGridStore> grids_;
    std::unique_ptr<Hub> hub_;
    std::unique_ptr<Attachments> attachments_;
};

/// The operating system's clock and randomness.
ClockSource machineClock();
RandomSource machineRandom();

}  // namespace qiaomen
