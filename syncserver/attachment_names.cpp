// SPDX-License-Identifier: Apache-2.0
#include "syncserver/attachment_names.h"

#include <unordered_set>

namespace qiaomen {

namespace {

constexpr const char* kThumbnailType = "image/jpeg";

}  // namespace

void AttachmentNames::follow(GridView& grid) {
    const Cursor head = grid.head().cursor;
    if (head == seen_) return;
    const bool isOtherHistory = head.epoch != seen_.epoch || head.seq < seen_.seq;
    if (isOtherHistory || head.seq - seen_.seq > grid.recordCount()) {
        readAll(grid);
    } else {
        readTail(grid);
    }
    seen_ = head;
}

void AttachmentNames::readAll(GridView& grid) {
    named_.clear();
    byRecord_.clear();
    grid.forEachRecord([&](Record&& record) { take(record); });
}

/// What the records say now is what counts, not what the changes said: of two writes to one field only one stands.
void AttachmentNames::readTail(GridView& grid) {
    std::unordered_set<RecordKey, RecordKeyHash> touched;
    Tail tail{.upTo = seen_.seq, .more = true};
    while (tail.more) {
        tail = grid.tail(tail.upTo, DeviceId{}, {});
        for (const LoggedChange& logged : tail.changes) {
            const Collection* collection = qiaomen::find(collections_, logged.change.collection);
            if (collection && holdsAttachments(*collection))
                touched.insert({logged.change.collection, logged.change.record});
        }
    }
    const std::vector<RecordKey> keys(touched.begin(), touched.end());
    for (const Record& record : grid.read(keys)) take(record);
}

void AttachmentNames::take(const Record& record) {
    const Collection* collection = qiaomen::find(collections_, record.collection());
    if (!collection || !holdsAttachments(*collection)) return;
    std::vector<AttachmentRef> now = attachmentsOf(record, *collection);
    std::vector<AttachmentRef>& before = byRecord_[record.id()];
    for (const AttachmentRef& attachment : now) {
        count(attachment.hash, attachment.type, attachment.size);
        if (attachment.thumbnailSize > 0) count(attachment.thumbnail, kThumbnailType, attachment.thumbnailSize);
    }
    for (const AttachmentRef& attachment : before) {
        drop(attachment.hash);
        if (attachment.thumbnailSize > 0) drop(attachment.thumbnail);
    }
    before = std::move(now);
    if (before.empty()) byRecord_.erase(record.id());
}

void AttachmentNames::count(const Hash256& hash, const std::string& type, std::uint64_t size) {
    Named& named = named_.try_emplace(hash, Named{type, size, 0}).first->second;
    ++named.times;
}

void AttachmentNames::drop(const Hash256& hash) {
    const auto found = named_.find(hash);
    if (found != named_.end() && --found->second.times == 0) named_.erase(found);
}

const AttachmentNames::Named* AttachmentNames::find(const Hash256& hash) const {
    const auto found = named_.find(hash);
    return found == named_.end() ? nullptr : &found->second;
}

}  // namespace qiaomen
