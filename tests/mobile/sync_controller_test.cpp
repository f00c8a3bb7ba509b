// SPDX-License-Identifier: Apache-2.0
#include "mobile/sync_controller.h"

#include <QAbstractItemModelTester>

#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

namespace {

struct Street {
    FakeClock clock;
    Centre centre{clock};
    WorkerApp app{clock, &centre};
    SyncController& sync = *app.workspace().sync();
};

}  // namespace

TEST_CASE("Nothing is called safe before the centre's receipt, and everything is after", "[sync]") {
    Street street;
    street.sync.setNetworkOn(false);
    const Family wang = moveIn(street.app.store(), "3", "2", "501", {{"王秀英"}});
    waitUntil([&] { return street.sync.onlyHereCount() == 3; });
    street.app.sync();
    CHECK(street.sync.phase() == SyncController::Offline);
    CHECK(street.sync.safeCount() == 0);
    CHECK(street.sync.oldestUnsentAt() > 0);
    CHECK(street.sync.problem() == "");
    waitUntil([&] { return street.app.workspace().outbox()->count() == 3; });

    street.sync.setNetworkOn(true);
    waitUntil([&] { return street.sync.safeCount() == 3 && street.sync.phase() == SyncController::UpToDate; });
    CHECK(street.sync.onlyHereCount() == 0);
    CHECK(street.sync.oldestUnsentAt() == 0);
    CHECK(street.sync.lastSuccessAt() > 0);
    waitUntil([&] { return street.app.workspace().outbox()->count() == 0; });
    waitUntil([&] { return street.app.workspace().receipts()->count() == 1; });
    CHECK(street.app.workspace().receipts()->index(0).data(ReceiptsModel::CoversRole).toInt() == 3);
}

TEST_CASE("A saved visit goes out by itself", "[sync]") {
    Street street;
    const Family wang = moveIn(street.app.store(), "3", "2", "501", {{"王秀英"}});
    street.app.sync();
    VisitForm& form = street.app.visit(wang.household);
    form.setOutcome("met");
    REQUIRE(street.app.save(form) == "");
    waitUntil([&] { return street.sync.onlyHereCount() == 0 && street.sync.safeCount() == 4; });
}

TEST_CASE("The outbox says in words what is only here, and about whom", "[sync]") {
    Street street;
    street.sync.setNetworkOn(false);
    const Family wang = moveIn(street.app.store(), "3", "2", "501", {{"王秀英"}});
    OutboxModel& outbox = *street.app.workspace().outbox();
    QAbstractItemModelTester strict(&outbox, QAbstractItemModelTester::FailureReportingMode::Fatal);
    VisitForm& form = street.app.visit(wang.household);
    form.setOutcome("not_home");
    REQUIRE(street.app.save(form) == "");
    waitUntil([&] { return outbox.count() == 4; });
    QStringList all;
    for (int row = 0; row < outbox.count(); ++row) {
        all << outbox.index(row).data(OutboxModel::WhatRole).toString() + " | " +
                   outbox.index(row).data(OutboxModel::HouseholdRole).toString();
    }
    CHECK(all.contains(text("Visit: Not home | 王秀英, 锦绣花园3栋2单元501室")));
}

TEST_CASE("What the centre refuses stays, with the reason, until somebody deals with it", "[sync]") {
    Street street;
    street.sync.setNetworkOn(false);
    const RecordId visited = newRecord();
    ok(street.app.store().save(
        {visit.number(),
         visited,
         {{visit.household, newRecord()}, {visit.occurredAt, kMorning}, {visit.way, "door"}, {visit.outcome, "met"}}}));
    street.app.way()->alter = [](SyncReply& reply) {
        for (GridReply& grid : reply.grids) grid.refusals.push_back({1, "this household is not in the grid"});
    };
    street.sync.setNetworkOn(true);
    waitUntil([&] { return street.sync.refusedCount() == 1; });
    CHECK(street.sync.problem().contains("refused"));
    RescueModel& rescued = *street.app.workspace().rescued();
    waitUntil([&] { return rescued.count() == 1; });
    CHECK(rescued.index(0).data(RescueModel::ReasonRole).toString() == "this household is not in the grid");
    CHECK(rescued.index(0).data(RescueModel::ValuesRole).toString().contains("Outcome: Met"));
    rescued.letGo(0);
    waitUntil([&] { return rescued.count() == 0; });
}

}  // namespace qiaomen::tests
