// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "syncserver/grid_store.h"

namespace qiaomen {

/// A grid's snapshot, encoded and compressed, as it goes over the wire.
struct PackedSnapshot {
    Cursor cursor;
    std::string bytes;
    Hash256 tag{};  ///< BLAKE2b-256 of the bytes: their name
};

/// Makes each grid's snapshot once, and gives the same bytes to everyone until the grid's log moves on: when a morning's fifty
/// phones start afresh, one of them pays. The one before is kept as well, for those whose connection broke while they fetched it.
/// Bounded by bytes; the one unused for longest goes first. Thread-safe.
class SnapshotCache {
public:
    explicit SnapshotCache(GridStore& store, std::size_t maxBytes = std::size_t{64} << 20)
        : store_(store), maxBytes_(maxBytes) {}

    /// The one of that name where it is still here, and the newest otherwise.
    Result<std::shared_ptr<const PackedSnapshot>> get(const GridId& id, const std::optional<Hash256>& tag);

private:
    struct Entry {
        explicit Entry(const GridId& id) : grid(id) {}
        GridId grid;
        std::mutex building;
        // Guarded by the cache's mutex:
        std::shared_ptr<const PackedSnapshot> packed;
        std::shared_ptr<const PackedSnapshot> before;
    };

    std::shared_ptr<Entry> entryOf(const GridId& grid);
    void keep(Entry& entry, std::shared_ptr<const PackedSnapshot> packed);

    GridStore& store_;
    std::size_t maxBytes_;
    std::mutex mutex_;
    std::list<std::shared_ptr<Entry>> entries_;  ///< the most recently used first
};

/// The grid's records as they are at this moment.
Snapshot snapshotOf(const GridId& grid, GridView& view);

}  // namespace qiaomen
