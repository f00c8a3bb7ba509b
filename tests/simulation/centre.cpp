// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/centre.h"

#include <algorithm>
#include <array>

#include "shared/core/compression.h"
#include "shared/core/wire.h"
#include "syncserver/carrier_desk.h"
#include "syncserver/sqlite_device_table.h"
#include "tests/simulation/world.h"

namespace qiaomen::simulation {

namespace {

const Error kGone{Fault::offline, "the centre is gone"};

/// Nobody is told that a note about a sync could not be written: the next one says the same.
void forget(const Error& /*error*/) {}

}  // namespace

Centre::Centre(World& world, std::string name, std::uint64_t seed, std::vector<std::string_view> grids)
    : world_(world),
      name_(std::move(name)),
      device_(DeviceId::named({}, name_)),
      keys_(makeKeyPair(seededBytes(seed))),
      random_(seededBytes(seed + 1)) {
    const auto registry = world_.folder() / (name_ + "-register");
    std::filesystem::create_directories(files());
    std::filesystem::create_directories(registry);
    access_ = std::make_unique<Access>(
        Access::Options{.table = std::make_unique<SqliteDeviceTable>(registry / "access.db", std::nullopt),
                        .clock = [this] { return world_.nowMs() + offsetMs_; },
                        .random = random_});
    access_->reserve(device_, name_, keys_.publicKey);
    const auto inherited = world.options().inherits / (name_ + ".db");
    const bool inherits = !world.options().inherits.empty() && std::filesystem::exists(inherited);
    if (inherits) copyDatabase(inherited, files() / (gridNamed(kEast).text() + ".db"));
    start();
    for (const std::string_view grid : grids) {
        logs_[gridNamed(grid)];
        if (!inherits || grid != kEast) (void)store_->createGrid(gridNamed(grid));
    }
}

Centre::~Centre() = default;

std::filesystem::path Centre::files() const { return world_.folder() / name_ / "grids"; }

std::filesystem::path Centre::backup(int label) const {
    return world_.folder() / "backups" / (name_ + "-" + std::to_string(label));
}

std::vector<GridId> Centre::grids() const {
    std::vector<GridId> all;
    for (const auto& [grid, log] : logs_) all.push_back(grid);
    return all;
}

void Centre::start() {
    clockReadsLeft_ = 0;
    world_.disks().starts(name_);
    const ClockSource clock = [this] {
        if (clockReadsLeft_ > 0 && --clockReadsLeft_ == 0) throw Killed{};
        return world_.nowMs() + offsetMs_;
    };
    store_ = std::make_unique<SqliteGridStore>(
        SqliteGridStore::Options{.folder = files(), .key = {}, .collections = allCollections(), .random = random_});
    const WorkerNames names = [this](const DeviceId& device) { return world_.nameOf(device); };
    for (std::size_t i = 0; i < world_.options().servers; ++i) {
        hubs_.push_back(std::make_unique<Hub>(
            *store_, Hub::Options{.centre = {device_, clock, allCollections(), names},
                                  .signingKey = keys_.secretKey,
                                  .tail = {.maxChanges = world_.options().tailLimit},
                                  .bindKey = [this](const DeviceId& id,
                                                    const PublicKey& key) { return access_->bindKey(id, key); },
                                  .shortTail = world_.options().shortTail,
                                  .random = random_}));
    }
}

void Centre::stop() {
    hubs_.clear();
    store_.reset();
}

/// What was committed is in the files at this moment; what was not is gone with the process.
void Centre::restart() {
    const auto left = world_.folder() / "left-behind";
    copyFolder(files(), left);
    stop();
    copyFolder(left, files());
    start();
    readLogsAnew();
}

void Centre::diskWill(Disks::Failure::Kind kind, std::int64_t after) {
    world_.disks().will(name_, kind, static_cast<std::uint64_t>(after));
}

void Centre::diskIsWell() {
    if (!diskFailed()) world_.disks().mend(name_);
}

/// True when the process is a new one: it lost its power, or its disk told it that nothing is sure any more.
bool Centre::diskFailed() {
    const auto what = world_.disks().wentWrong(name_);
    if (!what) return false;
    world_.tell("the centre's disk failed");
    if (what == losePower) {
        stop();
        world_.disks().mend(name_);
        start();
        readLogsAnew();
        return true;
    }
    world_.disks().mend(name_);
    if (what == failToSync) restart();
    return what == failToSync;
}

void Centre::crashes() {
    world_.tell(name_ + " crashes");
    restart();
}

void Centre::isBackedUpAs(int label) {
    world_.tell(name_ + " is backed up as " + std::to_string(label));
    copyFolder(files(), backup(label));
}

void Centre::isRestoredTo(int label) {
    if (!std::filesystem::exists(backup(label))) return;
    world_.tell(name_ + " is restored to " + std::to_string(label));
    world_.disaster();
    diskIsWell();
    stop();
    copyFolder(backup(label), files());
    start();
    for (auto& [grid, log] : logs_) {
        beginHistory(grid);
        log.clear();
        for (const auto& phone : world_.phones()) phone->forgetsWhatItLeft(grid);
    }
    readLogsAnew();
}

/// A restored log is another history from here on.
void Centre::beginHistory(const GridId& grid) {
    auto writer = store_->write(grid);
    if (!writer) return world_.complain("the restored centre cannot be written: " + writer.error().message);
    std::array<std::uint8_t, 4> bytes{};
    random_(bytes);
    (*writer)->setEpoch(std::uint64_t{1} + bytes[0] + (std::uint64_t{bytes[1]} << 8) + (std::uint64_t{bytes[2]} << 16) +
                        (std::uint64_t{bytes[3]} << 24));
    (*writer)->commit();
}

/// A restart takes away nothing that a receipt was given for; what it adds was the commit that died before its answer.
void Centre::readLogsAnew() {
    auto before = logs_;
    for (auto& [grid, log] : logs_) log.clear();
    watch();
    for (const auto& [grid, was] : before) {
        const auto& log = logs_[grid];
        const bool isAllThere = was.size() <= log.size() && std::equal(was.begin(), was.end(), log.begin());
        if (!isAllThere) world_.complain("the centre lost what it had committed");
    }
}

// --- Devices ----------------------------------------------------------------------------------------------------------

Enrolment Centre::enrols(const std::string& who, Role role, const std::vector<std::string>& grids) {
    Enrolment enrolment{.server = "http://" + name_, .centreKey = keys_.publicKey, .worker = who, .grids = {}};
    std::set<GridId>& scope = scopes_[who];
    for (const std::string& grid : grids) {
        scope.insert(gridNamed(grid));
        enrolment.grids.push_back({gridNamed(grid), grid});
    }
    auto token = access_->add({.device = who, .worker = who, .allGrids = role == Role::hall, .grids = scope});
    if (!token) world_.complain("nobody can be enrolled: " + token.error().message);
    if (token) enrolment.token = *token;
    return enrolment;
}

void Centre::knows(const std::string& token, const DeviceId& device, const PublicKey& key) {
    const bool isBound = access_->admit(token, device) && access_->bindKey(device, key);
    if (!isBound) world_.complain("a device of before cannot be known again");
}

void Centre::gives(std::string_view who, std::string_view grid) {
    const auto scope = scopes_.find(std::string(who));
    if (scope == scopes_.end() || !has(gridNamed(grid)) || !scope->second.insert(gridNamed(grid)).second) return;
    world_.tell(name_ + " gives " + std::string(who) + " the " + std::string(grid));
    if (auto given = access_->give(scope->first, gridNamed(grid)); !given) world_.complain(given.error().message);
}

void Centre::takes(std::string_view who, std::string_view grid) {
    const auto scope = scopes_.find(std::string(who));
    if (scope == scopes_.end() || scope->second.erase(gridNamed(grid)) == 0) return;
    world_.tell(name_ + " takes the " + std::string(grid) + " from " + std::string(who));
    if (auto taken = access_->take(scope->first, gridNamed(grid), grids()); !taken)
        world_.complain(taken.error().message);
}

// --- Requests ---------------------------------------------------------------------------------------------------------

template <class Work>
auto Centre::atWork(const Work& work) -> decltype(work()) {
    try {
        auto reply = work();
        clockReadsLeft_ = 0;
        if (diskFailed()) return kGone;
        watch();
        return reply;
    } catch (const Killed&) {
        world_.tell(name_ + " is killed at work");
        restart();
        return kGone;
    }
}

Result<std::string> Centre::answer(const std::string& token, std::string_view request) {
    auto decoded = decodeSyncRequest(request);
    if (!decoded) return decoded.error();
    return atWork([&]() -> Result<std::string> {
        auto reply = admittedSync(hub(), *access_, token, *decoded, forget);
        if (!reply) return reply.error();
        return encode(*reply);
    });
}

Result<std::string> Centre::snapshot(const std::string& token, const GridId& grid) {
    const auto grant = access_->recognise(token);
    if (!grant) return grant.error();
    auto packed = hub().snapshot(*grant, grid);
    if (!packed) return packed.error();
    return decompress((*packed)->bytes, tuning::kMaxReplyBytes);
}

Result<std::string> Centre::carried(std::string_view question) {
    return atWork([&]() -> Result<std::string> {
        auto answered = CarrierDesk(hub(), *access_, keys_).answer(question, forget);
        if (!answered) return answered.error();
        return std::move(answered->answer);
    });
}

}  // namespace qiaomen::simulation
