// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "shared/core/record.h"
#include "syncserver/postgres/pg_connection.h"

namespace qiaomen {

/// One collection's table in PostgreSQL, as SQL texts and as the way between rows and records. The columns are those of the
/// record tables on SQLite (shared/sqlite/record_tables.h), so that one question serves both engines, with the grid in front:
///
///     visit(grid_id uuid, id uuid, household uuid, outcome text, …,   one typed column per field
///           _time bigint, _device uuid,                               stamp of the row
///           _own bytea, _removal bytea,                               grammar in stamp_codec.h
///           _extra bytea,                                             fields and values that have no column here
///           _gone smallint, PRIMARY KEY (grid_id, id))
///
/// Records of collections that this program does not know share the table `_record`, which has the collection's number in the
/// key and no columns for fields. Texts sort by their bytes, as on SQLite.
///
/// Immutable; shared freely between threads. The collection must outlive it.
class PgRecordTable {
public:
    PgRecordTable(CollectionNo number, const Collection* collection);

    [[nodiscard]] CollectionNo number() const { return number_; }
    [[nodiscard]] const Collection* collection() const { return collection_; }
    /// A table known to the program is asked often; collections that others invent must not fill the statement cache.
    [[nodiscard]] PgConnection::Use use() const {
        return collection_ ? PgConnection::Use::often : PgConnection::Use::once;
    }

    /// $1 grid.
    [[nodiscard]] const std::string& selectAll() const { return select_; }
    /// $1 grid, $2 ids.
    [[nodiscard]] const std::string& selectSome() const { return selectSome_; }
    /// $1 grid, $2 the first id, $3 how many: in order of ids.
    [[nodiscard]] const std::string& selectPage() const { return selectPage_; }
    /// $1 grid, $2 value: visible ones, in order of ids.
    [[nodiscard]] std::string selectWhere(const Field& field) const;
    /// $1 grid: those with anything in `_extra`.
    [[nodiscard]] std::string selectWithExtra() const;
    /// $1 grid, then what rowsOf() gives: for records that are not there. Fails when one is.
    [[nodiscard]] const std::string& insert() const { return insert_; }
    /// The same; replaces those that are there.
    [[nodiscard]] const std::string& put() const { return put_; }
    /// $1 grid, $2 ids.
    [[nodiscard]] const std::string& erase() const { return erase_; }

    /// The record in a row of any of the selects above.
    [[nodiscard]] Record read(const PgRows& rows, int row) const;
    /// The records as parameters of put(); each record at most once.
    [[nodiscard]] PgParameters rowsOf(const GridId& grid, std::span<const Record* const> records) const;

    /// The table with its columns and indexes, as statements for a new schema.
    [[nodiscard]] std::string create() const;
    [[nodiscard]] std::string addColumn(const Field& field) const;
    [[nodiscard]] std::string createIndexes() const;

    /// Whether the column gives back exactly this value; others go to `_extra`: another kind, a text that PostgreSQL refuses
    /// (U+0000, not UTF-8), one too long for an index.
    static bool fits(const Field& field, const Value& value);

private:
    [[nodiscard]] std::vector<FieldValue> extraOf(const Record& record) const;

    CollectionNo number_;
    const Collection* collection_;
    std::string name_;                  ///< quoted
    std::vector<const Field*> fields_;  ///< by column
    std::vector<int> byNumber_;         ///< columns in the order of the fields' numbers
    std::string select_, selectSome_, selectPage_, insert_, put_, erase_;
};

/// The tables of every collection that a program knows, in the order of their descriptions.
class PgRecordTables {
public:
    explicit PgRecordTables(Collections collections);

    [[nodiscard]] std::span<const PgRecordTable> all() const { return tables_; }
    /// Null when this program does not know the collection.
    [[nodiscard]] const PgRecordTable* find(CollectionNo number) const;

private:
    std::vector<PgRecordTable> tables_;
};

}  // namespace qiaomen
