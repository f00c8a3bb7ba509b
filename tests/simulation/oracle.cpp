// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/oracle.h"

#include <algorithm>
#include <set>

#include "shared/core/json.h"
#include "shared/domain/conflict.h"
#include "shared/domain/duplicate.h"
#include "shared/domain/rescued_change.h"

namespace qiaomen::simulation {

namespace {

const FieldWrite* writeOf(const Change& change, FieldNo field) {
    for (const FieldWrite& write : change.writes) {
        if (write.field == field) return &write;
    }
    return nullptr;
}

/// Suggestions are no conflicts: nothing was lost. Nor are late changes, which are kept aside whole.
bool isAboutConflicts(const Change& note) {
    return note.collection != duplicate.number() && note.collection != rescuedChange.number();
}

bool says(const Change& change, FieldNo field, const Value& value) {
    const FieldWrite* write = writeOf(change, field);
    return write && write->value == value;
}

}  // namespace

Oracle::Oracle(const std::vector<LoggedChange>& log, const DeviceId& centre, Collections collections,
               std::function<std::string(const DeviceId&)> names)
    : log_(log), centre_(centre), collections_(collections), names_(std::move(names)) {
    for (std::size_t i = 0; i < log.size(); ++i) places_[{log[i].change.collection, log[i].change.record}].push_back(i);
}

const Field* Oracle::fieldOf(const Key& key, FieldNo field) const {
    const Collection* collection = find(collections_, key.collection);
    return collection ? collection->find(field) : nullptr;
}

std::string Oracle::nameOf(const Key& key) const {
    const Collection* collection = find(collections_, key.collection);
    return std::string(collection ? collection->name() : "?") + " " + key.record.text();
}

Oracle::Holding Oracle::holds(const Key& key, FieldNo field, std::size_t before) const {
    const Field* known = fieldOf(key, field);
    const bool once = known && known->merge == MergeClass::fixed;
    Holding holding;
    for (const std::size_t place : places_.at(key)) {
        const Change& change = log_[place].change;
        if (place >= before || change.kind != Change::Kind::write) continue;
        const FieldWrite* write = writeOf(change, field);
        if (!write) continue;
        const bool better = holding.stamp.isNone() ||
                            (once ? change.stamp < holding.stamp : holding.stamp < change.stamp);
        if (better) holding = {change.stamp, write->value};
    }
    return holding;
}

/// Whether the writer of `stamp` knew of the write `earlier`, or of one whose writer did.
bool Oracle::replaced(const Key& key, FieldNo field, Stamp stamp, const Stamp& earlier, std::size_t before) const {
    while (earlier < stamp) {
        const FieldWrite* found = nullptr;
        for (const std::size_t place : places_.at(key)) {
            const Change& change = log_[place].change;
            const bool isIt = place < before && change.stamp == stamp && change.kind == Change::Kind::write;
            if (const FieldWrite* write = isIt ? writeOf(change, field) : nullptr) found = write;
        }
        if (!found) return false;
        stamp = found->base;
    }
    return stamp == earlier;
}

std::vector<FieldNo> Oracle::writtenFields(const Key& key, std::size_t before) const {
    std::set<FieldNo> fields;
    for (const std::size_t place : places_.at(key)) {
        const Change& change = log_[place].change;
        if (place >= before || change.kind != Change::Kind::write) continue;
        for (const FieldWrite& write : change.writes) fields.insert(write.field);
    }
    return {fields.begin(), fields.end()};
}

bool Oracle::isRemoved(const Key& key, std::size_t before) const {
    return std::ranges::any_of(places_.at(key), [&](std::size_t place) {
        return place < before && log_[place].change.kind == Change::Kind::remove;
    });
}

bool Oracle::isVisible(const Key& key, std::size_t before) const {
    for (const FieldNo field : writtenFields(key, before)) {
        const Stamp standing = holds(key, field, before).stamp;
        bool seen = false;
        for (const std::size_t place : places_.at(key)) {
            const Change& change = log_[place].change;
            if (place >= before || change.kind != Change::Kind::remove) continue;
            const FieldWrite* known = writeOf(change, field);
            if (known && !(known->base < standing)) seen = true;
        }
        if (!seen) return true;
    }
    return false;
}

// --- Conflicts --------------------------------------------------------------------------------------------------------

// One plain walk over the log: an oracle that is built of clever parts would need an oracle of its own.
// NOLINTNEXTLINE(readability-function-cognitive-complexity)
std::vector<std::string> Oracle::complaintsAboutConflicts() const {
    std::vector<std::string> complaints;
    std::vector<Kept> kept;
    for (std::size_t i = 0; i < log_.size();) {
        const Change& change = log_[i].change;
        const Key key{change.collection, change.record};
        // What the centre wrote because of this change stands right behind it.
        std::vector<const Change*> notes;
        std::size_t next = i + 1;
        for (; next < log_.size() && log_[next].change.stamp.device == centre_; ++next) {
            if (isAboutConflicts(log_[next].change)) notes.push_back(&log_[next].change);
        }
        const auto take = [&](const auto& fits) -> const Change* {
            const auto found = std::ranges::find_if(notes, fits);
            if (found == notes.end()) return nullptr;
            const Change* note = *found;
            notes.erase(found);
            return note;
        };
        const std::string about = "change " + std::to_string(change.number) + " of " +
                                  change.stamp.device.text().substr(34) + " to " + nameOf(key) + ": ";
        if (change.stamp.device == centre_) {
            if (isAboutConflicts(change)) complaints.push_back(about + "the centre spoke first");
            i = next;
            continue;
        }

        // Somebody gave it back before its writer came: its conflicts are there already.
        const bool wasGivenBack = std::ranges::any_of(places_.at(key), [&](std::size_t place) {
            return place < i && log_[place].change.number == 0 && log_[place].change.stamp == change.stamp;
        });

        // Of two who decide the same, the later one is right.
        const bool isRegister = change.collection != conflict.number() && change.collection != rescuedChange.number();
        if (change.kind == Change::Kind::write && isRegister) {
            for (const FieldWrite& write : change.writes) {
                const Field* field = fieldOf(key, write.field);
                const Holding met = holds(key, write.field, i);
                const bool silent = field && field->conflict == ConflictPolicy::silent;
                if (met.stamp.isNone() || met.stamp == write.base || met.value == write.value || silent) continue;
                const bool once = field && field->merge == MergeClass::fixed;
                const bool wins = once ? change.stamp < met.stamp : met.stamp < change.stamp;
                // Given back: what it wins against was there before, and who replaced it may have known of it.
                if (change.number == 0 &&
                    (met.stamp < change.stamp || replaced(key, write.field, met.stamp, change.stamp, i)))
                    continue;
                const Holding incoming{change.stamp, write.value};
                const Holding& winner = wins ? incoming : met;
                const Holding& loser = wins ? met : incoming;
                const Value winnerText = toJson(winner.value);
                const Value loserText = toJson(loser.value);

                Kept* corrected = nullptr;
                if (!wins && write.base.device == change.stamp.device) {
                    for (Kept& one : kept) {
                        const bool fits = one.key == key && one.field == write.field && one.winner == winner.stamp &&
                                          one.loser == write.base;
                        if (fits && holds({conflict.number(), one.id}, conflict.state, i).value == Value("open"))
                            corrected = &one;
                    }
                }
                if (corrected) {
                    const Change* note = take([&](const Change* one) {
                        return one->record == corrected->id &&
                               (says(*one, conflict.loser, loserText) || corrected->loserValue == loserText);
                    });
                    if (!note && wasGivenBack) continue;
                    if (!note && corrected->loserValue != loserText) {
                        complaints.push_back(about + "a corrected losing value " + print(loser.value) +
                                             " is not in its conflict record");
                    }
                    corrected->loser = loser.stamp;
                    corrected->loserValue = loserText;
                    continue;
                }
                const Change* note = take([&](const Change* one) {
                    return one->collection == conflict.number() && says(*one, conflict.ofRecord, key.record) &&
                           says(*one, conflict.ofField, static_cast<int>(write.field)) &&
                           says(*one, conflict.winner, winnerText) && says(*one, conflict.loser, loserText) &&
                           says(*one, conflict.grade, "clash") && says(*one, conflict.state, "open");
                });
                if (!note && wasGivenBack) continue;
                if (!note) {
                    complaints.push_back(about + print(loser.value) + " lost against " + print(winner.value) +
                                         " without a conflict record");
                    continue;
                }
                kept.push_back({i, note->record, key, write.field, winner.stamp, loser.stamp, loserText});
            }
        }
        if (isRegister) {
            const bool after = isVisible(key, i + 1);
            const bool broughtBack = change.kind == Change::Kind::write && isRemoved(key, i) && !isVisible(key, i) &&
                                     after && !change.restores;
            const bool inVain = change.kind == Change::Kind::remove && after;
            if (change.number == 0) {
                for (const Change* note : notes)
                    complaints.push_back(about + "a conflict out of nowhere: " + print(*note, collections_));
                i = next;
                continue;
            }
            const Change* note = take([&](const Change* one) {
                return one->collection == conflict.number() && says(*one, conflict.ofRecord, key.record) &&
                       says(*one, conflict.grade, "removal");
            });
            if (note && !broughtBack && !inVain)
                complaints.push_back(about + "a removal conflict, though no removal was lost");
            // A second removal that saw no more than one before it, and lost as that one did, is the same conflict.
            if (!note && !wasGivenBack && (broughtBack || (inVain && !isRemoved(key, i))))
                complaints.push_back(about + "a removal lost without a conflict record");
        }
        for (const std::string& complaint : takeParallels(i, next, notes)) complaints.push_back(about + complaint);
        for (const Change* note : notes) {
            complaints.push_back(about + "the centre wrote a conflict out of nowhere: " + print(*note, collections_));
        }
        i = next;
    }
    return complaints;
}

// --- Records ----------------------------------------------------------------------------------------------------------

std::vector<std::string> Oracle::complaintsAboutRecords(const std::vector<Record>& records) const {
    std::vector<std::string> complaints;
    std::set<Key> met;
    for (const Record& record : records) {
        const Key key{record.collection(), record.id()};
        met.insert(key);
        if (!places_.contains(key)) {
            complaints.push_back(nameOf(key) + " was written by nobody");
            continue;
        }
        const std::size_t end = log_.size();
        std::size_t standing = 0;
        for (const FieldNo field : writtenFields(key, end)) {
            const Holding wanted = holds(key, field, end);
            if (!wanted.value.isNothing()) ++standing;
            if (record.get(field) != wanted.value || record.stampOf(field) != wanted.stamp) {
                complaints.push_back(nameOf(key) + " #" + std::to_string(static_cast<int>(field)) + " is " +
                                     print(record.get(field)) + " of " + print(record.stampOf(field)) +
                                     ", and must be " + print(wanted.value) + " of " + print(wanted.stamp));
            }
        }
        if (record.fields().size() != standing) complaints.push_back(nameOf(key) + " has fields that nobody wrote");
        if (record.isVisible() != isVisible(key, end)) {
            complaints.push_back(nameOf(key) +
                                 (record.isVisible() ? " is there, and must be gone" : " is gone, and must be there"));
        }
    }
    for (const auto& [key, places] : places_) {
        if (!met.contains(key)) complaints.push_back(nameOf(key) + " is missing");
    }
    return complaints;
}

}  // namespace qiaomen::simulation
