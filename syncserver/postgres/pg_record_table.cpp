// SPDX-License-Identifier: Apache-2.0
#include "syncserver/postgres/pg_record_table.h"

#include <unicode/utf8.h>

#include <algorithm>

#include "shared/sqlite/row_codec.h"
#include "syncserver/postgres/stamp_codec.h"

namespace qiaomen {

namespace {

/// PostgreSQL's B-tree takes keys up to 2,704 bytes; the grid's id and the headers need some of it.
constexpr std::size_t kLongestKey = 2'000;

constexpr std::string_view kOwnColumns = "_time,_device,_own,_removal,_extra";
constexpr std::string_view kOwnTypes =
    "_time bigint NOT NULL, _device uuid, _own bytea, _removal bytea, _extra bytea, _gone smallint NOT NULL";
constexpr PgType kOwnArrays[] = {PgType::bigint, PgType::uuid,  PgType::bytea,
                                 PgType::bytea,  PgType::bytea, PgType::bigint};

struct ColumnType {
    Value::Kind kind;
    PgType type;
    std::string_view sql;
};

ColumnType columnOf(FieldType type) {
    switch (type) {
        case FieldType::integer:
        case FieldType::boolean:
        case FieldType::instant: return {Value::Kind::integer, PgType::bigint, "bigint"};
        case FieldType::real: return {Value::Kind::real, PgType::real, "double precision"};
        case FieldType::reference: return {Value::Kind::id, PgType::uuid, "uuid"};
        default: return {Value::Kind::text, PgType::text, "text COLLATE \"C\""};
    }
}

std::string_view arrayName(PgType type) {
    switch (type) {
        case PgType::bytea: return "bytea[]";
        case PgType::bigint: return "bigint[]";
        case PgType::text: return "text[]";
        case PgType::real: return "float8[]";
        case PgType::uuid: return "uuid[]";
    }
    return "bytea[]";
}

/// What a text column holds: well-formed UTF-8 without U+0000.
bool isStorable(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        UChar32 point = 0;
        U8_NEXT(bytes, at, size, point);
        if (point <= 0) return false;
    }
    return true;
}

void addValue(PgArray& column, const Field& field, const Value& value) {
    if (!PgRecordTable::fits(field, value)) return column.addNull();
    switch (value.kind()) {
        case Value::Kind::nothing: return column.addNull();
        case Value::Kind::integer: return column.add(value.integer());
        case Value::Kind::real: return column.add(value.real());
        case Value::Kind::text: return column.add(std::string_view(value.text()));
        case Value::Kind::id: return column.add(value.id());
    }
}

Value valueOf(const Field& field, const PgRows& rows, int row, int column) {
    switch (columnOf(field.type).kind) {
        case Value::Kind::integer: return rows.integer(row, column);
        case Value::Kind::real: return rows.real(row, column);
        case Value::Kind::id: return rows.id<struct RecordKind>(row, column);
        default: return rows.bytes(row, column);
    }
}

}  // namespace

PgRecordTable::PgRecordTable(CollectionNo number, const Collection* collection)
    : number_(number), collection_(collection), name_(collection ? inQuotes(collection->name()) : "_record") {
    const std::string numberText = std::to_string(static_cast<unsigned>(number));
    std::string fieldColumns;
    std::string updates;
    std::string arrays = "$2::uuid[]";
    int parameter = 2;
    const auto addArray = [&](PgType type) {
        arrays += ", $" + std::to_string(++parameter) + "::" + std::string(arrayName(type));
    };
    if (collection) {
        for (const Field& field : collection->fields()) {
            byNumber_.push_back(static_cast<int>(fields_.size()));
            fields_.push_back(&field);
            fieldColumns += inQuotes(field.name) + ',';
            updates += inQuotes(field.name) + "=excluded." + inQuotes(field.name) + ',';
            addArray(columnOf(field.type).type);
        }
    }
    for (const PgType type : kOwnArrays) addArray(type);
    std::ranges::sort(byNumber_, {}, [&](int column) { return fields_[static_cast<std::size_t>(column)]->number; });

    select_ = "SELECT " + fieldColumns + "id," + std::string(kOwnColumns) + " FROM " + name_ + " WHERE grid_id = $1" +
              (collection ? "" : " AND collection = " + numberText);
    selectSome_ = select_ + " AND id = ANY($2::uuid[])";
    selectPage_ = select_ + " AND id >= $2 ORDER BY id LIMIT $3";
    insert_ = "INSERT INTO " + name_ + "(grid_id," + (collection ? "" : "collection,") + "id," + fieldColumns +
              std::string(kOwnColumns) + ",_gone) SELECT $1::uuid," + (collection ? "" : numberText + ",") +
              "* FROM unnest(" + arrays + ")";
    put_ = insert_ + " ON CONFLICT (grid_id," + (collection ? "" : "collection,") + "id) DO UPDATE SET " + updates +
           "_time=excluded._time,_device=excluded._device,_own=excluded._own,_removal=excluded._removal,_extra="
           "excluded._extra,"
           "_gone=excluded._gone";
    erase_ = "DELETE FROM " + name_ + " WHERE grid_id = $1" + (collection ? "" : " AND collection = " + numberText) +
             " AND id = ANY($2::uuid[])";
}

std::string PgRecordTable::selectWhere(const Field& field) const {
    return select_ + " AND " + inQuotes(field.name) + " = $2 AND _gone = 0 ORDER BY id";
}

std::string PgRecordTable::selectWithExtra() const { return select_ + " AND _extra IS NOT NULL"; }

bool PgRecordTable::fits(const Field& field, const Value& value) {
    if (value.kind() != columnOf(field.type).kind) return false;
    if (value.kind() != Value::Kind::text) return true;
    return (!field.indexed || value.text().size() <= kLongestKey) && isStorable(value.text());
}

std::vector<FieldValue> PgRecordTable::extraOf(const Record& record) const {
    std::vector<FieldValue> extra;
    for (const FieldValue& field : record.fields()) {
        const Field* known = collection_ ? collection_->find(field.field) : nullptr;
        if (!known || !fits(*known, field.value)) extra.push_back(field);
    }
    return extra;
}

// --- Rows -------------------------------------------------------------------------------------------------------------

Record PgRecordTable::read(const PgRows& rows, int row) const {
    const int own = static_cast<int>(fields_.size());  // the first column after the fields: id
    std::vector<FieldValue> fields;
    fields.reserve(fields_.size());
    for (const int column : byNumber_) {
        if (rows.isNull(row, column)) continue;
        const Field& field = *fields_[static_cast<std::size_t>(column)];
        fields.push_back({field.no(), valueOf(field, rows, row, column)});
    }
    if (!rows.isNull(row, own + 5)) {
        for (FieldValue& extra : decodeExtra(rows.bytes(row, own + 5))) fields.push_back(std::move(extra));
        std::ranges::sort(fields, {}, &FieldValue::field);
    }
    const Stamp stamp{static_cast<LogicalTime>(rows.integer(row, own + 1)), rows.id<struct DeviceKind>(row, own + 2)};
    std::vector<Stamps::Own> ownStamps;
    if (!rows.isNull(row, own + 3)) ownStamps = decodeOwnStamps(rows.bytes(row, own + 3), stamp);
    std::optional<Removal> removal;
    if (!rows.isNull(row, own + 4)) removal = decodeStampedRemoval(rows.bytes(row, own + 4));

    Record record(number_, rows.id<struct RecordKind>(row, own));
    record.restore(std::move(fields), {stamp, std::move(ownStamps)}, std::move(removal));
    return record;
}

PgParameters PgRecordTable::rowsOf(const GridId& grid, std::span<const Record* const> records) const {
    PgArray ids(PgType::uuid);
    std::vector<PgArray> fields;
    for (const Field* field : fields_) fields.emplace_back(columnOf(field->type).type);
    std::vector<PgArray> own(std::begin(kOwnArrays), std::end(kOwnArrays));
    for (const Record* record : records) {
        const Stamps& stamps = record->stamps();
        ids.add(record->id());
        for (std::size_t column = 0; column < fields_.size(); ++column) {
            addValue(fields[column], *fields_[column], record->get(fields_[column]->no()));
        }
        own[0].add(static_cast<std::uint64_t>(stamps.row().time));
        if (stamps.row().isNone()) {
            own[1].addNull();
        } else {
            own[1].add(stamps.row().device);
        }
        own[2].addBytesOrNull(encodeOwnStamps(stamps.own(), stamps.row()));
        own[3].addBytesOrNull(record->removal() ? encodeStampedRemoval(*record->removal()) : std::string());
        own[4].addBytesOrNull(encodeExtra(extraOf(*record)));
        own[5].add(std::int64_t{record->isVisible() ? 0 : 1});
    }
    PgParameters parameters = PgParameters::of(grid, ids);
    for (const PgArray& column : fields) parameters.add(column);
    for (const PgArray& column : own) parameters.add(column);
    return parameters;
}

// --- Schema -----------------------------------------------------------------------------------------------------------

std::string PgRecordTable::create() const {
    std::string sql = "CREATE TABLE " + name_ + "(grid_id uuid NOT NULL, ";
    if (!collection_) sql += "collection integer NOT NULL, ";
    sql += "id uuid NOT NULL, ";
    for (const Field* field : fields_)
        sql += inQuotes(field->name) + ' ' + std::string(columnOf(field->type).sql) + ", ";
    return sql + std::string(kOwnTypes) + ", PRIMARY KEY (grid_id, " + (collection_ ? "" : "collection, ") + "id));";
}

std::string PgRecordTable::addColumn(const Field& field) const {
    return "ALTER TABLE " + name_ + " ADD COLUMN " + inQuotes(field.name) + ' ' +
           std::string(columnOf(field.type).sql) + ';';
}

std::string PgRecordTable::createIndexes() const {
    std::string sql;
    for (const Field* field : fields_) {
        if (!field->indexed) continue;
        sql += "CREATE INDEX IF NOT EXISTS " +
               inQuotes('_' + std::string(collection_->name()) + '_' + std::string(field->name)) + " ON " + name_ +
               "(grid_id, " + inQuotes(field->name) + ") WHERE " + inQuotes(field->name) + " IS NOT NULL;";
    }
    return sql;
}

PgRecordTables::PgRecordTables(Collections collections) {
    tables_.reserve(collections.size());
    for (const Collection* collection : collections) tables_.emplace_back(collection->number(), collection);
}

const PgRecordTable* PgRecordTables::find(CollectionNo number) const {
    const auto found = std::ranges::find(tables_, number, &PgRecordTable::number);
    return found != tables_.end() ? &*found : nullptr;
}

}  // namespace qiaomen
