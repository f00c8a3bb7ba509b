// SPDX-License-Identifier: Apache-2.0
//
// Lines of --drive: visits, and taking back what was saved.

#include "mobile/drive_form.h"
#include "mobile/drive_pages.h"

namespace qiaomen {

namespace {

QString typeResidents(VisitForm& form, const QJsonArray& changes) {
    for (const auto& entry : changes) {
        const QJsonObject change = entry.toObject();
        const QString id = change["id"].toString(), field = change["field"].toString();
        ResidentForm* person = form.residents()->find(id);
        if (!person) return DriveTask::tr("There is no such resident in this household: %1").arg(id);
        if (!person->change(field, change["value"].toString()))
            return DriveTask::tr("A resident has no such field: %1").arg(field);
    }
    return {};
}

/// Types a whole visit as a worker would.
void typeVisit(DriveTask& task, VisitForm& form, const Typed& then) {
    const QJsonObject& line = task.line();
    QString wrong = typeInto(form, line, withOwn({"household", "confirmed", "residents", "needs", "hazards"}));
    if (line["confirmed"].isArray())
        form.setConfirmed(task.list("confirmed"));
    else if (task.text("confirmed") == QLatin1String("all"))
        form.confirmAll();
    if (wrong.isEmpty()) wrong = typeResidents(form, line["residents"].toArray());
    for (const auto& entry : line["needs"].toArray()) {
        if (wrong.isEmpty()) wrong = typeInto(*form.addNeed(), entry.toObject());
    }
    std::vector<PhotoForms*> photos;
    for (const auto& entry : line["hazards"].toArray()) {
        HazardForm& hazard = *form.addHazard();
        if (wrong.isEmpty()) wrong = typeInto(hazard, entry.toObject(), {"photos"});
        addPhotos(*hazard.photos(), entry.toObject()["photos"].toArray());
        photos.push_back(hazard.photos());
    }
    if (!wrong.isEmpty()) return then(wrong);
    whenMade(task, photos, then);
}

QJsonArray ids(const std::vector<RecordId>& records) {
    QJsonArray array;
    for (const RecordId& record : records) array.append(toQt(record));
    return array;
}

QJsonObject describe(const VisitForm& form) {
    const VisitForm::Made& made = form.made();
    return {{"visit", toQt(made.visit)},
            {"residents", ids(made.residents)},
            {"needs", ids(made.needs)},
            {"hazards", ids(made.hazards)},
            {"next_visit", made.nextVisit},
            {"acts", static_cast<qint64>(1 + made.residents.size() + made.needs.size() + made.hazards.size())}};
}

void visit(DriveTask& task) {
    const DrivenForm<VisitForm> form{
        &Workspace::visitBegun, [&task](VisitForm& page, const Typed& then) { typeVisit(task, page, then); }, describe};
    fill(task, form, [&task](Workspace& app) { app.beginVisit(task.text("household")); });
}

void notHome(DriveTask& task) {
    task.hearFailures();
    QObject::connect(&task.app(), &Workspace::visitSaved, &task, [&task](const QString&, const QString& visit) {
        task.finish({{"visit", visit}, {"acts", 1}});
    });
    task.app().noteNotHome(task.text("household"), task.line()["card_left"].toBool());
}

/// What is undone is a visit, a move, a step of an order or of a hazard; without any of them, the latest act.
void undo(DriveTask& task) {
    Workspace& app = task.app();
    task.hearFailures();
    const auto finish = [&task](const QString& summary) { task.finish({{"summary", summary}}); };
    QObject::connect(&app, &Workspace::visitUndone, &task, finish);
    QObject::connect(&app, &Workspace::actUndone, &task, finish);
    QObject::connect(&app, &Workspace::stepSaved, &task, finish);
    const QString step = task.text("step");
    if (task.says("visit")) return app.undoVisit(task.text("visit"));
    if (task.says("move")) return app.undoMove(task.text("move"));
    if (task.says("order")) return whenOrderIsShown(task, [step](ShownOrder& order) { order.undoStep(step); });
    if (task.says("hazard")) return whenHazardIsShown(task, [step](ShownHazard& hazard) { hazard.undoStep(step); });
    app.undoAct();
}

void saveAgain(DriveTask& task) {
    const auto save = task.memory().saveAgain;
    if (!save) return task.fail("missing", DriveTask::tr("The form is not open any more."));
    save(task);
}

constexpr DriveVerb kVerbs[] = {{"visit", visit}, {"not_home", notHome}, {"save_again", saveAgain}, {"undo", undo}};

}  // namespace

std::span<const DriveVerb> visitVerbs() { return kVerbs; }

}  // namespace qiaomen
