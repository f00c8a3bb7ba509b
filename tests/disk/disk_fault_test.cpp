// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/client/neighbourhood.h"
#include "tests/disk/recording_disk.h"

// A disk that runs full or fails at any write or sync of a save and of a sync: nothing is called saved that is not, nothing that was
// saved is gone, and with room again (or after a restart) work goes on.

namespace qiaomen::tests {
namespace {

using Failure = RecordingDisk::Failure;

Edit aVisit(const RecordId& record, const RecordId& household) {
    return {visit.number(),
            record,
            {{visit.household, household},
             {visit.occurredAt, kMorning},
             {visit.way, "door"},
             {visit.outcome, "met"},
             {visit.remark, std::string(3'900, 'x')}}};
}

/// A phone with a family in it, on a disk that can fail.
struct PhoneOnABadDisk {
    PhoneOnABadDisk() {
        restart();
        family = moveIn(*store, "3", "2", "501", {{"王秀兰"}});
    }
    void restart() {
        store.reset();
        store = ok(LocalStore::open(options));
    }
    [[nodiscard]] bool has(const RecordId& record) const { return !ok(store->read(visit.number(), record)).isNew(); }

    FakeClock clock;
    TempFolder folder;
    RecordingDisk disk{folder.path()};
    LocalStore::Options options = phoneOptions(folder, alice, clock);
    Family family;
    std::unique_ptr<LocalStore> store;
};

}  // namespace

TEST_CASE("A disk that is full at any write of a save: told so, nothing half done, and with room again it goes on",
          "[disk][full]") {
    bool reachedTheEnd = false;
    for (std::uint64_t index = 0; !reachedTheEnd; ++index) {
        CAPTURE(index);
        PhoneOnABadDisk phone;
        const RecordId first = newRecord(), second = newRecord();
        ok(phone.store->save(aVisit(first, phone.family.household)));
        const std::uint64_t before = ok(phone.store->safety()).onlyHere;
        phone.disk.fail({Failure::Kind::full, index});
        const auto saved = phone.store->save(aVisit(second, phone.family.household));
        reachedTheEnd = !phone.disk.hasFailed();
        if (!saved) CHECK(saved.error().fault == Fault::full);
        CHECK(saved.ok() == reachedTheEnd);
        CHECK(phone.has(first));
        CHECK(phone.has(second) == saved.ok());
        phone.disk.heal();
        if (!saved) ok(phone.store->save(aVisit(second, phone.family.household)));
        CHECK(ok(phone.store->safety()).onlyHere == before + 1);
        phone.restart();
        CHECK((phone.has(first) && phone.has(second)));
        REQUIRE(index < 1000);
    }
}

TEST_CASE("A disk that fails at any sync of a save: nothing is claimed, nothing more is written, and a restart goes on",
          "[disk][error]") {
    bool reachedTheEnd = false;
    for (std::uint64_t index = 0; !reachedTheEnd; ++index) {
        CAPTURE(index);
        PhoneOnABadDisk phone;
        const RecordId first = newRecord(), second = newRecord(), third = newRecord();
        ok(phone.store->save(aVisit(first, phone.family.household)));
        phone.disk.fail({Failure::Kind::ioError, index});
        const auto saved = phone.store->save(aVisit(second, phone.family.household));
        reachedTheEnd = !phone.disk.hasFailed();
        phone.disk.heal();
        CHECK(saved.ok() == reachedTheEnd);
        const auto after = phone.store->save(aVisit(third, phone.family.household));
        if (!saved) CHECK((!after && after.error().fault == Fault::broken));
        phone.restart();
        CHECK(phone.has(first));
        if (saved) CHECK((phone.has(second) && phone.has(third)));
        ok(phone.store->save(aVisit(newRecord(), phone.family.household)));
        REQUIRE(index < 1000);
    }
}

TEST_CASE("A disk that is full at any write of taking in the centre's answer: the next sync brings everybody together",
          "[disk][full]") {
    bool reachedTheEnd = false;
    for (std::uint64_t index = 0; !reachedTheEnd; ++index) {
        CAPTURE(index);
        const FakeClock clock;
        Centre centre(clock);
        const TempFolder folder;
        RecordingDisk disk(folder.path());
        const auto options = phoneOptions(folder, alice, clock);
        auto store = ok(LocalStore::open(options));
        LoopbackTransport way(centre.hub(), centre.grantFor(alice));
        SyncClient client(way, {store.get()}, "story 1");
        Phone bobs(bob, centre, clock);
        const Family family = moveIn(bobs.store(), "3", "2", "501", {{"王秀兰"}, {"李明"}});
        bobs.syncEast();
        const RecordId own = newRecord();
        ok(store->save(aVisit(own, family.household)));

        disk.fail({Failure::Kind::full, index});
        const SyncReport report = ok(client.round());
        reachedTheEnd = !disk.hasFailed();
        if (!reachedTheEnd) {
            const auto& problem = report.grids.at(kEast).problem;
            CHECK((problem && problem->fault == Fault::full));
        }
        CHECK_FALSE(ok(store->read(visit.number(), own)).isNew());
        disk.heal();
        ok(client.round());
        CHECK(ok(store->safety()).onlyHere == 0);
        CHECK(ok(store->digest()) == centre.digest().total());
        REQUIRE(index < 1000);
    }
}

}  // namespace qiaomen::tests
