// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "shared/client/device_folder.h"
#include "shared/client/http_transport.h"
#include "shared/client/snapshot_part.h"
#include "shared/client/sync_client.h"
#include "shared/core/wire.h"
#include "shared/domain/collections.h"
#include "tests/network/cutting_proxy.h"
#include "tests/processes/centre.h"
#include "tests/support/people.h"
#include "tests/support/signer.h"
#include "tests/support/temp_folder.h"

// A snapshot over a link that breaks again and again: what has come does not come twice, whoever is switched off in between.

namespace qiaomen::tests {
namespace {

using namespace std::chrono_literals;

template <class T>
T ok(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message);
    return *std::move(result);
}

constexpr AttachmentKey kKey{1, 2, 3};
/// Heads of question and answer.
constexpr std::uint64_t kHeads = 1'000;

/// A server with a grid of that many households, and a newcomer on the other end of a bad link.
class Newcomer {
public:
    explicit Newcomer(int households) : centre_(QIAOMEN_SERVER, files_.path()) {
        processes::run({.command = {QIAOMEN_SERVER, "make-grid", (files_ / "office").string(), "--households",
                                    std::to_string(households)},
                        .errors = files_ / "log",
                        .environment = {}});
        centre_.command({"import", (files_ / "office").string()});
        centre_.command({"add-device", "zhang", "--worker", "张敏", "--grids", "all", "--server", "http://the-link",
                         "--out", (files_ / "zhang.json").string()});
        centre_.command({"add-device", "li", "--worker", "李强", "--grids", "all", "--server", "http://here", "--out",
                         (files_ / "li.json").string()});
        centre_.start();
        link_ = std::make_unique<CuttingProxy>(std::stoi(centre_.url().substr(centre_.url().rfind(':') + 1)));
        enrolment_ = ok(readEnrolment(files_ / "zhang.json"));
        enrolment_.server = "http://127.0.0.1:" + std::to_string(link_->port());
    }

    CuttingProxy& link() { return *link_; }
    [[nodiscard]] GridId grid() const { return enrolment_.grids.front().id; }
    [[nodiscard]] HttpOptions way() const {
        return {.server = enrolment_.server, .token = enrolment_.token, .caFile = {}};
    }
    [[nodiscard]] std::filesystem::path partFolder() const { return files_ / "part"; }

    /// One try over a connection of its own, by a program that ends after it.
    Result<std::string> fetches() {
        HttpTransport transport(way());
        SnapshotPart part(partFolder(), kKey);
        auto got = transport.continueSnapshot(grid(), part);
        if (got) part.forget();
        return got;
    }
    [[nodiscard]] std::optional<SnapshotPart::Place> place() const { return SnapshotPart(partFolder(), kKey).place(); }

    /// One round of a phone that is started for it and switched off after it.
    Result<SyncReport> syncs() {
        auto folder = ok(DeviceFolder::open(files_ / "phone", allCollections(), systemClock(), systemRandom()));
        if (!folder.enrolment() && !folder.enrol(enrolment_)) throw std::runtime_error("not enrolled");
        HttpTransport transport(way());
        return SyncClient(transport, {ok(folder.store(grid()))}, "cut test").round();
    }
    [[nodiscard]] std::filesystem::path phonesPart() const {
        return files_ / "phone" / "grids" / (grid().text() + ".snapshot");
    }
    /// Somebody else puts an address right so often, so that the grid goes on.
    void movesOn(int times = 1) {
        const Enrolment other = ok(readEnrolment(files_ / "li.json"));
        HttpTransport transport({.server = centre_.url(), .token = other.token, .caFile = {}});
        SyncRequest request{.device = device_, .app = "cut test", .grids = {}};
        GridRequest asked{.grid = grid(), .cursor = {}, .changes = {}};
        for (int i = 0; i < times; ++i) {
            Change change{.collection = dwelling.number(), .record = door_, .stamp = clock_.now(), .number = ++number_};
            change.writes = {{dwelling.address, Value("柳湾村" + std::to_string(number_) + "号"), last_}};
            last_ = change.stamp;
            asked.changes.push_back(std::move(change));
        }
        request.grids.push_back(signer_.signs(std::move(asked)));
        const SyncReply reply = ok(decodeSyncReply(ok(transport.sync(encode(request)))));
        signer_.hears(request.grids.front(), reply.grids.front());
        REQUIRE(reply.grids.front().receipt.lastNumber == number_);
    }
    /// Makes the centre forget what it has in memory.
    void restarts() {
        centre_.stop();
        centre_.start();
    }

private:
    TempFolder files_;
    processes::Centre centre_;
    std::unique_ptr<CuttingProxy> link_;
    Enrolment enrolment_;
    DeviceId device_ = DeviceId::make(systemClock()(), systemRandom());
    Signer signer_{device_};
    HybridClock clock_{device_, systemClock()};
    RecordId door_ = RecordId::make(systemClock()(), systemRandom());
    Stamp last_;
    std::uint64_t number_ = 0;
};

}  // namespace

TEST_CASE("A snapshot that is cut at a hundred places comes in one piece, and hardly a byte comes twice",
          "[network][cut][snapshot]") {
    Newcomer far(120);
    far.link().cutAfter({});
    const std::string whole = ok(far.fetches());
    const std::uint64_t down = far.link().down();
    CHECK_FALSE(far.place());

    std::uint64_t passed = 0;
    int tries = 0;
    Result<std::string> got = Error{Fault::offline, ""};
    for (; !got; ++tries) {
        REQUIRE(tries < 300);
        far.link().cutAfter({.down = 300 + down / 100});
        const auto before = far.place().value_or(SnapshotPart::Place{});
        got = far.fetches();
        passed += far.link().down();
        if (got) break;
        // An answer of which even the head was cut brought nothing; each other brought all that passed.
        const auto after = far.place().value_or(SnapshotPart::Place{});
        CHECK(after.have >= before.have);
    }
    CHECK(*got == whole);
    CHECK(tries > 50);
    CHECK(passed <= down + static_cast<std::uint64_t>(tries) * 300 + kHeads);
    CHECK_FALSE(std::filesystem::exists(far.partFolder()));
}

TEST_CASE("When the grid has moved on, what was begun is finished as it was begun while the centre still has it",
          "[network][cut][snapshot]") {
    Newcomer far(60);
    far.link().cutAfter({.down = 3'000});
    REQUIRE_FALSE(far.fetches());
    const auto begun = far.place();
    REQUIRE(begun);
    far.movesOn();
    far.link().cutAfter({});
    const std::string old = ok(far.fetches());
    CHECK(far.link().down() < begun->size - begun->have + kHeads);
    far.link().cutAfter({});
    const std::string fresh = ok(far.fetches());
    CHECK(ok(decodeSnapshot(fresh)).cursor.seq == ok(decodeSnapshot(old)).cursor.seq + 1);
}

TEST_CASE("A snapshot that the centre has no more is begun again, and what came of it is forgotten",
          "[network][cut][snapshot]") {
    Newcomer far(60);
    far.link().cutAfter({.down = 3'000});
    REQUIRE_FALSE(far.fetches());
    const auto begun = far.place();
    REQUIRE(begun);
    far.movesOn();
    far.restarts();
    far.link().cutAfter({});
    const Snapshot snapshot = ok(decodeSnapshot(ok(far.fetches())));
    CHECK(far.link().down() > begun->size - begun->have + kHeads);
    CHECK(snapshot.grid == far.grid());
    CHECK_FALSE(far.place());
}

TEST_CASE("A phone that is switched off between the cuts of its first sync ends with all records, and keeps no piece",
          "[network][cut][snapshot]") {
    Newcomer far(120);
    far.movesOn(2'500);  // so many changes are worth a snapshot
    int tries = 0;
    for (bool through = false; !through; ++tries) {
        REQUIRE(tries < 200);
        far.link().cutAfter({.down = 6'000});
        const auto report = far.syncs();
        through = report.ok() && !report->grids.at(far.grid()).problem;
        if (through) break;
        INFO((report ? report->grids.at(far.grid()).problem->message : report.error().message));
        CHECK(std::filesystem::exists(far.phonesPart()));
    }
    CHECK(tries > 3);
    CHECK_FALSE(std::filesystem::exists(far.phonesPart()));
    far.link().cutAfter({});
    CHECK(ok(far.syncs()).grids.at(far.grid()).received == 0);
}

TEST_CASE("Pieces on the disk are encrypted, a damaged one ends what can be used, and wrong bytes are never a snapshot",
          "[network][snapshot]") {
    TempFolder files;
    const std::string content = [] {
        std::string text;
        while (text.size() < 3 * kAttachmentChunk) text += "王秀英 of 3栋 2单元 501; ";
        return text;
    }();
    const SnapshotPart::Place place{attachmentHash(content), content.size(), 0};
    {
        SnapshotPart part(files / "part", kKey);
        REQUIRE(part.begin(place));
        REQUIRE(part.add(std::string_view(content).substr(0, content.size() - 10)));
        CHECK(part.whole().error().fault == Fault::offline);
    }
    for (const auto& file : std::filesystem::directory_iterator(files / "part")) {
        std::ifstream in(file.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        CHECK(bytes.find("王秀英") == std::string::npos);
    }
    SECTION("it goes on after a restart, and is whole") {
        SnapshotPart part(files / "part", kKey);
        REQUIRE(part.place()->have == content.size() - 10);
        REQUIRE(part.begin(*part.place()));
        REQUIRE(part.add(std::string_view(content).substr(content.size() - 10)));
        CHECK(ok(part.whole()) == content);
        CHECK_FALSE(part.add("more"));
    }
    SECTION("a damaged piece ends it") {
        const auto name = hashText(place.tag) + '-' + std::to_string(place.size) + "-1";
        std::fstream(files / "part" / name, std::ios::in | std::ios::out | std::ios::binary).seekp(1000).put('!');
        CHECK(SnapshotPart(files / "part", kKey).place()->have == kAttachmentChunk);
    }
    SECTION("another key opens nothing") { CHECK_FALSE(SnapshotPart(files / "part", AttachmentKey{9}).place()); }
    SECTION("another end than the right one is forgotten") {
        SnapshotPart part(files / "part", kKey);
        REQUIRE(part.begin(*part.place()));
        REQUIRE(part.add("0123456789"));
        CHECK(part.whole().error().fault == Fault::offline);
        CHECK_FALSE(part.place());
        CHECK_FALSE(std::filesystem::exists(files / "part"));
    }
    SECTION("another snapshot takes its place") {
        SnapshotPart part(files / "part", kKey);
        CHECK(part.begin({attachmentHash("x"), 1, 0}));
        REQUIRE(part.add("x"));
        CHECK(ok(part.whole()) == "x");
    }
}

}  // namespace qiaomen::tests
