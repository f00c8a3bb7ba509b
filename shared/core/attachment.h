// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/record.h"
#include "shared/core/signature.h"

namespace qiaomen {

/// Attachments travel, and lie on the disk, in chunks of this many bytes (the last one is shorter): what a cut connection costs
/// at most, and about a second on the slowest link that is of any use.
inline constexpr std::uint64_t kAttachmentChunk = 256 * 1024;
/// The largest attachment. A photo of 1,600 pixels has about 400 KB; a scanned paper of some pages fits.
inline constexpr std::uint64_t kMaxAttachmentBytes = std::uint64_t{20} << 20;
/// The largest thumbnail: 256 pixels take about 15 KB.
inline constexpr std::uint64_t kMaxThumbnailBytes = 64 * 1024;

/// What a record says of an attachment (附件): a field of FieldType::attachment holds this as text, and the bytes travel on their
/// own, after the records. An attachment is named by the BLAKE2b-256 hash of its content, so it never changes, the same photo
/// from two phones is one, and whoever fetches it can check it.
///
///     attachment := type " " size " " hash [" " thumbnail hash " " thumbnail size]     hashes as 64 hexadecimal digits
///
/// A thumbnail is an attachment of its own (image/jpeg), which travels before every original.
struct AttachmentRef {
    std::string type;        ///< one of mediaTypes()
    std::uint64_t size = 0;  ///< bytes
    Hash256 hash{};
    Hash256 thumbnail{};              ///< meaningful when thumbnailSize > 0
    std::uint64_t thumbnailSize = 0;  ///< bytes; 0: there is none
    bool operator==(const AttachmentRef&) const = default;
};

std::string print(const AttachmentRef& attachment);
/// Errors: invalid (says what is wrong). What it accepts is exactly what print() gives.
Result<AttachmentRef> parseAttachment(std::string_view text);
/// What is wrong with a text that should be an attachment, or nothing.
std::optional<std::string> checkAttachment(std::string_view text);

/// Kinds of content that are taken in, as MIME types.
[[nodiscard]] bool isMediaType(std::string_view type);
/// Whether the content begins as its type says: nothing else is passed on under that name.
[[nodiscard]] bool beginsAs(std::string_view type, std::string_view content);

Hash256 attachmentHash(std::string_view content);
std::string hashText(const Hash256& hash);
/// Errors: invalid (not 64 lower-case hexadecimal digits).
Result<Hash256> hashFromText(std::string_view text);

/// Every attachment that a visible record names. A field that does not parse names none.
std::vector<AttachmentRef> attachmentsOf(const Record& record, const Collection& collection);
/// Whether the collection has a field for attachments.
[[nodiscard]] bool holdsAttachments(const Collection& collection);

/// The centre's word that it holds an attachment of a grid, whole, checked and durably. It is what makes a photo *safe*: a phone
/// keeps its own copy until it has one. Signed under the domain "qiaomen attachment receipt 1".
struct AttachmentReceipt {
    GridId grid;
    Hash256 hash{};
    std::uint64_t size = 0;
    std::int64_t atMs = 0;  ///< the centre's clock
    SignatureBytes signature{};
    bool operator==(const AttachmentReceipt&) const = default;
};

void sign(AttachmentReceipt& receipt, const SecretKey& key);
[[nodiscard]] bool isSignedBy(const AttachmentReceipt& receipt, const PublicKey& key);

/// What files of attachments are encrypted with.
using AttachmentKey = std::array<std::uint8_t, 32>;
/// A grid's key, derived from the one its databases are encrypted with: BLAKE2b-256, keyed with it, over the domain
/// "qiaomen attachments 1" and the grid's id.
AttachmentKey attachmentKey(const std::array<std::uint8_t, 32>& databaseKey, const GridId& grid);

}  // namespace qiaomen
