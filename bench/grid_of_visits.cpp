// SPDX-License-Identifier: Apache-2.0
#include "bench/grid_of_visits.h"

#include "bench/figures.h"
#include "bench/must.h"
#include "bench/usual_visit.h"
#include "shared/client/grid_reader.h"
#include "shared/client/http_transport.h"
#include "shared/client/sync_client.h"
#include "shared/domain/collections.h"

namespace qiaomen::bench {

namespace {

constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
constexpr int kVisitsASave = 500;

DeviceFolder open(const std::filesystem::path& folder) {
    return must(DeviceFolder::open(folder, allCollections(), systemClock(), systemRandom()));
}

void sync(DeviceFolder& folder) {
    HttpTransport transport({.server = folder.enrolment()->server, .token = folder.enrolment()->token, .caFile = {}});
    SyncClient client(transport, must(folder.stores()), "qiaomen-bench");
    must(client.round());
}

std::vector<RecordId> households(LocalStore& store) {
    std::vector<RecordId> ids;
    for (const Door& door : must(must(GridReader::open(store))->allDoors())) {
        if (!door.household.isNone()) ids.push_back(door.household);
    }
    return ids;
}

}  // namespace

GridOfVisits::GridOfVisits(const std::filesystem::path& server, std::filesystem::path folder)
    : folder_(std::move(folder)), centre_(server, folder_ / "centre") {
    const auto files = folder_ / "grid";
    processes::run({.command = {server.string(), "make-grid", files.string(), "--households",
                                std::to_string(kHouseholds), "--seed", "7"},
                    .errors = folder_ / "make-grid.log",
                    .environment = {}});
    centre_.command({"import", files.string()});
    centre_.start();
    centre_.stop();
    for (const char* name : {"colleague", "phone"}) {
        centre_.command({"add-device", name, "--worker", "张敏", "--grids", "all", "--server", centre_.url(), "--out",
                         (folder_ / name).string() + ".json"});
    }
    centre_.start();
    fill(folder_ / "colleague.json");
    fetch(folder_ / "phone.json");
    centre_.stop();
}

void GridOfVisits::fill(const std::filesystem::path& enrolment) {
    DeviceFolder folder = open(folder_ / "colleague");
    must(folder.enrol(must(readEnrolment(enrolment))));
    sync(folder);
    LocalStore& store = *must(folder.stores()).front();
    const std::vector<RecordId> doors = households(store);
    const auto random = systemRandom();
    const std::int64_t start = store.nowMs() - 2 * 365 * kDayMs;
    std::vector<Edit> edits;
    for (int nth = 0; nth < kVisits; ++nth) {
        const std::int64_t at = start + nth * (2 * 365 * kDayMs / kVisits);
        edits.push_back(
            usualVisit(RecordId::make(at, random), doors[static_cast<std::size_t>(nth) % doors.size()], at, nth));
        if (static_cast<int>(edits.size()) < kVisitsASave) continue;
        must(store.save(edits));
        edits.clear();
    }
    print("colleague_push_ms", milliseconds([&] { sync(folder); }), "ms");
}

void GridOfVisits::fetch(const std::filesystem::path& enrolment) {
    DeviceFolder folder = open(phoneFolder());
    must(folder.enrol(must(readEnrolment(enrolment))));
    print("new_device_ms", milliseconds([&] { sync(folder); }), "ms");
}

DeviceFolder GridOfVisits::openPhone() const { return open(phoneFolder()); }

}  // namespace qiaomen::bench
