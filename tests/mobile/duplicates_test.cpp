// SPDX-License-Identifier: Apache-2.0
#include "mobile/duplicates_model.h"

#include <QAbstractItemModelTester>

#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

namespace {

/// Li Min and a colleague both registered Zhao Guoqiang, offline.
struct SamePerson {
    FakeClock clock;
    Centre centre{clock};
    WorkerApp app{clock, &centre};
    Phone colleague{bob, centre, clock};
    Family family;
    RecordId again = newRecord();
    DuplicatesModel& pairs = *app.workspace().duplicates();

    SamePerson() {
        family = moveIn(app.store(), "3", "2", "601", {{"赵国强", "19000000012"}});
        app.sync();
        colleague.sync();
        clock.advance(60'000);
        ok(colleague.store().save({resident.number(),
                                   again,
                                   {{resident.household, family.household},
                                    {resident.fullName, "赵国强"},
                                    {resident.phone, "19000000012"},
                                    {resident.idNumber, "990101196001010015"},
                                    {resident.workUnit, "纺织厂"}}}));
        colleague.sync();
        app.sync();
        app.sync();
        waitUntil([&] { return pairs.count() == 1; });
    }
    QString role(DuplicatesModel::Role wanted) { return pairs.index(0).data(wanted).toString(); }
};

}  // namespace

TEST_CASE("The same person of two phones is suggested, compared with identifiers masked, and merged", "[duplicate]") {
    SamePerson same;
    QAbstractItemModelTester strict(&same.pairs, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(same.role(DuplicatesModel::NameRole) == text("赵国强"));
    CHECK(same.role(DuplicatesModel::ReasonRole) == "Same name and phone");
    same.pairs.open(same.role(DuplicatesModel::PairIdRole));
    MergeChoices& choices = *same.pairs.choices();
    QStringList shown;
    for (int row = 0; row < choices.rowCount(); ++row) {
        for (const auto role : {MergeChoices::FieldRole, MergeChoices::OneRole, MergeChoices::OtherRole})
            shown << choices.index(row).data(role).toString();
    }
    CHECK(shown.contains(text("纺织厂")));
    CHECK_FALSE(shown.join(' ').contains("990101196001010015"));

    same.pairs.merge();
    waitUntil([&] { return same.pairs.count() == 0; });
    CHECK(same.pairs.opened().isEmpty());
    ShownHousehold& home = *same.app.workspace().household();
    home.show(same.app.session(), same.family.household);
    waitUntil([&] { return home.isReady() && home.members()->count() == 1; });
    CHECK(home.members()->index(0).data(MembersModel::WorkUnitRole).toString() == text("纺织厂"));
    CHECK(home.merged() == QStringList{text("赵国强")});

    home.undoMerge(0);
    waitUntil([&] { return home.members()->count() == 2; });
    CHECK(same.pairs.count() == 0);  // it was decided: nobody is asked again
}

TEST_CASE("Not the same person: gone from the list, and both stay", "[duplicate]") {
    SamePerson same;
    same.pairs.keepApart(same.role(DuplicatesModel::PairIdRole));
    waitUntil([&] { return same.pairs.count() == 0; });
    CHECK(ok(same.app.session().reader().household(same.family.household)).members.size() == 2);
}

}  // namespace qiaomen::tests
