// SPDX-License-Identifier: Apache-2.0
//
// A village without a network, from end to end: real app processes, a real server, and a folder in place of a stick between them.
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/mobile/office.h"
#include "tests/processes/phone.h"

namespace qiaomen::tests {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// Somebody's phone as a process. Without a network unless it is switched on.
class Walker {
public:
    Walker(const Office& office, const std::string& name, const fs::path& stick)
        : stick_(stick), phone_({QIAOMEN_APP, office.folder / name, {"--headless", "--offline"}}) {
        phone_.start({"--enrol", office.enrolmentOf(name).string()});
    }
    json ask(const json& command, bool mayFail = false) { return phone_.ask(command, mayFail); }
    json stick(const std::string& act, bool mayFail = false) {
        return ask({{"do", "carrier"}, {"folder", stick_.string()}, {"act", act}}, mayFail);
    }
    json safety() { return ask({{"do", "safety"}}); }
    /// A visit to the first household there is.
    std::string visits(const std::string& remark) {
        return ask({{"do", "visit"}, {"household", household()}, {"outcome", "met"}, {"remark", remark}})["visit"];
    }
    bool holds(const std::string& record) {
        return ask({{"do", "holds"}, {"records", json::array({record})}})["held"] == 1;
    }
    processes::Phone& phone() { return phone_; }
    void restart() { phone_.start(); }

private:
    std::string household() {
        const json answer = ask({{"do", "doors"}});
        for (const json& door : answer["doors"]) {
            if (door["household"] != "") return door["household"];
        }
        throw std::runtime_error("nobody lives in this grid");
    }

    fs::path stick_;
    processes::Phone phone_;
};

/// The clerk at the centre's machine: takes in every question on the stick that has no answer.
int clerkCarries(const Office& office, const fs::path& stick) {
    int carried = 0;
    std::vector<fs::path> questions;
    for (const auto& entry : fs::directory_iterator(stick)) {
        const fs::path& file = entry.path();
        if (file.extension() == ".qmc" && file.filename().string().find("question") != std::string::npos)
            questions.push_back(file);
    }
    for (const fs::path& question : questions) {
        std::string name = question.filename().string();
        const fs::path answer = stick / name.replace(name.find("question"), 8, "answer");
        if (fs::exists(answer)) continue;
        office.centre.command({"carry", question.string(), answer.string()});
        ++carried;
    }
    return carried;
}

}  // namespace

TEST_CASE("A newcomer in a village gets her grid on a stick, works, and her work becomes safe on the next two trips",
          "[carrier][journey]") {
    Office office;
    office.centre.stop();  // nobody serves: the centre is a folder and a program
    TempFolder stick;
    Walker walker(office, "alice", stick.path());
    CHECK(walker.ask({{"do", "counts"}})["households"] == 0);
    walker.stick("write");
    REQUIRE(clerkCarries(office, stick.path()) == 1);
    walker.stick("take");
    CHECK(walker.ask({{"do", "counts"}})["households"] == 3);

    const std::string first = walker.visits("屋顶漏雨");
    json written = walker.stick("write");
    CHECK(written["trips"].size() == 1);
    CHECK(written["trips"][0]["records"] == walker.safety()["only_here"]);
    const std::string second = walker.visits("已报修");  // while the stick is away
    walker.phone().kill();                               // and the battery is empty, too
    walker.restart();
    CHECK(walker.safety()["safe"] == 0);
    REQUIRE(clerkCarries(office, stick.path()) == 1);
    const json taken = walker.stick("take");
    CHECK(taken["result"].get<std::string>().find("safe now") == std::string::npos);  // the app speaks Chinese here
    CHECK(taken["trips"].empty());
    CHECK(walker.safety()["safe"].get<int>() > 0);
    CHECK(walker.safety()["only_here"].get<int>() > 0);

    // The same answer once more does nothing; the third trip brings the rest.
    CHECK(walker.stick("take")["ok"] == true);
    walker.stick("write");
    REQUIRE(clerkCarries(office, stick.path()) == 1);
    walker.stick("take");
    CHECK(walker.safety()["only_here"] == 0);
    CHECK(walker.safety()["refused"] == 0);
    walker.stick("remove");
    CHECK(fs::is_empty(stick.path()));

    // A colleague in the hall has both visits over the network.
    office.centre.start();
    Walker colleague(office, "bob", stick.path());
    colleague.ask({{"do", "network"}, {"on", true}});
    colleague.ask({{"do", "sync"}});
    CHECK(colleague.holds(first));
    CHECK(colleague.holds(second));
}

TEST_CASE("A colleague who is online hands the stick in, and cannot read what is on it", "[carrier][journey]") {
    const Office office;
    TempFolder stick;
    Walker village(office, "alice", stick.path()), town(office, "bob", stick.path());
    village.stick("write");

    // Without a network the question stays where it is.
    const json offline = town.stick("carry", true);
    CHECK(offline["fault"] == "offline");
    CHECK(offline["questions"] == 1);
    town.ask({{"do", "network"}, {"on", true}});
    town.ask({{"do", "sync"}});
    const json carried = town.stick("carry");
    CHECK(carried["questions"] == 0);
    CHECK(carried["answers"] == 1);
    const json theirs = town.stick("take", true);
    CHECK(theirs["fault"] == "invalid");
    CHECK(town.safety()["safe"] == 0);

    village.stick("take");
    CHECK(village.ask({{"do", "counts"}})["households"] == 3);
    const std::string visit = village.visits("老人说想申请助餐");
    village.stick("write");
    CHECK(town.stick("carry")["ok"] == true);
    village.stick("take");
    CHECK(village.safety()["only_here"] == 0);
    town.ask({{"do", "sync"}});
    CHECK(town.holds(visit));
}

TEST_CASE("A stick is killed with the app in the middle of any trip, and nothing is lost", "[carrier][journey][kill]") {
    Office office;
    office.centre.stop();
    TempFolder stick;
    Walker walker(office, "alice", stick.path());
    walker.stick("write");
    REQUIRE(clerkCarries(office, stick.path()) == 1);
    walker.stick("take");
    std::vector<std::string> visits;
    for (int round = 0; round < 6; ++round) {
        visits.push_back(walker.visits("第" + std::to_string(round) + "次"));
        const char* act = round % 2 == 0 ? "write" : "take";
        walker.phone().send({{"do", "carrier"}, {"folder", stick.path().string()}, {"act", act}});
        std::this_thread::sleep_for(std::chrono::milliseconds(3 * round * round));
        walker.phone().kill();
        walker.restart();
        clerkCarries(office, stick.path());
    }
    walker.stick("take", true);
    walker.stick("write");
    clerkCarries(office, stick.path());
    walker.stick("take", true);
    CHECK(walker.safety()["only_here"] == 0);
    for (const std::string& visit : visits) CHECK(walker.holds(visit));
    office.centre.start();
    Walker colleague(office, "bob", stick.path());
    colleague.ask({{"do", "network"}, {"on", true}});
    colleague.ask({{"do", "sync"}});
    for (const std::string& visit : visits) CHECK(colleague.holds(visit));
}

}  // namespace qiaomen::tests
