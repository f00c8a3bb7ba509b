// SPDX-License-Identifier: Apache-2.0
//
// Sync by hand as a worker does it: a stick, and everything that sticks do.
#include "mobile/carrier_controller.h"

#include <QAbstractItemModelTester>
#include <filesystem>

#include "mobile/text.h"
#include "shared/files/carried_file.h"
#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

namespace {

namespace fs = std::filesystem;

/// 李敏's app without a network, three records that only it has, and a stick.
struct Village {
    FakeClock clock;
    Centre centre{clock};
    WorkerApp app{clock, &centre};
    TempFolder stick;
    CarrierController& carrier = *app.workspace().carrier();
    SyncController& sync = *app.workspace().sync();

    Village() {
        sync.setNetworkOn(false);
        moveIn(app.store(), "3", "2", "501", {{"王秀英"}});
        waitUntil([&] { return sync.onlyHereCount() == 3; });
        plugIn(stick.path());
    }
    void plugIn(const fs::path& folder) {
        waitUntil([&] { return !carrier.isBusy(); });
        carrier.choose(QUrl::fromLocalFile(toQt(std::string_view(folder.string()))));
        waitUntil([&] { return !carrier.isBusy(); });
    }
    void does(void (CarrierController::*act)()) {
        (carrier.*act)();
        waitUntil([&] { return !carrier.isBusy(); });
    }
    /// Puts an answer of whatever kind onto the stick.
    void brings(const std::string& file, const std::string& bytes) {
        ok(writeForOthers(stick / file, bytes));
        does(&CarrierController::look);
    }
    [[nodiscard]] std::vector<std::string> filesOnStick() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(stick.path()))
            names.push_back(entry.path().filename().string());
        std::ranges::sort(names);
        return names;
    }
    /// An answer that says nothing, in order in every other way.
    [[nodiscard]] std::string answerFrom(const KeyPair& writer, const PublicKey& reader) {
        return ok(writeAnswer({.device = app.device().device(), .question = {9}, .atMs = clock.ms(), .message = "?"},
                              writer.secretKey, reader));
    }
};

KeyPair keys(std::uint8_t seed) { return keyPairOf(SigningSeed{seed, 77}); }

}  // namespace

TEST_CASE("A question goes onto the stick: what is on its way, and since when, is said until its answer is there",
          "[carrier]") {
    Village village;
    QAbstractItemModelTester strict(village.carrier.trips(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(village.carrier.isFolderThere());
    village.does(&CarrierController::write);
    CHECK(village.carrier.problem() == "");
    CHECK(village.carrier.result().startsWith("3 record(s) are in qiaomen-question-"));
    REQUIRE(village.carrier.trips()->count() == 1);
    const QModelIndex trip = village.carrier.trips()->index(0);
    CHECK(trip.data(CarrierTripsModel::RecordsRole).toInt() == 3);
    CHECK(trip.data(CarrierTripsModel::AtRole).toDouble() == static_cast<double>(village.clock.ms()));
    CHECK(village.filesOnStick().size() == 1);
    // Sent is not safe.
    CHECK(village.sync.onlyHereCount() == 3);
    CHECK(village.carrier.questions() == 0);  // its own is nobody else's to hand in

    // A second one in the same second has another name; both are known after a restart.
    village.does(&CarrierController::write);
    CHECK(village.filesOnStick().size() == 2);
    village.app.restart();
    CarrierController& again = *village.app.workspace().carrier();
    waitUntil([&] { return again.trips()->count() == 2; });
    CHECK(again.folder() == toQt(std::string_view(village.stick.path().string())));
}

TEST_CASE("A stick that is full, or was pulled out, costs nothing: no half file, nothing on its way, a sentence",
          "[carrier]") {
    Village village;
    const fs::path wanted = questionPlace(village.stick.path(), village.clock.ms());
    fs::create_symlink("/dev/full", fs::path(wanted).concat(".new"));  // the disk behind it has no room
    village.does(&CarrierController::write);
    CHECK(village.carrier.problem() ==
          "There is no room left on the stick. Nothing of yours is lost: make room there, or take another.");
    CHECK(village.carrier.result() == "");
    CHECK(village.carrier.trips()->count() == 0);
    CHECK(village.filesOnStick().empty());

    village.does(&CarrierController::write);
    CHECK(village.carrier.trips()->count() == 1);
    fs::remove_all(village.stick.path());
    village.does(&CarrierController::write);
    CHECK(village.carrier.problem().startsWith("The stick or folder is not there any more."));
    CHECK_FALSE(village.carrier.isFolderThere());
    CHECK(village.carrier.trips()->count() == 1);
    CHECK(village.sync.onlyHereCount() == 3);

    // Plugged in again, it goes on.
    fs::create_directory(village.stick.path());
    village.does(&CarrierController::look);
    CHECK(village.carrier.isFolderThere());
    CHECK(village.carrier.problem() == "");
    village.does(&CarrierController::write);
    CHECK(village.carrier.trips()->count() == 2);
}

TEST_CASE("What is no answer for this device is told apart, in sentences, and nothing changes", "[carrier]") {
    Village village;
    const PublicKey own = village.app.device().publicKey();
    struct Wrong {
        const char* file;
        std::string bytes;
        const char* words;
    };
    std::string damaged = village.answerFrom(centreKeys(), own);
    damaged.back() = static_cast<char>(damaged.back() ^ 1);
    std::string newer = village.answerFrom(centreKeys(), own);
    newer[3] = '2';
    const Wrong wrongs[] = {
        {"other-device", village.answerFrom(centreKeys(), keys(1).publicKey), "is for another device, or was damaged"},
        {"damaged", damaged, "is for another device, or was damaged"},
        {"other-centre", village.answerFrom(keys(2), own), "comes from another centre"},
        {"old", village.answerFrom(centreKeys(), own), "is too old"},
        {"newer", newer, "was made by another version"},
    };
    for (const Wrong& wrong : wrongs) {
        village.brings(wrong.file, wrong.bytes);
        REQUIRE(village.carrier.answers() == 1);
        village.does(&CarrierController::takeIn);
        INFO(village.carrier.problem().toStdString());
        CHECK(village.carrier.problem().startsWith(wrong.file));
        CHECK(village.carrier.problem().contains(wrong.words));
        CHECK(village.carrier.result() == "");
        CHECK(village.sync.onlyHereCount() == 3);
        fs::remove(village.stick / wrong.file);
    }
}

TEST_CASE("A question that got lost is no longer waited for, and the next one says everything again", "[carrier]") {
    Village village;
    village.does(&CarrierController::write);
    village.carrier.forget(0);
    waitUntil([&] { return !village.carrier.isBusy(); });
    CHECK(village.carrier.trips()->count() == 0);
    CHECK(village.carrier.problem() == "");
    village.clock.advance(1000);
    village.does(&CarrierController::write);
    CHECK(village.carrier.trips()->index(0).data(CarrierTripsModel::RecordsRole).toInt() == 3);
}

TEST_CASE("While files are carried no round over the network runs, and afterwards it goes on", "[carrier][sync]") {
    Village village;
    village.sync.setNetworkOn(true);
    village.app.sync();
    waitUntil([&] { return village.sync.onlyHereCount() == 0; });
    for (int trip = 0; trip < 5; ++trip) {
        village.clock.advance(1000);
        village.does(&CarrierController::write);
        CHECK(village.carrier.problem() == "");
    }
    moveIn(village.app.store(), "3", "2", "502", {{"陈桂英"}});
    village.app.sync();
    waitUntil([&] { return village.sync.onlyHereCount() == 0; });
    CHECK(village.carrier.trips()->count() == 5);
}

}  // namespace qiaomen::tests
