// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/attachment.h"

namespace qiaomen {

/// One grid's attachments as files, the same on phone and centre: each named by the hash of its content, encrypted, and there
/// either whole or not at all.
///
///     HASH                an attachment: seal() of its content
///     chunks/HASH-INDEX   of one that is on its way: seal() of the chunk
///     new/                what is being written; emptied when the folder is opened
///
/// - What put(), putChunk() and assemble() said to be there survives a power cut. When they fail, nothing half is left.
/// - A whole attachment was checked against its hash before it got its name, and every byte is authenticated whenever it is
///   read. One that turns out damaged loses its name (HASH.damaged remains, to be looked at), so that it counts as missing and is
///   fetched or sent again.
/// - Chunks may come in any order, more than once, and from several devices: a chunk that is there is not written again.
///
/// Thread-safe. One process at a time, where the folder above holds a lock; or several, on one machine or on many that mount the
/// folder, when all of them open it as shared: then each looks at the disk before it answers, because others write to it, too.
class AttachmentFiles {
public:
    enum class Use : std::uint8_t { alone, shared };

    struct Held {
        Hash256 hash{};
        std::uint64_t size = 0;    ///< of the content
        std::int64_t sinceMs = 0;  ///< of the last put() or assemble(), by this machine's clock
    };

    /// Makes the folder if need be. Errors: full, broken.
    static Result<std::unique_ptr<AttachmentFiles>> open(const std::filesystem::path& folder, const AttachmentKey& key,
                                                         Use use = Use::alone);

    [[nodiscard]] bool has(const Hash256& hash) const;
    /// Bytes of content held, and of chunks on their way; of a shared folder as far as is known here since the last list().
    [[nodiscard]] std::uint64_t bytes() const;
    [[nodiscard]] std::vector<Held> list() const;

    /// Keeps the content under its hash; nothing to do when it is there. Errors: full, broken.
    Result<Hash256> put(std::string_view content);
    /// Errors: missing, broken (damaged: it is not there any more).
    Result<std::string> read(const Hash256& hash);
    /// Removes it, and what came of it in chunks.
    Outcome remove(const Hash256& hash);

    /// The offset of the first chunk that is not there; `size` when all are.
    [[nodiscard]] std::uint64_t nextOffset(const Hash256& hash, std::uint64_t size) const;
    /// Keeps a chunk of an attachment of `size` bytes. Errors: invalid (the offset is not a chunk's, or the bytes are not as many
    /// as the chunk has), full, broken.
    Outcome putChunk(const Hash256& hash, std::uint64_t size, std::uint64_t offset, std::string_view bytes);
    /// Makes the attachment of its chunks. Errors: missing (a chunk), invalid (the content has another hash: its chunks are gone,
    /// and it must come again from the beginning), full, broken.
    Outcome assemble(const Hash256& hash, std::uint64_t size);
    /// Drops chunks that nothing was added to since then.
    Outcome dropChunksBefore(std::int64_t ms);
    /// Where a file may be written before it gets its place: no other process writes there.
    [[nodiscard]] std::filesystem::path scratch(const std::string& name) const;

private:
    struct Chunks {
        std::set<std::uint64_t> indexes;
        std::uint64_t bytes = 0;
        std::int64_t lastMs = 0;
    };

    AttachmentFiles(std::filesystem::path folder, const AttachmentKey& key, Use use);
    Outcome load();
    std::error_code clearScratch() const;
    std::error_code findHeld() const;
    void look(const Hash256& hash) const;
    [[nodiscard]] std::filesystem::path fileOf(const Hash256& hash) const;
    [[nodiscard]] std::filesystem::path chunkOf(const Hash256& hash, std::uint64_t index) const;
    Outcome write(const std::filesystem::path& file, const std::string& sealed) const;
    Result<std::string> joinChunks(const Hash256& hash, std::uint64_t size);
    Outcome keep(const Hash256& hash, std::string_view content);
    Outcome dropChunks(const Hash256& hash);
    void setAside(const Hash256& hash);

    std::filesystem::path folder_;
    AttachmentKey key_;
    Use use_;
    std::string token_;  ///< of this process, in names of files that are being written
    mutable std::mutex mutex_;
    mutable std::map<Hash256, Held> held_;      ///< what the disk has, as far as is known
    mutable std::map<Hash256, Chunks> chunks_;  ///< likewise
};

/// The content of a file of such a folder, from its bytes. Errors: broken (damaged, or another attachment's).
Result<std::string> unsealAttachment(std::string_view sealed, const AttachmentKey& key, const Hash256& hash);

}  // namespace qiaomen
