// SPDX-License-Identifier: Apache-2.0
//
// Workbooks without fingers: taking everything out, bringing visits in.
#include <QJsonArray>

#include "mobile/drive_parts.h"

namespace qiaomen {

using namespace drive;

namespace {

std::optional<TakeOut::Period> periodNamed(const QString& name) {
    if (name.isEmpty() || name == QLatin1String("all")) return TakeOut::Everything;
    if (name == QLatin1String("this_year")) return TakeOut::ThisYear;
    if (name == QLatin1String("last_month")) return TakeOut::LastMonth;
    if (name == QLatin1String("this_month")) return TakeOut::ThisMonth;
    return std::nullopt;
}

QJsonObject preview(ImportForm& form) {
    const ImportRowsModel& model = *form.rows();
    QJsonObject answer = done();
    answer["rows"] = rows(model);
    answer["ready"] = model.ready();
    answer["to_choose"] = model.toChoose();
    answer["not_found"] = model.notFound();
    answer["already"] = model.already();
    answer["unreadable"] = model.unreadable();
    answer["remarks"] = QJsonArray::fromStringList(form.remarks());
    return answer;
}

}  // namespace

void Drive::exportGrid(const QJsonObject& command, const Answer& answer) {
    TakeOut* takeOut = workspace().takeOut();
    const auto period = periodNamed(command["period"].toString());
    if (!period) return answer(failure("invalid", tr("There is no such period: %1").arg(command["period"].toString())));
    auto* once = new Once(this, answer);
    connect(takeOut, &TakeOut::saved, once, [once, takeOut] {
        QJsonObject made = done();
        made["file"] = takeOut->savedFile();
        made["rows"] = static_cast<qint64>(takeOut->taken().rows);
        made["sheets"] = static_cast<qint64>(takeOut->taken().sheets);
        once->finish(made);
    });
    connect(takeOut, &TakeOut::failed, once,
            [once](const QString& problem) { once->finish(failure("broken", problem)); });
    takeOut->setPeriod(*period);
    takeOut->start(QUrl::fromLocalFile(command["folder"].toString()));
}

/// Rows that need somebody's choice are left as they are, unless told to keep those without a household as notes.
void Drive::importVisits(const QJsonObject& command, const Answer& answer) {
    ImportForm* form = workspace().visitImport();
    auto* once = new Once(this, answer);
    connect(form, &ImportForm::failed, once,
            [once](const QString& problem) { once->finish(failure("invalid", problem)); });
    connect(form, &ImportForm::previewed, once, [once, form, command] {
        form->keepAll(command["keep"].toBool());
        QJsonObject found = preview(*form);
        const int visits = form->rows()->visitsToSave(), notes = form->rows()->notesToSave();
        const bool saves = command["save"].toBool(true) && visits + notes > 0;
        found["saved"] = saves ? visits : 0;
        found["notes"] = saves ? notes : 0;
        if (!saves) return once->finish(found);
        connect(form, &ImportForm::saved, once, [once, found] { once->finish(found); });
        form->save();
    });
    form->leave();
    if (command.contains("file"))
        form->read(QUrl::fromLocalFile(command["file"].toString()));
    else
        form->readNotes();
}

void Drive::undoImport(const Answer& answer) {
    ImportForm* form = workspace().visitImport();
    if (!form->isUndoable()) return answer(failure("missing", tr("There is no import to take back.")));
    auto* once = new Once(this, answer);
    connect(form, &ImportForm::undone, once, [once](const QString& summary) {
        QJsonObject said = done();
        said["summary"] = summary;
        once->finish(said);
    });
    connect(form, &ImportForm::failed, once,
            [once](const QString& problem) { once->finish(failure("broken", problem)); });
    form->undo();
}

}  // namespace qiaomen
