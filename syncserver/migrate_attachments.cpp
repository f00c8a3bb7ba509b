// SPDX-License-Identifier: Apache-2.0
#include "syncserver/migrate_attachments.h"

#include "shared/files/attachment_files.h"
#include "shared/files/durable_file.h"

namespace qiaomen {

namespace {

namespace fs = std::filesystem;

/// The sealed files of one grid.
std::vector<std::pair<fs::path, Hash256>> filesIn(const fs::path& folder) {
    std::vector<std::pair<fs::path, Hash256>> files;
    for (const auto& file : fs::directory_iterator(folder)) {
        if (const auto hash = hashFromText(file.path().filename().string())) files.emplace_back(file.path(), *hash);
    }
    return files;
}

Outcome migrateGrid(const fs::path& from, const AttachmentKey& key, AttachmentFiles& to, CopiedAttachments& counts) {
    for (const auto& [file, hash] : filesIn(from)) {
        if (to.has(hash) && to.read(hash)) {
            ++counts.already;
            continue;
        }
        const auto sealed = readWhole(file);
        if (!sealed) return sealed.error();
        const auto content = unsealAttachment(*sealed, key, hash);
        if (!content) {
            ++counts.damaged;
            continue;
        }
        if (auto kept = to.put(*content); !kept) return kept.error();
        ++counts.copied;
    }
    return Done{};
}

/// One folder under one key: nothing to move.
Outcome checkGrid(const fs::path& folder, const AttachmentKey& key, CopiedAttachments& counts) {
    for (const auto& [file, hash] : filesIn(folder)) {
        const auto sealed = readWhole(file);
        if (!sealed) return sealed.error();
        ++(unsealAttachment(*sealed, key, hash) ? counts.already : counts.damaged);
    }
    return Done{};
}

}  // namespace

Result<CopiedAttachments> migrateAttachments(const AttachmentPlace& from, const AttachmentPlace& to) {
    CopiedAttachments counts;
    std::error_code wrong;
    if (!fs::exists(from.folder, wrong)) return counts;
    const bool isOne = fs::equivalent(from.folder, to.folder, wrong);
    for (const auto& folder : fs::directory_iterator(from.folder, wrong)) {
        const auto grid = GridId::parse(folder.path().filename().string());
        if (!grid || !folder.is_directory() || filesIn(folder.path()).empty()) continue;
        if (isOne && from.key != to.key)
            return Error{Fault::refused, "the two would keep their attachments in " + from.folder.string() +
                                             ", each sealed by another key: give the database a folder of its own"};
        const AttachmentKey key = attachmentKey(from.key, *grid);
        if (isOne) {
            if (auto checked = checkGrid(folder.path(), key, counts); !checked) return checked.error();
            continue;
        }
        const auto files = AttachmentFiles::open(to.folder / grid->text(), attachmentKey(to.key, *grid),
                                                 AttachmentFiles::Use::shared);
        if (!files) return files.error();
        if (auto moved = migrateGrid(folder.path(), key, **files, counts); !moved) return moved.error();
    }
    if (wrong) return Error{Fault::broken, "cannot read " + from.folder.string() + ": " + wrong.message()};
    return counts;
}

}  // namespace qiaomen
