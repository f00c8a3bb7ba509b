// SPDX-License-Identifier: Apache-2.0
//
// Lines of --drive: needs and hazards found without a visit, what is done about a hazard, its photos.

#include "mobile/drive_pages.h"

namespace qiaomen {

namespace {

void typeFinding(DriveTask& task, FindingForm& form, const Typed& then) {
    const QStringList others = withOwn({"household", "at", "photos"});
    if (form.need()) return then(typeInto(*form.need(), task.line(), others));
    if (const QString wrong = typeInto(*form.hazard(), task.line(), others); !wrong.isEmpty()) return then(wrong);
    PhotoForms* photos = form.hazard()->photos();
    addPhotos(*photos, task.line()["photos"].toArray());
    whenMade(task, {photos}, then);
}

DrivenForm<FindingForm> finding(DriveTask& task, const QString& what) {
    return {&Workspace::findingBegun, [&task](FindingForm& page, const Typed& then) { typeFinding(task, page, then); },
            [what](FindingForm& page) {
                const RecordId made = page.need() ? page.need()->record() : page.hazard()->record();
                return QJsonObject{{what, toQt(made)}, {"acts", 1}};
            }};
}

void newNeed(DriveTask& task) {
    fill(task, finding(task, QStringLiteral("need")),
         [&task](Workspace& app) { app.beginNeed(task.text("household")); });
}

/// Of a household, or, "at" a place, nobody's.
void newHazard(DriveTask& task) {
    fill(task, finding(task, QStringLiteral("hazard")), [&task](Workspace& app) {
        if (task.says("at")) return app.beginHazardAt(task.text("at"));
        app.beginHazard(task.text("household"));
    });
}

void showHazard(DriveTask& task) {
    whenHazardIsShown(task, [&task](ShownHazard& hazard) { task.finish(shown(hazard)); });
}

void hazardStep(DriveTask& task) {
    if (!hazardAct(fromQt(task.text("act")))) return task.fail("invalid", DriveTask::tr("There is no such act."));
    const DrivenForm<HazardStepForm> form{&Workspace::hazardStepBegun,
                                          [&task](HazardStepForm& page, const Typed& then) {
                                              then(typeInto(page, task.line(), withOwn({"hazard", "act"})));
                                          },
                                          [](const HazardStepForm& page) {
                                              return QJsonObject{{"step", toQt(page.record())}, {"acts", 1}};
                                          }};
    fill(task, form, [&task](Workspace& app) { app.beginHazardStep(task.text("hazard"), task.text("act")); });
}

// --- photos ----------------------------------------------------------------------------------------------------------------

void whenPhotosAreShown(DriveTask& task, const std::function<void(ShownPhotos&)>& then) {
    ShownPhotos* photos = task.app().photos();
    task.hearFailures();
    photos->clear();
    QObject::connect(photos, &ShownPhotos::changed, &task, [&task, photos, then, told = std::make_shared<bool>(false)] {
        const bool isRead = photos->isReady() || !photos->problem().isEmpty();
        if (!isRead || std::exchange(*told, true)) return;
        if (!photos->problem().isEmpty()) return task.fail("broken", photos->problem());
        then(*photos);
    });
    task.app().openPhotos(task.text("hazard"));
}

void showPhotos(DriveTask& task) {
    whenPhotosAreShown(task, [&task](ShownPhotos& photos) { task.finish(shown(photos)); });
}

void newPhotos(DriveTask& task) {
    whenPhotosAreShown(task, [&task](ShownPhotos& photos) {
        task.endWith(&photos, &ShownPhotos::addedSaved, &ShownPhotos::failed);
        addPhotos(*photos.added(), task.line()["photos"].toArray());
        whenMade(task, {photos.added()}, [&task, &photos](const QString& wrong) {
            if (!wrong.isEmpty()) return task.fail("invalid", wrong);
            photos.saveAdded();
        });
    });
}

constexpr DriveVerb kVerbs[] = {{"new_need", newNeed},       {"new_hazard", newHazard}, {"hazard", showHazard},
                                {"hazard_step", hazardStep}, {"photos", showPhotos},    {"new_photos", newPhotos}};

}  // namespace

std::span<const DriveVerb> hazardVerbs() { return kVerbs; }

}  // namespace qiaomen
