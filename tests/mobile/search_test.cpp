// SPDX-License-Identifier: Apache-2.0
#include "mobile/search_model.h"

#include <QAbstractItemModelTester>

#include "mobile/newest_question.h"
#include "mobile/text.h"
#include "shared/domain/door_order.h"
#include "shared/domain/visit.h"
#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

TEST_CASE("A household is found by a name, and opened from the hit", "[search]") {
    FakeClock clock;
    WorkerApp app(clock, nullptr);
    const Family wang = moveIn(app.store(), "3", "2", "501", {{"王秀英"}});
    moveIn(app.store(), "3", "2", "502", {{"李强"}});
    SearchModel& search = *app.workspace().search();
    QAbstractItemModelTester strict(&search, QAbstractItemModelTester::FailureReportingMode::Fatal);

    search.setQuery(text("秀英"));
    CHECK(search.isBusy());
    waitUntil([&] { return !search.isBusy(); });
    REQUIRE(search.count() > 0);
    CHECK(search.index(0).data(SearchModel::HouseholdIdRole).toString() == toQt(wang.household));

    search.setQuery("");
    waitUntil([&] { return !search.isBusy(); });
    CHECK(search.count() == 0);
}

TEST_CASE("Typing on while an answer is under way: the newest question wins", "[search]") {
    FakeClock clock;
    WorkerApp app(clock, nullptr);
    moveIn(app.store(), "3", "2", "501", {{"王秀英"}});
    moveIn(app.store(), "3", "2", "502", {{"李强"}});
    SearchModel& search = *app.workspace().search();
    int answers = 0;
    QObject::connect(&search, &SearchModel::answered, [&] { ++answers; });
    search.setQuery(text("王"));
    search.setQuery(text("王秀"));
    search.setQuery(text("李强"));
    waitUntil([&] { return !search.isBusy(); });
    CHECK(answers == 1);
    REQUIRE(search.count() > 0);
    CHECK(search.index(0).data(SearchModel::TitleRole).toString() == text("李强"));
}

TEST_CASE("Matters of the catalogue are found beside people, by two characters and by pinyin initials", "[search]") {
    FakeClock clock;
    WorkerApp app(clock, nullptr);
    SearchModel& search = *app.workspace().search();
    for (const QString& typed : {text("高龄"), QStringLiteral("gljt")}) {
        search.setQuery(typed);
        waitUntil([&] { return !search.isBusy() && search.count() > 0; });
        const auto of = [&](int role) { return search.index(0).data(role); };
        CHECK(of(SearchModel::KindRole).toInt() == SearchModel::Catalogue);
        CHECK_FALSE(of(SearchModel::TitleRole).toString().isEmpty());
        app.workspace().catalogue()->open(of(SearchModel::RecordIdRole).toString());
        CHECK(app.workspace().catalogue()->itemName() == of(SearchModel::TitleRole).toString());
    }
}

TEST_CASE("An order stands among the hits, opens, and can be looked for alone after a restart too", "[search]") {
    FakeClock clock;
    WorkerApp app(clock, nullptr);
    const Family wang = moveIn(app.store(), "3", "2", "501", {{"王秀英"}});
    const RecordId order = newRecord();
    ok(app.store().save({doorOrder.number(),
                         order,
                         {{doorOrder.household, wang.household},
                          {doorOrder.kind, "door"},
                          {doorOrder.what, "王阿姨要换灯泡"},
                          {doorOrder.askedAt, kMorning}}}));
    app.workspace().search()->toggleKind("order");
    app.workspace().executor().finish();
    app.restart();
    SearchModel& search = *app.workspace().search();
    search.setQuery(text("王"));
    waitUntil([&] { return !search.isBusy() && search.count() + search.hidden() > 0; });
    CHECK(search.kinds() == QStringList{"order"});
    REQUIRE(search.count() == 1);
    const auto of = [&](int role) { return search.index(0).data(role); };
    CHECK(of(SearchModel::KindRole).toInt() == SearchModel::Order);
    CHECK(of(SearchModel::TitleRole).toString() == text("王阿姨要换灯泡"));
    CHECK(of(SearchModel::SubtitleRole).toString() == text("王秀英 · 锦绣花园3栋2单元501室"));
    QString opened;
    QObject::connect(&app.workspace(), &Workspace::orderOpened, [&](const QString& id) { opened = id; });
    app.workspace().openOrder(of(SearchModel::RecordIdRole).toString());
    waitUntil([&] { return !opened.isEmpty(); });
    CHECK(opened == toQt(order));
}

TEST_CASE("Which kinds are shown, and in which order, is as it was left after a restart", "[search]") {
    FakeClock clock;
    WorkerApp app(clock, nullptr);
    const Family fresh = moveIn(app.store(), "3", "2", "501", {{"王秀英"}});
    const Family never = moveIn(app.store(), "3", "2", "502", {{"王强"}});
    ok(app.store().save({visit.number(),
                         newRecord(),
                         {{visit.household, fresh.household},
                          {visit.occurredAt, kMorning},
                          {visit.way, "door"},
                          {visit.outcome, "met"}}}));
    const auto look = [&]() -> SearchModel& {
        SearchModel& search = *app.workspace().search();
        search.setQuery(text("王"));
        waitUntil([&] { return !search.isBusy() && search.count() + search.hidden() > 0; });
        return search;
    };
    look().toggleKind("household");
    look().setByLastVisit(true);
    app.workspace().executor().finish();
    app.restart();

    SearchModel& search = look();
    CHECK(search.kinds() == QStringList{"household"});
    CHECK(search.isByLastVisit());
    REQUIRE(search.count() == 2);
    CHECK(search.hidden() >= 2);
    CHECK(search.index(0).data(SearchModel::HouseholdIdRole).toString() == toQt(never.household));
    CHECK(search.index(0).data(SearchModel::LastVisitAtRole).toDouble() == 0);
    CHECK(search.index(1).data(SearchModel::LastVisitAtRole).toDouble() == kMorning);
    search.showAll();
    CHECK(search.hidden() == 0);
    CHECK(search.count() >= 4);
}

TEST_CASE("Questions that wait are asked as one, the last", "[search]") {
    StoreExecutor executor;
    QObject asker;
    NewestQuestion question;
    std::vector<int> asked, answered;
    for (int i = 1; i <= 5; ++i) {
        question.ask(
            executor, &asker,
            [i, &asked] {
                asked.push_back(i);
                return i;
            },
            [&](int answer) { answered.push_back(answer); });
    }
    waitUntil([&] { return !answered.empty(); });
    CHECK(asked == std::vector<int>{1, 5});
    CHECK(answered == std::vector<int>{5});
}

TEST_CASE("An answer for somebody who has gone is dropped", "[executor]") {
    StoreExecutor executor;
    bool heard = false, done = false;
    auto asker = std::make_unique<QObject>();
    executor.write(
        asker.get(), [] { return 1; }, [&](int) { heard = true; });
    asker.reset();
    executor.write(
        &executor, [] { return 1; }, [&](int) { done = true; });
    waitUntil([&] { return done; });
    CHECK_FALSE(heard);
}

}  // namespace qiaomen::tests
