// SPDX-License-Identifier: Apache-2.0
#include "shared/sqlite/record_tables.h"

#include <rapidcheck.h>

#include <array>
#include <map>

#include "shared/core/merge.h"
#include "tests/support/generators.h"
#include "tests/support/people.h"
#include "tests/support/temp_folder.h"

namespace qiaomen::tests {
namespace {

/// The visits of an older program: two fields, and no letters at all.
class OldVisits : public Collection {
public:
    OldVisits() : Collection(7, "visit", Nature::reg, {"Visit", "走访"}) {
        add({.number = 1, .name = "note", .type = FieldType::longText, .label = {"Note", "备注"}});
        add({.number = 3,
             .name = "household",
             .type = FieldType::reference,
             .label = {"Household", "住户"},
             .indexed = true});
    }
};

Collections oldCollections() {
    static const OldVisits visits;
    static const std::array<const Collection*, 1> all{&visits};
    return all;
}

void store(Database& database, RecordTables& tables, const Record& record) {
    Transaction transaction(database);
    tables.write(tables.read(record.collection(), record.id()), record);
    transaction.commit();
}

Digest digestOf(const std::vector<Record>& records) {
    Digest digest;
    for (const Record& record : records) digest.add(record);
    return digest;
}

Record visitBy(DeviceId who, std::initializer_list<std::pair<std::string_view, Value>> values) {
    const FakeClock clock;
    Worker worker(who, clock);
    (void)worker.edits(values);
    return worker.record();
}

}  // namespace

TEST_CASE("Whatever a record holds, it is read back as it was written", "[tables]") {
    rc::check([] {
        const TempFolder folder;
        Database database(folder / "grid.db", {});
        RecordTables tables(database, collections());
        std::map<std::pair<CollectionNo, RecordId>, Record> stored;
        for (const Record& record : *rc::gen::container<std::vector<Record>>(anyRecord())) {
            store(database, tables, record);
            stored.insert_or_assign({record.collection(), record.id()}, record);
        }
        Digest expected;
        for (const auto& [key, record] : stored) {
            RC_ASSERT(tables.read(key.first, key.second) == record);
            if (!record.isNew()) expected.add(record);
        }
        RC_ASSERT(tables.digest() == expected);

        // And by the next who opens the file.
        Database reader(folder / "grid.db", {.readOnly = true});
        RecordTables again(reader, collections());
        std::size_t seen = 0;
        again.forEach([&](Record&& record) {
            ++seen;
            RC_ASSERT(stored.at({record.collection(), record.id()}) == record);
        });
        RC_ASSERT(seen == again.count());
        RC_ASSERT(again.digest() == expected);
    });
}

TEST_CASE("A visit's table is plain SQL for anybody", "[tables]") {
    const TempFolder folder;
    Database database(folder / "grid.db", {});
    RecordTables tables(database, collections());
    store(database, tables, visitBy(alice, {{"note", "fever"}, {"minutes", 20}}));
    CHECK(database.number("SELECT count(*) FROM visit WHERE note = 'fever' AND minutes = 20 AND _gone = 0") == 1);
    CHECK(database.number("SELECT count(*) FROM visit WHERE _own IS NULL AND _extra IS NULL") == 1);
}

TEST_CASE("An edit touches the columns that it changes", "[tables]") {
    const TempFolder folder;
    Database database(folder / "grid.db", {});
    RecordTables tables(database, collections());
    const FakeClock clock;
    Worker worker(alice, clock);
    (void)worker.edits({{"note", "fever"}, {"status", "open"}});
    store(database, tables, worker.record());
    (void)worker.edits("status", "done");
    store(database, tables, worker.record());
    CHECK(tables.read(worker.record().collection(), worker.record().id()) == worker.record());
    CHECK(tables.digest() == digestOf({worker.record()}));
}

TEST_CASE("A deleted visit is gone for questions and kept for the merge", "[tables]") {
    const TempFolder folder;
    Database database(folder / "grid.db", {});
    RecordTables tables(database, collections());
    const FakeClock clock;
    Worker worker(alice, clock);
    (void)worker.edits("note", "fever");
    store(database, tables, worker.record());
    CHECK(tables.find(visits(), visits().note, "fever").size() == 1);
    (void)worker.deletes();
    store(database, tables, worker.record());
    CHECK(tables.find(visits(), visits().note, "fever").empty());
    CHECK(tables.read(worker.record().collection(), worker.record().id()) == worker.record());
}

TEST_CASE("What an older program does not know survives it, and moves when a newer one comes", "[tables]") {
    const TempFolder folder;
    const Record visit = visitBy(bob, {{"note", "fever"}, {"minutes", 20}, {"phone", "13800005678"}});
    Record letter(letters().number(), recordId(9));
    letter.put(letters().subject, "thanks", {logicalTime(kMorning), carol});
    {
        Database database(folder / "grid.db", {});
        RecordTables old(database, oldCollections());
        store(database, old, visit);
        store(database, old, letter);
        CHECK(old.read(visit.collection(), visit.id()) == visit);
        CHECK(old.read(letter.collection(), letter.id()) == letter);
        CHECK(database.number("SELECT count(*) FROM visit WHERE _extra IS NOT NULL") == 1);
        CHECK(database.number("SELECT count(*) FROM collection_9") == 1);
        CHECK(old.count() == 2);
    }
    Database database(folder / "grid.db", {});
    RecordTables tables(database, collections());
    CHECK(tables.read(visit.collection(), visit.id()) == visit);
    CHECK(tables.read(letter.collection(), letter.id()) == letter);
    CHECK(database.number(
              "SELECT count(*) FROM visit WHERE minutes = 20 AND phone = '13800005678' AND _extra IS NULL") == 1);
    CHECK(database.number("SELECT count(*) FROM letter WHERE subject = 'thanks'") == 1);
    CHECK(database.number("SELECT count(*) FROM sqlite_master WHERE name = 'collection_9'") == 0);
    CHECK(tables.digest() == digestOf({visit, letter}));
}

TEST_CASE("A program that is too old for a file says so and touches nothing", "[tables]") {
    const TempFolder folder;
    const Record visit = visitBy(bob, {{"note", "fever"}, {"minutes", 20}});
    {
        Database database(folder / "grid.db", {});
        RecordTables tables(database, collections());
        store(database, tables, visit);
    }
    {
        Database database(folder / "grid.db", {});
        try {
            RecordTables old(database, oldCollections());
            FAIL("an older program opened it");
        } catch (const StoreError& wrong) {
            CHECK(wrong.fault() == Fault::outdated);
        }
    }
    Database database(folder / "grid.db", {});
    CHECK(RecordTables(database, collections()).read(visit.collection(), visit.id()) == visit);
}

TEST_CASE("A value of a kind the column cannot hold is kept as it is", "[tables]") {
    const TempFolder folder;
    Database database(folder / "grid.db", {});
    RecordTables tables(database, collections());
    const Record odd = visitBy(alice, {{"minutes", "twenty"}, {"share", -0.0}, {"note", 7}});
    store(database, tables, odd);
    CHECK(tables.read(odd.collection(), odd.id()) == odd);
    CHECK(tables.digest() == digestOf({tables.read(odd.collection(), odd.id())}));
}

TEST_CASE("After a rollback, digest and devices are those of before", "[tables]") {
    const TempFolder folder;
    Database database(folder / "grid.db", {});
    RecordTables tables(database, collections());
    const Record first = visitBy(alice, {{"note", "first"}});
    store(database, tables, first);
    const Record other = visitBy(bob, {{"note", "never committed"}});
    {
        Transaction transaction(database);
        tables.write(first, other);
    }
    CHECK(tables.digest() == digestOf({first}));
    CHECK(database.number("SELECT count(*) FROM _device") == 1);
    store(database, tables, visitBy(carol, {{"note", "second"}}));
    CHECK(story(tables.read(first.collection(), first.id())) == "note=second (carol)");
}

TEST_CASE("A damaged row is an error, not a wrong record", "[tables]") {
    const TempFolder folder;
    Database database(folder / "grid.db", {});
    RecordTables tables(database, collections());
    const Record visit = visitBy(alice, {{"note", "fever"}});
    store(database, tables, visit);
    database.run("UPDATE visit SET _extra = x'ff'");
    CHECK_THROWS_AS(tables.read(visit.collection(), visit.id()), StoreError);
}

}  // namespace qiaomen::tests
