// SPDX-License-Identifier: Apache-2.0
#include "mobile/change_words.h"
#include "mobile/settings.h"
#include "mobile/text.h"
#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

TEST_CASE("Codes have words in both languages, and an unknown code shows itself", "[words]") {
    Vocabulary vocabulary;
    CHECK(vocabulary.word("visit", "outcome", "met") == text("见到"));
    ChoiceModel* outcomes = vocabulary.choices("visit", "outcome");
    REQUIRE(outcomes);
    CHECK(outcomes->labelAt(0) == text("见到"));
    vocabulary.setChinese(false);
    CHECK(outcomes->labelAt(0) == "Met");
    CHECK(vocabulary.word("visit", "outcome", "vaporised") == "vaporised");
    CHECK(vocabulary.choices("visit", "no such field") == nullptr);
    CHECK(vocabulary.label("resident", "phone") == "Phone");
}

TEST_CASE("Values are shown as people read them, identifiers masked", "[words]") {
    Vocabulary vocabulary;
    vocabulary.setChinese(false);
    CHECK(vocabulary.show(*resident.find("phone"), Value("13800005678")) == "138****5678");
    CHECK(vocabulary.show(*resident.find("care_tags"), Value("disabled veteran")) == "Disabled, Veteran");
    CHECK(vocabulary.show(*visit.find("card_left"), Value(true)) == "yes");
    CHECK(vocabulary.show(*visit.find("remark"), Value()) == "");
}

TEST_CASE("A full disk is a sentence about what to do", "[words]") {
    CHECK(explain({Fault::full, "database or disk is full"}).contains("Nothing was lost"));
    CHECK(explain({Fault::offline, ""}).contains("tried again by itself"));
}

TEST_CASE("Days and dates are the same day, ids survive text", "[text]") {
    CHECK(dateFromDay(dayFromDate("2026-11-22")) == "2026-11-22");
    CHECK(dayFromDate("2026-11") == 0);
    CHECK(dateFromDay(0) == "");
    const RecordId id = newRecord();
    CHECK(idFromQt<RecordKind>(toQt(id)) == id);
    CHECK(idFromQt<RecordKind>("nonsense").isNone());
    CHECK(toQt(RecordId{}) == "");
}

TEST_CASE("Settings are kept in the device's folder; a damaged file means defaults", "[settings]") {
    TempFolder folder;
    {
        StoreExecutor executor;
        Settings settings(folder.path(), executor);
        CHECK(settings.language() == "zh_CN");
        settings.setLanguage("en");
        settings.setTheme(Settings::DarkTheme);
        settings.setElder(true);
        settings.setLanguage("tlh");
    }
    StoreExecutor executor;
    Settings again(folder.path(), executor);
    CHECK(again.language() == "en");
    CHECK(again.theme() == Settings::DarkTheme);
    CHECK(again.isElder());
}

}  // namespace qiaomen::tests
