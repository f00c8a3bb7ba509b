// SPDX-License-Identifier: Apache-2.0
//
// Lines of --drive: into the practice room, anew within it, and out again.

#include "mobile/drive_task.h"
#include "mobile/practice_room.h"

namespace qiaomen {

namespace {

void tell(DriveTask& task, PracticeRoom& room) {
    if (!room.problem().isEmpty()) return task.fail("full", room.problem());
    task.finish({{"open", room.isOpen()}, {"tasks", room.tasks() ? rows(*room.tasks()) : QJsonArray()}});
}

using Act = void (PracticeRoom::*)();

Act actOf(const QString& name) {
    if (name == QLatin1String("enter")) return &PracticeRoom::enter;
    if (name == QLatin1String("leave")) return &PracticeRoom::leave;
    if (name == QLatin1String("reset")) return &PracticeRoom::reset;
    return nullptr;
}

void practice(DriveTask& task) {
    PracticeRoom* room = task.memory().room;
    const QString name = task.text("act");
    const Act act = actOf(name);
    if (!room || (!act && !name.isEmpty()))
        return task.fail("invalid", DriveTask::tr("There is no such command: %1").arg(name));
    if (!act) return tell(task, *room);
    QObject::connect(room, &PracticeRoom::settled, &task, [&task, room] { tell(task, *room); });
    (room->*act)();
    if (!room->isBusy()) tell(task, *room);
}

constexpr DriveVerb kVerbs[] = {{"practice", practice}};

}  // namespace

std::span<const DriveVerb> practiceVerbs() { return kVerbs; }

}  // namespace qiaomen
