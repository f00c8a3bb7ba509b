// SPDX-License-Identifier: Apache-2.0
#include "syncserver/backup.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fstream>
#include <sstream>

#include "shared/client/attachment_sync.h"
#include "shared/client/http_attachment_way.h"
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

/// A photo's bytes: enough of a JPEG to be taken for one.
std::string pictureOf(char content) { return "\xff\xd8\xff\xe0" + std::string(300'000, content); }

/// A worker's phone with photos on it.
struct PhotoPhone {
    PhotoPhone(const ServingCentre& office, const std::string& name)
        : office_(office),
          phone(office.folder / name, office.folder / (name + ".json")),
          attachments(must(AttachmentStore::open(phone.store()))),
          token(must(readEnrolment(office.folder / (name + ".json"))).token) {}

    AttachmentRef photographs(char content) {
        const AttachmentRef image = must(attachments->put("image/jpeg", pictureOf(content)));
        must(phone.store().save({photo.number(),
                                 RecordId::named(kHome.bytes, std::string(1, content)),
                                 {{photo.hazard, kHome},
                                  {photo.stage, "before"},
                                  {photo.image, print(image)},
                                  {photo.takenAt, phone.store().nowMs()}}}));
        return image;
    }
    AttachmentReport carries() {
        REQUIRE(phone.syncsWith(office_.centre.url()));
        HttpAttachmentWay way({office_.centre.url(), token, {}});
        return must(AttachmentSync(way, {attachments.get()}).run(Network::unmetered));
    }

    const ServingCentre& office_;
    FieldPhone phone;
    std::unique_ptr<AttachmentStore> attachments;
    std::string token;
};

fs::path only(const std::vector<fs::path>& files) {
    REQUIRE(files.size() == 1);
    return files.front();
}

/// The files of a folder and below that are named by a hash.
std::vector<fs::path> attachmentsIn(const fs::path& folder) {
    std::vector<fs::path> found;
    for (const auto& file : fs::recursive_directory_iterator(folder)) {
        if (hashFromText(file.path().filename().string())) found.push_back(file.path());
    }
    std::ranges::sort(found);
    return found;
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

TEST_CASE("Photos come along with a backup, the next one copies new ones only, and a restored centre gives them out",
          "[backup][attachments]") {
    ServingCentre office;
    PhotoPhone zhang(office, "zhang");
    const AttachmentRef first = zhang.photographs('a');
    zhang.carries();
    CHECK_THAT(office.centre.command({"backup", (office.folder / "monday").string()}),
               ContainsSubstring("1 attachments (1 copied)"));
    CHECK(filesWith(office.folder / "monday", std::string(200, 'a')).empty());  // still encrypted

    const AttachmentRef second = zhang.photographs('b');
    zhang.carries();
    CHECK_THAT(office.centre.command(
                   {"backup", (office.folder / "tuesday").string(), "--earlier", (office.folder / "monday").string()}),
               ContainsSubstring("2 attachments (1 copied)"));
    const fs::path linked = only(attachmentsIn(office.folder / "monday"));
    CHECK(fs::hard_link_count(linked) == 2);
    fs::remove_all(office.folder / "monday");  // the later one stands without it

    office.centre.kill();
    fs::create_directories(office.folder / "safe");
    for (const char* key : {"key", "signing-key"})
        fs::copy_file(office.centre.data() / key, office.folder / "safe" / key);
    fs::remove_all(office.centre.data());
    CHECK_THAT(office.centre.command(
                   {"restore", (office.folder / "tuesday").string(), "--keys", (office.folder / "safe").string()}),
               ContainsSubstring("2 attachments"));
    office.centre.start();
    PhotoPhone li(office, "li");
    CHECK(li.carries().fetched == 2);
    CHECK(must(li.attachments->read(first.hash)) == pictureOf('a'));
    CHECK(must(li.attachments->read(second.hash)) == pictureOf('b'));
}

TEST_CASE("A photo that was damaged in the backup does not stop the restore: the phone that took it sends it again",
          "[backup][attachments]") {
    ServingCentre office;
    PhotoPhone zhang(office, "zhang");
    const AttachmentRef image = zhang.photographs('a');
    zhang.carries();
    office.centre.command({"backup", (office.folder / "backup").string()});
    {
        std::fstream bytes(only(attachmentsIn(office.folder / "backup")),
                           std::ios::in | std::ios::out | std::ios::binary);
        bytes.seekp(5000);
        bytes.put('x');
        bytes.put('y');
    }
    office.centre.kill();
    fs::rename(office.centre.data(), office.folder / "lost");
    CHECK_THAT(office.centre.command(
                   {"restore", (office.folder / "backup").string(), "--keys", (office.folder / "lost").string()}),
               ContainsSubstring("1 attachments were damaged in the backup"));
    office.centre.start();
    // An hour later the phone asks what the centre misses.
    CHECK(zhang.carries().sent == 1);
    PhotoPhone li(office, "li");
    CHECK(li.carries().fetched == 1);
    CHECK(must(li.attachments->read(image.hash)) == pictureOf('a'));
}
