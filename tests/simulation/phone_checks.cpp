// SPDX-License-Identifier: Apache-2.0
//
// What can be seen of a phone, and what is looked at after each of its syncs.
#include <algorithm>

#include "tests/simulation/world.h"

namespace qiaomen::simulation {

namespace {

std::string hex(std::uint64_t number) {
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(number));
    return text;
}

}  // namespace

// --- What can be seen -------------------------------------------------------------------------------------------------

std::string Phone::says(std::string_view record, std::string_view field) {
    if (!holds(gridOf(record))) return "";
    const Collection& collection = *collectionNamed(record, origin_.job.app);
    auto read = store(gridOf(record)).read(collection.number(), recordNamed(record));
    const Value value = read ? read->get(collection.find(field)->no()) : Value();
    return value.kind() == Value::Kind::text ? value.text() : value.isNothing() ? "" : print(value);
}

bool Phone::has(std::string_view record) {
    if (!holds(gridOf(record))) return false;
    auto read = store(gridOf(record)).read(collectionNamed(record, origin_.job.app)->number(), recordNamed(record));
    return read && read->isVisible();
}

bool Phone::holds(std::string_view grid) const { return isAlive() && replicas_.contains(gridNamed(grid)); }

std::vector<GridId> Phone::grids() const {
    std::vector<GridId> all;
    for (const HeldGrid& held : folder_->enrolment()->grids) all.push_back(held.id);
    return all;
}

LocalStore& Phone::storeOf(const GridId& grid) { return **folder_->store(grid); }

Safety Phone::safety(std::string_view grid) {
    auto safety = store(grid).safety();
    return safety ? *safety : Safety{};
}

std::vector<std::string> Phone::rescueReasons(std::string_view grid) {
    std::vector<std::string> reasons;
    if (auto queue = store(grid).rescueQueue()) {
        for (const OutboxEntry& entry : *queue) reasons.push_back(entry.reason);
    }
    return reasons;
}

std::vector<Record> Phone::records(const GridId& grid) {
    std::vector<Record> all;
    Database database(storeOf(grid).file(), {.key = storeOf(grid).key(), .readOnly = true});
    RecordTables tables(database, collectionsOf(origin_.job.app));
    tables.forEach([&](Record&& record) { all.push_back(std::move(record)); });
    return all;
}

std::set<Notebook::SaveNo> Phone::answersFor(const GridId& grid) const {
    std::set<Notebook::SaveNo> saves;
    if (const auto left = left_.find(grid); left != left_.end()) saves = left->second;
    if (const auto here = replicas_.find(grid); isAlive() && here != replicas_.end())
        saves.insert(here->second.held.begin(), here->second.held.end());
    return saves;
}

std::vector<std::string> Phone::leftovers() const {
    std::vector<std::string> names;
    const std::vector<GridId> held = grids();
    for (const auto& entry : std::filesystem::directory_iterator(origin_.folder / "grids")) {
        const std::string name = entry.path().filename().string();
        const auto isOf = [&](const GridId& grid) { return name.starts_with(grid.text()); };
        if (std::ranges::none_of(held, isOf)) names.push_back(name);
    }
    return names;
}

// --- After a sync -----------------------------------------------------------------------------------------------------

void Phone::noteIdentities() {
    for (const GridId& grid : grids()) {
        if (auto identity = storeOf(grid).identity()) identities_.insert(*identity);
    }
}

void Phone::checkAfterSync(const std::set<GridId>& clean) {
    if (!isAlive()) return;
    noteIdentities();
    for (auto& [grid, replica] : replicas_) checkAfterSync(grid, replica, clean.contains(grid));
}

void Phone::checkAfterSync(const GridId& grid, Replica& replica, bool clean) {
    Notebook& notebook = world_.notebook(grid);
    LocalStore& store = storeOf(grid);
    if (auto entries = store.outbox(1000)) {
        for (const OutboxEntry& entry : *entries) {
            if (entry.state == OutboxEntry::State::onlyHere) notebook.stamped(entry.change);
        }
    }
    if (auto entries = store.outbox(20)) {
        for (const OutboxEntry& entry : *entries) {
            if (entry.state == OutboxEntry::State::safe && !notebook.everHeld(entry.change)) {
                world_.complain(name() + " calls safe what the centre never held: " + Notebook::content(entry.change));
            }
            if (entry.state == OutboxEntry::State::refused && entry.reason.empty())
                world_.complain(name() + " has a refusal without a reason");
        }
    }
    if (auto receipts = store.receipts(1); receipts && !receipts->empty()) {
        const Receipt& receipt = receipts->front().receipt;
        if (receipt.head.epoch == replica.receipt.first && receipt.lastNumber < replica.receipt.second &&
            !world_.hadDisaster())
            world_.complain(name() + " has a receipt for less than before");
        replica.receipt = {receipt.head.epoch, receipt.lastNumber};
    }
    const auto safety = store.safety();
    const Safety safe = safety ? *safety : Safety{};
    auto digest = store.digest();
    world_.tell("  safe " + std::to_string(safe.safe) + " only here " + std::to_string(safe.onlyHere) + " refused " +
                std::to_string(safe.refused) + " handed over " + std::to_string(safe.handedOver) + " digest " +
                (digest ? hex(digest->low) : "?"));
    if (world_.hadDisaster()) return;
    if (auto differences = store.differences(); !differences || *differences > 0)
        world_.complain(name() + " had another digest than the centre, though no copy was ever put back");
    if (clean && (!digest || *digest != centre_.digest(grid)))
        world_.complain(name() + " differs from the centre right after a sync without trouble");
    if (clean && safe.onlyHere > 0) world_.complain(name() + " has unsent changes right after a sync without trouble");
}

}  // namespace qiaomen::simulation
