// SPDX-License-Identifier: Apache-2.0
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "shared/client/device_folder.h"
#include "tests/attachments/attachment_story.h"
#include "tests/processes/centre.h"

// Processes that end as by a power cut, the centre's and the phone's, while photos are on their way.

namespace qiaomen::tests {
namespace {

constexpr int kKills = 25;
constexpr int kPhotos = 6;

std::string photoOf(int number) { return jpeg(3 * kAttachmentChunk + 500, static_cast<std::uint64_t>(number)); }

/// A server process with one small grid, and the folders of two phones enrolled for it.
class RealCentre {
public:
    RealCentre() : centre(QIAOMEN_SERVER, files.path()) {
        processes::run({.command = {QIAOMEN_SERVER, "make-grid", (files / "office").string(), "--households", "3"},
                        .errors = files / "log",
                        .environment = {}});
        centre.command({"import", (files / "office").string()});
        for (const std::string name : {"zhang", "li"}) {
            centre.command({"add-device", name, "--worker", name, "--grids", "all", "--server", "http://centre",
                            "--out", (files / (name + ".json")).string()});
        }
    }

    TempFolder files;
    processes::Centre centre;
};

/// A device's folder, opened as the app opens it.
class OpenPhone {
public:
    OpenPhone(RealCentre& real, const std::string& name)
        : folder_(
              ok(DeviceFolder::open(real.files / (name + "-phone"), allCollections(), systemClock(), systemRandom()))) {
        if (!folder_.enrolment()) ok(folder_.enrol(ok(readEnrolment(real.files / (name + ".json")))));
        options_ = {.server = real.centre.url(), .token = folder_.enrolment()->token, .caFile = {}};
        records = ok(folder_.store(folder_.enrolment()->grids.front().id));
        attachments = ok(AttachmentStore::open(*records));
        way = std::make_unique<HttpAttachmentWay>(options_);
        sync = std::make_unique<AttachmentSync>(*way, std::vector{attachments.get()});
    }
    void syncs() {
        HttpTransport transport(options_);
        ok(SyncClient(transport, {records}, "kill test").round());
    }
    void photographs(int number) {
        const AttachmentRef image = ok(
            attachments->put("image/jpeg", photoOf(number), jpeg(900, 500 + static_cast<std::uint64_t>(number))));
        ok(records->save(Edit{photo.number(),
                              RecordId::make(records->nowMs(), systemRandom()),
                              {{photo.hazard, RecordId::make(records->nowMs(), systemRandom())},
                               {photo.stage, "before"},
                               {photo.image, print(image)},
                               {photo.takenAt, records->nowMs()}}}));
    }
    [[nodiscard]] std::size_t whole() const {
        std::size_t count = 0;
        for (const AttachmentRef& image : ok(attachments->named())) {
            if (!attachments->files().has(image.hash)) continue;
            if (attachmentHash(ok(attachments->read(image.hash))) != image.hash)
                throw std::runtime_error("a wrong photo");
            ++count;
        }
        return count;
    }

private:
    static void ok(const Outcome& outcome) {
        if (!outcome) throw std::runtime_error(outcome.error().message);
    }
    template <class T>
    static T ok(Result<T> result) {
        return tests::ok(std::move(result));
    }

    DeviceFolder folder_;
    HttpOptions options_;

public:
    LocalStore* records = nullptr;
    std::unique_ptr<AttachmentStore> attachments;
    std::unique_ptr<HttpAttachmentWay> way;
    std::unique_ptr<AttachmentSync> sync;
};

/// What the command of the administrator says in its first line.
std::string countsOf(const RealCentre& real) {
    const std::string all = real.centre.command({"attachments", "--check"});
    return all.substr(0, all.find(" bytes"));
}

}  // namespace

TEST_CASE("The centre is killed again and again while photos come in: what it receipted is there, and all get through",
          "[attachments][kill]") {
    RealCentre real;
    std::mt19937 dice(3);
    {
        real.centre.start();
        OpenPhone zhang(real, "zhang");
        for (int number = 0; number < kPhotos; ++number) zhang.photographs(number);
        zhang.syncs();
        real.centre.kill();
    }
    bool through = false;
    int kills = 0;
    for (; kills < kKills && !through; ++kills) {
        real.centre.start();
        OpenPhone zhang(real, "zhang");
        // After one or two chunks more, at whatever instruction the server is then, comes the end.
        int chunksLeft = 1 + static_cast<int>(dice() % 2);
        std::atomic<bool> now = false, ready = false;
        std::thread killer([&, moments = dice() % 40] {
            ready = true;
            now.wait(false);
            for (std::uint32_t moment = 0; moment < moments; ++moment) std::this_thread::yield();
            real.centre.kill();
        });
        const auto end = [&] {
            now = true;
            now.notify_one();
        };
        while (!ready) std::this_thread::yield();
        AttachmentSync sync(*zhang.way, {zhang.attachments.get()}, [&](const AttachmentProgress&) {
            if (--chunksLeft == 0) end();
        });
        const auto report = sync.run(Network::unmetered);
        through = report.ok();
        end();
        killer.join();
        if (!report) REQUIRE(report.error().fault == Fault::offline);
    }
    CHECK(kills > kPhotos / 2);
    if (!through) {
        real.centre.start();
        REQUIRE(OpenPhone(real, "zhang").sync->run(Network::unmetered));
        real.centre.stop();
    }
    CHECK(countsOf(real) == "attachments named 12 missing 0 held 12 garbage 0");
}

TEST_CASE("A phone is killed again and again while it sends and fetches photos: nothing is half, nothing is lost",
          "[attachments][kill]") {
    RealCentre real;
    real.centre.start();
    {
        OpenPhone zhang(real, "zhang");
        for (int number = 0; number < kPhotos; ++number) zhang.photographs(number);
        zhang.syncs();
        OpenPhone(real, "li").syncs();
    }
    for (const std::string name : {"zhang", "li"}) {
        std::mt19937 dice(5);
        bool through = false;
        int kills = 0;
        for (; kills < 200 && !through; ++kills) {
            // The phone is a process of its own. At each chunk it asks whether to go on, and is killed some moments after one answer.
            int told[2], go[2];
            REQUIRE((::pipe(told) == 0 && ::pipe(go) == 0));
            const pid_t child = ::fork();
            if (child == 0) {
                OpenPhone phone(real, name);
                AttachmentSync sync(*phone.way, {phone.attachments.get()}, [&](const AttachmentProgress&) {
                    char answer = 0;
                    if (::write(told[1], "?", 1) != 1 || ::read(go[0], &answer, 1) != 1) ::_exit(3);
                });
                ::_exit(sync.run(Network::unmetered) ? 0 : 2);
            }
            ::close(told[1]);
            char byte = 0;
            for (std::uint32_t chunk = 1 + dice() % 3; chunk > 0 && ::read(told[0], &byte, 1) == 1; --chunk)
                REQUIRE(::write(go[1], "!", 1) == 1);
            for (std::uint32_t moments = dice() % 40; moments > 0; --moments) std::this_thread::yield();
            ::kill(child, SIGKILL);
            int status = 0;
            ::waitpid(child, &status, 0);
            for (const int end : {told[0], go[0], go[1]}) ::close(end);
            through = WIFEXITED(status) && WEXITSTATUS(status) == 0;
            REQUIRE((through || WIFSIGNALED(status)));
            CHECK(OpenPhone(real, name).whole() <= kPhotos);
        }
        CAPTURE(name, kills);
        CHECK(kills > 3);
        OpenPhone phone(real, name);
        REQUIRE(phone.sync->run(Network::unmetered));
        CHECK(phone.whole() == kPhotos);
    }
    real.centre.stop();
    CHECK(countsOf(real) == "attachments named 12 missing 0 held 12 garbage 0");
}

}  // namespace qiaomen::tests
