// SPDX-License-Identifier: Apache-2.0
#include "shared/client/sync_client.h"

#include <algorithm>

#include "shared/client/sync_question.h"
#include "shared/core/wire.h"

namespace qiaomen {

SyncClient::SyncClient(Transport& transport, std::vector<LocalStore*> stores, std::string app, RequestLimits limits,
                       DeviceId device)
    : transport_(transport), stores_(std::move(stores)), app_(std::move(app)), limits_(limits), device_(device) {}

Result<SyncReport> SyncClient::round() {
    SyncReport report;
    std::vector<LocalStore*> waiting = stores_;
    while (!waiting.empty() || (report.requests == 0 && !device_.isNone())) {
        auto sent = questionOf(waiting, stores_, app_, device_, limits_);
        if (!sent) return sent.error();
        sent->asksScope = report.requests == 0;
        auto reply = ask(*sent);
        if (!reply) {
            if (transport_.leftNothing()) std::ranges::for_each(waiting, &LocalStore::nothingSent);
            return reply.error();
        }
        ++report.requests;
        report.serverMs = reply->serverMs;
        if (sent->asksScope) report.given = reply->given;

        std::vector<LocalStore*> again;
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            LocalStore& store = *waiting[i];
            GridSyncReport& grid = report.grids[store.grid()];
            const std::size_t snapshots = grid.snapshots;
            auto more = take(store, sent->grids[i], *reply, grid);
            report.requests += grid.snapshots - snapshots;
            if (!more) {
                grid.problem = more.error();
            } else if (*more) {
                again.push_back(&store);
            }
        }
        waiting = std::move(again);
    }
    return report;
}

Result<SyncReply> SyncClient::ask(const SyncRequest& request) {
    std::string question = encode(request);
    const std::uint32_t mark = markRequest(question);
    auto bytes = transport_.sync(question);
    if (!bytes) return bytes.error();
    auto reply = decodeSyncReply(*bytes);
    if (reply && reply->mark != mark) return Error{Fault::offline, "this is the answer to another request"};
    return reply;
}

Result<bool> SyncClient::take(LocalStore& store, const GridRequest& sent, const SyncReply& reply,
                              GridSyncReport& report) {
    const auto answer = std::ranges::find(reply.grids, store.grid(), &GridReply::grid);
    if (answer == reply.grids.end()) return false;  // nothing new
    auto applied = store.apply(sent, *answer);
    if (!applied) return applied.error();
    report.taken = applied->taken;
    report.sent += applied->turned ? 0 : sent.changes.size();
    report.received += applied->merged;
    report.refused += applied->refused;
    report.repaired += applied->repaired;
    report.differences += applied->differs ? 1 : 0;
    if (applied->turned && ++report.turns >= tuning::kMaxTurns) return false;
    if (applied->snapshotNeeded) {
        // Once a round: a centre that asks for it for ever must not keep the phone busy for ever.
        if (report.snapshots > 0) return false;
        if (auto fetched = fetchSnapshot(store, report); !fetched) return fetched.error();
        return true;
    }
    // A snapshot that was begun is not needed any more when the tail is enough.
    if (!applied->more) partOf(store).forget();
    // Where nothing was written down, the same question would bring the same answer.
    return applied->more && (applied->moved || answer->more);
}

Result<WaitReply> SyncClient::waitForNews() {
    WaitRequest request;
    for (LocalStore* store : stores_) {
        const auto cursor = store->cursor();
        if (!cursor) return cursor.error();
        request.grids.push_back({store->grid(), *cursor});
    }
    return transport_.wait(request);
}

SnapshotPart& SyncClient::partOf(LocalStore& store) {
    auto& part = parts_[store.grid()];
    if (!part) {
        const auto folder = store.file().parent_path() / (store.grid().text() + ".snapshot");
        part = std::make_unique<SnapshotPart>(folder, attachmentKey(store.key().value_or(DatabaseKey{}), store.grid()));
    }
    return *part;
}

Outcome SyncClient::fetchSnapshot(LocalStore& store, GridSyncReport& report) {
    SnapshotPart& part = partOf(store);
    auto bytes = transport_.continueSnapshot(store.grid(), part);
    if (!bytes) return bytes.error();
    auto snapshot = decodeSnapshot(*bytes);
    auto applied = snapshot ? store.applySnapshot(*snapshot) : Result<Applied>(snapshot.error());
    // Until now it is kept: somebody may switch the phone off. One that is good for nothing is not fetched to its end again.
    part.forget();
    if (!applied) return applied.error();
    ++report.snapshots;
    report.received += applied->merged;
    return Done{};
}

}  // namespace qiaomen
