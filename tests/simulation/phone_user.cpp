// SPDX-License-Identifier: Apache-2.0
//
// What a phone's user does.
#include <algorithm>

#include "shared/client/rescued.h"
#include "tests/simulation/world.h"

namespace qiaomen::simulation {

namespace {

constexpr std::int64_t kLongAgo = 1'767'225'600'000;  // 2026-01-01

/// What a form would have asked for: the same on every phone.
Value requiredValue(const Field& field, std::string_view record) {
    switch (field.type) {
        case FieldType::reference: return recordNamed(std::string(field.target) + "-of-" + std::string(record));
        case FieldType::choice: return field.choices.front().code;
        case FieldType::integer:
        case FieldType::instant: return kLongAgo;
        case FieldType::date: return "2026-01-01";
        default: return "?";
    }
}

}  // namespace

void Phone::edits(std::string_view record, std::string_view field, Value value) {
    edits(record, {{field, std::move(value)}});
}

void Phone::edits(std::string_view record, const std::vector<std::pair<std::string_view, Value>>& values) {
    if (!holds(gridOf(record))) return;
    const Collection* known = collectionNamed(record, origin_.job.app);
    if (!known) return;  // its app shows no such thing
    const Collection& collection = *known;
    Edit edit{.collection = collection.number(), .record = recordNamed(record)};
    for (const auto& [name, value] : values) {
        if (const Field* field = collection.find(name)) edit.values.push_back({field->no(), value});
    }
    if (edit.values.empty()) return;
    const GridId grid = gridNamed(gridOf(record));
    auto before = storeOf(grid).read(edit.collection, edit.record);
    if (before && before->isNew()) {
        for (const Field& field : collection.fields()) {
            const bool given = std::ranges::any_of(edit.values,
                                                   [&](const FieldValue& one) { return one.field == field.no(); });
            if (field.required && !given) edit.values.push_back({field.no(), requiredValue(field, record)});
        }
    }
    save(grid, {edit});
}

void Phone::removes(std::string_view record) {
    const Collection* collection = collectionNamed(record, origin_.job.app);
    if (!holds(gridOf(record)) || !collection) return;
    save(gridNamed(gridOf(record)),
         {Edit{.collection = collection->number(), .record = recordNamed(record), .values = {}, .remove = true}});
}

void Phone::resolves(std::string_view record, std::string_view decision) {
    if (!holds(gridOf(record))) return;
    auto conflicts = store(gridOf(record)).find(conflict, conflict.ofRecord, recordNamed(record));
    if (!conflicts) return;
    for (const Record& one : *conflicts) {
        if (one.text(conflict.state) != "open") continue;
        return save(gridNamed(gridOf(record)),
                    {Edit{.collection = conflict.number(),
                          .record = one.id(),
                          .values = {{conflict.state, decision}, {conflict.resolvedBy, std::string_view(name())}}}});
    }
}

void Phone::rescues(std::string_view grid) {
    if (!holds(grid)) return;
    auto queue = store(grid).rescueQueue();
    if (!queue || queue->empty()) return;
    const Change& change = queue->front().change;
    // The latest save that said so: an earlier one may have got through.
    auto& held = replicas_[gridNamed(grid)].held;
    const auto dealtWith = std::find_if(held.rbegin(), held.rend(), [&](Notebook::SaveNo save) {
        return world_.notebook(gridNamed(grid)).contentOf(save) == Notebook::content(change);
    });
    if (dealtWith != held.rend()) held.erase(std::next(dealtWith).base());
    Edit edit{.collection = change.collection,
              .record = change.record,
              .values = {},
              .remove = change.kind == Change::Kind::remove};
    if (!edit.remove) {
        for (const FieldWrite& write : change.writes) edit.values.push_back({write.field, write.value});
    }
    save(gridNamed(grid), {edit});
    if (!holds(grid)) return;
    if (auto closed = store(grid).closeRefused(change.number); !closed && !world_.disks().wentWrong(name()))
        world_.complain(name() + " cannot close a refused change: " + closed.error().message);
}

void Phone::takesIn(std::string_view grid) { decides(grid, true); }
void Phone::putsAside(std::string_view grid) { decides(grid, false); }

void Phone::decides(std::string_view grid, bool takesItIn) {
    if (!holds(grid)) return;
    const auto open = store(grid).find(rescuedChange, rescuedChange.state, "open");
    if (!open || open->empty()) return;
    const Record& first = *std::ranges::min_element(*open, {}, &Record::id);
    auto edits = takesItIn ? takingIn(first, name(), collectionsOf(origin_.job.app)) : puttingAside(first, name());
    // A draft is words, and what a newer program wrote cannot be shown here: both can only be put aside.
    if (edits) save(gridNamed(grid), *edits);
}

void Phone::types(std::string_view record, std::string_view text) {
    if (!holds(gridOf(record))) return;
    if (auto kept = store(gridOf(record)).keepDraft(record, text); !kept && !world_.disks().wentWrong(name()))
        world_.complain(name() + " cannot keep a draft: " + kept.error().message);
    faceTheDisk();
}

void Phone::save(const GridId& grid, const std::vector<Edit>& edits) {
    std::vector<Record> before;
    for (const Edit& edit : edits) {
        auto record = storeOf(grid).read(edit.collection, edit.record);
        if (!record) return world_.complain(name() + " cannot read: " + record.error().message);
        before.push_back(std::move(*record));
    }
    auto saved = storeOf(grid).save(edits);
    if (!saved) {
        world_.tell(name() + " cannot save: " + saved.error().message);
        const bool expected = saved.error().fault == Fault::invalid || saved.error().fault == Fault::missing;
        if (world_.disks().wentWrong(name())) return faceTheDisk();
        if (!expected) world_.complain(name() + " cannot save: " + saved.error().message);
        return;
    }
    world_.tell(name() + " saves " + std::to_string(saved->firstNumber) + "-" + std::to_string(saved->lastNumber));
    if (saved->count() == 0) return;
    Replica& replica = replicas_[grid];
    replica.lastNumber = saved->lastNumber;
    auto entries = storeOf(grid).outbox(saved->count());
    if (!entries || entries->size() != saved->count())
        return world_.complain(name() + " saved, and it is not in the outbox");
    Notebook& notebook = world_.notebook(grid);
    for (const OutboxEntry& entry : *entries) {
        const Change& change = entry.change;
        const auto edit = std::ranges::find(edits, change.record, &Edit::record);
        if (edit->shown) {  // what somebody else saw, who is not here
            replica.held.insert(notebook.appeared(change));
            continue;
        }
        const auto at = std::ranges::find_if(before, [&](const Record& one) { return one.id() == change.record; });
        std::vector<Value> shown;
        for (const FieldWrite& write : change.writes) shown.push_back(at->get(write.field));
        replica.held.insert(notebook.saved(change, shown));
    }
    faceTheDisk();
}

}  // namespace qiaomen::simulation
