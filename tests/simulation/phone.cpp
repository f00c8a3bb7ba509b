// SPDX-License-Identifier: Apache-2.0
//
// A phone's life: how it starts and ends, and what happens to it in between.
#include "tests/simulation/phone.h"

#include <algorithm>
#include <fstream>

#include "tests/simulation/world.h"

namespace qiaomen::simulation {

namespace fs = std::filesystem;

Phone::Phone(World& world, Centre& centre, Origin origin) : world_(world), centre_(centre), origin_(std::move(origin)) {
    driftSinceMs_ = world_.nowMs();
    start();
    if (!world_.options().inherits.empty()) checkNothingForgotten();
}

Phone::~Phone() = default;

std::int64_t Phone::now() const {
    return world_.nowMs() + offsetMs_ + (world_.nowMs() - driftSinceMs_) * driftPpm_ / 1'000'000;
}

fs::path Phone::backup(int label) const { return world_.folder() / "backups" / (name() + "-" + std::to_string(label)); }

// --- Starting ---------------------------------------------------------------------------------------------------------

void Phone::start() {
    auto opened = open();
    if (!opened && world_.disks().wentWrong(name())) {
        world_.tell(name() + " cannot open its store: " + opened.error().message);
        stop();
        world_.disks().mend(name());
        ++failedStarts_;
        opened = open();
    }
    if (opened) return;
    world_.complain(name() + " cannot open its store: " + opened.error().message);
    stop();
}

Outcome Phone::open() {
    auto folder = DeviceFolder::open(origin_.folder, collectionsOf(origin_.job.app), [this] { return now(); },
                                     world_.random(),
                                     {.apply = world_.options().applyLimit, .repair = world_.options().repairLimit});
    if (!folder) return folder.error();
    folder_ = std::make_unique<DeviceFolder>(std::move(*folder));
    if (!folder_->enrolment()) {
        if (auto enrolled = enrol(); !enrolled) return enrolled;
    }
    world_.disks().starts(name());
    client_ = std::make_unique<SyncClient>(static_cast<Transport&>(*this), std::vector<LocalStore*>{}, "simulation",
                                           RequestLimits{.maxChanges = world_.options().pushLimit}, device());
    return attach();
}

Outcome Phone::enrol() {
    const Job& job = origin_.job;
    const std::vector<std::string> grids = job.role == Role::door ? std::vector{job.grid}
                                                                  : world_.gridsBeside(job.grid);
    auto enrolled = folder_->enrol(centre_.enrols(name(), job.role, grids), device());
    if (enrolled) inherit();
    return enrolled;
}

/// What an earlier version left was not encrypted, and its centre knew by which key the phone signs.
void Phone::inherit() {
    const fs::path left = world_.options().inherits / (name() + ".db");
    if (world_.options().inherits.empty() || !fs::exists(left)) return;
    DatabaseKey key{};
    std::ifstream(origin_.folder / "key", std::ios::binary).read(reinterpret_cast<char*>(key.data()), key.size());
    const fs::path encrypted = world_.folder() / "inherited.db";
    writeUnderKey(left, std::nullopt, encrypted, key);
    copyDatabase(encrypted, origin_.folder / "grids" / (gridNamed(origin_.job.grid).text() + ".db"));
    centre_.knows(token(), device(), folder_->publicKey());
}

Outcome Phone::attach() {
    watching_.clear();
    client_->setStores({});
    const auto stores = folder_->stores();
    if (!stores) return stores.error();
    for (LocalStore* store : *stores) {
        watching_.push_back(store->observe([this](const StoreChange&) {
            ++commits_;
            if (trouble_.kind == Trouble::Kind::crashesAtCommit && commits_ == trouble_.at) throw Killed{};
        }));
    }
    client_->setStores(*stores);
    const std::vector<GridId> held = grids();
    for (auto& [grid, replica] : replicas_) {
        if (std::ranges::find(held, grid) == held.end()) left_[grid].merge(replica.held);
    }
    std::erase_if(replicas_, [&](const auto& one) { return std::ranges::find(held, one.first) == held.end(); });
    for (const GridId& grid : held) replicas_[grid];
    return Done{};
}

void Phone::stop() {
    watching_.clear();
    client_.reset();
    folder_.reset();
}

void Phone::restart() {
    const fs::path left = world_.folder() / "left-behind";
    copyFolder(origin_.folder, left);
    stop();
    copyFolder(left, origin_.folder);
    start();
    checkNothingForgotten();
}

// --- What happens to it -----------------------------------------------------------------------------------------------

void Phone::clockDrifts(std::int64_t ppm) {
    offsetMs_ = now() - world_.nowMs();
    driftSinceMs_ = world_.nowMs();
    driftPpm_ = ppm;
}

void Phone::crashes() {
    if (!isAlive()) return;
    world_.tell(name() + " crashes");
    restart();
}

void Phone::isBackedUpAs(int label) {
    if (!isAlive()) return;
    world_.tell(name() + " is backed up as " + std::to_string(label));
    copyFolder(origin_.folder, backup(label));
    backups_[label] = replicas_;
}

void Phone::isRestoredTo(int label) {
    if (!isAlive() || !backups_.contains(label)) return;
    world_.tell(name() + " is restored to " + std::to_string(label));
    world_.disaster();
    stop();
    world_.disks().mend(name());
    copyFolder(backup(label), origin_.folder);
    replicas_ = backups_[label];
    for (auto& [grid, replica] : replicas_) replica.receipt = {};
    start();
    checkNothingForgotten();
}

Phone& Phone::isClonedAs(std::string_view name) {
    for (const auto& phone : world_.phones()) {
        if (phone->name() == name) return *phone;
    }
    world_.tell(this->name() + " is cloned as " + std::string(name));
    world_.disaster();
    Origin twin{std::string(name), enrolledAs(), world_.folder() / std::string(name), origin_.job};
    if (!isAlive()) return *this;
    copyFolder(origin_.folder, twin.folder);
    Phone& clone = world_.addPhone(centre_, std::move(twin));
    clone.offsetMs_ = offsetMs_;
    clone.identities_ = identities_;
    clone.replicas_ = replicas_;
    clone.left_ = left_;
    clone.checkNothingForgotten();
    return clone;
}

void Phone::isLost() {
    world_.tell(name() + " is lost");
    stop();
    replicas_.clear();
    bag_.clear();
}

void Phone::isCutOff() { link_ = Link::cut; }
void Phone::hearsNothing() { link_ = Link::deaf; }
void Phone::isConnected() { link_ = Link::whole; }

// --- Its disk ---------------------------------------------------------------------------------------------------------

void Phone::diskWill(Disks::Failure::Kind kind, std::int64_t after) {
    if (isAlive()) world_.disks().will(name(), kind, static_cast<std::uint64_t>(after));
}

void Phone::diskIsWell() {
    faceTheDisk();
    world_.disks().mend(name());
}

/// After whatever it did: with room again it goes on; without power, or when a sync failed, it starts anew.
void Phone::faceTheDisk() {
    const auto what = world_.disks().wentWrong(name());
    if (!what || !isAlive()) return;
    world_.tell(name() + "'s disk failed");
    if (what == losePower) {
        stop();
        world_.disks().mend(name());
        start();
    } else {
        world_.disks().mend(name());
        if (what == failToSync) restart();
    }
    // A grid that was given while the disk failed may not be open yet.
    if (isAlive() && what == runFull) {
        if (auto attached = attach(); !attached)
            world_.complain(name() + " cannot open its stores: " + attached.error().message);
    }
    checkNothingForgotten();
}

void Phone::checkNothingForgotten() {
    if (!isAlive()) return;
    for (auto& [grid, replica] : replicas_) checkNothingForgotten(grid, replica);
}

/// What was reported saved is there. A save that failed may be there as well: then it is a save like any other.
void Phone::checkNothingForgotten(const GridId& grid, Replica& replica) {
    auto entries = storeOf(grid).outbox(1000);
    if (!entries) return world_.complain(name() + " cannot read its outbox: " + entries.error().message);
    if ((entries->empty() ? 0 : entries->front().change.number) < replica.lastNumber)
        world_.complain(name() + " lost what it had reported saved");
    for (const OutboxEntry& entry : *entries) {
        if (entry.change.number <= replica.lastNumber) break;
        replica.held.insert(world_.notebook(grid).appeared(entry.change));
    }
    replica.lastNumber = entries->empty() ? 0 : entries->front().change.number;
}

}  // namespace qiaomen::simulation
