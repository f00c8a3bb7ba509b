// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <sstream>

#include "shared/core/compression.h"
#include "shared/core/json.h"
#include "shared/core/wire.h"
#include "tests/simulation/world.h"

namespace qiaomen::simulation {

namespace {

std::string plain(const Value& value) {
    return value.kind() == Value::Kind::text ? value.text() : value.isNothing() ? "" : print(value);
}

/// "bob: phone, beside alice: note"
std::string parallelNote(const Record& note, const Collection& collection) {
    const auto side = [&](FieldNo by, FieldNo fields) {
        std::istringstream numbers(note.text(fields));
        std::string text = note.text(by) + ":";
        for (std::uint16_t number = 0; numbers >> number;) {
            const Field* field = collection.find(FieldNo{number});
            text += " " + (field ? std::string(field->name) : "#" + std::to_string(number));
        }
        return text;
    };
    std::string line = side(conflict.winnerBy, conflict.winnerFields) + ", beside " +
                       side(conflict.loserBy, conflict.loserFields);
    if (note.text(conflict.state) != "open") line += " " + note.text(conflict.state);
    return line;
}

}  // namespace

Centre::Centre(World& world)
    : world_(world),
      device_(DeviceId::named({}, "centre")),
      keys_(makeKeyPair(seededBytes(world.options().seed + 1))),
      random_(seededBytes(world.options().seed + 2)) {
    const auto inherited = world.options().inherits / "centre.db";
    const bool inherits = !world.options().inherits.empty() && std::filesystem::exists(inherited);
    if (inherits) copyDatabase(inherited, file());
    start();
    if (!inherits) (void)store_->createGrid(world_.grid());
}

Centre::~Centre() = default;

std::filesystem::path Centre::file() const { return world_.folder() / "centre" / (world_.grid().text() + ".db"); }

std::filesystem::path Centre::backup(int label) const {
    return world_.folder() / "backups" / ("centre-" + std::to_string(label)) / "grid.db";
}

void Centre::start() {
    clockReadsLeft_ = 0;
    world_.disks().starts("centre");
    const ClockSource clock = [this] {
        if (clockReadsLeft_ > 0 && --clockReadsLeft_ == 0) throw Killed{};
        return world_.nowMs() + offsetMs_;
    };
    store_ = std::make_unique<SqliteGridStore>(SqliteGridStore::Options{
        .folder = world_.folder() / "centre", .key = {}, .collections = allCollections(), .random = random_});
    const WorkerNames names = [this](const DeviceId& device) { return world_.nameOf(device); };
    for (std::size_t i = 0; i < world_.options().servers; ++i) {
        hubs_.push_back(std::make_unique<Hub>(*store_, Hub::Options{.centre = {device_, clock, allCollections(), names},
                                                                    .signingKey = keys_.secretKey,
                                                                    .tail = {.maxChanges = world_.options().tailLimit},
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
    const auto left = world_.folder() / "left-behind.db";
    copyDatabase(file(), left);
    stop();
    copyDatabase(left, file());
    start();
    readLogAnew();
}

void Centre::diskWill(Disks::Failure::Kind kind, std::int64_t after) {
    world_.disks().will("centre", kind, static_cast<std::uint64_t>(after));
}

void Centre::diskIsWell() {
    if (!diskFailed()) world_.disks().mend("centre");
}

/// True when the process is a new one: it lost its power, or its disk told it that nothing is sure any more.
bool Centre::diskFailed() {
    const auto what = world_.disks().wentWrong("centre");
    if (!what) return false;
    world_.tell("the centre's disk failed");
    if (what == losePower) {
        stop();
        world_.disks().mend("centre");
        start();
        readLogAnew();
        return true;
    }
    world_.disks().mend("centre");
    if (what == failToSync) restart();
    return what == failToSync;
}

void Centre::crashes() {
    world_.tell("the centre crashes");
    restart();
}

void Centre::isBackedUpAs(int label) {
    world_.tell("the centre is backed up as " + std::to_string(label));
    copyDatabase(file(), backup(label));
}

void Centre::isRestoredTo(int label) {
    if (!std::filesystem::exists(backup(label))) return;
    world_.tell("the centre is restored to " + std::to_string(label));
    world_.disaster();
    diskIsWell();
    stop();
    copyDatabase(backup(label), file());
    start();
    // A restored log is another history from here on.
    auto writer = store_->write(world_.grid());
    if (!writer) return world_.notebook().complain("the restored centre cannot be written: " + writer.error().message);
    std::array<std::uint8_t, 4> bytes{};
    random_(bytes);
    (*writer)->setEpoch(std::uint64_t{1} + bytes[0] + (std::uint64_t{bytes[1]} << 8) + (std::uint64_t{bytes[2]} << 16) +
                        (std::uint64_t{bytes[3]} << 24));
    (*writer)->commit();
    writer->reset();
    log_.clear();
    readLogAnew();
}

// --- What it holds ----------------------------------------------------------------------------------------------------

/// A restart takes away nothing that a receipt was given for; what it adds was the commit that died before its answer.
void Centre::readLogAnew() {
    const std::vector<LoggedChange> before = std::exchange(log_, {});
    watch();
    const bool isAllThere = before.size() <= log_.size() && std::equal(before.begin(), before.end(), log_.begin());
    if (!isAllThere) world_.notebook().complain("the centre lost what it had committed");
}

void Centre::watch() {
    auto view = store_->view(world_.grid());
    if (!view) return world_.notebook().complain("the centre cannot read its grid: " + view.error().message);
    const Tail tail = (*view)->tail(log_.empty() ? 0 : log_.back().seq, DeviceId{},
                                    {.maxChanges = SIZE_MAX, .maxBytes = SIZE_MAX});
    for (const LoggedChange& logged : tail.changes) {
        if (logged.seq != (log_.empty() ? 1 : log_.back().seq + 1))
            world_.notebook().complain("the log has a gap at " + std::to_string(logged.seq));
        const auto before = std::ranges::find_if(log_.rbegin(), log_.rend(), [&](const LoggedChange& one) {
            return one.change.stamp.device == logged.change.stamp.device && one.change.number != 0;
        });
        if (logged.change.number != 0 && before != log_.rend() && before->change.number >= logged.change.number) {
            world_.notebook().complain("the log has number " + std::to_string(logged.change.number) +
                                       " of a device after " + std::to_string(before->change.number));
        }
        world_.notebook().committed(logged);
        log_.push_back(logged);
    }
    for (const RefusedChange& refused : (*view)->refusedChanges()) world_.notebook().refused(refused.change);
    const GridHead head = (*view)->head();
    if (head.cursor.seq != log_.size())
        world_.notebook().complain("the head says seq " + std::to_string(head.cursor.seq) + ", the log ends at " +
                                   std::to_string(log_.size()));
}

Hash128 Centre::digest() {
    auto view = store_->view(world_.grid());
    return view ? (*view)->head().digest : Hash128{};
}

std::vector<Record> Centre::records() {
    std::vector<Record> all;
    auto view = store_->view(world_.grid());
    if (view) (*view)->forEachRecord([&](Record&& record) { all.push_back(std::move(record)); });
    return all;
}

std::vector<std::string> Centre::findings(DeviceKeys keys) {
    keys[device_] = keys_.publicKey;
    auto verdict = verifyGrid(*store_, world_.grid(), allCollections(), [&] { return keys; });
    return verdict ? std::move(verdict->findings) : std::vector{verdict.error().message};
}

std::vector<RefusedChange> Centre::refused() {
    auto view = store_->view(world_.grid());
    return view ? (*view)->refusedChanges() : std::vector<RefusedChange>{};
}

std::string Centre::says(std::string_view record, std::string_view field) {
    const Collection& collection = *collectionNamed(record);
    const RecordKey key{collection.number(), recordNamed(record)};
    auto view = store_->view(world_.grid());
    return plain((*view)->read({&key, 1}).front().get(collection.find(field)->no()));
}

bool Centre::has(std::string_view record) {
    const RecordKey key{collectionNamed(record)->number(), recordNamed(record)};
    auto view = store_->view(world_.grid());
    return (*view)->read({&key, 1}).front().isVisible();
}

std::string Centre::conflictsOf(std::string_view record) {
    const Collection& collection = *collectionNamed(record);
    const auto value = [](const Record& one, FieldNo field) {
        auto read = valueFromJson(one.text(field));
        return read ? plain(*read) : one.text(field);
    };
    std::vector<std::string> lines;
    auto view = store_->view(world_.grid());
    for (const Record& one : (*view)->find(conflict, conflict.ofRecord, recordNamed(record))) {
        if (one.text(conflict.grade) == "parallel") {
            lines.push_back(parallelNote(one, collection));
            continue;
        }
        const Field* field = collection.find(static_cast<FieldNo>(one.integer(conflict.ofField)));
        const bool removal = one.text(conflict.grade) == "removal";
        std::string line = field ? std::string(field->name) : "#" + std::to_string(one.integer(conflict.ofField));
        line += ": " + value(one, conflict.winner) + " (" + one.text(conflict.winnerBy) + ") over ";
        line += (removal ? "its removal" : value(one, conflict.loser)) + " (" + one.text(conflict.loserBy) + ")";
        if (one.text(conflict.state) != "open") line += " " + one.text(conflict.state);
        lines.push_back(line);
    }
    std::ranges::sort(lines);
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : "; ") + line;
    return text;
}

// --- Requests ---------------------------------------------------------------------------------------------------------

Result<std::string> Centre::answer(const Grant& grant, std::string_view request) {
    auto decoded = decodeSyncRequest(request);
    if (!decoded) return decoded.error();
    try {
        auto reply = hub().sync(grant, *decoded);
        clockReadsLeft_ = 0;
        if (diskFailed()) return Error{Fault::offline, "the centre is gone"};
        watch();
        if (!reply) return reply.error();
        return encode(*reply);
    } catch (const Killed&) {
        world_.tell("the centre is killed at work");
        restart();
        return Error{Fault::offline, "the centre is gone"};
    }
}

Result<std::string> Centre::snapshot(const Grant& grant, const GridId& grid) {
    auto packed = hub().snapshot(grant, grid);
    if (!packed) return packed.error();
    return decompress((*packed)->bytes, tuning::kMaxReplyBytes);
}

}  // namespace qiaomen::simulation
