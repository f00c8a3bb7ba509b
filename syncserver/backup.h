// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "syncserver/backup_attachments.h"
#include "syncserver/centre_folder.h"

namespace qiaomen {

struct BackupReport {
    std::size_t grids = 0;
    std::uint64_t changes = 0;
    CopiedAttachments attachments;
};

/// A centre's files as they are at one moment each, made while the centre serves:
///
///     access.db, grids/ID.db    encrypted as they were
///     attachments/ID/HASH       encrypted as they were; each was read and has its hash
///     backup.json               the end of each grid's log; written last: a backup without it is unfinished
///
/// The key files are not in it. Whoever finds a backup reads nothing; whoever has lost the keys reads nothing either.

/// Copies the centre into a new folder, and verifies the copy. Attachments come after the databases, so that each one that the copied
/// records name and the centre held is there; those that `earlier`, another backup, has are linked to it instead of copied. Phones and other commands wait for nothing. Errors: invalid (the
/// folder is there already; the centre is on PostgreSQL, which has pg_dump), broken (the copy does not verify), full.
Result<BackupReport> backUp(const CentreFolder& centre, const std::filesystem::path& into, const ClockSource& clock,
                            const std::filesystem::path& earlier = {});

/// Makes a centre of a backup: checks that the copy is what was backed up, and gives each grid a new epoch, so that phones, which
/// keep what they have recorded for ninety days, bring what came after the backup. The centre appears in its folder all at once
/// or not at all. Damaged attachments are left out, counted, and asked for at phones. Devices that were revoked after the backup are to be revoked again.
///
/// `keys` is the folder with the centre's `key` and `signing-key`. Errors: missing (no backup there, or an unfinished one; no
/// keys), refused (there is a centre in the folder), broken (the backup is damaged: says where), full.
Result<BackupReport> restore(const std::filesystem::path& backup, const std::filesystem::path& keys,
                             const CentreFolder::Options& into);

/// Gives each grid a new epoch. For a centre whose storage was set back by its own means, as a database by pg_restore.
Outcome beginNewEpochs(GridStore& store, const RandomSource& random);

}  // namespace qiaomen
