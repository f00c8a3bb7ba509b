// SPDX-License-Identifier: Apache-2.0
#include "syncserver/backup.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fstream>
#include <sstream>

#include "shared/client/local_store.h"
#include "shared/domain/collections.h"
#include "tests/processes/centre.h"
#include "tests/syncserver/field_phone.h"
#include "tests/syncserver/story.h"

using namespace qiaomen;
using namespace qiaomen::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

namespace fs = std::filesystem;

std::vector<std::string> remarksOf(LocalStore& store) {
    std::vector<std::string> remarks;
    for (const Record& record : must(store.find(visit, visit.outcome, "met")))
        remarks.push_back(record.text(visit.remark));
    std::ranges::sort(remarks);
    return remarks;
}

/// A centre that serves one small grid, with two enrolled devices: their files are zhang.json and li.json.
struct ServingCentre {
    ServingCentre() : centre(QIAOMEN_SERVER, folder / "centre") {
        processes::run({.command = {QIAOMEN_SERVER, "make-grid", (folder / "office").string(), "--households", "3"},
                        .errors = folder / "log",
                        .environment = {}});
        centre.command({"import", (folder / "office").string()});
        for (const char* name : {"zhang", "li"})
            centre.command({"add-device", name, "--worker", name, "--grids", "all", "--server", "x", "--out",
                            (folder / (std::string(name) + ".json")).string()});
        centre.start();
    }

    TempFolder folder;
    processes::Centre centre;
};

CentreFolder::Options newCentre(const fs::path& folder) {
    return {.folder = folder, .collections = allCollections(), .clock = machineClock(), .random = machineRandom()};
}

/// Every file of a folder that holds the bytes.
std::vector<fs::path> filesWith(const fs::path& folder, const std::string& bytes) {
    std::vector<fs::path> found;
    for (const auto& file : fs::recursive_directory_iterator(folder)) {
        if (!file.is_regular_file()) continue;
        std::ifstream in(file.path(), std::ios::binary);
        const std::string content{std::istreambuf_iterator<char>(in), {}};
        if (content.find(bytes) != std::string::npos) found.push_back(file.path());
    }
    return found;
}

}  // namespace

TEST_CASE("The centre's disk dies a day after the backup: what was recorded since comes back from the phones",
          "[backup]") {
    ServingCentre office;
    FieldPhone zhang(office.folder / "zhang", office.folder / "zhang.json");
    FieldPhone li(office.folder / "li", office.folder / "li.json");
    const auto bothSync = [&](const std::string& url) {
        for (FieldPhone* phone : {&zhang, &li, &zhang}) REQUIRE(phone->syncsWith(url));
    };
    for (const char* remark : {"一", "二", "三"}) zhang.visits(remark);
    li.visits("四");
    bothSync(office.centre.url());

    const fs::path backup = office.folder / "backup";
    CHECK_THAT(office.centre.command({"backup", backup.string()}), ContainsSubstring("1 grids"));  // while it serves
    CHECK(filesWith(backup, "四").empty());                                                        // still encrypted
    CHECK_FALSE(fs::exists(backup / "key"));

    zhang.visits("五");
    bothSync(office.centre.url());
    li.visits("六");
    bothSync(office.centre.url());
    CHECK(must(li.store().safety()).onlyHere == 0);
    zhang.visits("七");  // not sent any more

    office.centre.kill();
    fs::create_directories(office.folder / "safe");  // where a careful administrator keeps the keys
    for (const char* key : {"key", "signing-key"})
        fs::copy_file(office.centre.data() / key, office.folder / "safe" / key);
    fs::remove_all(office.centre.data());

    office.centre.command({"restore", backup.string(), "--keys", (office.folder / "safe").string()});
    CHECK(remarksOf(li.store()).size() == 6);
    office.centre.start();
    bothSync(office.centre.url());
    bothSync(office.centre.url());
    for (FieldPhone* phone : {&zhang, &li}) {
        CHECK(remarksOf(phone->store()) == std::vector<std::string>{"一", "七", "三", "二", "五", "六", "四"});
        CHECK(must(phone->store().safety()).onlyHere == 0);
        CHECK(must(phone->store().safety()).refused == 0);
    }
    CHECK(must(zhang.store().digest()) == must(li.store().digest()));
    CHECK_THAT(office.centre.command({"verify"}), ContainsSubstring("is sound"));
    CHECK_THAT(office.centre.command({"counts"}), ContainsSubstring("visits 7"));
}

TEST_CASE("A backup is not made over another one, and a centre is not restored over another one", "[backup]") {
    TestCentre centre;
    TestPhone zhang(centre, alice, "张敏");
    registersHome(zhang);
    zhang.syncsAll();
    const TempFolder folder;
    const BackupReport made = must(backUp(centre.folder(), folder / "backup", machineClock()));
    CHECK(made.grids == 1);
    CHECK(made.changes == 2);
    CHECK(backUp(centre.folder(), folder / "backup", machineClock()).error().fault == Fault::invalid);
    CHECK(restore(folder / "backup", centre.path(), newCentre(centre.path())).error().fault == Fault::refused);

    const BackupReport restored = must(restore(folder / "backup", centre.path(), newCentre(folder / "again")));
    CHECK(restored.changes == 2);
    const auto again = must(CentreFolder::open(newCentre(folder / "again")));
    CHECK(again->publicKey() == centre.folder().publicKey());
    const GridHead head = must(again->grids().view(centre.grid()))->head();
    CHECK(head.digest == centre.head().digest);
    CHECK(head.chain == centre.head().chain);
    CHECK(head.cursor.epoch != centre.head().cursor.epoch);
    CHECK(again->access().devices().value().size() == 1);
}

TEST_CASE("A backup that is unfinished, damaged or without its keys makes no centre", "[backup]") {
    TestCentre centre;
    TestPhone zhang(centre, alice, "张敏");
    registersHome(zhang);
    zhang.syncsAll();
    const TempFolder folder;
    must(backUp(centre.folder(), folder / "backup", machineClock()));
    const fs::path grid = folder / "backup" / "grids" / (centre.grid().text() + ".db");
    const auto tries = [&](const fs::path& keys) {
        return restore(folder / "backup", keys, newCentre(folder / "again"));
    };

    CHECK(tries(folder / "backup").error().fault == Fault::missing);  // nobody has put the keys there

    fs::rename(folder / "backup" / "backup.json", folder / "backup.json");
    CHECK(tries(centre.path()).error().fault == Fault::missing);
    fs::rename(folder / "backup.json", folder / "backup" / "backup.json");

    fs::rename(grid, folder / "grid.db");
    CHECK_THAT(tries(centre.path()).error().message, ContainsSubstring("lacks a grid"));
    fs::rename(folder / "grid.db", grid);

    std::fstream bytes(grid, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekg(5000);
    const char byte = static_cast<char>(bytes.get() ^ 0x01);
    bytes.seekp(5000);
    bytes.put(byte);
    bytes.close();
    CHECK(tries(centre.path()).error().fault == Fault::broken);
    CHECK_FALSE(fs::exists(folder / "again"));
}
