// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/world.h"

#include <algorithm>
#include <array>
#include <iostream>

#include "tests/simulation/oracle.h"

namespace qiaomen::simulation {

namespace {

constexpr std::int64_t kFirstMorning = 1'795'334'400'000;  // 2026-11-22T08:00:00Z
constexpr int kMostSettlingRounds = 12;

/// A household of the next version of the app.
struct NewerHousehold : HouseholdCollection {
    const FieldNo parking = add({.number = 90, .name = "parking", .label = {"Parking place", "车位"}});
};

/// A collection of the next version.
struct Parcel : Collection {
    Parcel() : Collection(900, "parcel", Nature::reg, {"Parcel", "包裹"}) {}
    const FieldNo note = add({.number = 1, .name = "note", .label = {"Note", "备注"}});
};

/// A collection as an earlier version of the app knew it.
struct Earlier : Collection {
    Earlier(const Collection& today, std::initializer_list<std::string_view> unknown)
        : Collection(static_cast<std::uint16_t>(today.number()), today.name(), today.nature(), today.label()) {
        for (const Field& field : today.fields()) {
            if (std::ranges::find(unknown, field.name) == unknown.end()) add(field);
        }
    }
};

}  // namespace

RecordId recordNamed(std::string_view name) { return RecordId::named({}, name); }

const Collection* collectionNamed(std::string_view record, App app) {
    return find(collectionsOf(app), record.substr(0, record.find('-')));
}

Collections collectionsOf(App app) {
    static const NewerHousehold newerHousehold;
    static const Parcel parcel;
    static const Earlier earlierHousehold(household, {"note", "contact_way", "card_version"});
    static const Earlier earlierNeed(need, {"heard_by"});
    static const std::array<const Collection*, 9> newer = {&grid, &dwelling, &newerHousehold, &resident, &visit,
                                                           &need, &hazard,   &conflict,       &parcel};
    static const std::array<const Collection*, 7> older = {&grid,  &dwelling,    &earlierHousehold, &resident,
                                                           &visit, &earlierNeed, &conflict};
    switch (app) {
        case App::older: return older;
        case App::newer: return newer;
        case App::today: break;
    }
    return allCollections();
}

RandomSource seededBytes(std::uint64_t seed) {
    return [state = std::make_shared<std::uint64_t>(seed)](std::span<std::uint8_t> bytes) {
        for (std::uint8_t& byte : bytes) {
            // splitmix64 (Steele, Lea, Flood 2014)
            std::uint64_t z = *state += 0x9e3779b97f4a7c15U;
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
            z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
            byte = static_cast<std::uint8_t>(z >> 56);
        }
    };
}

std::string print(const Trouble& trouble) {
    const char* names[] = {
        "",          "losesRequest", "losesReply",    "delaysRequest", "repeatsRequest",  "answersLate",
        "cutsReply", "spoilsReply",  "crashesBefore", "crashesAfter",  "crashesAtCommit", "centreCrashes"};
    if (trouble.kind == Trouble::Kind::none) return "";
    return std::string(names[static_cast<std::size_t>(trouble.kind)]) + "(" + std::to_string(trouble.at) + ")";
}

World::World(Options options)
    : options_(options),
      disks_(folder_.path(), options.seed + 4),
      nowMs_(kFirstMorning),
      grid_(GridId::named({}, "the grid")),
      random_(seededBytes(options.seed + 3)),
      centre_(std::make_unique<Centre>(*this)) {}

World::~World() = default;

Phone& World::phone(std::string_view name, App app) {
    for (const auto& phone : phones_) {
        if (phone->name() == name) return *phone;
    }
    return addPhone({std::string(name), DeviceId::named({}, name), folder() / std::string(name) / "phone.db", app});
}

Phone& World::addPhone(Phone::Origin origin) {
    phones_.push_back(std::make_unique<Phone>(*this, std::move(origin)));
    return *phones_.back();
}

std::string World::nameOf(const DeviceId& device) const {
    for (const auto& phone : phones_) {
        if (phone->was(device)) return phone->name();
    }
    return "";
}

void World::tell(const std::string& line) {
    for (const char c : line) trace_ = (trace_ ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    if (printing_) std::cerr << line << '\n';
}

// --- The end ----------------------------------------------------------------------------------------------------------

std::string World::settles() {
    tell("everybody comes together");
    centre_->diskIsWell();
    for (const auto& phone : phones_) phone->diskIsWell();
    // Two quiet rounds: a repair may wait for the next one.
    int quiet = 0;
    for (int round = 0; quiet < 2 && round < kMostSettlingRounds; ++round) quiet = settleOnce() ? quiet + 1 : 0;
    if (quiet < 2) notebook_.complain("it never comes to rest");
    checkReplicas();
    checkNothingLost();
    std::string text;
    for (const std::string& complaint : notebook_.complaints()) text += (text.empty() ? "" : "\n") + complaint;
    tell("in the end: " + text);
    return text;
}

/// True when nobody sent or got anything, and nobody had a problem.
bool World::settleOnce() {
    bool quiet = true;
    const Hash128 before = centre_->digest();
    for (const auto& phone : phones_) {
        if (!phone->isAlive()) continue;
        passes(2 * kHour);  // longer than the pause between two repairs
        const auto digest = phone->store().digest();
        phone->syncs();
        const auto after = phone->store().digest();
        quiet = quiet && digest && after && *digest == *after && phone->safety().onlyHere == 0 &&
                phone->lastProblem().empty();
    }
    return quiet && before == centre_->digest();
}

/// What a version before signatures left behind cannot be proven.
void World::checkProofs() {
    if (!options_.inherits.empty()) return;
    DeviceKeys keys;
    for (const auto& phone : phones_) phone->addKeysTo(keys);
    for (const std::string& finding : centre_->findings(std::move(keys))) notebook_.complain("verify: " + finding);
}

void World::checkReplicas() {
    const Oracle oracle(centre_->log(), centre_->device(), allCollections(),
                        [this](const DeviceId& device) { return nameOf(device); });
    for (const std::string& complaint : oracle.complaintsAboutConflicts()) notebook_.complain(complaint);
    const auto check = [&](const std::string& who, const std::vector<Record>& records, const Hash128& told) {
        for (const std::string& complaint : oracle.complaintsAboutRecords(records))
            notebook_.complain(std::string(who).append(": ").append(complaint));
        Digest digest;
        for (const Record& record : records) digest.add(record);
        if (digest.total() != told) notebook_.complain(who + " has a digest that is not its records'");
    };
    check("the centre", centre_->records(), centre_->digest());
    checkProofs();
    for (const auto& phone : phones_) {
        if (!phone->isAlive()) continue;
        const auto digest = phone->store().digest();
        check(phone->name(), phone->records(), digest ? *digest : Hash128{});
        if (!phone->lastProblem().empty()) notebook_.complain(phone->name() + " cannot sync: " + phone->lastProblem());
        if (phone->safety().onlyHere > 0) notebook_.complain(phone->name() + " still has changes that are only there");
    }
}

/// Every change that some phone reported saved, and still holds, is in the log or in a rescue queue, and in the log no oftener
/// than it was saved.
void World::checkNothingLost() {
    std::map<std::string, std::size_t> logged, givenBack, rescued, owed;
    for (const LoggedChange& one : centre_->log()) {
        if (one.change.stamp.device == centre_->device()) continue;
        ++(one.change.number == 0 ? givenBack : logged)[Notebook::content(one.change)];
    }
    std::set<std::pair<Stamp, std::string>> aside;
    std::set<Notebook::SaveNo> held;
    for (const auto& phone : phones_) {
        if (!phone->isAlive()) continue;
        held.insert(phone->holds().begin(), phone->holds().end());
        if (auto queue = phone->store().rescueQueue()) {
            for (const OutboxEntry& entry : *queue) aside.emplace(entry.change.stamp, Notebook::content(entry.change));
        }
    }
    for (const auto& [stamp, content] : aside) ++rescued[content];
    for (const Notebook::SaveNo save : held) ++owed[notebook_.contentOf(save)];
    for (const auto& [content, count] : owed) {
        if (logged[content] + givenBack[content] + rescued[content] < count)
            notebook_.complain("a saved change is neither at the centre nor in a rescue queue: " + content);
    }
    if (!options_.inherits.empty()) return;  // who saved what was inherited, nobody has seen
    for (const auto& [content, count] : logged) {
        const std::size_t stamped = disaster_ ? notebook_.timesStamped(content) : 0;
        if (count > std::max(notebook_.timesSaved(content), stamped))
            notebook_.complain("in the log oftener than it was saved: " + content);
    }
}

}  // namespace qiaomen::simulation
