// SPDX-License-Identifier: Apache-2.0
#include "syncserver/duplicate_scan.h"

#include <algorithm>

#include "shared/domain/duplicate.h"
#include "shared/domain/household.h"
#include "shared/domain/phone.h"
#include "shared/domain/resident.h"
#include "shared/sqlite/database.h"

namespace qiaomen {

namespace {

/// Whether the centre would have something to say.
bool isNews(const DuplicateNote& note, GridView& view) {
    const RecordKey key{duplicate.number(), note.id};
    return isNewsTo(view.read({&key, 1}).front(), note);
}

}  // namespace

Result<DuplicateScan::Step> DuplicateScan::step() {
    Step step;
    if (!place_) {
        if (auto begun = begin(); !begun) return begun.error();
    }
    if (place_) {
        Place place = *std::exchange(place_, std::nullopt);  // whatever goes wrong, the next step goes on elsewhere
        const auto pairs = guarded([&]() -> Result<DuplicatePairs> { return lookAt(place, step.read); });
        if (!pairs) return pairs.error();
        if (!pairs->empty()) {
            const auto suggested = hub_.suggestDuplicates(place.grid, *pairs, pinyin_);
            if (!suggested) return suggested.error();
            step.suggested = *suggested;
        }
        if (!place.isOver) place_ = std::move(place);
    }
    step.isRoundOver = !place_ && round_.empty();
    return step;
}

/// The next grid of the round, unless its log is where it was; a new round when there is none left.
Outcome DuplicateScan::begin() {
    if (round_.empty()) {
        const auto grids = store_.grids();
        if (!grids) return grids.error();
        round_.assign(grids->rbegin(), grids->rend());
        if (round_.empty()) return Done{};
    }
    const GridId grid = round_.back();
    round_.pop_back();
    return guarded([&]() -> Outcome {
        const auto view = store_.view(grid);
        if (!view) return view.error();
        const std::uint64_t seq = (*view)->head().cursor.seq;
        if (std::exchange(seen_[grid], seq) != seq) place_.emplace().grid = grid;
        return Done{};
    });
}

Result<DuplicatePairs> DuplicateScan::lookAt(Place& place, std::size_t& read) {
    auto opened = store_.view(place.grid);
    if (!opened) return opened.error();
    GridView& view = **opened;
    const Collection& collection = place.isAtHouseholds ? static_cast<const Collection&>(household) : resident;
    // One more than a page: the next page begins with it.
    std::vector<Record> page = view.page(collection, place.next, limits_.page + 1);
    const bool isLast = page.size() <= limits_.page;
    if (!isLast) {
        place.next = page.back().id();
        page.pop_back();
    }
    read = page.size();
    DuplicateFinder finder(
        view, [&](const RecordKey& key) -> const Record& { return recordOf(place, view, key); }, pinyin_);
    DuplicatePairs pairs;
    for (Record& record : page) {
        if (!record.isVisible()) continue;
        const RecordKey key{record.collection(), record.id()};
        const Record& kept = place.known.insert_or_assign(key, std::move(record)).first->second;
        for (const RecordId& other : othersLike(place, finder, kept)) {
            const auto note = finder.noteOn(kept, other);
            if (note && isNews(*note, view)) pairs.emplace_back(key, other);
        }
    }
    if (!isLast) return pairs;
    place.isOver = std::exchange(place.isAtHouseholds, true);
    place.next = {};
    place.byHandle.clear();
    return pairs;
}

/// Those before it that have something in common with it.
std::set<RecordId> DuplicateScan::othersLike(Place& place, DuplicateFinder& finder, const Record& record) {
    std::set<RecordId> others;
    for (const std::string& handle : handlesOf(finder, record)) {
        std::vector<RecordId>& like = place.byHandle[handle];
        const std::size_t most = std::min(like.size(), limits_.like);
        others.insert(like.end() - static_cast<std::ptrdiff_t>(most), like.end());
        like.push_back(record.id());
    }
    return others;
}

const Record& DuplicateScan::recordOf(Place& place, GridView& view, const RecordKey& key) {
    const auto known = place.known.find(key);
    if (known != place.known.end()) return known->second;
    return place.known.emplace(key, std::move(view.read({&key, 1}).front())).first->second;
}

/// What alike records have in common; see likeness.h.
std::vector<std::string> DuplicateScan::handlesOf(DuplicateFinder& finder, const Record& record) {
    std::vector<std::string> handles;
    const auto add = [&](std::string_view kind, std::string_view common, std::string_view name) {
        if (!common.empty()) handles.push_back(std::string(kind) + ' ' + std::string(common) + ' ' + std::string(name));
    };
    if (record.collection() == household.number()) {
        add("number", record.text(household.householdNumber), "");
        const RecordId door = record.reference(household.dwelling);
        if (!door.isNone()) add("door", door.text(), comparedName(record.text(household.headName)));
        return handles;
    }
    const std::string sound = nameSound(record.text(resident.fullName), pinyin_);
    add("id", record.text(resident.idNumber), "");
    add("born", record.text(resident.birthDate), sound);
    add("phone", phoneTail(record.text(resident.phone)), misheard(sound));
    add("door", finder.doorOf(record).text(), sound);
    return handles;
}

}  // namespace qiaomen
