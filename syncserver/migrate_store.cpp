// SPDX-License-Identifier: Apache-2.0
#include "syncserver/migrate_store.h"

#include <set>

#include "shared/sqlite/database.h"
#include "syncserver/verify.h"

namespace qiaomen {

namespace {

/// Records written with one call.
constexpr std::size_t kBatch = 2'000;
constexpr DeviceId kNobody{};

/// Calls `visit` with pieces of the whole log, in order.
void forEachPiece(GridView& grid, const std::function<void(const std::vector<LoggedChange>&)>& visit) {
    std::uint64_t after = 0;
    for (bool more = true; more;) {
        const Tail tail = grid.tail(after, kNobody, {});
        visit(tail.changes);
        after = tail.upTo;
        more = tail.more;
    }
}

/// Everything of one grid on its way from one store to another.
class GridCopy {
public:
    GridCopy(GridView& from, GridWriter& to) : from_(from), to_(to) {}

    void run(MigrationReport& report) {
        const GridHead head = from_.head();
        to_.setEpoch(head.cursor.epoch);
        copyLog();
        copyRefused();
        copyBatches();
        for (const DeviceId& device : devices_) to_.setLastTaken(device, from_.lastTaken(device));
        copyRecords();
        if (to_.head() != head)
            throw StoreError(
                Fault::broken,
                "the head of the copy is not that of the original: the original does not fit its own digest or chain");
        to_.commit();
        ++report.grids;
        report.changes += head.cursor.seq;
        report.records += from_.recordCount();
    }

private:
    void copyLog() {
        forEachPiece(from_, [&](const std::vector<LoggedChange>& piece) {
            std::vector<LogEntry> entries;
            entries.reserve(piece.size());
            for (const LoggedChange& logged : piece) {
                devices_.insert(logged.change.stamp.device);
                entries.push_back(entryOf(logged.change));
            }
            std::vector<const LogEntry*> pointers;
            pointers.reserve(entries.size());
            for (const LogEntry& entry : entries) pointers.push_back(&entry);
            to_.append(pointers);
        });
    }

    void copyRefused() {
        const std::vector<RefusedChange> refused = from_.refusedChanges();
        for (const RefusedChange& each : refused) devices_.insert(each.change.stamp.device);
        to_.keepRefused(refused);
    }

    void copyBatches() {
        from_.forEachBatch([&](SignedBatch&& batch) {
            devices_.insert(batch.claim.device);
            to_.keepBatch(batch);
        });
    }

    void copyRecords() {
        std::vector<RecordWrite> writes;
        const auto write = [&] {
            to_.write(writes);
            writes.clear();
        };
        from_.forEachRecord([&](Record&& record) {
            Record before(record.collection(), record.id());
            writes.push_back({std::move(before), std::move(record)});
            if (writes.size() == kBatch) write();
        });
        write();
    }

    GridView& from_;
    GridWriter& to_;
    std::set<DeviceId> devices_;
};

/// Throws StoreError.
template <class T>
T taken(Result<T> result) {
    if (!result) throw StoreError(result.error().fault, result.error().message);
    return *std::move(result);
}

void copyGrid(GridStore& from, GridStore& to, const GridId& grid, MigrationReport& report) {
    const auto source = taken(from.view(grid));
    taken(to.createGrid(grid));
    const auto target = taken(to.write(grid));
    const GridHead there = target->head();
    if (there == source->head()) {
        ++report.already;
        return;
    }
    if (there.cursor.seq != 0 || target->recordCount() != 0) {
        throw StoreError(Fault::invalid, "the target holds another history of grid " + grid.text());
    }
    GridCopy(*source, *target).run(report);
}

}  // namespace

Result<MigrationReport> migrateStore(GridStore& from, GridStore& to, Collections collections, const KeySource& keys,
                                     const std::function<void(const GridId&, std::size_t, std::size_t)>& onGrid) {
    return guarded([&]() -> Result<MigrationReport> {
        MigrationReport report;
        const std::vector<GridId> grids = taken(from.grids());
        for (std::size_t done = 0; done < grids.size();) {
            const GridId& grid = grids[done];
            copyGrid(from, to, grid, report);
            const GridVerdict verdict = taken(verifyGrid(to, grid, collections, keys));
            if (!verdict.findings.empty())
                return Error{Fault::broken, "the copy of grid " + grid.text() + ": " + verdict.findings.front()};
            ++done;
            if (onGrid) onGrid(grid, done, grids.size());
        }
        for (const GridId& grid : grids) {
            if (taken(from.view(grid))->head() != taken(to.view(grid))->head())
                return Error{Fault::invalid, "somebody wrote to grid " + grid.text() +
                                                 " meanwhile: stop every server, empty the target, and begin again"};
        }
        return report;
    });
}

Result<std::size_t> migrateDevices(DeviceTable& from, DeviceTable& to) {
    return guarded([&]() -> Result<std::size_t> {
        std::size_t moved = 0;
        for (const DeviceRow& row : from.all()) {
            if (to.find(row.tokenHash)) continue;
            if (!to.add(row))
                return Error{Fault::invalid,
                             "the target has another device \"" + row.device.grant.device + "\" already"};
            ++moved;
        }
        return moved;
    });
}

}  // namespace qiaomen
