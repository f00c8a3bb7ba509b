// SPDX-License-Identifier: Apache-2.0
#include "tests/demo/audit.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "shared/client/device_folder.h"
#include "shared/client/grid_reader.h"
#include "shared/core/json.h"
#include "shared/domain/collections.h"

namespace qiaomen::demo {

namespace {

template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message);
    return std::move(*result);
}

/// An edit that met another's is not lost while a conflict record shows it.
bool isKeptInConflict(LocalStore& store, const Act& act) {
    const std::string text = toJson(act.value);
    const auto conflicts = must(store.find(conflict, conflict.ofRecord, Value(act.record)));
    return std::ranges::any_of(conflicts, [&](const Record& kept) {
        return kept.integer(conflict.ofField) == static_cast<std::int64_t>(act.field) &&
               (kept.text(conflict.loser) == text || kept.text(conflict.winner) == text);
    });
}

bool holds(LocalStore& store, const Act& act) {
    const Record record = must(store.read(act.collection, act.record));
    if (!record.isVisible()) return false;
    if (act.kind != Act::Kind::edit) return true;
    return record.get(act.field) == act.value || isKeptInConflict(store, act);
}

/// The highest number that a receipt with a good signature covers.
std::uint64_t receiptedUpTo(LocalStore& store, const PublicKey& centreKey) {
    std::uint64_t number = 0;
    for (const StoredReceipt& stored : must(store.receipts(10'000))) {
        const Receipt& receipt = stored.receipt;
        if (receipt.grid == store.grid() && receipt.device == store.device() && isSignedBy(receipt, centreKey)) {
            number = std::max(number, receipt.lastNumber);
        }
    }
    return number;
}

struct Count {
    std::size_t households = 0;
    std::size_t residents = 0;
};

Count countPeople(DeviceFolder& folder) {
    Count count;
    for (LocalStore* store : must(folder.stores())) {
        const auto reader = must(GridReader::open(*store));
        const GridCounts counts = must(reader->counts());
        count.households += static_cast<std::size_t>(counts.households);
        count.residents += static_cast<std::size_t>(counts.residents);
    }
    return count;
}

}  // namespace

Audit audit(const std::vector<std::filesystem::path>& folders, const GridId& grid, const std::vector<Act>& acts) {
    Audit audit;
    std::vector<bool> everywhere(acts.size(), true), receipted(acts.size(), false);
    std::set<Hash128> digests;
    std::set<std::size_t> conflictCounts;
    for (std::size_t device = 0; device < folders.size(); ++device) {
        auto folder = must(DeviceFolder::open(folders[device], allCollections(), systemClock(), systemRandom()));
        LocalStore& store = *must(folder.store(grid));
        const std::uint64_t safeUpTo = receiptedUpTo(store, folder.enrolment()->centreKey);
        for (std::size_t i = 0; i < acts.size(); ++i) {
            if (acts[i].device == device) receipted[i] = acts[i].number <= safeUpTo;
            if (holds(store, acts[i])) continue;
            everywhere[i] = false;
            audit.complaints.push_back(folders[device].string() + " lacks record " + acts[i].record.text());
        }
        digests.insert(must(store.digest()));
        conflictCounts.insert(must(must(GridReader::open(store))->openConflicts()).size());
        if (device + 1 == folders.size()) {
            const Count count = countPeople(folder);
            audit.households = count.households;
            audit.residents = count.residents;
        }
    }
    audit.onEveryDevice = static_cast<std::size_t>(std::ranges::count(everywhere, true));
    audit.safe = static_cast<std::size_t>(std::ranges::count(receipted, true));
    for (std::size_t i = 0; i < acts.size(); ++i) audit.lost += everywhere[i] && receipted[i] ? 0 : 1;
    audit.digestsEqual = digests.size() == 1;
    audit.conflicts = conflictCounts.size() == 1 ? *conflictCounts.begin() : 0;
    if (conflictCounts.size() != 1)
        audit.complaints.emplace_back("the devices do not show the same number of conflicts");
    if (!audit.digestsEqual) audit.complaints.emplace_back("the devices' replicas differ");
    return audit;
}

}  // namespace qiaomen::demo
