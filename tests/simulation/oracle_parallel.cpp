// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <sstream>

#include "shared/domain/conflict.h"
#include "tests/simulation/oracle.h"

namespace qiaomen::simulation {

namespace {

const FieldWrite* writeOf(const Change& change, FieldNo field) {
    const auto found = std::ranges::find(change.writes, field, &FieldWrite::field);
    return found != change.writes.end() ? &*found : nullptr;
}

bool areNamed(const std::string& numbers, const std::vector<FieldNo>& fields) {
    std::istringstream text(numbers);
    std::set<int> named;
    for (int number = 0; text >> number;) named.insert(number);
    return std::ranges::all_of(fields, [&](FieldNo field) { return named.contains(static_cast<int>(field)); });
}

}  // namespace

bool Oracle::isSilent(const Key& key, FieldNo field) const {
    const Field* known = fieldOf(key, field);
    return known && known->conflict == ConflictPolicy::silent;
}

/// Whether the writer of change `i` proves, by what his change replaces, that he had read the log up to `earlier`.
bool Oracle::buildsOn(std::size_t i, std::size_t earlier) const {
    const Change& change = log_[i].change;
    for (const FieldWrite& write : change.writes) {
        if (write.base.isNone() || write.base.device == change.stamp.device) continue;
        for (std::size_t place = earlier; place < i; ++place) {
            if (log_[place].change.stamp == write.base) return true;
        }
    }
    return false;
}

/// The places of changes that stand beside change `i` in fields of their own, and that nothing proves its writer to have known.
std::vector<std::size_t> Oracle::parallelTo(std::size_t i) const {
    std::vector<std::size_t> places;
    const Change& change = log_[i].change;
    const Key key{change.collection, change.record};
    const Collection* collection = find(collections_, key.collection);
    if (!collection || collection->nature() != Nature::reg || change.kind != Change::Kind::write || change.number == 0)
        return places;
    bool makes = true;
    for (const std::size_t place : places_.at(key)) {
        const Change& other = log_[place].change;
        if (place >= i) break;
        if (other.kind != Change::Kind::write) continue;
        const bool makesTheRecord = makes;
        makes = false;
        const std::string name = names_(change.stamp.device), otherName = names_(other.stamp.device);
        if (makesTheRecord || other.number == 0 || name.empty() || otherName.empty() || name == otherName) continue;
        bool stands = false, clashes = false, isMoreThanSame = false;
        for (const FieldWrite& write : other.writes) {
            const bool isStanding = holds(key, write.field, i).stamp == other.stamp;
            const FieldWrite* mine = writeOf(change, write.field);
            if (!mine) stands = stands || (isStanding && !isSilent(key, write.field));
            if (mine && isStanding && mine->base != other.stamp && mine->value != write.value &&
                !isSilent(key, write.field))
                clashes = true;
        }
        for (const FieldWrite& write : change.writes)
            isMoreThanSame = isMoreThanSame || (!writeOf(other, write.field) && !isSilent(key, write.field));
        if (stands && !clashes && isMoreThanSame && !buildsOn(i, place)) places.push_back(place);
    }
    return places;
}

std::string Oracle::noteSays(const RecordId& note, FieldNo field, std::size_t before) const {
    return holds({conflict.number(), note}, field, before).value.text();
}

std::vector<std::string> Oracle::takeParallels(std::size_t i, std::size_t next,
                                               std::vector<const Change*>& notes) const {
    std::vector<std::string> complaints;
    const Change& change = log_[i].change;
    const Key key{change.collection, change.record};
    const std::vector<std::size_t> others = parallelTo(i);
    const auto isAbout = [&](const RecordId& note, const DeviceId& other) {
        const std::set<std::string> devices{noteSays(note, conflict.winnerDevice, next),
                                            noteSays(note, conflict.loserDevice, next)};
        return noteSays(note, conflict.grade, next) == "parallel" &&
               holds({conflict.number(), note}, conflict.ofRecord, next).value == Value(key.record) &&
               devices == std::set<std::string>{change.stamp.device.text(), other.text()};
    };
    std::erase_if(notes, [&](const Change* note) {
        return note->collection == conflict.number() && std::ranges::any_of(others, [&](std::size_t place) {
                   return isAbout(note->record, log_[place].change.stamp.device);
               });
    });
    const bool isCertain = isVisible(key, i + 1) && !isRemoved(key, i);
    for (const std::size_t place : others) {
        const Change& other = log_[place].change;
        if (!isCertain || other.stamp < change.stamp) continue;
        std::vector<FieldNo> mine;
        for (const FieldWrite& write : change.writes) {
            if (!isSilent(key, write.field)) mine.push_back(write.field);
        }
        const bool isTold = std::ranges::any_of(places_, [&](const auto& known) {
            const auto& [noteKey, notePlaces] = known;
            if (noteKey.collection != conflict.number() || notePlaces.front() >= next) return false;
            const RecordId& note = noteKey.record;
            const bool isFirst = noteSays(note, conflict.winnerDevice, next) == change.stamp.device.text();
            return isAbout(note, other.stamp.device) && noteSays(note, conflict.state, next) == "open" &&
                   areNamed(noteSays(note, isFirst ? conflict.winnerFields : conflict.loserFields, next), mine);
        });
        const bool wasGivenBack = std::ranges::any_of(places_.at(key), [&](std::size_t at) {
            return at < i && log_[at].change.number == 0 && log_[at].change.stamp == change.stamp;
        });
        if (!isTold && !wasGivenBack) {
            complaints.push_back("it stands beside change " + std::to_string(other.number) + " of " +
                                 names_(other.stamp.device) + ", which its writer did not know, without a note");
        }
    }
    return complaints;
}

}  // namespace qiaomen::simulation
