// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "shared/sqlite/file_lock.h"
#include "syncserver/access.h"
#include "syncserver/attachments.h"
#include "syncserver/carrier_desk.h"
#include "syncserver/hub.h"
#include "syncserver/postgres/pg_moves.h"

namespace qiaomen {

/// The centre's data folder, and everything that lives on it: the one place where the centre is put together.
///
///     lock             held while a process writes to the folder: one at a time
///     key              32 bytes in hexadecimal, readable by the owner only: opens the databases (elsewhere with --key-file)
///     signing-key      the centre's Ed25519 key in hexadecimal, readable by the owner only: signs receipts
///     access.db        devices and what they may open
///     grids/ID.db      one encrypted database per grid
///     attachments/ID   one folder of encrypted files per grid (elsewhere with --attachments)
///
/// With PostgreSQL, devices and grids are in the database, and only signing-key and attachments are in the folder. Any number of
/// processes may then serve at once, on one machine or several; each needs a copy of the same signing-key, and all of them the same
/// folder of attachments.
///
/// Losing a key file loses what it opens: back both up.
class CentreFolder {
public:
    enum class Use : std::uint8_t {
        write,  ///< the folder is made where it is missing, and locked
        look,   ///< beside the process that serves: nothing is locked, and nothing can be written
        admit,  ///< the same, but what devices may do can be written: the process that serves follows
    };

    struct Options {
        std::filesystem::path folder;
        std::filesystem::path keyFile;           ///< empty: `key` in the folder
        std::filesystem::path attachments = {};  ///< empty: `attachments` in the folder
        Collections collections;
        ClockSource clock;
        RandomSource random;
        std::function<void(const SyncEvent&)> observer = {};
        std::function<void(const AttachmentEvent&)> attachmentObserver = {};
        std::uint64_t maxAttachmentBytesPerGrid = 0;  ///< 0: the usual limit (limits.h)
        std::optional<PgAddress> postgres = {};       ///< none: everything is in the folder
        Use use = Use::write;
    };

    /// Opens the folder, or makes it with new keys. Errors: refused (another process uses it; the database belongs to another
    /// signing key), missing (nothing to look at), broken (a key file is damaged, or is missing while there are databases), full,
    /// and with PostgreSQL offline, outdated.
    static Result<std::unique_ptr<CentreFolder>> open(const Options& options);
    ~CentreFolder();

    [[nodiscard]] GridStore& grids() { return *grids_; }
    [[nodiscard]] Access& access() const { return *access_; }
    [[nodiscard]] Hub& hub() { return *hub_; }
    [[nodiscard]] Attachments& attachments() { return *attachments_; }
    [[nodiscard]] CarrierDesk& carrier() { return *carrier_; }
    [[nodiscard]] const PublicKey& publicKey() const { return pair_.publicKey; }
    /// The device that `import` writes as, and what it may do.
    [[nodiscard]] const DeviceId& importDevice() const { return importDevice_; }
    [[nodiscard]] Grant importGrant() const;
    /// Signs what the import brings to a grid, after all that it has brought there.
    void signImport(GridRequest& request, const Hash256& before) const;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    [[nodiscard]] const std::filesystem::path& attachmentsFolder() const { return attachmentsFolder_; }
    /// What seals the attachments: the folder's key, or with PostgreSQL one that follows from the signing key.
    [[nodiscard]] const DatabaseKey& attachmentKey() const { return attachmentKey_; }
    /// What opens the files; none with PostgreSQL.
    [[nodiscard]] const std::optional<DatabaseKey>& databaseKey() const { return databaseKey_; }

private:
    struct Parts;
    static Result<Parts> onSqlite(const Options& options);
    static Result<Parts> onPostgres(const Options& options);
    CentreFolder(const Options& options, Parts parts);

    std::filesystem::path folder_;
    std::filesystem::path attachmentsFolder_;
    std::optional<FileLock> lock_;
    std::optional<DatabaseKey> databaseKey_;
    KeyPair pair_;
    DatabaseKey attachmentKey_;
    DeviceId centreDevice_;
    DeviceId importDevice_;
    std::unique_ptr<GridStore> grids_;
    std::unique_ptr<Access> access_;
    std::unique_ptr<Hub> hub_;
    std::unique_ptr<Attachments> attachments_;
    std::unique_ptr<CarrierDesk> carrier_;
    std::unique_ptr<PgMoves> moves_;  ///< with PostgreSQL: what this process and the others tell each other
};

/// The operating system's clock and randomness.
ClockSource machineClock();
RandomSource machineRandom();

}  // namespace qiaomen
