// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/core/attachment_wire.h"

namespace qiaomen {

/// The way of attachments to the centre and back: three questions. HttpAttachmentWay goes over a network.
///
/// Errors: offline (no answer, or somebody else's: try again later), refused (the centre does not know this device, or not in
/// this grid), missing (no record there names it, or it is not there), invalid. One thread at a time.
class AttachmentWay {
public:
    virtual ~AttachmentWay() = default;

    /// What the centre has of these (at most kMaxAttachmentsPerQuestion), and what it misses.
    virtual Result<AttachmentStates> states(const GridId& grid, const std::vector<Hash256>& hashes) = 0;
    /// Sends one chunk; the state afterwards.
    virtual Result<AttachmentState> send(const GridId& grid, const Hash256& hash, std::uint64_t offset,
                                         std::string_view chunk) = 0;
    /// The bytes from the offset on, at most a chunk's length.
    virtual Result<std::string> fetch(const GridId& grid, const Hash256& hash, std::uint64_t offset) = 0;
    /// Ends a call that is under way, from another thread: it fails with offline.
    virtual void interrupt() {}
};

}  // namespace qiaomen
