// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/generated.h"

#include <algorithm>
#include <array>
#include <map>

namespace qiaomen::simulation {

namespace {

using Kind = Step::Kind;
using TroubleKind = Trouble::Kind;

/// splitmix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15U) {}

    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15U;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }
    /// 0 … count - 1.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    std::int64_t between(std::int64_t least, std::int64_t most) {
        return least + static_cast<std::int64_t>(below(static_cast<std::size_t>(most - least + 1)));
    }
    bool in(std::size_t percent) { return below(100) < percent; }
    template <class List>
    const auto& of(const List& list) {
        return list[below(std::size(list))];
    }

private:
    std::uint64_t state_;
};

constexpr std::array<const char*, 6> kPeople = {"alice", "bob", "carol", "dan", "erin", "fay"};
constexpr std::array<const char*, 7> kRecords = {"household-1", "household-2", "need-1",  "need-2",
                                                 "hazard-1",    "resident-1",  "parcel-1"};

constexpr std::array kAllLimits = {&World::Options::tailLimit, &World::Options::pushLimit, &World::Options::applyLimit,
                                   &World::Options::repairLimit, &World::Options::shortTail};

class Generator {
public:
    explicit Generator(std::uint64_t seed) : dice_(seed), climate_(static_cast<int>(seed % kClimates)) {
        story_.options.seed = seed;
        constexpr std::array<std::size_t, 4> kLimits = {2, 5, 20, 1000};
        for (std::size_t World::Options::*limit : kAllLimits) story_.options.*limit = dice_.of(kLimits);
        story_.options.servers = dice_.in(30) ? 2 : 1;
        const auto people = static_cast<std::size_t>(dice_.between(2, dice_.in(20) ? 6 : 3));
        for (std::size_t i = 0; i < people; ++i) {
            const std::size_t lot = dice_.below(10);
            Job job{.app = lot == 0 ? App::older : lot == 1 ? App::newer : App::today};
            job.role = dice_.in(20) ? Role::leader : dice_.in(20) ? Role::hall : Role::door;
            // The first two work together.
            if (i >= 2 && dice_.in(40)) job.grid = kWest;
            addPerson(kPeople[i], std::move(job));
        }
        if (dice_.in(15)) {
            story_.options.communities = 2;
            for (const char* who : {"hana", "hugo"}) addPerson(who, {.grid = std::string(kHarbour)});
        }
        gridsMove_ = dice_.in(50);
        lettersGo_ = dice_.in(40);
        troublePercent_ = climate_ == 0 ? 0 : static_cast<std::size_t>(dice_.between(5, 60));
    }

    Story tell() {
        const std::int64_t length = dice_.in(5) ? dice_.between(200, 400) : dice_.between(50, 120);
        while (static_cast<std::int64_t>(story_.steps.size()) < length) add();
        return std::move(story_);
    }

private:
    Step& step(Kind kind, std::string who = {}) {
        story_.steps.push_back({.kind = kind, .who = std::move(who), .record = {}, .field = {}});
        return story_.steps.back();
    }

    void addPerson(std::string name, Job job) {
        std::vector<std::string>& grids = grids_[name];
        grids.push_back(job.grid);
        const std::string_view other = job.grid == kEast ? kWest : kEast;
        if (job.role != Role::door && job.grid != kHarbour) grids.emplace_back(other);
        everybody_.push_back(name);
        story_.phones.push_back({std::move(name), std::move(job)});
    }

    std::string somebody() { return dice_.of(everybody_); }
    /// A grid that the person has, or had.
    std::string gridOf(const std::string& who) { return dice_.of(grids_[who]); }
    std::string recordOf(const std::string& who, const std::string& record) {
        const std::string grid = gridOf(who);
        return grid == kEast ? record : grid + "/" + record;
    }
    std::string recordOf(const std::string& who) { return recordOf(who, dice_.of(kRecords)); }

    void add() {
        if (gridsMove_ && dice_.in(8)) return moveGrid();
        if (lettersGo_ && dice_.in(8)) return letter();
        if (climate_ >= 1 && dice_.in(3)) return part();
        if (!parted_.empty() && dice_.in(8)) return joinAgain();
        const std::size_t lot = dice_.below(100);
        if (lot < 45) return edit();
        if (lot < 50) return remove();
        if (lot < 54) return about(Kind::resolves, [this](const std::string& who) { return recordOf(who); });
        if (lot < 55) return about(Kind::rescues, [this](const std::string& who) { return gridOf(who); });
        if (lot < 60) step(Kind::timePasses).amount = dice_.between(1, dice_.in(10) ? 10 * kDay : kHour);
        if (climate_ >= 4 && lot < 68) return disaster();
        if (lot < 86) return sync();
        if (climate_ >= 3 && lot < 90) return failure();
        if (lot < 90) return sync();
        if (climate_ >= 1 && lot < 95) return accident();
        if (climate_ >= 2) return clock();
    }

    /// A step of somebody about a record or a grid of his.
    template <class Choose>
    void about(Kind kind, const Choose& choose) {
        const std::string who = somebody();
        step(kind, who).record = choose(who);
    }

    /// A grid is given or taken, or what came of it is decided.
    void moveGrid() {
        if (dice_.in(30)) {
            const Kind kind = dice_.in(70) ? Kind::takesIn : Kind::putsAside;
            return about(kind, [this](const std::string& who) { return gridOf(who); });
        }
        if (dice_.in(25)) {
            about(Kind::types, [this](const std::string& who) { return recordOf(who); });
            story_.steps.back().value = value();
            return;
        }
        const std::string& who = dice_.of(story_.phones).name;
        std::vector<std::string>& grids = grids_[who];
        const std::string grid = grids.front() == kHarbour ? std::string(kHarbour)
                                 : dice_.in(50)            ? std::string(kEast)
                                                           : std::string(kWest);
        step(dice_.in(55) ? Kind::takes : Kind::gives, who).record = grid;
        if (std::ranges::find(grids, grid) == grids.end()) grids.push_back(grid);
    }

    void letter() {
        const std::string who = somebody();
        const std::string other = somebody();
        if (who != other) step(Kind::meets, who).record = other;
    }

    /// Some have no network for days, or half of one.
    void part() {
        const Kind kind = dice_.in(50) ? Kind::isCutOff : Kind::hearsNothing;
        for (const std::string& who : everybody_) {
            if (!dice_.in(50)) continue;
            step(kind, who);
            parted_.push_back(who);
        }
        step(Kind::timePasses).amount = dice_.between(kHour, 3 * kDay);
    }

    void joinAgain() {
        for (const std::string& who : parted_) step(Kind::isConnected, who);
        parted_.clear();
    }

    void edit() {
        const std::string who = somebody();
        Step& one = step(Kind::edits, who);
        if (dice_.in(12)) {
            // Facts: mostly each its own, now and then one that somebody else has written already.
            one.record = recordOf(who, "visit-" + std::to_string(dice_.in(85) ? ++visits_ : dice_.below(3) + 1));
            one.field = "remark";
            one.value = value();
            return;
        }
        const std::string record = dice_.of(kRecords);
        one.record = recordOf(who, record);
        const std::string collection = record.substr(0, record.find('-'));
        if (collection == "household") {
            one.field = std::array<const char*, 6>{"note",         "phone",       "head_name",
                                                   "card_version", "contact_way", "parking"}[dice_.below(6)];
        } else if (collection == "parcel") {
            one.field = "note";
        } else if (collection == "resident") {
            one.field = dice_.in(60) ? "work_unit" : "name";
        } else {
            one.field = std::array<const char*, 3>{"text", collection == "need" ? "heard_by" : "place",
                                                   "state"}[dice_.below(3)];
        }
        one.value = one.field == "contact_way" ? Value(dice_.in(50) ? "door" : "phone")
                    : one.field == "state"     ? Value("open")
                                               : value();
        const bool required = one.field == "head_name" || one.field == "place" || one.field == "name" ||
                              (one.field == "text" && collection == "need");
        if (!required && dice_.in(8)) one.value = Value();
    }

    /// Mostly a value that nobody else writes, sometimes one that others write, too.
    Value value() { return dice_.in(12) ? Value("same") : Value("v" + std::to_string(++values_)); }

    void remove() {
        about(Kind::removes, [this](const std::string& who) { return recordOf(who); });
    }

    void sync() {
        Step& one = step(Kind::syncs, somebody());
        if (!dice_.in(troublePercent_)) return;
        one.trouble.kind = static_cast<TroubleKind>(
            dice_.between(1, static_cast<std::int64_t>(TroubleKind::centreCrashes)));
        one.trouble.at = static_cast<int>(dice_.between(1, dice_.in(50) ? 1 : 4));
    }

    void accident() {
        switch (dice_.below(4)) {
            case 0: step(Kind::centreCrashes); return;
            case 1: step(Kind::crashes, somebody()); return;
            default: step(Kind::oldRequestArrives, somebody()); return;
        }
    }

    void clock() {
        switch (dice_.below(6)) {
            case 0: step(Kind::clockDrifts, somebody()).amount = dice_.between(-50'000, 50'000); return;
            case 1: step(Kind::clockJumps, somebody()).amount = dice_.in(50) ? 10 * kYear : -10 * kYear; return;
            case 2: step(Kind::centreClockJumps).amount = dice_.between(-kHour, kHour); return;
            default: step(Kind::clockJumps, somebody()).amount = dice_.between(-3 * kHour, 3 * kHour); return;
        }
    }

    void failure() {
        constexpr std::array<Kind, 3> kFailures = {Kind::losesPower, Kind::diskFills, Kind::diskFails};
        Step& one = step(dice_.of(kFailures), dice_.in(30) ? std::string() : somebody());
        one.amount = dice_.between(0, dice_.in(70) ? 12 : 120);
    }

    void disaster() {
        const auto label = static_cast<std::int64_t>(dice_.below(3));
        switch (dice_.below(20)) {
            case 0: step(Kind::isLost, somebody()); return;
            case 1:
            case 2: return clone();
            case 3: return edit();
            default: break;
        }
        const bool backup = dice_.in(50);
        if (dice_.in(50)) {
            step(backup ? Kind::centreIsBackedUpAs : Kind::centreIsRestoredTo).amount = label;
        } else {
            step(backup ? Kind::isBackedUpAs : Kind::isRestoredTo, somebody()).amount = label;
        }
    }

    void clone() {
        if (everybody_.size() >= 6) return;
        const std::string original = somebody();
        const std::string twin = original + "Twin";
        grids_[twin] = grids_[original];
        if (std::ranges::find(everybody_, twin) != everybody_.end()) return;
        step(Kind::isClonedAs, original).record = twin;
        everybody_.push_back(twin);
    }

    Dice dice_;
    int climate_;
    Story story_;
    std::vector<std::string> everybody_;
    std::map<std::string, std::vector<std::string>> grids_;  ///< that somebody has, or had
    std::vector<std::string> parted_;
    bool gridsMove_ = false;
    bool lettersGo_ = false;
    std::size_t troublePercent_ = 0;
    int values_ = 0;
    int visits_ = 0;
};

}  // namespace

Story storyOf(std::uint64_t seed) { return Generator(seed).tell(); }

Story shrunk(Story story) {
    const auto fails = [](const Story& one) { return !play(one).complaints.empty(); };
    for (std::size_t size = std::max<std::size_t>(story.steps.size() / 2, 1);; size = size / 2) {
        bool smaller = true;
        while (smaller) {
            smaller = false;
            for (std::size_t first = 0; first < story.steps.size();) {
                Story without = story;
                const auto from = without.steps.begin() + static_cast<std::ptrdiff_t>(first);
                without.steps.erase(from,
                                    from + static_cast<std::ptrdiff_t>(std::min(size, without.steps.size() - first)));
                if (fails(without)) {
                    story = std::move(without);
                    smaller = size == 1;
                } else {
                    first += size;
                }
            }
        }
        if (size == 1) break;
    }
    for (std::size_t i = story.phones.size(); i-- > 0;) {
        Story without = story;
        without.phones.erase(without.phones.begin() + static_cast<std::ptrdiff_t>(i));
        if (!without.phones.empty() && fails(without)) story = std::move(without);
    }
    for (std::size_t World::Options::*limit : kAllLimits) {
        const std::size_t was = std::exchange(story.options.*limit, World::Options{}.*limit);
        if (!fails(story)) story.options.*limit = was;
    }
    for (User& user : story.phones) {
        const App was = std::exchange(user.job.app, App::today);
        if (!fails(story)) user.job.app = was;
        const Role role = std::exchange(user.job.role, Role::door);
        if (!fails(story)) user.job.role = role;
    }
    const auto isFromHarbour = [](const User& user) { return user.job.grid == kHarbour; };
    for (std::size_t World::Options::*number : {&World::Options::servers, &World::Options::communities}) {
        if (number == &World::Options::communities && std::ranges::any_of(story.phones, isFromHarbour)) continue;
        const std::size_t was = std::exchange(story.options.*number, 1);
        if (was != 1 && !fails(story)) story.options.*number = was;
    }
    return story;
}

}  // namespace qiaomen::simulation
