// SPDX-License-Identifier: Apache-2.0
#include "shared/client/grid_reader.h"

#include <algorithm>
#include <iterator>
#include <sstream>

#include "shared/client/door_rows.h"
#include "shared/client/grid_queries.h"
#include "shared/client/grid_redirects.h"
#include "shared/client/household_questions.h"
#include "shared/client/work_facts.h"
#include "shared/domain/collections.h"
#include "shared/domain/contact_card.h"
#include "shared/domain/natural_order.h"

namespace qiaomen {

namespace {

/// All that is asked of visits by door and time is in this one index, so that no visit's row is read for a screen of doors.
constexpr const char* kVisitIndex =
    "CREATE INDEX IF NOT EXISTS _visit_of_door ON visit(household, occurred_at, outcome, confirmed, withdraws, id) "
    "WHERE _gone = 0";

/// The doors of one building or of one village group, without a look at any other. What they say must be word for word in the
/// queries, or SQLite does not see that they serve.
constexpr const char* kDoorIndexes[] = {
    "CREATE INDEX IF NOT EXISTS _door_of_building ON dwelling(building, coalesce(estate, '')) WHERE _gone = 0",
    "CREATE INDEX IF NOT EXISTS _door_of_group ON dwelling(coalesce(building, ''), coalesce(village_group, '')) "
    "WHERE _gone = 0"};

/// A filled-in "lived here to" comes last; the head first; then the eldest.
auto memberOrder(const Record& member) {
    return std::tuple(!member.text(resident.livesHereTo).empty(), member.text(resident.relation) != "0",
                      member.text(resident.birthDate), member.id());
}

/// What ended comes last; what expires first comes first, and what never does after it.
auto anchorOrder(const Record& one) {
    const std::string& expires = one.text(anchor.expires);
    return std::tuple(!one.text(anchor.ended).empty(), expires.empty(), expires, one.id());
}

std::vector<Record> readAll(RecordTables& tables, CollectionNo collection, Statement& ids) {
    std::vector<Record> records;
    while (ids.step()) records.push_back(tables.read(collection, ids.id<struct RecordKind>(0)));
    return records;
}

void append(std::vector<Record>& records, std::vector<Record> more) {
    std::ranges::move(more, std::back_inserter(records));
}

void latestFirst(std::vector<Record>& records, FieldNo when, std::size_t limit) {
    std::ranges::stable_sort(records, std::ranges::greater{}, [&](const Record& one) { return one.integer(when); });
    if (records.size() > limit) records.erase(records.begin() + static_cast<std::ptrdiff_t>(limit), records.end());
}

bool isOpenNeed(const Record& record) {
    const std::string& state = record.text(need.state);
    return state.empty() || state == "open" || state == "handling";
}

bool isOpenHazard(const Record& record) { return record.text(hazard.state) != "closed"; }

template <class IsOpen>
void openFirst(std::vector<Record>& records, FieldNo when, IsOpen&& isOpen) {
    std::ranges::sort(records, [&](const Record& left, const Record& right) {
        return std::tuple(!isOpen(left), -left.integer(when), left.id()) <
               std::tuple(!isOpen(right), -right.integer(when), right.id());
    });
}

}  // namespace

struct GridReader::Connection {
    const LocalStore& store;
    Database database;
    RecordTables tables;
    SearchIndex search;

    explicit Connection(const LocalStore& of)
        : store(of),
          database(of.file(), {.key = of.key(), .readOnly = true}),
          tables(database, of.collections()),
          search(database) {}

    std::vector<Record> records(CollectionNo collection, const std::string& sql) {
        Statement ids = database.prepare(sql);
        return readAll(tables, collection, ids);
    }
    std::vector<Record> visits(const RecordId& ofHousehold, std::int64_t beforeMs, std::size_t limit) {
        Statement ids = database.prepare(
            "SELECT id FROM visit WHERE household = ? AND _gone = 0 AND withdraws IS NOT 1 AND occurred_at < ? "
            "ORDER BY occurred_at DESC LIMIT ?");
        ids.with(ofHousehold, beforeMs, std::uint64_t{limit});
        return readAll(tables, visit.number(), ids);
    }
    std::vector<Record> corrections(const RecordId& ofHousehold) {
        Statement ids = database.prepare(
            "SELECT id FROM visit WHERE corrects IN (SELECT id FROM visit WHERE household = ? AND _gone = 0) "
            "AND _gone = 0 ORDER BY id");
        ids.with(ofHousehold);
        return readAll(tables, visit.number(), ids);
    }
    std::vector<Record> looks(const RecordId& ofHousehold, std::size_t limit) {
        Statement ids = database.prepare(
            "SELECT id FROM read_audit WHERE household = ? AND _gone = 0 ORDER BY read_at DESC, id LIMIT ?");
        ids.with(ofHousehold, std::uint64_t{limit});
        return readAll(tables, readAudit.number(), ids);
    }
    void addQuestions(HouseholdView& view, const std::vector<RecordId>& homes) {
        QuestionReader questions(database, tables);
        const WallClock now{store.nowMs()};
        view.answers = questions.answersOf(homes);
        view.answered = questions.questionsOf(view.answers);
        view.questionSets = questions.setsOn(now.day());
        const AskedHousehold asked{.household = &view.household,
                                   .dwelling = &view.dwelling,
                                   .members = view.members,
                                   .confirmed = confirmedBy(view.asked),
                                   .answers = view.answers};
        for (const QuestionSet& set : view.questionSets)
            std::ranges::move(posed(set, asked, now), std::back_inserter(view.questions));
    }
    std::vector<Record> exports(std::size_t limit) {
        Statement ids = database.prepare(
            "SELECT id FROM data_export WHERE _gone = 0 ORDER BY exported_at DESC, id LIMIT ?");
        ids.with(std::uint64_t{limit});
        return readAll(tables, dataExport.number(), ids);
    }
    void addMoves(HouseholdView& view, const RecordId& ofHousehold) {
        for (const FieldNo side : {householdMove.household, householdMove.other}) {
            for (Record& one : tables.find(householdMove, side, ofHousehold)) {
                auto& list = one.get(householdMove.withdraws) == Value(true) ? view.moveCorrections : view.moves;
                if (std::ranges::find(list, one.id(), &Record::id) == list.end()) list.push_back(std::move(one));
            }
        }
    }
    Record grid() {
        std::vector<Record> grids = records(qiaomen::grid.number(),
                                            "SELECT id FROM grid WHERE _gone = 0 ORDER BY id LIMIT 1");
        return grids.empty() ? Record(qiaomen::grid.number(), {}) : std::move(grids.front());
    }
    std::string newestCard() {
        std::string newest = contactCardVersion(grid());
        Statement rows = database.prepare(
            "SELECT DISTINCT card_version FROM household WHERE _gone = 0 AND card_version IS NOT NULL");
        while (rows.step()) {
            newest = newerCard(newest, std::string(rows.text(0)));
        }
        return newest;
    }
    std::vector<Record> photosOf(const RecordId& ofHazard) {
        return inOrder(photo, photo.hazard, photo.takenAt, ofHazard);
    }
    std::vector<Record> inOrder(const Collection& collection, FieldNo reference, FieldNo when, const RecordId& of) {
        std::vector<Record> records = tables.find(collection, reference, of);
        std::ranges::sort(records, {}, [&](const Record& one) { return std::pair(one.integer(when), one.id()); });
        return records;
    }
    DoorOrderView doorOrder(Record order) {
        DoorOrderView view{.order = std::move(order)};
        const RecordId id = view.order.id();
        view.steps = inOrder(orderStep, orderStep.order, orderStep.occurredAt, id);
        view.papers = inOrder(carriedPaper, carriedPaper.order, carriedPaper.takenAt, id);
        view.notices = inOrder(notice, notice.order, notice.givenAt, id);
        view.invitations = inOrder(evaluationInvitation, evaluationInvitation.order, evaluationInvitation.invitedAt, id);
        return view;
    }
    std::vector<Record> openConflictsAbout(const RecordId& record) {
        std::vector<Record> conflicts = tables.find(conflict, conflict.ofRecord, record);
        std::erase_if(conflicts, [](const Record& one) {
            const std::string& state = one.text(conflict.state);
            return (!state.empty() && state != "open") || one.text(conflict.grade) == "parallel";
        });
        return conflicts;
    }
};

void GridReader::makeIndexes(Database& database, Collections collections) {
    if (find(collections, visit.number()) != &visit) return;  // a program of other collections, as some tests are
    database.run(kVisitIndex);
    for (const char* index : kDoorIndexes) database.run(index);
}

GridReader::GridReader(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
GridReader::~GridReader() = default;

Result<std::unique_ptr<GridReader>> GridReader::open(LocalStore& store) {
    return guarded([&]() -> Result<std::unique_ptr<GridReader>> {
        return std::unique_ptr<GridReader>(new GridReader(std::make_unique<Connection>(store)));
    });
}

template <class Work>
auto GridReader::reading(Work&& work) -> decltype(work(std::declval<Connection&>())) {
    return guarded([&] {
        const std::lock_guard lock(mutex_);
        return work(*connection_);
    });
}

Result<std::vector<Door>> GridReader::allDoors() {
    return reading([](Connection& connection) -> Result<std::vector<Door>> {
        Statement rows = connection.database.prepare(doorQuery(""));
        return readDoors(rows, readRedirects(connection.database).households);
    });
}

Result<std::vector<Door>> GridReader::doors(const Place& place) {
    return reading([&](Connection& connection) -> Result<std::vector<Door>> {
        Statement rows = connection.database.prepare(
            place.village ? doorQuery(" AND coalesce(d.building, '') = '' AND coalesce(d.village_group, '') = ?1")
                          : doorQuery(" AND d.building = ?1 AND coalesce(d.estate, '') = ?2"));
        rows.bind(1, place.name);
        if (!place.village) rows.bind(2, place.estate);
        return readDoors(rows, readRedirects(connection.database).households);
    });
}

Result<std::vector<Place>> GridReader::places(std::int64_t sinceMs) {
    const auto doors = allDoors();
    if (!doors) return doors.error();
    return placesOf(*doors, sinceMs);
}

Result<HouseholdView> GridReader::household(const RecordId& asked, std::size_t maxVisits) {
    return reading([&](Connection& connection) -> Result<HouseholdView> {
        RecordTables& tables = connection.tables;
        const GridRedirects redirects = readRedirects(connection.database);
        const RecordId id = redirects.households.standing(asked);
        const std::vector<RecordId> homes = redirects.households.all(id);
        HouseholdView view;
        view.household = tables.read(qiaomen::household.number(), id);
        if (!view.household.isVisible()) return Error{Fault::missing, "there is no household " + id.text()};
        view.dwelling = tables.read(dwelling.number(), view.household.reference(qiaomen::household.dwelling));
        for (const RecordId& home : homes) {
            append(view.members, tables.find(resident, resident.household, home));
            append(view.visits, connection.visits(home, INT64_MAX, maxVisits));
            append(view.corrections, connection.corrections(home));
            append(view.looks, connection.looks(home, maxVisits));
            append(view.needs, tables.find(need, need.household, home));
            append(view.hazards, tables.find(qiaomen::hazard, hazard.household, home));
            for (Record& order : tables.find(qiaomen::doorOrder, qiaomen::doorOrder.household, home))
                view.orders.push_back(connection.doorOrder(std::move(order)));
            append(view.anchors, tables.find(anchor, anchor.household, home));
            connection.addMoves(view, home);
            if (home != id) view.merged.push_back(tables.read(qiaomen::household.number(), home));
        }
        if (homes.size() > 1) {
            latestFirst(view.visits, visit.occurredAt, maxVisits);
            latestFirst(view.looks, readAudit.readAt, maxVisits);
        }
        for (const Record& member : view.members) {
            if (redirects.residents.isMerged(member.id())) view.merged.push_back(member);
        }
        std::erase_if(view.members, [&](const Record& member) { return redirects.residents.isMerged(member.id()); });
        std::ranges::sort(view.members, {}, memberOrder);
        latestFirst(view.moves, householdMove.notedAt, maxVisits);
        std::ranges::sort(view.anchors, {}, anchorOrder);
        view.exports = connection.exports(maxVisits);
        view.asked = askedGroups(connection.database, homes);
        connection.addQuestions(view, homes);
        view.newestCard = connection.newestCard();
        openFirst(view.needs, need.heardAt, isOpenNeed);
        openFirst(view.hazards, hazard.foundAt, isOpenHazard);
        std::ranges::sort(view.orders, {}, [](const DoorOrderView& one) {
            return std::tuple(!one.status().open, -one.order.integer(qiaomen::doorOrder.askedAt), one.order.id());
        });
        for (const Record& found : view.hazards) {
            for (Record& taken : connection.photosOf(found.id())) view.photos.push_back(std::move(taken));
        }

        std::vector<RecordId> about = {id, view.dwelling.id()};
        for (const Record& member : view.members) about.push_back(member.id());
        for (const Record& merged : view.merged) about.push_back(merged.id());
        for (const RecordId& record : about) {
            for (Record& open : connection.openConflictsAbout(record)) view.conflicts.push_back(std::move(open));
        }
        Statement row = connection.database.prepare(
            std::string("SELECT (SELECT count(*) FROM visit WHERE household = h.id AND ") + kStands + "), " +
            latestVisit("occurred_at", " AND outcome = 'met'") + ", " +
            latestVisit("occurred_at", std::string(" AND ") + kConfirmed) + ", " + latestVisit("occurred_at", "") +
            ", " + latestVisit("outcome", "") + ", 0, 0 FROM household h WHERE h.id = ?");
        for (const RecordId& home : homes) {
            if (row.with(home).step()) {
                view.visitCount += row.integer(0);
                add(view.fresh, readFreshness(row, 1));
            }
            row.reset();
        }
        view.fresh.openNeeds = std::ranges::count_if(view.needs, isOpenNeed);
        view.fresh.openHazards = std::ranges::count_if(view.hazards, isOpenHazard);
        return view;
    });
}

Result<std::vector<Record>> GridReader::visits(const RecordId& ofHousehold, std::int64_t beforeMs, std::size_t limit) {
    return reading([&](Connection& connection) -> Result<std::vector<Record>> {
        std::vector<Record> visits;
        const Redirects households = readRedirects(connection.database).households;
        for (const RecordId& home : households.all(households.standing(ofHousehold)))
            append(visits, connection.visits(home, beforeMs, limit));
        latestFirst(visits, visit.occurredAt, limit);
        return visits;
    });
}

Result<DoorOrderView> GridReader::doorOrder(const RecordId& id) {
    return reading([&](Connection& connection) -> Result<DoorOrderView> {
        Record order = connection.tables.read(qiaomen::doorOrder.number(), id);
        if (!order.isVisible()) return Error{Fault::missing, "there is no door order " + id.text()};
        return connection.doorOrder(std::move(order));
    });
}

Result<std::vector<Record>> GridReader::stepsOf(const RecordId& ofHazard) {
    return reading([&](Connection& connection) -> Result<std::vector<Record>> {
        return connection.inOrder(hazardStep, hazardStep.hazard, hazardStep.occurredAt, ofHazard);
    });
}

Result<std::string> GridReader::newestCard() {
    return reading([](Connection& connection) -> Result<std::string> { return connection.newestCard(); });
}

Result<std::vector<Record>> GridReader::exports(std::size_t limit) {
    return reading([&](Connection& connection) -> Result<std::vector<Record>> { return connection.exports(limit); });
}

Result<std::vector<Record>> GridReader::openUnplaced() {
    return reading([](Connection& connection) -> Result<std::vector<Record>> {
        return connection.records(unplacedVisit.number(),
                                  "SELECT id FROM unplaced_visit WHERE _gone = 0 AND coalesce(state, 'open') = 'open' "
                                  "ORDER BY occurred_at, id");
    });
}

Result<std::vector<Record>> GridReader::photosOf(const RecordId& ofHazard) {
    return reading([&](Connection& connection) -> Result<std::vector<Record>> { return connection.photosOf(ofHazard); });
}

Result<WorkFacts> GridReader::workFacts(const std::vector<Door>& doors, const WallClock& now) {
    return reading([&](Connection& connection) -> Result<WorkFacts> {
        return readWorkFacts(connection.database, connection.tables, doors, now);
    });
}

Result<GridCounts> GridReader::counts(std::int64_t sinceMs) {
    return reading([&](Connection& connection) -> Result<GridCounts> {
        Statement row = connection.database.prepare(
            std::string("SELECT (SELECT count(*) FROM dwelling WHERE _gone = 0), "
                        "(SELECT count(*) FROM household WHERE _gone = 0 AND moved_out IS NULL), "
                        "(SELECT count(*) FROM resident WHERE _gone = 0 AND lives_here_to IS NULL), "
                        "(SELECT count(*) FROM visit WHERE occurred_at >= ?1 AND ") +
            kStands +
            "), (SELECT count(*) FROM household h WHERE h._gone = 0 AND h.moved_out IS NULL AND EXISTS("
            "SELECT 1 FROM visit WHERE household = h.id AND outcome = 'met' AND occurred_at >= ?1 AND " +
            kStands + ")), (SELECT count(*) FROM need WHERE " + kOpenNeed + "), (SELECT count(*) FROM hazard WHERE " +
            kOpenHazard + "), (SELECT count(*) FROM conflict WHERE " + kOpenConflict + ")");
        row.with(sinceMs).step();
        GridCounts counts{row.integer(0), row.integer(1), row.integer(2), row.integer(3),
                          row.integer(4), row.integer(5), row.integer(6), row.integer(7)};
        const GridRedirects redirects = readRedirects(connection.database);
        for (const auto& [merged, standing] : redirects.households.merged()) {
            if (connection.tables.read(qiaomen::household.number(), merged).text(qiaomen::household.movedOut).empty())
                --counts.households;
        }
        for (const auto& [merged, standing] : redirects.residents.merged()) {
            if (connection.tables.read(resident.number(), merged).text(resident.livesHereTo).empty())
                --counts.residents;
        }
        return counts;
    });
}

Result<std::vector<CodeCount>> GridReader::visitsByOutcome(std::int64_t sinceMs) {
    return reading([&](Connection& connection) -> Result<std::vector<CodeCount>> {
        Statement rows = connection.database.prepare(
            std::string("SELECT outcome, count(*) FROM visit WHERE occurred_at >= ? AND ") + kStands +
            " GROUP BY outcome ORDER BY 2 DESC, 1");
        rows.with(sinceMs);
        std::vector<CodeCount> counts;
        while (rows.step()) counts.push_back({std::string(rows.text(0)), rows.integer(1)});
        return counts;
    });
}

Result<std::vector<Record>> GridReader::recentVisits(std::size_t limit) {
    return reading([&](Connection& connection) -> Result<std::vector<Record>> {
        Statement ids = connection.database.prepare(std::string("SELECT id FROM visit WHERE ") + kStands +
                                                    " ORDER BY occurred_at DESC, id LIMIT ?");
        ids.with(std::uint64_t{limit});
        return readAll(connection.tables, visit.number(), ids);
    });
}

Result<std::vector<Record>> GridReader::openNeeds() {
    return reading([](Connection& connection) -> Result<std::vector<Record>> {
        return connection.records(
            need.number(), std::string("SELECT id FROM need WHERE ") + kOpenNeed + " ORDER BY heard_at DESC, id");
    });
}

Result<std::vector<Record>> GridReader::openHazards() {
    return reading([](Connection& connection) -> Result<std::vector<Record>> {
        return connection.records(
            hazard.number(), std::string("SELECT id FROM hazard WHERE ") + kOpenHazard + " ORDER BY found_at DESC, id");
    });
}

Result<std::vector<Record>> GridReader::openConflicts() {
    return reading([](Connection& connection) -> Result<std::vector<Record>> {
        return connection.records(conflict.number(),
                                  std::string("SELECT id FROM conflict WHERE ") + kOpenConflict + " ORDER BY id DESC");
    });
}

Result<std::vector<Record>> GridReader::parallelNotes() {
    return reading([](Connection& connection) -> Result<std::vector<Record>> {
        return connection.records(conflict.number(),
                                  std::string("SELECT id FROM conflict WHERE ") + kOpenNote + " ORDER BY id DESC");
    });
}

Result<std::vector<Record>> GridReader::openDuplicates() {
    return reading([](Connection& connection) -> Result<std::vector<Record>> {
        std::vector<Record> open = connection.records(
            duplicate.number(),
            "SELECT id FROM duplicate WHERE _gone = 0 AND coalesce(state, 'open') = 'open' "
            "ORDER BY score DESC, id");
        const GridRedirects redirects = readRedirects(connection.database);
        // Merged by another way since, or one of them deleted: there is nothing to ask any more.
        std::erase_if(open, [&](const Record& pair) {
            const auto number = static_cast<CollectionNo>(pair.integer(duplicate.ofCollection));
            const Redirects& merged = number == resident.number() ? redirects.residents : redirects.households;
            const RecordId first = pair.reference(duplicate.first), second = pair.reference(duplicate.second);
            return merged.standing(first) == merged.standing(second) ||
                   !connection.tables.read(number, first).isVisible() ||
                   !connection.tables.read(number, second).isVisible();
        });
        return open;
    });
}

Result<Record> GridReader::grid() {
    return reading([](Connection& connection) -> Result<Record> { return connection.grid(); });
}

Result<std::vector<SearchHit>> GridReader::search(std::string_view text, std::size_t limit) {
    return reading([&](Connection& connection) -> Result<std::vector<SearchHit>> {
        std::vector<SearchHit> hits = connection.search.search(text, limit);
        followRedirects(hits, readRedirects(connection.database));
        return hits;
    });
}

Result<std::vector<std::int64_t>> GridReader::lastVisits(const std::vector<SearchHit>& hits) {
    return reading([&](Connection& connection) -> Result<std::vector<std::int64_t>> {
        std::vector<std::int64_t> times;
        const Redirects households = readRedirects(connection.database).households;
        Statement latest = connection.database.prepare(
            std::string("SELECT max(occurred_at) FROM visit WHERE household = ? AND ") + kStands);
        for (const SearchHit& hit : hits) {
            std::int64_t last = 0;
            for (const RecordId& home : households.all(hit.household)) {
                if (latest.with(home).step()) last = std::max(last, latest.integer(0));
                latest.reset();
            }
            times.push_back(last);
        }
        return times;
    });
}

}  // namespace qiaomen
