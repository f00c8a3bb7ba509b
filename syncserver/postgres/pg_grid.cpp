// SPDX-License-Identifier: Apache-2.0
#include "syncserver/postgres/pg_grid.h"

#include <limits>
#include <unordered_map>

#include "shared/core/codec.h"
#include "shared/core/signature.h"

namespace qiaomen {

namespace {

/// Rows in one answer: some hundred kilobytes, so that a short tail is one question and a long one does not fill the memory.
constexpr std::size_t kPage = 2'000;
/// Rows in one statement that writes: the server works on one while we encode the next.
constexpr std::size_t kWriteBatch = 2'000;
constexpr std::string_view kBatchColumns =
    "SELECT device, first, last, spent, epoch, version, before, link, outside, given, signature, id FROM _batch"
    " WHERE grid_id = $1";

std::int64_t number(LogicalTime time) { return static_cast<std::int64_t>(time); }

template <std::size_t size>
std::string_view chars(const std::array<std::uint8_t, size>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), size};
}

std::string encode(const Hash128& sum) {
    ByteWriter out;
    out.fixed64(sum.high);
    out.fixed64(sum.low);
    return out.take();
}

Hash128 sumFrom(const PgRows& rows, int row, int column) {
    std::array<std::uint8_t, 16> bytes{};
    rows.readFixed(row, column, bytes);
    ByteReader in(chars(bytes));
    const std::uint64_t high = in.fixed64();
    return {high, in.fixed64()};
}

}  // namespace

GridHead headFrom(const PgRows& rows, int row) {
    GridHead head;
    head.cursor = {rows.natural(row, 0), rows.natural(row, 1)};
    rows.readFixed(row, 2, head.chain);
    head.digest = sumFrom(rows, row, 3);
    return head;
}

// --- The log ----------------------------------------------------------------------------------------------------------

LastTaken PgGrid::lastTaken(const DeviceId& device) {
    const PgRows rows = connection_.run("SELECT number, time, link FROM _taken WHERE grid_id = $1 AND device = $2",
                                        PgParameters::of(grid_, device));
    if (rows.isEmpty()) return {};
    LastTaken last{rows.natural(0, 0), static_cast<LogicalTime>(rows.integer(0, 1))};
    if (!rows.isNull(0, 2)) rows.readFixed(0, 2, last.link);
    return last;
}

LogicalTime PgGrid::latestTime() {
    const PgRows rows = connection_.run("SELECT coalesce(max(time), 0) FROM _taken WHERE grid_id = $1",
                                        PgParameters::of(grid_));
    return static_cast<LogicalTime>(rows.integer(0, 0));
}

Digest PgGrid::digest() {
    std::array<Hash128, Digest::kBuckets> sums{};
    const PgRows rows = connection_.run("SELECT bucket::bigint, sum FROM _digest WHERE grid_id = $1",
                                        PgParameters::of(grid_));
    for (int row = 0; row < rows.count(); ++row)
        sums.at(static_cast<std::size_t>(rows.integer(row, 0))) = sumFrom(rows, row, 1);
    ByteWriter bytes;
    for (const Hash128& sum : sums) bytes.raw(encode(sum));
    return *Digest::decode(bytes.bytes());
}

/// Four columns from `device` on: device, number, time, body.
Change PgGrid::changeFrom(const PgRows& rows, int row, int device) const {
    const Stamp stamp{static_cast<LogicalTime>(rows.integer(row, device + 2)), rows.id<struct DeviceKind>(row, device)};
    auto change = decodeBody(rows.bytes(row, device + 3), stamp, rows.natural(row, device + 1));
    if (!change)
        throw StoreError(Fault::broken, "change " + std::to_string(rows.natural(row, device + 1)) + " of device " +
                                            stamp.device.text() + " is damaged: " + change.error().message);
    return *std::move(change);
}

Tail PgGrid::tail(std::uint64_t after, const DeviceId& except, const TailLimits& limits, std::uint64_t end) {
    Tail tail;
    std::size_t bytes = 0;
    std::size_t wholeCommits = 0;  // so many changes end with the end of a commit
    std::int64_t commit = 0;
    std::uint64_t seen = after;
    for (bool last = false; !last && !tail.more;) {
        const PgRows rows = connection_.run(
            "SELECT seq, commit_seq, device, number, time, body FROM _log"
            " WHERE grid_id = $1 AND seq > $2 AND device <> $3 ORDER BY seq LIMIT $4",
            PgParameters::of(grid_, seen, except, std::uint64_t{kPage}));
        last = rows.count() < static_cast<int>(kPage);
        for (int row = 0; row < rows.count(); ++row) {
            if (!tail.changes.empty() && rows.integer(row, 1) != commit) wholeCommits = tail.changes.size();
            bytes += rows.bytes(row, 5).size();
            const bool full = tail.changes.size() >= limits.maxChanges || bytes > limits.maxBytes;
            if (full && !tail.changes.empty()) {
                if (wholeCommits > 0)
                    tail.changes.erase(tail.changes.begin() + static_cast<std::ptrdiff_t>(wholeCommits),
                                       tail.changes.end());
                tail.more = true;
                break;
            }
            commit = rows.integer(row, 1);
            seen = rows.natural(row, 0);
            tail.changes.push_back({seen, changeFrom(rows, row, 2)});
        }
    }
    tail.upTo = tail.more ? tail.changes.back().seq : std::max(after, end);
    return tail;
}

std::optional<LoggedChange> PgGrid::logged(const Stamp& stamp) {
    const PgRows rows = connection_.run(
        "SELECT seq, device, number, time, body FROM _log WHERE grid_id = $1 AND device = $2 AND time = $3"
        " ORDER BY number DESC LIMIT 1",
        PgParameters::of(grid_, stamp.device, number(stamp.time)));
    if (rows.isEmpty()) return std::nullopt;
    return LoggedChange{rows.natural(0, 0), changeFrom(rows, 0, 1)};
}

void PgGrid::forEachChangeOf(const DeviceId& device, const std::function<void(LoggedChange&&)>& visit) {
    std::int64_t after = std::numeric_limits<std::int64_t>::min();
    for (bool last = false; !last;) {
        const PgRows rows = connection_.run(
            "SELECT seq, device, number, time, body FROM _log"
            " WHERE grid_id = $1 AND device = $2 AND time > $3 ORDER BY time LIMIT $4",
            PgParameters::of(grid_, device, after, std::uint64_t{kPage}));
        last = rows.count() < static_cast<int>(kPage);
        for (int row = 0; row < rows.count(); ++row) {
            after = rows.integer(row, 3);
            visit({rows.natural(row, 0), changeFrom(rows, row, 1)});
        }
    }
}

RefusedChange PgGrid::refusedFrom(const PgRows& rows, int row) const {
    return {changeFrom(rows, row, 0), std::string(rows.bytes(row, 4)), rows.integer(row, 5)};
}

std::optional<RefusedChange> PgGrid::refused(const Stamp& stamp, std::uint64_t changeNumber) {
    const PgRows rows = connection_.run(
        "SELECT device, number, time, body, reason, at FROM _refused"
        " WHERE grid_id = $1 AND device = $2 AND time = $3 AND number = $4",
        PgParameters::of(grid_, stamp.device, number(stamp.time), changeNumber));
    if (rows.isEmpty()) return std::nullopt;
    return refusedFrom(rows, 0);
}

std::vector<RefusedChange> PgGrid::refusedChanges() {
    const PgRows rows = connection_.run(
        "SELECT device, number, time, body, reason, at FROM _refused WHERE grid_id = $1 ORDER BY id",
        PgParameters::of(grid_));
    std::vector<RefusedChange> all;
    for (int row = 0; row < rows.count(); ++row) all.push_back(refusedFrom(rows, row));
    return all;
}

std::optional<SignedBatch> PgGrid::batchAt(const DeviceId& device, std::uint64_t changeNumber) {
    const PgRows rows = connection_.run(
        std::string(kBatchColumns) + " AND device = $2 AND last >= $3 AND first <= $4 ORDER BY id DESC LIMIT 1",
        PgParameters::of(grid_, device, changeNumber, changeNumber + 1));
    if (rows.isEmpty()) return std::nullopt;
    return batchFrom(rows, 0);
}

void PgGrid::forEachBatch(const std::function<void(SignedBatch&&)>& visit) {
    std::uint64_t after = 0;
    for (bool last = false; !last;) {
        const PgRows rows = connection_.run(std::string(kBatchColumns) + " AND id > $2 ORDER BY id LIMIT $3",
                                            PgParameters::of(grid_, after, std::uint64_t{kPage}));
        last = rows.count() < static_cast<int>(kPage);
        for (int row = 0; row < rows.count(); ++row) {
            after = rows.natural(row, 11);
            visit(batchFrom(rows, row));
        }
    }
}

SignedBatch PgGrid::batchFrom(const PgRows& rows, int row) const {
    SignedBatch batch;
    batch.claim = {.grid = grid_,
                   .device = rows.id<struct DeviceKind>(row, 0),
                   .version = rows.natural(row, 5),
                   .epoch = rows.natural(row, 4),
                   .first = rows.natural(row, 1),
                   .last = rows.natural(row, 2),
                   .spent = rows.natural(row, 3)};
    rows.readFixed(row, 6, batch.claim.before);
    rows.readFixed(row, 7, batch.claim.link);
    batch.outside = decodeOutside(rows.bytes(row, 8));
    batch.given = decodeGiven(rows.bytes(row, 9));
    batch.claim.given = hashOfAllGiven(batch.given);
    rows.readFixed(row, 10, batch.signature);
    return batch;
}

void PgGrid::keepBatch(const SignedBatch& batch) {
    const BatchClaim& claim = batch.claim;
    connection_.queue(
        "INSERT INTO _batch(grid_id, device, first, last, spent, epoch, version, before, link, outside, given,"
        " signature) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        PgParameters::of(grid_, claim.device, claim.first, claim.last, claim.spent, claim.epoch, claim.version,
                         chars(claim.before), chars(claim.link), std::string_view(encodeOutside(batch.outside)),
                         std::string_view(encodeGiven(batch.given)), chars(batch.signature)));
}

void PgGrid::forEachLink(const std::function<void(std::uint64_t, ShortLink)>& visit) {
    std::uint64_t after = 0;
    for (bool last = false; !last;) {
        const PgRows rows = connection_.run(
            "SELECT seq, link FROM _log WHERE grid_id = $1 AND seq > $2 AND link IS NOT NULL ORDER BY seq LIMIT $3",
            PgParameters::of(grid_, after, std::uint64_t{kPage}));
        last = rows.count() < static_cast<int>(kPage);
        for (int row = 0; row < rows.count(); ++row) {
            after = rows.natural(row, 0);
            visit(after, static_cast<ShortLink>(rows.integer(row, 1)));
        }
    }
}

void PgGrid::append(GridHead& head, std::span<const LogEntry* const> entries) {
    const std::uint64_t commit = head.cursor.seq + 1;
    while (!entries.empty()) {
        PgArray seqs(PgType::bigint), devices(PgType::uuid), numbers(PgType::bigint), times(PgType::bigint),
            bodies(PgType::bytea), links(PgType::bigint);
        const auto batch = entries.first(std::min(entries.size(), kWriteBatch));
        for (const LogEntry* entry : batch) {
            const Change& change = *entry->change;
            const std::uint64_t seq = ++head.cursor.seq;
            head.chain = chainLink(head.chain, seq, change.number, entry->hash);
            seqs.add(seq);
            devices.add(change.stamp.device);
            numbers.add(change.number);
            times.add(number(change.stamp.time));
            bodies.add(std::string_view(entry->body));
            links.add(std::int64_t{shortLink(head.chain)});
        }
        connection_.queue(
            "INSERT INTO _log(grid_id, commit_seq, seq, device, number, time, body, link) SELECT $1::uuid, $2::bigint, "
            "*"
            " FROM unnest($3::bigint[], $4::uuid[], $5::bigint[], $6::bigint[], $7::bytea[], $8::bigint[])",
            PgParameters::of(grid_, commit, seqs, devices, numbers, times, bodies, links));
        entries = entries.subspan(batch.size());
    }
}

void PgGrid::setLastTaken(const DeviceId& device, const LastTaken& last) {
    connection_.queue(
        "INSERT INTO _taken(grid_id, device, number, time, link) VALUES($1, $2, $3, $4, $5)"
        " ON CONFLICT (grid_id, device) DO UPDATE SET number = excluded.number, time = excluded.time,"
        " link = excluded.link",
        PgParameters::of(grid_, device, last.number, number(last.time), chars(last.link)));
}

void PgGrid::keepRefused(std::span<const RefusedChange> changes) {
    for (const RefusedChange& refused : changes) {
        const Stamp& stamp = refused.change.stamp;
        connection_.queue(
            "INSERT INTO _refused(grid_id, device, time, number, reason, at, body)"
            " VALUES($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
            PgParameters::of(grid_, stamp.device, number(stamp.time), refused.change.number,
                             std::string_view(refused.reason), refused.atMs,
                             std::string_view(encodeBody(refused.change))));
    }
}

// --- The head ---------------------------------------------------------------------------------------------------------

void PgGrid::setHead(const GridHead& head, std::uint64_t records) {
    connection_.queue("UPDATE _grid SET epoch = $2, seq = $3, chain = $4, digest = $5, records = $6 WHERE grid_id = $1",
                      PgParameters::of(grid_, head.cursor.epoch, head.cursor.seq, chars(head.chain),
                                       std::string_view(encode(head.digest)), records));
}

void PgGrid::addToDigest(const Digest& difference) {
    std::map<std::int64_t, Hash128> sums;
    PgArray touched(PgType::bigint);
    for (std::size_t bucket = 0; bucket < Digest::kBuckets; ++bucket) {
        if (difference.bucket(bucket) == Hash128{}) continue;
        sums.emplace(static_cast<std::int64_t>(bucket), difference.bucket(bucket));
        touched.add(static_cast<std::int64_t>(bucket));
    }
    if (sums.empty()) return;
    const PgRows rows = connection_.run(
        "SELECT bucket, sum FROM _digest WHERE grid_id = $1 AND bucket = ANY($2::bigint[])",
        PgParameters::of(grid_, touched));
    for (int row = 0; row < rows.count(); ++row) sums.at(rows.integer(row, 0)) += sumFrom(rows, row, 1);
    PgArray buckets(PgType::bigint), bytes(PgType::bytea);
    for (const auto& [bucket, sum] : sums) {
        buckets.add(bucket);
        bytes.add(std::string_view(encode(sum)));
    }
    connection_.queue(
        "INSERT INTO _digest(grid_id, bucket, sum) SELECT $1::uuid, * FROM unnest($2::bigint[], $3::bytea[])"
        " ON CONFLICT (grid_id, bucket) DO UPDATE SET sum = excluded.sum",
        PgParameters::of(grid_, buckets, bytes));
}

// --- Records ----------------------------------------------------------------------------------------------------------

const PgRecordTable& PgGrid::tableOf(CollectionNo collection) {
    if (const PgRecordTable* known = tables_.find(collection)) return *known;
    return unknown_.try_emplace(collection, collection, nullptr).first->second;
}

std::vector<CollectionNo> PgGrid::unknownCollections() {
    const PgRows rows = connection_.run(
        "SELECT DISTINCT collection FROM _record WHERE grid_id = $1 ORDER BY collection", PgParameters::of(grid_));
    std::vector<CollectionNo> unknown;
    for (int row = 0; row < rows.count(); ++row) unknown.push_back(static_cast<CollectionNo>(rows.integer(row, 0)));
    return unknown;
}

std::vector<Record> PgGrid::read(std::span<const RecordKey> keys) {
    std::map<CollectionNo, PgArray> wanted;
    std::unordered_map<RecordKey, std::size_t, RecordKeyHash> places;
    std::vector<Record> records;
    records.reserve(keys.size());
    for (const RecordKey& key : keys) {
        if (places.emplace(key, records.size()).second)
            wanted.try_emplace(key.collection, PgType::uuid).first->second.add(key.record);
        records.emplace_back(key.collection, key.record);
    }
    for (const auto& [collection, ids] : wanted) {
        const PgRecordTable& table = tableOf(collection);
        const PgRows rows = connection_.run(table.selectSome(), PgParameters::of(grid_, ids), table.use());
        for (int row = 0; row < rows.count(); ++row) {
            Record record = table.read(rows, row);
            Record& place = records[places.at({collection, record.id()})];
            place = std::move(record);
        }
    }
    if (places.size() == keys.size()) return records;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (const std::size_t first = places.at(keys[i]); first != i) records[i] = records[first];
    }
    return records;
}

std::vector<Record> PgGrid::find(const Collection& collection, FieldNo field, const Value& value) {
    const PgRecordTable& table = tableOf(collection.number());
    const Field& wanted = *collection.find(field);
    if (!PgRecordTable::fits(wanted, value)) return {};
    PgParameters parameters = PgParameters::of(grid_);
    switch (value.kind()) {
        case Value::Kind::nothing: return {};
        case Value::Kind::integer: parameters.add(value.integer()); break;
        case Value::Kind::real: parameters.add(value.real()); break;
        case Value::Kind::text: parameters.add(std::string_view(value.text())); break;
        case Value::Kind::id: parameters.add(value.id()); break;
    }
    const PgRows rows = connection_.run(table.selectWhere(wanted), parameters);
    std::vector<Record> found;
    for (int row = 0; row < rows.count(); ++row) found.push_back(table.read(rows, row));
    return found;
}

PgRows PgGrid::pageOf(const PgRecordTable& table, const RecordId& from, std::uint64_t most) {
    return connection_.run(table.selectPage(), PgParameters::of(grid_, from, most), table.use());
}

std::vector<Record> PgGrid::page(CollectionNo collection, const RecordId& from, std::size_t most) {
    const PgRecordTable& table = tableOf(collection);
    const PgRows rows = pageOf(table, from, most);
    std::vector<Record> page;
    for (int row = 0; row < rows.count(); ++row) page.push_back(table.read(rows, row));
    return page;
}

void PgGrid::forEachRecord(const std::function<void(Record&&)>& visit) {
    std::vector<const PgRecordTable*> tables;
    for (const PgRecordTable& table : tables_.all()) tables.push_back(&table);
    for (const CollectionNo collection : unknownCollections()) tables.push_back(&tableOf(collection));
    for (const PgRecordTable* table : tables) {
        RecordId next;
        for (bool last = false; !last;) {
            // One more than a page: the next page begins with it.
            const PgRows rows = pageOf(*table, next, kPage + 1);
            last = rows.count() <= static_cast<int>(kPage);
            const int count = last ? rows.count() : static_cast<int>(kPage);
            for (int row = 0; row < count; ++row) visit(table->read(rows, row));
            if (!last) next = table->read(rows, count).id();
        }
    }
}

void PgGrid::insert(CollectionNo collection, std::span<const Record* const> records) {
    const PgRecordTable& table = tableOf(collection);
    put(table, table.insert(), records);
}

void PgGrid::replace(CollectionNo collection, std::span<const Record* const> records) {
    const PgRecordTable& table = tableOf(collection);
    put(table, table.put(), records);
}

void PgGrid::put(const PgRecordTable& table, const std::string& statement, std::span<const Record* const> records) {
    while (!records.empty()) {
        const auto batch = records.first(std::min(records.size(), kWriteBatch));
        connection_.queue(statement, table.rowsOf(grid_, batch), table.use());
        records = records.subspan(batch.size());
    }
}

void PgGrid::erase(CollectionNo collection, std::span<const RecordId> records) {
    const PgRecordTable& table = tableOf(collection);
    PgArray ids(PgType::uuid);
    for (const RecordId& record : records) ids.add(record);
    connection_.queue(table.erase(), PgParameters::of(grid_, ids), table.use());
}

}  // namespace qiaomen
