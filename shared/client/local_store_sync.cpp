// SPDX-License-Identifier: Apache-2.0
//
// The sync's side of LocalStore: what to send, and taking in what the centre says.
//
//   unsent      changes above safe_number
//   apply       the first batch settles receipt and refusals; every batch merges up to kApplyBatch changes of the others and
//               moves the cursor behind them; the last one compares the digests. Each batch is one transaction.
//   repair      records that a refused change touched, listed in _repair: with the next snapshot they become what the centre
//               has, with this device's other changes on top.

#include <algorithm>

#include "shared/client/local_store.h"
#include "shared/client/store_parts.h"
#include "shared/core/merge.h"

namespace qiaomen {

namespace {

/// What a whole record says, as the changes it is made of: one for each stamp in it. Merging them merges the record.
std::vector<Change> changesIn(const Record& record) {
    std::map<Stamp, Change> byStamp;
    const auto add = [&](FieldNo field, const Value& value) {
        const Stamp stamp = record.stampOf(field);
        Change& change = byStamp[stamp];
        change.collection = record.collection();
        change.record = record.id();
        change.stamp = stamp;
        change.writes.push_back({field, value, {}});
    };
    for (const auto& [field, value] : record.fields()) add(field, value);
    for (const auto& [field, stamp] : record.stamps().own()) {
        if (record.get(field).isNothing()) add(field, {});
    }
    std::vector<Change> changes;
    for (auto& [stamp, change] : byStamp) changes.push_back(std::move(change));
    if (const auto& removal = record.removal()) {
        Change change{.kind = Change::Kind::remove,
                      .collection = record.collection(),
                      .record = record.id(),
                      .stamp = removal->by};
        for (const auto& [field, stamp] : removal->seen) change.writes.push_back({field, {}, stamp});
        changes.push_back(std::move(change));
    }
    return changes;
}

struct RecordKey {
    CollectionNo collection{};
    RecordId record;
    auto operator<=>(const RecordKey&) const = default;
};

std::set<RecordKey> recordsToRepair(Database& database) {
    std::set<RecordKey> keys;
    Statement rows = database.prepare("SELECT collection, record FROM _repair");
    while (rows.step()) keys.insert({static_cast<CollectionNo>(rows.integer(0)), rows.id<struct RecordKind>(1)});
    return keys;
}

bool anythingToRepair(Database& database) { return database.prepare("SELECT 1 FROM _repair LIMIT 1").step(); }

/// Another history of the grid has decided anew: of what the centre decides, only what that history has remains.
void repairWhatTheCentreDecides(Database& database, RecordTables& tables) {
    for (const Collection* collection : tables.collections()) {
        if (collection->nature() != Nature::derived) continue;
        tables.forEach(collection->number(), [&](Record&& record) {
            database.prepare("INSERT OR IGNORE INTO _repair(collection, record) VALUES(?, ?)")
                .with(static_cast<int>(record.collection()), record.id())
                .run();
        });
    }
}

Error refused(const std::string& why) { return {Fault::refused, "the centre's answer was not taken: " + why}; }

}  // namespace

Result<GridRequest> LocalStore::nextRequest(const RequestLimits& limits) {
    return reading([&](Reader& reader) -> Result<GridRequest> {
        const Own own = Own::load(reader.database);
        GridRequest request{.grid = grid(), .cursor = own.cursor};
        // After a refusal, or a snapshot of another history, a receipt must first say where this device stands.
        if (!askFirst_ && (own.cursor.epoch == own.receiptEpoch || own.receiptEpoch == 0)) {
            request.changes = reader.outbox.unsent(own.safeNumber, limits.maxChanges, limits.maxBytes);
        }
        sentUpTo_ = request.changes.empty() ? 0 : request.changes.back().number;
        keptBefore_ = keptUpTo_.load();
        keepUpTo(sentUpTo_);
        return request;
    });
}

// --- A reply ----------------------------------------------------------------------------------------------------------

Result<Applied> LocalStore::apply(const GridReply& reply) {
    if (reply.grid != grid()) return refused("it is about another grid");
    askFirst_ = reply.problem && reply.problem->fault == Fault::refused;
    if (reply.problem) return *reply.problem;
    Applied applied;
    bool last = false;
    for (std::size_t batch = 0; !last; ++batch) {
        StoreChange told;
        auto outcome = guarded([&]() -> Outcome {
            const std::lock_guard lock(writing_);
            if (batch == 0) {
                if (auto right = checkReply(reply, writer_->own); !right) return right;
            }
            last = applyBatch(reply, batch, applied, told);
            return Done{};
        });
        if (!outcome) return outcome.error();
        if (told.outbox || !told.records.empty()) notify(told);
    }
    applied.more = reply.more;
    return applied;
}

Outcome LocalStore::checkReply(const GridReply& reply, const Own& own) const {
    const Receipt& receipt = reply.receipt;
    if (reply.snapshotNeeded && receipt.grid.isNone()) return Done{};
    if (receipt.grid != grid()) return refused("its receipt is for another grid");
    if (receipt.device != device()) return refused("its receipt is for another device");
    if (!isSignedBy(receipt, options_.centreKey)) return refused("its receipt is not signed by the centre");
    // A centre that was restored from a backup says so itself: our cursor is of no use to it. What its receipt no longer covers
    // is only here again, and goes out once more.
    if (reply.snapshotNeeded) return Done{};
    if (receipt.head.epoch == own.receiptEpoch && receipt.lastNumber < own.safeNumber) {
        return refused("its receipt covers less than an earlier one");
    }
    if (own.cursor.epoch != 0 && reply.cursor.epoch != own.cursor.epoch)
        return refused("it tells of another history without a snapshot");
    if (reply.cursor.seq < own.cursor.seq) return refused("it is older than what is here");
    return Done{};
}

/// True after the last batch. Nothing is written when there is nothing new: an idle sync costs no disk.
bool LocalStore::applyBatch(const GridReply& reply, std::size_t batch, Applied& applied, StoreChange& told) {
    const std::size_t first = batch * tuning::kApplyBatch;
    const auto tail = std::span(reply.tail).subspan(first, std::min(tuning::kApplyBatch, reply.tail.size() - first));
    const bool last = first + tail.size() == reply.tail.size();
    Own updated = writer_->own;
    std::optional<Transaction> transaction;
    const auto begin = [&] {
        if (!transaction) transaction.emplace(writer_->database);
    };

    const bool hasReceipt = !reply.receipt.grid.isNone();
    const bool receiptIsNews = hasReceipt && (reply.receipt.lastNumber != updated.safeNumber ||
                                              updated.receiptEpoch != reply.receipt.head.epoch);
    if (batch == 0 && (receiptIsNews || !reply.refusals.empty())) {
        begin();
        settle(reply, updated, applied, told);
    }
    if (!tail.empty()) {
        begin();
        mergeTail(tail, updated, applied, told);
    }
    if (last && !reply.snapshotNeeded) {
        updated.cursor = reply.cursor;
        compareDigests(reply, updated, applied);
    }
    if (updated != writer_->own) begin();
    if (transaction) {
        writer_->commit(*transaction, updated);
        keepUpTo(updated.lastNumber);
    }
    applied.safeUpTo = updated.safeNumber;
    applied.snapshotNeeded = reply.snapshotNeeded || updated.snapshotWanted;
    return last;
}

void LocalStore::settle(const GridReply& reply, Own& updated, Applied& applied, StoreChange& told) {
    Outbox& outbox = writer_->outbox;
    const Receipt& receipt = reply.receipt;
    // The centre compared what it was sent with what it has taken. A number that was not in the request may have been taken from
    // a clone of this phone, with other content: not safe before it was sent, and not refused.
    std::uint64_t confirmed = std::min(receipt.lastNumber, std::max(updated.safeNumber, sentUpTo_.load()));
    if (updated.receiptEpoch != 0 && updated.receiptEpoch != receipt.head.epoch) {
        // Another history: what the one before confirmed is worth nothing here. All that is still kept goes out once more.
        if (const std::uint64_t first = outbox.first()) confirmed = std::min(confirmed, first - 1);
    }
    if (receipt.lastNumber > updated.lastNumber) {
        // This phone was restored to an older state: the centre knows of later changes of its own. They come back with the
        // snapshot; what was saved here since gets numbers that were never used.
        updated.lastNumber = outbox.renumber(updated.safeNumber, receipt.lastNumber + 1);
        updated.snapshotWanted = true;
        confirmed = receipt.lastNumber;
    }
    for (const Refusal& refusal : reply.refusals) {
        if (refusal.number > confirmed || !outbox.refuse(refusal)) continue;
        ++applied.refused;
        updated.snapshotWanted = true;
        const auto change = outbox.change(refusal.number);
        writer_->database.prepare("INSERT OR IGNORE INTO _repair(collection, record) VALUES(?, ?)")
            .with(static_cast<int>(change->collection), change->record)
            .run();
    }
    if (receipt.lastNumber < updated.safeNumber) {
        // The centre was restored to an older state. Numbers stay as they are, unless those after the receipt's are forgotten.
        updated.lastNumber = outbox.renumber(receipt.lastNumber, receipt.lastNumber + 1);
    }
    updated.safeNumber = confirmed;
    updated.receiptEpoch = receipt.head.epoch;
    if (confirmed > 0 && confirmed == receipt.lastNumber) outbox.keepReceipt(receipt, options_.clock());
    // By the centre's clock alone: a phone whose clock jumps ten years ahead forgets nothing.
    outbox.forgetBefore(receipt.atMs - std::chrono::milliseconds(tuning::kKeepOwnChanges).count());
    told.outbox = true;
}

void LocalStore::mergeTail(std::span<const LoggedChange> tail, Own& updated, Applied& applied, StoreChange& told) {
    for (const auto& [seq, change] : tail) {
        const Record before = writer_->tables.read(change.collection, change.record);
        Record after = before;
        if (merge(after, change, qiaomen::find(options_.collections, change.collection)).changed) {
            writer_->write(before, after, told);
            ++applied.merged;
        }
        writer_->noteTime(change.stamp, updated);
        updated.cursor.seq = seq;
    }
}

/// Comparable when both sides have merged the same: nothing unsent here, nothing left there, nothing refused still in place.
void LocalStore::compareDigests(const GridReply& reply, Own& updated, Applied& applied) {
    if (reply.more || updated.safeNumber != updated.lastNumber || updated.snapshotWanted) return;
    if (anythingToRepair(writer_->database)) return;
    if (writer_->tables.digest().total() == reply.digest) return;
    applied.differs = true;
    ++updated.differences;
    const std::int64_t pause = std::chrono::milliseconds(tuning::kRepairPause).count();
    if (std::abs(options_.clock() - updated.repairedAtMs) >= pause) updated.snapshotWanted = true;
}

// --- A snapshot -------------------------------------------------------------------------------------------------------

Result<Applied> LocalStore::applySnapshot(const Snapshot& snapshot) {
    if (snapshot.grid != grid()) return refused("the snapshot is of another grid");
    Applied applied;
    for (std::size_t first = 0; first < snapshot.records.size(); first += tuning::kApplyBatch) {
        const auto records = std::span(snapshot.records)
                                 .subspan(first, std::min(tuning::kApplyBatch, snapshot.records.size() - first));
        StoreChange told;
        auto outcome = guarded([&]() -> Outcome {
            const std::lock_guard lock(writing_);
            mergeRecords(records, applied, told);
            return Done{};
        });
        if (!outcome) return outcome.error();
        if (!told.records.empty()) notify(told);
    }
    StoreChange told;
    auto outcome = guarded([&]() -> Outcome {
        const std::lock_guard lock(writing_);
        Own updated = writer_->own;
        Transaction transaction(writer_->database);
        if (updated.cursor.epoch != 0 && updated.cursor.epoch != snapshot.cursor.epoch) {
            repairWhatTheCentreDecides(writer_->database, writer_->tables);
        }
        repair(snapshot, told);
        // Also back, when the snapshot was made before the last tail: merging a change again is harmless.
        updated.cursor = snapshot.cursor;
        updated.snapshotWanted = false;
        updated.repairedAtMs = options_.clock();
        writer_->commit(transaction, updated);
        keepUpTo(updated.lastNumber);
        applied.safeUpTo = updated.safeNumber;
        return Done{};
    });
    if (!outcome) return outcome.error();
    if (!told.records.empty()) notify(told);
    applied.more = true;
    return applied;
}

void LocalStore::mergeRecords(std::span<const Record> records, Applied& applied, StoreChange& told) {
    Own updated = writer_->own;
    Transaction transaction(writer_->database);
    for (const Record& theirs : records) {
        const Record before = writer_->tables.read(theirs.collection(), theirs.id());
        Record after = before;
        bool changed = before.isNew() && !theirs.isNew();
        if (changed) {
            after = theirs;
        } else {
            const Collection* collection = qiaomen::find(options_.collections, theirs.collection());
            for (const Change& change : changesIn(theirs)) changed |= merge(after, change, collection).changed;
        }
        if (changed) {
            writer_->write(before, after, told);
            ++applied.merged;
        }
        writer_->noteTime(theirs.stamps().latest(), updated);
        if (theirs.removal()) writer_->noteTime(theirs.removal()->by, updated);
    }
    writer_->commit(transaction, updated);
    keepUpTo(updated.lastNumber);
}

void LocalStore::repair(const Snapshot& snapshot, StoreChange& told) {
    const std::set<RecordKey> keys = recordsToRepair(writer_->database);
    if (keys.empty()) return;
    std::map<RecordKey, Record> theirs;
    for (const RecordKey& key : keys) theirs.emplace(key, Record(key.collection, key.record));
    for (const Record& record : snapshot.records) {
        if (const auto wanted = theirs.find({record.collection(), record.id()}); wanted != theirs.end())
            wanted->second = record;
    }
    // All of this device's own, for the snapshot may be from before the last ones that the centre took, and a tail brings
    // nobody his own changes back.
    for (const Change& change : writer_->outbox.notRefused()) {
        const auto wanted = theirs.find({change.collection, change.record});
        if (wanted != theirs.end())
            merge(wanted->second, change, qiaomen::find(options_.collections, change.collection));
    }
    for (const auto& [key, after] : theirs) {
        const Record before = writer_->tables.read(key.collection, key.record);
        if (before != after) writer_->write(before, after, told);
    }
    writer_->database.run("DELETE FROM _repair");
}

}  // namespace qiaomen
