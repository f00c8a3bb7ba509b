// SPDX-License-Identifier: Apache-2.0
#include "syncserver/conflict_records.h"

#include <algorithm>

#include "shared/core/json.h"
#include "shared/domain/conflict.h"
#include "shared/domain/rescued_change.h"

namespace qiaomen {

namespace {

std::string stampText(const Stamp& stamp) {
    return std::to_string(static_cast<std::uint64_t>(stamp.time)) + "/" + stamp.device.text();
}

RecordId clashId(const RecordId& record, FieldNo field, const Stamp& winner, const Stamp& loser) {
    return conflictId(record, "conflict " + std::to_string(static_cast<int>(field)), winner, loser);
}

std::vector<FieldValue> sidesOf(const Stamp& winner, const std::string& winnerName, const Stamp& loser,
                                const std::string& loserName) {
    return {{conflict.winnerBy, winnerName},
            {conflict.winnerAt, unixMs(winner.time)},
            {conflict.winnerDevice, winner.device.text()},
            {conflict.loserBy, loserName},
            {conflict.loserAt, unixMs(loser.time)},
            {conflict.loserDevice, loser.device.text()}};
}

/// The write that brought a removed record back, or kept it: the latest that the remover had not seen.
FieldValue latestUnseen(const Record& record, const Removal& removal) {
    FieldValue latest;
    Stamp latestStamp;
    for (const FieldValue& field : record.fields()) {
        const Stamp stamp = record.stampOf(field.field);
        const bool seen = std::ranges::any_of(
            removal.seen, [&](const Stamps::Own& own) { return own.field == field.field && own.stamp >= stamp; });
        if (!seen && stamp > latestStamp) {
            latest = field;
            latestStamp = stamp;
        }
    }
    return latest;
}

}  // namespace

RecordId conflictId(const RecordId& record, std::string_view what, const Stamp& one, const Stamp& other) {
    RecordId id = RecordId::named(record.bytes, std::string(what) + " " + stampText(one) + " " + stampText(other));
    const LogicalTime time = std::max(one.time, other.time);
    for (std::size_t i = 0; i < 6; ++i) id.bytes[i] = static_cast<std::uint8_t>(unixMs(time) >> (40 - 8 * i));
    id.bytes[6] = static_cast<std::uint8_t>(0x80 | (counter(time) >> 8 & 0x0f));  // version 8
    id.bytes[7] = static_cast<std::uint8_t>(counter(time));
    return id;
}

std::vector<ConflictNote> ConflictWriter::notesOn(const Change& change, const Record& merged,
                                                  const MergeResult& result) {
    std::vector<ConflictNote> notes;
    if (change.collection == conflict.number() || change.collection == rescuedChange.number())
        return notes;  // two ways to resolve the same: the later one, and no more
    for (const Clash& clash : result.clashes) notes.push_back(noteOn(change, clash));
    if (result.removalLost) notes.push_back(noteOnRemoval(change, merged));
    return notes;
}

ConflictNote ConflictWriter::noteOn(const Change& change, const Clash& clash) {
    if (const auto open = openConflictOf(change, clash)) {
        remember(*open, change.record, clash);
        return {*open,
                {{conflict.loser, toJson(clash.loser.value)}, {conflict.loserAt, unixMs(clash.loserStamp.time)}},
                true};
    }
    ConflictNote note{clashId(change.record, clash.field, clash.winnerStamp, clash.loserStamp), {}, false};
    remember(note.id, change.record, clash);
    note.values = sidesOf(clash.winnerStamp, nameOf(clash.winnerStamp.device), clash.loserStamp,
                          nameOf(clash.loserStamp.device));
    note.values.push_back({conflict.grade, "clash"});
    note.values.push_back({conflict.ofCollection, static_cast<int>(change.collection)});
    note.values.push_back({conflict.ofRecord, change.record});
    note.values.push_back({conflict.ofField, static_cast<int>(clash.field)});
    note.values.push_back({conflict.before, toJson(valueAt(clash.base, change.record, clash.field))});
    note.values.push_back({conflict.winner, toJson(clash.winner.value)});
    note.values.push_back({conflict.loser, toJson(clash.loser.value)});
    note.values.push_back({conflict.state, "open"});
    return note;
}

/// CONFLICT: one removed the record while another wrote it; the write won.
///
/// RESOLUTION: the removal is kept as the "other value" (nothing), beside the write that kept the record.
ConflictNote ConflictWriter::noteOnRemoval(const Change& change, const Record& merged) {
    const Removal& removal = *merged.removal();
    const FieldValue kept = latestUnseen(merged, removal);
    const Stamp winner = merged.stampOf(kept.field);
    const Stamp loser = change.kind == Change::Kind::remove ? change.stamp : removal.by;
    ConflictNote note{clashId(change.record, FieldNo{0}, winner, loser), {}, false};
    note.values = sidesOf(winner, nameOf(winner.device), loser, nameOf(loser.device));
    note.values.push_back({conflict.grade, "removal"});
    note.values.push_back({conflict.ofCollection, static_cast<int>(change.collection)});
    note.values.push_back({conflict.ofRecord, change.record});
    note.values.push_back({conflict.ofField, static_cast<int>(kept.field)});
    note.values.push_back({conflict.winner, toJson(kept.value)});
    note.values.push_back({conflict.loser, toJson(Value())});
    note.values.push_back({conflict.state, "open"});
    return note;
}

void ConflictWriter::remember(const RecordId& id, const RecordId& record, const Clash& clash) {
    told_.insert_or_assign({record, clash.field, clash.winnerStamp, clash.loserStamp}, id);
}

std::optional<RecordId> ConflictWriter::openConflictOf(const Change& change, const Clash& clash) {
    const bool ownCorrection = clash.loserStamp == change.stamp && clash.base.device == change.stamp.device;
    if (!ownCorrection) return std::nullopt;
    const auto told = told_.find({change.record, clash.field, clash.winnerStamp, clash.base});
    if (told != told_.end()) return told->second;
    const std::string winnerDevice = clash.winnerStamp.device.text();
    const std::string loserDevice = clash.loserStamp.device.text();
    for (const Record& record : view_.find(conflict, conflict.ofRecord, change.record)) {
        if (record.text(conflict.state) == "open" && record.integer(conflict.ofField) == static_cast<int>(clash.field) &&
            record.integer(conflict.winnerAt) == unixMs(clash.winnerStamp.time) &&
            record.text(conflict.winnerDevice) == winnerDevice && record.text(conflict.loserDevice) == loserDevice &&
            record.integer(conflict.loserAt) == unixMs(clash.base.time) && isAbout(record.id(), change, clash)) {
            return record.id();
        }
    }
    return std::nullopt;
}

/// Whether the conflict is about exactly this winner and this writer's earlier losing value, and not about other writes of the
/// same millisecond: its id names the winner and the first of the values that lost.
bool ConflictWriter::isAbout(const RecordId& conflictRecord, const Change& change, const Clash& clash) {
    for (Stamp lost = clash.base; lost.device == change.stamp.device;) {
        if (clashId(change.record, clash.field, clash.winnerStamp, lost) == conflictRecord) return true;
        const auto logged = view_.logged(lost);
        if (!logged || logged->change.record != change.record) return false;
        const auto write = std::ranges::find(logged->change.writes, clash.field, &FieldWrite::field);
        if (write == logged->change.writes.end()) return false;
        lost = write->base;
    }
    return false;
}

Value ConflictWriter::valueAt(const Stamp& stamp, const RecordId& record, FieldNo field) {
    if (stamp.isNone()) return {};
    const auto logged = view_.logged(stamp);
    if (!logged || logged->change.record != record) return {};
    const auto write = std::ranges::find(logged->change.writes, field, &FieldWrite::field);
    return write != logged->change.writes.end() ? write->value : Value();
}

std::string ConflictWriter::nameOf(const DeviceId& device) const {
    std::string name = names_(device);
    return name.empty() ? device.text() : name;
}

}  // namespace qiaomen
