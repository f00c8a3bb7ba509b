// SPDX-License-Identifier: Apache-2.0
#include "shared/client/http_transport.h"

#include <httplib.h>

#include <thread>

#include "shared/core/compression.h"
#include "shared/core/packed.h"
#include "tests/client/neighbourhood.h"

namespace qiaomen::tests {
namespace {

constexpr const char* kShortType = "q/m";
constexpr const char* kSyncType = "application/vnd.qiaomen.sync";

/// Somebody who answers on a port of this machine: the centre, or a hotel's log-in page.
class Somebody {
public:
    using Answer = std::function<void(const httplib::Request&, httplib::Response&)>;

    explicit Somebody(Answer answer) : answer_(std::move(answer)) {
        const auto handle = [this](const httplib::Request& request, httplib::Response& response) {
            answer_(request, response);
        };
        server_.Post(".*", handle);
        server_.Get(".*", handle);
        port_ = server_.bind_to_any_port("127.0.0.1");
        thread_ = std::thread([this] { server_.listen_after_bind(); });
        while (!server_.is_running()) std::this_thread::yield();
    }
    ~Somebody() {
        server_.stop();
        thread_.join();
    }
    [[nodiscard]] HttpOptions options() const {
        return {.server = "http://127.0.0.1:" + std::to_string(port_), .token = "secret"};
    }

private:
    Answer answer_;
    httplib::Server server_;
    int port_ = 0;
    std::thread thread_;
};

Fault faultFrom(const Somebody::Answer& answer) {
    const Somebody somebody(answer);
    HttpTransport way(somebody.options());
    const auto reply = way.sync("question");
    REQUIRE_FALSE(reply);
    INFO(reply.error().message);
    return reply.error().fault;
}

}  // namespace

TEST_CASE("Question and answer travel packed, with the device's token", "[http]") {
    const Somebody centre([](const httplib::Request& request, httplib::Response& response) {
        const bool known = request.get_header_value("Authorization") == "Bearer secret";
        if (request.method == "POST") {
            const bool right = known && request.path == "/v1/sync" &&
                               request.get_header_value("Content-Type") == kShortType;
            const std::string question = ok(unpack(request.body, 1 << 20));
            response.set_content(pack(right ? "answer to " + question : "wrong"), kShortType);
        } else {
            response.set_content(compress(known ? "snapshot of " + request.path : "wrong"),
                                 std::string(kSyncType) + "; v=1");
        }
    });
    HttpTransport way(centre.options());
    CHECK(ok(way.sync("question")) == "answer to question");
    CHECK(ok(way.sync("another")) == "answer to another");
    CHECK(ok(way.snapshot(kEast)) == "snapshot of /v1/grids/" + kEast.text() + "/snapshot");
}

TEST_CASE("The same question again is asked by its name, and in full where the centre has forgotten it", "[http]") {
    std::vector<std::string> heard;
    bool remembers = true;
    const Somebody centre([&](const httplib::Request& request, httplib::Response& response) {
        heard.push_back(request.body);
        if (nameIn(request.body) && !remembers) {
            response.status = 409;
            response.set_content(R"({"fault":"missing","message":"ask it in full"})", "application/json");
        } else {
            response.set_content(pack("nothing new"), kShortType);
        }
    });
    HttpTransport way(centre.options());
    for (const char* question : {"morning", "morning", "noon", "morning"})
        CHECK(ok(way.sync(question)) == "nothing new");
    CHECK(heard == std::vector{pack("morning"), packName(qiaomen::nameOf("morning")), pack("noon"), pack("morning")});
    heard.clear();
    remembers = false;
    CHECK(ok(way.sync("morning")) == "nothing new");
    CHECK(heard == std::vector{packName(qiaomen::nameOf("morning")), pack("morning")});
}

TEST_CASE("A captive portal, a proxy or a half answer is never the centre", "[http]") {
    CHECK(faultFrom([](auto&, auto& response) { response.set_content("<html>log in</html>", "text/html"); }) ==
          Fault::offline);
    CHECK(faultFrom([](auto&, auto& response) { response.set_redirect("http://127.0.0.1:1/login"); }) == Fault::offline);
    CHECK(faultFrom([](auto&, auto& response) { response.status = 502; }) == Fault::offline);
    CHECK(faultFrom([](auto&, auto& response) { response.status = 204; }) == Fault::offline);
    CHECK(faultFrom([](auto&, auto& response) { response.set_content("not compressed", kSyncType); }) == Fault::offline);
    CHECK(faultFrom([](auto&, auto& response) {
              const std::string whole = compress(std::string(10'000, 'x') + "y");
              response.set_content(whole.substr(0, whole.size() - 3), kSyncType);
          }) == Fault::offline);
    CHECK(faultFrom([](auto&, auto& response) {
              response.set_content(R"({"fault":"refused","message":"200 is no error"})", "application/json");
          }) == Fault::offline);
    CHECK(faultFrom([](auto&, auto& response) {
              response.status = 500;
              response.set_content("[1,2,{", "application/json");
          }) == Fault::offline);
}

TEST_CASE("The centre's own words come through", "[http]") {
    const auto says = [](int status, const char* json) {
        return [=](const httplib::Request&, httplib::Response& response) {
            response.status = status;
            response.set_content(json, "application/json");
        };
    };
    CHECK(faultFrom(says(401, R"({"fault":"refused","message":"unknown device"})")) == Fault::refused);
    CHECK(faultFrom(says(400, R"({"fault":"outdated","message":"version 2 is needed"})")) == Fault::outdated);
    CHECK(faultFrom(says(503, R"({"fault":"full","message":"its disk, not ours"})")) == Fault::offline);
}

TEST_CASE("No centre at all is offline", "[http]") {
    HttpOptions nowhere;
    {
        const Somebody gone([](auto&, auto&) {});
        nowhere = gone.options();
    }
    HttpTransport way(nowhere);
    CHECK(way.sync("question").error().fault == Fault::offline);
}

TEST_CASE("An answer that unpacks to more than any grid is not unpacked", "[http]") {
    CHECK(faultFrom([](auto&, auto& response) {
              response.set_content(compress(std::string(tuning::kMaxReplyBytes + 1, 'x')), kSyncType);
          }) == Fault::offline);
}

}  // namespace qiaomen::tests
