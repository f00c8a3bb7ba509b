// SPDX-License-Identifier: Apache-2.0
#include "shared/client/attachment_store.h"

#include <algorithm>

#include "shared/core/bytes.h"
#include "shared/files/durable_file.h"

namespace qiaomen {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kThumbnailType = "image/jpeg";
/// What a form has put and not saved yet: longer than any form stays open.
constexpr std::int64_t kUnsavedMs = std::int64_t{24} * 3600 * 1000;

fs::path folderOf(const LocalStore& records) {
    fs::path folder = records.file();
    return folder.replace_extension(".attachments");
}

/// receipt := size:fixed64 at:fixed64 signature:64 bytes; grid and hash are known from where it stands.
std::string encodeReceipt(const AttachmentReceipt& receipt) {
    ByteWriter out;
    out.fixed64(receipt.size);
    out.fixed64(static_cast<std::uint64_t>(receipt.atMs));
    out.raw({reinterpret_cast<const char*>(receipt.signature.data()), receipt.signature.size()});
    return out.take();
}

std::optional<AttachmentReceipt> decodeReceipt(std::string_view bytes, const GridId& grid, const Hash256& hash) {
    try {
        ByteReader in(bytes);
        AttachmentReceipt receipt{.grid = grid, .hash = hash, .size = in.fixed64()};
        receipt.atMs = static_cast<std::int64_t>(in.fixed64());
        std::ranges::copy(in.raw(receipt.signature.size()), reinterpret_cast<char*>(receipt.signature.data()));
        in.finish();
        return receipt;
    } catch (const Malformed&) {
        return std::nullopt;
    }
}

void addNames(const AttachmentRef& attachment, std::set<Hash256>& names) {
    names.insert(attachment.hash);
    if (attachment.thumbnailSize > 0) names.insert(attachment.thumbnail);
}

/// Those that a change of this device writes, in fields for attachments.
void addNames(const Change& change, Collections collections, std::set<Hash256>& names) {
    const Collection* collection = find(collections, change.collection);
    for (const FieldWrite& write : change.writes) {
        const Field* field = collection ? collection->find(write.field) : nullptr;
        if (!field || field->type != FieldType::attachment) continue;
        if (const auto attachment = parseAttachment(write.value.text())) addNames(*attachment, names);
    }
}

}  // namespace

/// A connection of its own for the question which attachments records name.
struct AttachmentStore::Reader {
    explicit Reader(const LocalStore& records)
        : database(records.file(), {.key = records.key(), .readOnly = true}), collections(records.collections()) {}

    std::mutex mutex;
    Database database;
    Collections collections;

    void forEach(const std::function<void(const AttachmentRef&)>& visit) {
        const std::lock_guard lock(mutex);
        for (const Collection* collection : collections) {
            for (const Field& field : collection->fields()) {
                if (field.type != FieldType::attachment) continue;
                const std::string column = '"' + std::string(field.name) + '"';
                Statement rows = database.prepare("SELECT " + column + " FROM \"" + std::string(collection->name()) +
                                                  "\" WHERE _gone = 0 AND " + column + " IS NOT NULL ORDER BY id");
                while (rows.step()) {
                    if (const auto attachment = parseAttachment(rows.text(0))) visit(*attachment);
                }
            }
        }
    }
};

AttachmentStore::AttachmentStore(LocalStore& records, std::unique_ptr<AttachmentFiles> files)
    : records_(records),
      folder_(folderOf(records)),
      files_(std::move(files)),
      reader_(std::make_unique<Reader>(records)) {}

AttachmentStore::~AttachmentStore() = default;

Result<std::unique_ptr<AttachmentStore>> AttachmentStore::open(LocalStore& records) {
    return guarded([&]() -> Result<std::unique_ptr<AttachmentStore>> {
        auto files = AttachmentFiles::open(folderOf(records),
                                           attachmentKey(records.key().value_or(DatabaseKey{}), records.grid()));
        if (!files) return files.error();
        std::unique_ptr<AttachmentStore> store(new AttachmentStore(records, *std::move(files)));
        if (auto loaded = store->loadReceipts(); !loaded) return loaded.error();
        return store;
    });
}

Outcome AttachmentStore::loadReceipts() {
    std::error_code wrong;
    fs::create_directories(folder_ / "receipts", wrong);
    for (const auto& entry : fs::directory_iterator(folder_ / "receipts", wrong)) {
        const auto hash = hashFromText(entry.path().filename().string());
        if (!hash) continue;
        const auto bytes = readWhole(entry.path());
        const auto receipt = bytes ? decodeReceipt(*bytes, grid(), *hash) : std::nullopt;
        // One that does not stand up counts as none: the centre is asked again.
        if (receipt && isSignedBy(*receipt, centreKey())) receipts_.insert(*hash);
    }
    if (wrong) return fileError(folder_, wrong.value());
    return Done{};
}

fs::path AttachmentStore::receiptFile(const Hash256& hash) const { return folder_ / "receipts" / hashText(hash); }

Result<AttachmentRef> AttachmentStore::put(std::string_view type, std::string_view content, std::string_view thumbnail) {
    AttachmentRef attachment{.type = std::string(type), .size = content.size()};
    if (!isMediaType(type)) return Error{Fault::invalid, std::string(type) + " is not taken in"};
    if (content.empty() || content.size() > kMaxAttachmentBytes)
        return Error{Fault::invalid,
                     "an attachment has between 1 and " + std::to_string(kMaxAttachmentBytes) + " bytes"};
    if (thumbnail.size() > kMaxThumbnailBytes)
        return Error{Fault::invalid, "a thumbnail has at most " + std::to_string(kMaxThumbnailBytes) + " bytes"};
    if (!beginsAs(type, content) || (!thumbnail.empty() && !beginsAs(kThumbnailType, thumbnail)))
        return Error{Fault::invalid, "the content is not what its type says"};
    const auto hash = files_->put(content);
    if (!hash) return hash.error();
    attachment.hash = *hash;
    if (thumbnail.empty()) return attachment;
    const auto small = files_->put(thumbnail);
    if (!small) return small.error();
    attachment.thumbnail = *small;
    attachment.thumbnailSize = thumbnail.size();
    return attachment;
}

AttachmentPlace AttachmentStore::placeOf(const Hash256& hash, std::uint64_t size) const {
    AttachmentPlace place{.isHere = files_->has(hash), .bytesHere = files_->nextOffset(hash, size)};
    const std::lock_guard lock(mutex_);
    place.isSafe = receipts_.contains(hash);
    return place;
}

Result<std::vector<AttachmentRef>> AttachmentStore::named() const {
    return guarded([&]() -> Result<std::vector<AttachmentRef>> {
        std::vector<AttachmentRef> all;
        reader_->forEach([&](const AttachmentRef& attachment) { all.push_back(attachment); });
        return all;
    });
}

std::vector<Hash256> AttachmentStore::unreceipted() const {
    const std::lock_guard lock(mutex_);
    std::vector<Hash256> all;
    for (const AttachmentFiles::Held& held : files_->list()) {
        if (!receipts_.contains(held.hash)) all.push_back(held.hash);
    }
    return all;
}

Outcome AttachmentStore::keepReceipt(const AttachmentReceipt& receipt) {
    if (receipt.grid != grid() || !isSignedBy(receipt, centreKey()))
        return Error{Fault::refused, "the receipt does not carry the centre's signature for this attachment"};
    const fs::path file = receiptFile(receipt.hash);
    const std::lock_guard lock(mutex_);
    if (auto written = writeDurably(file, file.string() + ".new", encodeReceipt(receipt)); !written) return written;
    receipts_.insert(receipt.hash);
    return Done{};
}

Outcome AttachmentStore::dropReceipt(const Hash256& hash) {
    const std::lock_guard lock(mutex_);
    receipts_.erase(hash);
    return removeDurably(receiptFile(hash));
}

/// By records, by refused changes that wait for somebody, and by drafts, which may hold a reference in any form that contains the
/// hash.
Result<std::set<Hash256>> AttachmentStore::namedAnywhere() const {
    std::set<Hash256> names;
    const auto inRecords = named();
    if (!inRecords) return inRecords.error();
    for (const AttachmentRef& attachment : *inRecords) addNames(attachment, names);
    const auto rescued = records_.rescueQueue();
    if (!rescued) return rescued.error();
    for (const OutboxEntry& entry : *rescued) addNames(entry.change, records_.collections(), names);
    const auto drafts = records_.drafts();
    if (!drafts) return drafts.error();
    for (const AttachmentFiles::Held& held : files_->list()) {
        const std::string text = hashText(held.hash);
        const auto isIn = [&](const Draft& draft) { return draft.text.find(text) != std::string::npos; };
        if (std::ranges::any_of(*drafts, isIn)) names.insert(held.hash);
    }
    return names;
}

Outcome AttachmentStore::giveUp(const AttachmentRef& attachment) {
    const auto names = namedAnywhere();
    if (!names) return names.error();
    std::set<Hash256> given;
    addNames(attachment, given);
    for (const Hash256& hash : given) {
        if (names->contains(hash) || placeOf(hash, 0).isSafe) continue;
        if (auto gone = files_->remove(hash); !gone) return gone;
    }
    return Done{};
}

Result<AttachmentStanding> AttachmentStore::standing() const {
    const auto all = named();
    if (!all) return all.error();
    AttachmentStanding standing;
    std::set<Hash256> counted;
    for (const AttachmentRef& attachment : *all) {
        if (!counted.insert(attachment.hash).second) continue;
        const AttachmentPlace place = placeOf(attachment.hash, attachment.size);
        ++standing.named;
        if (!place.isHere) ++standing.notHere;
        if (place.isHere && !place.isSafe) ++standing.onlyHere;
    }
    return standing;
}

/// The files are listed before the names are read: what is put and saved meanwhile is not in the list.
Result<std::size_t> AttachmentStore::collect(const std::set<Hash256>& unnamedThere) {
    const std::vector<AttachmentFiles::Held> held = files_->list();
    const auto names = namedAnywhere();
    if (!names) return names.error();
    const auto safety = records_.safety();
    if (!safety) return safety.error();
    // What is not sent may be the deletion by which it is garbage: until the centre has that, everything stays.
    if (safety->onlyHere > 0) return std::size_t{0};
    std::size_t removed = 0;
    for (const auto& [hash, size, sinceMs] : held) {
        const bool mayBeInAForm = records_.nowMs() - sinceMs <= kUnsavedMs;
        if (names->contains(hash) || mayBeInAForm) continue;
        if (!placeOf(hash, size).isSafe && !unnamedThere.contains(hash)) continue;
        if (auto gone = files_->remove(hash); !gone) return gone.error();
        if (auto gone = dropReceipt(hash); !gone) return gone.error();
        ++removed;
    }
    return removed;
}

}  // namespace qiaomen
