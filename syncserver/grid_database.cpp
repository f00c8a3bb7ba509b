// SPDX-License-Identifier: Apache-2.0
#include "syncserver/grid_database.h"

#include <array>

#include "shared/core/codec.h"
#include "shared/core/signature.h"
#include "shared/sqlite/migrations.h"

namespace qiaomen {

namespace {

constexpr Migration kSteps[] = {
    {"the head of the grid, the log of changes, what each device brought, what was refused",
     "CREATE TABLE _grid(one INTEGER PRIMARY KEY CHECK(one = 1), grid BLOB NOT NULL, epoch INTEGER NOT NULL,"
     "                   seq INTEGER NOT NULL, chain BLOB NOT NULL, digest BLOB NOT NULL);"
     "CREATE TABLE _log(seq INTEGER PRIMARY KEY, commit_seq INTEGER NOT NULL, device INTEGER NOT NULL,"
     "                  number INTEGER NOT NULL, time INTEGER NOT NULL, body BLOB NOT NULL);"
     "CREATE UNIQUE INDEX _log_stamp ON _log(device, time);"
     "CREATE TABLE _taken(device INTEGER PRIMARY KEY, number INTEGER NOT NULL, time INTEGER NOT NULL);"
     "CREATE TABLE _refused(id INTEGER PRIMARY KEY, device INTEGER NOT NULL, time INTEGER NOT NULL, number INTEGER NOT "
     "NULL,"
     "                      fork INTEGER NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL,"
     "                      UNIQUE(device, time, number));"},
    {"where a broken chain broke", "ALTER TABLE _log ADD COLUMN link INTEGER;"},
    {"a change may stand in the log twice: as its writer sent it, and (number 0) as somebody else gave it back",
     "DROP INDEX _log_stamp; CREATE INDEX _log_stamp ON _log(device, time);"},
    {"what devices signed, and their own chains",
     "ALTER TABLE _taken ADD COLUMN link BLOB;"
     "CREATE TABLE _batch(id INTEGER PRIMARY KEY, device INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT "
     "NULL,"
     "                    spent INTEGER NOT NULL, epoch INTEGER NOT NULL, version INTEGER NOT NULL, before BLOB NOT "
     "NULL,"
     "                    link BLOB NOT NULL, outside BLOB NOT NULL, given BLOB NOT NULL, signature BLOB NOT NULL);"
     "CREATE INDEX _batch_device ON _batch(device, last);"},
    {"a copy of a device goes on as another: none of its changes is refused for that any more",
     "ALTER TABLE _refused DROP COLUMN fork;"},
};

template <std::size_t size>
std::string_view chars(const std::array<std::uint8_t, size>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), size};
}

std::string digestBytes(const Hash128& digest) {
    ByteWriter out;
    out.fixed64(digest.high);
    out.fixed64(digest.low);
    return out.take();
}

Hash128 digestFrom(std::string_view bytes) {
    if (bytes.size() != 16) throw StoreError(Fault::broken, "a grid's digest has a wrong length");
    ByteReader in(bytes);
    const std::uint64_t high = in.fixed64();
    return {high, in.fixed64()};
}

template <std::size_t size>
std::array<std::uint8_t, size> octetsFrom(std::string_view bytes) {
    std::array<std::uint8_t, size> octets{};
    if (bytes.size() != octets.size()) throw StoreError(Fault::broken, "a hash or a signature has a wrong length");
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(octets.data()));
    return octets;
}

Hash256 chainFrom(std::string_view bytes) { return octetsFrom<32>(bytes); }

constexpr std::string_view kBatchColumns =
    "SELECT device, first, last, spent, epoch, version, before, link, outside, given, signature FROM _batch ";

std::int64_t timeNumber(LogicalTime time) { return static_cast<std::int64_t>(time); }
LogicalTime timeFrom(std::int64_t number) { return LogicalTime{static_cast<std::uint64_t>(number)}; }

}  // namespace

GridDatabase::GridDatabase(const Options& options)
    : database_(options.file, {.key = options.key, .readOnly = options.readOnly}),
      grid_(options.grid),
      tables_(database_, options.collections),
      devices_(database_) {
    if (!options.readOnly) makeGrid(options);
    Statement grid = database_.prepare("SELECT grid FROM _grid");
    if (!grid.step() || grid.id<GridKind>(0) != options.grid) {
        throw StoreError(Fault::broken, database_.name() + " holds another grid than its name says");
    }
}

void GridDatabase::makeGrid(const Options& options) {
    migrate(database_, kSteps);
    if (database_.number("SELECT count(*) FROM _grid") != 0) return;
    Transaction transaction(database_);
    const std::string digest = digestBytes(tables_.digest().total());
    Statement insert = database_.prepare(
        "INSERT INTO _grid(one, grid, epoch, seq, chain, digest) VALUES(1, ?, ?, 0, ?, ?)");
    insert.bind(1, options.grid).bind(2, options.newEpoch).bindBlob(3, chars(Hash256{})).bindBlob(4, digest).run();
    transaction.commit();
}

// --- Reading ----------------------------------------------------------------------------------------------------------

GridHead GridDatabase::head() {
    Statement row = database_.prepare("SELECT epoch, seq, chain, digest FROM _grid");
    row.step();
    GridHead head;
    head.cursor = {static_cast<std::uint64_t>(row.integer(0)), static_cast<std::uint64_t>(row.integer(1))};
    head.chain = chainFrom(row.blob(2));
    head.digest = digestFrom(row.blob(3));
    return head;
}

LastTaken GridDatabase::lastTaken(const DeviceId& device) {
    Statement row = database_.prepare(
        "SELECT number, time, link FROM _taken WHERE device = (SELECT number FROM _device WHERE id = ?)");
    if (!row.with(device).step()) return {};
    return {static_cast<std::uint64_t>(row.integer(0)), timeFrom(row.integer(1)),
            row.isNull(2) ? Hash256{} : chainFrom(row.blob(2))};
}

LogicalTime GridDatabase::latestTime() { return timeFrom(database_.number("SELECT ifnull(max(time), 0) FROM _taken")); }

Tail GridDatabase::tail(std::uint64_t after, const DeviceId& except, const TailLimits& limits) {
    Statement row = database_.prepare(
        "SELECT seq, commit_seq, device, number, time, body FROM _log"
        " WHERE seq > ? AND device <> ifnull((SELECT number FROM _device WHERE id = ?), -1) ORDER BY seq");
    row.with(after, except);
    Tail tail;
    std::size_t bytes = 0;
    std::size_t wholeCommits = 0;  // so many changes end with the end of a commit
    std::int64_t commit = 0;
    while (row.step()) {
        if (!tail.changes.empty() && row.integer(1) != commit) wholeCommits = tail.changes.size();
        bytes += row.blob(5).size();
        const bool full = tail.changes.size() >= limits.maxChanges || bytes > limits.maxBytes;
        if (full && !tail.changes.empty()) {
            if (wholeCommits > 0) tail.changes.resize(wholeCommits);
            tail.more = true;
            break;
        }
        commit = row.integer(1);
        tail.changes.push_back({static_cast<std::uint64_t>(row.integer(0)), changeFrom(row, 2, 3, 4, 5)});
    }
    tail.upTo = tail.more ? tail.changes.back().seq : std::max(after, head().cursor.seq);
    return tail;
}

std::optional<LoggedChange> GridDatabase::logged(const Stamp& stamp) {
    Statement row = database_.prepare(
        "SELECT seq, device, number, time, body FROM _log"
        " WHERE device = (SELECT number FROM _device WHERE id = ?) AND time = ? ORDER BY number DESC LIMIT 1");
    if (!row.with(stamp.device, timeNumber(stamp.time)).step()) return std::nullopt;
    return LoggedChange{static_cast<std::uint64_t>(row.integer(0)), changeFrom(row, 1, 2, 3, 4)};
}

void GridDatabase::forEachChangeOf(const DeviceId& device, const std::function<void(LoggedChange&&)>& visit) {
    Statement row = database_.prepare(
        "SELECT seq, device, number, time, body FROM _log"
        " WHERE device = (SELECT number FROM _device WHERE id = ?) ORDER BY time");
    row.with(device);
    while (row.step()) visit({static_cast<std::uint64_t>(row.integer(0)), changeFrom(row, 1, 2, 3, 4)});
}

std::optional<RefusedChange> GridDatabase::refused(const Stamp& stamp, std::uint64_t number) {
    Statement row = database_.prepare(
        "SELECT device, number, time, body, reason, at FROM _refused"
        " WHERE device = (SELECT number FROM _device WHERE id = ?) AND time = ? AND number = ?");
    if (!row.with(stamp.device, timeNumber(stamp.time), number).step()) return std::nullopt;
    return refusedFrom(row);
}

std::vector<RefusedChange> GridDatabase::refusedChanges() {
    Statement row = database_.prepare("SELECT device, number, time, body, reason, at FROM _refused ORDER BY id");
    std::vector<RefusedChange> all;
    while (row.step()) all.push_back(refusedFrom(row));
    return all;
}

std::optional<SignedBatch> GridDatabase::batchAt(const DeviceId& device, std::uint64_t number) {
    Statement row = database_.prepare(std::string(kBatchColumns) +
                                      "WHERE device = (SELECT number FROM _device WHERE id = ?)"
                                      " AND last >= ? AND first <= ? ORDER BY id DESC LIMIT 1");
    if (!row.with(device, number, number + 1).step()) return std::nullopt;
    return batchFrom(row);
}

void GridDatabase::forEachBatch(const std::function<void(SignedBatch&&)>& visit) {
    Statement row = database_.prepare(std::string(kBatchColumns) + "ORDER BY id");
    while (row.step()) visit(batchFrom(row));
}

SignedBatch GridDatabase::batchFrom(const Statement& row) {
    const auto number = [&](int column) { return static_cast<std::uint64_t>(row.integer(column)); };
    SignedBatch batch;
    batch.claim = {.grid = grid_,
                   .device = devices_.deviceOf(row.integer(0)),
                   .version = number(5),
                   .epoch = number(4),
                   .first = number(1),
                   .last = number(2),
                   .spent = number(3),
                   .before = chainFrom(row.blob(6)),
                   .link = chainFrom(row.blob(7))};
    batch.outside = decodeOutside(row.blob(8));
    batch.given = decodeGiven(row.blob(9));
    batch.claim.given = hashOfAllGiven(batch.given);
    batch.signature = octetsFrom<64>(row.blob(10));
    return batch;
}

void GridDatabase::forEachLink(const std::function<void(std::uint64_t, ShortLink)>& visit) {
    Statement row = database_.prepare("SELECT seq, link FROM _log WHERE link IS NOT NULL ORDER BY seq");
    while (row.step()) visit(static_cast<std::uint64_t>(row.integer(0)), static_cast<ShortLink>(row.integer(1)));
}

Change GridDatabase::changeFrom(const Statement& row, int device, int number, int time, int body) {
    const Stamp stamp{timeFrom(row.integer(time)), devices_.deviceOf(row.integer(device))};
    auto change = decodeBody(row.blob(body), stamp, static_cast<std::uint64_t>(row.integer(number)));
    if (!change)
        throw StoreError(Fault::broken, database_.name() + ": change " + std::to_string(row.integer(number)) +
                                            " of device " + stamp.device.text() +
                                            " is damaged: " + change.error().message);
    return *std::move(change);
}

RefusedChange GridDatabase::refusedFrom(const Statement& row) {
    return {changeFrom(row, 0, 1, 2, 3), std::string(row.text(4)), row.integer(5)};
}

// --- Writing ----------------------------------------------------------------------------------------------------------

void GridDatabase::append(GridHead& head, std::span<const LogEntry* const> entries) {
    Statement insert = database_.prepare(
        "INSERT INTO _log(seq, commit_seq, device, number, time, body, link) VALUES(?, ?, ?, ?, ?, ?, ?)");
    const std::uint64_t commit = head.cursor.seq + 1;
    for (const LogEntry* entry : entries) {
        const Change& change = *entry->change;
        const std::uint64_t seq = ++head.cursor.seq;
        head.chain = chainLink(head.chain, seq, change.number, entry->hash);
        insert.with(seq, commit, devices_.numberOf(change.stamp.device), change.number, timeNumber(change.stamp.time));
        insert.bindBlob(6, entry->body).bind(7, std::int64_t{shortLink(head.chain)}).run();
    }
}

void GridDatabase::setHead(const GridHead& head) {
    const std::string digest = digestBytes(head.digest);
    Statement update = database_.prepare("UPDATE _grid SET epoch = ?, seq = ?, chain = ?, digest = ?");
    update.bind(1, head.cursor.epoch).bind(2, head.cursor.seq).bindBlob(3, chars(head.chain)).bindBlob(4, digest).run();
}

void GridDatabase::setLastTaken(const DeviceId& device, const LastTaken& last) {
    database_.prepare("INSERT OR REPLACE INTO _taken(device, number, time, link) VALUES(?, ?, ?, ?)")
        .with(devices_.numberOf(device), last.number, timeNumber(last.time))
        .bindBlob(4, chars(last.link))
        .run();
}

void GridDatabase::keepRefused(const RefusedChange& refused) {
    const std::string body = encodeBody(refused.change);
    Statement insert = database_.prepare(
        "INSERT OR IGNORE INTO _refused(device, time, number, reason, at, body) VALUES(?, ?, ?, ?, ?, ?)");
    const Stamp& stamp = refused.change.stamp;
    insert.with(devices_.numberOf(stamp.device), timeNumber(stamp.time), refused.change.number,
                std::string_view(refused.reason), refused.atMs);
    insert.bindBlob(6, body).run();
}

void GridDatabase::keepBatch(const SignedBatch& batch) {
    const BatchClaim& claim = batch.claim;
    const std::string outside = encodeOutside(batch.outside);
    const std::string given = encodeGiven(batch.given);
    Statement insert = database_.prepare(
        "INSERT INTO _batch(device, first, last, spent, epoch, version, before, link, outside, given, signature)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.with(devices_.numberOf(claim.device), claim.first, claim.last, claim.spent, claim.epoch, claim.version);
    insert.bindBlob(7, chars(claim.before)).bindBlob(8, chars(claim.link)).bindBlob(9, outside).bindBlob(10, given);
    insert.bindBlob(11, chars(batch.signature)).run();
}

}  // namespace qiaomen
