// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "shared/client/device_folder.h"
#include "shared/client/http_transport.h"
#include "shared/client/sync_client.h"
#include "shared/domain/collections.h"
#include "tests/network/cutting_proxy.h"
#include "tests/processes/centre.h"
#include "tests/support/effort.h"
#include "tests/support/people.h"
#include "tests/support/temp_folder.h"

// A batch is atomic, wherever the link breaks: the real client and the real server, and between them a link that is cut after every
// single byte of question and answer.

namespace qiaomen::tests {
namespace {

template <class T>
T ok(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message);
    return *std::move(result);
}

/// A server process with one small grid, and a phone enrolled for it on the other end of the bad link.
class FarAway {
public:
    FarAway() : centre_(QIAOMEN_SERVER, files_.path()) {
        processes::run({.command = {QIAOMEN_SERVER, "make-grid", (files_ / "office").string(), "--households", "3"},
                        .errors = files_ / "log",
                        .environment = {}});
        centre_.command({"import", (files_ / "office").string()});
        const auto file = files_ / "zhang.json";
        centre_.command({"add-device", "zhang", "--worker", "张敏", "--grids", "all", "--server", "http://the-link",
                         "--out", file.string()});
        code_ = nlohmann::json::parse(std::ifstream(file))["grids"][0]["code"].get<std::string>();
        centre_.start();
        link_ = std::make_unique<CuttingProxy>(std::stoi(centre_.url().substr(centre_.url().rfind(':') + 1)));
        folder_ = ok(DeviceFolder::open(files_ / "phone", allCollections(), systemClock(), systemRandom()));
        Enrolment enrolment = ok(readEnrolment(file));
        enrolment.server = "http://127.0.0.1:" + std::to_string(link_->port());
        REQUIRE(folder_->enrol(enrolment));
        store_ = ok(folder_->store(folder_->enrolment()->grids.front().id));
        REQUIRE(syncs());
    }

    CuttingProxy& link() { return *link_; }

    /// One round over a connection of its own. Whether it got through.
    bool syncs() {
        HttpTransport way({.server = folder_->enrolment()->server, .token = folder_->enrolment()->token, .caFile = {}});
        SyncClient client(way, {store_}, "cut test");
        const auto report = client.round();
        return report.ok() && !report->grids.begin()->second.problem;
    }

    void saves(int visits) {
        for (int n = 0; n < visits; ++n) {
            const RecordId record = RecordId::make(store_->nowMs(), systemRandom());
            REQUIRE(store_->save({visit.number(),
                                  record,
                                  {{visit.household, record},
                                   {visit.occurredAt, store_->nowMs()},
                                   {visit.way, "door"},
                                   {visit.outcome, "met"}}}));
            ++saved_;
        }
    }

    [[nodiscard]] std::uint64_t saved() const { return saved_; }
    [[nodiscard]] Safety safety() { return ok(store_->safety()); }

    /// The visits in the centre's log, by the numbers the phone gave them.
    [[nodiscard]] std::vector<std::uint64_t> logged() const {
        std::vector<std::uint64_t> numbers;
        std::istringstream log(centre_.command({"dump", code_}));
        for (std::string line; std::getline(log, line);) {
            const auto change = nlohmann::json::parse(line)["change"];
            if (change["collection"] == "visit") numbers.push_back(change["number"]);
        }
        return numbers;
    }
    void stops() { centre_.stop(); }

private:
    TempFolder files_;
    processes::Centre centre_;
    std::unique_ptr<CuttingProxy> link_;
    std::string code_;
    std::optional<DeviceFolder> folder_;
    LocalStore* store_ = nullptr;
    std::uint64_t saved_ = 0;
};

}  // namespace

TEST_CASE(
    "Wherever the link is cut, a batch arrives once and whole or not at all, and nothing is called safe too early",
    "[network][cut]") {
    FarAway far;
    const std::uint64_t batches = effort("QIAOMEN_CUT_BATCHES", 5);
    for (std::uint64_t batch = 0; batch < batches; ++batch) {
        // How long question and answer of such a batch are; a little more, as lengths vary with what is in them.
        far.saves(1 + static_cast<int>(batch % 3));
        far.link().cutAfter({});
        REQUIRE(far.syncs());
        const std::uint64_t up = far.link().up() + 16, down = far.link().down() + 16;
        for (std::uint64_t byte = 0; byte < up + down; ++byte) {
            CAPTURE(batch, byte, up, down);
            const bool question = byte < up;
            const std::uint64_t safeBefore = far.safety().safe;
            far.saves(1 + static_cast<int>(batch % 3));
            far.link().cutAfter(question ? CuttingProxy::Cut{.up = byte} : CuttingProxy::Cut{.down = byte - up});
            const bool through = far.syncs();
            const Safety safety = far.safety();
            REQUIRE(safety.safe + safety.onlyHere == far.saved());
            REQUIRE((safety.safe == (through ? far.saved() : safeBefore)));
            far.link().cutAfter({});
            REQUIRE(far.syncs());
            REQUIRE(far.safety().onlyHere == 0);
        }
    }
    far.stops();
    const auto numbers = far.logged();
    REQUIRE(numbers.size() == far.saved());
    for (std::size_t n = 0; n < numbers.size(); ++n) REQUIRE(numbers[n] == n + 1);
}

}  // namespace qiaomen::tests
