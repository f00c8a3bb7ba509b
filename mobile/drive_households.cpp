// SPDX-License-Identifier: Apache-2.0
//
// Lines of --drive: doors and households, who moves, what holds people here, what is put off, what is searched.

#include "mobile/drive_form.h"
#include "mobile/freshness.h"

namespace qiaomen {

namespace {

/// Every door of a place, or, without "row", of the grid.
void doors(DriveTask& task) {
    GridSession& session = *task.app().currentSession();
    const int row = task.line()["row"].toInt(-1);
    if (row >= 0) task.app().openPlace(row);
    session.executor().read(
        &task,
        [&reader = session.reader(), row]() -> Result<std::vector<Door>> {
            if (row < 0) return reader.allDoors();
            auto places = reader.places();
            if (!places) return places.error();
            if (row >= static_cast<int>(places->size())) return Error{Fault::missing, "there is no such place"};
            return reader.doors((*places)[static_cast<std::size_t>(row)]);
        },
        [&task, now = session.nowMs()](const Result<std::vector<Door>>& doors) {
            if (!doors) return task.fail(doors.error());
            QJsonArray list;
            for (const Door& door : *doors) {
                list.append(QJsonObject{{"dwelling", toQt(door.dwelling)},
                                        {"household", toQt(door.household)},
                                        {"building", toQt(door.building)},
                                        {"room", toQt(door.room)},
                                        {"address", toQt(door.address)},
                                        {"head", toQt(door.headName)},
                                        {"vacant", door.vacant},
                                        {"freshness", static_cast<int>(freshnessLevel(door.fresh, now))}});
            }
            task.finish({{"doors", list}});
        });
}

void showHousehold(DriveTask& task) {
    const QString id = task.text("household");
    ShownHousehold* home = task.app().household();
    task.hearFailures();
    home->clear();
    QObject::connect(home, &ShownHousehold::changed, &task, [&task, home, id] {
        if (home->householdId() != id || !home->isReady()) return;
        if (!home->problem().isEmpty()) return task.fail("broken", home->problem());
        task.finish(shown(*home));
    });
    task.app().openHousehold(id);
}

/// Fields by their names in shared/domain.
QString typeFields(HouseholdForm& form, const QJsonObject& fields) {
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (!form.change(field.key(), field.value().toString()))
            return DriveTask::tr("A household has no such field: %1").arg(field.key());
    }
    return {};
}

void edit(DriveTask& task) {
    const DrivenForm<HouseholdForm> form{
        &Workspace::householdEdited,
        [&task](HouseholdForm& page, const Typed& then) { then(typeFields(page, task.line()["fields"].toObject())); },
        [](const HouseholdForm&) {
            return QJsonObject{{"acts", 1}};
        }};
    fill(task, form, [&task](Workspace& app) { app.editHousehold(task.text("household")); });
}

// --- who moves ---------------------------------------------------------------------------------------------------------------

std::optional<MoveForm::Kind> moveKind(const QString& word) {
    const QStringList words{QStringLiteral("in"), QStringLiteral("out"), QStringLiteral("split"),
                            QStringLiteral("join")};
    const auto at = words.indexOf(word);
    return at < 0 ? std::nullopt : std::optional(static_cast<MoveForm::Kind>(at));
}

/// Chooses the door or household `target` among what is found for "query", as a finger would.
void chooseTarget(DriveTask& task, MoveForm& form, const Typed& then) {
    form.setQuery(task.text("query"));
    task.whenSettled([&task, &form, then] {
        const MoveTargets& found = *form.targets();
        for (int row = 0; row < found.rowCount(); ++row) {
            if (found.index(row).data(MoveTargets::TargetIdRole).toString() != task.text("target")) continue;
            form.choose(row);
            return task.whenSettled([then] { then({}); });
        }
        then(DriveTask::tr("This is not among what was found: %1").arg(task.text("target")));
    });
}

void typeMove(DriveTask& task, MoveForm& form, const Typed& then) {
    for (const QString& person : task.list("people")) form.toggle(person);
    const QString wrong = typeInto(form, task.line(),
                                   withOwn({"household", "dwelling", "kind", "people", "query", "target"}));
    if (!wrong.isEmpty() || !task.says("target")) return then(wrong);
    chooseTarget(task, form, then);
}

void move(DriveTask& task) {
    const auto kind = moveKind(task.text("kind"));
    if (!kind) return task.fail("invalid", DriveTask::tr("A move is in, out, split or join."));
    const DrivenForm<MoveForm> form{
        &Workspace::moveBegun, [&task](MoveForm& page, const Typed& then) { typeMove(task, page, then); },
        [](const MoveForm& page) {
            return QJsonObject{{"move", toQt(page.fact())}, {"household", toQt(page.opens())}, {"acts", 1}};
        }};
    fill(task, form, [&task, kind](Workspace& app) {
        if (task.says("dwelling")) return app.beginMoveIn(task.text("dwelling"));
        app.beginMove(task.text("household"), *kind);
    });
}

void anchor(DriveTask& task) {
    const DrivenForm<AnchorForm> form{
        &Workspace::anchorEdited,
        [&task](AnchorForm& page, const Typed& then) {
            for (const QString& person : task.list("people")) page.toggle(person);
            then(typeInto(page, task.line(), withOwn({"household", "anchor", "people"})));
        },
        [](const AnchorForm& page) {
            return QJsonObject{{"anchor", toQt(page.wayBack().front().record)}, {"acts", 1}};
        }};
    fill(task, form, [&task](Workspace& app) { app.editAnchor(task.text("household"), task.text("anchor")); });
}

// --- what is put off, what is looked at --------------------------------------------------------------------------------------

void putOff(DriveTask& task) {
    TodayModel* today = task.app().today();
    task.endWith(today, &TodayModel::putOffDone, &TodayModel::failed);
    today->putOff(task.text("household"), task.day("until"), task.text("reason"), task.text("words"));
}

void noteReason(DriveTask& task) {
    TodayModel* today = task.app().today();
    task.endWith(today, &TodayModel::reasonNoted, &TodayModel::failed);
    today->noteReason(task.text("household"), task.text("reason"), task.text("words"));
}

void reveal(DriveTask& task) {
    task.hearFailures();
    QObject::connect(&task.app(), &Workspace::revealBegun, &task, [&task](Reveal* look) {
        QObject::connect(look, &Reveal::failed, &task,
                         [&task](const QString& problem) { task.fail("broken", problem); });
        QObject::connect(look, &Reveal::changed, &task, [&task, look, asked = std::make_shared<bool>(false)] {
            if (!look->isReady() || look->isSaving()) return;
            if (std::exchange(*asked, true)) {
                if (!look->text().isEmpty()) task.finish({{"text", look->text()}, {"acts", 1}});
                return;
            }
            look->setReason(task.text("reason"));
            look->setWords(task.text("words"));
            if (!look->problem().isEmpty()) return task.fail("invalid", look->problem());
            look->show();
        });
    });
    task.app().beginReveal(task.text("collection"), task.text("record"), task.text("field"));
}

void search(DriveTask& task) {
    SearchModel* model = task.app().search();
    QObject::connect(model, &SearchModel::answered, &task, [&task, model] {
        if (!model->problem().isEmpty()) return task.fail("broken", model->problem());
        task.finish({{"hits", rows(*model)}});
    });
    model->setQuery({});
    model->setQuery(task.text("text"));
}

constexpr DriveVerb kVerbs[] = {
    {"doors", doors},    {"household", showHousehold}, {"edit", edit},     {"move", move},    {"anchor", anchor},
    {"put_off", putOff}, {"note_reason", noteReason},  {"reveal", reveal}, {"search", search}};

}  // namespace

std::span<const DriveVerb> householdVerbs() { return kVerbs; }

}  // namespace qiaomen
