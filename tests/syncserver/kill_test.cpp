// SPDX-License-Identifier: Apache-2.0
#include <httplib.h>

#include <algorithm>
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>
#include <thread>

#include "shared/core/compression.h"
#include "shared/core/wire.h"
#include "shared/domain/collections.h"
#include "tests/processes/centre.h"
#include "tests/support/effort.h"
#include "tests/syncserver/story.h"

using namespace qiaomen;
using namespace qiaomen::tests;
using nlohmann::json;

namespace {

/// A phone on the other side of real sockets, which keeps what is not receipted.
struct Sender {
    GridId grid;
    std::string token;
    std::vector<Change> unsent;
    std::uint64_t made = 0;
    std::uint64_t receipted = 0;
    Cursor head;  ///< the last receipt's
    Signer signer{alice};

    void records() {
        Change change{.collection = visit.number(),
                      .record = RecordId::named(grid.bytes, "visit " + std::to_string(++made))};
        change.stamp = {logicalTime(kMorning - 100'000'000 + static_cast<std::int64_t>(made)), alice};
        change.number = made;
        change.writes = {{visit.household, kHome, {}},
                         {visit.occurredAt, kMorning, {}},
                         {visit.way, "door", {}},
                         {visit.outcome, "met", {}},
                         {visit.remark, "第" + std::to_string(made) + "次", {}}};
        unsent.push_back(change);
    }

    /// False when the centre was not there, or died in the middle.
    bool sends(httplib::Client& client) {
        const SyncRequest request{alice, "kill test", {signer.signs({grid, {}, unsent})}};
        const auto answer = client.Post("/v1/sync", compress(encode(request)), "application/vnd.qiaomen.sync");
        if (!answer || answer->status != 200) return false;
        const SyncReply reply = must(decodeSyncReply(must(decompress(answer->body, 1 << 24))));
        const GridReply& mine = reply.grids.front();
        if (mine.problem) throw std::runtime_error(mine.problem->message);
        if (mine.receipt.lastNumber < receipted) throw std::runtime_error("the centre forgot what it had receipted");
        if (mine.receipt.head.seq < head.seq)
            throw std::runtime_error("the centre's log became shorter than a receipt says");
        signer.hears(request.grids.front(), mine);
        receipted = mine.receipt.lastNumber;
        head = mine.receipt.head;
        std::erase_if(unsent, [&](const Change& change) { return change.number <= receipted; });
        return true;
    }
};

json readJson(const std::filesystem::path& file) { return json::parse(std::ifstream(file)); }

}  // namespace

TEST_CASE("The server is killed with -9 again and again while a phone pushes: what was receipted is there, once",
          "[kill]") {
    const TempFolder folder;
    processes::Centre centre(QIAOMEN_SERVER, folder.path());
    processes::run({.command = {QIAOMEN_SERVER, "make-grid", (folder / "office").string(), "--households", "3"},
                    .errors = folder / "log",
                    .environment = {}});
    centre.command({"import", (folder / "office").string()});
    centre.command({"add-device", "zhang", "--worker", "张敏", "--grids", "all", "--server", "x", "--out",
                    (folder / "zhang.json").string()});
    const json enrolment = readJson(folder / "zhang.json");
    Sender phone{
        *GridId::parse(enrolment["grids"][0]["id"].get<std::string>()), enrolment["token"].get<std::string>(), {}};

    std::mt19937 dice(static_cast<unsigned>(effort("QIAOMEN_SEED", 1)));
    const std::uint64_t kills = effort("QIAOMEN_KILLS", 200);
    for (std::uint64_t kill = 0; kill < kills; ++kill) {
        centre.start();
        httplib::Client client(centre.url());
        client.set_tcp_nodelay(true);
        client.set_keep_alive(true);
        client.set_bearer_token_auth(phone.token);
        // A few pushes go through; in the middle of a later one, at whatever instruction the server is then, comes the end.
        std::atomic<std::uint32_t> pushes{0};
        std::thread killer([&, last = 1 + dice() % 8, moments = dice() % 3000] {
            while (pushes < last) std::this_thread::yield();
            for (std::uint32_t moment = 0; moment < moments; ++moment) std::this_thread::yield();
            centre.kill();
        });
        do {
            for (std::uint32_t n = 1 + dice() % 3; n > 0; --n) phone.records();
            ++pushes;
        } while (phone.sends(client));
        killer.join();
    }
    centre.start();
    httplib::Client client(centre.url());
    client.set_bearer_token_auth(phone.token);
    REQUIRE(phone.sends(client));
    CHECK(phone.receipted == phone.made);
    centre.stop();

    std::istringstream log(centre.command({"dump", enrolment["grids"][0]["code"].get<std::string>()}));
    std::uint64_t expected = 0;
    for (std::string line; std::getline(log, line);) {
        const json change = json::parse(line)["change"];
        if (change["collection"] != "visit") continue;
        CHECK(change["number"] == ++expected);
        CHECK(change["writes"].back()["value"] == "第" + std::to_string(expected) + "次");
    }
    CHECK(expected == phone.made);
    CHECK(phone.made > kills);
}
