// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <future>
#include <sstream>
#include <thread>

#include "shared/client/device_folder.h"
#include "shared/client/http_transport.h"
#include "shared/client/sync_client.h"
#include "shared/domain/collections.h"
#include "tests/processes/centre.h"
#include "tests/support/temp_folder.h"

// The centre as deploy/README.md puts it into the world: HAProxy with deploy/haproxy.cfg in front, TLS, real phones' folders. Only
// what that file says is to be changed, is changed.

namespace qiaomen::tests {
namespace {

using namespace std::chrono_literals;

template <class T>
T ok(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message);
    return *std::move(result);
}

/// A port that is free now.
int freePort() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool found = ::bind(socket, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                       ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    ::close(socket);
    if (!found) throw std::runtime_error("no free port");
    return ntohs(address.sin_port);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("deploy/haproxy.cfg does not say '" + from + "' any more");
    return text.replace(at, from.size(), to);
}

/// A centre behind its front, and the files that phones are enrolled with.
class Office {
public:
    Office() : centre_(QIAOMEN_SERVER, files_.path()), url_("https://127.0.0.1:" + std::to_string(port_)) {
        processes::run({.command = {QIAOMEN_SERVER, "make-grid", (files_ / "office").string(), "--households", "20"},
                        .errors = files_ / "log",
                        .environment = {}});
        centre_.command({"import", (files_ / "office").string()});
        for (const std::string name : {"zhang", "li"})
            centre_.command({"add-device", name, "--worker", name, "--grids", "all", "--server", url_, "--out",
                             (files_ / (name + ".json")).string()});
        centre_.start();
        makeCertificate();
        writeConfiguration();
        front_.emplace(
            processes::Process::Options{.command = {"haproxy", "-db", "-f", (files_ / "haproxy.cfg").string()},
                                        .errors = files_ / "haproxy.log",
                                        .environment = {}});
    }

    [[nodiscard]] std::filesystem::path enrolment(const std::string& name) const { return files_ / (name + ".json"); }
    [[nodiscard]] std::filesystem::path certificate() const { return files_ / "certificate.pem"; }
    [[nodiscard]] std::filesystem::path folderOf(const std::string& name) const { return files_ / name; }

    /// Until so many devices wait at the centre: half as long as it lets anybody wait.
    void untilWaiting(int devices) const {
        const std::string line = "\nqiaomen_waiting_requests " + std::to_string(devices) + "\n";
        for (const auto end = std::chrono::steady_clock::now() + 25s; std::chrono::steady_clock::now() < end;) {
            const auto metrics = processes::run(
                {.command = {"curl", "-s", centre_.url() + "/metrics"}, .errors = files_ / "log", .environment = {}});
            if (metrics.find(line) != std::string::npos) return;
        }
        throw std::runtime_error("there never were " + std::to_string(devices) + " devices waiting");
    }

private:
    void makeCertificate() const {
        processes::run(
            {.command = {"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                         "-days", "2", "-subj", "/CN=centre", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout",
                         (files_ / "key.pem").string(), "-out", certificate().string()},
             .errors = files_ / "log",
             .environment = {}});
        std::ofstream both(files_ / "both.pem");
        both << std::ifstream(certificate()).rdbuf() << std::ifstream(files_ / "key.pem").rdbuf();
    }
    void writeConfiguration() const {
        std::ostringstream file;
        file << std::ifstream(QIAOMEN_HAPROXY).rdbuf();
        std::string text = replaced(
            file.str(), "bind :8443 ssl crt /etc/haproxy/qiaomen.pem",
            "bind 127.0.0.1:" + std::to_string(port_) + " ssl crt " + (files_ / "both.pem").string());
        text = replaced(std::move(text), "server one 127.0.0.1:8080",
                        "server one " + centre_.url().substr(std::string("http://").size()));
        // A service may open as many files as this asks for; a test may not everywhere.
        text = replaced(std::move(text), "maxconn 20000", "maxconn 100");
        std::ofstream(files_ / "haproxy.cfg") << text;
    }

    TempFolder files_;
    processes::Centre centre_;
    int port_ = freePort();
    std::string url_;
    std::optional<processes::Process> front_;
};

/// Somebody's phone, with its folder and its way through the front.
class Phone {
public:
    Phone(const Office& office, const std::string& name)
        : enrolment_(ok(readEnrolment(office.enrolment(name)))),
          folder_(ok(DeviceFolder::open(office.folderOf(name), allCollections(), systemClock(), systemRandom()))),
          way_({.server = enrolment_.server, .token = enrolment_.token, .caFile = office.certificate().string()}) {
        if (auto enrolled = folder_.enrol(enrolment_); !enrolled) throw std::runtime_error(enrolled.error().message);
        store_ = ok(folder_.store(enrolment_.grids.front().id));
        client_.emplace(way_, std::vector{store_}, "front test");
        // The front may still be starting.
        const auto end = std::chrono::steady_clock::now() + 60s;
        for (auto report = client_->round(); !report; report = client_->round()) {
            if (std::chrono::steady_clock::now() > end)
                throw std::runtime_error("no sync gets through the front: " + report.error().message);
            std::this_thread::yield();
        }
    }

    RecordId movesInto(const std::string& address) {
        const RecordId door = RecordId::make(systemClock()(), systemRandom());
        ok(store_->save({dwelling.number(), door, {{dwelling.address, address}}}));
        return door;
    }
    bool sees(const RecordId& door) { return ok(store_->read(dwelling.number(), door)).isVisible(); }
    void syncs() { ok(client_->round()); }
    std::future<Result<WaitReply>> waits() {
        return std::async(std::launch::async, [this] { return client_->waitForNews(); });
    }
    void goesAway() { way_.endWait(); }

private:
    Enrolment enrolment_;
    DeviceFolder folder_;
    HttpTransport way_;
    LocalStore* store_ = nullptr;
    std::optional<SyncClient> client_;
};

}  // namespace

TEST_CASE("Behind the front, over TLS, a phone that waits hears of another's change and gets it", "[network][front]") {
    const Office office;
    Phone zhang(office, "zhang"), li(office, "li");
    auto news = li.waits();
    office.untilWaiting(1);
    const RecordId door = zhang.movesInto("柳湾村8号");
    zhang.syncs();
    CHECK(ok(news.get()).kind == WaitReply::Kind::moved);
    li.syncs();
    CHECK(li.sees(door));
}

TEST_CASE("A phone that goes away while it waits gives its place at the centre back, through the front",
          "[network][front]") {
    const Office office;
    Phone li(office, "li");
    auto news = li.waits();
    office.untilWaiting(1);
    li.goesAway();
    CHECK(ok(news.get()).kind == WaitReply::Kind::nothing);
    office.untilWaiting(0);
}

}  // namespace qiaomen::tests
