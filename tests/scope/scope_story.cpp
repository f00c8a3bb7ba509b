// SPDX-License-Identifier: Apache-2.0
#include "tests/scope/scope_story.h"

#include <algorithm>

#include "syncserver/verify.h"

namespace qiaomen::tests {

RecordId newRecord() {
    static std::int64_t ms = kMorning;
    static const RandomSource random = seededRandom(7);
    return RecordId::make(++ms, random);
}

// --- Centre -----------------------------------------------------------------------------------------------------------

ScopeCentre::ScopeCentre() {
    restart();
    for (const auto& [id, name] : {std::pair(kEast, "东网格"), std::pair(kWest, "西网格")}) {
        ok(folder_->grids().createGrid(id));
        const RecordId record = newRecord();
        const Grant grant = folder_->importGrant();
        Change change{.collection = grid.number(), .record = record, .stamp = {logicalTime(clock_.ms()), *grant.id}};
        change.number = 1;
        change.writes = {{grid.code, Value(id == kEast ? "001" : "002"), {}}, {grid.gridName, Value(name), {}}};
        GridRequest asked{.grid = id, .changes = {change}};
        folder_->signImport(asked, {});
        const SyncRequest request{.device = *grant.id, .app = "story", .grids = {asked}};
        const SyncReply reply = ok(folder_->hub().sync(grant, request));
        if (reply.grids.at(0).problem || !reply.grids.at(0).refusals.empty())
            throw std::runtime_error("the grid's record was refused");
    }
}

ScopeCentre::~ScopeCentre() { stop(); }

void ScopeCentre::stop() {
    if (!server_) return;
    server_->stop();
    serving_.join();
    server_.reset();
    folder_.reset();
}

void ScopeCentre::restart() {
    stop();
    folder_ = ok(CentreFolder::open(
        {.folder = files_.path(), .collections = allCollections(), .clock = clock_.source(), .random = machineRandom()}));
    server_ = std::make_unique<HttpServer>(folder_->hub(), folder_->access(), folder_->grids(), metrics_, log_);
    server_->offer(folder_->attachments());
    server_->offer(folder_->carrier());
    port_ = ok(server_->bind({}));
    serving_ = std::thread([this] { server_->serve(); });
    while (!server_->isRunning()) std::this_thread::yield();
}

Enrolment ScopeCentre::enrol(const std::string& worker, const std::vector<GridId>& grids) {
    Grant grant{.device = worker, .worker = worker, .grids = {grids.begin(), grids.end()}};
    Enrolment enrolment{.server = url(),
                        .token = ok(folder_->access().add(std::move(grant))),
                        .centreKey = folder_->publicKey(),
                        .worker = worker,
                        .grids = {}};
    for (const GridId& id : grids) enrolment.grids.push_back({id, id == kEast ? "东网格" : "西网格"});
    return enrolment;
}

void ScopeCentre::gives(const std::string& worker, const GridId& grid) { ok(folder_->access().give(worker, grid)); }
void ScopeCentre::takes(const std::string& worker, const GridId& grid) {
    ok(folder_->access().take(worker, grid, {kEast, kWest}));
}

std::vector<Record> ScopeCentre::all(const Collection& collection, const GridId& grid) {
    std::vector<Record> records;
    const auto view = ok(folder_->grids().view(grid));
    view->forEachRecord([&](Record&& record) {
        if (record.collection() == collection.number() && record.isVisible()) records.push_back(std::move(record));
    });
    return records;
}

Record ScopeCentre::read(const Collection& collection, const RecordId& record, const GridId& grid) {
    const RecordKey key{collection.number(), record};
    return ok(folder_->grids().view(grid))->read({&key, 1}).front();
}

std::string ScopeCentre::findings(const GridId& grid) {
    std::string text;
    for (const std::string& finding :
         ok(verifyGrid(folder_->grids(), grid, allCollections(), [&] { return folder_->access().keys(); })).findings)
        text += finding + '\n';
    return text;
}

// --- Phone ------------------------------------------------------------------------------------------------------------

ScopePhone::ScopePhone(ScopeCentre& centre, const std::string& worker, const std::vector<GridId>& grids)
    : centre_(centre) {
    restart();
    ok(folder_->enrol(centre.enrol(worker, grids)));
}

void ScopePhone::restart() {
    folder_.reset();
    folder_.emplace(
        ok(DeviceFolder::open(files_ / "phone", allCollections(), centre_.clock().source(), machineRandom())));
}

SyncReport ScopePhone::syncs() {
    HttpTransport way({.server = centre_.url(), .token = folder_->enrolment()->token, .caFile = {}});
    SyncClient client(way, ok(folder_->stores()), "scope story", {}, folder_->device());
    SyncReport report = ok(client.round());
    for (const auto& [grid, one] : report.grids) {
        if (one.problem) throw std::runtime_error(one.problem->message);
    }
    return report;
}

bool ScopePhone::follows(const SyncReport& report, const std::function<void()>& eraseProgress) {
    bool again = false;
    for (const GivenGrid& given : report.given) {
        ok(folder_->hold(given));
        again = true;
    }
    for (const auto& [grid, one] : report.grids) {
        if (!one.taken) continue;
        const auto standing = ok(store(grid).leaving());
        if (standing && standing->isDone()) {
            ok(folder_->erase(grid, eraseProgress));
        } else {
            ok(store(grid).handOver(folder_->enrolment()->worker));
            again = true;
        }
    }
    return again;
}

void ScopePhone::settles() {
    while (follows(syncs())) {}
}

RecordId ScopePhone::meets(const RecordId& household, std::string_view remark, const GridId& grid) {
    const RecordId record = newRecord();
    ok(store(grid).save({visit.number(),
                         record,
                         {{visit.household, household},
                          {visit.occurredAt, centre_.clock().ms()},
                          {visit.way, "door"},
                          {visit.outcome, "met"},
                          {visit.remark, remark}}}));
    return record;
}

RecordId ScopePhone::movesIn(std::string_view name, const GridId& grid) {
    const RecordId record = newRecord();
    ok(store(grid).save({household.number(), record, {{household.dwelling, recordId(9)}, {household.headName, name}}}));
    return record;
}

void ScopePhone::edits(const Collection& collection, const RecordId& record, FieldNo field, Value value,
                       const GridId& grid) {
    ok(store(grid).save({collection.number(), record, {{field, std::move(value)}}}));
}

Record ScopePhone::sees(const Collection& collection, const RecordId& record, const GridId& grid) {
    return ok(store(grid).read(collection.number(), record));
}

std::vector<Record> ScopePhone::rescued(const GridId& grid) {
    return ok(store(grid).find(rescuedChange, rescuedChange.state, "open"));
}

bool ScopePhone::holds(const GridId& grid) const {
    const auto& grids = folder_->enrolment()->grids;
    return std::ranges::any_of(grids, [&](const HeldGrid& held) { return held.id == grid; });
}

std::vector<std::string> ScopePhone::filesOf(const GridId& grid) const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(files_.path() / "phone" / "grids")) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(grid.text())) names.push_back(name);
    }
    return names;
}

}  // namespace qiaomen::tests
