// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "syncserver/backup_attachments.h"

namespace qiaomen {

/// Where a centre keeps its attachments, and by which key they are sealed.
struct AttachmentPlace {
    std::filesystem::path folder;
    DatabaseKey key{};
};

/// Brings the attachments of all grids to where a centre moves, sealed anew by the key there; each is read and checked against its hash,
/// also what is there already. Where both are one folder under one key, that is all that is done. Nothing in `from` is changed; what is
/// damaged there stays behind. What is on its way in chunks is not copied: phones begin it anew. Errors: refused (one folder, but two
/// keys), full, broken.
Result<CopiedAttachments> migrateAttachments(const AttachmentPlace& from, const AttachmentPlace& to);

}  // namespace qiaomen
