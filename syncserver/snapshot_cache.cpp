// SPDX-License-Identifier: Apache-2.0
#include "syncserver/snapshot_cache.h"

#include <algorithm>

#include "shared/core/attachment.h"
#include "shared/core/compression.h"
#include "shared/core/wire.h"
#include "shared/sqlite/database.h"

namespace qiaomen {

Snapshot snapshotOf(const GridId& grid, GridView& view) {
    const GridHead head = view.head();
    Snapshot snapshot{grid, head.cursor, head.digest, {}};
    snapshot.records.reserve(view.recordCount());
    view.forEachRecord([&](Record&& record) { snapshot.records.push_back(std::move(record)); });
    return snapshot;
}

Result<std::shared_ptr<const PackedSnapshot>> SnapshotCache::get(const GridId& grid, const std::optional<Hash256>& tag) {
    const auto entry = entryOf(grid);
    const std::lock_guard building(entry->building);
    return guarded([&]() -> Result<std::shared_ptr<const PackedSnapshot>> {
        std::shared_ptr<const PackedSnapshot> packed;
        {
            const std::lock_guard lock(mutex_);
            for (const auto& known : {entry->packed, entry->before}) {
                if (tag && known && known->tag == *tag) return known;
            }
            packed = entry->packed;
        }
        auto view = store_.view(grid);
        if (!view) return view.error();
        if (packed && packed->cursor == (*view)->head().cursor) return packed;
        const Snapshot snapshot = snapshotOf(grid, **view);
        view->reset();
        std::string bytes = compress(encode(snapshot));
        const Hash256 name = attachmentHash(bytes);
        packed = std::make_shared<const PackedSnapshot>(PackedSnapshot{snapshot.cursor, std::move(bytes), name});
        keep(*entry, packed);
        return packed;
    });
}

std::shared_ptr<SnapshotCache::Entry> SnapshotCache::entryOf(const GridId& grid) {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find(entries_, grid, [](const auto& entry) { return entry->grid; });
    if (found == entries_.end()) {
        entries_.push_front(std::make_shared<Entry>(grid));
    } else {
        entries_.splice(entries_.begin(), entries_, found);
    }
    return entries_.front();
}

void SnapshotCache::keep(Entry& entry, std::shared_ptr<const PackedSnapshot> packed) {
    const std::lock_guard lock(mutex_);
    entry.before = std::exchange(entry.packed, std::move(packed));
    std::size_t bytes = 0;
    for (auto at = entries_.begin(); at != entries_.end();) {
        for (const auto& known : {(*at)->packed, (*at)->before}) bytes += known ? known->bytes.size() : 0;
        const bool dispensable = bytes > maxBytes_ && at->get() != &entry && at->use_count() == 1;
        at = dispensable ? entries_.erase(at) : std::next(at);
    }
}

}  // namespace qiaomen
