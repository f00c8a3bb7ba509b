// SPDX-License-Identifier: Apache-2.0
#include "shared/files/attachment_files.h"

#include <charconv>
#include <chrono>
#include <random>

#include "shared/files/durable_file.h"
#include "shared/files/sealed_bytes.h"

namespace qiaomen {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHashDigits = 64;

std::string_view aboutContent(const Hash256& hash) { return {reinterpret_cast<const char*>(hash.data()), hash.size()}; }

std::string aboutChunk(const Hash256& hash, std::uint64_t index) {
    return std::string(aboutContent(hash)) + std::to_string(index);
}

/// When the file was written: ms since 1970.
std::int64_t writtenMs(const fs::path& file) {
    using namespace std::chrono;
    std::error_code gone;
    const auto time = fs::last_write_time(file, gone);
    if (gone) return 0;
    return duration_cast<milliseconds>(file_clock::to_sys(time).time_since_epoch()).count();
}

std::uint64_t sizeOf(const fs::path& file) {
    std::error_code gone;
    const std::uint64_t size = fs::file_size(file, gone);
    return gone ? 0 : contentSize(size);
}

std::uint64_t chunkSize(std::uint64_t size, std::uint64_t index) {
    return std::min(kAttachmentChunk, size - index * kAttachmentChunk);
}

}  // namespace

AttachmentFiles::AttachmentFiles(fs::path folder, const AttachmentKey& key, Use use)
    : folder_(std::move(folder)), key_(key), use_(use) {
    std::random_device random;
    token_ = '.' + std::to_string(random()) + '-' + std::to_string(random());
}

Result<std::unique_ptr<AttachmentFiles>> AttachmentFiles::open(const fs::path& folder, const AttachmentKey& key,
                                                               Use use) {
    std::unique_ptr<AttachmentFiles> files(new AttachmentFiles(folder, key, use));
    if (auto loaded = files->load(); !loaded) return loaded.error();
    return files;
}

Outcome AttachmentFiles::load() {
    std::error_code wrong = clearScratch();
    for (const char* inner : {"chunks", "new"}) {
        if (!wrong) fs::create_directories(folder_ / inner, wrong);
    }
    if (wrong) return fileError(folder_, wrong.value());
    fs::permissions(folder_, fs::perms::owner_all, wrong);
    wrong = findHeld();
    if (wrong) return fileError(folder_, wrong.value());
    for (const auto& entry : fs::directory_iterator(folder_ / "chunks", wrong)) {
        const std::string name = entry.path().filename().string();
        const auto hash = hashFromText(std::string_view(name).substr(0, kHashDigits));
        std::uint64_t index = 0;
        if (!hash || name.size() <= kHashDigits) continue;
        std::from_chars(name.data() + kHashDigits + 1, name.data() + name.size(), index);
        Chunks& chunks = chunks_[*hash];
        chunks.indexes.insert(index);
        chunks.bytes += sizeOf(entry.path());
        chunks.lastMs = std::max(chunks.lastMs, writtenMs(entry.path()));
    }
    if (wrong) return fileError(folder_, wrong.value());
    return Done{};
}

/// What was being written when a process ended. In a shared folder another one may be writing at this moment: a day's age tells.
std::error_code AttachmentFiles::clearScratch() const {
    std::error_code wrong;
    if (use_ == Use::alone) {
        fs::remove_all(folder_ / "new", wrong);
        return wrong;
    }
    const auto dayAgo = fs::file_time_type::clock::now() - std::chrono::hours(24);
    std::error_code passed;  // gone meanwhile, or not made yet
    for (const auto& entry : fs::directory_iterator(folder_ / "new", passed)) {
        const auto written = entry.last_write_time(passed);
        if (!passed && written < dayAgo) fs::remove(entry.path(), passed);
    }
    return wrong;
}

std::error_code AttachmentFiles::findHeld() const {
    std::error_code wrong;
    held_.clear();
    for (const auto& entry : fs::directory_iterator(folder_, wrong)) {
        if (const auto hash = hashFromText(entry.path().filename().string()))
            held_[*hash] = {*hash, sizeOf(entry.path()), writtenMs(entry.path())};
    }
    return wrong;
}

/// Brings what is known of one attachment up to what the disk has. Of its chunks those before the first gap, and those that this
/// process wrote.
void AttachmentFiles::look(const Hash256& hash) const {
    if (use_ == Use::alone) return;
    std::error_code absent;
    const fs::path file = fileOf(hash);
    if (fs::exists(file, absent)) {
        held_[hash] = {hash, sizeOf(file), writtenMs(file)};
        return;
    }
    held_.erase(hash);
    Chunks found;
    const auto take = [&](std::uint64_t index) {
        const fs::path chunk = chunkOf(hash, index);
        if (!fs::exists(chunk, absent)) return false;
        if (found.indexes.insert(index).second) found.bytes += sizeOf(chunk);
        found.lastMs = std::max(found.lastMs, writtenMs(chunk));
        return true;
    };
    for (const std::uint64_t index : chunks_[hash].indexes) take(index);
    std::uint64_t index = 0;
    while (take(index)) ++index;
    if (found.indexes.empty())
        chunks_.erase(hash);
    else
        chunks_[hash] = std::move(found);
}

fs::path AttachmentFiles::scratch(const std::string& name) const { return folder_ / "new" / (name + token_); }

fs::path AttachmentFiles::fileOf(const Hash256& hash) const { return folder_ / hashText(hash); }
fs::path AttachmentFiles::chunkOf(const Hash256& hash, std::uint64_t index) const {
    return folder_ / "chunks" / (hashText(hash) + '-' + std::to_string(index));
}

bool AttachmentFiles::has(const Hash256& hash) const {
    const std::lock_guard lock(mutex_);
    look(hash);
    return held_.contains(hash);
}

std::uint64_t AttachmentFiles::bytes() const {
    const std::lock_guard lock(mutex_);
    std::uint64_t sum = 0;
    for (const auto& [hash, held] : held_) sum += held.size;
    for (const auto& [hash, chunks] : chunks_) sum += chunks.bytes;
    return sum;
}

std::vector<AttachmentFiles::Held> AttachmentFiles::list() const {
    const std::lock_guard lock(mutex_);
    if (use_ == Use::shared) static_cast<void>(findHeld());  // what cannot be read now is not held now
    std::vector<Held> all;
    for (const auto& [hash, held] : held_) all.push_back(held);
    return all;
}

Outcome AttachmentFiles::write(const fs::path& file, const std::string& sealed) const {
    return writeDurably(file, scratch(file.filename().string()), sealed);
}

Outcome AttachmentFiles::keep(const Hash256& hash, std::string_view content) {
    const fs::path file = fileOf(hash);
    if (auto written = write(file, seal(content, key_, aboutContent(hash))); !written) return written;
    held_[hash] = {hash, content.size(), writtenMs(file)};
    return Done{};
}

Result<Hash256> AttachmentFiles::put(std::string_view content) {
    const Hash256 hash = attachmentHash(content);
    const std::lock_guard lock(mutex_);
    look(hash);
    if (const auto found = held_.find(hash); found != held_.end()) {
        std::error_code onlyOlder;
        std::filesystem::last_write_time(fileOf(hash), std::filesystem::file_time_type::clock::now(), onlyOlder);
        found->second.sinceMs = writtenMs(fileOf(hash));
        return hash;
    }
    if (auto kept = keep(hash, content); !kept) return kept.error();
    return hash;
}

Result<std::string> AttachmentFiles::read(const Hash256& hash) {
    if (!has(hash)) return Error{Fault::missing, "the attachment is not here"};
    const auto sealed = readWhole(fileOf(hash));
    if (!sealed && sealed.error().fault != Fault::missing) return sealed.error();
    auto content = unsealAttachment(sealed ? *sealed : std::string(), key_, hash);
    if (content) return content;
    setAside(hash);
    return Error{Fault::broken, "the attachment's file is damaged: it has to come from elsewhere"};
}

void AttachmentFiles::setAside(const Hash256& hash) {
    const std::lock_guard lock(mutex_);
    std::error_code stays;
    fs::rename(fileOf(hash), fileOf(hash).string() + ".damaged", stays);
    held_.erase(hash);
}

Outcome AttachmentFiles::remove(const Hash256& hash) {
    const std::lock_guard lock(mutex_);
    look(hash);
    if (auto removed = removeDurably(fileOf(hash)); !removed) return removed;
    held_.erase(hash);
    return dropChunks(hash);
}

std::uint64_t AttachmentFiles::nextOffset(const Hash256& hash, std::uint64_t size) const {
    const std::lock_guard lock(mutex_);
    look(hash);
    if (held_.contains(hash)) return size;
    const auto found = chunks_.find(hash);
    std::uint64_t index = 0;
    while (found != chunks_.end() && found->second.indexes.contains(index)) ++index;
    return std::min(size, index * kAttachmentChunk);
}

Outcome AttachmentFiles::putChunk(const Hash256& hash, std::uint64_t size, std::uint64_t offset,
                                  std::string_view bytes) {
    const std::uint64_t index = offset / kAttachmentChunk;
    if (offset % kAttachmentChunk != 0 || offset >= size)
        return Error{Fault::invalid, "no chunk begins at " + std::to_string(offset)};
    if (bytes.size() != chunkSize(size, index))
        return Error{Fault::invalid, "the chunk has " + std::to_string(chunkSize(size, index)) + " bytes, not " +
                                         std::to_string(bytes.size())};
    const std::lock_guard lock(mutex_);
    look(hash);
    if (held_.contains(hash) || (chunks_.contains(hash) && chunks_.at(hash).indexes.contains(index))) return Done{};
    const fs::path file = chunkOf(hash, index);
    if (auto written = write(file, seal(bytes, key_, aboutChunk(hash, index))); !written) return written;
    Chunks& chunks = chunks_[hash];
    chunks.indexes.insert(index);
    chunks.bytes += bytes.size();
    chunks.lastMs = writtenMs(file);
    return Done{};
}

Result<std::string> AttachmentFiles::joinChunks(const Hash256& hash, std::uint64_t size) {
    std::string content;
    content.reserve(size);
    for (std::uint64_t index = 0; index * kAttachmentChunk < size; ++index) {
        auto sealed = readWhole(chunkOf(hash, index));
        if (!sealed) return sealed.error();
        const auto chunk = unseal(*sealed, key_, aboutChunk(hash, index));
        if (!chunk || chunk->size() != chunkSize(size, index)) {
            if (auto dropped = dropChunks(hash); !dropped) return dropped.error();
            return Error{Fault::invalid, "a chunk was damaged on the disk: send the attachment again"};
        }
        content += *chunk;
    }
    return content;
}

Outcome AttachmentFiles::assemble(const Hash256& hash, std::uint64_t size) {
    const std::lock_guard lock(mutex_);
    look(hash);
    if (held_.contains(hash)) return Done{};
    const auto content = joinChunks(hash, size);
    if (!content) return content.error();
    if (attachmentHash(*content) != hash) {
        if (auto dropped = dropChunks(hash); !dropped) return dropped;
        return Error{Fault::invalid, "the bytes do not have the hash they were announced with: send them again"};
    }
    if (auto kept = keep(hash, *content); !kept) return kept;
    return dropChunks(hash);
}

Outcome AttachmentFiles::dropChunks(const Hash256& hash) {
    const auto found = chunks_.find(hash);
    if (found == chunks_.end()) return Done{};
    const Chunks chunks = std::move(found->second);
    chunks_.erase(found);
    for (const std::uint64_t index : chunks.indexes) {
        if (auto removed = removeDurably(chunkOf(hash, index)); !removed) return removed;
    }
    return Done{};
}

Outcome AttachmentFiles::dropChunksBefore(std::int64_t ms) {
    const std::lock_guard lock(mutex_);
    std::vector<Hash256> old;
    for (const auto& [hash, chunks] : chunks_) {
        if (chunks.lastMs < ms) old.push_back(hash);
    }
    for (const Hash256& hash : old) {
        if (auto dropped = dropChunks(hash); !dropped) return dropped;
    }
    return Done{};
}

/// The content is checked against the hash too: whoever has the key could have sealed anything.
Result<std::string> unsealAttachment(std::string_view sealed, const AttachmentKey& key, const Hash256& hash) {
    auto content = unseal(sealed, key, aboutContent(hash));
    if (content && attachmentHash(*content) == hash) return content;
    return Error{Fault::broken, "the attachment's file is damaged"};
}

}  // namespace qiaomen
