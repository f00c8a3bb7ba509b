// SPDX-License-Identifier: Apache-2.0
//
// Near-live: whoever waits hears of another's change at once, and costs nobody a thread. Real server, real HTTP.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <future>
#include <thread>

#include "shared/client/http_transport.h"
#include "shared/client/sync_loop.h"
#include "shared/core/wire.h"
#include "shared/domain/collections.h"
#include "syncserver/server.h"
#include "tests/syncserver/story.h"

using namespace qiaomen;
using namespace qiaomen::tests;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Kind = WaitReply::Kind;

namespace {

/// The centre behind real sockets; nobody waits longer than a test would bear to be wrong.
class Street {
public:
    explicit Street(HttpServer::Waiting waiting = {})
        : server_(centre.hub(), centre.folder().access(), centre.folder().grids(), metrics_, log_, waiting),
          port_(must(server_.bind({}))) {
        serving_ = std::thread([this] { server_.serve(); });
        while (!server_.isRunning()) std::this_thread::yield();
    }
    ~Street() { stop(); }
    Street(const Street&) = delete;
    Street& operator=(const Street&) = delete;

    void stop() {
        if (!serving_.joinable()) return;
        server_.stop();
        serving_.join();
    }
    std::string enrol(const std::string& worker, std::set<GridId> grids) {
        return must(
            centre.folder().access().add({.device = worker + "的手机", .worker = worker, .grids = std::move(grids)}));
    }
    [[nodiscard]] HttpOptions wayFor(const std::string& token) const {
        return {.server = "http://127.0.0.1:" + std::to_string(port_), .token = token, .caFile = {}};
    }
    /// As a device knows the grid that has everything.
    [[nodiscard]] WaitRequest everythingKnown() { return {{{centre.grid(), centre.head().cursor}}}; }
    void untilWaiting(std::size_t devices) const {
        while (server_.waiting() != devices) std::this_thread::yield();
    }
    [[nodiscard]] std::size_t waiting() const { return server_.waiting(); }
    [[nodiscard]] int port() const { return port_; }

    TestCentre centre;

private:
    Metrics metrics_;
    EventLog log_;
    HttpServer server_;
    int port_;
    std::thread serving_;
};

/// A phone's way to the centre, with what it hears while it waits counted.
class Ear : public HttpTransport {
public:
    using HttpTransport::HttpTransport;
    Result<WaitReply> wait(const WaitRequest& request) override {
        auto reply = HttpTransport::wait(request);
        if (reply && reply->kind == Kind::moved) ++news;
        return reply;
    }
    std::atomic<int> news = 0;
};

/// A replica with its sync loop, as the app has them.
class RealPhone {
public:
    RealPhone(Street& street, const DeviceId& device, const std::string& worker)
        : way_(street.wayFor(street.enrol(worker, {street.centre.grid()}))) {
        store = must(LocalStore::open({.file = folder_ / "grid.db",
                                       .key = std::nullopt,
                                       .grid = street.centre.grid(),
                                       .device = device,
                                       .collections = allCollections(),
                                       .clock = street.centre.clock().source(),
                                       .centreKey = street.centre.folder().publicKey(),
                                       .deviceKey = keysOf(device)}));
        client_.emplace(way_, std::vector{store.get()}, "wait test");
        loop.emplace(*client_, way_, street.centre.clock().source(), [](const SyncState&) {});
    }
    ~RealPhone() { loop.reset(); }
    RealPhone(const RealPhone&) = delete;
    RealPhone& operator=(const RealPhone&) = delete;

    RecordId visits() {
        const RecordId record = RecordId::make(store->nowMs(), machineRandom());
        must(store->save({visit.number(),
                          record,
                          {{visit.household, kHome},
                           {visit.occurredAt, store->nowMs()},
                           {visit.way, "door"},
                           {visit.outcome, "met"}}}));
        return record;
    }
    /// Blocks until the record is in this phone's store.
    void untilSeen(const RecordId& record) {
        std::promise<void> seen;
        std::atomic<bool> isTold = false;
        const auto look = [&] {
            if (!must(store->read(visit.number(), record)).isNew() && !isTold.exchange(true)) seen.set_value();
        };
        const auto watching = store->observe([&](const StoreChange&) { look(); });
        look();
        seen.get_future().wait();
    }

    /// How often the centre told it that there is something new.
    [[nodiscard]] int news() const { return way_.news; }

    std::unique_ptr<LocalStore> store;
    std::optional<SyncLoop> loop;

private:
    TempFolder folder_;
    Ear way_;
    std::optional<SyncClient> client_;
};

std::future<Result<WaitReply>> waitsInBackground(HttpTransport& way, const WaitRequest& request) {
    return std::async(std::launch::async, [&way, request] { return way.wait(request); });
}

/// A connection that has sent its question and does not read yet: no thread on this side either.
class WaitingSocket {
public:
    WaitingSocket(const Street& street, const std::string& token, const WaitRequest& request)
        : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(street.port()));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("no connection");
        const std::string body = encode(request);
        const std::string
            question = "POST /v1/wait HTTP/1.1\r\nHost: centre\r\nContent-Type: q/m\r\nAuthorization: Bearer " + token +
                       "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
        if (::send(socket_, question.data(), question.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(question.size()))
            throw std::runtime_error("the question did not go out");
    }
    ~WaitingSocket() { ::close(socket_); }
    WaitingSocket(const WaitingSocket&) = delete;
    WaitingSocket& operator=(const WaitingSocket&) = delete;

    [[nodiscard]] WaitReply hears() const {
        std::string all;
        char bytes[1024];
        while (all.find("\r\n\r\n") == std::string::npos || !decodeWaitReply(bodyOf(all))) {
            const ssize_t got = ::recv(socket_, bytes, sizeof bytes, 0);
            if (got <= 0) throw std::runtime_error("hung up without an answer");
            all.append(bytes, static_cast<std::size_t>(got));
        }
        return must(decodeWaitReply(bodyOf(all)));
    }

private:
    static std::string bodyOf(const std::string& answer) { return answer.substr(answer.find("\r\n\r\n") + 4); }

    int socket_;
};

}  // namespace

TEST_CASE("Alice saves a visit, and Bob's phone shows it because the centre told it to look, not because of a timer",
          "[wait]") {
    Street street;
    RealPhone alicePhone(street, alice, "张敏"), bobPhone(street, bob, "李强");
    bobPhone.loop->start();
    alicePhone.loop->start();
    street.untilWaiting(2);
    for (int visit = 0; visit < 5; ++visit) {
        const RecordId record = alicePhone.visits();
        alicePhone.loop->wake();
        bobPhone.untilSeen(record);
        street.untilWaiting(2);
        CHECK(bobPhone.news() == visit + 1);
    }
    CHECK(alicePhone.news() == 0);
}

TEST_CASE("Three hundred phones wait, more than there are threads, and an honest sync gets through and is heard by all",
          "[wait]") {
    Street street;
    const std::string token = street.enrol("张敏", {street.centre.grid()});
    constexpr std::size_t kPhones = 300;
    static_assert(kPhones > limits::kThreads);
    std::vector<std::unique_ptr<WaitingSocket>> phones;
    for (std::size_t i = 0; i < kPhones; ++i)
        phones.push_back(std::make_unique<WaitingSocket>(street, token, street.everythingKnown()));
    street.untilWaiting(kPhones);
    RealPhone alicePhone(street, alice, "王芳");
    const RecordId record = alicePhone.visits();
    alicePhone.loop->start();
    for (const auto& phone : phones) CHECK(phone->hears().kind == Kind::moved);
    CHECK_FALSE(street.centre.read(visit, record).isNew());
}

TEST_CASE("A stop of the server ends all waits at once, and says when to come again", "[wait]") {
    Street street({.time = 1h, .pause = 7s});
    const std::string token = street.enrol("张敏", {street.centre.grid()});
    std::vector<std::unique_ptr<WaitingSocket>> phones;
    for (int i = 0; i < 20; ++i)
        phones.push_back(std::make_unique<WaitingSocket>(street, token, street.everythingKnown()));
    street.untilWaiting(20);
    street.stop();
    for (const auto& phone : phones) CHECK(phone->hears() == WaitReply{Kind::later, 7s});
}

TEST_CASE("When all seats are taken the answer says at once when to come again, and a seat that is left is free",
          "[wait]") {
    Street street({.seats = 1, .time = 1h, .pause = 9s});
    const std::string token = street.enrol("张敏", {street.centre.grid()});
    HttpTransport first(street.wayFor(token)), second(street.wayFor(token));
    auto sits = waitsInBackground(first, street.everythingKnown());
    street.untilWaiting(1);
    CHECK(must(second.wait(street.everythingKnown())) == WaitReply{Kind::later, 9s});
    first.interrupt();
    CHECK_FALSE(sits.get());
    street.untilWaiting(0);
    auto again = waitsInBackground(second, street.everythingKnown());
    street.untilWaiting(1);
    street.stop();
    CHECK(must(again.get()).kind == Kind::later);
}

TEST_CASE("A device that is revoked while it waits hears nothing, and does not wait again", "[wait][access]") {
    Street street({.time = 50ms});
    HttpTransport way(street.wayFor(street.enrol("张敏", {street.centre.grid()})));
    auto waits = waitsInBackground(way, street.everythingKnown());
    must(street.centre.folder().access().revoke("张敏的手机"));
    const auto heard = waits.get();  // it may have been revoked before it began
    CHECK((!heard || heard->kind == Kind::nothing));
    CHECK(way.wait(street.everythingKnown()).error().fault == Fault::refused);
}

TEST_CASE("Who waits is told at once that a grid was taken from him or given to him, and others sleep on",
          "[wait][scope]") {
    Street street({.time = 1h});
    Access& access = street.centre.folder().access();
    for (const std::uint8_t other : {2, 3}) must(street.centre.folder().grids().createGrid(gridId(other)));
    const auto knows = [&](std::uint8_t grid) {
        return WaitRequest{{{gridId(grid), must(street.centre.folder().grids().view(gridId(grid)))->head().cursor}}};
    };
    HttpTransport zhang(street.wayFor(street.enrol("张敏", {street.centre.grid()})));
    HttpTransport li(street.wayFor(street.enrol("李强", {gridId(2)})));
    HttpTransport sun(street.wayFor(street.enrol("孙晓红", {})));
    auto sleeps = waitsInBackground(li, knows(2));
    street.untilWaiting(1);
    SECTION("given a second one") {
        auto waits = waitsInBackground(zhang, knows(1));
        street.untilWaiting(2);
        must(access.give("张敏的手机", gridId(3)));
        CHECK(must(waits.get()).kind == Kind::moved);
    }
    SECTION("taken") {
        auto waits = waitsInBackground(zhang, knows(1));
        street.untilWaiting(2);
        must(access.take("张敏的手机", gridId(1), {}));
        CHECK(must(waits.get()).kind == Kind::moved);
    }
    SECTION("given her first one") {
        auto waits = waitsInBackground(sun, {});
        street.untilWaiting(2);
        must(access.give("孙晓红的手机", gridId(3)));
        CHECK(must(waits.get()).kind == Kind::moved);
    }
    CHECK(street.waiting() == 1);
    street.stop();
    CHECK(must(sleeps.get()).kind == Kind::later);
}

TEST_CASE("Nobody waits for a grid that he may not open, or without being known", "[wait][access]") {
    Street street;
    must(street.centre.folder().grids().createGrid(gridId(2)));
    HttpTransport way(street.wayFor(street.enrol("张敏", {street.centre.grid()})));
    CHECK(way.wait({{{gridId(2), {}}}}).error().fault == Fault::refused);
    HttpTransport stranger(street.wayFor("nobody's"));
    CHECK(stranger.wait(street.everythingKnown()).error().fault == Fault::refused);
    CHECK(street.waiting() == 0);
}

TEST_CASE("Who knows less, or another history, than the centre is told at once", "[wait]") {
    Street street;
    RealPhone alicePhone(street, alice, "王芳");
    const Cursor empty = street.centre.head().cursor;
    alicePhone.visits();
    alicePhone.loop->start();
    street.untilWaiting(1);
    HttpTransport way(street.wayFor(street.enrol("张敏", {street.centre.grid()})));
    CHECK(must(way.wait({{{street.centre.grid(), empty}}})).kind == Kind::moved);
    CHECK(must(way.wait({{{street.centre.grid(), {empty.epoch + 1, street.centre.head().cursor.seq}}}})).kind ==
          Kind::moved);
    CHECK(must(way.wait({{{street.centre.grid(), {}}}})).kind == Kind::moved);
}

TEST_CASE("A wait without news ends by itself, and the connection goes on to be used", "[wait]") {
    Street street({.time = 1ms});
    HttpTransport way(street.wayFor(street.enrol("张敏", {street.centre.grid()})));
    for (int i = 0; i < 20; ++i) CHECK(must(way.wait(street.everythingKnown())).kind == Kind::nothing);
}

TEST_CASE("Whoever waits may be called off, before the question leaves and after, and nothing is lost by it",
          "[wait]") {
    Street street({.time = 1h});
    HttpTransport way(street.wayFor(street.enrol("张敏", {street.centre.grid()})));
    way.endWait();
    CHECK(must(way.wait(street.everythingKnown())).kind == Kind::nothing);
    for (int i = 0; i < 20; ++i) {
        auto waits = waitsInBackground(way, street.everythingKnown());
        if (i % 2 == 0) street.untilWaiting(1);
        way.endWait();
        CHECK(must(waits.get()).kind == Kind::nothing);
        street.untilWaiting(0);
    }
}

TEST_CASE("A question about waiting that is none is refused with a reason, and the centre goes on", "[wait][hostile]") {
    const std::string begin = "QM" + std::string(1, static_cast<char>(kEarliestWireVersion));
    for (const std::string rest : {"", "\x10", "\x10\xff\xff\xff\xff\x0f", "\x11\x01\x01", "\x10\x01 half a grid"})
        CHECK(decodeWaitRequest(begin + rest).error().fault == Fault::invalid);
    CHECK(decodeWaitRequest("").error().fault == Fault::invalid);
    CHECK(decodeWaitRequest("QM\x63\x10").error().fault == Fault::outdated);
    CHECK(decodeWaitReply(encode(WaitReply{Kind::later, 30s})).ok());
    const WaitRequest request{{{gridId(1), {77, 5}}, {gridId(2), {1, 0}}}};
    CHECK(must(decodeWaitRequest(encode(request))) == request);
}
