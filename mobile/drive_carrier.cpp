// SPDX-License-Identifier: Apache-2.0
//
// Lines of --drive: sync by hand, and a look at every record.

#include "mobile/drive_task.h"

namespace qiaomen {

namespace {

void tell(DriveTask& task, CarrierController& carrier) {
    QJsonObject found{{"written", carrier.written()}, {"result", carrier.result()},
                      {"answers", carrier.answers()}, {"questions", carrier.questions()},
                      {"done", carrier.done()},       {"trips", rows(*carrier.trips())}};
    if (carrier.fault()) {
        found["ok"] = false;
        found["fault"] = name(*carrier.fault());
        found["problem"] = carrier.problem();
    }
    task.finish(found);
}

using Act = void (CarrierController::*)();

Act actOf(const QString& name) {
    if (name == QLatin1String("write")) return &CarrierController::write;
    if (name == QLatin1String("take")) return &CarrierController::takeIn;
    if (name == QLatin1String("carry")) return &CarrierController::carry;
    if (name == QLatin1String("remove")) return &CarrierController::removeDone;
    return nullptr;
}

/// Looks at the folder first, as the page does, then acts, where there is anything to act upon.
void carrier(DriveTask& task) {
    CarrierController* carrier = task.app().carrier();
    const QString name = task.text("act");
    const Act act = actOf(name);
    if (!carrier) return task.fail("missing", DriveTask::tr("This device has no centre."));
    if (!act && !name.isEmpty()) return task.fail("invalid", DriveTask::tr("There is no such command: %1").arg(name));
    enum class Step : std::uint8_t { waiting, choosing, acting };
    const auto next = [&task, carrier, act, folder = task.text("folder"), step = Step::waiting]() mutable {
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
        tell(task, *carrier);
    };
    QObject::connect(carrier, &CarrierController::finished, &task, next, Qt::QueuedConnection);
    carrier->look();  // nothing while it is busy: its end is heard all the same
}

void diagnose(DriveTask& task) {
    Diagnostics* diagnostics = task.app().diagnostics();
    if (!diagnostics) return task.fail("missing", DriveTask::tr("This device has no centre."));
    QObject::connect(diagnostics, &Diagnostics::changed, &task, [&task, diagnostics] {
        if (diagnostics->isChecking() || diagnostics->checked().isEmpty()) return;
        task.finish(
            {{"sound", diagnostics->isSound()}, {"checked", diagnostics->checked()}, {"report", diagnostics->report()}});
    });
    diagnostics->check();
}

constexpr DriveVerb kVerbs[] = {{"carrier", carrier}, {"diagnose", diagnose}};

}  // namespace

std::span<const DriveVerb> carrierVerbs() { return kVerbs; }

}  // namespace qiaomen
