// SPDX-License-Identifier: Apache-2.0
#include "mobile/today_model.h"

#include <QAbstractItemModelTester>

#include "mobile/text.h"
#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

namespace {

QVariant at(const TodayModel& today, int row, int role) { return today.index(row).data(role); }

/// The day of the stories begins at ten o'clock on this machine's wall, whatever its time zone.
std::int64_t tenOClock() {
    return QDateTime(QDateTime::fromMSecsSinceEpoch(kMorning).date(), QTime(10, 0)).toMSecsSinceEpoch();
}
constexpr std::int64_t kHour = 3'600'000;

struct Morning {
    FakeClock clock{tenOClock()};
    WorkerApp app{clock, nullptr};
    TodayModel& today = *app.workspace().today();
    QAbstractItemModelTester strict{&today, QAbstractItemModelTester::FailureReportingMode::Fatal};

    void met(const Family& family, int daysAgo) {
        ok(app.store().save({visit.number(),
                             newRecord(),
                             {{visit.household, family.household},
                              {visit.occurredAt, clock.ms() - daysAgo * 24 * kHour},
                              {visit.way, "door"},
                              {visit.outcome, "met"}}}));
    }
    /// Old Mrs Wang lives alone: a visit a week is due to her.
    Family wangMetNineDaysAgo() {
        const Family wang = moveIn(app.store(), "3", "2", "501", {{"王秀英", "", "", "elder_alone"}});
        met(wang, 9);
        return wang;
    }
    void until(int rows) {
        waitUntil([&] { return !today.isLoading() && today.count() == rows; });
    }
};

}  // namespace

TEST_CASE("Today says what is due, why, and what else is behind the door", "[today]") {
    Morning morning;
    const Family wang = morning.wangMetNineDaysAgo();
    ok(morning.app.store().save({need.number(),
                                 newRecord(),
                                 {{need.household, wang.household},
                                  {need.heardAt, morning.clock.ms() - 3 * 24 * kHour},
                                  {need.text, "轮椅"},
                                  {need.kind, "health"}}}));
    waitUntil([&] {
        return morning.today.count() == 1 && !at(morning.today, 0, TodayModel::AlsoRole).toStringList().isEmpty();
    });
    CHECK(at(morning.today, 0, TodayModel::HeadNameRole).toString() == text("王秀英"));
    CHECK(at(morning.today, 0, TodayModel::PlaceRole).toString() == text("锦绣花园 3栋 2单元 501"));
    CHECK(at(morning.today, 0, TodayModel::SectionRole).toInt() == TodayModel::Due);
    CHECK(at(morning.today, 0, TodayModel::TitleRole).toString() == "Care visit: Elder living alone");
    CHECK(at(morning.today, 0, TodayModel::WhyRole).toString().contains("last met 13 Nov"));
    CHECK(at(morning.today, 0, TodayModel::OverdueRole).toInt() == 2);
    CHECK(at(morning.today, 0, TodayModel::AlsoRole).toStringList() == QStringList{"Follow-up: Health"});
    CHECK(morning.today.due() == 1);
}

TEST_CASE("A saved visit takes its door off the list", "[today]") {
    Morning morning;
    const Family wang = morning.wangMetNineDaysAgo();
    morning.until(1);
    VisitForm& form = morning.app.visit(wang.household);
    form.setOutcome("met");
    REQUIRE(morning.app.save(form) == "");
    morning.until(0);
    CHECK(morning.today.due() == 0);
}

TEST_CASE("After an act the worker hears what else is due behind the door", "[today]") {
    Morning morning;
    const Family wang = morning.wangMetNineDaysAgo();
    ok(morning.app.store().save({hazard.number(),
                                 newRecord(),
                                 {{hazard.household, wang.household},
                                  {hazard.foundAt, morning.clock.ms() - 10 * 24 * kHour},
                                  {hazard.kind, "gas"},
                                  {hazard.risk, "general"},
                                  {hazard.place, "厨房"}}}));
    morning.until(1);
    QString heard;
    QObject::connect(&morning.today, &TodayModel::stillDue,
                     [&](const QString&, const QString& words) { heard = words; });
    VisitForm& form = morning.app.visit(wang.household);
    form.setOutcome("met");
    REQUIRE(morning.app.save(form) == "");
    waitUntil([&] { return !heard.isEmpty(); });
    CHECK(heard == "Also due behind this door: Hazard recheck: Gas");
}

TEST_CASE("What is put off needs a day and a reason, comes back on that day, and is a fact that syncs", "[today]") {
    Morning morning;
    const Family wang = morning.wangMetNineDaysAgo();
    morning.until(1);
    const QString home = toQt(wang.household);
    QString problem, done;
    QObject::connect(&morning.today, &TodayModel::failed, [&](const QString& why) { problem = why; });
    QObject::connect(&morning.today, &TodayModel::putOffDone, [&](const QString& id) { done = id; });
    const auto inDays = [&](int days) { return static_cast<double>(morning.clock.ms() + days * 24 * kHour); };

    morning.today.putOff(home, inDays(0), "away", "");
    CHECK(problem.contains("after today"));
    morning.today.putOff(home, inDays(31), "away", "");
    CHECK(problem.contains("30"));
    morning.today.putOff(home, inDays(3), "", "");
    CHECK(problem.contains("why"));
    morning.today.putOff(QString(), inDays(3), "away", "");
    CHECK(problem.contains("nothing due"));
    CHECK(done == "");

    morning.today.putOff(home, inDays(3), "away", text("女儿接走了"));
    waitUntil([&] { return done == home && at(morning.today, 0, TodayModel::SectionRole).toInt() == TodayModel::Held; });
    CHECK(at(morning.today, 0, TodayModel::HeldRole).toString() == "Put off until 25 Nov: The family is away");
    CHECK_FALSE(at(morning.today, 0, TodayModel::CanPutOffRole).toBool());
    CHECK(morning.today.due() == 0);
    const auto outbox = ok(morning.app.store().outbox(1));
    CHECK(outbox.front().change.collection == planNote.number());

    morning.clock.advance(3 * 24 * kHour);
    morning.today.refresh();
    waitUntil([&] { return morning.today.due() == 1; });
}

TEST_CASE("No timer runs while nothing waits, and one runs to the end of a nap", "[today]") {
    Morning morning;
    const Family wang = morning.wangMetNineDaysAgo();
    morning.until(1);
    CHECK(morning.today.wakesAt() == 0);
    morning.clock.advance(2 * kHour + kHour / 2);  // half past twelve
    morning.today.refresh();
    waitUntil([&] { return morning.today.due() == 0; });
    CHECK(morning.today.wakesAt() == static_cast<double>(tenOClock() + 4 * kHour));
    CHECK(at(morning.today, 0, TodayModel::HeldRole).toString() == "Quiet hours: from 14:00");
    morning.met(wang, 0);
    morning.until(0);
    CHECK(morning.today.wakesAt() == 0);
}

TEST_CASE("A household that was visited twice this week is knocked on again with a reason", "[today]") {
    Morning morning;
    const Family wang = moveIn(morning.app.store(), "3", "2", "501", {{"王秀英"}});
    morning.met(wang, 1);
    morning.met(wang, 4);
    ok(morning.app.store().save({hazard.number(),
                                 newRecord(),
                                 {{hazard.household, wang.household},
                                  {hazard.foundAt, morning.clock.ms() - 10 * 24 * kHour},
                                  {hazard.kind, "gas"},
                                  {hazard.risk, "general"},
                                  {hazard.place, "厨房"}}}));
    morning.until(1);
    CHECK(at(morning.today, 0, TodayModel::AsksReasonRole).toBool());
    CHECK(at(morning.today, 0, TodayModel::KnocksRole).toInt() == 2);
    QString noted;
    QObject::connect(&morning.today, &TodayModel::reasonNoted, [&](const QString& id) { noted = id; });
    morning.today.noteReason(toQt(wang.household), "urgent", "");
    waitUntil([&] { return noted == toQt(wang.household); });
    CHECK(ok(morning.app.store().outbox(1)).front().change.collection == planNote.number());
}

}  // namespace qiaomen::tests
