// SPDX-License-Identifier: Apache-2.0
#include "shared/sqlite/record_tables.h"

#include <algorithm>
#include <cmath>

#include "shared/sqlite/row_codec.h"

namespace qiaomen {

namespace {

constexpr std::string_view kUnknownPrefix = "collection_";

Value::Kind columnKind(FieldType type) {
    switch (type) {
        case FieldType::integer:
        case FieldType::boolean:
        case FieldType::instant: return Value::Kind::integer;
        case FieldType::real: return Value::Kind::real;
        case FieldType::reference: return Value::Kind::id;
        default: return Value::Kind::text;
    }
}

const char* columnType(FieldType type) {
    switch (columnKind(type)) {
        case Value::Kind::integer: return "INTEGER";
        case Value::Kind::real: return "REAL";
        case Value::Kind::id: return "BLOB";
        default: return "TEXT";
    }
}

/// True when the column gives back exactly this value: another kind, and the reals that SQLite would alter, go to `_extra`.
bool fits(const Field& field, const Value& value) {
    if (value.kind() != columnKind(field.type)) return false;
    return value.kind() != Value::Kind::real ||
           !(std::isnan(value.real()) || (value.real() == 0 && std::signbit(value.real())));
}

std::string inQuotes(std::string_view name) { return '"' + std::string(name) + '"'; }

std::string unknownName(CollectionNo collection) {
    return std::string(kUnknownPrefix) + std::to_string(static_cast<unsigned>(collection));
}

constexpr const char*
    kOwnColumns = "_time INTEGER, _device INTEGER, _own BLOB, _removal BLOB, _extra BLOB, _gone INTEGER NOT NULL";

}  // namespace

/// A table as the statements need it. The columns of every SELECT: the fields in the description's order, then id, _time,
/// _device, _own, _removal, _extra.
struct RecordTables::Table {
    CollectionNo number{};
    const Collection* collection = nullptr;  ///< null when unknown to this program
    std::string name;                        ///< quoted
    std::vector<const Field*> fields;        ///< by column
    std::vector<int> byNumber;               ///< columns in the order of the fields' numbers
    std::string select;                      ///< SELECT … FROM …
    std::string selectOne;
    std::string insert;
    std::optional<RecordId> bound;  ///< no id here is greater; none until somebody asked

    Table(CollectionNo collectionNumber, const Collection* known)
        : number(collectionNumber),
          collection(known),
          name(inQuotes(known ? std::string(known->name()) : unknownName(number))) {
        std::string columns;
        std::string places;
        if (known) {
            for (const Field& field : known->fields()) {
                byNumber.push_back(static_cast<int>(fields.size()));
                fields.push_back(&field);
                columns += inQuotes(field.name) + ',';
                places += "?,";
            }
        }
        std::ranges::sort(byNumber, {}, [&](int column) { return fields[static_cast<std::size_t>(column)]->number; });
        select = "SELECT " + columns + "id,_time,_device,_own,_removal,_extra FROM " + name;
        selectOne = select + " WHERE id = ?";
        insert = "INSERT INTO " + name + '(' + columns + "id,_time,_device,_own,_removal,_extra,_gone) VALUES(" +
                 places + "?,?,?,?,?,?,?)";
    }

    [[nodiscard]] int columns() const { return static_cast<int>(fields.size()); }
    /// The fields of a record that have no column here.
    [[nodiscard]] std::vector<FieldValue> extraOf(const Record& record) const {
        std::vector<FieldValue> extra;
        for (const FieldValue& field : record.fields()) {
            const Field* known = collection ? collection->find(field.field) : nullptr;
            if (!known || !fits(*known, field.value)) extra.push_back(field);
        }
        return extra;
    }
};

RecordTables::RecordTables(Database& database, Collections collections)
    : database_(database), collections_(collections), devices_(database) {
    if (!database.isReadOnly()) prepareSchema();
    for (const Collection* collection : collections) {
        tables_.emplace(static_cast<std::uint16_t>(collection->number()),
                        std::make_unique<Table>(collection->number(), collection));
    }
    database_.join(*this);
}

RecordTables::~RecordTables() { database_.leave(*this); }

// --- Schema -----------------------------------------------------------------------------------------------------------

void RecordTables::prepareSchema() {
    Transaction transaction(database_);
    database_.run(
        "CREATE TABLE IF NOT EXISTS _device(number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE) STRICT;"
        "CREATE TABLE IF NOT EXISTS _digest(id INTEGER PRIMARY KEY CHECK(id = 1), bytes BLOB NOT NULL) STRICT");
    for (const Collection* collection : collections_) {
        std::vector<std::string> columns;
        {
            Statement info = database_.prepare("SELECT name FROM pragma_table_info(?)");
            info.with(collection->name());
            while (info.step()) columns.emplace_back(info.text(0));
        }
        if (columns.empty()) {
            makeTable(*collection);
        } else {
            extendTable(*collection, columns);
        }
        makeIndexes(*collection);
        if (tableExists(unknownName(collection->number()))) adoptUnknown(*collection);
    }
    transaction.commit();
}

void RecordTables::makeTable(const Collection& collection) {
    std::string sql = "CREATE TABLE " + inQuotes(collection.name()) + "(id BLOB PRIMARY KEY NOT NULL, ";
    for (const Field& field : collection.fields()) sql += inQuotes(field.name) + ' ' + columnType(field.type) + ", ";
    database_.run(sql + kOwnColumns + ") STRICT, WITHOUT ROWID");
}

void RecordTables::makeIndexes(const Collection& collection) {
    for (const Field& field : collection.fields()) {
        if (!field.indexed) continue;
        database_.run("CREATE INDEX IF NOT EXISTS " +
                      inQuotes('_' + std::string(collection.name()) + '_' + std::string(field.name)) + " ON " +
                      inQuotes(collection.name()) + '(' + inQuotes(field.name) + ") WHERE " + inQuotes(field.name) +
                      " IS NOT NULL");
    }
}

void RecordTables::extendTable(const Collection& collection, const std::vector<std::string>& columns) {
    for (const std::string& column : columns) {
        if (column == "id" || column.starts_with('_') || collection.find(column)) continue;
        throw StoreError(Fault::outdated, database_.name() + " was written by a newer version of this program: it has " +
                                              std::string(collection.name()) + "." + column);
    }
    bool extended = false;
    for (const Field& field : collection.fields()) {
        if (std::ranges::find(columns, field.name) != columns.end()) continue;
        database_.run("ALTER TABLE " + inQuotes(collection.name()) + " ADD COLUMN " + inQuotes(field.name) + ' ' +
                      columnType(field.type));
        extended = true;
    }
    if (!extended) return;
    // Values of the new columns may have come before the program that knows them: they wait in _extra.
    Table table(collection.number(), &collection);
    std::vector<Record> waiting;
    {
        Statement rows = database_.prepare(table.select + " WHERE _extra IS NOT NULL");
        while (rows.step()) waiting.push_back(readRow(table, rows));
    }
    for (const Record& record : waiting) {
        erase(table, record.id());
        insert(table, record);
    }
}

void RecordTables::adoptUnknown(const Collection& collection) {
    const Table unknown(collection.number(), nullptr);
    Table known(collection.number(), &collection);
    {
        Statement rows = database_.prepare(unknown.select);
        while (rows.step()) insert(known, readRow(unknown, rows));
    }
    database_.run("DROP TABLE " + unknown.name);
}

bool RecordTables::tableExists(std::string_view name) {
    return database_.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").with(name).step();
}

RecordTables::Table* RecordTables::existingTable(CollectionNo collection) {
    const auto known = tables_.find(static_cast<std::uint16_t>(collection));
    if (known != tables_.end()) return known->second.get();
    if (!tableExists(unknownName(collection))) return nullptr;
    auto table = std::make_unique<Table>(collection, nullptr);
    return tables_.emplace(static_cast<std::uint16_t>(collection), std::move(table)).first->second.get();
}

RecordTables::Table& RecordTables::tableOf(CollectionNo collection) {
    if (Table* table = existingTable(collection)) return *table;
    database_.run("CREATE TABLE " + inQuotes(unknownName(collection)) + "(id BLOB PRIMARY KEY NOT NULL, " +
                  kOwnColumns + ") STRICT, WITHOUT ROWID");
    return *existingTable(collection);
}

std::vector<CollectionNo> RecordTables::storedCollections() {
    std::vector<CollectionNo> stored;
    for (const Collection* collection : collections_) stored.push_back(collection->number());
    Statement names = database_.prepare(
        "SELECT CAST(substr(name, 12) AS INTEGER) FROM sqlite_master "
        "WHERE type = 'table' AND name GLOB 'collection_[0-9]*' ORDER BY 1");
    while (names.step()) stored.push_back(static_cast<CollectionNo>(names.integer(0)));
    return stored;
}

// --- Reading ----------------------------------------------------------------------------------------------------------

Record RecordTables::readRow(const Table& table, const Statement& row) {
    const int own = table.columns();  // the first column after the fields: id
    const auto rowTime = static_cast<LogicalTime>(row.integer(own + 1));
    std::vector<FieldValue> fields;
    fields.reserve(table.fields.size());
    for (const int column : table.byNumber) {
        if (!row.isNull(column))
            fields.push_back({table.fields[static_cast<std::size_t>(column)]->no(), row.value(column)});
    }
    if (!row.isNull(own + 5)) {
        for (FieldValue& extra : decodeExtra(row.blob(own + 5))) fields.push_back(std::move(extra));
        std::ranges::sort(fields, {}, &FieldValue::field);
    }
    Stamp stamp;
    if (rowTime != LogicalTime::none) stamp = {rowTime, devices_.deviceOf(row.integer(own + 2))};
    std::vector<Stamps::Own> ownStamps;
    if (!row.isNull(own + 3)) ownStamps = decodeOwn(row.blob(own + 3), rowTime, devices_);
    std::optional<Removal> removal;
    if (!row.isNull(own + 4)) removal = decodeRemoval(row.blob(own + 4), devices_);

    Record record(table.number, row.id<struct RecordKind>(own));
    record.restore(std::move(fields), {stamp, std::move(ownStamps)}, std::move(removal));
    return record;
}

/// Ids sort by the time of their making, so a new record's mostly comes after all that are here, and there is nothing to look
/// for. Known to the one connection that writes, whose every insert raises the bound.
bool RecordTables::isBeyond(Table& table, const RecordId& id) {
    if (database_.isReadOnly()) return false;
    if (!table.bound) {
        Statement last = database_.prepare("SELECT max(id) FROM " + table.name);
        last.step();
        table.bound = last.id<struct RecordKind>(0);
    }
    return id > *table.bound;
}

Record RecordTables::read(CollectionNo collection, const RecordId& id) {
    Table* table = existingTable(collection);
    if (!table || isBeyond(*table, id)) return {collection, id};
    Statement row = database_.prepare(table->selectOne);
    return row.with(id).step() ? readRow(*table, row) : Record(collection, id);
}

std::vector<Record> RecordTables::find(const Collection& collection, FieldNo field, const Value& value) {
    const Table& table = *existingTable(collection.number());
    Statement rows = database_.prepare(table.select + " WHERE " + inQuotes(collection.find(field)->name) +
                                       " = ? AND _gone = 0 ORDER BY id");
    rows.bind(1, value);
    std::vector<Record> found;
    while (rows.step()) found.push_back(readRow(table, rows));
    return found;
}

std::vector<Record> RecordTables::page(CollectionNo collection, const RecordId& from, std::size_t most) {
    std::vector<Record> page;
    const Table* table = existingTable(collection);
    if (!table) return page;
    Statement rows = database_.prepare(table->select + " WHERE id >= ? ORDER BY id LIMIT ?");
    rows.with(from, std::uint64_t{most});
    while (rows.step()) page.push_back(readRow(*table, rows));
    return page;
}

void RecordTables::forEach(CollectionNo collection, const std::function<void(Record&&)>& visit) {
    const Table* table = existingTable(collection);
    if (!table) return;
    Statement rows = database_.prepare(table->select + " ORDER BY id");
    while (rows.step()) visit(readRow(*table, rows));
}

void RecordTables::forEach(const std::function<void(Record&&)>& visit) {
    for (const CollectionNo collection : storedCollections()) forEach(collection, visit);
}

std::uint64_t RecordTables::count() {
    std::int64_t sum = 0;
    for (const CollectionNo collection : storedCollections()) {
        if (const Table* table = existingTable(collection))
            sum += database_.number("SELECT count(*) FROM " + table->name);
    }
    return static_cast<std::uint64_t>(sum);
}

// --- Writing ----------------------------------------------------------------------------------------------------------

namespace {

/// Binds optional bytes: empty means NULL.
void bindBytes(Statement& statement, int at, const std::string& bytes) {
    if (bytes.empty()) {
        statement.bindNull(at);
    } else {
        statement.bindBlob(at, bytes);
    }
}

void bindField(Statement& statement, int at, const Field& field, const Value& value) {
    if (fits(field, value)) {
        statement.bind(at, value);
    } else {
        statement.bindNull(at);
    }
}

}  // namespace

void RecordTables::insert(Table& table, const Record& record) {
    const Stamps& stamps = record.stamps();
    const std::string own = encodeOwn(stamps.own(), stamps.row().time, devices_);
    const std::string removal = record.removal() ? encodeRemoval(*record.removal(), devices_) : std::string();
    const std::string extra = encodeExtra(table.extraOf(record));
    const RecordId id = record.id();
    if (table.bound) table.bound = std::max(*table.bound, id);

    Statement statement = database_.prepare(table.insert);
    int at = 0;
    for (const Field* field : table.fields) bindField(statement, ++at, *field, record.get(field->no()));
    statement.bind(++at, id);
    statement.bind(++at, static_cast<std::uint64_t>(stamps.row().time));
    statement.bind(++at, stamps.row().isNone() ? 0 : devices_.numberOf(stamps.row().device));
    bindBytes(statement, ++at, own);
    bindBytes(statement, ++at, removal);
    bindBytes(statement, ++at, extra);
    statement.bind(++at, record.isVisible() ? 0 : 1);
    statement.run();
}

void RecordTables::update(const Table& table, const Record& before, const Record& after) {
    std::vector<const Field*> changed;
    std::string sql = "UPDATE " + table.name + " SET ";
    for (const Field* field : table.fields) {
        if (before.get(field->no()) == after.get(field->no())) continue;
        changed.push_back(field);
        sql += inQuotes(field->name) + "=?,";
    }
    sql += "_time=?,_device=?,_own=?,_removal=?,_extra=?,_gone=? WHERE id=?";

    const Stamps& stamps = after.stamps();
    const std::string own = encodeOwn(stamps.own(), stamps.row().time, devices_);
    const std::string removal = after.removal() ? encodeRemoval(*after.removal(), devices_) : std::string();
    const std::string extra = encodeExtra(table.extraOf(after));
    const RecordId id = after.id();

    Statement statement = database_.prepare(sql);
    int at = 0;
    for (const Field* field : changed) bindField(statement, ++at, *field, after.get(field->no()));
    statement.bind(++at, static_cast<std::uint64_t>(stamps.row().time));
    statement.bind(++at, stamps.row().isNone() ? 0 : devices_.numberOf(stamps.row().device));
    bindBytes(statement, ++at, own);
    bindBytes(statement, ++at, removal);
    bindBytes(statement, ++at, extra);
    statement.bind(++at, after.isVisible() ? 0 : 1);
    statement.bind(++at, id);
    statement.run();
}

void RecordTables::erase(const Table& table, const RecordId& id) {
    database_.prepare("DELETE FROM " + table.name + " WHERE id = ?").with(id).run();
}

void RecordTables::write(const Record& before, const Record& after) {
    if (before.isNew() && after.isNew()) return;
    Table& table = tableOf(after.collection());
    Digest& sum = currentDigest();
    if (before.isNew()) {
        insert(table, after);
    } else if (after.isNew()) {
        erase(table, after.id());
    } else {
        update(table, before, after);
    }
    if (!before.isNew()) sum.remove(before);
    if (!after.isNew()) sum.add(after);
    digestChanged_ = true;
}

Digest& RecordTables::currentDigest() {
    // A reader's transactions see another state each time; only a writer knows of every change.
    if (digest_ && !database_.isReadOnly()) return *digest_;
    Statement stored = database_.prepare("SELECT bytes FROM _digest WHERE id = 1");
    if (!stored.step()) return digest_.emplace();
    auto digest = Digest::decode(stored.blob(0));
    if (!digest) throw StoreError(Fault::broken, database_.name() + ": the digest is damaged");
    return digest_.emplace(*digest);
}

void RecordTables::beforeCommit() {
    if (!digestChanged_) return;
    const std::string bytes = digest_->encode();
    database_
        .prepare("INSERT INTO _digest(id, bytes) VALUES(1, ?) ON CONFLICT(id) DO UPDATE SET bytes = excluded.bytes")
        .bindBlob(1, bytes)
        .run();
    digestChanged_ = false;
}

void RecordTables::afterRollback() {
    devices_.forget();
    digest_.reset();
    digestChanged_ = false;
    // Tables of unknown collections made in the transaction are gone again.
    std::erase_if(tables_, [](const auto& entry) { return !entry.second->collection; });
}

}  // namespace qiaomen
