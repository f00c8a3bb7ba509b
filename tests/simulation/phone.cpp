// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "shared/core/compression.h"
#include "tests/simulation/world.h"

namespace qiaomen::simulation {

namespace {

constexpr int kMostExchanges = 1000;                  // more than any story has changes
constexpr std::int64_t kLongAgo = 1'767'225'600'000;  // 2026-01-01

/// What a form would have asked for: the same on every phone.
Value requiredValue(const Field& field, std::string_view record) {
    switch (field.type) {
        case FieldType::reference: return recordNamed(std::string(field.target) + "-of-" + std::string(record));
        case FieldType::choice: return field.choices.front().code;
        case FieldType::integer:
        case FieldType::instant: return kLongAgo;
        case FieldType::date: return "2026-01-01";
        default: return "?";
    }
}

std::string hex(std::uint64_t number) {
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(number));
    return text;
}

}  // namespace

Phone::Phone(World& world, Origin origin) : world_(world), origin_(std::move(origin)) {
    driftSinceMs_ = world_.nowMs();
    const auto inherited = world.options().inherits / (name() + ".db");
    const bool inherits = !world.options().inherits.empty() && std::filesystem::exists(inherited);
    if (inherits) copyDatabase(inherited, origin_.file);
    start();
    if (inherits) checkNothingForgotten();
}

Phone::~Phone() = default;

Collections Phone::collections() const { return collectionsOf(origin_.app); }

std::int64_t Phone::now() const {
    return world_.nowMs() + offsetMs_ + (world_.nowMs() - driftSinceMs_) * driftPpm_ / 1'000'000;
}

void Phone::clockDrifts(std::int64_t ppm) {
    offsetMs_ = now() - world_.nowMs();
    driftSinceMs_ = world_.nowMs();
    driftPpm_ = ppm;
}

std::filesystem::path Phone::backup(int label) const {
    return world_.folder() / "backups" / (name() + "-" + std::to_string(label)) / "phone.db";
}

Result<std::unique_ptr<LocalStore>> Phone::open() {
    std::filesystem::create_directories(origin_.file.parent_path());
    world_.disks().starts(name());
    return LocalStore::open({.file = origin_.file,
                             .key = {},
                             .grid = world_.grid(),
                             .device = origin_.device,
                             .collections = collections(),
                             .clock = [this] { return now(); },
                             .centreKey = world_.centre().key(),
                             .deviceKey = keys(),
                             .random = world_.random(),
                             .batches = {.apply = world_.options().applyLimit, .repair = world_.options().repairLimit}});
}

void Phone::start() {
    auto opened = open();
    if (!opened && world_.disks().wentWrong(name())) {
        world_.tell(name() + " cannot open its store: " + opened.error().message);
        world_.disks().mend(name());
        ++failedStarts_;
        opened = open();
    }
    if (!opened) {
        world_.notebook().complain(name() + " cannot open its store: " + opened.error().message);
        return;
    }
    store_ = std::move(*opened);
    watching_ = store_->observe([this](const StoreChange&) {
        ++commits_;
        if (trouble_.kind == Trouble::Kind::crashesAtCommit && commits_ == trouble_.at) throw Killed{};
    });
    client_ = std::make_unique<SyncClient>(static_cast<Transport&>(*this), std::vector<LocalStore*>{store_.get()},
                                           "simulation", RequestLimits{.maxChanges = world_.options().pushLimit});
}

void Phone::restart() {
    const auto left = world_.folder() / "left-behind.db";
    copyDatabase(origin_.file, left);
    stop();
    copyDatabase(left, origin_.file);
    start();
}

void Phone::stop() {
    watching_ = {};
    client_.reset();
    store_.reset();
}

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
    checkNothingForgotten();
}

/// What was reported saved is there. A save that failed may be there as well: then it is a save like any other.
void Phone::checkNothingForgotten() {
    if (!isAlive()) return;
    auto entries = store_->outbox(1000);
    if (!entries) return world_.notebook().complain(name() + " cannot read its outbox: " + entries.error().message);
    if ((entries->empty() ? 0 : entries->front().change.number) < lastNumber_)
        world_.notebook().complain(name() + " lost what it had reported saved");
    for (const OutboxEntry& entry : *entries) {
        if (entry.change.number <= lastNumber_) break;
        held_.insert(world_.notebook().appeared(entry.change));
    }
    lastNumber_ = entries->empty() ? 0 : entries->front().change.number;
}

// --- What its user does -----------------------------------------------------------------------------------------------

void Phone::edits(std::string_view record, std::string_view field, Value value) {
    edits(record, {{field, std::move(value)}});
}

void Phone::edits(std::string_view record, const std::vector<std::pair<std::string_view, Value>>& values) {
    if (!isAlive()) return;
    const Collection* known = collectionNamed(record, origin_.app);
    if (!known) return;  // its app shows no such thing
    const Collection& collection = *known;
    Edit edit{.collection = collection.number(), .record = recordNamed(record)};
    for (const auto& [name, value] : values) {
        if (const Field* field = collection.find(name)) edit.values.push_back({field->no(), value});
    }
    if (edit.values.empty()) return;
    auto before = store_->read(edit.collection, edit.record);
    if (before && before->isNew()) {
        for (const Field& field : collection.fields()) {
            const bool given = std::ranges::any_of(edit.values,
                                                   [&](const FieldValue& one) { return one.field == field.no(); });
            if (field.required && !given) edit.values.push_back({field.no(), requiredValue(field, record)});
        }
    }
    save({edit});
}

void Phone::removes(std::string_view record) {
    const Collection* collection = collectionNamed(record, origin_.app);
    if (!isAlive() || !collection) return;
    save({Edit{.collection = collection->number(), .record = recordNamed(record), .values = {}, .remove = true}});
}

void Phone::resolves(std::string_view record, std::string_view decision) {
    if (!isAlive()) return;
    auto conflicts = store_->find(conflict, conflict.ofRecord, recordNamed(record));
    if (!conflicts) return;
    for (const Record& one : *conflicts) {
        if (one.text(conflict.state) != "open") continue;
        return save({Edit{.collection = conflict.number(),
                          .record = one.id(),
                          .values = {{conflict.state, decision}, {conflict.resolvedBy, std::string_view(name())}}}});
    }
}

void Phone::rescues() {
    if (!isAlive()) return;
    auto queue = store_->rescueQueue();
    if (!queue || queue->empty()) return;
    const Change& change = queue->front().change;
    // The latest save that said so: an earlier one may have got through.
    const auto dealtWith = std::find_if(held_.rbegin(), held_.rend(), [&](Notebook::SaveNo save) {
        return world_.notebook().contentOf(save) == Notebook::content(change);
    });
    if (dealtWith != held_.rend()) held_.erase(std::next(dealtWith).base());
    Edit edit{.collection = change.collection,
              .record = change.record,
              .values = {},
              .remove = change.kind == Change::Kind::remove};
    if (!edit.remove) {
        for (const FieldWrite& write : change.writes) edit.values.push_back({write.field, write.value});
    }
    save({edit});
    if (auto closed = store_->closeRefused(change.number); !closed) {
        world_.notebook().complain(name() + " cannot close a refused change: " + closed.error().message);
    }
}

void Phone::save(const std::vector<Edit>& edits) {
    std::vector<Record> before;
    for (const Edit& edit : edits) {
        auto record = store_->read(edit.collection, edit.record);
        if (!record) return world_.notebook().complain(name() + " cannot read: " + record.error().message);
        before.push_back(std::move(*record));
    }
    auto saved = store_->save(edits);
    if (!saved) {
        world_.tell(name() + " cannot save: " + saved.error().message);
        const bool expected = saved.error().fault == Fault::invalid || saved.error().fault == Fault::missing;
        if (world_.disks().wentWrong(name())) return faceTheDisk();
        if (!expected) world_.notebook().complain(name() + " cannot save: " + saved.error().message);
        return;
    }
    world_.tell(name() + " saves " + std::to_string(saved->firstNumber) + "-" + std::to_string(saved->lastNumber));
    if (saved->count() == 0) return;
    lastNumber_ = saved->lastNumber;
    auto entries = store_->outbox(saved->count());
    if (!entries || entries->size() != saved->count())
        return world_.notebook().complain(name() + " saved, and it is not in the outbox");
    for (const OutboxEntry& entry : *entries) {
        const auto at = std::ranges::find_if(before, [&](const Record& one) { return one.id() == entry.change.record; });
        std::vector<Value> shown;
        for (const FieldWrite& write : entry.change.writes) shown.push_back(at->get(write.field));
        held_.insert(world_.notebook().saved(entry.change, shown));
    }
    faceTheDisk();
}

void Phone::syncs(Trouble trouble) {
    if (!isAlive()) return;
    trouble_ = trouble;
    exchanges_ = commits_ = 0;
    lastProblem_.clear();
    bool clean = trouble.kind == Trouble::Kind::none;
    std::string told = name() + " syncs " + print(trouble) + ": ";
    try {
        auto report = client_->round();
        if (!report) {
            lastProblem_ = report.error().message;
        } else {
            const GridSyncReport& grid = report->grids[world_.grid()];
            snapshots_ += grid.snapshots;
            // What was refused is put right by a snapshot, at most once a round; the rest comes with the next sync.
            clean = clean && grid.refused == 0;
            if (grid.problem) lastProblem_ = grid.problem->message;
            told += std::to_string(grid.sent) + " sent, " + std::to_string(grid.received) + " received, " +
                    std::to_string(grid.refused) + " refused ";
        }
    } catch (const Killed&) {
        lastProblem_ = "killed";
        trouble_ = {};
        restart();
    }
    trouble_ = {};
    world_.centre().dieAtClockRead(0);
    clean = clean && lastProblem_.empty();
    world_.tell(told + lastProblem_);
    clean = clean && !world_.disks().wentWrong(name());
    faceTheDisk();
    if (isAlive()) checkAfterSync(clean);
}

// --- What happens to it -----------------------------------------------------------------------------------------------

void Phone::crashes() {
    if (!isAlive()) return;
    world_.tell(name() + " crashes");
    restart();
}

void Phone::isBackedUpAs(int label) {
    if (!isAlive()) return;
    world_.tell(name() + " is backed up as " + std::to_string(label));
    copyDatabase(origin_.file, backup(label));
    heldByBackup_[label] = held_;
}

void Phone::isRestoredTo(int label) {
    if (!isAlive() || !heldByBackup_.contains(label)) return;
    world_.tell(name() + " is restored to " + std::to_string(label));
    world_.disaster();
    stop();
    world_.disks().mend(name());
    copyDatabase(backup(label), origin_.file);
    held_ = heldByBackup_[label];
    receipt_ = {};
    start();
    auto latest = store_->outbox(1);
    lastNumber_ = latest && !latest->empty() ? latest->front().change.number : 0;
}

Phone& Phone::isClonedAs(std::string_view name) {
    for (const auto& phone : world_.phones()) {
        if (phone->name() == name) return *phone;
    }
    world_.tell(this->name() + " is cloned as " + std::string(name));
    world_.disaster();
    Origin twin{std::string(name), origin_.device, world_.folder() / std::string(name) / "phone.db", origin_.app};
    if (isAlive()) copyDatabase(origin_.file, twin.file);
    Phone& clone = world_.addPhone(std::move(twin));
    clone.offsetMs_ = offsetMs_;
    clone.identities_ = identities_;
    if (isAlive()) clone.lastNumber_ = lastNumber_;
    clone.held_ = held_;
    return clone;
}

void Phone::isLost() {
    world_.tell(name() + " is lost");
    stop();
    held_.clear();
}

void Phone::oldRequestArrives() {
    if (lateRequests_.empty()) return;
    const std::string request = std::move(lateRequests_.front());
    lateRequests_.pop_front();
    world_.tell("an old request of " + name() + " arrives");
    auto reply = world_.centre().answer(grant(), request);
    if (reply) lateReplies_.push_back(std::move(*reply));
}

// --- The way to the centre --------------------------------------------------------------------------------------------

namespace {

const Error kNoAnswer{Fault::offline, "no answer"};

/// The reply as it goes over the network, damaged there anywhere, and read as HttpTransport does.
Result<std::string> damaged(const std::string& reply, Trouble::Kind kind, std::uint64_t anywhere) {
    std::string frame = compress(reply);
    if (kind == Trouble::Kind::cutsReply) {
        frame.resize(anywhere % frame.size());
    } else {
        frame[anywhere % frame.size()] ^= static_cast<char>(1 << (anywhere >> 32) % 8);
    }
    auto bytes = decompress(frame, tuning::kMaxReplyBytes);
    if (!bytes) return Error{Fault::offline, "the answer arrived damaged"};
    return bytes;
}

}  // namespace

/// As the registry gives it: whoever it became is bound to its token.
Grant Phone::grant() {
    if (auto identity = store_ ? store_->identity() : Result<DeviceId>(device()); identity)
        identities_.insert(*identity);
    return {.device = name(),
            .worker = name(),
            .id = device(),
            .key = keys().publicKey,
            .successors = identities_,
            .grids = {world_.grid()}};
}

void Phone::addKeysTo(DeviceKeys& known) const {
    known[device()] = keys().publicKey;
    for (const DeviceId& identity : identities_) known[identity] = keys().publicKey;
}

KeyPair Phone::keys() const {
    SigningSeed seed{};
    std::ranges::copy(device().bytes, seed.begin());
    return keyPairOf(seed);
}

Result<std::string> Phone::lateReply() {
    if (lateReplies_.empty()) return kNoAnswer;
    std::string reply = std::move(lateReplies_.front());
    lateReplies_.pop_front();
    return reply;
}

template <class Deliver>
Result<std::string> Phone::exchange(const Deliver& deliver, std::string_view request) {
    const bool now = ++exchanges_ == trouble_.at;
    if (exchanges_ > kMostExchanges) {
        world_.notebook().complain(name() + " asks and asks, and never comes to an end");
        return kNoAnswer;
    }
    if (trouble_.kind == Trouble::Kind::centreCrashes && exchanges_ == 1) world_.centre().dieAtClockRead(trouble_.at);
    if (!now) return deliver();
    switch (trouble_.kind) {
        case Trouble::Kind::losesRequest: return kNoAnswer;
        case Trouble::Kind::delaysRequest:
            if (!request.empty()) lateRequests_.emplace_back(request);
            return kNoAnswer;
        case Trouble::Kind::answersLate: return request.empty() ? Result<std::string>(kNoAnswer) : lateReply();
        case Trouble::Kind::crashesBefore: throw Killed{};
        case Trouble::Kind::repeatsRequest: (void)deliver(); return deliver();
        case Trouble::Kind::none:
        case Trouble::Kind::crashesAtCommit:
        case Trouble::Kind::centreCrashes: return deliver();
        default: break;
    }
    auto reply = deliver();
    if (!reply) return reply;
    if (trouble_.kind == Trouble::Kind::crashesAfter) throw Killed{};
    if (trouble_.kind == Trouble::Kind::losesReply) {
        if (!request.empty()) lateReplies_.push_back(std::move(*reply));
        return kNoAnswer;
    }
    return damaged(*reply, trouble_.kind, world_.traceHash());
}

Result<std::string> Phone::sync(std::string_view request) {
    return exchange([&] { return world_.centre().answer(grant(), request); }, request);
}

Result<std::string> Phone::snapshot(const GridId& grid) {
    return exchange([&] { return world_.centre().snapshot(grant(), grid); }, {});
}

// --- What can be seen -------------------------------------------------------------------------------------------------

std::string Phone::says(std::string_view record, std::string_view field) {
    const Collection& collection = *collectionNamed(record, origin_.app);
    auto read = store_->read(collection.number(), recordNamed(record));
    const Value value = read ? read->get(collection.find(field)->no()) : Value();
    return value.kind() == Value::Kind::text ? value.text() : value.isNothing() ? "" : print(value);
}

bool Phone::has(std::string_view record) {
    auto read = store_->read(collectionNamed(record, origin_.app)->number(), recordNamed(record));
    return read && read->isVisible();
}

Safety Phone::safety() {
    auto safety = store_->safety();
    return safety ? *safety : Safety{};
}

std::vector<std::string> Phone::rescueReasons() {
    std::vector<std::string> reasons;
    if (auto queue = store_->rescueQueue()) {
        for (const OutboxEntry& entry : *queue) reasons.push_back(entry.reason);
    }
    return reasons;
}

std::vector<Record> Phone::records() {
    std::vector<Record> all;
    Database database(origin_.file, {.readOnly = true});
    RecordTables tables(database, collections());
    tables.forEach([&](Record&& record) { all.push_back(std::move(record)); });
    return all;
}

void Phone::checkAfterSync(bool clean) {
    Notebook& notebook = world_.notebook();
    (void)grant();
    if (auto entries = store_->outbox(1000)) {
        for (const OutboxEntry& entry : *entries) {
            if (entry.state == OutboxEntry::State::onlyHere) notebook.stamped(entry.change);
        }
    }
    if (auto entries = store_->outbox(20)) {
        for (const OutboxEntry& entry : *entries) {
            if (entry.state == OutboxEntry::State::safe && !notebook.everHeld(entry.change)) {
                notebook.complain(name() + " calls safe what the centre never held: " + Notebook::content(entry.change));
            }
            if (entry.state == OutboxEntry::State::refused && entry.reason.empty())
                notebook.complain(name() + " has a refusal without a reason");
        }
    }
    if (auto receipts = store_->receipts(1); receipts && !receipts->empty()) {
        const Receipt& receipt = receipts->front().receipt;
        if (receipt.head.epoch == receipt_.first && receipt.lastNumber < receipt_.second && !world_.hadDisaster()) {
            notebook.complain(name() + " has a receipt for less than before");
        }
        receipt_ = {receipt.head.epoch, receipt.lastNumber};
    }
    const Safety safe = safety();
    auto digest = store_->digest();
    world_.tell("  safe " + std::to_string(safe.safe) + " only here " + std::to_string(safe.onlyHere) + " refused " +
                std::to_string(safe.refused) + " digest " + (digest ? hex(digest->low) : "?"));
    if (world_.hadDisaster()) return;
    if (auto differences = store_->differences(); !differences || *differences > 0) {
        notebook.complain(name() + " had another digest than the centre, though no copy was ever put back");
    }
    if (clean && (!digest || *digest != world_.centre().digest()))
        notebook.complain(name() + " differs from the centre right after a sync without trouble");
    if (clean && safe.onlyHere > 0)
        notebook.complain(name() + " has unsent changes right after a sync without trouble");
}

}  // namespace qiaomen::simulation
