// SPDX-License-Identifier: Apache-2.0
#include "shared/client/local_store.h"

#include <algorithm>

#include "shared/client/grid_reader.h"
#include "shared/client/store_parts.h"
#include "shared/core/merge.h"
#include "shared/domain/door_order.h"
#include "shared/sqlite/migrations.h"

namespace qiaomen {

namespace {

constexpr std::string_view kDraftSchema = R"(
    CREATE TABLE _draft(key TEXT PRIMARY KEY, text TEXT NOT NULL, saved_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
)";

void migrateStore(Database& database, std::string_view ownSchema, std::string_view histories, std::string_view chain,
                  std::string_view leaving) {
    const std::string first = std::string(ownSchema) + std::string(Outbox::schema()) +
                              std::string(SearchIndex::schema()) + std::string(kDraftSchema);
    const std::string third = std::string(histories) + std::string(Outbox::schemaOfIdentities());
    const Migration steps[] = {{"the replica's own state, outbox, receipts, search, drafts", first},
                               {"what each change replaced, so that a save can be undone", Outbox::undoSchema()},
                               {"going on under a new identity, and with another history of the grid", third},
                               {"the chain of what was signed", chain},
                               {"leaving a grid", leaving},
                               {"how far the log was read when a change was written", Outbox::schemaOfReading()}};
    migrate(database, steps);
}

/// The first row says whose file this is. A new one goes on after the numbers that an earlier replica has used.
Outcome claim(Database& database, Outbox& outbox, const LocalStore::Options& options) {
    const GridId& grid = options.grid;
    const DeviceId& device = options.device;
    {
        Statement row = database.prepare("SELECT grid, device FROM _store WHERE id = 1");
        if (row.step()) {
            if (row.id<struct GridKind>(0) != grid)
                return Error{Fault::refused, database.name() + " belongs to another grid"};
            if (row.id<struct DeviceKind>(1) != device)
                return Error{Fault::refused, database.name() + " belongs to another device"};
            return Done{};
        }
    }
    Transaction transaction(database);
    database.prepare("INSERT INTO _store(id, grid, device) VALUES(1, ?, ?)").with(grid, device).run();
    if (const auto& spent = options.spent) {
        if (spent->device != device) outbox.goOnAs({.after = 0, .device = spent->device});
        database.prepare("UPDATE _store SET last_number = ?, safe_number = ?, refilling = 1")
            .with(spent->number, spent->number)
            .run();
    }
    transaction.commit();
    return Done{};
}

Error wrongField(const Collection& collection, FieldNo number, const std::string& message) {
    const Field* field = collection.find(number);
    const std::string label = field ? std::string(field->label.en) : '#' + std::to_string(static_cast<int>(number));
    return {Fault::invalid, label + ": " + message};
}

/// What this edit makes wrong: every rule for a new record, and for an old one those of the fields that are written. A field
/// that came wrong from elsewhere does not keep anybody from correcting another.
Outcome checkEdit(const Collection& collection, const Edit& edit, const Record& before, const Record& after) {
    for (const auto& [field, value] : edit.values) {
        if (!collection.find(field))
            return wrongField(collection, field, "is not a field of " + std::string(collection.name()));
        if (collection.nature() == Nature::fact && !before.stampOf(field).isNone()) {
            return wrongField(collection, field, "is written once; correct it by a new record");
        }
    }
    for (const Problem& problem : validate(collection, after)) {
        const auto written = [&](const FieldValue& value) { return value.field == problem.field; };
        if (before.isNew() || std::ranges::any_of(edit.values, written))
            return wrongField(collection, problem.field, problem.message);
    }
    return Done{};
}

}  // namespace

// --- Parts ------------------------------------------------------------------------------------------------------------

std::string_view LocalStore::Own::schema() {
    return R"(
        CREATE TABLE _store(
            id INTEGER PRIMARY KEY CHECK(id = 1),
            grid BLOB NOT NULL, device BLOB NOT NULL,
            epoch INTEGER NOT NULL DEFAULT 0, seq INTEGER NOT NULL DEFAULT 0,   -- the cursor in the grid's log
            receipt_epoch INTEGER NOT NULL DEFAULT 0,      -- the history that confirmed safe_number
            last_number INTEGER NOT NULL DEFAULT 0,        -- of this device's changes
            safe_number INTEGER NOT NULL DEFAULT 0,        -- the last receipt's
            last_time INTEGER NOT NULL DEFAULT 0,          -- the latest stamp given or seen
            differences INTEGER NOT NULL DEFAULT 0,        -- how often the centre's digest was another
            snapshot_wanted INTEGER NOT NULL DEFAULT 0,    -- 1: a repair is due
            repaired_at INTEGER NOT NULL DEFAULT 0         -- ms since 1970
        ) STRICT;
        CREATE TABLE _repair(                              -- records to be brought back to what the centre has
            collection INTEGER NOT NULL, record BLOB NOT NULL, PRIMARY KEY(collection, record)
        ) STRICT, WITHOUT ROWID;
    )";
}

std::string_view LocalStore::Own::schemaOfHistories() {
    return R"(
        ALTER TABLE _store DROP COLUMN receipt_epoch;
        ALTER TABLE _store RENAME COLUMN snapshot_wanted TO compare_wanted;            -- 1: a repair is due
        ALTER TABLE _store ADD COLUMN refilling INTEGER NOT NULL DEFAULT 0;            -- 1: the centre forgot, numbers are spent
        ALTER TABLE _store ADD COLUMN gives_back INTEGER NOT NULL DEFAULT 0;           -- 1: and earlier identities' changes, too
    )";
}

std::string_view LocalStore::Own::schemaOfChain() {
    return "ALTER TABLE _store ADD COLUMN chain BLOB;  -- the identity's chain up to safe_number; NULL where it begins "
           "anew";
}

std::string_view LocalStore::Own::schemaOfLeaving() {
    return "ALTER TABLE _store ADD COLUMN leaving INTEGER NOT NULL DEFAULT 0;  -- 1: the grid was taken from this "
           "device";
}

LocalStore::Own LocalStore::Own::load(Database& database, Outbox& outbox) {
    Statement row = database.prepare(
        "SELECT epoch, seq, last_number, safe_number, last_time, differences, compare_wanted, refilling, gives_back, "
        "repaired_at, leaving, chain FROM _store WHERE id = 1");
    if (!row.step()) throw StoreError(Fault::broken, database.name() + ": its own row is missing");
    const auto number = [&](int column) { return static_cast<std::uint64_t>(row.integer(column)); };
    Own own;
    own.cursor = {number(0), number(1)};
    own.lastNumber = number(2);
    own.safeNumber = number(3);
    own.lastTime = static_cast<LogicalTime>(number(4));
    own.differences = number(5);
    own.compareWanted = number(6) != 0;
    own.refilling = number(7) != 0;
    own.givesBack = number(8) != 0;
    own.repairedAtMs = row.integer(9);
    own.leaving = row.integer(10) != 0;
    const std::string_view chain = row.isNull(11) ? std::string_view() : row.blob(11);
    std::copy_n(chain.begin(), std::min(chain.size(), own.chain.size()), own.chain.begin());
    own.identity = outbox.identity();
    return own;
}

void LocalStore::Own::save(Database& database) const {
    database
        .prepare(
            "UPDATE _store SET epoch = ?, seq = ?, last_number = ?, safe_number = ?, last_time = ?, differences = ?, "
            "compare_wanted = ?, refilling = ?, gives_back = ?, repaired_at = ?, leaving = ?, chain = ? WHERE id = 1")
        .with(cursor.epoch, cursor.seq, lastNumber, safeNumber, static_cast<std::uint64_t>(lastTime), differences,
              compareWanted ? 1 : 0, refilling ? 1 : 0, givesBack ? 1 : 0, repairedAtMs, leaving ? 1 : 0)
        .bindBlob(12, {reinterpret_cast<const char*>(chain.data()), chain.size()})
        .run();
}

LocalStore::Writer::Writer(const Options& options)
    : database(options.file, {.key = options.key, .maxPages = options.maxPages}),
      tables(
          (migrateStore(database, Own::schema(), Own::schemaOfHistories(), Own::schemaOfChain(), Own::schemaOfLeaving()),
           database),
          options.collections),
      search(database),
      outbox(database, options.device),
      wallClock(options.clock),
      clock(options.device, options.clock) {}

void LocalStore::Writer::know(const Own& known) {
    // A clock never goes back, unless it was wrong and every stamp it gave was exchanged.
    if (known.identity.device != clock.device() || known.lastTime < own.lastTime)
        clock = HybridClock(known.identity.device, wallClock);
    clock.see({known.lastTime, known.identity.device});
    own = known;
}

void LocalStore::Writer::write(const Record& before, const Record& after, StoreChange& told) {
    tables.write(before, after);
    search.update(before, after);
    auto& ids = told.records[after.collection()];
    ids.insert(ids.end(), after.id());  // mostly the latest, whose place is then found at once
}

void LocalStore::Writer::noteTime(const Stamp& stamp, Own& updated) {
    clock.see(stamp);
    updated.lastTime = std::max(updated.lastTime, stamp.time);
}

void LocalStore::Writer::commit(Transaction& transaction, const Own& updated) {
    if (updated != own) updated.save(database);
    transaction.commit();
    know(updated);
}

LocalStore::Reader::Reader(const Options& options)
    : database(options.file, {.key = options.key, .readOnly = true}),
      tables(database, options.collections),
      search(database),
      outbox(database, options.device) {}

// --- Opening ----------------------------------------------------------------------------------------------------------

LocalStore::LocalStore(Options options) : options_(std::move(options)) {}
LocalStore::~LocalStore() = default;

Result<std::unique_ptr<LocalStore>> LocalStore::open(Options options) {
    return guarded([&]() -> Result<std::unique_ptr<LocalStore>> {
        std::unique_ptr<LocalStore> store(new LocalStore(std::move(options)));
        store->writer_ = std::make_unique<Writer>(store->options_);
        Writer& writer = *store->writer_;
        if (auto ours = claim(writer.database, writer.outbox, store->options_); !ours) return ours.error();
        GridReader::makeIndexes(writer.database, store->collections());
        if (qiaomen::find(store->collections(), doorOrder.number()) == &doorOrder) writer.search.catchUp(writer.tables);
        writer.know(Own::load(writer.database, writer.outbox));
        store->keptUpTo_ = writer.own.lastNumber;
        store->reader_ = std::make_unique<Reader>(store->options_);
        return store;
    });
}

// --- Saving -----------------------------------------------------------------------------------------------------------

Result<Saved> LocalStore::save(std::span<const Edit> edits) {
    StoreChange told;
    Result<Saved> saved = guarded([&]() -> Result<Saved> {
        const std::lock_guard lock(writing_);
        Own updated = writer_->own;
        Saved numbers{updated.lastNumber + 1, updated.lastNumber};
        Transaction transaction(writer_->database);
        for (const Edit& edit : edits) {
            if (auto applied = applyEdit(edit, updated, told, numbers); !applied) return applied.error();
        }
        if (numbers.count() > 0) writer_->commit(transaction, updated);
        return numbers;
    });
    if (saved && saved->count() > 0) {
        told.outbox = true;
        notify(told);
    }
    return saved;
}

Outcome LocalStore::applyEdit(const Edit& edit, Own& updated, StoreChange& told, Saved& saved) {
    const Collection* collection = qiaomen::find(options_.collections, edit.collection);
    if (!collection)
        return Error{Fault::invalid, "collection " + std::to_string(static_cast<int>(edit.collection)) + " is unknown"};
    if (edit.remove && !edit.values.empty()) return Error{Fault::invalid, "a deletion sets no values"};
    if (edit.remove && collection->nature() != Nature::reg) {
        return Error{Fault::invalid, std::string(collection->label().en) + " records cannot be deleted"};
    }
    const Record before = writer_->tables.read(edit.collection, edit.record);
    if (edit.remove && !before.isVisible()) {
        return Error{Fault::missing, std::string(collection->label().en) + " " + edit.record.text() + " does not exist"};
    }
    const Record& shown = edit.shown ? *edit.shown : before;
    if (shown.id() != edit.record || shown.collection() != edit.collection)
        return Error{Fault::invalid, "an edit was shown another record than it writes"};
    Change change = edit.remove ? removalOf(shown) : changeOf(before, edit.values, shown);
    if (!edit.remove && change.writes.empty() && !before.isNew()) return Done{};
    change.stamp = writer_->clock.now();
    change.number = updated.lastNumber + 1;
    Record after = before;
    merge(after, change, collection);
    if (!edit.remove) {
        if (auto right = checkEdit(*collection, edit, before, after); !right) return right;
        if (change.writes.empty())
            return Error{Fault::invalid, std::string(collection->label().en) + ": nothing is filled in"};
    }
    writer_->write(before, after, told);
    writer_->outbox.append(change, options_.clock(),
                           {.before = before, .continues = saved.count() > 0, .read = updated.cursor.seq});
    updated.lastNumber = saved.lastNumber = change.number;
    updated.lastTime = change.stamp.time;
    return Done{};
}

// --- Reading ----------------------------------------------------------------------------------------------------------

Result<Record> LocalStore::read(CollectionNo collection, const RecordId& id) {
    return reading([&](Reader& reader) -> Result<Record> { return reader.tables.read(collection, id); });
}

Result<std::vector<Record>> LocalStore::find(const Collection& collection, FieldNo field, const Value& value) {
    return reading(
        [&](Reader& reader) -> Result<std::vector<Record>> { return reader.tables.find(collection, field, value); });
}

Result<std::vector<SearchHit>> LocalStore::search(std::string_view text, std::size_t limit) {
    return reading([&](Reader& reader) -> Result<std::vector<SearchHit>> { return reader.search.search(text, limit); });
}

Result<Safety> LocalStore::safety() {
    return reading([&](Reader& reader) -> Result<Safety> {
        const Own own = Own::load(reader.database, reader.outbox);
        Safety safety;
        safety.safe = own.safeNumber - std::min(own.safeNumber, reader.outbox.countRefused(false));
        safety.onlyHere = own.lastNumber - own.safeNumber;
        safety.refused = reader.outbox.countRefused(true);
        safety.handedOver = reader.outbox.countHandedOver();
        safety.oldestUnsentMs = reader.outbox.oldestUnsentMs(own.safeNumber);
        return safety;
    });
}

Result<std::vector<OutboxEntry>> LocalStore::outbox(std::size_t limit, std::uint64_t before) {
    return reading([&](Reader& reader) -> Result<std::vector<OutboxEntry>> {
        return reader.outbox.latest(Own::load(reader.database, reader.outbox).safeNumber, limit, before);
    });
}

Result<std::vector<OutboxEntry>> LocalStore::rescueQueue() {
    return reading([&](Reader& reader) -> Result<std::vector<OutboxEntry>> { return reader.outbox.rescueQueue(); });
}

Result<std::vector<StoredReceipt>> LocalStore::receipts(std::size_t limit) {
    return reading(
        [&](Reader& reader) -> Result<std::vector<StoredReceipt>> { return reader.outbox.receipts(grid(), limit); });
}

Result<Hash128> LocalStore::digest() {
    return reading([&](Reader& reader) -> Result<Hash128> { return reader.tables.digest().total(); });
}

Result<std::uint64_t> LocalStore::differences() {
    return reading(
        [&](Reader& reader) -> Result<std::uint64_t> { return Own::load(reader.database, reader.outbox).differences; });
}

Result<std::set<DeviceId>> LocalStore::identities() {
    return reading([&](Reader& reader) -> Result<std::set<DeviceId>> {
        std::set<DeviceId> all{device()};
        for (const Identity& one : reader.outbox.identities()) all.insert(one.device);
        return all;
    });
}

Result<DeviceId> LocalStore::identity() {
    return reading([&](Reader& reader) -> Result<DeviceId> { return reader.outbox.identity().device; });
}

Result<Cursor> LocalStore::cursor() {
    return reading([&](Reader& reader) -> Result<Cursor> { return Own::load(reader.database, reader.outbox).cursor; });
}

// --- Rescue, drafts ---------------------------------------------------------------------------------------------------

Outcome LocalStore::closeRefused(std::uint64_t number) {
    auto closed = guarded([&]() -> Outcome {
        const std::lock_guard lock(writing_);
        Transaction transaction(writer_->database);
        if (!writer_->outbox.closeRefused(number)) {
            return Error{Fault::missing, "change " + std::to_string(number) + " is not in the rescue queue"};
        }
        transaction.commit();
        return Done{};
    });
    if (closed) notify({.outbox = true});
    return closed;
}

Outcome LocalStore::keepDraft(std::string_view key, std::string_view text) {
    return guarded([&]() -> Outcome {
        const std::lock_guard lock(writing_);
        Transaction transaction(writer_->database);
        writer_->database.prepare("INSERT OR REPLACE INTO _draft(key, text, saved_at) VALUES(?, ?, ?)")
            .with(key, text, options_.clock())
            .run();
        transaction.commit();
        return Done{};
    });
}

Result<std::optional<Draft>> LocalStore::draft(std::string_view key) {
    return reading([&](Reader& reader) -> Result<std::optional<Draft>> {
        Statement row = reader.database.prepare("SELECT text, saved_at FROM _draft WHERE key = ?");
        if (!row.with(key).step()) return std::optional<Draft>();
        return std::optional(Draft{std::string(key), std::string(row.text(0)), row.integer(1)});
    });
}

Result<std::vector<Draft>> LocalStore::drafts() {
    return reading([&](Reader& reader) -> Result<std::vector<Draft>> {
        std::vector<Draft> drafts;
        Statement rows = reader.database.prepare("SELECT key, text, saved_at FROM _draft ORDER BY saved_at DESC, key");
        while (rows.step()) drafts.push_back({std::string(rows.text(0)), std::string(rows.text(1)), rows.integer(2)});
        return drafts;
    });
}

Outcome LocalStore::dropDraft(std::string_view key) {
    return guarded([&]() -> Outcome {
        const std::lock_guard lock(writing_);
        Transaction transaction(writer_->database);
        writer_->database.prepare("DELETE FROM _draft WHERE key = ?").with(key).run();
        transaction.commit();
        return Done{};
    });
}

Outcome LocalStore::checkpoint() {
    return guarded([&]() -> Outcome {
        const std::lock_guard lock(writing_);
        writer_->database.checkpoint();
        return Done{};
    });
}

// --- Observers --------------------------------------------------------------------------------------------------------

Subscription LocalStore::observe(Observer observer) {
    const std::lock_guard lock(observing_);
    const int number = nextObserver_++;
    observers_.emplace(number, std::move(observer));
    return Subscription([this, number] {
        const std::lock_guard ending(observing_);
        observers_.erase(number);
    });
}

void LocalStore::notify(const StoreChange& change) {
    std::map<int, Observer> observers;
    {
        const std::lock_guard lock(observing_);
        observers = observers_;
    }
    for (const auto& [number, observer] : observers) observer(change);
}

}  // namespace qiaomen
