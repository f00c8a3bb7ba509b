// SPDX-License-Identifier: Apache-2.0
#include "tests/syncserver/story.h"

#include <map>
#include <stdexcept>

#include "shared/core/merge.h"
#include "shared/core/wire.h"
#include "shared/domain/collections.h"

namespace qiaomen::tests {

TestCentre::TestCentre() {
    restart();
    must(folder_->grids().createGrid(grid()));
}

CentreFolder::Options TestCentre::options() {
    return {
        .folder = files_.path(), .collections = allCollections(), .clock = clock_.source(), .random = machineRandom()};
}

void TestCentre::restart() {
    folder_.reset();
    folder_ = must(CentreFolder::open(options()));
}

Grant TestCentre::enrol(const DeviceId& id, const std::string& worker, std::set<GridId> grids, const std::string& what) {
    Grant grant{.device = worker + "的" + what, .worker = worker, .grids = std::move(grids)};
    const std::string token = must(folder_->access().add(std::move(grant)));
    must(folder_->access().admit(token, id));
    must(folder_->access().bindKey(id, keysOf(id).publicKey));
    return must(folder_->access().admit(token, id));
}

Record TestCentre::read(const Collection& collection, const RecordId& id) {
    const RecordKey key{collection.number(), id};
    return must(folder_->grids().view(grid()))->read({&key, 1}).front();
}

std::vector<Record> TestCentre::conflicts() {
    std::map<Stamp, Record> byStamp;
    must(folder_->grids().view(grid()))->forEachRecord([&](Record&& record) {
        if (record.collection() == conflict.number()) byStamp.emplace(record.stamps().row(), std::move(record));
    });
    std::vector<Record> all;
    for (auto& [stamp, record] : byStamp) all.push_back(std::move(record));
    return all;
}

std::vector<RefusedChange> TestCentre::refused() { return must(folder_->grids().view(grid()))->refusedChanges(); }
GridHead TestCentre::head() { return must(folder_->grids().view(grid()))->head(); }
std::vector<LoggedChange> TestCentre::log() {
    return must(folder_->grids().view(grid()))->tail(0, DeviceId{}, {}).changes;
}

TestPhone::TestPhone(TestCentre& centre, const DeviceId& id, const std::string& worker, const std::string& what)
    : centre_(centre),
      id_(id),
      signer_(id),
      grant_(centre.enrol(id, worker, {centre.grid()}, what)),
      clock_(id, centre.clock().source()) {}

Record& TestPhone::record(const RecordKey& key) {
    return records_.try_emplace(key, key.collection, key.record).first->second;
}

Change TestPhone::writes(const Collection& collection, const RecordId& id,
                         std::initializer_list<std::pair<std::string_view, Value>> values) {
    std::vector<FieldValue> fields;
    for (const auto& [name, value] : values) fields.push_back({collection.find(name)->no(), value});
    return save(changeOf(record({collection.number(), id}), fields));
}

Change TestPhone::removes(const Collection& collection, const RecordId& id) {
    return save(removalOf(record({collection.number(), id})));
}

Change TestPhone::save(Change change) {
    change.stamp = clock_.now();
    merge(record({change.collection, change.record}), change, find(allCollections(), change.collection));
    return sends(std::move(change));
}

Change TestPhone::sends(Change change) {
    change.number = ++lastNumber_;
    unsent_.push_back(change);
    return change;
}

GridReply TestPhone::losesTheReply() { return repeats(unsent_); }

GridReply TestPhone::repeats(const std::vector<Change>& changes) { return asks({centre_.grid(), cursor_, changes}); }

GridReply TestPhone::asks(GridRequest request) {
    request = signs(std::move(request));
    GridReply reply = asksAsIs(request);
    signer_.hears(request, reply);
    return reply;
}

GridReply TestPhone::asksAsIs(const GridRequest& request) {
    return must(centre_.hub().sync(grant_, {id_, "story", {request}})).grids.front();
}

GridReply TestPhone::syncs() {
    const GridReply reply = repeats(unsent_);
    if (!reply.problem) apply(reply);
    return reply;
}

void TestPhone::syncsAll() {
    for (int round = 0; round < 1000; ++round) {
        const GridReply reply = syncs();
        if (reply.problem) throw std::runtime_error(reply.problem->message);
        if (!reply.more && !reply.snapshotNeeded) return;
    }
    throw std::runtime_error("the centre always wants one more round");
}

void TestPhone::apply(const GridReply& reply) {
    std::erase_if(unsent_, [&](const Change& change) { return change.number <= reply.receipt.lastNumber; });
    if (reply.snapshotNeeded) return fetchSnapshot();
    for (const LoggedChange& logged : reply.tail) {
        clock_.see(logged.change.stamp);
        merge(record({logged.change.collection, logged.change.record}), logged.change,
              find(allCollections(), logged.change.collection));
    }
    cursor_ = reply.cursor;
}

void TestPhone::fetchSnapshot() {
    const Snapshot snapshot = must(centre_.hub().plainSnapshot(grant_, centre_.grid()));
    for (const Record& held : snapshot.records) {
        clock_.see(held.stamps().latest());
        records_.insert_or_assign({held.collection(), held.id()}, held);
    }
    cursor_ = snapshot.cursor;
}

const Record& TestPhone::sees(const Collection& collection, const RecordId& id) {
    return record({collection.number(), id});
}

Record* TestPhone::seesConflict() {
    for (auto& [key, held] : records_) {
        if (key.collection == conflict.number() && held.text(conflict.state) == "open") return &held;
    }
    return nullptr;
}

Hash128 TestPhone::digest() const {
    Digest digest;
    for (const auto& [key, held] : records_) digest.add(held);
    return digest.total();
}

void registersHome(TestPhone& phone) {
    phone.writes(dwelling, kDoor, {{"address", "柳湾村1号"}, {"use", "owner"}});
    phone.writes(household, kHome, {{"dwelling", kDoor}, {"head_name", "吴学林"}, {"note", "老人独居"}});
}

void knocks(TestPhone& phone, const RecordId& visitId, std::string_view remark) {
    phone.writes(
        visit, visitId,
        {{"household", kHome}, {"occurred_at", kMorning}, {"way", "door"}, {"outcome", "met"}, {"remark", remark}});
}

}  // namespace qiaomen::tests
