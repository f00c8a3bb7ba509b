// SPDX-License-Identifier: Apache-2.0
//
// Which grids a device folder holds: taking up another, and erasing one that was taken away.

#include <algorithm>

#include "shared/client/attachment_store.h"
#include "shared/client/device_folder.h"
#include "shared/files/durable_file.h"

namespace qiaomen {

namespace {

namespace fs = std::filesystem;

const GridId& idOf(const HeldGrid& held) { return held.id; }

/// Database, write-ahead log, attachments: whatever in the folder has the grid's name.
std::vector<fs::path> filesOf(const fs::path& folder, const GridId& grid) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().filename().string().starts_with(grid.text() + '.')) files.push_back(entry.path());
    }
    return files;
}

}  // namespace

Outcome DeviceFolder::hold(const GivenGrid& given) {
    if (!enrolment_) return Error{Fault::missing, "this device is not enrolled"};
    if (std::ranges::find(enrolment_->grids, given.grid, idOf) != enrolment_->grids.end()) return Done{};
    if (auto removed = removeErased(); !removed) return removed;
    enrolment_->grids.push_back({given.grid, given.name.empty() ? given.grid.text() : given.name});
    auto saved = saveIdentity();
    if (!saved) enrolment_->grids.pop_back();
    return saved;
}

/// What is named by records here is at the centre; the rest is everybody's garbage.
Outcome DeviceFolder::isReceipted(LocalStore& store) const {
    if (!fs::exists(folder_ / "grids" / (store.grid().text() + ".attachments"))) return Done{};
    auto attachments = AttachmentStore::open(store);
    if (!attachments) return attachments.error();
    const auto named = (*attachments)->named();
    if (!named) return named.error();
    const std::vector<Hash256> waiting = (*attachments)->unreceipted();
    const auto waits = [&](const AttachmentRef& one) {
        return std::ranges::find(waiting, one.hash) != waiting.end() ||
               std::ranges::find(waiting, one.thumbnail) != waiting.end();
    };
    if (std::ranges::any_of(*named, waits)) return Error{Fault::refused, "a photo is only on this device"};
    return Done{};
}

Outcome DeviceFolder::erase(const GridId& grid, const std::function<void()>& progress) {
    auto opened = store(grid);
    if (!opened) return opened.error();
    LocalStore& leaving = **opened;
    const auto standing = leaving.leaving();
    if (!standing) return standing.error();
    if (!*standing || !(*standing)->isDone())
        return Error{Fault::refused, "grid " + grid.text() + " is not handed over yet"};
    if (auto receipted = isReceipted(leaving); !receipted) return receipted;
    const auto spent = leaving.spentNumbers();
    if (!spent) return spent.error();

    const auto held = std::ranges::find(enrolment_->grids, grid, idOf);
    const LeftGrid left{.grid = *held, .atMs = clock_(), .handedOver = (*standing)->handedOver, .spent = *spent};
    const auto gridsBefore = enrolment_->grids;
    const auto leftBefore = left_;
    enrolment_->grids.erase(held);
    std::erase_if(left_, [&](const LeftGrid& one) { return one.grid.id == grid; });
    left_.push_back(left);
    erasing_.push_back(grid);
    if (auto saved = saveIdentity(); !saved) {
        enrolment_->grids = gridsBefore;
        left_ = leftBefore;
        erasing_.pop_back();
        return saved;
    }
    stores_.erase(grid);
    progress();
    for (const fs::path& file : filesOf(folder_ / "grids", grid)) {
        std::error_code error;
        fs::remove_all(file, error);
        if (error) return fileError(file, error.value());
        progress();
    }
    return removeErased();
}

/// Also what a process left behind that was killed in the middle of it.
Outcome DeviceFolder::removeErased() {
    if (erasing_.empty()) return Done{};
    for (const GridId& grid : erasing_) {
        for (const fs::path& file : filesOf(folder_ / "grids", grid)) {
            std::error_code error;
            fs::remove_all(file, error);
            if (error) return fileError(file, error.value());
        }
        // Whichever went before this one: syncs the folder, so that none of them is back after a power cut.
        if (auto synced = removeDurably(folder_ / "grids" / (grid.text() + ".db")); !synced) return synced;
    }
    const std::vector<GridId> before = std::exchange(erasing_, {});
    auto saved = saveIdentity();
    if (!saved) erasing_ = before;
    return saved;
}

Outcome DeviceFolder::rememberTold() {
    if (std::ranges::all_of(left_, &LeftGrid::told)) return Done{};
    const auto before = left_;
    for (LeftGrid& left : left_) left.told = true;
    auto saved = saveIdentity();
    if (!saved) left_ = before;
    return saved;
}

}  // namespace qiaomen
