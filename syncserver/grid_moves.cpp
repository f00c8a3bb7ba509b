// SPDX-License-Identifier: Apache-2.0
#include "syncserver/grid_moves.h"

#include <algorithm>

#include "shared/sqlite/database.h"

namespace qiaomen {

namespace {

/// Two commits of one grid may be told in the wrong order, but never two histories for long: whoever knows better asks.
bool isLater(const Cursor& told, const Cursor& known) { return told.epoch != known.epoch || told.seq > known.seq; }

}  // namespace

void GridMoves::moved(const KnownGrid& grid) {
    if (take(grid) && publish_) publish_(grid);
}

void GridMoves::heard(const KnownGrid& grid) {
    if (grid.cursor.epoch == 0) return tellAll(grid);
    take(grid);
}

void GridMoves::stir(const GridId& grid) {
    tellAll({grid, {}});
    if (publish_) publish_({grid, {}});
}

bool GridMoves::take(const KnownGrid& grid) {
    {
        const std::lock_guard lock(mutex_);
        const auto [end, isNew] = ends_.try_emplace(grid.grid, grid.cursor);
        if (!isNew && !isLater(grid.cursor, end->second)) return false;
        end->second = grid.cursor;
    }
    tellAll(grid);
    return true;
}

void GridMoves::tellAll(const KnownGrid& grid) {
    std::vector<std::pair<std::uint64_t, Tell>> told;
    {
        const std::lock_guard lock(mutex_);
        const auto [first, last] = byGrid_.equal_range(grid.grid);
        std::vector<std::uint64_t> numbers;
        for (auto at = first; at != last; ++at) numbers.push_back(at->second);
        for (const std::uint64_t number : numbers) {
            Waiter& waiter = waiters_.at(number);
            const auto knows = [&](const KnownGrid& known) { return known == grid; };
            if (std::ranges::any_of(waiter.known, knows)) continue;
            told.emplace_back(number, std::move(waiter.tell));
            remove(number);
        }
    }
    for (const auto& [number, tell] : told) tell(number);
}

Result<bool> GridMoves::enter(std::uint64_t number, const std::vector<KnownGrid>& known, Tell tell) {
    for (const KnownGrid& grid : known) {
        bool isSettled = false;
        {
            const std::lock_guard lock(mutex_);
            isSettled = ends_.contains(grid.grid) && !isElsewhere(grid);
        }
        if (isSettled) continue;
        if (auto learned = learn(grid); !learned) return learned.error();
    }
    const std::lock_guard lock(mutex_);
    if (std::ranges::any_of(known, [&](const KnownGrid& grid) { return isElsewhere(grid); })) return false;
    const auto waiter = waiters_.emplace(number, Waiter{known, std::move(tell)}).first;
    for (const GridId& grid : placesOf(waiter->second)) byGrid_.emplace(grid, number);
    return true;
}

bool GridMoves::isElsewhere(const KnownGrid& known) const { return ends_.at(known.grid) != known.cursor; }

Outcome GridMoves::learn(const KnownGrid& known) {
    return guarded([&]() -> Outcome {
        auto view = store_.view(known.grid);
        if (!view) return view.error();
        const Cursor end = (*view)->head().cursor;
        view->reset();
        take({known.grid, end});
        return Done{};
    });
}

std::vector<GridId> GridMoves::placesOf(const Waiter& waiter) {
    if (waiter.known.empty()) return {GridId{}};
    std::vector<GridId> grids;
    for (const KnownGrid& known : waiter.known) grids.push_back(known.grid);
    return grids;
}

void GridMoves::leave(std::uint64_t number) {
    const std::lock_guard lock(mutex_);
    remove(number);
}

void GridMoves::remove(std::uint64_t number) {
    const auto waiter = waiters_.find(number);
    if (waiter == waiters_.end()) return;
    for (const GridId& grid : placesOf(waiter->second)) {
        const auto [first, last] = byGrid_.equal_range(grid);
        for (auto at = first; at != last; ++at) {
            if (at->second != number) continue;
            byGrid_.erase(at);
            break;
        }
    }
    waiters_.erase(waiter);
}

std::size_t GridMoves::waiting() const {
    const std::lock_guard lock(mutex_);
    return waiters_.size();
}

}  // namespace qiaomen
