// SPDX-License-Identifier: Apache-2.0
//
// Lines of --drive: taking everything out as a workbook, bringing visits in.

#include "mobile/drive_task.h"

namespace qiaomen {

namespace {

std::optional<TakeOut::Period> periodNamed(const QString& name) {
    if (name.isEmpty() || name == QLatin1String("all")) return TakeOut::Everything;
    if (name == QLatin1String("this_year")) return TakeOut::ThisYear;
    if (name == QLatin1String("last_month")) return TakeOut::LastMonth;
    if (name == QLatin1String("this_month")) return TakeOut::ThisMonth;
    return std::nullopt;
}

void exportGrid(DriveTask& task) {
    TakeOut* takeOut = task.app().takeOut();
    const auto period = periodNamed(task.text("period"));
    if (!period) return task.fail("invalid", DriveTask::tr("There is no such period: %1").arg(task.text("period")));
    QObject::connect(takeOut, &TakeOut::saved, &task, [&task, takeOut] {
        task.finish({{"file", takeOut->savedFile()},
                     {"rows", static_cast<qint64>(takeOut->taken().rows)},
                     {"sheets", static_cast<qint64>(takeOut->taken().sheets)}});
    });
    QObject::connect(takeOut, &TakeOut::failed, &task,
                     [&task](const QString& problem) { task.fail("broken", problem); });
    takeOut->setPeriod(*period);
    takeOut->start(QUrl::fromLocalFile(task.text("folder")));
}

QJsonObject preview(ImportForm& form) {
    const ImportRowsModel& model = *form.rows();
    return {{"rows", rows(model)},
            {"ready", model.ready()},
            {"to_choose", model.toChoose()},
            {"not_found", model.notFound()},
            {"already", model.already()},
            {"unreadable", model.unreadable()},
            {"remarks", QJsonArray::fromStringList(form.remarks())}};
}

/// Rows that need somebody's choice are left as they are, unless told to keep those without a household as notes.
void importVisits(DriveTask& task) {
    ImportForm* form = task.app().visitImport();
    QObject::connect(form, &ImportForm::failed, &task,
                     [&task](const QString& problem) { task.fail("invalid", problem); });
    QObject::connect(form, &ImportForm::previewed, &task, [&task, form] {
        form->keepAll(task.line()["keep"].toBool());
        QJsonObject found = preview(*form);
        const int visits = form->rows()->visitsToSave(), notes = form->rows()->notesToSave();
        const bool saves = task.line()["save"].toBool(true) && visits + notes > 0;
        found["saved"] = saves ? visits : 0;
        found["notes"] = saves ? notes : 0;
        if (!saves) return task.finish(found);
        QObject::connect(form, &ImportForm::saved, &task, [&task, found] { task.finish(found); });
        form->save();
    });
    form->leave();
    if (task.says("file"))
        form->read(QUrl::fromLocalFile(task.text("file")));
    else
        form->readNotes();
}

void undoImport(DriveTask& task) {
    ImportForm* form = task.app().visitImport();
    if (!form->isUndoable()) return task.fail("missing", DriveTask::tr("There is no import to take back."));
    QObject::connect(form, &ImportForm::undone, &task, [&task](const QString& summary) {
        task.finish({{"summary", summary}});
    });
    QObject::connect(form, &ImportForm::failed, &task,
                     [&task](const QString& problem) { task.fail("broken", problem); });
    form->undo();
}

constexpr DriveVerb kVerbs[] = {{"export", exportGrid}, {"import", importVisits}, {"undo_import", undoImport}};

}  // namespace

std::span<const DriveVerb> sheetVerbs() { return kVerbs; }

}  // namespace qiaomen
