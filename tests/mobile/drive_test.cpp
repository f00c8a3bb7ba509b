// SPDX-License-Identifier: Apache-2.0
#include "mobile/drive.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include "mobile/text.h"
#include "tests/mobile/pictures.h"
#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

namespace {

/// A driven phone: lines in, answers out.
struct Driven {
    FakeClock clock;
    Centre centre{clock};
    WorkerApp app{clock, &centre};
    Family family = moveIn(app.store(), "3", "2", "501", {{"王秀英", "13800005678"}});
    QList<QJsonObject> answers;
    Drive drive{app.workspace(), [this](const QByteArray& line) { answers << QJsonDocument::fromJson(line).object(); }};
    QString home = toQt(family.household);
    TempFolder files;

    QJsonObject ask(const QJsonObject& command) {
        const auto before = answers.size();
        drive.take(QJsonDocument(command).toJson(QJsonDocument::Compact));
        waitUntil([&] { return answers.size() > before; });
        return answers.last();
    }
    /// A line that must be done.
    QJsonObject act(const QJsonObject& command) {
        clock.advance(60'000);
        QJsonObject answer = ask(command);
        INFO(answer["problem"].toString().toStdString());
        REQUIRE(answer["ok"].toBool());
        return answer;
    }
    /// What the page of something shows.
    QJsonObject page(const char* what, const QJsonValue& id) { return act({{"do", what}, {what, id}}); }
    QString day(int ahead) {
        return QDateTime::fromMSecsSinceEpoch(clock.ms()).date().addDays(ahead).toString(Qt::ISODate);
    }
    QJsonObject file(const char* name) { return {{"file", pictureFile(files.path(), name, Qt::red).toLocalFile()}}; }
};

QJsonObject rowOf(const QJsonObject& page, const char* list, int row) {
    return page[QLatin1String(list)].toArray().at(row).toObject();
}
QString firstOf(const QJsonObject& page, const char* list, const char* role) {
    return rowOf(page, list, 0)[QLatin1String(role)].toString();
}

}  // namespace

TEST_CASE("A visit by a line is a visit by the form: saved, counted, and held by the store", "[drive]") {
    Driven phone;
    const QJsonObject answer = phone.ask(
        {{"do", "visit"},
         {"household", phone.home},
         {"outcome", "met"},
         {"confirmed", "all"},
         {"residents",
          QJsonArray{QJsonObject{{"id", toQt(phone.family.members[0])}, {"field", "work_unit"}, {"value", "school"}}}},
         {"needs", QJsonArray{QJsonObject{{"text", "ramp"}, {"kind", "housing"}}}},
         {"hazards", QJsonArray{QJsonObject{{"kind", "gas"}, {"risk", "general"}}}}});
    REQUIRE(answer["ok"].toBool());
    CHECK(answer["acts"].toInt() == 4);
    CHECK(answer["last"].toInt() - answer["first"].toInt() == 3);
    const QJsonObject held = phone.ask(
        {{"do", "holds"}, {"records", QJsonArray{answer["visit"], answer["needs"].toArray()[0], "0190"}}});
    CHECK(held["held"].toInt() == 2);
    CHECK(held["missing"].toArray().size() == 1);
    CHECK(phone.ask({{"do", "counts"}})["visits"].toInt() == 1);
}

TEST_CASE("The rules are those of the form, and a bad line harms nothing", "[drive]") {
    Driven phone;
    const QJsonObject refused = phone.ask({{"do", "visit"}, {"household", phone.home}});
    CHECK_FALSE(refused["ok"].toBool());
    CHECK(refused["problem"].toString() == "Choose what came of the visit.");
    CHECK(phone.ask({{"do", "visit"}, {"household", "nobody"}, {"outcome", "met"}})["fault"].toString() == "missing");
    CHECK(phone.ask({{"do", "dance"}})["fault"].toString() == "invalid");
    phone.drive.take("{not json");
    waitUntil([&] { return phone.answers.last()["problem"].toString().contains("not a JSON object"); });
    CHECK(phone.ask({{"do", "open"}})["worker"].toString() == text("李敏"));
}

TEST_CASE("Lines are answered in their order", "[drive]") {
    Driven phone;
    phone.drive.take(
        QJsonDocument(QJsonObject{{"do", "edit"}, {"household", phone.home}, {"fields", QJsonObject{{"note", "one"}}}})
            .toJson(QJsonDocument::Compact));
    phone.drive.take(R"({"do":"safety"})");
    phone.drive.take(R"({"do":"open"})");
    waitUntil([&] { return phone.answers.size() == 3; });
    CHECK(phone.answers[0]["acts"].toInt() == 1);
    CHECK(phone.answers[1].contains("only_here"));
    CHECK(phone.answers[2].contains("grids"));
}

TEST_CASE("After sync everything saved before it is safe", "[drive]") {
    Driven phone;
    REQUIRE(phone.ask({{"do", "network"}, {"on", false}})["ok"].toBool());
    CHECK(phone.ask({{"do", "sync"}})["fault"].toString() == "offline");
    REQUIRE(
        phone.ask({{"do", "edit"}, {"household", phone.home}, {"fields", QJsonObject{{"note", "two"}}}})["ok"].toBool());
    REQUIRE(phone.ask({{"do", "network"}, {"on", true}})["ok"].toBool());
    const QJsonObject synced = phone.ask({{"do", "sync"}});
    REQUIRE(synced["ok"].toBool());
    CHECK(synced["only_here"].toInt() == 0);
    CHECK(synced["safe"].toInt() == 4);
}

TEST_CASE("Doors, household and search answer what the pages show", "[drive]") {
    Driven phone;
    const QJsonArray doors = phone.ask({{"do", "doors"}, {"row", 0}})["doors"].toArray();
    REQUIRE(doors.size() == 1);
    CHECK(doors[0].toObject()["household"].toString() == phone.home);
    const QJsonObject shown = phone.ask({{"do", "household"}, {"household", phone.home}});
    CHECK(shown["head_name"].toString() == text("王秀英"));
    CHECK(shown["members"].toArray()[0].toObject()["phone"].toString() == "138****5678");
    CHECK(phone.ask({{"do", "search"}, {"text", text("王")}})["hits"].toArray().size() >= 1);
}

TEST_CASE("The grid goes out as a workbook and the office's visits come in, by lines, and are taken back", "[drive]") {
    Driven phone;
    const QTemporaryDir folder;
    const QJsonObject out = phone.ask({{"do", "export"}, {"folder", folder.path()}, {"period", "this_month"}});
    REQUIRE(out["ok"].toBool());
    CHECK(QFile::exists(out["file"].toString()));
    CHECK(out["rows"].toInt() == 2);
    CHECK(phone.ask({{"do", "export"}, {"folder", "/nowhere"}})["fault"].toString() == "broken");
    CHECK(phone.ask({{"do", "export"}, {"folder", folder.path()}, {"period", "ever"}})["fault"].toString() ==
          "invalid");

    QFile file(folder.filePath("11.csv"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("走访对象,居住地址,走访时间\n王秀英,3-2-501,11/3\n赵六,1-1-101,11/3\n");
    file.close();
    REQUIRE(phone.ask({{"do", "network"}, {"on", false}})["ok"].toBool());
    const QJsonObject seen = phone.ask({{"do", "import"}, {"file", file.fileName()}, {"save", false}});
    CHECK(seen["ready"].toInt() == 1);
    CHECK(seen["saved"].toInt() == 0);
    const QJsonObject in = phone.ask({{"do", "import"}, {"file", file.fileName()}, {"keep", true}});
    CHECK(in["saved"].toInt() == 1);
    CHECK(in["notes"].toInt() == 1);
    CHECK(phone.ask({{"do", "counts"}})["visits"].toInt() == 1);
    CHECK(phone.ask({{"do", "undo_import"}})["ok"].toBool());
    CHECK(phone.ask({{"do", "counts"}})["visits"].toInt() == 0);
    CHECK(phone.ask({{"do", "undo_import"}})["fault"].toString() == "missing");
    CHECK(phone.ask({{"do", "import"}, {"file", "/nowhere.csv"}})["fault"].toString() == "invalid");
}

TEST_CASE("Typing without saving is a durable draft; the end of the lines ends the program", "[drive]") {
    Driven phone;
    const QJsonObject half{
        {"do", "visit"}, {"household", phone.home}, {"outcome", "met"}, {"remark", "half"}, {"then", "draft"}};
    CHECK(phone.ask(half)["ok"].toBool());
    CHECK(ok(phone.app.store().drafts()).size() == 1);
    const QJsonObject given = phone.ask({{"do", "visit"}, {"household", phone.home}, {"then", "discard"}});
    CHECK(given["recovered"].toBool());
    CHECK(ok(phone.app.store().drafts()).empty());
    bool quit = false;
    QObject::connect(&phone.drive, &Drive::quit, [&] { quit = true; });
    phone.drive.end();
    waitUntil([&] { return quit; });
}

TEST_CASE("By lines a door order goes from the request to the invitation, with a paper that was missing", "[drive]") {
    Driven phone;
    const auto items = Catalogue::sample().itemsOn(*civilDay(phone.day(0).toStdString()));
    const CatalogueItem& item = **std::ranges::find_if(
        items, [](const CatalogueItem* one) { return one->materials.size() >= 2; });
    const QString order = phone
                              .act({{"do", "new_order"},
                                    {"household", phone.home},
                                    {"kind", "proxy"},
                                    {"item", toQt(std::string_view(item.code))},
                                    {"resident", toQt(phone.family.members[0])},
                                    {"entrusted", true}})["order"]
                              .toString();
    const auto step = [&](const char* act, QJsonObject typed) {
        typed.insert("do", "order_step");
        typed.insert("order", order);
        typed.insert("act", act);
        return phone.act(typed);
    };
    step("accepted", {{"agreed_on", phone.day(0)}, {"agreed_part", "morning"}});
    const QJsonObject told = step("cannot", {{"reasons", QJsonArray{"papers_missing"}},
                                             {"notice", QJsonObject{{"have", QJsonArray{}}, {"way", "paper"}}}});
    CHECK(told["last"].toInt() - told["first"].toInt() == 1);  // the step and its notice
    CHECK(phone.page("order", order)["missing"].toArray().size() == static_cast<qsizetype>(item.materials.size()));
    const QJsonObject slip = phone.act(
        {{"do", "slip"}, {"order", order}, {"of", "notice"}, {"folder", toQt(phone.files.path().string())}});
    CHECK(slip["text"].toString().contains(toQt(std::string_view(item.materials[0].name.en))));
    CHECK(QFile::exists(slip["file"].toString()));

    step("accepted", {{"agreed_on", phone.day(1)}});
    step("collected", {{"papers", QJsonArray{"Household register", QJsonObject{{"name", "Photo"}, {"copies", 2}}}}});
    CHECK(phone.page("order", order)["papers_out"].toInt() == 2);
    step("done", {});
    step("delivered", {{"handed_to", text("王秀英")}});
    phone.act({{"do", "return_papers"}, {"order", order}});
    const QString invitation = phone.act({{"do", "invite"}, {"order", order}})["text"].toString();
    CHECK(invitation.contains('-'));
    const QJsonObject page = phone.page("order", order);
    CHECK(page["state_code"].toString() == "delivered");
    CHECK_FALSE(page["open"].toBool());
    CHECK(page["steps"].toArray().size() == 6);
}

TEST_CASE("By lines a hazard is found with a photo, rechecked and closed, and its last step taken back", "[drive]") {
    Driven phone;
    const QString hazard = phone
                               .act({{"do", "new_hazard"},
                                     {"household", phone.home},
                                     {"kind", "wiring"},
                                     {"risk", "general"},
                                     {"photos", QJsonArray{phone.file("before.jpg")}}})["hazard"]
                               .toString();
    phone.act({{"do", "hazard_step"}, {"hazard", hazard}, {"act", "notice"}, {"to_whom", text("物业")}});
    QJsonObject after = phone.file("after.jpg");
    after.insert("stage", "after");
    phone.act({{"do", "new_photos"}, {"hazard", hazard}, {"photos", QJsonArray{after}}});
    phone.act({{"do", "hazard_step"}, {"hazard", hazard}, {"act", "closed"}});
    QJsonObject page = phone.page("hazard", hazard);
    CHECK(page["state_code"].toString() == "closed");
    phone.act({{"do", "undo"}, {"hazard", hazard}, {"step", firstOf(page, "steps", "record_id")}});
    page = phone.page("hazard", hazard);
    CHECK(page["state_code"].toString() == "rectifying");
    CHECK(phone.act({{"do", "photos"}, {"hazard", hazard}})["rows"].toArray().size() == 2);
    CHECK(phone
              .ask({{"do", "new_photos"},
                    {"hazard", hazard},
                    {"photos", QJsonArray{QJsonObject{{"file", "/no"}}}}})["problem"]
              .toString()
              .contains("picture"));
}

TEST_CASE("By lines people move out and in again, a lease is noted, and the latest act is taken back", "[drive]") {
    Driven phone;
    const QString member = toQt(phone.family.members[0]);
    const QJsonObject moved = phone.act(
        {{"do", "move"}, {"household", phone.home}, {"kind", "in"}, {"name", text("王小明")}, {"relation", "4"}});
    CHECK_FALSE(moved["recovered"].toBool());  // a form that nobody typed into is no draft
    CHECK(phone.page("household", phone.home)["members"].toArray().size() == 2);
    phone.act({{"do", "move"},
               {"household", phone.home},
               {"kind", "out"},
               {"people", QJsonArray{member}},
               {"staying_head", rowOf(phone.page("household", phone.home), "members", 1)["resident_id"]}});
    phone.act({{"do", "undo"}});
    const QJsonObject anchor = phone.act({{"do", "anchor"},
                                          {"household", phone.home},
                                          {"kind", "lease"},
                                          {"title", text("租房合同")},
                                          {"expires", phone.day(20)}});
    CHECK(firstOf(phone.page("household", phone.home), "anchors", "anchor_id") == anchor["anchor"].toString());
    phone.act({{"do", "undo"}});
    CHECK(phone.page("household", phone.home)["anchors"].toArray().isEmpty());
}

TEST_CASE("By lines two households become one, chosen among what is found", "[drive]") {
    Driven phone;
    const Family li = moveIn(phone.app.store(), "3", "2", "502", {{"李国强"}});
    phone.act({{"do", "move"},
               {"household", toQt(li.household)},
               {"kind", "join"},
               {"query", text("王秀英")},
               {"target", phone.home}});
    CHECK(phone.page("household", phone.home)["members"].toArray().size() == 2);
}

TEST_CASE("A quick act, a put-off door and a reason are told by what Today shows", "[drive]") {
    Driven phone;
    const Family elder = moveIn(phone.app.store(), "3", "2", "502", {{"赵桂兰", "", "", "elder_alone"}});
    const QString home = toQt(elder.household);
    const QJsonObject tried = phone.act({{"do", "not_home"}, {"household", home}, {"card_left", true}});
    phone.act({{"do", "undo"}, {"visit", tried["visit"]}});
    phone.act({{"do", "put_off"}, {"household", home}, {"until", phone.day(3)}, {"reason", "away"}});
    phone.act({{"do", "note_reason"}, {"household", home}, {"reason", "urgent"}});
    const QJsonArray today = phone.act({{"do", "look"}, {"at", "today"}})["rows"].toArray();
    const auto row = std::ranges::find_if(
        today, [&](const QJsonValue& one) { return one.toObject()["household_id"].toString() == home; });
    REQUIRE(row != today.end());
    CHECK((*row).toObject()["held"].toString().startsWith("Put off until"));
    CHECK(phone.ask({{"do", "look"}, {"at", "yesterday"}})["fault"].toString() == "missing");
}

TEST_CASE("A line that types what the form does not have says so, and saves nothing", "[drive]") {
    Driven phone;
    const auto visits = phone.ask({{"do", "counts"}})["visits"].toInt();
    const QJsonObject wrong = phone.ask({{"do", "visit"}, {"household", phone.home}, {"weather", "fine"}});
    CHECK(wrong["problem"].toString() == "This cannot be typed here: weather");
    CHECK(phone.ask({{"do", "counts"}})["visits"].toInt() == visits);
    CHECK_FALSE(phone.ask({{"do", "resolve"}, {"conflict", "none"}, {"keep", "mine"}})["ok"].toBool());
    CHECK_FALSE(phone.ask({{"do", "take_in"}, {"rescued", "none"}})["ok"].toBool());
}

TEST_CASE("A number is looked at by a line with a reason, and the look is counted", "[drive]") {
    Driven phone;
    const QJsonObject look{
        {"do", "reveal"}, {"collection", "resident"}, {"record", toQt(phone.family.members[0])}, {"field", "phone"}};
    CHECK_FALSE(phone.ask(look)["ok"].toBool());
    QJsonObject because = look;
    because.insert("reason", "contact");
    CHECK(phone.act(because)["text"].toString() == "13800005678");
    CHECK(phone.page("household", phone.home)["looks"].toArray().size() == 1);
}

}  // namespace qiaomen::tests
