// SPDX-License-Identifier: Apache-2.0
#include "shared/sqlite/migrations.h"

#include "tests/support/temp_folder.h"

namespace qiaomen::tests {
namespace {

constexpr Migration kSteps[] = {{"notes", "CREATE TABLE note(text TEXT) STRICT; INSERT INTO note VALUES('first')"},
                                {"a place for each note", "ALTER TABLE note ADD COLUMN place TEXT"}};
constexpr Migration kBadSecond[] = {kSteps[0],
                                    {"broken", "UPDATE note SET text = 'half'; ALTER TABLE nowhere ADD COLUMN x TEXT"}};

}  // namespace

TEST_CASE("Each step is done once, in order", "[migrations]") {
    const TempFolder folder;
    Database database(folder / "grid.db", {});
    migrate(database, std::span(kSteps).first(1));
    migrate(database, kSteps);
    migrate(database, kSteps);
    CHECK(database.number("SELECT count(*) FROM note WHERE place IS NULL") == 1);
    CHECK(database.number("PRAGMA user_version") == 2);
}

TEST_CASE("A step that fails leaves the schema of the step before", "[migrations]") {
    const TempFolder folder;
    Database database(folder / "grid.db", {});
    CHECK_THROWS_AS(migrate(database, kBadSecond), StoreError);
    CHECK(database.number("PRAGMA user_version") == 1);
    CHECK(database.number("SELECT count(*) FROM note WHERE text = 'first'") == 1);
    migrate(database, kSteps);
    CHECK(database.number("PRAGMA user_version") == 2);
}

TEST_CASE("A file of a newer program is refused, not guessed at", "[migrations]") {
    const TempFolder folder;
    Database database(folder / "grid.db", {});
    migrate(database, kSteps);
    try {
        migrate(database, std::span(kSteps).first(1));
        FAIL("an older program opened it");
    } catch (const StoreError& wrong) {
        CHECK(wrong.fault() == Fault::outdated);
    }
}

}  // namespace qiaomen::tests
