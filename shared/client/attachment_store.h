// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/client/local_store.h"
#include "shared/core/attachment_wire.h"
#include "shared/files/attachment_files.h"

namespace qiaomen {

/// Where an attachment is, for the card that shows it.
struct AttachmentPlace {
    bool isHere = false;
    bool isSafe = false;          ///< the centre's receipt for it is here
    std::uint64_t bytesHere = 0;  ///< of one that is being fetched: how much has come
};

/// A replica's attachments in numbers; thumbnails are not counted.
struct AttachmentStanding {
    std::size_t named = 0;     ///< by visible records
    std::size_t onlyHere = 0;  ///< of these, here and without the centre's receipt
    std::size_t notHere = 0;   ///< of these, still at the centre or on another phone
};

/// A replica's attachments, in the folder `GRID.attachments` beside its database: encrypted files named by their content.
///
/// - put() keeps photo and thumbnail durably before the record that names them is saved: a record never names what this phone has
///   not got. A full disk is an error, and leaves nothing half.
/// - What is here stays here until the centre's signed receipt for it is here too. Receipts are files of their own
///   (`receipts/HASH`), checked when they are read.
/// - A file that turns out damaged is not here any more: the next sync fetches it again.
/// - collect() removes what nothing names any more: no record, no refused change, no draft; not before everything of this phone is
///   safe, the deletion included; and only with the centre's word, a receipt or that no record there names it either. What was put
///   within the last day stays, because a form may be open on it.
///
/// Thread-safe.
class AttachmentStore {
public:
    /// The store must outlive this. Errors: full, broken.
    static Result<std::unique_ptr<AttachmentStore>> open(LocalStore& records);
    ~AttachmentStore();

    [[nodiscard]] const GridId& grid() const { return records_.grid(); }
    [[nodiscard]] const PublicKey& centreKey() const { return records_.centreKey(); }
    [[nodiscard]] std::int64_t nowMs() const { return records_.nowMs(); }

    /// Keeps a photo (or a paper) and its thumbnail (JPEG; empty: none), and gives what a record's field shall say. Errors:
    /// invalid (type, size, or content that is not of its type), full, broken.
    Result<AttachmentRef> put(std::string_view type, std::string_view content, std::string_view thumbnail = {});
    /// The whole content, checked. Errors: missing (not here: ask AttachmentSync for it), broken (damaged: it is fetched again).
    Result<std::string> read(const Hash256& hash) { return files_->read(hash); }
    [[nodiscard]] AttachmentPlace placeOf(const Hash256& hash, std::uint64_t size) const;
    /// Removes at once what was put and is not wanted after all, as the photo under one that was drawn on: unless a record, a refused
    /// change or a draft names it, or the centre has it.
    Outcome giveUp(const AttachmentRef& attachment);
    Result<AttachmentStanding> standing() const;

    // --- the sync's side -----------------------------------------------------------------------------------------------

    AttachmentFiles& files() { return *files_; }
    /// What the visible records name, oldest record first.
    Result<std::vector<AttachmentRef>> named() const;
    /// Held here, and no receipt for it is.
    [[nodiscard]] std::vector<Hash256> unreceipted() const;
    /// Keeps a receipt durably. Errors: refused (not the centre's signature, or another grid's), full, broken.
    Outcome keepReceipt(const AttachmentReceipt& receipt);
    /// The centre does not hold it after all (it was set back to an old backup): it is not safe any more.
    Outcome dropReceipt(const Hash256& hash);
    /// Removes what nothing here names any more and the centre's word allows to go: `unnamedThere` are those of which it said
    /// that no record names them. How many went.
    Result<std::size_t> collect(const std::set<Hash256>& unnamedThere);

private:
    struct Reader;

    AttachmentStore(LocalStore& records, std::unique_ptr<AttachmentFiles> files);
    Outcome loadReceipts();
    [[nodiscard]] std::filesystem::path receiptFile(const Hash256& hash) const;
    Result<std::set<Hash256>> namedAnywhere() const;

    LocalStore& records_;
    std::filesystem::path folder_;
    std::unique_ptr<AttachmentFiles> files_;
    std::unique_ptr<Reader> reader_;
    mutable std::mutex mutex_;
    std::set<Hash256> receipts_;
};

}  // namespace qiaomen
