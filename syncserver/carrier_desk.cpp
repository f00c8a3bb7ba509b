// SPDX-License-Identifier: Apache-2.0
#include "syncserver/carrier_desk.h"

#include <algorithm>

#include "shared/core/packed.h"
#include "shared/core/wire.h"
#include "syncserver/limits.h"

namespace qiaomen {

namespace {

bool mayBeFollowed(const GridReply& reply) {
    return reply.more && !reply.problem && !reply.taken && !reply.snapshotNeeded && reply.forkAt == 0 &&
           reply.knownAs.empty();
}

}  // namespace

Result<CarriedSync> CarrierDesk::answer(std::string_view question, const Aside& noteFailed) {
    const auto opened = readQuestion(question, centre_);
    if (!opened) return opened.error();
    const auto asked = admit(*opened);
    if (!asked) return asked.error();
    auto reply = admittedSync(hub_, access_, opened->token, *asked, noteFailed);
    if (!reply) return reply.error();
    const auto grant = access_.recognise(opened->token);
    if (!grant) return grant.error();
    if (auto followed = followTails(*grant, *asked, *reply); !followed) return followed.error();
    CarrierAnswer answer{.device = opened->device,
                         .question = carrierName(question),
                         .atMs = reply->serverMs,
                         .message = pack(encode(*reply)),
                         .snapshots = {}};
    if (auto added = addSnapshots(*grant, *reply, answer); !added) return added.error();
    auto written = writeAnswer(answer, centre_.secretKey, opened->key);
    if (!written) return written.error();
    CarriedSync carried{.device = opened->device,
                        .name = grant->device,
                        .worker = grant->worker,
                        .grids = asked->grids.size(),
                        .answer = *std::move(written)};
    for (const GridRequest& grid : asked->grids) carried.changes += grid.changes.size();
    for (const GridReply& grid : reply->grids) carried.refused += grid.refusals.size();
    return carried;
}

/// Nothing is bound before everything about the question has been looked at.
Result<SyncRequest> CarrierDesk::admit(const CarrierQuestion& question) {
    const auto known = access_.recognise(question.token);
    if (!known) return known.error();
    if (known->key && *known->key != question.key)
        return Error{Fault::refused, "this device signed with another key before: enrol it again"};
    const auto message = unpack(question.message, limits::kMaxUnpackedBytes);
    if (!message) return message.error();
    auto asked = decodeSyncRequest(*message);
    if (!asked) return asked.error();
    if (asked->device != question.device) return Error{Fault::refused, "the question is another device's"};
    if (known->key) return asked;
    if (const auto admitted = access_.admit(question.token, question.device); !admitted) return admitted.error();
    if (auto bound = access_.bindKey(question.device, question.key); !bound) return bound.error();
    return asked;
}

/// What a device on the network would come back for at once.
Outcome CarrierDesk::followTails(const Grant& grant, const SyncRequest& asked, SyncReply& reply) {
    std::size_t changes = 0;
    for (const GridReply& grid : reply.grids) changes += grid.tail.size();
    for (GridReply& grid : reply.grids) {
        const auto question = std::ranges::find(asked.grids, grid.grid, &GridRequest::grid);
        while (mayBeFollowed(grid) && changes < limits::kMaxCarriedTail) {
            const GridRequest next{.grid = grid.grid, .cursor = grid.cursor, .device = question->device};
            auto rest = hub_.sync(grant, {.device = asked.device, .app = asked.app, .grids = {next}});
            if (!rest) return rest.error();
            if (rest->grids.empty()) break;
            GridReply& more = rest->grids.front();
            if (more.problem || more.snapshotNeeded || more.cursor.epoch != grid.cursor.epoch) break;
            changes += more.tail.size();
            std::ranges::move(more.tail, std::back_inserter(grid.tail));
            grid.cursor = more.cursor;
            grid.digest = more.digest;
            grid.more = more.more;
        }
    }
    return Done{};
}

Outcome CarrierDesk::addSnapshots(const Grant& grant, const SyncReply& reply, CarrierAnswer& answer) {
    for (const GridReply& grid : reply.grids) {
        if (!grid.snapshotNeeded) continue;
        const auto snapshot = hub_.snapshot(grant, grid.grid);
        if (!snapshot) return snapshot.error();
        answer.snapshots.push_back((*snapshot)->bytes);
    }
    return Done{};
}

}  // namespace qiaomen
