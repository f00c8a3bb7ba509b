// SPDX-License-Identifier: Apache-2.0
//
// What every engine of GridStore must hold: each story is told of SQLite and of PostgreSQL.
#include "syncserver/grid_store.h"

#include <rapidcheck.h>

#include <algorithm>
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <map>
#include <thread>

#include "shared/core/codec.h"
#include "shared/core/signature.h"
#include "tests/support/effort.h"
#include "tests/support/generators.h"
#include "tests/syncserver/postgres/test_store.h"
#include "tests/syncserver/story.h"

using namespace qiaomen;
using namespace qiaomen::tests;

namespace {

const GridId kGrid = gridId(1);

RecordId numbered(std::uint32_t number) {
    RecordId id = recordId(0);
    for (int i = 0; i < 4; ++i)
        id.bytes[static_cast<std::size_t>(12 + i)] = static_cast<std::uint8_t>(number >> (24 - 8 * i));
    return id;
}

Stamp at(const DeviceId& device, std::uint64_t tick) {
    return {logicalTime(kMorning + static_cast<std::int64_t>(tick)), device};
}

/// Somebody's n-th change: a visit with a note.
Change noted(const DeviceId& device, std::uint64_t number, std::string_view note = "nobody at home") {
    Change change{.collection = visits().number(),
                  .record = numbered(static_cast<std::uint32_t>(number)),
                  .stamp = at(device, number)};
    change.number = number;
    change.writes = {{visits().note, Value(note), {}}};
    return change;
}

std::vector<Change> notedFrom(const DeviceId& device, std::uint64_t first, std::uint64_t last) {
    std::vector<Change> changes;
    for (std::uint64_t number = first; number <= last; ++number) changes.push_back(noted(device, number));
    return changes;
}

Record visitWith(std::uint32_t number, std::string_view note, const Stamp& stamp = at(alice, 1)) {
    Record record(visits().number(), numbered(number));
    record.put(visits().note, Value(note), stamp);
    return record;
}

RecordWrite inserted(const Record& record) { return {Record(record.collection(), record.id()), record}; }

/// A store with one grid, of one engine after the other.
struct Centre {
    Centre() : data(GENERATE(false, true) ? makePostgresTestStore() : makeSqliteTestStore()) {
        must(data->store().createGrid(kGrid));
    }

    GridStore& store() const { return data->store(); }
    std::unique_ptr<GridView> view() const { return must(store().view(kGrid)); }
    std::unique_ptr<GridWriter> writer() const { return must(store().write(kGrid)); }
    void write(const std::vector<RecordWrite>& writes) const {
        const auto grid = writer();
        grid->write(writes);
        grid->commit();
    }
    void log(const std::vector<Change>& changes) const {
        const auto grid = writer();
        append(*grid, changes);
        grid->commit();
    }
    void restart() const { must(data->restart(collections())); }

    std::unique_ptr<TestStore> data;
};

std::vector<Record> allOf(GridView& grid) {
    std::vector<Record> records;
    grid.forEachRecord([&](Record&& record) { records.push_back(std::move(record)); });
    return records;
}

Hash128 sumOf(const std::vector<Record>& records) {
    Digest digest;
    for (const Record& record : records) digest.add(record);
    return digest.total();
}

using Seqs = std::vector<std::uint64_t>;

Seqs seqsOf(const Tail& tail) {
    Seqs seqs;
    for (const LoggedChange& logged : tail.changes) seqs.push_back(logged.seq);
    return seqs;
}

}  // namespace

// --- Grids ------------------------------------------------------------------------------------------------------------

TEST_CASE("A new grid is empty and has a history of its own; making it again changes nothing", "[store]") {
    const Centre centre;
    const GridHead head = centre.view()->head();
    CHECK(head.cursor.seq == 0);
    CHECK(head.cursor.epoch != 0);
    CHECK(head.digest == Hash128{});
    CHECK(head.chain == Hash256{});
    CHECK(centre.view()->recordCount() == 0);

    must(centre.store().createGrid(kGrid));
    CHECK(centre.view()->head() == head);
    must(centre.store().createGrid(gridId(9)));
    must(centre.store().createGrid(gridId(5)));
    CHECK(must(centre.store().grids()) == std::vector{kGrid, gridId(5), gridId(9)});
    CHECK(must(centre.store().view(gridId(5)))->head().cursor.epoch != head.cursor.epoch);
}

TEST_CASE("A grid that nobody has made is missing, to readers and to writers", "[store]") {
    const Centre centre;
    CHECK(centre.store().view(gridId(7)).error().fault == Fault::missing);
    CHECK(centre.store().write(gridId(7)).error().fault == Fault::missing);
}

TEST_CASE("What was committed is there after a restart; what was not is nowhere", "[store]") {
    const Centre centre;
    const RefusedChange refused{noted(bob, 1), "too late", kMorning};
    {
        const auto grid = centre.writer();
        grid->write(std::vector{inserted(visitWith(1, "kept"))});
        append(*grid, {noted(alice, 1)});
        grid->setLastTaken(alice, {1, at(alice, 1).time});
        grid->keepRefused(std::vector{refused});
        grid->commit();
    }
    const GridHead head = centre.view()->head();
    {
        const auto grid = centre.writer();
        grid->write(std::vector{inserted(visitWith(2, "given up"))});
        append(*grid, {noted(alice, 2)});
        grid->setLastTaken(alice, {2, at(alice, 2).time});
        CHECK(grid->head().cursor.seq == 2);
    }
    centre.restart();
    const auto grid = centre.view();
    CHECK(grid->head() == head);
    CHECK(head.cursor.seq == 1);
    CHECK(allOf(*grid) == std::vector{visitWith(1, "kept")});
    CHECK(grid->recordCount() == 1);
    CHECK(grid->lastTaken(alice) == LastTaken{1, at(alice, 1).time});
    CHECK(grid->lastTaken(bob) == LastTaken{});
    CHECK(grid->refusedChanges() == std::vector{refused});
}

TEST_CASE("Two grids know nothing of each other, though their records and devices have the same ids", "[store]") {
    const Centre centre;
    must(centre.store().createGrid(gridId(2)));
    centre.write({inserted(visitWith(1, "here"))});
    centre.log({noted(alice, 1)});
    const auto other = must(centre.store().write(gridId(2)));
    CHECK(other->recordCount() == 0);
    CHECK_FALSE(other->logged(at(alice, 1)));
    other->write(std::vector{inserted(visitWith(1, "there"))});
    append(*other, {noted(alice, 1, "another")});
    other->commit();
    CHECK(allOf(*centre.view()) == std::vector{visitWith(1, "here")});
    CHECK(centre.view()->tail(0, bob, {}).changes.size() == 1);
}

TEST_CASE("Twenty grids are found again, each with its own, though the engine keeps fewer of them open", "[store]") {
    const Centre centre;
    const auto nameOfGrid = [](std::uint8_t number) { return "grid " + std::to_string(number); };
    for (std::uint8_t number = 1; number <= 20; ++number) {
        must(centre.store().createGrid(gridId(number)));
        const auto grid = must(centre.store().write(gridId(number)));
        append(*grid, {noted(alice, 1, nameOfGrid(number))});
        grid->commit();
    }
    centre.restart();
    CHECK(must(centre.store().grids()).size() == 20);
    for (int round = 0; round < 2; ++round) {
        for (std::uint8_t number = 1; number <= 20; ++number) {
            const auto grid = must(centre.store().view(gridId(number)));
            CHECK(grid->logged(at(alice, 1)) == LoggedChange{1, noted(alice, 1, nameOfGrid(number))});
        }
    }
    CHECK(centre.store().openGrids() <= 4);
}

TEST_CASE("A copy takes over the name of the original's history", "[store]") {
    const Centre centre;
    {
        const auto grid = centre.writer();
        grid->setEpoch(4711);
        CHECK(grid->head().cursor.epoch == 4711);
        grid->commit();
    }
    centre.restart();
    CHECK(centre.view()->head().cursor == Cursor{4711, 0});
}

// --- Records ----------------------------------------------------------------------------------------------------------

TEST_CASE("Any record comes back as it was written, and the digest is the sum of all", "[store][law]") {
    const Centre centre;
    CHECK(rc::check("write, read, take away", [&] {
        std::map<std::pair<CollectionNo, RecordId>, Record> byId;
        for (const Record& record :
             *rc::gen::container<std::vector<Record>>(*rc::gen::inRange<std::size_t>(0, 6), anyRecord())) {
            if (!record.isNew()) byId.insert_or_assign({record.collection(), record.id()}, record);
        }
        std::vector<Record> records;
        std::vector<RecordWrite> writes;
        std::vector<RecordWrite> undone;
        std::vector<RecordKey> keys;
        for (const auto& [key, record] : byId) {
            keys.push_back({key.first, key.second});
            records.push_back(record);
            writes.push_back(inserted(record));
            undone.push_back({record, Record(record.collection(), record.id())});
        }
        std::ranges::reverse(keys);
        std::ranges::reverse(records);

        const Hash128 before = centre.view()->head().digest;
        centre.write(writes);
        auto grid = centre.view();  // one at a time: on SQLite a thread that asks for a second one waits for itself
        RC_ASSERT(grid->read(keys) == records);
        RC_ASSERT(sumOf(allOf(*grid)) == grid->head().digest);
        RC_ASSERT(grid->recordCount() == records.size());

        if (records.size() > 1) {  // the same key asked twice, and one that is nowhere
            const std::vector<RecordKey> again{keys[1], keys[0], keys[1], {visits().number(), recordId(200)}};
            const std::vector<Record> expected{records[1], records[0], records[1],
                                               Record(visits().number(), recordId(200))};
            RC_ASSERT(grid->read(again) == expected);
        }
        grid.reset();
        centre.write(undone);
        RC_ASSERT(centre.view()->head().digest == before);
        RC_ASSERT(centre.view()->recordCount() == 0U);
        RC_ASSERT(allOf(*centre.view()).empty());
    }));
}

TEST_CASE("A record written again replaces the one before, whatever had been in it", "[store]") {
    const Centre centre;
    Record before = visitWith(1, "fever");
    before.put(visits().minutes, Value(20), at(alice, 1));
    before.put(FieldNo{4000}, Value("of a newer program"), at(bob, 2));
    centre.write({inserted(before)});

    Record after = before;
    after.put(visits().note, Value("well again"), at(carol, 3));
    after.put(visits().minutes, Value(), at(carol, 3));
    centre.write({{before, after}});
    CHECK(allOf(*centre.view()) == std::vector{after});
    CHECK(centre.view()->head().digest == sumOf({after}));
    CHECK(centre.view()->recordCount() == 1);
}

TEST_CASE("A text that no database column takes is kept all the same", "[store]") {
    const Centre centre;
    const std::vector<std::string> texts = {
        std::string("a\0b", 3), std::string(1, '\0'), "\xff\xfe", "\xed\xa0\x80", std::string(9000, 'x'), "敲门 😀", ""};
    std::vector<RecordWrite> writes;
    std::vector<RecordKey> keys;
    std::vector<Record> records;
    for (std::uint32_t i = 0; i < texts.size(); ++i) {
        Record record = visitWith(i, texts[i]);
        record.put(visits().household, Value(texts[i]), at(alice, 1));  // a reference by its description
        record.put(visits().phone, Value(texts[i]), at(alice, 1));
        keys.push_back({record.collection(), record.id()});
        records.push_back(record);
        writes.push_back(inserted(record));
    }
    centre.write(writes);
    CHECK(centre.view()->read(keys) == records);
    const RefusedChange refused{noted(bob, 1, texts[0]), "\"" + texts[0] + texts[2] + "\" is not one of the choices",
                                kMorning};
    {
        const auto grid = centre.writer();
        grid->keepRefused(std::vector{refused});
        grid->commit();
    }
    CHECK(centre.view()->refused(refused.change.stamp, 1) == refused);
}

TEST_CASE("A grid of many records is told whole and in order, wherever a page of the engine ends", "[store]") {
    const Centre centre;
    std::vector<Record> records;
    for (const std::uint32_t size : {1999U, 2000U, 2001U, 4000U, 4001U}) {
        std::vector<RecordWrite> writes;
        for (auto i = static_cast<std::uint32_t>(records.size()); i < size; ++i) {
            records.push_back(visitWith(i, "visit " + std::to_string(i)));
            writes.push_back(inserted(records.back()));
        }
        centre.write(writes);
        CHECK(allOf(*centre.view()) == records);
        CHECK(centre.view()->recordCount() == size);
        CHECK(centre.view()->head().digest == sumOf(records));
    }
}

TEST_CASE("Records are read page by page from any id on, whether anybody wrote there or not", "[store]") {
    const Centre centre;
    std::vector<Record> records;
    std::vector<RecordWrite> writes;
    for (const std::uint32_t number : {2U, 4U, 6U, 8U}) {
        records.push_back(visitWith(number, "visit"));
        writes.push_back(inserted(records.back()));
    }
    centre.write(writes);
    const auto grid = centre.view();
    CHECK(grid->page(visits(), {}, 9) == records);
    CHECK(grid->page(visits(), records[1].id(), 2) == std::vector{records[1], records[2]});
    CHECK(grid->page(visits(), visitWith(7, "").id(), 2) == std::vector{records[3]});
    CHECK(grid->page(visits(), visitWith(9, "").id(), 2).empty());
    CHECK(grid->page(letters(), {}, 9).empty());
}

TEST_CASE("The visits of a household are found by it, in the order of their making, deleted ones left out", "[store]") {
    const Centre centre;
    const RecordId home = recordId(77);
    std::vector<RecordWrite> writes;
    for (const std::uint32_t number : {9U, 3U, 5U, 7U}) {
        Record record = visitWith(number, "met");
        record.put(visits().household, Value(number == 7 ? recordId(78) : home), at(alice, number));
        writes.push_back(inserted(record));
    }
    Record& deleted = writes[2].after;  // number 5
    deleted.setRemoval(Removal{at(bob, 50), {{visits().note, at(alice, 1)}, {visits().household, at(alice, 5)}}});
    REQUIRE_FALSE(deleted.isVisible());
    centre.write(writes);

    const auto grid = centre.view();
    CHECK(grid->find(visits(), visits().household, Value(home)) == std::vector{writes[1].after, writes[0].after});
    CHECK(grid->find(visits(), visits().household, Value(recordId(1))).empty());
    CHECK(grid->find(visits(), visits().household, Value("not an id")).empty());
    CHECK(grid->find(visits(), visits().household, Value()).empty());
    CHECK(grid->find(visits(), visits().note, Value("met")).size() == 3);
    CHECK(allOf(*grid).size() == 4);
}

namespace {

/// As a later version of the program describes it: with a "weather" where the older one knows only a number.
class WeatherLetters : public Letters {
public:
    const FieldNo weather = add({.number = 4000, .name = "weather", .label = {"Weather", "天气"}});
};

/// A collection that the older program has never heard of.
class Songs : public Collection {
public:
    Songs() : Collection(65535, "song", Nature::reg, {"Song", "歌"}) {}
    const FieldNo title = add({.number = 1, .name = "title", .label = {"Title", "歌名"}, .indexed = true});
};

}  // namespace

TEST_CASE("What an older program kept without knowing it is in its place when a newer one knows it", "[store]") {
    const WeatherLetters laterLetters;
    const Songs songs;
    const Collection* later[] = {&visits(), &laterLetters, &songs};
    const Centre centre;
    Record letter(letters().number(), recordId(1));
    letter.put(letters().subject, Value("notice"), at(alice, 1));
    letter.put(laterLetters.weather, Value("rain"), at(alice, 1));
    Record song(songs.number(), recordId(2));
    song.put(songs.title, Value("茉莉花"), at(bob, 2));
    centre.write({inserted(letter), inserted(song)});
    const GridHead head = centre.view()->head();

    must(centre.data->restart(later));
    CHECK(centre.view()->head() == head);
    CHECK(centre.view()->recordCount() == 2);
    CHECK(centre.view()->find(laterLetters, laterLetters.weather, Value("rain")) == std::vector{letter});
    CHECK(centre.view()->find(songs, songs.title, Value("茉莉花")) == std::vector{song});
    CHECK(sumOf(allOf(*centre.view())) == head.digest);

    const Outcome older = centre.data->restart(collections());
    REQUIRE_FALSE(older);
    CHECK(older.error().fault == Fault::outdated);
}

// --- The log ----------------------------------------------------------------------------------------------------------

TEST_CASE("The log gives each change the next number and the next link of the chain", "[store]") {
    const Centre centre;
    centre.log({noted(alice, 1), noted(alice, 2)});
    centre.log({noted(bob, 1)});
    const Tail tail = centre.view()->tail(0, carol, {});
    CHECK(seqsOf(tail) == Seqs{1, 2, 3});
    CHECK(tail.changes[2].change == noted(bob, 1));
    CHECK(tail.upTo == 3);
    CHECK_FALSE(tail.more);
    Hash256 chain{};
    for (const LoggedChange& logged : tail.changes)
        chain = chainLink(chain, logged.seq, logged.change.number, entryOf(logged.change).hash);
    CHECK(centre.view()->head().chain == chain);
    CHECK(centre.view()->head().cursor.seq == 3);
}

TEST_CASE("Nobody gets back what he said himself, and his cursor still reaches the end", "[store]") {
    const Centre centre;
    centre.log({noted(alice, 1), noted(bob, 1), noted(alice, 2)});
    const auto grid = centre.view();
    CHECK(seqsOf(grid->tail(0, alice, {})) == Seqs{2});
    CHECK(grid->tail(0, alice, {}).upTo == 3);
    CHECK(grid->tail(3, bob, {}).upTo == 3);
    CHECK(grid->tail(5, bob, {}).upTo == 5);
}

TEST_CASE("A tail is cut at the end of a commit where it can be, and elsewhere when one commit is too long",
          "[store]") {
    const Centre centre;
    centre.log(notedFrom(alice, 1, 2));
    centre.log(notedFrom(alice, 3, 7));
    centre.log(notedFrom(alice, 8, 8));
    const auto grid = centre.view();
    const TailLimits four{.maxChanges = 4};
    const Tail first = grid->tail(0, bob, four);
    CHECK(seqsOf(first) == Seqs{1, 2});
    CHECK(first.upTo == 2);
    CHECK(first.more);
    const Tail second = grid->tail(2, bob, four);
    CHECK(seqsOf(second) == Seqs{3, 4, 5, 6});
    CHECK(second.more);
    const Tail third = grid->tail(6, bob, four);
    CHECK(seqsOf(third) == Seqs{7, 8});
    CHECK_FALSE(third.more);
    CHECK(seqsOf(grid->tail(0, bob, {.maxBytes = 1})) == Seqs{1});
}

TEST_CASE("A long log is read piece by piece without a gap", "[store]") {
    const Centre centre;
    centre.log(notedFrom(alice, 1, 4000));
    centre.log(notedFrom(alice, 4001, 4321));
    for (const std::size_t most : {std::size_t{100'000}, std::size_t{1999}, std::size_t{2000}, std::size_t{2001}}) {
        const auto grid = centre.view();
        std::uint64_t next = 1;
        Tail tail{.upTo = 0, .more = true};
        while (tail.more) {
            tail = grid->tail(tail.upTo, bob, {.maxChanges = most});
            for (const LoggedChange& logged : tail.changes) REQUIRE(logged.seq == next++);
        }
        CHECK(next == 4322);
        CHECK(tail.upTo == 4321);
    }
    std::uint64_t number = 0;
    centre.view()->forEachChangeOf(alice, [&](LoggedChange&& logged) { REQUIRE(logged.change.number == ++number); });
    CHECK(number == 4321);
    centre.view()->forEachChangeOf(bob, [](LoggedChange&&) { FAIL("Bob has written nothing"); });
}

TEST_CASE("A change is found by its stamp, a refused one by its number as well", "[store]") {
    const Centre centre;
    const RefusedChange first{noted(bob, 1, "one"), "not a date", kMorning};
    RefusedChange fork{noted(bob, 2, "two"), "twice", kMorning + 5};
    fork.change.stamp = first.change.stamp;
    {
        const auto grid = centre.writer();
        append(*grid, {noted(alice, 1)});
        grid->keepRefused(std::vector{first, fork});
        grid->keepRefused(std::vector{RefusedChange{noted(bob, 1, "again"), "told again", kMorning + 9}});
        CHECK(grid->logged(at(alice, 1)) == LoggedChange{1, noted(alice, 1)});  // before the commit, to the writer
        grid->commit();
    }
    const auto grid = centre.view();
    CHECK(grid->logged(at(alice, 1)) == LoggedChange{1, noted(alice, 1)});
    CHECK_FALSE(grid->logged(at(alice, 2)));
    CHECK_FALSE(grid->logged(at(bob, 1)));
    CHECK(grid->refused(first.change.stamp, 1) == first);
    CHECK(grid->refused(first.change.stamp, 2) == fork);
    CHECK_FALSE(grid->refused(first.change.stamp, 3));
    CHECK(grid->refusedChanges() == std::vector{first, fork});
}

// --- Readers and writers at once --------------------------------------------------------------------------------------

TEST_CASE("A view shows one moment, whatever is committed while somebody reads", "[store]") {
    const Centre centre;
    centre.write({inserted(visitWith(1, "before"))});
    centre.log({noted(alice, 1)});
    const auto reader = centre.view();
    const GridHead head = reader->head();

    centre.write({{visitWith(1, "before"), visitWith(1, "after", at(bob, 9))}, inserted(visitWith(2, "new"))});
    centre.log({noted(bob, 1)});
    CHECK(reader->head() == head);
    CHECK(allOf(*reader) == std::vector{visitWith(1, "before")});
    CHECK(reader->recordCount() == 1);
    CHECK(seqsOf(reader->tail(0, carol, {})) == Seqs{1});
    CHECK(reader->tail(0, carol, {}).upTo == 1);
}

namespace {

/// Two changes, then the number; where `givesUp`, all of it is dropped before the commit.
void pushTwo(GridStore& store, const DeviceId& phone, std::uint64_t push, bool givesUp, std::atomic<int>& wrong) {
    const auto grid = must(store.write(kGrid));
    if (grid->lastTaken(phone).number != push - 1) ++wrong;
    append(*grid, {noted(phone, 2 * push - 1), noted(phone, 2 * push)});
    grid->setLastTaken(phone, {push, at(phone, push).time});
    if (!givesUp) grid->commit();
}

}  // namespace

TEST_CASE("Eight writers in two servers, four readers behind their cursors: no number is skipped or given twice",
          "[store][crowd]") {
    constexpr int kWriters = 8, kReaders = 4;
    const std::uint64_t pushes = effort("QIAOMEN_COMMITS", 800) / kWriters;
    const Centre centre;
    GridStore* servers[] = {&centre.data->store(), &centre.data->secondServer()};
    std::atomic<int> writing = kWriters;
    std::atomic<int> wrong = 0;
    std::vector<std::thread> people;
    for (int writer = 0; writer < kWriters; ++writer) {
        people.emplace_back([&, writer] {
            const DeviceId phone = device(static_cast<std::uint8_t>(100 + writer));
            for (std::uint64_t push = 1; push <= pushes; ++push) {
                if (push % 10 == 3) pushTwo(*servers[writer % 2], phone, push, true, wrong);
                pushTwo(*servers[writer % 2], phone, push, false, wrong);
            }
            --writing;
        });
    }
    for (int reader = 0; reader < kReaders; ++reader) {
        people.emplace_back([&, reader] {
            std::map<DeviceId, std::uint64_t> lastOf;
            Tail tail;
            std::uint64_t met = 0;
            for (bool last = false; !last;) {
                last = writing == 0;  // what was committed before that is read in this round
                for (tail.more = true; tail.more;) {
                    tail = must(servers[reader % 2]->view(kGrid))->tail(tail.upTo, carol, {.maxChanges = 7});
                    for (const LoggedChange& logged : tail.changes) {
                        if (logged.seq != ++met) ++wrong;
                        if (logged.change.number != ++lastOf[logged.change.stamp.device]) ++wrong;
                    }
                }
            }
            if (met != kWriters * pushes * 2) ++wrong;
        });
    }
    for (std::thread& person : people) person.join();
    CHECK(wrong == 0);
    CHECK(centre.view()->head().cursor.seq == kWriters * pushes * 2);
}
