// SPDX-License-Identifier: Apache-2.0
#include "shared/client/local_store.h"

#include <thread>

#include "tests/client/neighbourhood.h"

namespace qiaomen::tests {
namespace {

/// One phone with a store and no network.
struct Pocket {
    FakeClock clock;
    TempFolder folder;
    std::unique_ptr<LocalStore> store = ok(LocalStore::open(phoneOptions(folder, alice, clock)));

    void restart() {
        store.reset();
        store = ok(LocalStore::open(phoneOptions(folder, alice, clock)));
    }
};

Edit visitTo(const RecordId& home, std::string_view outcome = "met") {
    return {visit.number(),
            newRecord(),
            {{visit.household, home}, {visit.occurredAt, kMorning}, {visit.way, "door"}, {visit.outcome, outcome}}};
}

}  // namespace

TEST_CASE("A visit is saved, only here, and there again after a restart", "[store]") {
    Pocket alicePhone;
    const RecordId home = newRecord();
    const Edit met = visitTo(home);
    const Saved saved = ok(alicePhone.store->save(met));
    CHECK(saved.count() == 1);

    alicePhone.restart();
    CHECK(ok(alicePhone.store->read(visit.number(), met.record)).reference(visit.household) == home);
    const Safety safety = ok(alicePhone.store->safety());
    CHECK(safety.safe == 0);
    CHECK(safety.onlyHere == 1);
    CHECK(safety.oldestUnsentMs == kMorning);
    const auto outbox = ok(alicePhone.store->outbox(10));
    REQUIRE(outbox.size() == 1);
    CHECK(outbox[0].state == OutboxEntry::State::onlyHere);
    CHECK(outbox[0].change.number == saved.firstNumber);
    CHECK(outbox[0].change.record == met.record);
}

TEST_CASE("Saving what is there already makes no change", "[store]") {
    Pocket phone;
    const Family wang = moveIn(*phone.store, "3", "2", "501", {{"王秀英"}});
    const auto before = ok(phone.store->safety()).onlyHere;
    CHECK(ok(phone.store->save({household.number(), wang.household, {{household.headName, "王秀英"}}})).count() == 0);
    CHECK(ok(phone.store->safety()).onlyHere == before);
}

TEST_CASE("Several edits are saved together or not at all", "[store]") {
    Pocket phone;
    const Edit good = visitTo(newRecord());
    const Edit bad = visitTo(newRecord(), "teleported");
    const auto saved = phone.store->save(std::vector{good, bad});
    REQUIRE_FALSE(saved);
    CHECK(saved.error().fault == Fault::invalid);
    CHECK(saved.error().message.find("Outcome") != std::string::npos);
    CHECK(ok(phone.store->read(visit.number(), good.record)).isNew());
    CHECK(ok(phone.store->safety()).onlyHere == 0);
    CHECK(ok(phone.store->save(good)).firstNumber == 1);
}

TEST_CASE("What is wrong is said with the field's name, and nothing is saved", "[store]") {
    Pocket phone;
    const auto wrong = [&](const Edit& edit) {
        const auto saved = phone.store->save(edit);
        REQUIRE_FALSE(saved);
        CHECK(saved.error().fault == Fault::invalid);
        return saved.error().message;
    };
    CHECK(wrong({visit.number(), newRecord(), {{visit.way, "door"}}}).find("is missing") != std::string::npos);
    CHECK(wrong({visit.number(), newRecord(), {}}).find("is missing") != std::string::npos);
    CHECK(wrong({CollectionNo{999}, newRecord(), {}}).find("unknown") != std::string::npos);
    Edit met = visitTo(newRecord());
    ok(phone.store->save(met));
    CHECK(wrong({visit.number(), met.record, {{visit.outcome, "refused"}}}).find("written once") != std::string::npos);
    CHECK(wrong({visit.number(), met.record, {}, true}).find("cannot be deleted") != std::string::npos);
    CHECK(ok(phone.store->safety()).onlyHere == 1);
}

TEST_CASE("A wrong number that came from elsewhere does not keep anybody from correcting another field", "[store]") {
    FakeClock clock;
    Centre centre(clock);
    Phone alicePhone(alice, centre, clock);
    const Family wang = moveIn(alicePhone.store(), "3", "2", "501", {{"王秀英"}});
    alicePhone.sync();
    const Change odd{.collection = resident.number(),
                     .record = wang.members[0],
                     .stamp = {logicalTime(kMorning + 5), bob},
                     .number = 1,
                     .writes = {{resident.phone, "no phone at all", {}}}};
    GridReply reply{
        .grid = kEast, .tail = {{100, odd}}, .cursor = {ok(alicePhone.store().cursor()).epoch, 100}, .more = true};
    reply.receipt = ok(alicePhone.store().receipts(1)).front().receipt;
    CHECK(ok(alicePhone.store().apply(ok(alicePhone.store().nextRequest()), reply)).merged == 1);
    alicePhone.edits(resident, wang.members[0], resident.workUnit, "粮站");
    CHECK(alicePhone.sees(resident, wang.members[0]).text(resident.workUnit) == "粮站");
}

TEST_CASE("A deleted need is gone, and its deletion travels", "[store]") {
    Pocket phone;
    const RecordId record = newRecord();
    ok(phone.store->save(
        {need.number(),
         record,
         {{need.household, newRecord()}, {need.heardAt, kMorning}, {need.text, "楼道灯坏了"}, {need.kind, "housing"}}}));
    ok(phone.store->save({need.number(), record, {}, true}));
    CHECK_FALSE(ok(phone.store->read(need.number(), record)).isVisible());
    CHECK(ok(phone.store->search("楼道灯", 10)).empty());
    CHECK(phone.store->save({need.number(), record, {}, true}).error().fault == Fault::missing);
    CHECK(ok(phone.store->nextRequest()).changes.back().kind == Change::Kind::remove);
}

TEST_CASE("A phone whose clock jumps back still writes later than before", "[store]") {
    Pocket phone;
    const Family wang = moveIn(*phone.store, "3", "2", "501", {{"王秀英"}});
    phone.clock.advance(-86'400'000);
    phone.restart();
    ok(phone.store->save({household.number(), wang.household, {{household.note, "second"}}}));
    const auto changes = ok(phone.store->nextRequest()).changes;
    CHECK(changes.back().stamp > changes.front().stamp);
}

TEST_CASE("A text being typed survives the end of the app", "[store][draft]") {
    Pocket phone;
    ok(phone.store->keepDraft("visit/501", "老人说膝盖"));
    ok(phone.store->keepDraft("visit/501", "老人说膝盖疼"));
    phone.clock.advance(1000);
    ok(phone.store->keepDraft("need/502", "灯"));
    phone.restart();
    CHECK(ok(phone.store->draft("visit/501"))->text == "老人说膝盖疼");
    const auto drafts = ok(phone.store->drafts());
    REQUIRE(drafts.size() == 2);
    CHECK(drafts[0].key == "need/502");
    ok(phone.store->dropDraft("visit/501"));
    CHECK_FALSE(ok(phone.store->draft("visit/501")));
    CHECK(ok(phone.store->safety()).onlyHere == 0);
}

TEST_CASE("Pages hear of what changed, after it is saved, until they no longer listen", "[store]") {
    Pocket phone;
    std::vector<StoreChange> heard;
    bool wasThere = false;
    const Edit met = visitTo(newRecord());
    {
        const Subscription listening = phone.store->observe([&](const StoreChange& change) {
            heard.push_back(change);
            wasThere = !ok(phone.store->read(visit.number(), met.record)).isNew();
        });
        ok(phone.store->save(met));
        REQUIRE(heard.size() == 1);
        CHECK(heard[0].records.at(visit.number()) == std::set{met.record});
        CHECK(heard[0].outbox);
        CHECK(wasThere);
        CHECK_FALSE(phone.store->save(visitTo(newRecord(), "teleported")));
        CHECK(heard.size() == 1);
    }
    ok(phone.store->save(visitTo(newRecord())));
    CHECK(heard.size() == 1);
}

TEST_CASE("On a full disk a save says so, nothing is half done, and what was saved stays", "[store][disk]") {
    FakeClock clock;
    const TempFolder folder;
    auto options = phoneOptions(folder, alice, clock);
    options.maxPages = 120;
    auto store = ok(LocalStore::open(options));
    std::uint64_t saved = 0;
    std::vector<RecordId> there;
    Result<Saved> last = Saved{};
    while (last && saved < 5000) {
        Edit edit = visitTo(newRecord());
        edit.values.push_back({visit.remark, std::string(900, 'x')});
        last = store->save(edit);
        if (last) {
            ++saved;
            there.push_back(edit.record);
        } else {
            CHECK(ok(store->read(visit.number(), edit.record)).isNew());
        }
    }
    REQUIRE_FALSE(last);
    CHECK(last.error().fault == Fault::full);
    CHECK(ok(store->safety()).onlyHere == saved);
    Digest digest;
    for (const RecordId& record : there) digest.add(ok(store->read(visit.number(), record)));
    CHECK(ok(store->digest()) == digest.total());

    store.reset();
    options.maxPages = 0;
    store = ok(LocalStore::open(options));
    CHECK(ok(store->save(visitTo(newRecord()))).firstNumber == saved + 1);
}

TEST_CASE("A file of another grid, of another device or under another key is not opened", "[store]") {
    Pocket phone;
    phone.store.reset();
    auto options = phoneOptions(phone.folder, alice, phone.clock);
    options.grid = gridId(2);
    CHECK(LocalStore::open(options).error().fault == Fault::refused);
    options = phoneOptions(phone.folder, bob, phone.clock);
    CHECK(LocalStore::open(options).error().fault == Fault::refused);
    options = phoneOptions(phone.folder, alice, phone.clock);
    options.key = DatabaseKey{1};
    const auto wrongKey = LocalStore::open(options);
    REQUIRE_FALSE(wrongKey);
    CHECK(wrongKey.error().fault == Fault::broken);
    CHECK(wrongKey.error().message.find("key") != std::string::npos);
}

TEST_CASE("Two threads save and a third reads: every save gets its number, none is lost", "[store][threads]") {
    Pocket phone;
    constexpr int kEach = 60;
    std::atomic<bool> done = false;
    const auto work = [&] {
        for (int i = 0; i < kEach; ++i) ok(phone.store->save(visitTo(newRecord())));
    };
    std::thread reader([&] {
        while (!done) (void)ok(phone.store->safety());
    });
    std::thread first(work);
    std::thread second(work);
    first.join();
    second.join();
    done = true;
    reader.join();
    CHECK(ok(phone.store->safety()).onlyHere == 2 * kEach);
    const auto changes = ok(phone.store->nextRequest()).changes;
    REQUIRE(changes.size() == 2 * kEach);
    for (std::size_t i = 0; i < changes.size(); ++i) CHECK(changes[i].number == i + 1);
}

}  // namespace qiaomen::tests
