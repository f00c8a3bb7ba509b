// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <unordered_map>

#include "shared/core/wait.h"
#include "syncserver/grid_store.h"

namespace qiaomen {

/// Where each grid's log ends, as far as this process knows, and who wants to hear when it goes on.
///
/// What this process commits it knows at once (moved()). What other servers on the same database commit comes by heard(), and may get
/// lost on the way: who waits then hears of it at the end of the time that an answer takes. So the storage is asked only about a
/// grid that nobody here has met yet, or by somebody who knows another end of the log than this process does: whoever waits on an
/// unchanged grid costs the storage nothing.
///
/// Thread-safe. Callbacks come outside the lock, on the thread that told the news.
class GridMoves {
public:
    using Tell = std::function<void(std::uint64_t number)>;
    using Publish = std::function<void(const KnownGrid&)>;

    explicit GridMoves(GridStore& store) : store_(store) {}

    /// Who tells the other servers what is committed here; nobody by default. Before the first moved().
    void publishTo(Publish publish) { publish_ = std::move(publish); }

    /// Committed here.
    void moved(const KnownGrid& grid);
    /// Committed by another server; or stirred there, of which a cursor of epoch 0 tells: no log has that.
    void heard(const KnownGrid& grid);
    /// Nothing was committed, but whoever waits for the grid (none: for nothing in particular) should come and look: perhaps it was
    /// taken from him, or he was given another.
    void stir(const GridId& grid);

    /// Whoever is called `number` waits until one of the grids ends elsewhere than it knows; then `tell` is called, once, and the
    /// wait is over. False when one does already: then nobody waits. Numbers are unique. Errors: those of GridStore::view().
    Result<bool> enter(std::uint64_t number, const std::vector<KnownGrid>& known, Tell tell);
    /// Does not wait any more. Harmless when it does not wait at all.
    void leave(std::uint64_t number);

    [[nodiscard]] std::size_t waiting() const;

private:
    struct Waiter {
        std::vector<KnownGrid> known;
        Tell tell;
    };

    /// Whether that was news.
    bool take(const KnownGrid& grid);
    /// Tells those who wait for the grid and do not know of it.
    void tellAll(const KnownGrid& grid);
    /// Those grids by which a waiter is found; under the mutex.
    static std::vector<GridId> placesOf(const Waiter& waiter);
    Outcome learn(const KnownGrid& known);
    /// Both under the mutex.
    [[nodiscard]] bool isElsewhere(const KnownGrid& known) const;
    void remove(std::uint64_t number);

    GridStore& store_;
    Publish publish_;
    mutable std::mutex mutex_;
    std::unordered_map<GridId, Cursor, IdHash> ends_;
    std::map<std::uint64_t, Waiter> waiters_;
    std::unordered_multimap<GridId, std::uint64_t, IdHash> byGrid_;
};

}  // namespace qiaomen
