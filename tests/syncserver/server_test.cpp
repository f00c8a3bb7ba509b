// SPDX-License-Identifier: Apache-2.0
#include "syncserver/server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>
#include <thread>

#include "shared/core/compression.h"
#include "shared/core/json.h"
#include "shared/core/packed.h"
#include "shared/core/wire.h"
#include "shared/domain/collections.h"
#include "tests/syncserver/story.h"

using namespace qiaomen;
using namespace qiaomen::tests;
using nlohmann::json;

namespace {

/// The centre behind real sockets, on any free port.
class LocalServer {
public:
    LocalServer() : server_(centre.hub(), centre.folder().access(), centre.folder().grids(), metrics, log_) {
        port = must(server_.bind({}));
        serving_ = std::thread([this] { server_.serve(); });
        while (!server_.isRunning()) std::this_thread::yield();
    }
    ~LocalServer() {
        server_.stop();
        serving_.join();
    }

    std::string enrol(const std::string& worker, std::set<GridId> grids) {
        return must(
            centre.folder().access().add({.device = worker + "的手机", .worker = worker, .grids = std::move(grids)}));
    }
    httplib::Client client(const std::string& token = "") const {
        httplib::Client client("127.0.0.1", port);
        client.set_tcp_nodelay(true);
        client.set_keep_alive(true);
        if (!token.empty()) client.set_bearer_token_auth(token);
        return client;
    }

    TestCentre centre;
    Metrics metrics;
    int port = 0;

private:
    EventLog log_;
    HttpServer server_;
    std::thread serving_;
};

/// A stranger who speaks TCP and does not care for rules.
class RawConnection {
public:
    explicit RawConnection(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("no connection");
    }
    ~RawConnection() { ::close(socket_); }
    RawConnection(const RawConnection&) = delete;
    RawConnection& operator=(const RawConnection&) = delete;

    /// False when the other side has hung up.
    bool sends(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    /// Everything until the other side closes.
    [[nodiscard]] std::string hears() const {
        std::string all;
        char bytes[4096];
        for (ssize_t got; (got = ::recv(socket_, bytes, sizeof bytes, 0)) > 0;)
            all.append(bytes, static_cast<std::size_t>(got));
        return all;
    }

private:
    int socket_;
};

/// The status of the only answer to these bytes; 0 when there was none, -1 when there was more than one.
int answerTo(int port, const std::string& bytes) {
    const RawConnection stranger(port);
    stranger.sends(bytes);
    const std::string answer = stranger.hears();
    if (answer.find("HTTP/1.1 ") != 0) return 0;
    if (answer.find("HTTP/1.1 ", 9) != std::string::npos) return -1;
    return std::stoi(answer.substr(9, 3));
}

std::string post(const std::string& headers, const std::string& body = "") {
    return "POST /v1/sync HTTP/1.1\r\nHost: centre\r\nContent-Type: application/json\r\n" + headers + "\r\n" + body;
}

std::string requestOf(const SyncRequest& request) { return compress(encode(request)); }

}  // namespace

TEST_CASE("A stop that comes before serving is not forgotten", "[server]") {
    TestCentre centre;
    Metrics metrics;
    EventLog log;
    HttpServer server(centre.hub(), centre.folder().access(), centre.folder().grids(), metrics, log);
    must(server.bind({}));
    server.stop();
    server.serve();
    CHECK_FALSE(server.isRunning());
}

TEST_CASE("A stop in the moment between binding and listening ends the server", "[server]") {
    for (int round = 0; round < 20; ++round) {
        TestCentre centre;
        Metrics metrics;
        EventLog log;
        HttpServer server(centre.hub(), centre.folder().access(), centre.folder().grids(), metrics, log);
        must(server.bind({}));
        std::thread stopping([&] { server.stop(); });
        server.serve();
        stopping.join();
        CHECK_FALSE(server.isRunning());
    }
}

TEST_CASE("A phone syncs over real HTTP, in its own bytes", "[server]") {
    LocalServer server;
    auto client = server.client(server.enrol("张敏", {gridId(1)}));
    Change change{
        .collection = dwelling.number(), .record = kDoor, .stamp = {logicalTime(kMorning), alice}, .number = 1};
    change.writes = {{dwelling.address, "柳湾村1号", {}}};
    const auto answer = client.Post("/v1/sync",
                                    requestOf({alice, "phone 0.1", {Signer(alice).signs({gridId(1), {}, {change}})}}),
                                    "application/vnd.qiaomen.sync");
    REQUIRE(answer);
    REQUIRE(answer->status == 200);
    CHECK(answer->get_header_value("Content-Type") == "application/vnd.qiaomen.sync");
    const SyncReply reply = must(decodeSyncReply(must(decompress(answer->body, 1 << 20))));
    CHECK(reply.grids.front().receipt.lastNumber == 1);
    CHECK(isSignedBy(reply.grids.front().receipt, server.centre.folder().publicKey()));

    const auto snapshot = client.Get(("/v1/grids/" + gridId(1).text() + "/snapshot").c_str());
    REQUIRE(snapshot);
    REQUIRE(snapshot->status == 200);
    const Snapshot grid = must(decodeSnapshot(must(decompress(snapshot->body, 1 << 20))));
    REQUIRE(grid.records.size() == 1);
    CHECK(grid.records.front().text(dwelling.address) == "柳湾村1号");
    CHECK(grid.digest == server.centre.head().digest);
}

TEST_CASE("A phone asks the same again by its name; nobody else can, and who was forgotten asks in full", "[server]") {
    LocalServer server;
    auto client = server.client(server.enrol("张敏", {gridId(1)}));
    auto other = server.client(server.enrol("李强", {gridId(1)}));
    const std::string question = encode(SyncRequest{alice, "phone 0.1", {{gridId(1), {}, {}}}});
    const auto ask = [&](httplib::Client& from, const std::string& body) {
        const auto answer = from.Post("/v1/sync", body, "q/m");
        REQUIRE(answer);
        return *answer;
    };
    const std::string name = packName(qiaomen::nameOf(question));
    CHECK(ask(client, name).status == 409);
    const auto first = ask(client, pack(question));
    REQUIRE(first.status == 200);
    CHECK_FALSE(first.has_header("Content-Type"));
    CHECK_FALSE(first.has_header("Keep-Alive"));
    const auto again = ask(client, name);
    REQUIRE(again.status == 200);
    CHECK(must(decodeSyncReply(must(unpack(again.body, 1 << 20)))).grids.size() ==
          must(decodeSyncReply(must(unpack(first.body, 1 << 20)))).grids.size());
    CHECK(ask(other, name).status == 409);
    must(server.centre.folder().access().revoke("张敏的手机"));
    CHECK(ask(client, name).status == 401);
}

TEST_CASE("A person with curl syncs in JSON", "[server]") {
    LocalServer server;
    auto client = server.client(server.enrol("张敏", {gridId(1)}));
    Change change{
        .collection = dwelling.number(), .record = kDoor, .stamp = {logicalTime(kMorning), alice}, .number = 1};
    change.writes = {{dwelling.address, "柳湾村1号", {}}};
    const std::string body = toJson(SyncRequest{alice, "curl", {Signer(alice).signs({gridId(1), {}, {change}})}},
                                    allCollections());
    const auto answer = client.Post("/v1/sync", body, "application/json");
    REQUIRE(answer);
    REQUIRE(answer->status == 200);
    const json reply = json::parse(answer->body);
    CHECK(reply["grids"][0]["receipt"]["lastNumber"] == 1);

    const auto snapshot = client.Get(("/v1/grids/" + gridId(1).text() + "/snapshot").c_str(),
                                     {{"Accept", "application/json"}});
    REQUIRE(snapshot);
    CHECK(json::parse(snapshot->body)["records"].size() == 1);
}

TEST_CASE("Health and metrics tell how the centre is, and nothing about anybody", "[server]") {
    LocalServer server;
    auto client = server.client(server.enrol("张敏", {gridId(1)}));
    client.Post("/v1/sync", requestOf({alice, "phone", {{gridId(1), {}, {}}}}), "application/vnd.qiaomen.sync");
    const auto health = client.Get("/v1/health");
    REQUIRE(health);
    CHECK(json::parse(health->body)["status"] == "ok");
    const auto metrics = client.Get("/metrics");
    REQUIRE(metrics);
    CHECK(metrics->body.find("qiaomen_syncs_total 1\n") != std::string::npos);
    CHECK(metrics->body.find("qiaomen_devices 1\n") != std::string::npos);
    CHECK(metrics->body.find("qiaomen_sync_seconds_count 1\n") != std::string::npos);
    CHECK(metrics->body.find("张敏") == std::string::npos);
    CHECK(metrics->body.find(alice.text()) == std::string::npos);
}

TEST_CASE("A device's last sync tells what it still holds, what was refused, and how often it had to be repaired",
          "[server]") {
    LocalServer server;
    auto client = server.client(server.enrol("张敏", {gridId(1)}));
    server.enrol("李强", {gridId(1)});
    const auto devices = [&] { return must(server.centre.folder().access().devices()); };
    CHECK_FALSE(devices()[0].lastSyncMs);

    Change castle{
        .collection = dwelling.number(), .record = kDoor, .stamp = {logicalTime(kMorning), alice}, .number = 1};
    castle.writes = {{dwelling.use, "castle", {}}};
    const SyncRequest request{.device = alice,
                              .app = "phone 1",
                              .grids = {Signer(alice).signs({gridId(1), {}, {castle}})},
                              .waiting = 12,
                              .repairs = 3};
    REQUIRE(client.Post("/v1/sync", requestOf(request), "application/vnd.qiaomen.sync")->status == 200);
    const std::vector<EnrolledDevice> after = devices();
    const auto zhang = std::ranges::find(after, std::string("张敏的手机"),
                                         [](const auto& each) { return each.grant.device; });
    REQUIRE(zhang != after.end());
    CHECK(zhang->lastSyncMs == server.centre.clock().source()());
    CHECK(zhang->app == "phone 1");
    CHECK(zhang->unsent == 12);
    CHECK(zhang->refused == 1);
    CHECK(zhang->repairs == 3);

    const auto says = [&](const std::string& line) {
        return client.Get("/metrics")->body.find(line + "\n") != std::string::npos;
    };
    CHECK(says("qiaomen_devices 2"));
    CHECK(says("qiaomen_devices_never_synced 1"));
    CHECK(says("qiaomen_devices_silent_day 0"));
    CHECK(says("qiaomen_unsent_changes 12"));
    CHECK(says("qiaomen_device_refusals 1"));
    CHECK(says("qiaomen_device_repairs 3"));
    server.centre.clock().advance(8LL * 86'400'000);
    CHECK(says("qiaomen_devices_silent_day 1"));
    CHECK(says("qiaomen_devices_silent_week 1"));

    // What a sync could not bring is still on the phone, whatever it thought when it asked.
    const SyncRequest elsewhere{
        .device = alice, .app = "phone 1", .grids = {Signer(alice).signs({gridId(9), {}, {castle}})}};
    REQUIRE(client.Post("/v1/sync", requestOf(elsewhere), "application/vnd.qiaomen.sync")->status == 200);
    CHECK(devices()[0].unsent + devices()[1].unsent == 1);

    // Of a grid without news nothing is said, and what is said of the next one is not taken for it.
    const GridHead head = server.centre.head();
    GridRequest idle{.grid = gridId(1), .cursor = head.cursor, .safe = 1, .check = head.digest.low};
    Change hut = castle;
    hut.number = 2;
    const SyncRequest both{
        .device = alice, .app = "phone 1", .grids = {idle, Signer(alice).signs({gridId(9), {}, {castle, hut}})}};
    REQUIRE(client.Post("/v1/sync", requestOf(both), "application/vnd.qiaomen.sync")->status == 200);
    CHECK(devices()[0].unsent + devices()[1].unsent == 2);
}

TEST_CASE("Who is not enrolled, or not for this grid, hears no and nothing else", "[server][access]") {
    LocalServer server;
    must(server.centre.folder().grids().createGrid(gridId(2)));
    const std::string token = server.enrol("张敏", {gridId(1)});
    const std::string body = requestOf({alice, "phone", {{gridId(1), {}, {}}}});
    const char* type = "application/vnd.qiaomen.sync";
    CHECK(server.client().Post("/v1/sync", body, type)->status == 401);
    CHECK(server.client("0123456789abcdef").Post("/v1/sync", body, type)->status == 401);
    CHECK(server.client(token).Post("/v1/sync", body, type)->status == 200);

    const std::string other = server.enrol("李强", {gridId(2)});
    CHECK(server.client(other).Post("/v1/sync", body, type)->status == 403);  // Zhang's device id
    CHECK(server.client(token).Post("/v1/sync", requestOf({bob, "phone", {}}), type)->status == 403);
    CHECK(server.client(token).Get(("/v1/grids/" + gridId(2).text() + "/snapshot").c_str())->status == 403);
    CHECK(server.client().Get(("/v1/grids/" + gridId(2).text() + "/snapshot").c_str())->status == 401);
    CHECK(server.client(token).Get("/v1/grids/nonsense/snapshot")->status == 404);

    must(server.centre.folder().access().revoke("张敏的手机"));
    const auto revoked = server.client(token).Post("/v1/sync", body, type);
    CHECK(revoked->status == 401);
    CHECK(json::parse(revoked->body)["fault"] == "refused");
}

TEST_CASE("What is not a message is refused with a reason, and the centre goes on", "[server][hostile]") {
    LocalServer server;
    auto client = server.client(server.enrol("张敏", {gridId(1)}));
    static constexpr const char* sync = "application/vnd.qiaomen.sync";
    const auto [body, type] = GENERATE(table<std::string, std::string>({
        {"", "application/json"},
        {"{", "application/json"},
        {R"({"device":"01900000-0000-7000-8000-00000000000a","device":"x","app":"","grids":[]})", "application/json"},
        {R"({"device":"01900000-0000-7000-8000-00000000000a","app":"","grids":[],"extra":1})", "application/json"},
        {std::string(100'000, '['), "application/json"},
        {"\xff\xfe", "application/json"},
        {"", sync},
        {"not zstd", sync},
        {compress("not a message"), sync},
        {compress(std::string(std::size_t{49} << 20, '\0')), sync},  // would unpack to more than anybody may send
        {encode(SyncRequest{}), sync},                               // not compressed
    }));
    const auto answer = client.Post("/v1/sync", body, type);
    REQUIRE(answer);
    CHECK(answer->status == 400);
    CHECK(json::parse(answer->body)["fault"] == "invalid");
    CHECK(answer->headers.count("EXCEPTION_WHAT") == 0);
    CHECK(client.Get("/v1/health")->status == 200);
}

TEST_CASE("A message of a later version is told to be one", "[server]") {
    LocalServer server;
    auto client = server.client(server.enrol("张敏", {gridId(1)}));
    std::string bytes = encode(SyncRequest{alice, "phone", {}});
    bytes[2] = 99;
    const auto answer = client.Post("/v1/sync", compress(bytes), "application/vnd.qiaomen.sync");
    REQUIRE(answer);
    CHECK(answer->status == 426);
    CHECK(json::parse(answer->body)["fault"] == "outdated");
}

TEST_CASE("Requests that the HTTP library would choke on are stopped before it", "[server][hostile]") {
    LocalServer server;
    const auto [bytes, status] = GENERATE(table<std::string, int>({
        {post("Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n0\r\n\r\n"), 400},
        {post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\nGET /metrics HTTP/1.1\r\n\r\n"), 400},
        {post("Content-Encoding: gzip\r\nContent-Length: 2\r\n", "{}"), 400},
        {post("Trailer: X\r\nContent-Length: 2\r\n", "{}"), 400},
        {post("Expect: 100-continue\r\nContent-Length: 2\r\n", "{}"), 400},
        {"GET /v1/health HTTP/1.1\r\nHost: c\r\nRange: bytes=0-1,0-1,0-1\r\n\r\n", 400},
        {post(""), 411},
        {post("Content-Length: 2\r\nContent-Length: 2\r\n", "{}"), 400},
        {post("Content-Length: +2\r\n", "{}"), 400},
        {post("Content-Length: 2 2\r\n", "{}"), 400},
        {post("Content-Length: -2\r\n", "{}"), 400},
        {post("Content-Length: 99999999999\r\n"), 413},
        {post("Content-Length: 99999999999999999999999\r\n"), 413},
        {"GET /metrics HTTP/1.1\r\nHost: c\r\nContent-Length: 35\r\n\r\nGET /v1/health HTTP/1.1\r\nHost: c\r\n\r\n",
         400},
        {"GET /metrics HTTP/1.1\r\nHost: c\r\nX: a%0d%0aSet-Cookie: b\r\n\r\n", 400},
        {"GET /metrics HTTP/1.1\r\nHost: c\r\nX: a\r\n folded\r\n\r\n", 400},
        {"GET /metrics HTTP/1.1\r\nHost: c\nX: a\r\n\r\n", 400},
        {std::string("GET /metrics HTTP/1.1\r\nHost: c\r\nX: a\0b\r\n\r\n", 43), 400},
        {"GET /metrics HTTP/1.1\r\nHost : c\r\n\r\n", 400},
        {"GET /metrics HTTP/1.1\r\nHost: c\r\nHost: d\r\n\r\n", 400},
        {"TRACE / HTTP/1.1\r\nHost: c\r\n\r\n", 405},
        {"PUT /v1/sync HTTP/1.1\r\nHost: c\r\nContent-Length: 0\r\n\r\n", 405},
        {"GET http://elsewhere/ HTTP/1.1\r\nHost: c\r\n\r\n", 400},
        {"GET /" + std::string(3000, 'a') + " HTTP/1.1\r\nHost: c\r\n\r\n", 414},
        {"GET / HTTP/2.0\r\nHost: c\r\n\r\n", 505},
        {"\r\n\r\n", 400},
        {"POST /v1/sync HTTP/1.1\r\nHost: c\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: "
         "1\r\n\r\nx",
         415},
    }));
    INFO(bytes.substr(0, 200));
    CHECK(answerTo(server.port, bytes) == status);
    CHECK(server.client().Get("/v1/health")->status == 200);
}

TEST_CASE("Headers without end are cut off, however they come", "[server][hostile]") {
    LocalServer server;
    std::string many = "GET /v1/health HTTP/1.1\r\nHost: c\r\n";
    for (int i = 0; i < 45; ++i) many += "X-" + std::to_string(i) + ": 1\r\n";
    CHECK(answerTo(server.port, many + "\r\n") == 431);

    const RawConnection stranger(server.port);
    stranger.sends("GET /v1/health HTTP/1.1\r\nX: ");
    const std::string piece(1 << 16, 'a');
    std::size_t swallowed = 0;
    while (swallowed < (std::size_t{64} << 20) && stranger.sends(piece)) swallowed += piece.size();
    CHECK(swallowed < (std::size_t{64} << 20));  // it hung up instead of listening to 64 MB
    CHECK(server.client().Get("/v1/health")->status == 200);
}

TEST_CASE("Two hundred connections that never finish a sentence keep nobody else waiting for them",
          "[server][hostile]") {
    LocalServer server;
    std::vector<std::unique_ptr<RawConnection>> silent;
    for (int i = 0; i < 200; ++i) {
        silent.push_back(std::make_unique<RawConnection>(server.port));
        silent.back()->sends("GET /v1/health HTTP/1.1\r\nHost");
    }
    for (int i = 0; i < 20; ++i) CHECK(server.client().Get("/v1/health")->status == 200);
}

TEST_CASE("Bodies that come in drops keep nobody else waiting for them", "[server][hostile]") {
    LocalServer server;
    std::vector<std::unique_ptr<RawConnection>> dripping;
    for (int i = 0; i < 100; ++i) {
        dripping.push_back(std::make_unique<RawConnection>(server.port));
        dripping.back()->sends(post("Content-Length: 1000000\r\n", "{"));
    }
    for (int i = 0; i < 20; ++i) {
        for (const auto& drop : dripping) CHECK(drop->sends(" "));
        CHECK(server.client().Get("/v1/health")->status == 200);
    }
}

TEST_CASE("Strangers who connect, say nothing, or say three letters and go, do not shut the door",
          "[server][hostile]") {
    LocalServer server;
    std::vector<std::unique_ptr<RawConnection>> crowd;
    for (int i = 0; i < 200; ++i) crowd.push_back(std::make_unique<RawConnection>(server.port));
    CHECK(server.client().Get("/v1/health")->status == 200);
    crowd.clear();
    for (int i = 0; i < 1'000; ++i) RawConnection(server.port).sends("GET");  // and gone
    CHECK(server.client().Get("/v1/health")->status == 200);
}

TEST_CASE("Half a million headers, a body of encodings, six hundred ranges: each is answered once and forgotten",
          "[server][hostile]") {
    LocalServer server;
    std::string headers = "GET /v1/health HTTP/1.1\r\nHost: c\r\n";
    for (int i = 0; i < 500'000; ++i) headers += "A: b\r\n";
    const RawConnection stranger(server.port);
    stranger.sends(headers + "\r\n");
    CHECK(stranger.hears().find("HTTP/1.1 200") == std::string::npos);
    std::string ranges = "Range: bytes=0-1";
    for (int i = 0; i < 600; ++i) ranges += ",0-1";
    CHECK(answerTo(server.port, "GET /v1/health HTTP/1.1\r\nHost: c\r\n" + ranges + "\r\n\r\n") == 400);
    CHECK(server.client().Get("/v1/health")->status == 200);
}

TEST_CASE("Requests one after the other on one connection are all answered", "[server]") {
    LocalServer server;
    const RawConnection pipeline(server.port);
    const std::string get = "GET /v1/health HTTP/1.1\r\nHost: c\r\n\r\n";
    pipeline.sends(get + get + "GET /nothing HTTP/1.1\r\nHost: c\r\nConnection: close\r\n\r\n");
    const std::string answers = pipeline.hears();
    std::size_t count = 0;
    for (std::size_t at = 0; (at = answers.find("HTTP/1.1 200", at)) != std::string::npos; ++at) ++count;
    CHECK(count == 2);
    CHECK(answers.find("HTTP/1.1 404") != std::string::npos);
}
