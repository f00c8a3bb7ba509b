// SPDX-License-Identifier: Apache-2.0
#include "shared/client/sync_client.h"

#include <array>

#include "tests/client/neighbourhood.h"

namespace qiaomen::tests {
namespace {

struct StreetOfTwo : Neighbours {
    bool allEqual() {
        const Hash128 all = centre.digest().total();
        return ok(alicePhone.store().digest()) == all && ok(bobPhone.store().digest()) == all;
    }
};

std::string textOf(Phone& phone, const Collection& collection, const RecordId& record, FieldNo field) {
    return phone.sees(collection, record).text(field);
}

}  // namespace

TEST_CASE("A visit made in a cellar reaches the next phone when a network appears", "[sync]") {
    StreetOfTwo street;
    street.alicePhone.way().connected = false;
    const RecordId met = street.alicePhone.meets(street.wang.household, "膝盖疼");
    CHECK_THROWS(street.alicePhone.sync());
    CHECK(ok(street.alicePhone.store().safety()).onlyHere == 1);

    street.alicePhone.way().connected = true;
    CHECK(street.alicePhone.syncEast().sent == 1);
    const Safety safety = ok(street.alicePhone.store().safety());
    CHECK(safety.onlyHere == 0);
    CHECK_FALSE(safety.oldestUnsentMs);
    CHECK(ok(street.alicePhone.store().outbox(1)).front().state == OutboxEntry::State::safe);
    CHECK(ok(street.alicePhone.store().receipts(1)).front().receipt.lastNumber == safety.safe);

    CHECK(street.bobPhone.syncEast().received == 1);
    CHECK(textOf(street.bobPhone, visit, met, visit.remark) == "膝盖疼");
    CHECK(ok(street.bobPhone.store().search("王秀英", 5)).front().record == street.wang.members[0]);
    CHECK(street.allEqual());
}

TEST_CASE("A round when nothing happened is one request, and writes nothing", "[sync]") {
    StreetOfTwo street;
    street.alicePhone.sync();
    const int before = street.alicePhone.way().requests;
    bool told = false;
    const Subscription listening = street.alicePhone.store().observe([&](const StoreChange&) { told = true; });
    const SyncReport report = street.alicePhone.sync();
    CHECK(street.alicePhone.way().requests == before + 1);
    CHECK(report.grids.at(kEast).sent == 0);
    CHECK(report.grids.at(kEast).received == 0);
    CHECK_FALSE(told);
}

TEST_CASE("An answer that got lost is asked for again, with exactly one effect", "[sync]") {
    StreetOfTwo street;
    street.alicePhone.meets(street.wang.household);
    street.alicePhone.way().loseReplies = 1;
    CHECK_THROWS(street.alicePhone.sync());
    CHECK(ok(street.alicePhone.store().safety()).onlyHere == 1);
    street.alicePhone.restart();
    street.alicePhone.sync();
    CHECK(ok(street.alicePhone.store().safety()).onlyHere == 0);
    CHECK(street.bobPhone.syncEast().received == 1);
    CHECK(street.allEqual());
}

TEST_CASE("Two people write the same field: both phones show the later value and the conflict", "[sync][conflict]") {
    StreetOfTwo street;
    street.alicePhone.edits(household, street.wang.household, household.quietHours, "12:00-14:00");
    street.clock.advance(60'000);
    street.bobPhone.edits(household, street.wang.household, household.quietHours, "13:00-15:00");
    street.alicePhone.edits(household, street.wang.household, household.note, "按门铃两次");
    street.alicePhone.sync();
    street.bobPhone.sync();
    street.alicePhone.sync();
    for (Phone* phone : {&street.alicePhone, &street.bobPhone}) {
        CHECK(textOf(*phone, household, street.wang.household, household.quietHours) == "13:00-15:00");
        CHECK(textOf(*phone, household, street.wang.household, household.note) == "按门铃两次");
        const auto reader = ok(GridReader::open(phone->store()));
        REQUIRE(ok(reader->openConflicts()).size() == 1);
        CHECK(ok(reader->household(street.wang.household)).conflicts.size() == 1);
    }
    CHECK(street.allEqual());
}

TEST_CASE("What arrived while a form was open becomes a conflict, not a silent overwrite", "[sync][conflict]") {
    StreetOfTwo street;
    const Record shown = street.alicePhone.sees(household, street.wang.household);
    street.bobPhone.edits(household, street.wang.household, household.quietHours, "13:00-15:00");
    street.bobPhone.edits(household, street.wang.household, household.note, "有狗");
    street.bobPhone.sync();
    street.alicePhone.sync();  // in the background: what Alice has on the screen is as it was
    street.clock.advance(60'000);

    const auto saved = street.alicePhone.store().save({.collection = household.number(),
                                                       .record = street.wang.household,
                                                       .values = {{household.quietHours, "12:00-14:00"}},
                                                       .shown = shown});
    REQUIRE(ok(saved).count() == 1);
    street.alicePhone.sync();
    street.bobPhone.sync();
    street.alicePhone.sync();
    for (Phone* phone : {&street.alicePhone, &street.bobPhone}) {
        CHECK(textOf(*phone, household, street.wang.household, household.quietHours) == "12:00-14:00");
        CHECK(textOf(*phone, household, street.wang.household, household.note) == "有狗");
        const auto conflicts = ok(ok(GridReader::open(phone->store()))->openConflicts());
        REQUIRE(conflicts.size() == 1);
        CHECK(conflicts[0].text(conflict.loser) == R"("13:00-15:00")");
    }
    CHECK(street.allEqual());
}

TEST_CASE("Saving what a colleague has saved meanwhile is no conflict and no change", "[sync][conflict]") {
    StreetOfTwo street;
    const Record shown = street.alicePhone.sees(household, street.wang.household);
    street.bobPhone.edits(household, street.wang.household, household.note, "有狗");
    street.bobPhone.sync();
    street.alicePhone.sync();
    Edit edit{household.number(), street.wang.household, {{household.note, "有狗"}}};
    edit.shown = shown;
    CHECK(ok(street.alicePhone.store().save(edit)).count() == 0);
}

TEST_CASE("Writing in a form whose record was deleted meanwhile keeps the record and says so", "[sync][conflict]") {
    StreetOfTwo street;
    const Record shown = street.alicePhone.sees(resident, street.wang.members[1]);
    ok(street.bobPhone.store().save(
        {.collection = resident.number(), .record = shown.id(), .values = {}, .remove = true}));
    street.bobPhone.sync();
    street.alicePhone.sync();
    CHECK_FALSE(street.alicePhone.sees(resident, shown.id()).isVisible());

    Edit edit{resident.number(), shown.id(), {{resident.workUnit, "纺织厂"}}};
    edit.shown = shown;
    ok(street.alicePhone.store().save(edit));
    street.alicePhone.sync();
    street.alicePhone.sync();
    const auto conflicts = ok(ok(GridReader::open(street.alicePhone.store()))->openConflicts());
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].text(conflict.grade) == "removal");
}

TEST_CASE("An edit that was shown another record than it writes is refused", "[sync][conflict]") {
    StreetOfTwo street;
    Edit edit{household.number(), street.wang.household, {{household.note, "有狗"}}};
    edit.shown = street.alicePhone.sees(resident, street.wang.members[0]);
    const auto saved = street.alicePhone.store().save(edit);
    REQUIRE_FALSE(saved);
    CHECK(saved.error().fault == Fault::invalid);
}

TEST_CASE("A large outbox goes in batches and comes in batches", "[sync]") {
    FakeClock clock;
    Centre centre(clock);
    Phone alicePhone(alice, centre, clock, allCollections(), {.maxChanges = 7});
    Phone bobPhone(bob, centre, clock);
    const Family wang = moveIn(alicePhone.store(), "3", "2", "501", {{"王秀英"}});
    for (int i = 0; i < 40; ++i) alicePhone.meets(wang.household);
    const SyncReport report = alicePhone.sync();
    CHECK(report.grids.at(kEast).sent == 43);
    CHECK(report.requests == 7);
    CHECK(bobPhone.syncEast().received == 43);
    CHECK(ok(bobPhone.store().digest()) == centre.digest().total());
}

TEST_CASE("A receipt is believed only with the centre's signature, for this grid and this device", "[sync][receipt]") {
    StreetOfTwo street;
    street.alicePhone.meets(street.wang.household);
    const auto forged = [&](const std::function<void(Receipt&)>& forge) {
        street.alicePhone.way().alter = [&](SyncReply& reply) { forge(reply.grids[0].receipt); };
        const auto problem = street.alicePhone.syncEast().problem;
        REQUIRE(problem);
        CHECK(problem->fault == Fault::refused);
        CHECK(ok(street.alicePhone.store().safety()).onlyHere == 1);
    };
    forged([](Receipt& receipt) { ++receipt.atMs; });
    forged([](Receipt& receipt) { receipt.signature[0] ^= 1; });
    forged([](Receipt& receipt) { sign(receipt, makeKeyPair(seededRandom(666)).secretKey); });
    forged([](Receipt& receipt) {
        receipt.device = bob;
        sign(receipt, centreKeys().secretKey);
    });
    forged([](Receipt& receipt) {
        receipt.grid = gridId(2);
        sign(receipt, centreKeys().secretKey);
    });
    forged([](Receipt& receipt) {
        receipt.lastNumber = 1;
        sign(receipt, centreKeys().secretKey);
    });
    street.alicePhone.way().alter = nullptr;
    CHECK_FALSE(street.alicePhone.syncEast().problem);
    CHECK(ok(street.alicePhone.store().safety()).onlyHere == 0);
    street.bobPhone.sync();
    CHECK(street.allEqual());
}

TEST_CASE("What the centre refuses goes to the rescue queue, blocks nothing, and leaves no trace in the records",
          "[sync][rescue]") {
    StreetOfTwo street;
    // The phone's program lets a hazard without its risk pass; the centre does not.
    class LaxHazards : public Collection {
    public:
        LaxHazards() : Collection(7, "hazard", Nature::reg, {"Hazard", "隐患"}) {
            for (Field field : hazard.fields()) {
                field.required = false;
                add(field);
            }
        }
    };
    const LaxHazards lax;
    const std::array<const Collection*, 8> all = {&grid,  &dwelling, &household, &resident,
                                                  &visit, &need,     &lax,       &conflict};
    Phone carolPhone(carol, street.centre, street.clock, all);
    carolPhone.sync();
    const RecordId found = newRecord();
    ok(carolPhone.store().save(
        {hazard.number(), found, {{hazard.foundAt, kMorning}, {hazard.kind, "gas"}, {hazard.place, "楼道"}}}));
    carolPhone.edits(household, street.wang.household, household.note, "有犬");
    const GridSyncReport report = carolPhone.syncEast();
    CHECK(report.refused == 1);
    CHECK(report.repaired == 1);
    CHECK(report.snapshots == 0);
    CHECK_FALSE(report.problem);

    const Safety safety = ok(carolPhone.store().safety());
    CHECK(safety.onlyHere == 0);
    CHECK(safety.refused == 1);
    CHECK(safety.safe == 1);
    const auto queue = ok(carolPhone.store().rescueQueue());
    REQUIRE(queue.size() == 1);
    CHECK(queue[0].reason.find("risk") != std::string::npos);
    CHECK(queue[0].change.record == found);
    CHECK(carolPhone.sees(hazard, found).isNew());
    CHECK(textOf(carolPhone, household, street.wang.household, household.note) == "有犬");
    CHECK(ok(carolPhone.store().digest()) == street.centre.digest().total());
    CHECK(ok(carolPhone.store().differences()) == 0);

    ok(carolPhone.store().closeRefused(queue[0].change.number));
    CHECK(ok(carolPhone.store().rescueQueue()).empty());
    CHECK(ok(carolPhone.store().safety()).safe == 1);
}

TEST_CASE("A snapshot is merged: what is only here survives it and is sent", "[sync][snapshot]") {
    StreetOfTwo street;
    street.alicePhone.edits(household, street.wang.household, household.note, "only on this phone");
    street.bobPhone.edits(household, street.wang.household, household.tags, "dog");
    street.bobPhone.sync();
    const Snapshot snapshot = ok(street.centre.hub().plainSnapshot(street.centre.grantFor(alice), kEast));
    const Applied applied = ok(street.alicePhone.store().applySnapshot(snapshot));
    CHECK(applied.merged == 1);
    CHECK(textOf(street.alicePhone, household, street.wang.household, household.note) == "only on this phone");
    CHECK(textOf(street.alicePhone, household, street.wang.household, household.tags) == "dog");
    CHECK(ok(street.alicePhone.store().safety()).onlyHere == 1);
    street.alicePhone.sync();
    street.bobPhone.sync();
    CHECK(street.allEqual());
    CHECK(ok(street.alicePhone.store().applySnapshot(snapshot)).merged == 0);
    street.alicePhone.sync();
    CHECK(street.allEqual());
}

TEST_CASE("A phone that lost its data gets everything back, its own records too, and goes on as somebody else",
          "[sync][snapshot]") {
    StreetOfTwo street;
    street.alicePhone.meets(street.wang.household, "before the loss");
    street.alicePhone.sync();
    street.clock.advance(60'000);
    Phone newPhone(alice, street.centre, street.clock);
    const RecordId early = newPhone.meets(street.wang.household, "before the first sync");
    newPhone.sync();
    CHECK(newPhone.sees(visit, early).text(visit.remark) == "before the first sync");
    CHECK(ok(newPhone.store().digest()) == street.centre.digest().total());
    CHECK(ok(newPhone.store().safety()).onlyHere == 0);
    newPhone.meets(street.wang.household, "after");
    CHECK(ok(newPhone.store().identity()) != alice);
    CHECK(newPhone.store().device() == alice);
    newPhone.sync();
    street.bobPhone.sync();
    CHECK(ok(newPhone.store().digest()) == street.centre.digest().total());
    CHECK(ok(street.bobPhone.store().digest()) == street.centre.digest().total());
}

TEST_CASE("A difference is found, counted, located by bucket and repaired", "[sync][digest]") {
    StreetOfTwo street;
    const RecordId met = street.bobPhone.meets(street.wang.household, "lost on the way");
    street.bobPhone.sync();
    street.alicePhone.way().alter = [](SyncReply& reply) { reply.grids[0].tail.clear(); };
    const GridSyncReport report = street.alicePhone.syncEast();
    CHECK(report.differences == 1);
    CHECK(report.repaired == 1);
    CHECK(report.snapshots == 0);
    CHECK(ok(street.alicePhone.store().differences()) == 1);
    CHECK(textOf(street.alicePhone, visit, met, visit.remark) == "lost on the way");
    CHECK(street.allEqual());
}

TEST_CASE("Fields of a newer program travel through an older phone unharmed", "[sync][version]") {
    // Bob's program knows visits without `remark` and no hazards at all.
    class OldVisits : public Collection {
    public:
        OldVisits() : Collection(5, "visit", Nature::fact, {"Visit", "走访"}) {
            for (const Field& field : visit.fields()) {
                if (field.no() != visit.remark) add(field);
            }
        }
    };
    const OldVisits old;
    const std::array<const Collection*, 4> few = {&dwelling, &household, &resident, &old};
    StreetOfTwo street;
    Phone carolPhone(carol, street.centre, street.clock, few);
    const RecordId met = street.alicePhone.meets(street.wang.household, "newer than Carol's program");
    street.alicePhone.sync();
    CHECK(carolPhone.syncEast().differences == 0);
    CHECK(carolPhone.sees(visit, met).text(visit.remark) == "newer than Carol's program");
    CHECK(ok(carolPhone.store().digest()) == street.centre.digest().total());
}

TEST_CASE("A grid that is taken away is a problem of its own", "[sync]") {
    StreetOfTwo street;
    const Grant none{.device = "carol", .id = carol};
    LoopbackTransport way(street.centre.hub(), none);
    const TempFolder folder;
    auto store = ok(LocalStore::open(phoneOptions(folder, carol, street.clock)));
    SyncClient client(way, {store.get()}, "story 1");
    const SyncReport report = ok(client.round());
    REQUIRE(report.grids.at(kEast).problem);
    CHECK(report.grids.at(kEast).problem->fault == Fault::refused);
}

}  // namespace qiaomen::tests
