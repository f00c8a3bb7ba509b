// SPDX-License-Identifier: Apache-2.0
//
// LocalStore's way back from a save.
//
//   withdraw   nobody can know of it yet: it is as if it had never been. Its changes leave the outbox, later ones move up, so that
//              the numbers stay without gaps, and every record is again what it was.
//   reversal   somebody may know of it: the way back is made of new changes, which merge like all others.

#include <algorithm>

#include "shared/client/local_store.h"
#include "shared/client/store_parts.h"

namespace qiaomen {

namespace {

Error notHere() { return {Fault::missing, "it was not saved on this device, or so long ago that it is forgotten"}; }
Error tooLate(const std::string& why) { return {Fault::refused, "it cannot be taken back any more: " + why}; }

/// True when it was this change that made the record.
bool makes(const Record& record, const Change& change) { return record.stamps().row() == change.stamp; }

const FieldWrite* valueBefore(const UndoStep& step, FieldNo field) {
    const auto found = std::ranges::find(step.before, field, &FieldWrite::field);
    return found != step.before.end() ? &*found : nullptr;
}

/// The record with one field as it was before; one that was never written has no stamp again.
void putBack(Record& record, const FieldWrite& before) {
    if (!before.base.isNone()) {
        record.put(before.field, before.value, before.base);
        return;
    }
    std::vector<FieldValue> fields = record.fields();
    std::erase_if(fields, [&](const FieldValue& value) { return value.field == before.field; });
    std::vector<Stamps::Own> own = record.stamps().own();
    std::erase_if(own, [&](const Stamps::Own& stamp) { return stamp.field == before.field; });
    record.restore(std::move(fields), Stamps(record.stamps().row(), std::move(own)), record.removal());
}

Record without(const Record& record, const UndoStep& step) {
    if (makes(record, step.change)) return {record.collection(), record.id()};
    Record restored = record;
    for (const FieldWrite& write : step.change.writes) {
        const FieldWrite* before = valueBefore(step, write.field);
        if (before && record.stampOf(write.field) == step.change.stamp) putBack(restored, *before);
    }
    return restored;
}

/// Empty when nothing of the step stands any more.
std::optional<Edit> wayBack(const Record& record, const UndoStep& step) {
    Edit edit{.collection = record.collection(), .record = record.id(), .values = {}};
    if (makes(record, step.change)) {
        edit.remove = true;
        return edit;
    }
    for (const FieldWrite& write : step.change.writes) {
        const FieldWrite* before = valueBefore(step, write.field);
        if (before && record.stampOf(write.field) == step.change.stamp)
            edit.values.push_back({write.field, before->value});
    }
    if (edit.values.empty()) return std::nullopt;
    return edit;
}

bool touches(const Change& later, const std::vector<UndoStep>& steps) {
    return std::ranges::any_of(steps, [&](const UndoStep& step) {
        return step.change.record == later.record && step.change.collection == later.collection;
    });
}

}  // namespace

void LocalStore::keepUpTo(std::uint64_t number) {
    std::uint64_t kept = keptUpTo_;
    while (kept < number && !keptUpTo_.compare_exchange_weak(kept, number)) {}
}

Outcome LocalStore::withdraw(CollectionNo collection, const RecordId& id) {
    StoreChange told;
    Outcome outcome = guarded([&]() -> Outcome {
        // Both: a request that is being made reads the outbox.
        const std::scoped_lock lock(writing_, reading_);
        Writer& writer = *writer_;
        const std::vector<UndoStep> steps = writer.outbox.saveOf(writer.tables.read(collection, id).stamps().row());
        if (steps.empty()) return notHere();
        const std::uint64_t first = steps.front().change.number, last = steps.back().change.number;
        if (first <= keptUpTo_) return tooLate("it may be at the centre");
        const bool removes = std::ranges::any_of(
            steps, [](const UndoStep& step) { return step.change.kind == Change::Kind::remove; });
        if (removes) return tooLate("it deleted something");
        for (const Change& later : writer.outbox.unsent(last)) {
            if (touches(later, steps)) return tooLate("something was written over it since");
        }
        Own updated = writer.own;
        Transaction transaction(writer.database);
        for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
            const Record before = writer.tables.read(step->change.collection, step->change.record);
            writer.write(before, without(before, *step), told);
        }
        writer.outbox.takeOut(first, last);
        updated.lastNumber -= last + 1 - first;
        writer.commit(transaction, updated);
        return Done{};
    });
    if (outcome) {
        told.outbox = true;
        notify(told);
    }
    return outcome;
}

Result<std::vector<Edit>> LocalStore::reversal(CollectionNo collection, const RecordId& id) {
    return reading([&](Reader& reader) -> Result<std::vector<Edit>> {
        std::vector<UndoStep> steps = reader.outbox.saveOf(reader.tables.read(collection, id).stamps().row());
        if (steps.empty()) return notHere();
        std::vector<Edit> edits;
        for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
            const Collection* known = qiaomen::find(options_.collections, step->change.collection);
            if (!known || known->nature() != Nature::reg || step->change.kind == Change::Kind::remove) continue;
            const Record record = reader.tables.read(step->change.collection, step->change.record);
            if (!record.isVisible()) continue;
            if (auto edit = wayBack(record, *step)) edits.push_back(std::move(*edit));
        }
        return edits;
    });
}

}  // namespace qiaomen
