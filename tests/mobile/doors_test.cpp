// SPDX-License-Identifier: Apache-2.0
#include "mobile/doors_model.h"

#include <QAbstractItemModelTester>

#include "mobile/text.h"
#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

namespace {

using Strict = QAbstractItemModelTester;
constexpr auto kFatal = Strict::FailureReportingMode::Fatal;

QString at(const QAbstractItemModel& model, int row, int role) { return model.index(row, 0).data(role).toString(); }

struct Building {
    FakeClock clock;
    WorkerApp app{clock, nullptr};
    Family wang = moveIn(app.store(), "3", "2", "501", {{"王秀英"}});
    Family li = moveIn(app.store(), "3", "2", "502", {{"李强"}});
    Family zhao = moveIn(app.store(), "3", "2", "401", {{"赵敏"}});
    Family chen = moveIn(app.store(), "3", "10", "101", {{"陈静"}});
    DoorsModel& doors = *app.workspace().doors();

    void open() {
        waitUntil([&] { return app.workspace().places()->count() == 1; });
        app.workspace().openPlace(0);
        waitUntil([&] { return !doors.isLoading() && doors.count() > 0; });
    }
};

}  // namespace

TEST_CASE("A unit is shown as one sees it: floors from the top, each as long as the longest", "[doors]") {
    Building building;
    Strict strict(&building.doors, kFatal);
    building.open();
    CHECK(building.doors.title() == text("锦绣花园 3栋"));
    CHECK(building.doors.units() == QStringList{text("2单元"), text("10单元")});
    CHECK(building.doors.unit() == text("2单元"));
    CHECK(building.doors.doorsPerFloor() == 2);
    REQUIRE(building.doors.count() == 4);
    CHECK(at(building.doors, 0, DoorsModel::RoomRole) == "501");
    CHECK(at(building.doors, 1, DoorsModel::RoomRole) == "502");
    CHECK(at(building.doors, 2, DoorsModel::RoomRole) == "401");
    CHECK(at(building.doors, 3, DoorsModel::RoomRole) == "");
    CHECK(at(building.doors, 3, DoorsModel::FloorRole) == "4");
    CHECK(building.doors.householdOf(at(building.doors, 2, DoorsModel::PlaceIdRole)) == toQt(building.zhao.household));

    building.doors.setUnit(text("10单元"));
    CHECK(building.doors.count() == 1);
    CHECK(at(building.doors, 0, DoorsModel::HeadNameRole) == text("陈静"));
}

TEST_CASE("A door turns fresh the moment its visit is saved, and says that it is only here", "[doors]") {
    Building building;
    building.open();
    const auto freshness = [&] { return building.doors.index(0).data(DoorsModel::FreshnessRole).toInt(); };
    CHECK(freshness() == 3);
    VisitForm& form = building.app.visit(building.wang.household);
    form.setOutcome("met");
    REQUIRE(building.app.save(form) == "");
    waitUntil([&] { return freshness() == 0; });
    CHECK(building.doors.index(0).data(DoorsModel::UnsentRole).toBool());
}

TEST_CASE("What is only here is read once, and again when something else is", "[doors]") {
    Building building;
    GridSession& session = building.app.session();
    const auto first = session.unsent();
    CHECK(first->households.contains(building.wang.household));
    CHECK(session.unsent() == first);
    VisitForm& form = building.app.visit(building.li.household);
    form.setOutcome("not_home");
    REQUIRE(building.app.save(form) == "");
    CHECK(session.unsent() != first);
    CHECK(session.unsent()->records.contains(form.made().visit));
}

TEST_CASE("The numbers of a grid are not told before they are counted", "[doors]") {
    Building building;
    building.app.restart();
    CHECK_FALSE(building.app.workspace().isCounted());
    waitUntil([&] { return building.app.workspace().isCounted(); });
    CHECK(building.app.workspace().households() == 4);
}

TEST_CASE("Gaps fill floors of different length", "[doors]") {
    const auto onFloor = [](std::int64_t floor) {
        Door door;
        door.floor = floor;
        return door;
    };
    const Door top = onFloor(3), second = onFloor(2), beside = onFloor(2), third = onFloor(2), ground = onFloor(1);
    int doorsPerFloor = 0;
    const auto rows = floorRows({&top, &second, &beside, &third, &ground}, doorsPerFloor);
    CHECK(doorsPerFloor == 3);
    CHECK(rows == std::vector<int>{0, kGap, kGap, 1, 2, 3, 4, kGap, kGap});
    CHECK(floorRows({}, doorsPerFloor).empty());
}

TEST_CASE("The shown household has its people, its history and what is open, identifiers masked", "[household]") {
    Building building;
    const Family home = moveIn(building.app.store(), "4", "1", "201",
                               {{"孙丽", "13800004321", "", "elder_alone"}, {"孙涛"}});
    VisitForm& form = building.app.visit(home.household);
    form.setOutcome("met");
    form.setRemark(text("一切都好"));
    NeedForm* need = form.addNeed();
    need->setText(text("轮椅"));
    need->setKind("health");
    REQUIRE(building.app.save(form) == "");

    ShownHousehold& shown = *building.app.workspace().household();
    Strict members(shown.members(), kFatal), timeline(shown.timeline(), kFatal), needs(shown.needs(), kFatal);
    building.app.workspace().openHousehold(toQt(home.household));
    waitUntil([&] { return shown.isReady() && shown.members()->count() == 2; });
    CHECK(shown.headName() == text("孙丽"));
    CHECK(shown.freshness() == 0);
    CHECK(shown.visitCount() == 1);
    CHECK(shown.openNeeds() == 1);
    CHECK(shown.lastVisitBy() == text("李敏"));
    CHECK(at(*shown.members(), 0, MembersModel::PhoneRole) == "138****4321");
    CHECK(shown.members()->index(0).data(MembersModel::CareTagsRole).toStringList() ==
          QStringList{"Elder living alone"});
    REQUIRE(shown.timeline()->count() == 2);
    CHECK(shown.timeline()->index(0).data(TimelineModel::UnsentRole).toBool());
    CHECK(at(*shown.needs(), 0, ItemsModel::TextRole) == text("轮椅"));
    CHECK(shown.needs()->index(0).data(ItemsModel::OpenRole).toBool());
}

TEST_CASE("Age counts birthdays, and admits what it does not know", "[household]") {
    CHECK(ageInYears("1950-11-22", kMorning) == 76);
    CHECK(ageInYears("1950-11-23", kMorning) == 75);
    CHECK(ageInYears("1950", kMorning) == 76);
    CHECK(ageInYears("", kMorning) == -1);
    CHECK(ageInYears("2030-01-01", kMorning) == -1);
}

}  // namespace qiaomen::tests
