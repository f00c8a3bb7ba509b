// SPDX-License-Identifier: Apache-2.0
#include "shared/sqlite/database.h"

#include <sys/resource.h>

#include <csignal>
#include <fstream>

#include "tests/support/temp_folder.h"

namespace qiaomen::tests {
namespace {

constexpr DatabaseKey kKey = {1, 2, 3, 4, 5};
constexpr DatabaseKey kAnotherKey = {9, 9, 9};

Fault faultOf(const std::function<void()>& work) {
    try {
        work();
    } catch (const StoreError& wrong) {
        INFO(wrong.what());
        return wrong.fault();
    }
    FAIL("nothing went wrong");
    return Fault::invalid;
}

std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void makeNotes(Database& database) {
    database.run("CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT");
}

void writeNote(Database& database, const std::string& text) {
    Transaction transaction(database);
    database.prepare("INSERT INTO note(text) VALUES(?)").with(text).run();
    transaction.commit();
}

/// Lets no file of this process grow beyond so many bytes: the kernel's way to make a disk fail.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

}  // namespace

TEST_CASE("What was written is there for the next who opens the file with the key", "[database]") {
    const TempFolder folder;
    {
        Database database(folder / "grid.db", {.key = kKey});
        makeNotes(database);
        writeNote(database, "李秀英 13800005678");
    }
    Database again(folder / "grid.db", {.key = kKey});
    CHECK(again.number("SELECT count(*) FROM note WHERE text = '李秀英 13800005678'") == 1);
    CHECK(again.verify().ok());
}

TEST_CASE("A stolen phone's files show nothing", "[database]") {
    const TempFolder folder;
    Database database(folder / "grid.db", {.key = kKey});
    makeNotes(database);
    writeNote(database, "李秀英 13800005678");
    CHECK(bytesOf(folder / "grid.db-wal").find("13800005678") == std::string::npos);
    database.checkpoint();
    CHECK(bytesOf(folder / "grid.db").find("13800005678") == std::string::npos);
    CHECK(bytesOf(folder / "grid.db").find("SQLite format") == std::string::npos);
}

TEST_CASE("A wrong key, no key and a file that is no database are told as such", "[database]") {
    const TempFolder folder;
    {
        Database database(folder / "grid.db", {.key = kKey});
        makeNotes(database);
    }
    CHECK(faultOf([&] { Database(folder / "grid.db", {.key = kAnotherKey}); }) == Fault::broken);
    CHECK(faultOf([&] { Database(folder / "grid.db", {}); }) == Fault::broken);
    std::ofstream(folder / "letter.txt") << std::string(8192, 'x');
    CHECK(faultOf([&] { Database(folder / "letter.txt", {}); }) == Fault::broken);
    CHECK(faultOf([&] { Database(folder / "nowhere/grid.db", {}); }) == Fault::missing);
    CHECK(faultOf([&] { Database(folder / "absent.db", {.readOnly = true}); }) == Fault::missing);
}

TEST_CASE("A flipped byte is found", "[database]") {
    const TempFolder folder;
    {
        Database database(folder / "grid.db", {.key = kKey});
        makeNotes(database);
        for (int i = 0; i < 200; ++i) writeNote(database, std::string(100, 'a'));
    }
    std::fstream file(folder / "grid.db", std::ios::in | std::ios::out | std::ios::binary);
    constexpr std::streamoff kSomewhere = 4096 * 3 + 1000;
    file.seekg(kSomewhere);
    const int byte = file.get();
    file.seekp(kSomewhere);
    file.put(static_cast<char>(byte ^ 0x5a));
    file.close();
    Database database(folder / "grid.db", {.key = kKey});
    CHECK_FALSE(database.verify().ok());
}

TEST_CASE("A transaction that is not committed leaves nothing", "[database]") {
    const TempFolder folder;
    Database database(folder / "grid.db", {});
    makeNotes(database);
    {
        Transaction transaction(database);
        database.prepare("INSERT INTO note(text) VALUES('half')").run();
    }
    CHECK(database.number("SELECT count(*) FROM note") == 0);
    writeNote(database, "whole");
    CHECK(database.number("SELECT count(*) FROM note") == 1);
}

TEST_CASE("A reader sees the last commit while somebody writes, and cannot write itself", "[database]") {
    const TempFolder folder;
    Database writer(folder / "grid.db", {.key = kKey});
    makeNotes(writer);
    Database reader(folder / "grid.db", {.key = kKey, .readOnly = true});
    Transaction transaction(writer);
    writer.prepare("INSERT INTO note(text) VALUES('new')").run();
    CHECK(reader.number("SELECT count(*) FROM note") == 0);
    transaction.commit();
    CHECK(reader.number("SELECT count(*) FROM note") == 1);
    CHECK_THROWS_AS(reader.run("DELETE FROM note"), StoreError);
}

TEST_CASE("On a full disk nothing is half done, and it goes on when there is space again", "[database]") {
    const TempFolder folder;
    {
        Database database(folder / "grid.db", {.key = kKey, .maxPages = 12});
        makeNotes(database);
        writeNote(database, "before");
        CHECK(faultOf([&] {
                  Transaction transaction(database);
                  for (int i = 0; i < 100; ++i)
                      database.prepare("INSERT INTO note(text) VALUES(?)").with(std::string(4000, 'x')).run();
                  transaction.commit();
              }) == Fault::full);
        CHECK(database.number("SELECT count(*) FROM note") == 1);
        writeNote(database, "after");
    }
    Database roomy(folder / "grid.db", {.key = kKey});
    CHECK(roomy.number("SELECT count(*) FROM note") == 2);
}

TEST_CASE("After an I/O error nothing more is written until the file is opened again", "[database]") {
    const TempFolder folder;
    {
        Database database(folder / "grid.db", {.key = kKey});
        makeNotes(database);
        writeNote(database, "safe");
        {
            const FileSizeLimit tight(std::filesystem::file_size(folder / "grid.db-wal") + 1000);
            CHECK(faultOf([&] { writeNote(database, std::string(50'000, 'x')); }) == Fault::broken);
        }
        CHECK(faultOf([&] { writeNote(database, "the disk is well again, but who knows what it holds"); }) ==
              Fault::broken);
        CHECK(database.number("SELECT count(*) FROM note") == 1);
    }
    Database again(folder / "grid.db", {.key = kKey});
    CHECK(again.number("SELECT count(*) FROM note WHERE text = 'safe'") == 1);
    writeNote(again, "on we go");
    CHECK(again.number("SELECT count(*) FROM note") == 2);
}

TEST_CASE("Every kind of value comes back as it went in", "[database]") {
    const TempFolder folder;
    Database database(folder / "grid.db", {});
    const RecordId id{{1, 2, 3}};
    const Value values[] = {{}, std::int64_t{INT64_MIN}, 1.5, "敲门 \"'", std::string("a\0b", 3), id};
    for (const Value& value : values) {
        Statement echo = database.prepare("SELECT ?");
        REQUIRE(echo.bind(1, value).step());
        CHECK(echo.value(0) == value);
    }
}

TEST_CASE("One statement can be used twice at a time", "[database]") {
    const TempFolder folder;
    Database database(folder / "grid.db", {});
    Statement outer = database.prepare("SELECT 1 UNION SELECT 2");
    REQUIRE(outer.step());
    Statement inner = database.prepare("SELECT 1 UNION SELECT 2");
    REQUIRE(inner.step());
    CHECK(inner.integer(0) == 1);
    REQUIRE(outer.step());
    CHECK(outer.integer(0) == 2);
}

TEST_CASE("An error names the statement, never what was bound to it", "[database]") {
    const TempFolder folder;
    Database database(folder / "grid.db", {});
    makeNotes(database);
    database.run("CREATE UNIQUE INDEX one ON note(text)");
    writeNote(database, "13800005678");
    try {
        writeNote(database, "13800005678");
        FAIL("twice the same");
    } catch (const StoreError& wrong) {
        CHECK(std::string(wrong.what()).find("13800005678") == std::string::npos);
        CHECK(std::string(wrong.what()).find("INSERT INTO note") != std::string::npos);
    }
}

}  // namespace qiaomen::tests
