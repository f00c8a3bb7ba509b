// SPDX-License-Identifier: Apache-2.0
//
// Real processes of the server on one database, with real phones.
#include <httplib.h>

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <fstream>
#include <future>
#include <iterator>
#include <thread>

#include "shared/client/attachment_sync.h"
#include "shared/client/http_attachment_way.h"
#include "shared/client/local_store.h"
#include "shared/domain/collections.h"
#include "syncserver/device_table.h"
#include "tests/processes/centre.h"
#include "tests/support/effort.h"
#include "tests/syncserver/field_phone.h"
#include "tests/syncserver/postgres/cluster.h"
#include "tests/syncserver/story.h"

using namespace qiaomen;
using namespace qiaomen::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

namespace fs = std::filesystem;

void makeOffice(const TempFolder& folder) {
    processes::run({.command = {QIAOMEN_SERVER, "make-grid", (folder / "office").string(), "--households", "3"},
                    .errors = folder / "log",
                    .environment = {}});
}

void enrol(const processes::Centre& centre, const TempFolder& folder, const std::string& name) {
    centre.command({"add-device", name, "--worker", name, "--grids", "all", "--server", "x", "--out",
                    (folder / (name + ".json")).string()});
}

/// The servers of one centre: each with a folder of its own in which only the signing key is.
struct TwoServers {
    TwoServers()
        : common{"--postgres", Cluster::get().freshDatabase(), "--attachments", (folder / "photos").string()},
          servers{{QIAOMEN_SERVER, folder / "one", common}, {QIAOMEN_SERVER, folder / "two", common}} {
        makeOffice(folder);
        servers[0].command({"import", (folder / "office").string()});
        fs::create_directories(servers[1].data());
        fs::copy_file(servers[0].data() / "signing-key", servers[1].data() / "signing-key");
        for (auto& server : servers) server.start();
    }

    TempFolder folder;
    std::vector<std::string> common;
    processes::Centre servers[2];
};

const std::string kPhoto = "\xff\xd8\xff\xe0 a photo ";

/// Records a hazard's photo; the bytes are still on the phone.
AttachmentRef photographs(FieldPhone& phone, const std::string& name) {
    const auto store = must(AttachmentStore::open(phone.store()));
    const AttachmentRef image = must(store->put("image/jpeg", kPhoto + name));
    must(phone.store().save({photo.number(),
                             RecordId::named(kHome.bytes, name),
                             {{photo.hazard, kHome},
                              {photo.stage, "before"},
                              {photo.image, print(image)},
                              {photo.takenAt, phone.store().nowMs()}}}));
    return image;
}

/// Waits at the server, as its only guest, while something happens there or elsewhere; what it hears.
template <class Happens>
WaitReply::Kind hears(const processes::Centre& server, const fs::path& enrolment, const WaitRequest& known,
                      const Happens& happens) {
    HttpTransport way({.server = server.url(), .token = must(readEnrolment(enrolment)).token, .caFile = {}});
    httplib::Client metrics(server.url());
    auto waits = std::async(std::launch::async, [&] { return way.wait(known); });
    while (metrics.Get("/metrics")->body.find("qiaomen_waiting_requests 1\n") == std::string::npos)
        std::this_thread::yield();
    happens();
    return must(waits.get()).kind;
}

/// A worker who records and syncs without end, with one server as long as it is there, else with the other.
class BusyWorker {
public:
    BusyWorker(TwoServers& centre, const std::string& name, std::size_t usual)
        : name_(name), phone_(centre.folder / name, centre.folder / (name + ".json")), usual_(usual) {
        for (const auto& server : centre.servers) urls_.push_back(server.url());
    }

    void work(const std::atomic<bool>& ending) {
        try {
            while (!ending) {
                phone_.visits(name_ + " " + std::to_string(++recorded));
                if (phone_.syncsWith(urls_[usual_]) || phone_.syncsWith(urls_[1 - usual_])) ++syncs;
            }
        } catch (const std::exception& wrong) {
            problem = wrong.what();
            broken = true;
        }
    }

    LocalStore& store() { return phone_.store(); }
    FieldPhone& phone() { return phone_; }

    int recorded = 0;
    std::atomic<int> syncs = 0;
    std::atomic<bool> broken = false;
    std::string problem;

private:
    std::string name_;
    FieldPhone phone_;
    std::size_t usual_;
    std::vector<std::string> urls_;
};

}  // namespace

TEST_CASE(
    "One of two servers is killed with -9 in the middle of syncs: the phones go on with the other, and nothing is lost",
    "[postgres][kill][servers]") {
    const std::uint64_t kills = effort("QIAOMEN_KILLS", 6);
    TwoServers centre;
    std::vector<std::unique_ptr<BusyWorker>> workers;
    for (const std::string name : {"zhang", "li", "wang"}) {
        enrol(centre.servers[workers.size() % 2], centre.folder, name);
        workers.push_back(std::make_unique<BusyWorker>(centre, name, workers.size() % 2));
    }
    std::atomic<bool> ending = false;
    std::vector<std::thread> threads;
    for (auto& worker : workers) threads.emplace_back([&] { worker->work(ending); });
    const auto afterSyncs = [&](int more) {
        for (const auto& worker : workers) {
            const int until = worker->syncs + more;
            while (worker->syncs < until && !worker->broken) std::this_thread::yield();
        }
    };
    for (std::uint64_t kill = 0; kill < kills; ++kill) {
        afterSyncs(3);
        centre.servers[kill % 2].kill();
        afterSyncs(3);  // with the other
        centre.servers[kill % 2].start();
    }
    ending = true;
    for (std::thread& thread : threads) thread.join();

    int recorded = 0;
    for (int round = 0; round < 2; ++round) {
        for (auto& worker : workers) REQUIRE(worker->phone().syncsWith(centre.servers[round].url()));
    }
    for (const auto& worker : workers) {
        CHECK(worker->problem.empty());
        recorded += worker->recorded;
        CHECK(must(worker->store().safety()).onlyHere == 0);
        CHECK(must(worker->store().safety()).refused == 0);
        CHECK(must(worker->store().digest()) == must(workers[0]->store().digest()));
    }
    CHECK(must(workers[0]->store().find(visit, visit.outcome, "met")).size() == static_cast<std::size_t>(recorded));
    CHECK_THAT(centre.servers[0].command({"counts"}), ContainsSubstring("visits " + std::to_string(recorded) + "\n"));
    CHECK_THAT(centre.servers[1].command({"verify"}), ContainsSubstring("is sound"));
}

TEST_CASE("Who waits at one server hears of what another server took", "[postgres][servers][wait]") {
    TwoServers centre;
    enrol(centre.servers[0], centre.folder, "zhang");
    enrol(centre.servers[0], centre.folder, "li");
    FieldPhone zhang(centre.folder / "zhang", centre.folder / "zhang.json");
    FieldPhone li(centre.folder / "li", centre.folder / "li.json");
    const auto hearsOfAVisit = [&] {
        REQUIRE(li.syncsWith(centre.servers[1].url()));
        const Cursor known = must(li.store().cursor());
        return hears(centre.servers[1], centre.folder / "li.json", {{{li.store().grid(), known}}}, [&] {
            zhang.visits("from the other side " + std::to_string(known.seq));
            REQUIRE(zhang.syncsWith(centre.servers[0].url()));
        });
    };
    REQUIRE(zhang.syncsWith(centre.servers[0].url()));
    for (int visit = 0; visit < 3; ++visit) CHECK(hearsOfAVisit() == WaitReply::Kind::moved);
}

TEST_CASE("Who waits is told that his grid was taken and given back by a command beside the servers",
          "[postgres][servers][wait][scope]") {
    // On PostgreSQL the command notifies; on files the server looks.
    const bool isOnFiles = GENERATE(false, true);
    CAPTURE(isOnFiles);
    TwoServers centre;
    processes::Centre files(QIAOMEN_SERVER, centre.folder / "files");
    processes::Centre& server = isOnFiles ? files : centre.servers[1];
    if (isOnFiles) files.command({"import", (centre.folder / "office").string()});
    const std::string grid = server.command({"grids"}).substr(0, 36);
    const fs::path enrolment = centre.folder / "li.json";
    server.command(
        {"add-device", "li", "--worker", "li", "--grids", grid, "--server", "x", "--out", enrolment.string()});
    if (isOnFiles) files.start();
    FieldPhone li(centre.folder / "li", enrolment);
    REQUIRE(li.syncsWith(server.url()));
    const WaitRequest known{{{li.store().grid(), must(li.store().cursor())}}};
    const processes::Centre& office = isOnFiles ? files : centre.servers[0];
    CHECK(hears(server, enrolment, known, [&] {
              office.command({"take-grid", "li", grid});
          }) == WaitReply::Kind::moved);
    CHECK(hears(server, enrolment, {}, [&] { office.command({"give-grid", "li", grid}); }) == WaitReply::Kind::moved);
}

TEST_CASE("What one server grants, binds and revokes holds at the other with the next request", "[postgres][servers]") {
    TwoServers centre;
    enrol(centre.servers[0], centre.folder, "zhang");
    FieldPhone phone(centre.folder / "zhang", centre.folder / "zhang.json");
    REQUIRE(phone.syncsWith(centre.servers[1].url()));
    FieldPhone thief(centre.folder / "thief", centre.folder / "zhang.json");  // the same token, another device
    CHECK(thief.asks(centre.servers[0].url()).error().fault == Fault::refused);
    centre.servers[1].command({"revoke-device", "zhang"});
    CHECK(phone.asks(centre.servers[0].url()).error().fault == Fault::refused);
    CHECK(phone.asks(centre.servers[1].url()).error().fault == Fault::refused);
}

TEST_CASE("A server that would sign with another key is not let at the database", "[postgres][servers]") {
    TwoServers centre;
    const processes::Centre stranger(QIAOMEN_SERVER, centre.folder / "stranger", centre.common);
    CHECK_THROWS(stranger.command({"grids"}));  // no key, and none is made: the database has its centre
    CHECK_FALSE(fs::exists(stranger.data() / "signing-key"));
    const processes::Centre other(QIAOMEN_SERVER, centre.folder / "other");
    other.command({"import", (centre.folder / "office").string()});
    fs::create_directories(stranger.data());
    fs::copy_file(other.data() / "signing-key", stranger.data() / "signing-key");
    CHECK_THROWS(stranger.command({"grids"}));
}

TEST_CASE("A password in the command is refused, and not repeated", "[postgres][servers]") {
    for (const std::string conninfo : {"host=db password=hunter2", "postgresql://zhang:hunter2@db/qiaomen"}) {
        const auto address = addressFrom(conninfo);
        REQUIRE_FALSE(address);
        CHECK(address.error().fault == Fault::invalid);
        CHECK(address.error().message.find("hunter2") == std::string::npos);
    }
    CHECK(addressFrom("host=db password='hunter2").error().message.find("hunter2") == std::string::npos);
    CHECK(addressFrom("postgresql://zhang@db/qiaomen").ok());
    CHECK(isConninfo("host=/run/postgresql dbname=qiaomen"));
    CHECK_FALSE(isConninfo("/var/lib/qiaomen"));
}

TEST_CASE("A centre that moves to PostgreSQL and back keeps its phones: same tokens, same receipts, same records",
          "[postgres][migrate][servers]") {
    const TempFolder folder;
    makeOffice(folder);
    const std::string database = Cluster::get().freshDatabase();
    processes::Centre files(QIAOMEN_SERVER, folder / "files");
    files.command({"import", (folder / "office").string()});
    enrol(files, folder, "zhang");
    enrol(files, folder, "li");
    FieldPhone zhang(folder / "zhang", folder / "zhang.json");
    FieldPhone li(folder / "li", folder / "li.json");
    files.start();
    zhang.visits("在柜子上");
    REQUIRE(zhang.syncsWith(files.url()));
    files.stop();

    CHECK_THAT(files.command({"migrate-store", files.data().string(), database}), ContainsSubstring("2 devices"));
    CHECK_THAT(files.command({"migrate-store", files.data().string(), database}),
               ContainsSubstring("0 grids copied, 1 were there"));
    processes::Centre onPostgres(QIAOMEN_SERVER, folder / "files", {"--postgres", database});
    CHECK(onPostgres.command({"counts"}) == files.command({"counts"}));
    onPostgres.start();
    li.visits("在数据库里");
    for (FieldPhone* phone : {&li, &zhang}) REQUIRE(phone->syncsWith(onPostgres.url()));
    CHECK(must(zhang.store().differences()) == 0);
    onPostgres.stop();

    const fs::path back = folder / "back" / "data";
    onPostgres.command({"migrate-store", database, back.string()});
    processes::Centre again(QIAOMEN_SERVER, folder / "back");
    CHECK_THAT(again.command({"verify"}), ContainsSubstring("is sound"));
    again.start();
    zhang.visits("又在柜子上");
    for (FieldPhone* phone : {&zhang, &li, &zhang}) REQUIRE(phone->syncsWith(again.url()));
    CHECK(must(li.store().find(visit, visit.outcome, "met")).size() == 3);
    CHECK(must(li.store().digest()) == must(zhang.store().digest()));
    CHECK(must(li.store().differences()) == 0);
}

TEST_CASE("Photos move with their centre to PostgreSQL and back, sealed anew, and none is left behind unsaid",
          "[postgres][migrate][attachments]") {
    const TempFolder folder;
    makeOffice(folder);
    const std::string database = Cluster::get().freshDatabase();
    const std::vector<std::string> onDatabase{"--postgres", database, "--attachments", (folder / "photos").string()};
    processes::Centre files(QIAOMEN_SERVER, folder / "files");
    files.command({"import", (folder / "office").string()});
    enrol(files, folder, "zhang");
    FieldPhone zhang(folder / "zhang", folder / "zhang.json");
    files.start();
    const AttachmentRef image = photographs(zhang, "p");
    photographs(zhang, "q");
    REQUIRE(zhang.syncsWith(files.url()));
    HttpAttachmentWay way({files.url(), must(readEnrolment(folder / "zhang.json")).token, {}});
    must(way.send(zhang.store().grid(), image.hash, 0, kPhoto + "p"));
    files.stop();

    const auto migrate = [&](const std::string& from, const std::string& to) {
        return files.command({"migrate-store", from, to, "--attachments", (folder / "photos").string()});
    };
    const std::string data = files.data().string();
    CHECK_THROWS(files.command({"migrate-store", data, database}));  // each would seal its photos by another key
    CHECK_THAT(migrate(data, database), ContainsSubstring("1 attachments copied") &&
                                            ContainsSubstring("1 attachments that records name are not there"));
    CHECK_THAT(migrate(data, database), ContainsSubstring("0 attachments copied") && ContainsSubstring("1 were there"));
    const processes::Centre onPostgres(QIAOMEN_SERVER, folder / "files", onDatabase);
    CHECK_THAT(onPostgres.command({"attachments", "--check"}), ContainsSubstring("named 2 missing 1 held 1"));
    CHECK_THAT(files.command({"attachments", "--check"}), ContainsSubstring("named 2 missing 1 held 1"));

    const fs::path back = folder / "back" / "data";
    CHECK_THAT(migrate(database, back.string()), ContainsSubstring("1 attachments copied"));
    const processes::Centre again(QIAOMEN_SERVER, folder / "back");
    CHECK_THAT(again.command({"attachments", "--check"}), ContainsSubstring("named 2 missing 1 held 1"));
}

TEST_CASE("A grid that is taken at one server is taken at all, and its late visits are rescued by any",
          "[postgres][scope]") {
    TwoServers centre;
    const std::string listed = centre.servers[0].command({"grids"});
    const std::string grid = listed.substr(0, 36);
    centre.servers[0].command({"add-device", "li", "--worker", "li", "--grids", grid, "--server", "x", "--out",
                               (centre.folder / "li.json").string()});
    FieldPhone phone(centre.folder / "li", centre.folder / "li.json");
    REQUIRE(phone.syncsWith(centre.servers[0].url()));
    phone.visits("late");
    centre.servers[0].command({"take-grid", "li", grid});
    CHECK_THAT(centre.servers[1].command({"devices"}), ContainsSubstring(R"("grids":0,"taken":1)"));

    auto report = phone.asks(centre.servers[1].url());
    REQUIRE(report);
    CHECK(report->grids.begin()->second.taken);
    CHECK(phone.store().leaving()->value().isDone());
    CHECK_THAT(
        httplib::Client(centre.servers[1].url()).Get("/metrics")->body,
        ContainsSubstring("qiaomen_changes_late_total 1\n") && ContainsSubstring("qiaomen_changes_refused_total 0\n"));
    std::ifstream log(centre.servers[1].data().parent_path() / "centre.log");
    CHECK_THAT(std::string(std::istreambuf_iterator<char>(log), {}),
               ContainsSubstring(R"("event":"late","device":")" + must(phone.store().identity()).text() +
                                 R"(","grid":")" + grid + R"(","changes":1)"));
    CHECK_THAT(centre.servers[0].command({"devices"}), ContainsSubstring(R"("unsent":0,"refused":0,"repairs":0)"));
    CHECK_THAT(centre.servers[0].command({"counts"}), ContainsSubstring("visits 0") && ContainsSubstring("rescued 1"));
    CHECK_THAT(centre.servers[0].command({"verify"}), ContainsSubstring("is sound"));

    centre.servers[1].command({"give-grid", "li", grid});
    report = phone.asks(centre.servers[0].url());
    REQUIRE(report);
    CHECK_FALSE(report->grids.begin()->second.taken);
    CHECK_FALSE(phone.store().leaving()->has_value());
}

TEST_CASE("A photo goes to one server in its first half and to the other in its second, and both give it out",
          "[postgres][servers][attachments]") {
    TwoServers centre;
    for (const char* name : {"zhang", "li"}) enrol(centre.servers[0], centre.folder, name);
    FieldPhone zhang(centre.folder / "zhang", centre.folder / "zhang.json");
    FieldPhone li(centre.folder / "li", centre.folder / "li.json");
    const auto wayTo = [&](std::size_t server, const std::string& name) {
        return HttpAttachmentWay(
            {centre.servers[server].url(), must(readEnrolment(centre.folder / (name + ".json"))).token, {}});
    };
    const auto hers = must(AttachmentStore::open(zhang.store()));
    const std::string content = "\xff\xd8\xff\xe0" + std::string(kAttachmentChunk + 1000, 'p');
    const AttachmentRef image = must(hers->put("image/jpeg", content));
    must(zhang.store().save({photo.number(),
                             RecordId::named(kHome.bytes, "p"),
                             {{photo.hazard, kHome},
                              {photo.stage, "before"},
                              {photo.image, print(image)},
                              {photo.takenAt, zhang.store().nowMs()}}}));
    REQUIRE(zhang.syncsWith(centre.servers[0].url()));

    const GridId grid = zhang.store().grid();
    HttpAttachmentWay first = wayTo(0, "zhang"), second = wayTo(1, "zhang");
    // Both have the grid's folder open before there is anything in it.
    for (HttpAttachmentWay* way : {&first, &second})
        CHECK(must(way->states(grid, {image.hash})).attachments.at(0).kind == AttachmentState::Kind::wanted);
    CHECK(must(first.send(grid, image.hash, 0, content.substr(0, kAttachmentChunk))).offset == kAttachmentChunk);
    CHECK(must(second.states(grid, {image.hash})).attachments.at(0).offset == kAttachmentChunk);
    CHECK(must(second.send(grid, image.hash, kAttachmentChunk, content.substr(kAttachmentChunk))).kind ==
          AttachmentState::Kind::held);
    CHECK(must(first.states(grid, {image.hash})).attachments.at(0).kind == AttachmentState::Kind::held);
    CHECK(must(first.states(grid, {})).missing.empty());

    const auto his = must(AttachmentStore::open(li.store()));
    REQUIRE(li.syncsWith(centre.servers[0].url()));
    HttpAttachmentWay way = wayTo(0, "li");
    CHECK(must(AttachmentSync(way, {his.get()}).run(Network::unmetered)).fetched == 1);
    CHECK(must(his->read(image.hash)) == content);
    CHECK_THAT(centre.servers[1].command({"attachments", "--check"}), ContainsSubstring("named 1 missing 0 held 1"));
}
