// SPDX-License-Identifier: Apache-2.0
#include "syncserver/hub.h"

#include <set>

#include "shared/core/tuning.h"
#include "shared/sqlite/database.h"
#include "syncserver/limits.h"

namespace qiaomen {

namespace {

/// Whether the way from the cursor to the head is better walked by the snapshot: the cursor is of another history, or lies beyond
/// this one, or so far back that the tail would be longer than the snapshot. A newcomer is at the beginning of every history;
/// but one who comes with nothing and has been here before lost its data, and the tail would leave out its own changes.
bool needsSnapshot(const Cursor& cursor, const GridHead& head, std::uint64_t ownNumber, GridView& grid) {
    const bool isNewcomer = cursor == Cursor{} && ownNumber == 0;
    if (head.cursor.seq == 0 && cursor == Cursor{}) return false;
    if (!isNewcomer && (cursor.epoch != head.cursor.epoch || cursor.seq > head.cursor.seq)) return true;
    const std::uint64_t behind = head.cursor.seq - cursor.seq;
    return behind > limits::kShortTail && behind > grid.recordCount();
}

}  // namespace

Hub::Hub(GridStore& store, Options options) : store_(store), options_(std::move(options)), snapshots_(store) {}

Result<SyncReply> Hub::sync(const Grant& grant, const SyncRequest& request) {
    if (grant.id != request.device) return Error{Fault::refused, "the request is another device's"};
    if (request.grids.size() > limits::kMaxGridsPerRequest)
        return Error{Fault::invalid, "too many grids in one request"};
    std::set<GridId> met;
    for (const GridRequest& grid : request.grids) {
        if (!met.insert(grid.grid).second) return Error{Fault::invalid, "grid " + grid.grid.text() + " is there twice"};
        if (grid.changes.size() > tuning::kMaxChangesPerRequest)
            return Error{Fault::invalid, "too many changes for one grid"};
    }
    SyncReply reply{.serverMs = nowMs()};
    for (const GridRequest& grid : request.grids) reply.grids.push_back(answer(grant, request.device, grid));
    return reply;
}

GridReply Hub::answer(const Grant& grant, const DeviceId& device, const GridRequest& request) {
    SyncEvent event{.grid = request.grid};
    auto reply = grant.opens(request.grid)
                     ? guarded([&] { return push(device, request, event); })
                     : Result<GridReply>(Error{Fault::refused, "this device may not open grid " + request.grid.text()});
    GridReply answered = reply ? *std::move(reply) : GridReply{.grid = request.grid, .problem = reply.error()};
    event.sent = answered.tail.size();
    event.snapshotNeeded = answered.snapshotNeeded;
    if (answered.problem) event.fault = answered.problem->fault;
    if (options_.observer) options_.observer(event);
    return answered;
}

Result<GridReply> Hub::push(const DeviceId& device, const GridRequest& request, SyncEvent& event) {
    if (request.changes.empty()) return pull(device, request);
    auto opened = store_.write(request.grid);
    if (!opened) return opened.error();
    GridWriter& grid = **opened;

    GridReply reply{.grid = request.grid};
    const GridHead before = grid.head();
    reply.snapshotNeeded = needsSnapshot(request.cursor, before, grid.lastTaken(device).number, grid);
    auto report = Push(grid, options_.centre).take(device, request.changes);
    if (!report) return report.error();
    addTail(reply, grid, device, request.cursor);
    grid.commit();

    reply.refusals = report->refusals;
    addReceipt(reply, device, report->lastNumber, grid.head());
    event.push = *std::move(report);
    return reply;
}

Result<GridReply> Hub::pull(const DeviceId& device, const GridRequest& request) {
    auto opened = store_.view(request.grid);
    if (!opened) return opened.error();
    GridView& grid = **opened;

    GridReply reply{.grid = request.grid};
    const GridHead head = grid.head();
    const std::uint64_t lastNumber = grid.lastTaken(device).number;
    reply.snapshotNeeded = needsSnapshot(request.cursor, head, lastNumber, grid);
    addTail(reply, grid, device, request.cursor);
    addReceipt(reply, device, lastNumber, head);
    return reply;
}

void Hub::addTail(GridReply& reply, GridView& grid, const DeviceId& device, const Cursor& cursor) const {
    reply.cursor = cursor;
    if (reply.snapshotNeeded) return;
    Tail tail = grid.tail(cursor.seq, device, options_.tail);
    reply.tail = std::move(tail.changes);
    reply.more = tail.more;
    reply.cursor = {grid.head().cursor.epoch, tail.upTo};
}

void Hub::addReceipt(GridReply& reply, const DeviceId& device, std::uint64_t lastNumber, const GridHead& head) const {
    reply.digest = head.digest;
    reply.receipt = {.grid = reply.grid,
                     .device = device,
                     .lastNumber = lastNumber,
                     .head = head.cursor,
                     .chain = head.chain,
                     .atMs = nowMs()};
    sign(reply.receipt, options_.signingKey);
}

Result<std::shared_ptr<const PackedSnapshot>> Hub::snapshot(const Grant& grant, const GridId& grid) {
    if (!grant.opens(grid)) return Error{Fault::refused, "this device may not open grid " + grid.text()};
    return snapshots_.get(grid);
}

Result<Snapshot> Hub::plainSnapshot(const Grant& grant, const GridId& grid) {
    if (!grant.opens(grid)) return Error{Fault::refused, "this device may not open grid " + grid.text()};
    return guarded([&]() -> Result<Snapshot> {
        auto view = store_.view(grid);
        if (!view) return view.error();
        return snapshotOf(grid, **view);
    });
}

}  // namespace qiaomen
