// SPDX-License-Identifier: Apache-2.0
#include "mobile/drive_parts.h"

namespace qiaomen {

using namespace drive;

namespace {

QJsonObject describe(CarrierController& carrier) {
    QJsonObject found = carrier.fault() ? failure(name(*carrier.fault()), carrier.problem()) : done();
    found["written"] = carrier.written();
    found["result"] = carrier.result();
    found["answers"] = carrier.answers();
    found["questions"] = carrier.questions();
    found["done"] = carrier.done();
    found["trips"] = rows(*carrier.trips());
    return found;
}

using Act = void (CarrierController::*)();

Act actOf(const QString& name) {
    if (name == QLatin1String("write")) return &CarrierController::write;
    if (name == QLatin1String("take")) return &CarrierController::takeIn;
    if (name == QLatin1String("carry")) return &CarrierController::carry;
    if (name == QLatin1String("remove")) return &CarrierController::removeDone;
    return nullptr;
}

}  // namespace

/// Looks at the folder first, as the page does, then acts, where there is anything to act upon.
void Drive::carrier(const QJsonObject& command, const Answer& answer) {
    CarrierController* carrier = workspace().carrier();
    const QString name = command["act"].toString();
    const Act act = actOf(name);
    if (!carrier) return answer(failure("missing", tr("This device has no centre.")));
    if (!act && !name.isEmpty()) return answer(failure("invalid", tr("There is no such command: %1").arg(name)));
    auto* once = new Once(this, answer);
    enum class Step : std::uint8_t { waiting, choosing, acting };
    const auto next = [carrier, act, once, folder = command["folder"].toString(), step = Step::waiting]() mutable {
        if (carrier->isBusy()) return;
        if (step == Step::waiting) {
            step = Step::choosing;
            return carrier->choose(QUrl::fromLocalFile(folder));
        }
        if (step == Step::choosing && act && !carrier->fault()) {
            step = Step::acting;
            (carrier->*act)();
            if (carrier->isBusy()) return;
        }
        once->finish(describe(*carrier));
    };
    connect(carrier, &CarrierController::finished, once, next, Qt::QueuedConnection);
    carrier->look();  // nothing while it is busy: its end is heard all the same
}

}  // namespace qiaomen
