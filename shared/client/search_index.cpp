// SPDX-License-Identifier: Apache-2.0
#include "shared/client/search_index.h"

#include <algorithm>
#include <array>
#include <set>

#include "shared/client/search_text.h"
#include "shared/domain/door_order.h"
#include "shared/sqlite/record_tables.h"

namespace qiaomen {

namespace {

/// More than a grid's people and doors: everything that fits is ranked, not a chance selection of it.
constexpr int kMaxCandidates = 4'000;

struct Candidate {
    RecordId record;
    RecordId household;
    std::string title;
    std::string subtitle;
    int distance = 0;  ///< 0 the whole name, 1 its beginning, 2 somewhere
};

using ByKind = std::array<std::vector<Candidate>, 6>;

std::size_t indexOf(SearchHit::Kind kind) { return static_cast<std::size_t>(kind); }

/// `keys` are the pinyin words of the title: the first two are the whole and its initials.
int distanceOf(const std::string& typed, std::string_view title, std::string_view keys) {
    if (title == typed) return 0;
    const std::size_t whole = keys.find(' ');
    const std::string_view initials = whole == std::string_view::npos
                                          ? std::string_view()
                                          : keys.substr(whole + 1, keys.find(' ', whole + 1) - whole - 1);
    if (!keys.empty() && (keys.substr(0, whole) == typed || initials == typed)) return 0;
    if (title.starts_with(typed) || keys.starts_with(typed) || initials.starts_with(typed)) return 1;
    return 2;
}

void rank(std::vector<Candidate>& candidates) {
    std::ranges::sort(candidates, [](const Candidate& left, const Candidate& right) {
        return std::tie(left.distance, left.title, left.record) < std::tie(right.distance, right.title, right.record);
    });
}

}  // namespace

std::string_view SearchIndex::schema() {
    return R"(
        CREATE VIRTUAL TABLE _search USING fts5(
            name, pinyin, number, place, words,
            content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
        );
        CREATE TABLE _search_entry(           -- what a hit shows, by the row of _search
            row INTEGER PRIMARY KEY,
            record BLOB NOT NULL UNIQUE,
            kind INTEGER NOT NULL,            -- SearchHit::Kind
            household BLOB,
            title TEXT NOT NULL, subtitle TEXT NOT NULL,
            keys TEXT NOT NULL                -- the title's pinyin, for ranking
        ) STRICT;
    )";
}

SearchIndex::SearchIndex(Database& database) : database_(database), pinyin_(std::make_unique<Pinyin>()) {}
SearchIndex::~SearchIndex() = default;

void SearchIndex::catchUp(RecordTables& tables) {
    std::vector<RecordId> missing;
    Statement ids = database_.prepare(
        "SELECT id FROM door_order WHERE _gone = 0 AND id NOT IN (SELECT record FROM _search_entry)");
    while (ids.step()) missing.push_back(ids.id<struct RecordKind>(0));
    if (missing.empty()) return;
    Transaction transaction(database_);
    for (const RecordId& id : missing) update(Record(doorOrder.number(), id), tables.read(doorOrder.number(), id));
    transaction.commit();
}

void SearchIndex::update(const Record& before, const Record& after) {
    const auto document = searchDocument(after, *pinyin_);
    if (!document && before.isNew()) return;
    const auto old = searchDocument(before, *pinyin_);
    if (document == old) return;
    std::int64_t row = 0;
    if (old) row = remove(before.id());
    if (document) insert(after.id(), *document, row);
}

std::int64_t SearchIndex::remove(const RecordId& record) {
    Statement find = database_.prepare("SELECT row FROM _search_entry WHERE record = ?");
    if (!find.with(record).step()) return 0;
    const std::int64_t row = find.integer(0);
    database_.prepare("DELETE FROM _search WHERE rowid = ?").with(row).run();
    database_.prepare("DELETE FROM _search_entry WHERE row = ?").with(row).run();
    return row;
}

void SearchIndex::insert(const RecordId& record, const SearchDocument& document, std::int64_t row) {
    Statement entry = database_.prepare(
        "INSERT INTO _search_entry(row, record, kind, household, title, subtitle, keys) "
        "VALUES(?, ?, ?, ?, ?, ?, ?)");
    entry.with(row, record, static_cast<int>(document.kind), document.household, document.title, document.subtitle,
               document.pinyin);
    if (row == 0) entry.bindNull(1);
    entry.run();
    if (row == 0) row = database_.lastRowId();
    database_.prepare("INSERT INTO _search(rowid, name, pinyin, number, place, words) VALUES(?, ?, ?, ?, ?, ?)")
        .with(row, document.name, document.pinyin, document.number, document.place, document.words)
        .run();
}

namespace {

ByKind candidatesFor(Database& database, std::string_view typed) {
    ByKind found;
    const std::string expression = searchExpression(typed);
    if (expression.empty()) return found;
    const std::string form = searchForm(typed);
    Statement rows = database.prepare(
        "SELECT record, kind, household, title, subtitle, keys FROM _search_entry "
        "WHERE row IN (SELECT rowid FROM _search WHERE _search MATCH ? LIMIT ?)");
    rows.with(expression, kMaxCandidates);
    while (rows.step()) {
        const auto kind = static_cast<std::size_t>(rows.integer(1));
        if (kind >= found.size()) continue;
        found[kind].push_back({rows.id<struct RecordKind>(0), rows.id<struct RecordKind>(2), std::string(rows.text(3)),
                               std::string(rows.text(4)), distanceOf(form, rows.text(3), rows.text(5))});
    }
    return found;
}

/// Whoever looks for a person or a door often wants the household: those of the first hits are hits, too.
void addHouseholds(Database& database, ByKind& found, std::size_t limit) {
    std::vector<Candidate>& households = found[indexOf(SearchHit::Kind::household)];
    std::set<RecordId> have;
    for (const Candidate& household : households) have.insert(household.record);
    const auto add = [&](const RecordId& id, int distance) {
        if (id.isNone() || households.size() >= limit || !have.insert(id).second) return;
        Statement head = database.prepare("SELECT head_name FROM household WHERE id = ? AND _gone = 0");
        if (head.with(id).step()) households.push_back({id, id, std::string(head.text(0)), {}, distance});
    };
    for (const Candidate& person : found[indexOf(SearchHit::Kind::person)]) add(person.household, person.distance);
    for (Candidate& dwelling : found[indexOf(SearchHit::Kind::dwelling)]) {
        Statement behind = database.prepare(
            "SELECT id FROM household WHERE dwelling = ? AND _gone = 0 ORDER BY moved_out IS NOT NULL, id");
        if (!behind.with(dwelling.record).step()) continue;
        dwelling.household = behind.id<struct RecordKind>(0);
        add(dwelling.household, dwelling.distance);
    }
}

std::string addressOf(Database& database, const RecordId& household) {
    Statement row = database.prepare(
        "SELECT d.address FROM household h JOIN dwelling d ON d.id = h.dwelling WHERE h.id = ?");
    return row.with(household).step() ? std::string(row.text(0)) : std::string();
}

std::string headAndAddressOf(Database& database, const RecordId& household) {
    Statement row = database.prepare("SELECT head_name FROM household WHERE id = ?");
    const std::string head = row.with(household).step() ? std::string(row.text(0)) : std::string();
    const std::string address = addressOf(database, household);
    return head + (head.empty() || address.empty() ? "" : " · ") + address;
}

}  // namespace

std::vector<SearchHit> SearchIndex::search(std::string_view text, std::size_t limit) {
    ByKind found = candidatesFor(database_, text);
    for (std::vector<Candidate>& candidates : found) {
        rank(candidates);
        if (candidates.size() > limit) candidates.resize(limit);
    }
    addHouseholds(database_, found, limit);
    std::vector<SearchHit> hits;
    for (std::size_t kind = 0; kind < found.size(); ++kind) {
        for (Candidate& candidate : found[kind]) {
            SearchHit hit{static_cast<SearchHit::Kind>(kind), candidate.record, candidate.household,
                          std::move(candidate.title), std::move(candidate.subtitle)};
            const bool atHome = hit.kind == SearchHit::Kind::person || hit.kind == SearchHit::Kind::household;
            if (atHome) hit.subtitle = addressOf(database_, hit.household);
            if (hit.kind == SearchHit::Kind::order) {
                hit.code = std::move(hit.subtitle);
                hit.subtitle = headAndAddressOf(database_, hit.household);
            }
            hits.push_back(std::move(hit));
        }
    }
    return hits;
}

}  // namespace qiaomen
