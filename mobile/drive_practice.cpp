// SPDX-License-Identifier: Apache-2.0
#include "mobile/drive_parts.h"

namespace qiaomen {

using namespace drive;

namespace {

QJsonObject describe(PracticeRoom& room) {
    if (!room.problem().isEmpty()) return failure("full", room.problem());
    QJsonObject found = done();
    found["open"] = room.isOpen();
    found["tasks"] = room.tasks() ? rows(*room.tasks()) : QJsonArray();
    return found;
}

using Act = void (PracticeRoom::*)();

Act actOf(const QString& name) {
    if (name == QLatin1String("enter")) return &PracticeRoom::enter;
    if (name == QLatin1String("leave")) return &PracticeRoom::leave;
    if (name == QLatin1String("reset")) return &PracticeRoom::reset;
    return nullptr;
}

}  // namespace

void Drive::practice(const QJsonObject& command, const Answer& answer) {
    const QString name = command["act"].toString();
    const Act act = actOf(name);
    if (!room_ || (!act && !name.isEmpty()))
        return answer(failure("invalid", tr("There is no such command: %1").arg(name)));
    if (!act) return answer(describe(*room_));
    auto* once = new Once(this, answer);
    connect(room_, &PracticeRoom::settled, once, [once, room = room_] { once->finish(describe(*room)); });
    (room_->*act)();
    if (!room_->isBusy()) once->finish(describe(*room_));
}

void Drive::diagnose(const Answer& answer) {
    Diagnostics* diagnostics = workspace().diagnostics();
    if (!diagnostics) return answer(failure("missing", tr("This device has no centre.")));
    auto* once = new Once(this, answer);
    connect(diagnostics, &Diagnostics::changed, once, [once, diagnostics] {
        if (diagnostics->isChecking() || diagnostics->checked().isEmpty()) return;
        QJsonObject found = done();
        found["sound"] = diagnostics->isSound();
        found["checked"] = diagnostics->checked();
        found["report"] = diagnostics->report();
        once->finish(found);
    });
    diagnostics->check();
}

}  // namespace qiaomen
