// SPDX-License-Identifier: Apache-2.0
#include "shared/client/work_facts.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "shared/client/grid_reader.h"
#include "shared/client/grid_redirects.h"
#include "shared/client/household_questions.h"
#include "shared/domain/contact_card.h"

namespace qiaomen {

namespace {

class FactsReader {
public:
    FactsReader(Database& database, RecordTables& tables, const WallClock& now)
        : database_(database), tables_(tables), now_(now) {}

    WorkFacts read(const std::vector<Door>& doors) {
        for (const Door& door : doors) addDoor(door);
        for (std::size_t at = 0; at < facts_.households.size(); ++at)
            positions_.emplace(facts_.households[at].household, at);
        redirects_ = readRedirects(database_);
        for (const auto& [merged, standing] : redirects_.households.merged()) {
            if (const auto home = positions_.find(standing); home != positions_.end())
                positions_.emplace(merged, home->second);
        }
        readWishes();
        readCard();
        readPeople();
        readVisits();
        readNextSteps();
        readNeeds();
        readOrders();
        readHazards();
        readPutOffs();
        QuestionReader(database_, tables_).readInto(facts_.households, redirects_, now_);
        return std::move(facts_);
    }

private:
    void addDoor(const Door& door) {
        if (door.household.isNone()) return;
        WorkHousehold home;
        home.household = door.household;
        home.careTags = door.careTags;
        home.quietHours = door.quietHours;
        home.nextVisit = door.nextVisit;
        home.lastMetMs = door.fresh.lastMetMs;
        facts_.households.push_back(std::move(home));
    }

    /// The household that the row's column names, or null when nobody lives there any more.
    WorkHousehold* homeAt(const Statement& row, int column) {
        const auto found = positions_.find(row.id<struct RecordKind>(column));
        return found != positions_.end() ? &facts_.households[found->second] : nullptr;
    }

    void readWishes() {
        Statement rows = database_.prepare(
            "SELECT id, do_not_ask, card_version FROM household WHERE _gone = 0 AND (do_not_ask IS NOT NULL OR "
            "card_version IS "
            "NOT NULL)");
        while (rows.step()) {
            WorkHousehold* home = homeAt(rows, 0);
            if (!home) continue;
            home->doNotAsk = rows.text(1);
            home->cardVersion = rows.text(2);
        }
    }

    void readCard() {
        Statement ids = database_.prepare("SELECT id FROM grid WHERE _gone = 0 ORDER BY id LIMIT 1");
        if (ids.step())
            facts_.cardVersion = contactCardVersion(tables_.read(grid.number(), ids.id<struct RecordKind>(0)));
    }

    void readPeople() {
        Statement rows = database_.prepare(
            "SELECT household, id, name, birth_date, lives_here_from FROM resident WHERE _gone = 0 AND lives_here_to "
            "IS NULL");
        while (rows.step()) {
            if (redirects_.residents.isMerged(rows.id<struct RecordKind>(1))) continue;
            if (WorkHousehold* home = homeAt(rows, 0)) {
                home->people.push_back({rows.id<struct RecordKind>(1), std::string(rows.text(2)),
                                        std::string(rows.text(3)), std::string(rows.text(4))});
            }
        }
    }

    /// Of the last month; the index over door and time finds them without touching the rows of older ones.
    void readVisits() {
        struct Row {
            RecordId id;
            WorkHousehold* home;
            PastVisit visit;
        };
        std::vector<Row> recent;
        std::set<RecordId> corrected;
        Statement rows = database_.prepare(
            "SELECT household, id, occurred_at, way, outcome, corrects, withdraws FROM visit WHERE _gone = 0 AND "
            "occurred_at >= ?");
        rows.with(now_.startOf(now_.day() - work::kLookBackDays));
        while (rows.step()) {
            corrected.insert(rows.id<struct RecordKind>(5));
            WorkHousehold* home = homeAt(rows, 0);
            if (!home || rows.integer(6) == 1) continue;  // one that withdraws another is no visit itself
            recent.push_back({rows.id<struct RecordKind>(1),
                              home,
                              {rows.integer(2), std::string(rows.text(3)), std::string(rows.text(4))}});
        }
        for (Row& row : recent) {
            if (!corrected.contains(row.id)) row.home->visits.push_back(std::move(row.visit));
        }
        for (WorkHousehold& home : facts_.households)
            std::ranges::sort(home.visits, std::ranges::greater{}, &PastVisit::atMs);
    }

    /// What was agreed, for the agreed visits of this week and those that were missed: few.
    void readNextSteps() {
        Statement row = database_.prepare(
            "SELECT next_step FROM visit WHERE household = ? AND _gone = 0 AND next_date = ? ORDER BY occurred_at DESC "
            "LIMIT 1");
        for (WorkHousehold& home : facts_.households) {
            const auto day = civilDay(home.nextVisit);
            if (!day || *day > now_.day() + work::kSoonDays) continue;
            if (row.with(home.household, home.nextVisit).step()) home.nextStep = row.text(0);
            row.reset();
        }
    }

    void readNeeds() {
        Statement rows = database_.prepare(
            "SELECT household, id, heard_at, kind, urgency, coalesce(state, 'open') FROM need WHERE _gone = 0 AND "
            "coalesce(state, "
            "'open') IN ('open', 'handling') ORDER BY id");
        while (rows.step()) {
            if (WorkHousehold* home = homeAt(rows, 0)) {
                home->needs.push_back({rows.id<struct RecordKind>(1), rows.integer(2), std::string(rows.text(3)),
                                       std::string(rows.text(4)), std::string(rows.text(5))});
            }
        }
    }

    /// Few are open at a time; which ones, their steps say.
    void readOrders() {
        std::map<RecordId, OrderFacts> facts;
        Statement steps = database_.prepare(
            "SELECT door_order, id, act, occurred_at, agreed_on, agreed_part FROM order_step s WHERE _gone = 0 AND "
            "withdraws IS NOT 1 AND NOT EXISTS(SELECT 1 FROM order_step c WHERE c.corrects = s.id AND c._gone = 0)");
        while (steps.step()) {
            if (const auto act = orderAct(steps.text(2))) {
                facts[steps.id<struct RecordKind>(0)].steps.push_back({steps.id<struct RecordKind>(1), *act,
                                                                       steps.integer(3), std::string(steps.text(4)),
                                                                       std::string(steps.text(5))});
            }
        }
        Statement papers = database_.prepare(
            "SELECT door_order, count(*) FROM carried_paper WHERE _gone = 0 AND returned_at IS NULL GROUP BY 1");
        while (papers.step()) facts[papers.id<struct RecordKind>(0)].papersOut = static_cast<int>(papers.integer(1));
        Statement rows = database_.prepare(
            "SELECT household, id, kind, asked_at, wanted_on, wanted_part, item, what FROM door_order WHERE _gone = 0 "
            "ORDER BY id");
        while (rows.step()) {
            WorkHousehold* home = homeAt(rows, 0);
            if (!home) continue;
            OrderFacts& of = facts[rows.id<struct RecordKind>(1)];
            of.kind = orderKind(rows.text(2));
            of.askedMs = rows.integer(3);
            of.wantedOn = rows.text(4);
            of.wantedPart = rows.text(5);
            of.invited = true;  // an invitation is no reason to knock
            OrderStatus status = orderStatus(of);
            if (!status.open) continue;
            home->orders.push_back({rows.id<struct RecordKind>(1), of.askedMs, std::string(rows.text(6)),
                                    std::string(rows.text(7)), std::move(status)});
        }
    }

    void readHazards() {
        Statement rows = database_.prepare(
            "SELECT id, household, found_at, kind, risk, coalesce(state, 'open'), rectify_by, place FROM hazard WHERE "
            "_gone = 0 AND "
            "coalesce(state, 'open') <> 'closed' ORDER BY id");
        while (rows.step()) {
            facts_.hazards.push_back({rows.id<struct RecordKind>(0),
                                      redirects_.households.standing(rows.id<struct RecordKind>(1)), rows.integer(2),
                                      std::string(rows.text(3)), std::string(rows.text(4)), std::string(rows.text(5)),
                                      std::string(rows.text(6)), std::string(rows.text(7))});
        }
    }

    /// The latest note about the same thing counts, so that something can be taken up again before its day.
    void readPutOffs() {
        Statement rows = database_.prepare(
            "SELECT household, rule, about, until, reason FROM plan_note WHERE _gone = 0 AND kind = 'put_off' AND "
            "noted_at >= ? "
            "ORDER BY noted_at DESC, id DESC");
        rows.with(now_.startOf(now_.day() - work::kLongestPutOffDays - 1));
        while (rows.step()) {
            WorkHousehold* home = homeAt(rows, 0);
            if (!home) continue;
            PutOff note{std::string(rows.text(1)), rows.id<struct RecordKind>(2), std::string(rows.text(3)),
                        std::string(rows.text(4))};
            const bool later = std::ranges::any_of(home->putOffs, [&](const PutOff& known) {
                return known.rule == note.rule && known.about == note.about;
            });
            if (!later) home->putOffs.push_back(std::move(note));
        }
    }

    Database& database_;
    RecordTables& tables_;
    const WallClock& now_;
    WorkFacts facts_;
    GridRedirects redirects_;
    std::unordered_map<RecordId, std::size_t, IdHash> positions_;
};

}  // namespace

WorkFacts readWorkFacts(Database& database, RecordTables& tables, const std::vector<Door>& doors, const WallClock& now) {
    return FactsReader(database, tables, now).read(doors);
}

}  // namespace qiaomen
