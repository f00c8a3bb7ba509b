// SPDX-License-Identifier: Apache-2.0
//
// Lines of --drive: what two people wrote, who may be one person, what the centre refused, what came late.

#include "mobile/drive_task.h"

namespace qiaomen {

namespace {

/// The row whose role says what the line says under `key`; -1 when there is none, and then the line has failed.
int rowOf(DriveTask& task, const QAbstractItemModel& list, int role, const char* key) {
    for (int row = 0; row < list.rowCount(); ++row) {
        const QVariant told = list.index(row, 0).data(role);
        if (QJsonValue::fromVariant(told) == task.line()[QLatin1String(key)]) return row;
    }
    task.fail("missing", DriveTask::tr("This is not among what is to be decided."));
    return -1;
}

void resolve(DriveTask& task) {
    ConflictsModel* model = task.app().conflicts();
    const QString id = task.text("conflict"), keep = task.text("keep");
    if (rowOf(task, *model, ConflictsModel::ConflictIdRole, "conflict") < 0) return;
    task.endWith(model, &ConflictsModel::resolved, &ConflictsModel::failed);
    if (keep == QLatin1String("mine")) return model->keepMine(id);
    if (keep == QLatin1String("theirs")) return model->keepTheirs(id);
    task.fail("invalid", DriveTask::tr("Keep “mine” or “theirs”."));
}

void dismiss(DriveTask& task) {
    ParallelsModel* model = task.app().parallels();
    if (rowOf(task, *model, ParallelsModel::ConflictIdRole, "conflict") < 0) return;
    task.endWith(model, &ParallelsModel::refreshed, &ParallelsModel::failed);
    model->dismiss(task.text("conflict"));
}

/// "take" names the fields, by their labels, in which the other one is right.
void merge(DriveTask& task) {
    DuplicatesModel* model = task.app().duplicates();
    if (rowOf(task, *model, DuplicatesModel::PairIdRole, "pair") < 0) return;
    task.endWith(model, &DuplicatesModel::decided, &DuplicatesModel::failed);
    model->open(task.text("pair"));
    task.whenSettled([&task, model] {
        MergeChoices& choices = *model->choices();
        for (int row = 0; row < choices.rowCount(); ++row) {
            if (task.list("take").contains(choices.index(row).data(MergeChoices::FieldRole).toString()))
                choices.take(row, true);
        }
        model->merge();
    });
}

void keepApart(DriveTask& task) {
    DuplicatesModel* model = task.app().duplicates();
    if (rowOf(task, *model, DuplicatesModel::PairIdRole, "pair") < 0) return;
    task.endWith(model, &DuplicatesModel::decided, &DuplicatesModel::failed);
    model->keepApart(task.text("pair"));
}

void refused(DriveTask& task, void (RescueModel::*decide)(int)) {
    RescueModel* model = task.app().rescued();
    const int row = rowOf(task, *model, RescueModel::NumberRole, "number");
    if (row < 0) return;
    task.endWith(model, &RescueModel::dealtWith, &RescueModel::failed);
    (model->*decide)(row);
}

void late(DriveTask& task, void (LateModel::*decide)(int)) {
    LateModel* model = task.app().late();
    const int row = rowOf(task, *model, LateModel::RescuedIdRole, "rescued");
    if (row < 0) return;
    task.endWith(model, &LateModel::decided, &LateModel::failed);
    (model->*decide)(row);
}

constexpr DriveVerb kVerbs[] = {
    {"resolve", resolve},
    {"dismiss", dismiss},
    {"merge", merge},
    {"keep_apart", keepApart},
    {"save_anew", [](DriveTask& task) { refused(task, &RescueModel::saveAnew); }},
    {"let_go", [](DriveTask& task) { refused(task, &RescueModel::letGo); }},
    {"take_in", [](DriveTask& task) { late(task, &LateModel::takeIn); }},
    {"put_aside", [](DriveTask& task) { late(task, &LateModel::putAside); }},
};

}  // namespace

std::span<const DriveVerb> decisionVerbs() { return kVerbs; }

}  // namespace qiaomen
