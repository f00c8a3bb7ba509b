// SPDX-License-Identifier: Apache-2.0
//
// How LocalStore leaves a grid that the centre has taken from this device.
//
//   taken       the centre says so in its answer. What was unsent is late: told as refused, receipted, and done with here.
//   hand over   what had been refused before and what is a draft become rescued records, the last that this device writes to the grid.
//   done        when the receipts cover those, too, nothing is here that the centre does not keep: the files may go.
//
// Each step is one transaction, and what is missing is seen from the tables: whoever is killed in between goes on where he was.

#include "shared/client/local_store.h"
#include "shared/client/store_parts.h"
#include "shared/domain/rescued_change.h"

namespace qiaomen {

namespace {

Leaving standing(Database& database, const std::uint64_t unsent, Outbox& outbox) {
    return {.unsent = unsent,
            .refused = outbox.countRefused(true),
            .drafts = static_cast<std::uint64_t>(database.number("SELECT count(*) FROM _draft")),
            .handedOver = outbox.countHandedOver()};
}

std::vector<FieldValue> valuesOf(const Draft& draft, std::string_view worker, const DeviceId& device) {
    return {{rescuedChange.why, "draft"},
            {rescuedChange.content, draft.text},
            {rescuedChange.writtenBy, std::string(worker)},
            {rescuedChange.writtenAt, draft.savedAtMs},
            {rescuedChange.writtenDevice, device.text()},
            {rescuedChange.draftOf, draft.key},
            {rescuedChange.state, "open"}};
}

}  // namespace

/// CONFLICT: the centre that takes the grid has forgotten what this device wrote under earlier identities.
///
/// RESOLUTION: it is given back with the last questions, and late as what is unsent is.
///
/// True: there is nothing after it. Receipt, refusals and the three turns are settled as ever; nothing else of the answer counts.
bool LocalStore::applyTaken(const GridRequest& request, const GridReply& reply, Applied& applied, StoreChange& told) {
    Own updated = writer_->own;
    const Receipt& receipt = reply.receipt;
    const bool isNews = !receipt.grid.isNone() && (updated.identity.after + receipt.lastNumber != updated.safeNumber ||
                                                   updated.refilling || receipt.head.epoch != updated.cursor.epoch);
    applied.taken = true;
    const bool gaveBack = request.repair && reply.repair;
    if (isNews || isTurn(reply) || gaveBack || !reply.refusals.empty() || !updated.leaving) {
        Transaction transaction(writer_->database);
        told.outbox = true;
        updated.leaving = true;
        if (!settle(request, reply, updated, applied, told)) applied.turned = true;
        if (gaveBack && !applied.turned) updated.givesBack = false;
        writer_->commit(transaction, updated);
        keepUpTo(updated.lastNumber);
        applied.moved = true;
    }
    applied.safeUpTo = updated.safeNumber;
    applied.more = applied.turned || updated.safeNumber < updated.lastNumber || updated.givesBack;
    return true;
}

Result<std::optional<Leaving>> LocalStore::leaving() {
    return reading([&](Reader& reader) -> Result<std::optional<Leaving>> {
        const Own own = Own::load(reader.database, reader.outbox);
        if (!own.leaving) return std::optional<Leaving>();
        const std::uint64_t toGiveBack = own.givesBack ? reader.outbox.ofPredecessors().size() : 0;
        return std::optional(standing(reader.database, own.lastNumber - own.safeNumber + toGiveBack, reader.outbox));
    });
}

Outcome LocalStore::handOver(std::string_view worker) {
    auto drafted = drafts();
    if (!drafted) return drafted.error();
    StoreChange told;
    auto outcome = guarded([&]() -> Outcome {
        const std::lock_guard lock(writing_);
        Own updated = writer_->own;
        if (!updated.leaving) return Error{Fault::refused, "this device holds the grid: there is nothing to hand over"};
        Saved saved{updated.lastNumber + 1, updated.lastNumber};
        Transaction transaction(writer_->database);
        for (const OutboxEntry& entry : writer_->outbox.rescueQueue()) {
            const RescueNote note{"refused", entry.reason, std::string(worker)};
            const Edit edit{rescuedChange.number(), rescuedId(entry.change),
                            rescuedValues(entry.change, note, options_.collections)};
            // The centre may have rescued it before, and the grid was this device's again in between.
            const bool isThere = !writer_->tables.read(edit.collection, edit.record).isNew();
            if (!isThere) {
                if (auto applied = applyEdit(edit, updated, told, saved); !applied) return applied;
            }
            writer_->outbox.closeRefused(entry.change.number);
        }
        for (const Draft& draft : *drafted) {
            const std::string name = "draft " + draft.key + ' ' + std::to_string(draft.savedAtMs);
            const Edit edit{rescuedChange.number(), RecordId::named(updated.identity.device.bytes, name),
                            valuesOf(draft, worker, updated.identity.device)};
            if (auto applied = applyEdit(edit, updated, told, saved); !applied) return applied;
            // What was typed since is another draft, and stays.
            writer_->database.prepare("DELETE FROM _draft WHERE key = ? AND saved_at = ? AND text = ?")
                .with(draft.key, draft.savedAtMs, draft.text)
                .run();
        }
        writer_->commit(transaction, updated);
        return Done{};
    });
    if (outcome) {
        told.outbox = true;
        notify(told);
    }
    return outcome;
}

Result<SpentNumbers> LocalStore::spentNumbers() {
    return reading([&](Reader& reader) -> Result<SpentNumbers> {
        const Own own = Own::load(reader.database, reader.outbox);
        return SpentNumbers{own.identity.device, own.lastNumber - own.identity.after};
    });
}

}  // namespace qiaomen
