// SPDX-License-Identifier: Apache-2.0
//
// Photos of a hazard, from the picture file to the record.
#include <QFile>

#include "mobile/attachment_images.h"
#include "mobile/finding_form.h"
#include "mobile/text.h"
#include "shared/domain/collections.h"
#include "tests/mobile/pictures.h"
#include "tests/mobile/workspace_story.h"
#include "tests/support/full_disk.h"

namespace qiaomen::tests {

namespace {

constexpr const char* kStairwell = "锦绣花园3栋，2单元";

struct Stairwell {
    FakeClock clock;
    WorkerApp app{clock, nullptr};
    TempFolder camera;

    FindingForm& begin() {
        FindingForm* begun = nullptr;
        const auto connection = QObject::connect(&app.workspace(), &Workspace::findingBegun,
                                                 [&](FindingForm* form) { begun = form; });
        app.workspace().beginHazardAt(text(kStairwell));
        waitUntil([&] { return begun && begun->isReady(); });
        QObject::disconnect(connection);
        return *begun;
    }
    /// A hazard that could be saved.
    FindingForm& hazard() {
        FindingForm& form = begin();
        form.hazard()->setKind("fire_passage");
        form.hazard()->setRisk("general");
        return form;
    }
    /// A visit to them, not saved yet: met, and a hazard with one photo.
    VisitForm& visitWithHazard(const Family& family) {
        VisitForm& visit = app.visit(family.household);
        visit.setOutcome("met");
        HazardForm& found = *visit.addHazard();
        found.setKind("fire_passage");
        found.setRisk("general");
        found.photos()->add(pictureFile(camera.path(), "1.jpg", Qt::red), "before");
        waitUntil([&] { return !found.photos()->isBusy(); });
        return visit;
    }
    void add(FindingForm& form, const QUrl& file, const char* stage = "before") const {
        form.hazard()->photos()->add(file, stage);
        waitUntil([&] { return !form.hazard()->photos()->isBusy(); });
    }
    static void save(FindingForm& form) {
        bool done = false;
        QObject::connect(&form, &FindingForm::saved, [&] { done = true; });
        form.save();
        waitUntil([&] { return done; });
    }
    AttachmentStore& attachments() { return *ok(app.session().attachments()); }
    std::vector<Record> photosOf(const RecordId& hazard) { return ok(app.session().reader().photosOf(hazard)); }
    QImage stored(const Record& record) {
        return ok(readImage(attachments(), ok(parseAttachment(record.text(photo.image))).hash, {}));
    }
    void kill() {
        app.workspace().executor().finish();
        app.restart();
    }
};

void drag(PhotoMarks& marks, PhotoMarks::Tool tool, QPointF from, QPointF to) {
    marks.setTool(tool);
    marks.begin(from.x(), from.y());
    marks.goOn(to.x(), to.y());
    marks.end();
}

QVariant shown(const QAbstractItemModel& model, int row, int role) { return model.index(row, 0).data(role); }

}  // namespace

TEST_CASE("A hazard is saved with its photos, before and after, each with its caption", "[photos]") {
    Stairwell place;
    FindingForm& form = place.hazard();
    place.add(form, pictureFile(place.camera.path(), "1.jpg", Qt::red));
    place.add(form, pictureFile(place.camera.path(), "2.jpg", Qt::blue), "after");
    form.hazard()->photos()->setCaption(0, text(" 纸箱堵住楼道 "));
    REQUIRE(form.problem() == "");
    const RecordId id = form.hazard()->record();
    Stairwell::save(form);

    const auto photos = place.photosOf(id);
    REQUIRE(photos.size() == 2);
    CHECK(photos[0].text(photo.stage) == "before");
    CHECK(photos[0].text(photo.caption) == "纸箱堵住楼道");
    CHECK(photos[0].text(photo.addedBy) == "李敏");
    CHECK(photos[1].text(photo.stage) == "after");
    CHECK(place.stored(photos[0]).size() == QSize(1200, 900));
    CHECK(place.stored(photos[0]).pixelColor(100, 100).red() > 200);
    CHECK(ok(place.attachments().standing()).onlyHere == 2);
}

TEST_CASE("A hazard needs no photo", "[photos]") {
    Stairwell place;
    FindingForm& form = place.hazard();
    CHECK(form.problem() == "");
    const RecordId id = form.hazard()->record();
    Stairwell::save(form);
    CHECK(place.photosOf(id).empty());
}

TEST_CASE("The form waits for a photo that is being made, and says so", "[photos]") {
    Stairwell place;
    FindingForm& form = place.hazard();
    form.hazard()->photos()->add(pictureFile(place.camera.path(), "1.jpg", Qt::red), "before");
    CHECK(form.problem().contains("photo"));
    CHECK(shown(*form.hazard()->photos(), 0, PhotoForms::BusyRole).toBool());
    CHECK(shown(*form.hazard()->photos(), 0, PhotoForms::ThumbnailRole).toString() == "");
    waitUntil([&] { return form.problem().isEmpty(); });
    CHECK(shown(*form.hazard()->photos(), 0, PhotoForms::ThumbnailRole).toString().startsWith("image://attachments/"));
}

TEST_CASE("A file that is no picture is told of, and the rest of the form stays", "[photos]") {
    Stairwell place;
    FindingForm& form = place.hazard();
    place.add(form, pictureFile(place.camera.path(), "1.jpg", Qt::red));
    QFile broken(QString::fromStdString((place.camera / "broken.jpg").string()));
    REQUIRE(broken.open(QIODevice::WriteOnly));
    broken.write("\xff\xd8\xff this was a photo once");
    broken.close();
    place.add(form, QUrl::fromLocalFile(broken.fileName()));
    CHECK(form.hazard()->photos()->problem().contains("could not be read"));
    CHECK(form.hazard()->photos()->count() == 1);
    CHECK(form.problem() == "");
    form.hazard()->photos()->dismissProblem();
    CHECK(form.hazard()->photos()->problem() == "");
}

TEST_CASE("On a full disk the photo is refused with words, and what was typed and added before stays",
          "[photos][full]") {
    Stairwell place;
    FindingForm& form = place.hazard();
    place.add(form, pictureFile(place.camera.path(), "1.jpg", Qt::red));
    const QUrl second = pictureFile(place.camera.path(), "2.jpg", Qt::blue);
    {
        const FullDisk disk(4096);
        place.add(form, second);
    }
    CHECK(form.hazard()->photos()->problem().contains("full"));
    CHECK(form.hazard()->photos()->count() == 1);
    CHECK(form.hazard()->kind() == "fire_passage");
    place.add(form, second);  // somebody made room
    CHECK(form.hazard()->photos()->count() == 2);
    CHECK(form.hazard()->photos()->problem() == "");
}

TEST_CASE("Photos of a half-written hazard come back after a kill, and are saved once", "[photos][draft]") {
    Stairwell place;
    {
        FindingForm& form = place.hazard();
        place.add(form, pictureFile(place.camera.path(), "1.jpg", Qt::red));
        form.hazard()->photos()->setCaption(0, text("楼道"));
        form.flushDraft();
    }
    place.kill();
    FindingForm& again = place.begin();
    REQUIRE(again.wasRecovered());
    REQUIRE(again.hazard()->photos()->count() == 1);
    CHECK(shown(*again.hazard()->photos(), 0, PhotoForms::CaptionRole).toString() == text("楼道"));
    const RecordId id = again.hazard()->record();
    Stairwell::save(again);
    REQUIRE(place.photosOf(id).size() == 1);
    CHECK(place.stored(place.photosOf(id)[0]).pixelColor(100, 100).red() > 200);
}

TEST_CASE("What is drawn on a photo is burnt in, and the photo under it is gone from the disk", "[photos][drawing]") {
    Stairwell place;
    FindingForm& form = place.hazard();
    place.add(form, pictureFile(place.camera.path(), "1.jpg", Qt::blue));
    form.flushDraft();
    waitUntil([&] { return form.draftState() == FindingForm::DraftKept; });
    const auto before = place.attachments().files().list();
    REQUIRE(before.size() == 2);  // the photo and its thumbnail

    PhotoMarks marks;
    marks.setShownSize({400, 300});
    drag(marks, PhotoMarks::Arrow, {40, 40}, {160, 40});
    drag(marks, PhotoMarks::Circle, {20, 100}, {180, 200});
    drag(marks, PhotoMarks::Freehand, {250, 50}, {350, 250});
    marks.undo();
    REQUIRE(marks.count() == 2);
    form.hazard()->photos()->draw(0, &marks, Qt::yellow, Qt::black);
    waitUntil([&] { return !form.hazard()->photos()->isBusy(); });
    form.flushDraft();
    waitUntil([&] { return form.draftState() == FindingForm::DraftKept; });
    place.app.workspace().executor().finish();
    for (const auto& held : before) CHECK_FALSE(place.attachments().files().has(held.hash));
    CHECK(place.attachments().files().list().size() == 2);

    const RecordId id = form.hazard()->record();
    Stairwell::save(form);
    const QImage picture = place.stored(place.photosOf(id).at(0));
    const auto isYellow = [&](int x, int y) {
        const QColor at = picture.pixelColor(x, y);
        return at.red() > 180 && at.green() > 180 && at.blue() < 120;
    };
    CHECK(isYellow(300, 120));                                 // on the arrow's line, at three times the shown size
    CHECK(isYellow(300, 300));                                 // on top of the circle
    CHECK(picture.pixelColor(300, 450).blue() > 180);          // inside it
    CHECK(picture.pixelColor(900, 450) == QColor(Qt::white));  // the line that was taken back
}

TEST_CASE("A photo that is taken away before saving is no record", "[photos]") {
    Stairwell place;
    FindingForm& form = place.hazard();
    place.add(form, pictureFile(place.camera.path(), "1.jpg", Qt::red));
    place.add(form, pictureFile(place.camera.path(), "2.jpg", Qt::blue));
    form.hazard()->photos()->remove(0);
    const RecordId id = form.hazard()->record();
    Stairwell::save(form);
    REQUIRE(place.photosOf(id).size() == 1);
    CHECK(place.stored(place.photosOf(id)[0]).pixelColor(100, 100).blue() > 200);
    place.app.workspace().executor().finish();
    CHECK(place.attachments().files().list().size() == 2);
}

TEST_CASE("A visit taken back before it was sent keeps its photos in the draft", "[photos][undo]") {
    Stairwell place;
    const Family wang = moveIn(place.app.store(), "3", "2", "501", {{"王秀英"}});
    VisitForm& visit = place.visitWithHazard(wang);
    HazardForm& hazard = *visit.hazards()->at(0);
    const RecordId hazardId = hazard.record();
    REQUIRE(place.app.save(visit) == "");
    REQUIRE(place.photosOf(hazardId).size() == 1);

    bool undone = false;
    QObject::connect(&place.app.workspace(), &Workspace::visitUndone, [&] { undone = true; });
    place.app.workspace().undoVisit(toQt(visit.made().visit));
    waitUntil([&] { return undone; });
    CHECK(place.photosOf(hazardId).empty());
    VisitForm& again = place.app.visit(wang.household);
    REQUIRE(again.hazards()->count() == 1);
    HazardForm& restored = *again.hazards()->at(0);
    CHECK(restored.photos()->count() == 1);
    const RecordId restoredId = restored.record();
    REQUIRE(place.app.save(again) == "");
    CHECK(place.photosOf(restoredId).size() == 1);
}

TEST_CASE("The household's list has the thumbnails, and the viewer adds, names and deletes", "[photos][viewer]") {
    Stairwell place;
    FindingForm& form = place.hazard();
    place.add(form, pictureFile(place.camera.path(), "1.jpg", Qt::red));
    const QString id = toQt(form.hazard()->record());
    Stairwell::save(form);

    ShownPhotos& photos = *place.app.workspace().photos();
    place.clock.advance(60'000);
    place.app.workspace().openPhotos(id);
    waitUntil([&] { return photos.isReady(); });
    REQUIRE(photos.count() == 1);
    CHECK(photos.place() == text(kStairwell));
    CHECK(shown(photos, 0, ShownPhotos::ByRole).toString() == text("李敏"));
    CHECK(shown(photos, 0, ShownPhotos::ImageRole).toString().startsWith("image://attachments/"));
    CHECK_FALSE(shown(photos, 0, ShownPhotos::SafeRole).toBool());

    photos.setCaption(0, text("纸箱"));
    waitUntil([&] { return shown(photos, 0, ShownPhotos::CaptionRole).toString() == text("纸箱"); });
    photos.added()->add(pictureFile(place.camera.path(), "2.jpg", Qt::blue), "after");
    waitUntil([&] { return !photos.added()->isBusy(); });
    photos.saveAdded();
    waitUntil([&] { return photos.count() == 2; });
    waitUntil([&] { return photos.added()->count() == 0; });
    photos.remove(0);
    waitUntil([&] { return photos.count() == 1; });
    CHECK(shown(photos, 0, ShownPhotos::StageRole).toString() == "after");
}

TEST_CASE("A hazard of a household shows its thumbnails there", "[photos][viewer]") {
    Stairwell place;
    const Family wang = moveIn(place.app.store(), "3", "2", "501", {{"王秀英"}});
    VisitForm& visit = place.visitWithHazard(wang);
    REQUIRE(place.app.save(visit) == "");
    ShownHousehold& shownHousehold = *place.app.workspace().household();
    place.app.workspace().openHousehold(toQt(wang.household));
    waitUntil([&] { return shownHousehold.hazards()->count() == 1; });
    const QStringList thumbnails = shown(*shownHousehold.hazards(), 0, ItemsModel::PhotosRole).toStringList();
    REQUIRE(thumbnails.size() == 1);
    CHECK(thumbnails[0].startsWith("image://attachments/"));
}

}  // namespace qiaomen::tests
