// SPDX-License-Identifier: Apache-2.0
#include "syncserver/change_rules.h"

#include <algorithm>

#include "shared/core/record.h"
#include "shared/domain/conflict.h"
#include "shared/domain/duplicate.h"
#include "shared/domain/rescued_change.h"
#include "syncserver/limits.h"

namespace qiaomen {

namespace {

using Reason = std::optional<std::string>;

bool isBlank(const Value& value) {
    return value.isNothing() || (value.kind() == Value::Kind::text && value.text().empty());
}

std::string about(const Collection& collection, FieldNo number, const std::string& wrong) {
    const Field* field = collection.find(number);
    return std::string(collection.name()) + "." + (field ? std::string(field->name) : "") + " " + wrong;
}

Reason wrongStamp(const Change& change, const Bringer& bringer) {
    const Stamp& stamp = change.stamp;
    if (stamp.isNone()) return "the change has no stamp";
    if (bringer.givesBack) return std::nullopt;
    if (stamp.device != bringer.device) return "the change carries the stamp of another device";
    if (stamp.time <= bringer.lastTime) return "the change's stamp is not later than that of the change before";
    return std::nullopt;
}

/// What a device that leaves a grid puts into others' hands: its drafts, and what had been refused. Only the centre says that
/// something is late.
bool isHandedIn(const Change& change, const Record& record) {
    if (change.kind != Change::Kind::write || !record.isNew()) return false;
    const auto says = [&](FieldNo field, std::string_view text) {
        return std::ranges::any_of(change.writes, [&](const FieldWrite& write) {
            return write.field == field && write.value == Value(std::string(text));
        });
    };
    return says(rescuedChange.state, "open") &&
           (says(rescuedChange.why, "draft") || says(rescuedChange.why, "refused"));
}

/// The two fields of such a record that people write: what was decided, and by whom.
std::pair<FieldNo, FieldNo> whatIsDecided(const Collection& collection) {
    if (collection.number() == conflict.number()) return {conflict.state, conflict.resolvedBy};
    if (collection.number() == duplicate.number()) return {duplicate.state, duplicate.decidedBy};
    return {rescuedChange.state, rescuedChange.resolvedBy};
}

/// Of a record that the centre decides, a device may say how it was resolved, and nothing else.
Reason notOursToDecide(const Change& change, const Collection& collection, const Record& record) {
    if (collection.number() == rescuedChange.number() && isHandedIn(change, record)) return std::nullopt;
    const auto [state, by] = whatIsDecided(collection);
    const bool onlyDecides = change.kind == Change::Kind::write &&
                             std::ranges::all_of(change.writes, [&](const FieldWrite& write) {
                                 return write.field == state || write.field == by;
                             });
    if (!onlyDecides)
        return std::string(collection.name()) + " records are made by the centre: only state and " +
               std::string(collection.find(by)->name) + " can be set";
    if (record.isNew()) return "there is no such " + std::string(collection.name());
    return std::nullopt;
}

Reason factWrittenAgain(const Change& change, const Collection& collection, const Record& record) {
    if (change.kind == Change::Kind::remove)
        return "a " + std::string(collection.name()) + " is a fact and cannot be removed";
    // The same once more is no harm: two copies of a phone bring it, each with a stamp of its own.
    const auto isThere = [&](const FieldWrite& write) { return record.get(write.field) == write.value; };
    if (record.isNew() || std::ranges::all_of(change.writes, isThere)) return std::nullopt;
    return "a " + std::string(collection.name()) + " is written once: correct it with a new one";
}

Reason wrongValue(const Change& change, const Collection& collection, const Record& record, const Bringer& bringer) {
    for (const FieldWrite& write : change.writes) {
        const Field* field = collection.find(write.field);
        if (!field) continue;
        if (const auto wrong = check(*field, write.value)) return about(collection, write.field, "is " + *wrong);
        if (field->required && isBlank(write.value)) return about(collection, write.field, "is missing");
    }
    // A base says that the writer had the record before him: the centre has forgotten it (an old backup was put back), and whoever
    // made it will bring it again.
    const bool makesIt = record.isNew() && !bringer.givesBack &&
                         std::ranges::all_of(change.writes, [](const FieldWrite& write) { return write.base.isNone(); });
    if (!makesIt) return std::nullopt;
    for (const Field& field : collection.fields()) {
        const auto writesIt = [&](const FieldWrite& write) { return write.field == field.no(); };
        if (field.required && std::ranges::none_of(change.writes, writesIt))
            return about(collection, field.no(), "is missing");
    }
    return std::nullopt;
}

Reason tooLarge(const Change& change) {
    for (const FieldWrite& write : change.writes) {
        if (write.value.kind() == Value::Kind::text && write.value.text().size() > limits::kMaxUnknownText) {
            return "field #" + std::to_string(static_cast<int>(write.field)) + " is longer than " +
                   std::to_string(limits::kMaxUnknownText) + " bytes";
        }
    }
    return std::nullopt;
}

}  // namespace

bool isAhead(const Stamp& stamp, std::int64_t nowMs, LogicalTime latest) {
    return unixMs(stamp.time) > std::max(nowMs + limits::kMaxClockAhead.count(), unixMs(latest));
}

std::optional<std::string> reasonToRefuse(const Change& change, const Collection* collection, const Record& record,
                                          const Bringer& bringer) {
    if (auto reason = wrongStamp(change, bringer)) return reason;
    if (change.record.isNone()) return "the change names no record";
    if (change.kind == Change::Kind::write && change.writes.empty()) return "the change says nothing";
    if (auto reason = tooLarge(change)) return reason;
    if (!collection) return std::nullopt;
    if (collection->nature() == Nature::derived) {
        if (auto reason = notOursToDecide(change, *collection, record)) return reason;
    }
    if (collection->nature() == Nature::fact) {
        if (auto reason = factWrittenAgain(change, *collection, record)) return reason;
    }
    if (change.kind == Change::Kind::remove) return std::nullopt;
    return wrongValue(change, *collection, record, bringer);
}

}  // namespace qiaomen
