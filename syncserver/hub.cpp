// SPDX-License-Identifier: Apache-2.0
#include "syncserver/hub.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <set>

#include "shared/core/tuning.h"
#include "shared/sqlite/database.h"
#include "syncserver/grid_names.h"
#include "syncserver/limits.h"

namespace qiaomen {

namespace {

/// Whether the way from the cursor to the head is better walked by the snapshot: so far back that the tail would be longer than
/// that. A newcomer is at the beginning of every history. Who has read nothing and yet has receipts left the grid once, and his replica
/// is a new one: a tail would bring him nothing of his own.
bool needsSnapshot(const GridRequest& request, const GridHead& head, GridView& grid, std::uint64_t shortTail) {
    const std::uint64_t behind = head.cursor.seq - request.cursor.seq;
    const bool cameBack = behind > 0 && request.cursor.seq == 0 && request.safe.value_or(0) > 0;
    return cameBack || (behind > shortTail && behind > grid.recordCount());
}

bool isOfAnotherHistory(const GridRequest& request, const GridHead& head) {
    return request.cursor.epoch != 0 && request.cursor.epoch != head.cursor.epoch;
}

/// A device never has more than was committed, and a commit is never undone: so this grid is an old copy.
bool showsOldCopy(const GridRequest& request, const GridHead& head, const LastTaken& last) {
    if (request.cursor.epoch != head.cursor.epoch) return false;
    return request.cursor.seq > head.cursor.seq || (!request.refills && request.safe.value_or(0) > last.number);
}

/// The number from which on more was taken from a device than it says to have; 0 when it knows of everything.
std::uint64_t unknownToItself(const GridRequest& request, std::uint64_t lastNumber) {
    if (!request.safe || request.more) return 0;
    const std::uint64_t known = request.changes.empty() ? *request.safe : request.changes.back().number;
    return lastNumber > known ? known + 1 : 0;
}

/// Never 0, which is the epoch of those who have nothing; below 2^53, so that JSON can say it.
std::uint64_t newEpoch(const RandomSource& random) {
    std::array<std::uint8_t, 6> bytes{};
    if (random) {
        random(bytes);
    } else {
        randombytes_buf(bytes.data(), bytes.size());
    }
    std::uint64_t epoch = 0;
    for (const std::uint8_t byte : bytes) epoch = epoch << 8 | byte;
    return epoch + 1;
}

RepairReply repairOf(const RepairRequest& request, GridView& grid, SyncEvent& event) {
    RepairReply reply;
    if (request.digest) {
        const Digest digest = grid.digest();
        std::array<bool, Digest::kBuckets> differs{};
        for (std::size_t bucket = 0; bucket < Digest::kBuckets; ++bucket) {
            differs.at(bucket) = digest.bucket(bucket) != request.digest->bucket(bucket);
            if (differs.at(bucket)) reply.buckets.push_back(static_cast<std::uint8_t>(bucket));
        }
        event.differences = reply.buckets.size();
        if (reply.buckets.empty()) return reply;
        grid.forEachRecord([&](Record&& record) {
            if (differs.at(Digest::bucketOf(record.id()))) reply.records.push_back(std::move(record));
        });
        return reply;
    }
    for (Record& record : grid.read(request.wanted)) {
        if (!record.isNew()) reply.records.push_back(std::move(record));
    }
    std::ranges::sort(reply.records, {},
                      [](const Record& record) { return std::pair(record.collection(), record.id()); });
    return reply;
}

}  // namespace

Hub::Hub(GridStore& store, Options options)
    : store_(store), options_(std::move(options)), snapshots_(store), moves_(store) {}

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
    SyncReply reply{.serverMs = nowMs(), .grids = {}, .mark = request.mark};
    for (const GridRequest& grid : request.grids) {
        const DeviceId& device = grid.device.isNone() ? request.device : grid.device;
        if (auto answered = answer(grant, device, grid)) reply.grids.push_back(*std::move(answered));
    }
    if (request.asksScope) {
        auto given = givenTo(grant, met);
        if (!given) return given.error();
        reply.given = *std::move(given);
    }
    return reply;
}

/// What the device may open besides, with the names that people use.
Result<std::vector<GivenGrid>> Hub::givenTo(const Grant& grant, const std::set<GridId>& held) {
    return guarded([&]() -> Result<std::vector<GivenGrid>> {
        std::set<GridId> all = grant.grids;
        if (grant.allGrids) {
            const auto every = store_.grids();
            if (!every) return every.error();
            all.insert(every->begin(), every->end());
        }
        std::vector<GivenGrid> given;
        for (const GridId& id : all) {
            if (held.contains(id)) continue;
            auto view = store_.view(id);
            if (!view && view.error().fault == Fault::missing) continue;
            if (!view) return view.error();
            given.push_back({id, nameOf(**view).name});
        }
        return given;
    });
}

Hub::Answer Hub::answer(const Grant& grant, const DeviceId& device, const GridRequest& request) {
    SyncEvent event{.grid = request.grid, .device = device};
    auto reply = guarded([&]() -> Result<Answer> {
        if (!grant.mayHandIn(request.grid))
            return Error{Fault::refused, "this device may not open grid " + request.grid.text()};
        if (!grant.isOneOf(device)) return Error{Fault::refused, "the grid's changes are another device's"};
        if (!grant.opens(request.grid)) return takeLate(grant, device, request, event);
        return request.brings() ? push(grant, device, request, event) : pull(device, request, event);
    });
    Answer answered = reply ? *std::move(reply) : GridReply{.grid = request.grid, .problem = reply.error()};
    if (answered) {
        event.sent = answered->tail.size();
        event.snapshotNeeded = answered->snapshotNeeded;
        if (answered->problem) event.fault = answered->problem->fault;
    }
    if (options_.observer) options_.observer(event);
    return answered;
}

/// By a key that is bound to the device, or that it names where a chain of its begins, and that is bound to it then.
Outcome Hub::checkSignature(const Grant& grant, const GridRequest& request, const BatchClaim& claim) {
    const auto& signature = request.signature;
    if (!signature) return Error{Fault::refused, "what the device brings is not signed"};
    if (!grant.key && !signature->begins())
        return Error{Fault::refused, "it is not known by which key the device signs"};
    const PublicKey key = grant.key.value_or(signature->key);
    if (signature->begins() && signature->key != key)
        return Error{Fault::refused, "the device signed with another key before"};
    if (!isSignedBy(claim, signature->bytes, key))
        return Error{Fault::refused, "the device's signature does not fit what was brought to grid " +
                                         claim.grid.text() + ": nothing of it was taken"};
    if (grant.key) return Done{};
    if (!options_.bindKey) return Error{Fault::refused, "it is not known by which key the device signs"};
    return options_.bindKey(*grant.id, key);
}

Result<Hub::Answer> Hub::push(const Grant& grant, const DeviceId& device, const GridRequest& request, SyncEvent& event) {
    const Batch batch = batchOf(request, device);
    auto opened = store_.write(request.grid);
    if (!opened) return opened.error();
    GridWriter& grid = **opened;
    if (isOfAnotherHistory(request, grid.head())) return Answer(ofHistory(grid, device, request));
    if (auto right = checkSignature(grant, request, batch.claim); !right) return right.error();
    if (showsOldCopy(request, grid.head(), grid.lastTaken(device))) {
        event.setBack = true;
        opened->reset();
        return beginHistory(device, request);
    }
    const std::uint64_t end = grid.head().cursor.seq;
    auto report = Push(grid, options_.centre, options_.signingKey).take(request, batch);
    if (!report) return report.error();
    event.push = *report;

    GridReply reply{.grid = request.grid};
    reply.forkAt = report->isTurn() ? report->forkAt : unknownToItself(request, report->lastNumber);
    event.push.forkAt = reply.forkAt;
    reply.knownAs = std::move(report->knownAs);
    reply.clockAhead = report->clockAhead;
    reply.cursor = request.cursor;
    reply.refusals = std::move(report->refusals);
    const bool isBehindItself = request.more && !request.changes.empty() &&
                                report->lastNumber > request.changes.back().number;
    // Who had read everything, and whose own changes are all that was added, would find nothing in the log but these.
    const bool knowsAll = request.cursor.seq == end && grid.head().cursor.seq == end + report->taken;
    if (reply.forkAt == 0 && reply.knownAs.empty() && !isBehindItself) {
        if (knowsAll && !request.deaf && !request.repair) {
            reply.cursor = grid.head().cursor;
        } else {
            addNews(reply, grid, device, request, event);
        }
    }
    grid.commit();
    moves_.moved({request.grid, grid.head().cursor});
    addReceipt(reply, device, report->lastNumber, grid.head());
    return Answer(std::move(reply));
}

Result<Hub::Answer> Hub::pull(const DeviceId& device, const GridRequest& request, SyncEvent& event) {
    auto opened = store_.view(request.grid);
    if (!opened) return opened.error();
    GridView& grid = **opened;
    const GridHead head = grid.head();
    const LastTaken last = grid.lastTaken(device);
    if (isOfAnotherHistory(request, head)) return Answer(ofHistory(grid, device, request));
    if (showsOldCopy(request, head, last)) {
        event.setBack = true;
        opened->reset();
        return beginHistory(device, request);
    }
    const bool hasReceipt = request.safe == last.number && request.cursor.epoch == head.cursor.epoch;
    const bool isUpToDate = request.cursor == head.cursor && request.check == head.digest.low && !request.repair;
    if (hasReceipt && isUpToDate) return Answer();

    GridReply reply{.grid = request.grid};
    reply.forkAt = unknownToItself(request, last.number);
    reply.cursor = request.cursor;
    if (reply.forkAt == 0) addNews(reply, grid, device, request, event);
    event.push.forkAt = reply.forkAt;
    reply.digest = head.digest;
    if (!hasReceipt) addReceipt(reply, device, last.number, head);
    return Answer(std::move(reply));
}

/// CONFLICT: a device brings changes to a grid that was taken from it.
///
/// RESOLUTION: none of them touches a record. Each is kept as a rescued record for those who hold the grid, and told as refused, so
/// that the device knows where it is; the receipt covers all of them. What was set back is noticed as ever.
Result<Hub::Answer> Hub::takeLate(const Grant& grant, const DeviceId& device, const GridRequest& request,
                                  SyncEvent& event) {
    const Batch batch = batchOf(request, device);
    auto opened = store_.write(request.grid);
    if (!opened) return opened.error();
    GridWriter& grid = **opened;
    const LastTaken last = grid.lastTaken(device);
    if (!isOfAnotherHistory(request, grid.head()) && showsOldCopy(request, grid.head(), last)) {
        event.setBack = true;
        opened->reset();
        return beginHistory(device, request);
    }
    GridReply reply{.grid = request.grid, .taken = true, .cursor = request.cursor};
    if (isOfAnotherHistory(request, grid.head())) {
        addReceipt(reply, device, last.number, grid.head());
        return Answer(std::move(reply));
    }
    std::uint64_t lastNumber = last.number;
    if (request.brings()) {
        if (auto right = checkSignature(grant, request, batch.claim); !right) return right.error();
        auto report = Push(grid, options_.centre, options_.signingKey)
                          .takeLate(request, batch, grant.taken.at(request.grid));
        if (!report) return report.error();
        event.push = *report;
        lastNumber = report->lastNumber;
        reply.forkAt = report->forkAt;
        reply.knownAs = std::move(report->knownAs);
        reply.clockAhead = report->clockAhead;
        reply.refusals = std::move(report->refusals);
        grid.commit();
    }
    if (request.repair) reply.repair.emplace();
    if (reply.forkAt == 0 && reply.knownAs.empty()) reply.forkAt = unknownToItself(request, lastNumber);
    event.push.forkAt = reply.forkAt;
    addReceipt(reply, device, lastNumber, grid.head());
    return Answer(std::move(reply));
}

Result<Hub::Answer> Hub::beginHistory(const DeviceId& device, const GridRequest& request) {
    auto opened = store_.write(request.grid);
    if (!opened) return opened.error();
    GridWriter& grid = **opened;
    // Somebody else may have shown the same meanwhile.
    if (request.cursor.epoch == grid.head().cursor.epoch) {
        grid.setEpoch(newEpoch(options_.random));
        GridReply reply = ofHistory(grid, device, request);
        grid.commit();
        moves_.moved({request.grid, grid.head().cursor});
        return Answer(std::move(reply));
    }
    return Answer(ofHistory(grid, device, request));
}

/// Nothing but a receipt, by whose epoch the device knows that it is another history.
GridReply Hub::ofHistory(GridView& grid, const DeviceId& device, const GridRequest& request) const {
    GridReply reply{.grid = request.grid, .cursor = request.cursor};
    addReceipt(reply, device, grid.lastTaken(device).number, grid.head());
    return reply;
}

void Hub::addNews(GridReply& reply, GridView& grid, const DeviceId& device, const GridRequest& request,
                  SyncEvent& event) const {
    const GridHead head = grid.head();
    if (request.repair) {
        reply.repair = repairOf(*request.repair, grid, event);
        if (request.repair->digest) reply.cursor = head.cursor;
    }
    if (request.deaf || (request.repair && request.repair->digest)) return;
    reply.snapshotNeeded = needsSnapshot(request, head, grid, options_.shortTail);
    if (reply.snapshotNeeded) return;
    Tail tail = grid.tail(request.cursor.seq, device, options_.tail);
    reply.tail = std::move(tail.changes);
    reply.more = tail.more;
    reply.cursor = {head.cursor.epoch, tail.upTo};
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

Result<std::size_t> Hub::suggestDuplicates(const GridId& id, const DuplicatePairs& pairs, Pinyin& pinyin) {
    return guarded([&]() -> Result<std::size_t> {
        auto grid = store_.write(id);
        if (!grid) return grid.error();
        const std::size_t made = Push(**grid, options_.centre, options_.signingKey).suggest(id, pairs, pinyin);
        if (made == 0) return made;
        (*grid)->commit();
        moves_.moved({id, (*grid)->head().cursor});
        return made;
    });
}

Result<std::shared_ptr<const PackedSnapshot>> Hub::snapshot(const Grant& grant, const GridId& grid,
                                                            const std::optional<Hash256>& tag) {
    if (!grant.opens(grid)) return Error{Fault::refused, "this device may not open grid " + grid.text()};
    return snapshots_.get(grid, tag);
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
