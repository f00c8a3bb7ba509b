// SPDX-License-Identifier: Apache-2.0
#include "syncserver/backup_attachments.h"

#include "shared/files/attachment_files.h"
#include "shared/files/durable_file.h"

namespace qiaomen {

namespace {

namespace fs = std::filesystem;

void must(const Outcome& outcome) {
    if (!outcome) throw StoreError(outcome.error().fault, outcome.error().message);
}

bool isLinked(const fs::path& earlier, const fs::path& to) {
    std::error_code otherDisk;
    if (!fs::exists(earlier, otherDisk)) return false;
    fs::create_hard_link(earlier, to, otherDisk);
    return !otherDisk;
}

void copyOne(const fs::path& from, const fs::path& to, const AttachmentKey& key, const Hash256& hash,
             CopiedAttachments& counts) {
    const auto sealed = readWhole(from);
    // Removed meanwhile: garbage for thirty days, so the copied records do not name it.
    if (!sealed && sealed.error().fault == Fault::missing) return;
    if (!sealed) throw StoreError(sealed.error().fault, sealed.error().message);
    if (!unsealAttachment(*sealed, key, hash)) {
        ++counts.damaged;
        return;
    }
    must(writeDurably(to, to.string() + ".new", *sealed));
    ++counts.copied;
}

void copyGrid(const fs::path& from, const fs::path& into, const AttachmentKey& key, const fs::path& earlier,
              CopiedAttachments& counts) {
    fs::create_directories(into);
    fs::permissions(into, fs::perms::owner_all);
    for (const auto& file : fs::directory_iterator(from)) {
        const std::string name = file.path().filename().string();
        const auto hash = hashFromText(name);
        if (!hash) continue;
        if (fs::exists(into / name)) {
            ++counts.already;
        } else if (!earlier.empty() && isLinked(earlier / name, into / name)) {
            ++counts.linked;
        } else {
            copyOne(file.path(), into / name, key, *hash, counts);
        }
    }
}

}  // namespace

CopiedAttachments copyAttachments(const fs::path& from, const fs::path& into, const DatabaseKey& key,
                                  const fs::path& earlier) {
    CopiedAttachments counts;
    if (!fs::exists(from)) return counts;
    for (const auto& folder : fs::directory_iterator(from)) {
        const auto grid = GridId::parse(folder.path().filename().string());
        if (!grid || !folder.is_directory()) continue;
        const std::string name = grid->text();
        copyGrid(folder.path(), into / name, attachmentKey(key, *grid), earlier.empty() ? fs::path() : earlier / name,
                 counts);
    }
    return counts;
}

}  // namespace qiaomen
