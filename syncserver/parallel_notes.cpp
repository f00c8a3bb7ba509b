// SPDX-License-Identifier: Apache-2.0
#include "syncserver/parallel_notes.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "shared/domain/conflict.h"

namespace qiaomen {

namespace {

using Fields = std::set<int>;

/// What the change says besides fields whose latest value is simply right.
Fields fieldsOf(const Change& change, const Collection& collection) {
    Fields fields;
    for (const FieldWrite& write : change.writes) {
        const Field* known = collection.find(write.field);
        if (!known || known->conflict != ConflictPolicy::silent) fields.insert(static_cast<int>(write.field));
    }
    return fields;
}

Fields fieldsIn(const std::string& text) {
    Fields fields;
    std::istringstream numbers(text);
    for (int number = 0; numbers >> number;) fields.insert(number);
    return fields;
}

std::string textOf(const Fields& fields) {
    std::string text;
    for (const int field : fields) text += (text.empty() ? "" : " ") + std::to_string(field);
    return text;
}

/// Where one of the two stands in a note.
struct Side {
    FieldNo at, fields;
};

Side sideOf(const Record& note, const DeviceId& device) {
    if (note.text(conflict.winnerDevice) == device.text()) return {conflict.winnerAt, conflict.winnerFields};
    return {conflict.loserAt, conflict.loserFields};
}

bool isOpenBetween(const Record& note, const DeviceId& one, const DeviceId& other) {
    const std::string& winner = note.text(conflict.winnerDevice);
    const std::string& loser = note.text(conflict.loserDevice);
    const bool areTheTwo = (winner == one.text() && loser == other.text()) ||
                           (winner == other.text() && loser == one.text());
    return areTheTwo && note.text(conflict.grade) == "parallel" && note.text(conflict.state) == "open";
}

}  // namespace

std::vector<ConflictNote> ParallelNotes::notesOn(const Change& change, const Record& merged, const MergeResult& result,
                                                 const Collection* collection) {
    const std::vector<Beside> all = standingBeside(merged, change, result, collection);
    if (all.empty()) return {};
    const Fields mine = fieldsOf(change, *collection);
    std::map<DeviceId, Others> unknown;
    for (const Beside& beside : all) {
        const auto fields = unknownFields(change, beside, mine);
        if (!fields) continue;
        Others& others = unknown.try_emplace(beside.stamp.device, beside.stamp, beside.stamp).first->second;
        others.first = std::min(others.first, beside.stamp);
        others.latest = std::max(others.latest, beside.stamp);
        others.fields.insert(fields->begin(), fields->end());
    }
    std::vector<ConflictNote> notes;
    notes.reserve(unknown.size());
    for (const auto& [device, others] : unknown) notes.push_back(noteOn(change, mine, others));
    return notes;
}

/// What stands of a write that the change's writer did not know of. Nothing when he knew, or when both changed the same fields.
std::optional<std::set<int>> ParallelNotes::unknownFields(const Change& change, const Beside& beside,
                                                          const Fields& mine) {
    if (!mayBeUnknown(change, beside.stamp) || !areTwoPeople(change.stamp.device, beside.stamp.device))
        return std::nullopt;
    const auto other = view_.logged(beside.stamp);
    if (!other || other->change.record != change.record || !wasUnknown(change, *other)) return std::nullopt;
    const auto isMineAlone = [&](int field) {
        return std::ranges::find(other->change.writes, static_cast<FieldNo>(field), &FieldWrite::field) ==
               other->change.writes.end();
    };
    if (std::ranges::none_of(mine, isMineAlone)) return std::nullopt;
    Fields theirs;
    for (const FieldNo field : beside.fields) theirs.insert(static_cast<int>(field));
    return theirs;
}

/// Asked before the log is: mostly everybody has read everything.
bool ParallelNotes::mayBeUnknown(const Change& change, const Stamp& stamp) const {
    return stamp > change.stamp || (read_ && *read_ < end_);
}

/// What was given back (number 0) was known to whoever had it before the centre forgot it.
bool ParallelNotes::wasUnknown(const Change& change, const LoggedChange& other) {
    if (other.change.number == 0) return false;
    const bool unread = (read_ && other.seq > *read_) || other.change.stamp > change.stamp;
    if (!unread) return false;
    return std::ranges::none_of(change.writes, [&](const FieldWrite& write) {
        if (write.base.isNone() || write.base.device == change.stamp.device) return false;
        const auto base = view_.logged(write.base);
        return base && base->seq >= other.seq;
    });
}

bool ParallelNotes::areTwoPeople(const DeviceId& one, const DeviceId& other) const {
    const std::string name = names_(one), otherName = names_(other);
    return !name.empty() && !otherName.empty() && name != otherName;
}

/// A new note, or what is to be added to the one that the two have open.
ConflictNote ParallelNotes::noteOn(const Change& change, const Fields& mine, const Others& others) const {
    const DeviceId& other = others.first.device;
    for (const Record& open : notesAbout_(change.record)) {
        if (!isOpenBetween(open, change.stamp.device, other)) continue;
        ConflictNote more{open.id(), {}, true};
        const auto add = [&](const Stamp& stamp, Fields fields) {
            const Side side = sideOf(open, stamp.device);
            fields.merge(fieldsIn(open.text(side.fields)));
            if (textOf(fields) == open.text(side.fields)) return;
            more.values.push_back({side.fields, textOf(fields)});
            more.values.push_back({side.at, std::max(open.integer(side.at), unixMs(stamp.time))});
        };
        add(change.stamp, mine);
        add(others.latest, others.fields);
        return more;
    }
    ConflictNote note{conflictId(change.record, "parallel", others.first, change.stamp), {}, false};
    note.values = {{conflict.grade, "parallel"},
                   {conflict.ofCollection, static_cast<int>(change.collection)},
                   {conflict.ofRecord, change.record},
                   {conflict.winnerBy, names_(change.stamp.device)},
                   {conflict.winnerAt, unixMs(change.stamp.time)},
                   {conflict.winnerDevice, change.stamp.device.text()},
                   {conflict.winnerFields, textOf(mine)},
                   {conflict.loserBy, names_(other)},
                   {conflict.loserAt, unixMs(others.latest.time)},
                   {conflict.loserDevice, other.text()},
                   {conflict.loserFields, textOf(others.fields)},
                   {conflict.state, "open"}};
    return note;
}

}  // namespace qiaomen
