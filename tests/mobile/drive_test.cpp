// SPDX-License-Identifier: Apache-2.0
#include "mobile/drive.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include "mobile/text.h"
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

    QJsonObject ask(const QJsonObject& command) {
        const auto before = answers.size();
        drive.take(QJsonDocument(command).toJson(QJsonDocument::Compact));
        waitUntil([&] { return answers.size() > before; });
        return answers.last();
    }
};

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
    CHECK(shown["head"].toString() == text("王秀英"));
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
    CHECK(phone.ask({{"do", "type"}, {"household", phone.home}, {"outcome", "met"}, {"remark", "half"}})["ok"].toBool());
    CHECK(ok(phone.app.store().drafts()).size() == 1);
    bool quit = false;
    QObject::connect(&phone.drive, &Drive::quit, [&] { quit = true; });
    phone.drive.end();
    waitUntil([&] { return quit; });
}

}  // namespace qiaomen::tests
