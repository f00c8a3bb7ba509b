// SPDX-License-Identifier: Apache-2.0
#include "mobile/practice_room.h"

#include "mobile/text.h"
#include "shared/client/practice_grid.h"
#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

namespace fs = std::filesystem;

using Folder = std::shared_ptr<DeviceFolder>;

/// What it takes to make a room, for a thread that has nothing of the screen.
struct Recipe {
    fs::path place;
    std::string worker;
    ClockSource clock;
    RandomSource random;
};

/// Goes at once, whoever is killed meanwhile: a folder that is half gone has another name.
Outcome clear(const fs::path& place) {
    const fs::path going = fs::path(place).concat(".old");
    std::error_code wrong;
    fs::remove_all(going, wrong);
    if (!wrong && fs::exists(place)) fs::rename(place, going, wrong);
    if (!wrong) fs::remove_all(going, wrong);
    if (wrong) return Error{Fault::broken, "the practice folder cannot be removed: " + wrong.message()};
    return Done{};
}

Result<Folder> openFolder(const Recipe& recipe) {
    auto opened = DeviceFolder::open(recipe.place, allCollections(), recipe.clock, recipe.random);
    if (!opened) return opened.error();
    auto folder = std::make_shared<DeviceFolder>(*std::move(opened));
    if (folder->enrolment()) return folder;
    // No server and no token: there is nobody to ask. What a receipt would have to be signed with is nobody's either.
    auto enrolled = folder->enrol({.server = {},
                                   .token = {},
                                   .centreKey = folder->publicKey(),
                                   .worker = recipe.worker,
                                   .grids = {{kPracticeGrid, kPracticeGridName}}});
    if (!enrolled) return enrolled.error();
    return folder;
}

/// Once the neighbourhood has come as a whole there is a cursor.
Result<bool> isSettled(DeviceFolder& folder) {
    const auto store = folder.store(kPracticeGrid);
    if (!store) return store.error();
    const auto cursor = (*store)->cursor();
    if (!cursor) return cursor.error();
    return cursor->epoch != 0;
}

Result<Folder> makeAnew(const Recipe& recipe) {
    if (auto cleared = clear(recipe.place); !cleared) return cleared.error();
    auto folder = openFolder(recipe);
    if (!folder) return folder.error();
    const auto store = (*folder)->store(kPracticeGrid);
    if (!store) return store.error();
    const Newcomer newcomer{recipe.worker, (*folder)->device()};
    const auto applied = (*store)->applySnapshot(practiceGrid(recipe.clock(), newcomer, recipe.random));
    if (!applied) return applied.error();
    return folder;
}

Result<Folder> makeRoom(const Recipe& recipe, bool anew) {
    if (anew || !fs::exists(recipe.place)) return makeAnew(recipe);
    {
        auto folder = openFolder(recipe);
        const auto settled = folder ? isSettled(**folder) : Result<bool>(folder.error());
        if (settled && *settled) return folder;
        if (!settled && settled.error().fault != Fault::broken) return settled.error();
    }  // closed before it goes
    return makeAnew(recipe);
}

/// Turns of the event loop in which Qt Quick puts pages away.
constexpr int kTurnsOfPages = 8;

}  // namespace

PracticeRoom::PracticeRoom(fs::path folder, Workspace& real, Workspace::Options options, QObject* parent)
    : QObject(parent), place_(std::move(folder)), real_(real), options_(std::move(options)) {
    options_.offline = true;
    options_.attachments = nullptr;
    options_.practice = true;
    connect(real.settings(), &Settings::languageChanged, this, [this] {
        if (workspace_) workspace_->settings()->overrideLanguage(real_.settings()->language());
    });
}

PracticeRoom::~PracticeRoom() = default;

void PracticeRoom::begin() {
    busy_ = true;
    problem_.clear();
    emit changed();
}

void PracticeRoom::enter() {
    if (busy_ || workspace_) return;
    begin();
    make(false);
}

void PracticeRoom::make(bool anew) {
    const QString worker = real_.worker();
    const Recipe recipe{place_, fromQt(worker.isEmpty() ? tr("Newcomer") : worker), options_.clock, options_.random};
    real_.executor().make(
        this, [recipe, anew] { return makeRoom(recipe, anew); }, [this](const Result<Folder>& opened) { show(opened); });
}

void PracticeRoom::show(const Result<Folder>& opened) {
    busy_ = false;
    auto made = opened ? Workspace::open(**opened, nullptr, options_)
                       : Result<std::unique_ptr<Workspace>>(opened.error());
    if (made) {
        folder_ = *opened;
        workspace_ = *std::move(made);
        workspace_->settings()->overrideLanguage(real_.settings()->language());
        real_.images()->lookBeside(workspace_->images());
        tasks_ = std::make_unique<PracticeTasks>(*workspace_, place_);
    } else {
        problem_ = explain(made.error());
    }
    open_ = made.ok();
    emit changed();
    emit settled();
}

/// Pages let go at the signal, and are gone some turns of the event loop later: Qt Quick puts them away one after the other, each in a
/// turn of its own. The workspace goes after them, and with it what it stands on.
void PracticeRoom::close(const std::function<void()>& then) {
    begin();
    workspace_->flush();
    real_.images()->lookBeside(nullptr);
    goingTasks_ = std::move(tasks_);
    going_ = std::move(workspace_);
    emit changed();
    putAway(kTurnsOfPages, then);
}

void PracticeRoom::putAway(int turns, const std::function<void()>& then) {
    if (turns > 0) {
        QMetaObject::invokeMethod(
            this, [this, turns, then] { putAway(turns - 1, then); }, Qt::QueuedConnection);
        return;
    }
    goingTasks_.reset();
    going_.reset();
    folder_.reset();
    then();
}

void PracticeRoom::leave() {
    if (busy_ || !workspace_) return;
    open_ = false;
    close([this] {
        busy_ = false;
        emit changed();
        emit settled();
    });
}

void PracticeRoom::reset() {
    if (busy_) return;
    if (workspace_) return close([this] { make(true); });
    begin();
    make(true);
}

}  // namespace qiaomen
