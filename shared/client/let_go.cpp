// SPDX-License-Identifier: Apache-2.0
#include "shared/client/let_go.h"

#include <set>

#include "shared/files/durable_file.h"

namespace qiaomen {

namespace {

namespace fs = std::filesystem;

/// Beside the attachments' own files, so that it goes with them.
fs::path markOf(AttachmentStore& photos, const Hash256& hash) {
    return photos.files().scratch("").parent_path().parent_path() / "let-go" / hashText(hash);
}

Result<std::vector<AttachmentRef>> safeOriginals(AttachmentStore& photos) {
    const auto all = photos.named();
    if (!all) return all.error();
    std::set<Hash256> thumbnails, seen;
    for (const AttachmentRef& attachment : *all) thumbnails.insert(attachment.thumbnail);
    std::vector<AttachmentRef> safe;
    for (const AttachmentRef& attachment : *all) {
        const AttachmentPlace place = photos.placeOf(attachment.hash, attachment.size);
        const bool isSeen = attachment.thumbnailSize > 0 && photos.files().has(attachment.thumbnail) &&
                            !thumbnails.contains(attachment.hash);
        if (place.isHere && place.isSafe && isSeen && seen.insert(attachment.hash).second) safe.push_back(attachment);
    }
    return safe;
}

}  // namespace

Result<AttachmentSizes> sizesOf(AttachmentStore& photos) {
    const auto safe = safeOriginals(photos);
    if (!safe) return safe.error();
    AttachmentSizes sizes{.safeOriginalCount = safe->size()};
    for (const AttachmentRef& attachment : *safe) sizes.safeOriginals += attachment.size;
    for (const AttachmentFiles::Held& held : photos.files().list()) {
        if (!photos.placeOf(held.hash, held.size).isSafe) sizes.onlyHere += held.size;
    }
    const std::uint64_t all = photos.files().bytes(), told = sizes.safeOriginals + sizes.onlyHere;
    sizes.others = all > told ? all - told : 0;
    return sizes;
}

/// The mark comes first: whoever is killed in between has it marked and still here.
Result<std::size_t> letOriginalsGo(AttachmentStore& photos) {
    const auto safe = safeOriginals(photos);
    if (!safe) return safe.error();
    for (const AttachmentRef& attachment : *safe) {
        const fs::path mark = markOf(photos, attachment.hash);
        std::error_code wrong;
        fs::create_directories(mark.parent_path(), wrong);
        if (wrong) return fileError(mark, wrong.value());
        if (auto marked = writeDurably(mark, fs::path(mark).concat(".new"), ""); !marked) return marked.error();
        if (auto gone = photos.files().remove(attachment.hash); !gone) return gone.error();
    }
    return safe->size();
}

bool isLetGo(AttachmentStore& photos, const Hash256& hash) {
    return !photos.files().has(hash) && fs::exists(markOf(photos, hash));
}

}  // namespace qiaomen
