// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/record.h"
#include "shared/sqlite/database.h"

namespace qiaomen {

/// One thing found. Title and subtitle are what a list shows; identifiers never stand in them.
struct SearchHit {
    enum class Kind : std::uint8_t { person, household, dwelling, need, hazard, order };

    Kind kind = Kind::person;
    RecordId record;        ///< the resident, household, dwelling, need, hazard or door order
    RecordId household;     ///< the household to open; none for a dwelling without one, or a hazard of a public place
    std::string title;      ///< the person's or head's name, the address, the need's text, what was ordered
    std::string subtitle;   ///< the address, the kind of the need or hazard (its code), who ordered and where
    std::string code = {};  ///< the catalogue item of an order

    bool operator==(const SearchHit&) const = default;
};

class Pinyin;
class RecordTables;
struct SearchDocument;

/// Finds people, doors, needs, hazards and door orders by what a worker types with one thumb. An FTS5 table beside the records, kept in
/// their transactions.
///
///     张 · 张伟 · 伟          names and texts, Chinese from one character on
///     zw · zhangw · wei      pinyin initials and full pinyin of names, from any syllable on (ICU; surnames read as surnames)
///     5678 · 138123          the last four digits of a phone or identity number, or the beginning of a phone
///     3-2-501 · 3栋2单元501   building, unit, room; or the beginning of it
///     锦绣 3-2                words are joined by "and"
///
/// Results come by kind (people, households, dwellings, needs, hazards, orders), each by how well it fits: whole names before
/// beginnings. Visits are not indexed: they are read in a household's timeline.
///
/// What it knows of each collection stands in one table in search_text.cpp.
class SearchIndex {
public:
    explicit SearchIndex(Database& database);
    ~SearchIndex();

    static std::string_view schema();

    /// Takes in the records of a collection that an earlier program did not search, in a transaction of its own; nothing is written
    /// where there are none.
    void catchUp(RecordTables& tables);
    /// Follows one written record; inside its transaction. Records of collections that are not searched cost nothing.
    void update(const Record& before, const Record& after);
    /// At most `limit` of each kind.
    [[nodiscard]] std::vector<SearchHit> search(std::string_view text, std::size_t limit);

private:
    std::int64_t remove(const RecordId& record);
    void insert(const RecordId& record, const SearchDocument& document, std::int64_t row);

    Database& database_;
    std::unique_ptr<Pinyin> pinyin_;
};

}  // namespace qiaomen
