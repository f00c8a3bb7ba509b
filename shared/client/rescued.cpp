// SPDX-License-Identifier: Apache-2.0
#include "shared/client/rescued.h"

#include "shared/domain/rescued_change.h"

namespace qiaomen {

namespace {

Edit decided(const Record& rescued, std::string_view state, const std::string& decidedBy) {
    return {rescuedChange.number(),
            rescued.id(),
            {{rescuedChange.state, std::string(state)}, {rescuedChange.resolvedBy, decidedBy}}};
}

/// The record as the author saw it, as far as the change tells: which write stood in each field.
Record shownTo(const Change& change) {
    Record shown(change.collection, change.record);
    for (const FieldWrite& write : change.writes) {
        if (!write.base.isNone()) shown.put(write.field, Value(1), write.base);
    }
    return shown;
}

}  // namespace

Result<std::vector<Edit>> takingIn(const Record& rescued, const std::string& decidedBy, Collections collections) {
    const auto change = changeIn(rescued, collections);
    if (!change) return change.error();
    if (change->collection == rescuedChange.number())
        return Error{Fault::invalid, "this decides about another rescued record: decide about that one"};
    Edit edit{change->collection, change->record, {}, change->kind == Change::Kind::remove};
    // Who brings a record back on purpose has seen that it was deleted: so does whoever takes this in.
    if (!change->restores) edit.shown = shownTo(*change);
    if (!edit.remove) {
        for (const FieldWrite& write : change->writes) edit.values.push_back({write.field, write.value});
    }
    return std::vector<Edit>{std::move(edit), decided(rescued, "taken_in", decidedBy)};
}

std::vector<Edit> puttingAside(const Record& rescued, const std::string& decidedBy) {
    return {decided(rescued, "put_aside", decidedBy)};
}

}  // namespace qiaomen
