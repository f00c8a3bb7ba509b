// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "shared/client/local_store.h"
#include "shared/domain/order_rules.h"
#include "shared/domain/outline.h"
#include "shared/domain/question_rules.h"
#include "shared/domain/worklist.h"

namespace qiaomen {

/// How fresh our knowledge of a door is, from records alone (never from where anybody was). Times are ms since 1970; 0: never.
struct Freshness {
    std::int64_t lastMetMs = 0;        ///< the latest visit at which somebody was met
    std::int64_t lastConfirmedMs = 0;  ///< the latest visit at which something was confirmed unchanged
    std::int64_t lastVisitMs = 0;      ///< the latest visit of any outcome
    std::string lastOutcome;           ///< its outcome code
    std::int64_t openNeeds = 0;
    std::int64_t openHazards = 0;
};

/// One door: a dwelling, and the household behind it if there is one.
struct Door {
    RecordId dwelling;
    RecordId household;  ///< none when nobody is registered there
    std::string estate, building, unit, room;
    std::int64_t floor = 0;
    std::string villageGroup, gate;
    std::string address;
    std::string use;      ///< code of the dwelling's use
    bool vacant = false;  ///< use is vacant, or no household that has not moved out
    std::string headName;
    std::int64_t members = 0;  ///< visible residents who have not left
    std::string tags;          ///< the household's
    std::string careTags;      ///< of all members, each once
    std::string quietHours;
    std::string nextVisit;  ///< the agreed date
    Freshness fresh;
    std::optional<GeoPoint> position;  ///< of the dwelling, where somebody noted one
};

/// A building in town, or a village group.
struct Place {
    std::string estate;
    std::string name;  ///< building, or village group
    bool village = false;
    std::int64_t doors = 0;
    std::int64_t households = 0;
    std::int64_t units = 0;   ///< of a building
    std::int64_t floors = 0;  ///< its highest
    std::int64_t met = 0;     ///< households met since the time asked for
    std::int64_t openNeeds = 0;
    std::int64_t openHazards = 0;
    std::optional<GeoPoint> position;  ///< the middle of its doors that have one
};

/// Who asked last about one group of facts (code of visit.confirmed), and when: whoever comes next need not ask again so soon.
struct Asked {
    std::string group;
    std::string worker;
    std::int64_t atMs = 0;
};

/// A door order with everything that names it, each in the order in which it happened.
struct DoorOrderView {
    Record order{CollectionNo{}, {}};
    std::vector<Record> steps;  ///< corrected and withdrawn ones too
    std::vector<Record> papers, notices, invitations;

    [[nodiscard]] OrderStatus status() const { return orderStatus(orderFacts(order, steps, papers, invitations)); }
};

/// Everything the household page shows. Who was merged into another is found there (shared/domain/redirects.h): the visits, needs and
/// hazards of both are this household's, and an old id opens the one that stands for it. Records carry all their fields, so that a new field needs nothing here.
struct HouseholdView {
    Record household{CollectionNo{}, {}};
    Record dwelling{CollectionNo{}, {}};
    std::vector<Record> members;      ///< the head first, then by birth date; who has left comes last
    std::vector<Record> visits;       ///< latest first, at most as many as asked for; corrected and withdrawn ones too
    std::int64_t visitCount = 0;      ///< of those that stand
    std::vector<Record> corrections;  ///< visits that correct or withdraw one of this household's
    std::vector<Record> needs;        ///< open ones first, then latest first
    std::vector<Record> hazards;      ///< likewise
    std::vector<DoorOrderView> orders;    ///< open ones first, then latest first
    std::vector<Record> photos;           ///< of these hazards, in the order in which they were added
    std::vector<Record> moves;            ///< of people in and out, latest first; withdrawn ones too
    std::vector<Record> moveCorrections;  ///< moves that withdraw one of these
    std::vector<Record> anchors;          ///< of these people, those that ended last
    std::vector<Asked> asked;  ///< who confirmed which group of facts last; groups that nobody ever did are not in it
    std::vector<QuestionSet> questionSets;  ///< that are asked today, those that end first coming first
    std::vector<PosedQuestion> questions;   ///< of these sets, as this household is asked them
    std::vector<Record> answers;            ///< to any question, those that stand
    std::vector<Question> answered;         ///< the questions that these answers name
    std::string newestCard;  ///< the newest version of the contact card: the grid's own, or one that a household holds
    std::vector<Record> looks;    ///< at protected fields, latest first, at most as many as visits
    std::vector<Record> exports;  ///< of the whole grid, these people among them: latest first, at most as many as visits
    std::vector<Record> conflicts;  ///< to decide, about the household, its dwelling or its members
    std::vector<Record> merged;     ///< residents and households that these stand for; in none of the lists above
    Freshness fresh;
};

struct GridCounts {
    std::int64_t dwellings = 0;
    std::int64_t households = 0;     ///< not moved out
    std::int64_t residents = 0;      ///< not left
    std::int64_t visits = 0;         ///< since the time asked for
    std::int64_t householdsMet = 0;  ///< households met since then: the base is `households`
    std::int64_t openNeeds = 0;
    std::int64_t openHazards = 0;
    std::int64_t openConflicts = 0;
};

/// A code and how many records have it.
struct CodeCount {
    std::string code;
    std::int64_t count = 0;
};

/// The questions that pages ask of one grid, as plain structs. Each is a few milliseconds' work for a grid of 300 households
/// and 20,000 visits, and none waits for a save or a sync: the reader has a connection of its own.
///
/// Thread-safe; a page's model may call it from a worker thread. Must not outlive the store it was made from. Every answer can
/// fail with broken (storage), and `household` with missing.
class GridReader {
public:
    static Result<std::unique_ptr<GridReader>> open(LocalStore& store);
    ~GridReader();

    /// Buildings by estate and natural order of their names (2 before 10), then village groups. `sinceMs` is for Place::met.
    Result<std::vector<Place>> places(std::int64_t sinceMs = 0);
    /// The doors of a place: a building's by unit, floor (highest first) and room; a village group's by gate.
    Result<std::vector<Door>> doors(const Place& place);
    /// Every door of the grid, in the order of places: for worklists and the map.
    Result<std::vector<Door>> allDoors();

    Result<HouseholdView> household(const RecordId& id, std::size_t maxVisits = 50);
    /// More of the timeline: visits that occurred before `beforeMs`.
    Result<std::vector<Record>> visits(const RecordId& household, std::int64_t beforeMs, std::size_t limit);

    /// Errors: missing when there is no such order.
    Result<DoorOrderView> doorOrder(const RecordId& id);
    /// A hazard's steps, in the order in which they were done; corrected and withdrawn ones too.
    Result<std::vector<Record>> stepsOf(const RecordId& hazard);
    /// The version of the contact card to give out: the grid's own (contact_card.h), or a newer one that a household holds; empty
    /// before the grid's record is here.
    Result<std::string> newestCard();

    /// Who took records of the grid out, latest first (shared/domain/data_export.h).
    Result<std::vector<Record>> exports(std::size_t limit);
    /// Rows of imports that wait for a household (shared/domain/unplaced_visit.h), in order of their days.
    Result<std::vector<Record>> openUnplaced();

    /// A hazard's, in the order in which they were added.
    Result<std::vector<Record>> photosOf(const RecordId& hazard);

    /// What the rules of the worklist need to know of the households behind these doors, in their order. `doors`: allDoors().
    Result<WorkFacts> workFacts(const std::vector<Door>& doors, const WallClock& now);

    Result<GridCounts> counts(std::int64_t sinceMs = 0);
    /// Visits that stand: not corrected, not withdrawn.
    Result<std::vector<CodeCount>> visitsByOutcome(std::int64_t sinceMs = 0);

    /// The latest visits of the whole grid.
    Result<std::vector<Record>> recentVisits(std::size_t limit);
    Result<std::vector<Record>> openNeeds();
    Result<std::vector<Record>> openHazards();
    /// What somebody has to decide: clashes and lost removals.
    Result<std::vector<Record>> openConflicts();
    /// Two people changed different fields of one record: only to be noticed.
    Result<std::vector<Record>> parallelNotes();
    /// Pairs that may be one person or one household, and that nobody has decided about: the surest first.
    Result<std::vector<Record>> openDuplicates();
    /// The grid's own record (its name, its people), or a new one before the first sync.
    Result<Record> grid();

    Result<std::vector<SearchHit>> search(std::string_view text, std::size_t limit = 60);

    /// When the households of these hits were last visited, in their order; 0 for never, and for hits without a household.
    Result<std::vector<std::int64_t>> lastVisits(const std::vector<SearchHit>& hits);

    /// The indexes that make it fast; called by the store as it opens.
    static void makeIndexes(Database& database, Collections collections);

private:
    struct Connection;
    explicit GridReader(std::unique_ptr<Connection> connection);
    template <class Work>
    auto reading(Work&& work) -> decltype(work(std::declval<Connection&>()));

    std::mutex mutex_;
    std::unique_ptr<Connection> connection_;
};

}  // namespace qiaomen
