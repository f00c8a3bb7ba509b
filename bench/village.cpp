// SPDX-License-Identifier: Apache-2.0
#include "bench/village.h"

#include "bench/must.h"
#include "bench/usual_visit.h"
#include "shared/domain/collections.h"

namespace qiaomen::bench {

namespace {

constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
constexpr int kRecordsASave = 1'000;
/// So many houses to a room of the one building.
constexpr int kHousesARoom = 100;

/// Collects edits and saves them by the thousand.
class Filling {
public:
    explicit Filling(LocalStore& store) : store_(store) {}

    void add(Edit edit) {
        edits_.push_back(std::move(edit));
        if (static_cast<int>(edits_.size()) == kRecordsASave) end();
    }
    void end() {
        if (!edits_.empty()) must(store_.save(edits_));
        edits_.clear();
    }

private:
    LocalStore& store_;
    std::vector<Edit> edits_;
};

Edit dwellingOf(const RecordId& id, int nth) {
    const std::string number = std::to_string(nth + 1);
    if (nth % kHousesARoom != 0) {
        return {dwelling.number(),
                id,
                {{dwelling.villageGroup, "大杨村民组"},
                 {dwelling.gate, number},
                 {dwelling.address, "大杨村民组 " + number + " 号"}}};
    }
    const int room = nth / kHousesARoom;
    const std::int64_t floor = room / 4 + 1;
    const std::string door = std::to_string(floor) + "0" + std::to_string(room % 4 + 1);
    return {dwelling.number(),
            id,
            {{dwelling.estate, "锦绣花园"},
             {dwelling.building, "3"},
             {dwelling.unit, "1"},
             {dwelling.floor, floor},
             {dwelling.room, door},
             {dwelling.address, "锦绣花园 3栋 1单元 " + door}}};
}

Edit householdOf(const RecordId& id, const RecordId& home, int nth) {
    constexpr const char* kSurnames[] = {"王", "李", "张", "刘", "陈", "杨", "赵", "欧阳"};
    constexpr const char* kGivenNames[] = {"建国", "秀英", "志强", "桂兰", "子涵", "阿依古丽"};
    const auto at = static_cast<std::size_t>(nth);
    return {household.number(),
            id,
            {{household.dwelling, home},
             {household.headName,
              std::string(kSurnames[at % std::size(kSurnames)]) + kGivenNames[at % std::size(kGivenNames)]}}};
}

}  // namespace

DeviceFolder makeVillage(const std::filesystem::path& folder, const Village& village) {
    DeviceFolder phone = must(DeviceFolder::open(folder, allCollections(), systemClock(), systemRandom()));
    const HeldGrid grid{GridId::named({}, "village"), "大杨村网格"};
    must(phone.enrol({.server = "http://127.0.0.1:9", .token = "none", .worker = "张敏", .grids = {grid}}));
    LocalStore& store = *must(phone.store(grid.id));
    const auto random = systemRandom();
    const std::int64_t now = store.nowMs();
    const auto newId = [&] { return RecordId::make(now, random); };
    Filling filling(store);
    std::vector<RecordId> households;
    for (int nth = 0; nth < village.doors; ++nth) {
        const RecordId home = newId();
        filling.add(dwellingOf(home, nth));
        filling.add(householdOf(households.emplace_back(newId()), home, nth));
    }
    for (int nth = 0; nth < village.visits; ++nth) {
        const std::int64_t at = now - 365 * kDayMs + nth * (365 * kDayMs / village.visits);
        // Only three quarters of the doors: the last quarter was never met.
        const auto door = static_cast<std::size_t>(nth) % (households.size() * 3 / 4);
        filling.add(usualVisit(newId(), households[door], at, nth));
    }
    filling.end();
    return phone;
}

}  // namespace qiaomen::bench
