// SPDX-License-Identifier: Apache-2.0
#include "syncserver/admitted_sync.h"

#include <algorithm>

#include "syncserver/limits.h"

namespace qiaomen {

namespace {

/// What the device still has after this sync, by what it said and by what was taken.
SyncNote noteOn(const SyncRequest& asked, const SyncReply& reply) {
    SyncNote note{.app = asked.app, .unsent = asked.waiting, .repairs = asked.repairs};
    for (const GridReply& told : reply.grids) {
        const auto grid = std::ranges::find(asked.grids, told.grid, &GridRequest::grid);
        if (told.problem && grid != asked.grids.end()) note.unsent += grid->changes.size();
        if (!told.taken) note.refused += told.refusals.size();  // what is late is with others now
    }
    return note;
}

}  // namespace

Result<SyncReply> admittedSync(Hub& hub, Access& access, const std::string& token, const SyncRequest& request,
                               const Aside& noteFailed) {
    if (request.app.size() > limits::kMaxAppName) return Error{Fault::invalid, "the program's name is too long"};
    auto grant = access.admit(token, request.device);
    for (const GridRequest& grid : request.grids) {
        if (grant && !grid.device.isNone() && !grant->isOneOf(grid.device))
            grant = access.admitSuccessor(token, grid.device);
    }
    if (!grant) return grant.error();
    auto reply = hub.sync(*grant, request);
    if (!reply) return reply.error();
    if (auto noted = access.note(token, noteOn(request, *reply)); !noted) noteFailed(noted.error());
    return reply;
}

}  // namespace qiaomen
