// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/core/attachment.h"

namespace qiaomen {

// What phone and centre say to each other about attachments. Few and small, so they are JSON; the chunks themselves are bare bytes.
// The routes are in syncserver/README.md, by example.

/// Attachments asked about in one question, and missing ones told in its answer.
inline constexpr std::size_t kMaxAttachmentsPerQuestion = 500;

/// What the centre has of an attachment.
struct AttachmentState {
    enum class Kind : std::uint8_t {
        held,     ///< whole; `receipt` says so
        wanted,   ///< a record of the grid names it: send it, from `offset` on
        unnamed,  ///< no record of the grid names it: it is not taken in
    };

    Hash256 hash{};
    Kind kind = Kind::unnamed;
    std::uint64_t offset = 0;  ///< of the first chunk that is not there
    std::optional<AttachmentReceipt> receipt;
    bool operator==(const AttachmentState&) const = default;
};

/// An attachment that a record names and the centre does not hold: whoever has it may send it.
struct MissingAttachment {
    Hash256 hash{};
    std::uint64_t size = 0;
    bool operator==(const MissingAttachment&) const = default;
};

/// The answer to "what do you have of these?": {"attachments": [{"hash", "state", "offset" or "receipt"}],
/// "missing": [{"hash", "size"}]}.
struct AttachmentStates {
    std::vector<AttachmentState> attachments;  ///< in the order asked for
    std::vector<MissingAttachment> missing;    ///< of the whole grid, as many as go into one answer
    bool operator==(const AttachmentStates&) const = default;
};

/// {"hashes": [64 hexadecimal digits]}
std::string attachmentQuestion(const std::vector<Hash256>& hashes);
/// Errors of all readers: invalid (says what is wrong).
Result<std::vector<Hash256>> readAttachmentQuestion(std::string_view json);

std::string toJson(const AttachmentStates& states);
/// `grid` is the one that was asked about: receipts do not repeat it.
Result<AttachmentStates> readAttachmentStates(std::string_view json, const GridId& grid);

/// One attachment's state, as in the list: the answer to a chunk.
std::string toJson(const AttachmentState& state);
Result<AttachmentState> readAttachmentState(std::string_view json, const GridId& grid);

}  // namespace qiaomen
