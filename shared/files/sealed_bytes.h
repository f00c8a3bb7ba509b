// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "shared/core/attachment.h"

namespace qiaomen {

/// Encrypts for the disk, by libsodium's secretstream (XChaCha20-Poly1305): nobody reads it without the key, and a flipped, cut
/// or appended byte is found. `about` is authenticated and not stored: a file that stands under another's name does not open.
///
///     sealed := "QMA1" header:24 message*
///     message := up to 256 KiB of content, and 17 bytes more; the last one is marked as final
std::string seal(std::string_view content, const AttachmentKey& key, std::string_view about);
/// Errors: broken (not sealed with this key for this purpose, or damaged).
Result<std::string> unseal(std::string_view sealed, const AttachmentKey& key, std::string_view about);

/// How many bytes of content a sealed file of this size has; 0 when there is no such file.
std::uint64_t contentSize(std::uint64_t sealedSize);

}  // namespace qiaomen
