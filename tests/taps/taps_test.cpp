// SPDX-License-Identifier: Apache-2.0
//
// How many taps a worker needs, counted on the real pages over a real workspace: what qml/README.md says is checked here.

#include <QFile>
#include <QTemporaryDir>

#include "mobile/text.h"
#include "tests/mobile/pictures.h"
#include "tests/mobile/workspace_story.h"
#include "tests/taps/finger.h"

namespace qiaomen::tests {

namespace {

/// Old Mrs Wang, to whom a visit is due, and a finger on the app.
struct Worker {
    FakeClock clock{kMorning + 24 * 3'600'000 + 2 * 3'600'000};
    Centre centre{clock};
    WorkerApp app{clock, &centre};
    Family wang = moveIn(app.store(), "3", "2", "501", {{"王秀英", "13800005678", "", "elder_alone"}});
    std::unique_ptr<Finger> finger;

    Worker() {
        app.workspace().settings()->overrideLanguage("en");
        app.sync();
        finger = std::make_unique<Finger>(app.workspace());
    }
    /// The row of qml/README.md that begins so, as "| words | taps |".
    static int promised(const QString& words) {
        QFile file(QIAOMEN_QML_README);
        REQUIRE(file.open(QIODevice::ReadOnly));
        for (const QString& line : QString::fromUtf8(file.readAll()).split('\n')) {
            const QStringList cells = line.split('|');
            if (cells.size() >= 4 && cells[1].trimmed() == words) return cells[2].trimmed().toInt();
        }
        return -1;
    }
    void counts(const char* what) {
        const int taps = finger->taps();
        std::printf("%s: %d taps, %d swipes\n", what, taps, finger->swipes());
        CHECK(taps == promised(what));
    }
};

}  // namespace

TEST_CASE("A routine visit is three taps on its page, and one to get there", "[taps]") {
    Worker worker;
    worker.finger->tap("Begin a visit: 王秀英");
    worker.counts("from Today to the page of a visit");
    worker.finger->tap("Met");
    worker.finger->tap("Nothing has changed");
    worker.finger->tap("Save the visit");
    worker.counts("a routine visit, on its page");
    worker.finger->waitFor("Visit saved");
    const auto visits = ok(worker.app.session().reader().recentVisits(5));
    REQUIRE(visits.size() == 1);
    CHECK(visits[0].text(visit.outcome) == "met");
    CHECK(visits[0].text(visit.confirmed) == "members contacts dwelling care");
}

TEST_CASE("What is not yet safe is one tap from Today, and says since when", "[taps]") {
    Worker worker;
    worker.app.workspace().sync()->setNetworkOn(false);
    ok(worker.app.store().save({household.number(), worker.wang.household, {{household.note, "有狗"}}}));
    worker.finger->tap("1 record only on this phone");
    worker.counts("from Today: see what is not yet safe");
    worker.finger->waitFor("Off: everything stays on this phone for now");
}

TEST_CASE("A person is found by two characters and by the beginnings of the syllables", "[taps]") {
    Worker worker;
    for (const char* typed : {"秀英", "wxy"}) {
        worker.finger->tap("Search");
        worker.finger->tap("Name, door, end of a phone number, pinyin");
        if (worker.finger->sees("Clear")) worker.finger->tap("Clear");
        (void)worker.finger->taps();
        worker.finger->tap("Search");
        worker.finger->tap("Name, door, end of a phone number, pinyin");
        worker.finger->type(text(typed));
        worker.finger->tap("王秀英");
        worker.counts("from any page: find a person by two characters or pinyin");
        worker.finger->waitFor("Begin a visit");
        worker.finger->tap("Back");
    }
}

TEST_CASE("A conflict is decided by three taps from Today", "[taps]") {
    Worker worker;
    Phone colleague(bob, worker.centre, worker.clock);
    colleague.sync();
    ok(worker.app.store().save({household.number(), worker.wang.household, {{household.note, "有狗"}}}));
    worker.clock.advance(60'000);
    colleague.edits(household, worker.wang.household, household.note, "门铃坏了");
    colleague.sync();
    worker.app.sync();
    worker.app.sync();
    worker.finger->tap("Sync");
    worker.finger->tap("1 field to choose");
    worker.finger->tap("Keep I wrote: 有狗");
    worker.counts("from Today: decide a conflict");
    waitUntil([&] { return worker.app.workspace().conflicts()->count() == 0; });
    const auto stands = ok(worker.app.store().read(household.number(), worker.wang.household));
    CHECK(stands.text(household.note) == "有狗");
}

TEST_CASE("A hazard with a photo", "[taps]") {
    Worker worker;
    const TempFolder album;
    pictureFile(album.path(), "wires.jpg", Qt::red);
    std::filesystem::current_path(album.path());
    worker.finger->tap("王秀英");
    worker.finger->tap("Record a hazard");
    worker.finger->tap("Wiring");
    worker.finger->tap("General");
    worker.finger->tap("Add photos");
    worker.finger->tap("wires.jpg");
    worker.finger->tap("Open");
    worker.finger->waitFor("Photo 1");
    worker.finger->tap("Save");
    worker.counts("from Today: a hazard with a photo");
    waitUntil([&] { return ok(worker.app.session().reader().openHazards()).size() == 1; });
    const Record found = ok(worker.app.session().reader().openHazards()).front();
    CHECK(found.text(hazard.kind) == "wiring");
    CHECK(ok(worker.app.session().reader().photosOf(found.id())).size() == 1);
}

TEST_CASE("A door order with a missing paper", "[taps]") {
    Worker worker;
    const auto items = Catalogue::sample().itemsOn(*civilDay("2026-11-23"));
    const CatalogueItem& item = **std::ranges::find_if(
        items, [](const CatalogueItem* one) { return one->materials.size() == 3 && !one->isImmediate(); });
    const RecordId order = worker.app.session().newId();
    ok(worker.app.store().save(Edit{doorOrder.number(),
                                    order,
                                    {{doorOrder.household, worker.wang.household},
                                     {doorOrder.kind, "proxy"},
                                     {doorOrder.item, item.code},
                                     {doorOrder.entrusted, true},
                                     {doorOrder.askedAt, worker.clock.ms()}}}));
    worker.finger->tap("王秀英");
    worker.finger->tap(toQt(std::string_view(item.name.en)));
    worker.finger->tap("Something else happened");
    worker.finger->tap("It cannot be done");
    worker.finger->tap("Papers are missing");
    worker.finger->tap(toQt(std::string_view(item.materials[0].name.en)));
    worker.finger->tap(toQt(std::string_view(item.materials[1].name.en)));
    worker.finger->tap("Save");
    worker.counts("from Today: a door order with one of three papers missing");
    waitUntil([&] { return !ok(worker.app.session().reader().doorOrder(order)).notices.empty(); });
    const DoorOrderView view = ok(worker.app.session().reader().doorOrder(order));
    CHECK(view.notices.front().text(notice.missing) == item.materials[2].code);
}

}  // namespace qiaomen::tests
