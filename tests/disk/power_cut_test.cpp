// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/client/neighbourhood.h"
#include "tests/disk/power_cut.h"
#include "tests/support/effort.h"

// "Saved" and "safe" survive a power cut at any moment: a day's work is recorded as the disk sees it, and the power is cut thousands
// of times, each time with another idea of what the disk had really written.

namespace qiaomen::tests {
namespace {

/// So many for the phone and as many for the centre.
std::uint64_t cutsToPlay() { return effort("QIAOMEN_POWER_CUTS", 2'500); }
std::uint64_t seed() { return effort("QIAOMEN_SEED", 1); }

/// What somebody was told, and at which moment of the disk's life.
template <class What>
struct Told {
    std::size_t moment = 0;
    What what;
};

/// `cuts` moments spread evenly over a recording, each judged by `judge(files, moment)`.
template <class Judge>
void cutThePower(const PowerCuts::Files& before, const std::vector<DiskAct>& acts, const Judge& judge) {
    REQUIRE(acts.size() > 100);
    PowerCuts disk(before, acts);
    std::mt19937_64 dice(seed());
    const std::uint64_t cuts = cutsToPlay();
    for (std::uint64_t cut = 0; cut < cuts; ++cut) {
        const auto moment = static_cast<std::size_t>(cut * (acts.size() + 1) / cuts);
        CAPTURE(seed(), cut, moment);
        judge(disk.at(moment, dice), moment);
    }
}

std::vector<RecordId> toldBefore(const std::vector<Told<RecordId>>& told, std::size_t moment) {
    std::vector<RecordId> before;
    for (const auto& [when, record] : told) {
        if (when <= moment) before.push_back(record);
    }
    return before;
}

RecordId saveVisit(LocalStore& store, const RecordId& household, int number) {
    const RecordId record = newRecord();
    ok(store.save({visit.number(),
                   record,
                   {{visit.household, household},
                    {visit.occurredAt, kMorning + number},
                    {visit.way, "door"},
                    {visit.outcome, "met"},
                    {visit.remark, std::string(static_cast<std::size_t>(number % 7) * 300, 'x')}}}));
    return record;
}

}  // namespace

TEST_CASE("Whatever a phone's disk makes of a power cut, what was reported saved is there, and the file is sound",
          "[disk][power]") {
    FakeClock clock;
    const TempFolder folder;
    auto options = phoneOptions(folder, alice, clock);
    Family family;
    {
        auto store = ok(LocalStore::open(options));
        family = moveIn(*store, "3", "2", "501", {{"王秀兰"}});
        ok(store->checkpoint());
    }
    const auto before = filesIn(folder.path());
    std::vector<Told<RecordId>> saved;
    std::vector<Told<int>> drafts;
    RecordingDisk disk(folder.path());
    {
        auto store = ok(LocalStore::open(options));
        for (int number = 0; number < 60; ++number) {
            const RecordId record = saveVisit(*store, family.household, number);
            saved.push_back({disk.moment(), record});
            ok(store->keepDraft("typing", std::to_string(number)));
            drafts.push_back({disk.moment(), number});
            if (number % 20 == 19) ok(store->checkpoint());
            if (number == 30) store = ok(LocalStore::open((store.reset(), options)));
        }
    }
    const TempFolder afterwards;
    options.file = afterwards / "phone/east.db";
    cutThePower(before, disk.acts(), [&](const PowerCuts::Files& files, std::size_t moment) {
        lay(files, afterwards / "phone");
        auto store = ok(LocalStore::open(options));
        const auto reported = toldBefore(saved, moment);
        for (const RecordId& record : reported) REQUIRE_FALSE(ok(store->read(visit.number(), record)).isNew());
        REQUIRE(ok(store->safety()).onlyHere >= reported.size() + 3);
        const auto draft = ok(store->draft("typing"));
        int expected = -1;
        for (const auto& [when, number] : drafts) {
            if (when <= moment) expected = number;
        }
        REQUIRE((draft ? std::stoi(draft->text) : -1) >= expected);
        store.reset();
        Database database(options.file, {.key = options.key});
        REQUIRE(database.verify().ok());
    });
}

TEST_CASE(
    "Whatever the centre's disk makes of a power cut, what a receipt covers is in the log, and the records are its sum",
    "[disk][power]") {
    const FakeClock clock;
    const TempFolder folder;
    const SqliteGridStore::Options storage{
        .folder = folder.path(), .key = kPhoneKey, .collections = allCollections(), .random = seededRandom(1)};
    {
        SqliteGridStore store(storage);
        ok(store.createGrid(kEast));
    }
    const auto before = filesIn(folder.path());
    std::vector<Told<std::pair<DeviceId, std::uint64_t>>> receipts;
    RecordingDisk disk(folder.path());
    {
        Centre centre(clock, storage);
        Phone phones[] = {{alice, centre, clock}, {bob, centre, clock}};
        const Family family = moveIn(phones[0].store(), "3", "2", "501", {{"王秀兰"}});
        for (int round = 0; round < 24; ++round) {
            Phone& phone = phones[round % 2];
            phone.meets(family.household, std::to_string(round));
            if (round > 2) phone.edits(household, family.household, household.note, std::to_string(round));
            phone.syncEast();
            receipts.push_back({disk.moment(), {phone.store().device(), ok(phone.store().safety()).safe}});
        }
    }
    const TempFolder afterwards;
    auto reopened = storage;
    reopened.folder = afterwards / "centre";
    cutThePower(before, disk.acts(), [&](const PowerCuts::Files& files, std::size_t moment) {
        lay(files, reopened.folder);
        SqliteGridStore store(reopened);
        auto view = ok(store.view(kEast));
        for (const auto& [when, receipt] : receipts) {
            if (when <= moment) REQUIRE(view->lastTaken(receipt.first).number >= receipt.second);
        }
        Digest digest;
        view->forEachRecord([&](Record&& record) { digest.add(record); });
        REQUIRE(view->head().digest == digest.total());
        std::uint64_t logged = 0;
        for (const Tail& tail : {view->tail(0, {}, {})}) logged += tail.changes.size();
        REQUIRE(logged == view->head().cursor.seq);
        view.reset();
        Database database(reopened.folder / (kEast.text() + ".db"), {.key = storage.key});
        REQUIRE(database.verify().ok());
    });
}

}  // namespace qiaomen::tests
