// SPDX-License-Identifier: Apache-2.0
#include "mobile/reveal.h"

#include "mobile/text.h"
#include "shared/domain/read_audit.h"
#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

namespace {

/// Li Min needs the telephone of Wang Xiuying.
struct Asking {
    FakeClock clock;
    Centre centre{clock};
    WorkerApp app{clock, &centre};
    Family family = moveIn(app.store(), "3", "2", "501", {{"王秀英", "15400005678"}});
    Reveal* reveal = nullptr;

    Reveal& begin(const char* field = "phone") {
        QObject::connect(&app.workspace(), &Workspace::revealBegun, [this](Reveal* begun) { reveal = begun; });
        app.workspace().beginReveal("resident", toQt(family.members[0]), field);
        waitUntil([&] { return reveal && reveal->isReady(); });
        return *reveal;
    }
    std::vector<Record> looks() { return ok(app.store().find(readAudit, readAudit.household, family.household)); }
};

}  // namespace

TEST_CASE("A number is shown after the look is logged with its reason, and hidden again", "[reveal]") {
    Asking asking;
    Reveal& reveal = asking.begin();
    CHECK(reveal.subject() == text("王秀英"));
    CHECK(reveal.maskedText() == "154****5678");
    CHECK(reveal.text() == "");
    reveal.setReason("contact");
    reveal.show();
    waitUntil([&] { return !reveal.text().isEmpty(); });
    CHECK(reveal.text() == "15400005678");
    CHECK(reveal.secondsLeft() == Reveal::kShownFor.count());
    REQUIRE(asking.looks().size() == 1);
    const Record look = asking.looks()[0];
    CHECK(look.text(readAudit.reader) == "李敏");
    CHECK(look.reference(readAudit.ofRecord) == asking.family.members[0]);
    CHECK(look.integer(readAudit.ofField) == static_cast<int>(resident.phone));
    CHECK(look.integer(readAudit.readAt) == asking.app.store().nowMs());
    CHECK(look.text(readAudit.device) == asking.app.store().device().text());
    CHECK(look.text(readAudit.reason) == "contact");
    for (const FieldValue& field : look.fields()) CHECK(field.value != Value("15400005678"));

    reveal.hide();
    CHECK(reveal.text() == "");
    reveal.show();  // a second look is a second entry
    waitUntil([&] { return !reveal.text().isEmpty(); });
    CHECK(asking.looks().size() == 2);
}

TEST_CASE("Without a reason nothing is shown; another reason needs words", "[reveal]") {
    Asking asking;
    Reveal& reveal = asking.begin();
    CHECK(reveal.problem() != "");
    reveal.show();
    CHECK_FALSE(reveal.isSaving());
    reveal.setReason("other");
    CHECK(reveal.problem().contains("own words"));
    reveal.setWords(text("家属委托"));
    CHECK(reveal.problem() == "");
    reveal.show();
    waitUntil([&] { return !reveal.text().isEmpty(); });
    CHECK(asking.looks().at(0).text(readAudit.words) == "家属委托");
}

TEST_CASE("The number goes by itself when its time is over", "[reveal]") {
    Asking asking;
    const auto target = Reveal::target("resident", toQt(asking.family.members[0]), "phone");
    REQUIRE(target);
    Reveal reveal(asking.app.session(), *target, text("李敏"), nullptr, std::chrono::milliseconds(0));
    waitUntil([&] { return reveal.isReady(); });
    reveal.setReason("verify");
    bool shown = false;
    QObject::connect(&reveal, &Reveal::changed, [&] { shown = shown || !reveal.text().isEmpty(); });
    reveal.show();
    waitUntil([&] { return shown && reveal.text().isEmpty(); });
    CHECK(reveal.secondsLeft() == 0);
}

TEST_CASE("Only protected fields of people and households can be asked for", "[reveal]") {
    const QString id = toQt(newRecord());
    CHECK(Reveal::target("resident", id, "id_number"));
    CHECK(Reveal::target("household", id, "phone"));
    CHECK_FALSE(Reveal::target("resident", id, "name"));
    CHECK_FALSE(Reveal::target("visit", id, "remark"));
    CHECK_FALSE(Reveal::target("resident", "nobody", "phone"));
    CHECK_FALSE(Reveal::target("nothing", id, "phone"));
}

TEST_CASE("The household's page tells who looked, on every device", "[reveal]") {
    Asking asking;
    Reveal& reveal = asking.begin();
    reveal.setReason("contact");
    reveal.show();
    waitUntil([&] { return !reveal.text().isEmpty(); });
    asking.app.sync();

    WorkerApp colleague(asking.clock, &asking.centre, bob, "陈志强");
    colleague.sync();
    ShownHousehold& shown = *colleague.workspace().household();
    colleague.workspace().openHousehold(toQt(asking.family.household));
    waitUntil([&] { return shown.isReady() && shown.looks()->rowCount() == 1; });
    const QModelIndex look = shown.looks()->index(0);
    CHECK(look.data(LooksModel::ReaderRole) == text("李敏"));
    CHECK(look.data(LooksModel::WhatRole) == text("王秀英 · Phone"));
    CHECK(look.data(LooksModel::ReasonRole) == "Get in touch");
}

}  // namespace qiaomen::tests
