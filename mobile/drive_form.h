// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>

#include "mobile/drive_task.h"

namespace qiaomen {

/// Takes what could not be typed, or nothing: the form is ended then as the line says.
using Typed = std::function<void(const QString& wrong)>;

/// One form from its opening to its end, as a person uses it: it is opened, waited for, typed into, and then ("then" of the line)
/// saved, kept as a draft, or given up.
template <class Form>
struct DrivenForm {
    void (Workspace::*begun)(Form*);
    std::function<void(Form&, const Typed&)> type;
    std::function<QJsonObject(Form&)> made;  ///< what a save made: ids
};

/// What a line is about, besides what is typed.
inline QStringList withOwn(QStringList keys) {
    return keys << "do"
                << "then";
}

/// A draft is durable, or could not be kept: after the writes that were asked for.
template <class Form>
void keepDraft(DriveTask& task, Form& form) {
    form.flushDraft();
    task.app().executor().write(
        &task, [] { return 0; },
        [&task, &form](int) {
            constexpr int kFailed = 3;  // DraftFailed of every form that tells it
            if (form.property("draftState").toInt() == kFailed)
                task.fail("full", DriveTask::tr("The draft could not be kept."));
            else
                task.finish({{"recovered", form.wasRecovered()}});
        });
}

/// Saves, for this line or, when that failed, once more for a later one.
template <class Form>
void save(DriveTask& task, const QPointer<Form>& form, const DrivenForm<Form>& how, bool recovered) {
    if (!form) return task.fail("missing", DriveTask::tr("The form is not open any more."));
    if (!form->problem().isEmpty()) return task.fail("invalid", form->problem());
    task.memory().saveAgain = [form, how, recovered](DriveTask& again) { save(again, form, how, recovered); };
    QObject::connect(form, &Form::saved, &task, [&task, form, how, recovered] {
        QJsonObject made = how.made(*form);
        made["recovered"] = recovered;
        task.finish(made);
    });
    QObject::connect(form, &Form::failed, &task, [&task](const QString& problem) { task.fail("broken", problem); });
    form->save();
    if (!form->isSaving()) task.fail("invalid", DriveTask::tr("There is nothing to save."));
}

template <class Form>
void giveUp(DriveTask& task, Form& form) {
    const bool recovered = form.wasRecovered();
    form.discard();
    task.whenSettled([&task, recovered] { task.finish({{"recovered", recovered}}); });
}

/// `begin` asks the workspace for the form.
template <class Form, class Begin>
void fill(DriveTask& task, DrivenForm<Form> how, Begin begin) {
    task.hearFailures();
    QObject::connect(&task.app(), how.begun, &task, [&task, how](Form* form) {
        QObject::connect(form, &Form::failed, &task, [&task](const QString& problem) { task.fail("broken", problem); });
        const auto type = [&task, form, how, typed = false]() mutable {
            if (typed || !form->isReady()) return;
            typed = true;
            const bool recovered = form->wasRecovered();
            how.type(*form, [&task, form, how, recovered](const QString& wrong) {
                const QString then = task.text("then");
                if (!wrong.isEmpty()) return task.fail("invalid", wrong);
                if (then == QLatin1String("draft")) return keepDraft(task, *form);
                if (then == QLatin1String("discard")) return giveUp(task, *form);
                save(task, QPointer<Form>(form), how, recovered);
            });
        };
        QObject::connect(form, &Form::changed, &task, type, Qt::QueuedConnection);
    });
    begin(task.app());
}

}  // namespace qiaomen
