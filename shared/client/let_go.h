// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "shared/client/attachment_store.h"

/// Making room: originals that the centre has receipted may go from this device, their thumbnails stay. That one went on purpose is
/// remembered (`let-go/HASH` in the folder of the attachments, an empty file), so that AttachmentSync does not bring it back by itself;
/// it comes when somebody asks. Off the UI thread.
namespace qiaomen {

/// Bytes of a replica's attachments here, by what may be done with them.
struct AttachmentSizes {
    std::uint64_t safeOriginals = 0;  ///< letOriginalsGo() removes them
    std::size_t safeOriginalCount = 0;
    std::uint64_t onlyHere = 0;  ///< without the centre's receipt
    std::uint64_t others = 0;    ///< thumbnails, and what is on its way
};
/// Errors: those of storage.
Result<AttachmentSizes> sizesOf(AttachmentStore& photos);

/// Removes the originals that records name, the centre has receipted and a thumbnail stands for. How many went. Errors: full, broken;
/// what went before stays away.
Result<std::size_t> letOriginalsGo(AttachmentStore& photos);

/// It was let go, and is not here.
[[nodiscard]] bool isLetGo(AttachmentStore& photos, const Hash256& hash);

}  // namespace qiaomen
