// SPDX-License-Identifier: Apache-2.0
#include <sqlite3.h>

#include "tests/client/neighbourhood.h"

// Work follows the change: what ten visits cost does not depend on how many others there are, on the phone that wrote them, at the
// centre, and on the phone that hears of them. Counted in steps of SQLite's machine, which are the same in every run.

namespace qiaomen::tests {
namespace {

/// Counts the steps of all statements on all databases that are opened while it lives. One at a time.
class WorkMeter {
public:
    WorkMeter() {
        steps_ = 0;
        ::sqlite3_auto_extension(reinterpret_cast<void (*)()>(&listen));
    }
    ~WorkMeter() { ::sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(&listen)); }
    WorkMeter(const WorkMeter&) = delete;
    WorkMeter& operator=(const WorkMeter&) = delete;

    /// Since the last take().
    static std::uint64_t take() { return std::exchange(steps_, 0); }

private:
    static int listen(sqlite3* database, char**, const sqlite3_api_routines*) {
        return ::sqlite3_trace_v2(database, SQLITE_TRACE_PROFILE, &count, nullptr);
    }
    static int count(unsigned, void*, void* statement, void*) {
        steps_ += static_cast<std::uint64_t>(
            ::sqlite3_stmt_status(static_cast<sqlite3_stmt*>(statement), SQLITE_STMTSTATUS_VM_STEP, 1));
        return 0;
    }

    static inline std::uint64_t steps_ = 0;
};

struct Work {
    std::uint64_t saving, bringing, hearing;
};

void saveVisits(LocalStore& store, const RecordId& household, int count) {
    std::vector<Edit> edits;
    for (int i = 0; i < count; ++i)
        edits.push_back(
            {visit.number(),
             newRecord(),
             {{visit.household, household}, {visit.occurredAt, kMorning}, {visit.way, "door"}, {visit.outcome, "met"}}});
    ok(store.save(edits));
}

/// What ten more visits of Alice's cost when the grid has so many already, all of them hers.
Work workOfTenVisits(int visitsBefore) {
    WorkMeter meter;
    Neighbours two;
    saveVisits(two.alicePhone.store(), two.wang.household, visitsBefore);
    two.alicePhone.sync();
    two.bobPhone.sync();
    two.bobPhone.sync();
    Work work{};
    WorkMeter::take();
    saveVisits(two.alicePhone.store(), two.wang.household, 10);
    work.saving = WorkMeter::take();
    two.alicePhone.sync();
    work.bringing = WorkMeter::take();
    two.bobPhone.sync();
    work.hearing = WorkMeter::take();
    return work;
}

}  // namespace

TEST_CASE("Ten visits cost the same work in a grid of a hundred visits and of four thousand", "[store][sync][work]") {
    const Work small = workOfTenVisits(100);
    const Work large = workOfTenVisits(4'000);
    CHECK(small.saving > 100);
    CHECK(small.bringing > 100);
    CHECK(small.hearing > 100);
    CHECK(static_cast<double>(large.saving) < static_cast<double>(small.saving) * 1.1);
    CHECK(static_cast<double>(large.bringing) < static_cast<double>(small.bringing) * 1.1);
    CHECK(static_cast<double>(large.hearing) < static_cast<double>(small.hearing) * 1.1);
}

}  // namespace qiaomen::tests
