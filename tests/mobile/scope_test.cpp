// SPDX-License-Identifier: Apache-2.0
//
// Grids that come and go while the app runs; and deciding about what came late.
#include <QSignalSpy>

#include "shared/client/rescued.h"
#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

namespace {

/// 李敏's app, whose way to the centre can lose its grant, and a colleague who holds the grid.
struct Taken {
    FakeClock clock;
    Centre centre{clock};
    Family wang;
    WorkerApp app{clock, &centre};
    Phone colleague{bob, centre, clock};

    Taken() {
        wang = moveIn(app.store(), "3", "2", "501", {{"王秀英"}});
        app.sync();
        colleague.sync();
    }
    void isTaken() {
        app.way()->grant().grids.clear();
        app.way()->grant().taken[kEast] = clock.ms();
    }
    /// In the middle of a visit to the Wangs, whose draft is on the disk.
    VisitForm& isTakenWhileTyping() {
        VisitForm& form = app.visit(wang.household);
        form.setRemark(text("老人说想申请"));
        form.flushDraft();
        waitUntil([&] { return !ok(app.store().drafts()).empty(); });
        isTaken();
        app.workspace().sync()->syncNow();
        waitUntil([&] { return app.workspace().leavingGrid() != ""; });
        return form;
    }
    std::vector<Record> rescued() {
        colleague.sync();
        return ok(colleague.store().find(rescuedChange, rescuedChange.state, "open"));
    }
};

}  // namespace

TEST_CASE("A grid that is taken leaves the app by itself, and the worker is told until she has read it", "[scope]") {
    Taken story;
    Workspace& workspace = story.app.workspace();
    workspace.openHousehold(QString::fromStdString(story.wang.household.text()));
    waitUntil([&] { return workspace.household()->isReady(); });
    QSignalSpy leaves(&workspace, &Workspace::gridLeaves);
    story.isTaken();
    workspace.sync()->syncNow();
    waitUntil([&] { return workspace.scopeNews() != ""; });
    CHECK(leaves.count() == 1);
    CHECK(workspace.sessions().empty());
    CHECK(workspace.currentSession() == nullptr);
    CHECK(workspace.grids()->count() == 0);
    CHECK(workspace.currentGridName() == "");
    CHECK_FALSE(workspace.household()->isReady());

    const auto wasTold = [&] { return !story.app.workspace().scopeNews().contains("belongs to others"); };
    story.app.restart();
    CHECK_FALSE(wasTold());
    story.app.workspace().acknowledgeScope();
    CHECK(wasTold());
    story.app.restart();
    CHECK(wasTold());
}

TEST_CASE("A form that is open in a grid that leaves is not lost: it waits, and what is saved comes late", "[scope]") {
    Taken story;
    Workspace& workspace = story.app.workspace();
    VisitForm& form = story.isTakenWhileTyping();
    CHECK(workspace.sessions().size() == 1);

    form.setOutcome("met");
    REQUIRE(story.app.save(form) == "");
    waitUntil([&] { return workspace.scopeNews() != ""; });
    CHECK(workspace.sessions().empty());
    const auto late = story.rescued();
    REQUIRE(late.size() == 1);
    CHECK(late.front().text(rescuedChange.why) == "late");
}

TEST_CASE("What is being written can be handed over as a draft", "[scope]") {
    Taken story;
    Workspace& workspace = story.app.workspace();
    story.isTakenWhileTyping();
    workspace.handOverDrafts();
    waitUntil([&] { return workspace.scopeNews() != ""; });
    const auto late = story.rescued();
    REQUIRE(late.size() == 1);
    CHECK(late.front().text(rescuedChange.why) == "draft");
    CHECK(late.front().text(rescuedChange.content).find("老人说想申请") != std::string::npos);
}

TEST_CASE("A grid that is given appears in the app", "[scope]") {
    Taken story;
    Workspace& workspace = story.app.workspace();
    story.isTaken();
    workspace.sync()->syncNow();
    waitUntil([&] { return workspace.sessions().empty() && workspace.scopeNews() != ""; });
    workspace.acknowledgeScope();
    story.app.way()->grant().taken.clear();
    story.app.way()->grant().grids.insert(kEast);
    workspace.sync()->syncNow();
    waitUntil([&] { return workspace.sessions().size() == 1 && workspace.households() == 1; });
    CHECK(workspace.scopeNews() != "");
}

TEST_CASE("The one who holds the grid sees what came late, and decides", "[scope]") {
    Taken story;
    story.colleague.meets(story.wang.household, "门锁换过了");
    story.colleague.edits(household, story.wang.household, household.headName, "王秀英（户主）");
    story.colleague.way().grant().grids.clear();
    story.colleague.way().grant().taken[kEast] = story.clock.ms();
    story.colleague.sync();
    story.app.sync();
    LateModel& late = *story.app.workspace().late();
    waitUntil([&] { return late.count() == 2; });
    const auto says = [&](int row, LateModel::Role role) { return late.index(row).data(role).toString(); };
    const int met = says(0, LateModel::ValuesRole).contains(text("门锁换过了")) ? 0 : 1;
    CHECK(says(met, LateModel::ByRole) == QString::fromStdString(nameOf(bob)));
    CHECK(says(met, LateModel::ValuesRole).contains(text("门锁换过了")));
    CHECK(says(1 - met, LateModel::BeforeRole).contains(text("王秀英")));
    late.takeIn(met);
    waitUntil([&] { return late.count() == 1; });
    CHECK(ok(story.app.store().find(visit, visit.household, story.wang.household)).size() == 1);
    late.putAside(0);
    waitUntil([&] { return late.count() == 0; });
    CHECK(ok(story.app.store().read(household.number(), story.wang.household)).text(household.headName) == "王秀英");
}

}  // namespace qiaomen::tests
