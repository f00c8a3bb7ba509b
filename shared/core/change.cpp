// SPDX-License-Identifier: Apache-2.0
#include "shared/core/change.h"

#include <algorithm>

namespace qiaomen {

LogicalTime savedTimeOf(const Change& change) {
    return change.savedTime == LogicalTime::none ? change.stamp.time : change.savedTime;
}

/// Bases do not count: who stamps anew what he wrote first gives what he wrote over it another base.
bool isSameSave(const Change& one, const Change& other) {
    const auto saysSame = [](const FieldWrite& a, const FieldWrite& b) {
        return a.field == b.field && a.value == b.value;
    };
    return one.stamp.device == other.stamp.device && one.number == other.number &&
           savedTimeOf(one) == savedTimeOf(other) && one.kind == other.kind && one.collection == other.collection &&
           one.record == other.record && one.restores == other.restores &&
           std::ranges::equal(one.writes, other.writes, saysSame);
}

Change changeOf(const Record& record, std::span<const FieldValue> values) { return changeOf(record, values, record); }

Change changeOf(const Record& record, std::span<const FieldValue> values, const Record& shown) {
    const auto isRemoved = [](const Record& state) { return !state.isNew() && !state.isVisible(); };
    Change change{.collection = record.collection(), .record = record.id(), .restores = isRemoved(shown)};
    for (const auto& [field, value] : values) {
        if (record.get(field) == value && !isRemoved(record)) continue;
        change.writes.push_back({field, value, shown.stampOf(field)});
    }
    return change;
}

Change removalOf(const Record& record) {
    Change change{.kind = Change::Kind::remove, .collection = record.collection(), .record = record.id()};
    for (const auto& [field, value] : record.fields()) change.writes.push_back({field, {}, record.stampOf(field)});
    for (const auto& [field, stamp] : record.stamps().own()) {
        if (record.get(field).isNothing()) change.writes.push_back({field, {}, stamp});
    }
    return change;
}

std::string print(const Change& change, Collections collections) {
    const Collection* collection = find(collections, change.collection);
    std::string text = change.kind == Change::Kind::remove ? "remove " : "write ";
    text += collection ? std::string(collection->name())
                       : "collection#" + std::to_string(static_cast<int>(change.collection));
    text += ' ' + change.record.text();
    if (change.kind == Change::Kind::remove) return text;
    const char* separator = " {";
    for (const FieldWrite& write : change.writes) {
        const Field* field = collection ? collection->find(write.field) : nullptr;
        text += separator + (field ? std::string(field->name) : '#' + std::to_string(static_cast<int>(write.field)));
        text += '=' + print(write.value);
        separator = ", ";
    }
    return text + '}';
}

}  // namespace qiaomen
