// SPDX-License-Identifier: Apache-2.0
//
// The real app, driven, is killed in the middle of an import: every batch is there or not at all, and the same file brings the rest.
#include <csignal>
#include <fstream>
#include <thread>

#include "mobile/text.h"
#include "shared/domain/collections.h"
#include "tests/mobile/workspace_story.h"
#include "tests/processes/process.h"

namespace qiaomen::tests {

namespace {

std::size_t visitsIn(LocalStore& store, const RecordId& household) {
    return ok(store.find(visit, visit.household, household)).size();
}

}  // namespace

TEST_CASE("An import that is killed leaves whole batches, and goes on with the same file", "[import][kill]") {
    FakeClock clock;
    const TempFolder files;
    RecordId household;
    std::filesystem::path folder;
    auto app = std::make_unique<WorkerApp>(clock, nullptr);
    household = moveIn(app->store(), "3", "2", "501", {{"王秀英"}}).household;
    folder = app->close();

    const auto csv = files / "long.csv";
    {
        std::ofstream out(csv);
        out << "走访对象,居住地址,方式,走访时间,走访详情\n";
        for (int row = 0; row < 4'000; ++row) out << "王秀英,3-2-501,入户,2026-11-03,第" << row << "次\n";
    }
    const std::string command = R"({"do":"import","file":")" + csv.string() + "\"}";
    const auto drive = [&] {
        return std::make_unique<processes::Process>(
            processes::Process::Options{{QIAOMEN_APP, "--headless", "--drive", "--offline", "--data", folder.string()},
                                        files / "errors",
                                        {"QT_QPA_PLATFORM=offscreen"}});
    };
    std::size_t before = 0;
    for (const int ms : {600, 900, 1'200}) {
        auto process = drive();
        process->writeLine(command);
        std::this_thread::sleep_for(std::chrono::milliseconds(ms));
        process->signal(SIGKILL);
        process->wait();
        DeviceFolder device = ok(DeviceFolder::open(folder, allCollections(), clock.source(), seededRandom(3)));
        const std::size_t kept = visitsIn(*ok(device.stores()).front(), household);
        CHECK(kept % kImportBatch == 0);
        CHECK(kept >= before);
        before = kept;
    }
    auto process = drive();
    process->writeLine(command);
    const auto answer = process->readLine(std::chrono::seconds(60));
    REQUIRE(answer);
    CHECK(answer->find("\"ok\":true") != std::string::npos);
    process->writeLine(R"({"do":"quit"})");
    process->wait();
    DeviceFolder device = ok(DeviceFolder::open(folder, allCollections(), clock.source(), seededRandom(3)));
    CHECK(visitsIn(*ok(device.stores()).front(), household) == 4'000);
}

}  // namespace qiaomen::tests
