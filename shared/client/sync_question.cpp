// SPDX-License-Identifier: Apache-2.0
#include "shared/client/sync_question.h"

#include <algorithm>

namespace qiaomen {

namespace {

/// Of all grids, also of those that are not in this request.
Outcome tellState(SyncRequest& request, const std::vector<LocalStore*>& all) {
    std::uint64_t unsent = 0;
    for (LocalStore* store : all) {
        const auto safety = store->safety();
        if (!safety) return safety.error();
        const auto differences = store->differences();
        if (!differences) return differences.error();
        unsent += safety->onlyHere;
        request.repairs += *differences;
    }
    std::uint64_t sent = 0;
    for (const GridRequest& grid : request.grids) sent += grid.changes.size();
    request.waiting = unsent - std::min(unsent, sent);
    return Done{};
}

}  // namespace

Result<SyncRequest> questionOf(const std::vector<LocalStore*>& asking, const std::vector<LocalStore*>& all,
                               const std::string& app, const DeviceId& device, const RequestLimits& limits) {
    SyncRequest request;
    request.app = app;
    request.device = device;
    for (LocalStore* store : asking) {
        auto grid = store->nextRequest(limits);
        if (!grid) return grid.error();
        request.device = store->device();
        request.grids.push_back(std::move(*grid));
    }
    if (auto told = tellState(request, all); !told) return told.error();
    return request;
}

}  // namespace qiaomen
