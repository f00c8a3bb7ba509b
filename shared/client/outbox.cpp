// SPDX-License-Identifier: Apache-2.0
#include "shared/client/outbox.h"

#include <algorithm>

#include "shared/core/codec.h"

namespace qiaomen {

namespace {

// `refused`: 0 no, 1 in the rescue queue, 2 dealt with, 3 late and handed over.
constexpr std::string_view kEntryColumns = "SELECT number, time, saved_at, body, refused, reason FROM _outbox ";

template <std::size_t Size>
std::string_view bytesOf(const std::array<std::uint8_t, Size>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), Size};
}

template <std::size_t Size>
std::array<std::uint8_t, Size> arrayOf(std::string_view bytes) {
    std::array<std::uint8_t, Size> array{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), Size), array.begin());
    return array;
}

}  // namespace

std::string_view Outbox::schema() {
    return R"(
        CREATE TABLE _outbox(
            number INTEGER PRIMARY KEY,           -- 1, 2, 3 … of this device
            time INTEGER NOT NULL,                -- the stamp's logical time; its device is the identity's
            saved_at INTEGER NOT NULL,            -- ms since 1970, by this device's clock
            body BLOB NOT NULL,                   -- encodeBody(), shared/core/codec.h
            refused INTEGER NOT NULL DEFAULT 0,   -- 0 no, 1 in the rescue queue, 2 dealt with, 3 late and handed over
            reason TEXT                           -- of the refusal
        ) STRICT;
        CREATE INDEX _outbox_refused ON _outbox(refused) WHERE refused > 0;
        CREATE TABLE _receipt(
            last_number INTEGER PRIMARY KEY,      -- every change up to it is at the centre
            epoch INTEGER NOT NULL, seq INTEGER NOT NULL, chain BLOB NOT NULL,
            at INTEGER NOT NULL,                  -- ms since 1970, by the centre's clock
            received_at INTEGER NOT NULL,         -- … by this device's
            signature BLOB NOT NULL
        ) STRICT;
    )";
}

std::string_view Outbox::schemaOfIdentities() {
    return R"(
        CREATE TABLE _identity(
            after INTEGER PRIMARY KEY,            -- changes with higher numbers are …
            device BLOB NOT NULL                  -- … this device's, as its n-th change: number - after
        ) STRICT;
    )";
}

Outbox::Identities Outbox::identities() {
    Identities all{{0, first_}};
    Statement rows = database_.prepare("SELECT after, device FROM _identity ORDER BY after");
    while (rows.step()) {
        const Identity next{static_cast<std::uint64_t>(rows.integer(0)), rows.id<struct DeviceKind>(1)};
        if (all.back().after == next.after) all.pop_back();
        all.push_back(next);
    }
    return all;
}

const Identity& Outbox::of(const Identities& identities, std::uint64_t number) {
    auto identity = identities.rbegin();
    while (identity->after >= number && std::next(identity) != identities.rend()) ++identity;
    return *identity;
}

void Outbox::goOnAs(const Identity& successor) {
    database_.prepare("INSERT OR REPLACE INTO _identity(after, device) VALUES(?, ?)")
        .with(successor.after, successor.device)
        .run();
    database_.prepare("DELETE FROM _receipt WHERE last_number > ?").with(successor.after).run();
}

void Outbox::restamp(const Change& change) {
    const std::string body = encodeBody(change);
    Statement update = database_.prepare("UPDATE _outbox SET time = ?, body = ? WHERE number = ?");
    update.bind(1, static_cast<std::uint64_t>(change.stamp.time)).bindBlob(2, body).bind(3, change.number).run();
}

std::string_view Outbox::undoSchema() {
    return R"(
        ALTER TABLE _outbox ADD COLUMN continues INTEGER NOT NULL DEFAULT 0;  -- 1: of the same save as the change before
        ALTER TABLE _outbox ADD COLUMN before BLOB;   -- what its fields held, as encodeBody(); NULL for a new record
    )";
}

std::string_view Outbox::schemaOfReading() {
    return "ALTER TABLE _outbox ADD COLUMN read INTEGER;  -- the cursor's seq then; 0: cannot be told; NULL: an older "
           "program's";
}

void Outbox::append(const Change& change, std::int64_t savedAtMs, const SaveNote& note) {
    const std::string body = encodeBody(change);
    Statement insert = database_.prepare(
        "INSERT INTO _outbox(number, time, saved_at, continues, read, body, before) VALUES(?, ?, ?, ?, ?, ?, ?)");
    insert
        .with(change.number, static_cast<std::uint64_t>(change.stamp.time), savedAtMs, note.continues ? 1 : 0, note.read)
        .bindBlob(6, body);
    std::string before;
    if (!note.before.isNew()) {
        Change replaced = change;
        for (FieldWrite& write : replaced.writes) {
            write.value = note.before.get(write.field);
            write.base = note.before.stampOf(write.field);
        }
        before = encodeBody(replaced);
        insert.bindBlob(7, before);
    }
    insert.run();
}

std::vector<UndoStep> Outbox::saveOf(const Stamp& stamp) {
    const Identities known = identities();
    Statement rows = database_.prepare(
        "WITH it AS (SELECT number FROM _outbox WHERE time = ?) "
        "SELECT number, time, body, before FROM _outbox, "
        "(SELECT max(number) AS first FROM _outbox WHERE continues = 0 AND number <= (SELECT number FROM it)), "
        "(SELECT min(number) AS next FROM _outbox WHERE continues = 0 AND number > (SELECT number FROM it)) "
        "WHERE number >= first AND (next IS NULL OR number < next) ORDER BY number");
    rows.with(static_cast<std::uint64_t>(stamp.time));
    std::vector<UndoStep> steps;
    while (rows.step()) {
        const auto number = static_cast<std::uint64_t>(rows.integer(0));
        UndoStep step{decode(rows.blob(2), rows.integer(1), number, known), {}};
        if (!rows.isNull(3)) step.before = decode(rows.blob(3), rows.integer(1), number, known).writes;
        steps.push_back(std::move(step));
    }
    const bool ours = std::ranges::any_of(steps, [&](const UndoStep& step) { return step.change.stamp == stamp; });
    const bool isWhole = ours && steps.back().change.number - steps.front().change.number + 1 == steps.size();
    return isWhole ? steps : std::vector<UndoStep>();
}

void Outbox::takeOut(std::uint64_t first, std::uint64_t last) {
    database_.prepare("DELETE FROM _outbox WHERE number BETWEEN ? AND ?").with(first, last).run();
    // By way of negative numbers, so that no new number meets an old one.
    database_.prepare("UPDATE _outbox SET number = -number WHERE number > ?").with(last).run();
    database_.prepare("UPDATE _outbox SET number = -number - ? WHERE number < 0").with(last + 1 - first).run();
}

Change Outbox::decode(std::string_view body, std::int64_t time, std::uint64_t number, const Identities& identities) {
    auto change = decodeBody(body, {static_cast<LogicalTime>(time), of(identities, number).device}, number);
    if (!change)
        throw StoreError(Fault::broken, database_.name() + ": change " + std::to_string(number) + " is damaged");
    return std::move(*change);
}

OutboxEntry Outbox::entry(const Statement& row, std::uint64_t safe, const Identities& identities) {
    OutboxEntry entry;
    const auto number = static_cast<std::uint64_t>(row.integer(0));
    entry.change = decode(row.blob(3), row.integer(1), number, identities);
    entry.savedAtMs = row.integer(2);
    entry.reason = row.text(5);
    entry.state = row.integer(4) == 3 ? OutboxEntry::State::handedOver
                  : row.integer(4)    ? OutboxEntry::State::refused
                  : number <= safe    ? OutboxEntry::State::safe
                                      : OutboxEntry::State::onlyHere;
    return entry;
}

Outbox::Unsent Outbox::unsent(std::uint64_t safe, std::uint64_t read, std::size_t maxChanges, std::size_t maxBytes) {
    Statement rows = database_.prepare(
        "SELECT number, time, body, read FROM _outbox WHERE number > ? ORDER BY number LIMIT ?");
    rows.with(safe, std::uint64_t{std::min<std::size_t>(maxChanges, INT64_MAX)});
    const Identities known = identities();
    Unsent batch;
    std::optional<std::uint64_t> readBefore;
    for (std::size_t bytes = 0; rows.step();) {
        const std::string_view body = rows.blob(2);
        const auto number = static_cast<std::uint64_t>(rows.integer(0));
        bytes += body.size();
        if (bytes > maxBytes && !batch.changes.empty()) break;
        batch.changes.push_back(decode(body, rows.integer(1), number, known));
        const std::uint64_t readThen = rows.isNull(3) ? read : static_cast<std::uint64_t>(rows.integer(3));
        if (readThen != readBefore) batch.marks.push_back({number, std::min(readThen, read)});
        batch.marks.back().upTo = number;
        readBefore = readThen;
    }
    while (!batch.marks.empty() && batch.marks.back().seq == read) batch.marks.pop_back();
    return batch;
}

std::vector<Change> Outbox::ofPredecessors() {
    const Identities known = identities();
    Statement rows = database_.prepare(
        "SELECT number, time, body FROM _outbox WHERE refused = 0 AND number <= ? ORDER BY number");
    rows.with(known.back().after);
    std::vector<Change> changes;
    while (rows.step())
        changes.push_back(decode(rows.blob(2), rows.integer(1), static_cast<std::uint64_t>(rows.integer(0)), known));
    return changes;
}

std::vector<OutboxEntry> Outbox::latest(std::uint64_t safe, std::size_t limit, std::uint64_t before) {
    Statement rows = database_.prepare(std::string(kEntryColumns) + "WHERE number < ? ORDER BY number DESC LIMIT ?");
    rows.with(before ? static_cast<std::int64_t>(before) : INT64_MAX, std::uint64_t{limit});
    const Identities known = identities();
    std::vector<OutboxEntry> entries;
    while (rows.step()) entries.push_back(entry(rows, safe, known));
    return entries;
}

std::optional<std::int64_t> Outbox::oldestUnsentMs(std::uint64_t safe) {
    Statement row = database_.prepare("SELECT saved_at FROM _outbox WHERE number > ? ORDER BY number LIMIT 1");
    if (!row.with(safe).step()) return std::nullopt;
    return row.integer(0);
}

bool Outbox::refuse(const Refusal& refusal) {
    database_.prepare("UPDATE _outbox SET refused = 1, reason = ? WHERE number = ? AND refused = 0")
        .with(refusal.reason, refusal.number)
        .run();
    return database_.changedRows() > 0;
}

void Outbox::handOver(const Refusal& late) {
    database_.prepare("UPDATE _outbox SET refused = 3, reason = ? WHERE number = ? AND refused = 0")
        .with(late.reason, late.number)
        .run();
}

std::uint64_t Outbox::countHandedOver() {
    return static_cast<std::uint64_t>(
        database_.number("SELECT count(*) FROM _outbox WHERE refused = 3 AND refused > 0"));
}

bool Outbox::closeRefused(std::uint64_t number) {
    database_.prepare("UPDATE _outbox SET refused = 2 WHERE number = ? AND refused = 1").with(number).run();
    return database_.changedRows() > 0;
}

std::vector<OutboxEntry> Outbox::rescueQueue() {
    Statement rows = database_.prepare(std::string(kEntryColumns) +
                                       "WHERE refused = 1 AND refused > 0 ORDER BY number");
    const Identities known = identities();
    std::vector<OutboxEntry> entries;
    while (rows.step()) entries.push_back(entry(rows, 0, known));
    return entries;
}

std::set<Stamp> Outbox::refusedStamps() {
    const Identities known = identities();
    Statement rows = database_.prepare("SELECT number, time FROM _outbox WHERE refused > 0");
    std::set<Stamp> stamps;
    while (rows.step()) {
        stamps.insert(
            {static_cast<LogicalTime>(rows.integer(1)), of(known, static_cast<std::uint64_t>(rows.integer(0))).device});
    }
    return stamps;
}

std::uint64_t Outbox::countRefused(bool openOnly) {
    return static_cast<std::uint64_t>(
        database_.number(openOnly ? "SELECT count(*) FROM _outbox WHERE refused = 1 AND refused > 0"
                                  : "SELECT count(*) FROM _outbox WHERE refused > 0"));
}

std::optional<Change> Outbox::change(std::uint64_t number) {
    Statement row = database_.prepare("SELECT body, time FROM _outbox WHERE number = ?");
    if (!row.with(number).step()) return std::nullopt;
    return decode(row.blob(0), row.integer(1), number, identities());
}

std::uint64_t Outbox::unbrokenAfter(std::uint64_t after, std::uint64_t last) {
    Statement rows = database_.prepare(
        "SELECT number FROM _outbox WHERE number > ? AND number <= ? ORDER BY number DESC");
    rows.with(after, last);
    while (rows.step() && static_cast<std::uint64_t>(rows.integer(0)) == last) --last;
    return last;
}

void Outbox::keepReceipt(const Receipt& receipt, std::uint64_t number, std::int64_t receivedAtMs) {
    database_
        .prepare(
            "INSERT OR REPLACE INTO _receipt(last_number, epoch, seq, at, received_at, chain, signature) "
            "VALUES(?, ?, ?, ?, ?, ?, ?)")
        .with(number, receipt.head.epoch, receipt.head.seq, receipt.atMs, receivedAtMs)
        .bindBlob(6, bytesOf(receipt.chain))
        .bindBlob(7, bytesOf(receipt.signature))
        .run();
}

std::vector<StoredReceipt> Outbox::receipts(const GridId& grid, std::size_t limit) {
    Statement rows = database_.prepare(
        "SELECT last_number, epoch, seq, at, received_at, chain, signature FROM _receipt "
        "ORDER BY last_number DESC LIMIT ?");
    rows.with(std::uint64_t{limit});
    const Identities known = identities();
    std::vector<StoredReceipt> receipts;
    while (rows.step()) {
        const auto number = [&](int column) { return static_cast<std::uint64_t>(rows.integer(column)); };
        const Identity& identity = of(known, number(0));
        Receipt receipt{.grid = grid,
                        .device = identity.device,
                        .lastNumber = number(0) - identity.after,
                        .head = {number(1), number(2)}};
        receipt.atMs = rows.integer(3);
        receipt.chain = arrayOf<32>(rows.blob(5));
        receipt.signature = arrayOf<64>(rows.blob(6));
        receipts.push_back({receipt, rows.integer(4)});
    }
    return receipts;
}

void Outbox::forgetBefore(std::int64_t centreMs, std::uint64_t safe) {
    database_
        .prepare(
            // One bound: of two, SQLite would take the first and look at every change that is safe.
            "DELETE FROM _outbox WHERE refused <> 1 AND number <= "
            "min(?, (SELECT coalesce(max(last_number), 0) FROM _receipt WHERE at < ?))")
        .with(safe, centreMs)
        .run();
    database_.prepare("DELETE FROM _receipt WHERE at < ? AND last_number < (SELECT max(last_number) FROM _receipt)")
        .with(centreMs)
        .run();
}

}  // namespace qiaomen
