// SPDX-License-Identifier: Apache-2.0
//
// Weeks in a community, drawn from a seed: grids are given and taken while phones record, type, sync, lose answers and are killed. A
// plain list of what was ever saved decides at the end where each thing must be: once at the centre, as a record or as a rescued one.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <random>

#include "tests/scope/scope_story.h"
#include "tests/support/effort.h"

using namespace qiaomen;
using namespace qiaomen::tests;

namespace {

struct Killed {};

/// One worker, and what the oracle knows of her: which words she saved or typed, and whether the grid is hers.
struct Worker {
    Worker(ScopeCentre& centre, const std::string& workerName)
        : name(workerName), phone(centre, workerName, {kEast}), home(phone.movesIn(workerName)) {
        phone.settles();
    }

    std::string name;
    ScopePhone phone;
    RecordId home;
    bool isHers = true;
};

class Weeks {
public:
    explicit Weeks(std::uint64_t seed) : random_(static_cast<std::minstd_rand::result_type>(seed + 1)) {}

    void pass(int steps) {
        for (int step = 0; step < steps; ++step) act(workers_[below(2)]);
        for (Worker& worker : workers_) {
            if (!worker.isHers) centre_.gives(worker.name, kEast);
            worker.isHers = true;
            worker.phone.settles();
        }
        for (Worker& worker : workers_) worker.phone.settles();
    }

    /// "" when everything is where it must be.
    std::string complaints() {
        std::string wrong = centre_.findings();
        std::map<std::string, int> found;
        for (const Record& one : centre_.all(visit)) ++found[one.text(visit.remark)];
        for (const Record& one : centre_.all(rescuedChange)) {
            for (const std::string& words : saved_) {
                if (one.text(rescuedChange.content).find('"' + words + '"') != std::string::npos) ++found[words];
            }
        }
        for (const std::string& words : saved_) {
            if (found[words] != 1) wrong += words + " is at the centre " + std::to_string(found[words]) + " times\n";
        }
        const auto digest = [&](Worker& worker) { return ok(worker.phone.store().digest()); };
        if (digest(workers_[0]) != digest(workers_[1])) wrong += "the phones hold different records\n";
        return wrong;
    }

private:
    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random_); }

    void act(Worker& worker) {
        centre_.clock().advance(below(100'000));
        ScopePhone& phone = worker.phone;
        const bool holds = phone.holds(kEast);
        switch (below(8)) {
            case 0:
            case 1:
                if (holds) phone.meets(worker.home, remember("visit"));
                break;
            case 2:
                if (holds && ok(phone.store().leaving())) type(phone);
                break;
            case 3:
                worker.isHers ? centre_.takes(worker.name, kEast) : centre_.gives(worker.name, kEast);
                worker.isHers = !worker.isHers;
                break;
            case 4: phone.restart(); break;
            case 5:
                if (holds) losesAnswer(phone);
                break;
            default: syncs(phone);
        }
    }

    std::string remember(const std::string& kind) {
        saved_.push_back(kind + " " + std::to_string(saved_.size()) + ".");
        return saved_.back();
    }

    /// Typed in a grid that is leaving: it must go to the others. (In a grid that stays, a draft is nobody's but her own.)
    void type(ScopePhone& phone) {
        const std::string words = remember("draft");
        ok(phone.store().keepDraft("visit:" + words, "{\"remark\":\"" + words + "\"}"));
        ok(phone.store().handOver("某人"));
    }

    void losesAnswer(ScopePhone& phone) {
        const Grant grant = ok(centre_.folder().access().recognise(phone.folder().enrolment()->token));
        SyncRequest request{.device = phone.folder().device(), .app = "story"};
        request.grids.push_back(ok(phone.store().nextRequest()));
        (void)centre_.folder().hub().sync(grant, request);
    }

    /// A round and what the app does after it, which a kill may end at any step.
    void syncs(ScopePhone& phone) {
        const int kill = below(6);
        int step = 0;
        try {
            phone.follows(phone.syncs(), [&] {
                if (++step == kill) throw Killed();
            });
        } catch (const Killed&) {
            phone.restart();
        }
    }

    std::minstd_rand random_;
    ScopeCentre centre_;
    Worker workers_[2] = {{centre_, "李梅"}, {centre_, "王芳"}};
    std::vector<std::string> saved_;
};

}  // namespace

TEST_CASE("Whatever was saved while grids came and went is at the centre once, as a record or as a rescued one",
          "[scope]") {
    const auto seed = GENERATE(range(std::uint64_t{0}, effort("QIAOMEN_SCOPE_WEEKS", 12)));
    INFO("seed " << seed);
    Weeks weeks(seed);
    weeks.pass(60);
    CHECK(weeks.complaints() == "");
}
