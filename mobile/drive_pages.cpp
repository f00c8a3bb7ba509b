// SPDX-License-Identifier: Apache-2.0
#include "mobile/drive_pages.h"

#include <QUrl>

namespace qiaomen {

void addPhotos(PhotoForms& photos, const QJsonArray& files) {
    for (const auto& entry : files) {
        const QJsonObject file = entry.toObject();
        photos.add(QUrl::fromLocalFile(file["file"].toString()), file["stage"].toString(QStringLiteral("before")));
        photos.setCaption(photos.count() - 1, file["caption"].toString());
    }
}

void whenMade(DriveTask& task, const std::vector<PhotoForms*>& photos, const Typed& then) {
    if (std::ranges::none_of(photos, &PhotoForms::isBusy)) return then({});
    const auto look = [photos, then, told = std::make_shared<bool>(false)] {
        if (*told || std::ranges::any_of(photos, &PhotoForms::isBusy)) return;
        *told = true;
        const auto wrong = std::ranges::find_if(photos, [](PhotoForms* one) { return !one->problem().isEmpty(); });
        then(wrong == photos.end() ? QString() : (*wrong)->problem());
    };
    for (PhotoForms* one : photos) QObject::connect(one, &PhotoForms::changed, &task, look);
}

namespace {

/// `shown` is the page's object; `wanted` whether it shows what the line names.
template <class Shown, class Wanted>
void whenShown(DriveTask& task, Shown* shown, Wanted wanted, const std::function<void(Shown&)>& then) {
    const auto look = [&task, shown, wanted, then, told = std::make_shared<bool>(false)] {
        if (*told || !wanted() || (!shown->isReady() && shown->problem().isEmpty())) return;
        *told = true;
        if (!shown->problem().isEmpty()) return task.fail("broken", shown->problem());
        then(*shown);
    };
    QObject::connect(shown, &Shown::changed, &task, look);
}

}  // namespace

void whenOrderIsShown(DriveTask& task, const std::function<void(ShownOrder&)>& then) {
    ShownOrder* order = task.app().order();
    task.hearFailures();
    order->clear();
    whenShown(
        task, order, [&task, order] { return order->orderId() == task.text("order"); }, then);
    task.app().openOrder(task.text("order"));
}

void whenHazardIsShown(DriveTask& task, const std::function<void(ShownHazard&)>& then) {
    ShownHazard* hazard = task.app().hazard();
    task.hearFailures();
    hazard->clear();
    whenShown(
        task, hazard, [&task, hazard] { return hazard->hazardId() == task.text("hazard"); }, then);
    task.app().openHazard(task.text("hazard"));
}

void tellSlip(DriveTask& task) {
    ShownSlip* slip = task.app().slip();
    const auto tell = [&task, slip] {
        task.finish({{"title", slip->title()}, {"text", slip->text()}, {"file", slip->savedFile()}});
    };
    QObject::connect(slip, &ShownSlip::saved, &task, tell);
    QObject::connect(slip, &ShownSlip::failed, &task, [&task](const QString& problem) { task.fail("full", problem); });
    QObject::connect(&task.app(), &Workspace::slipOpened, &task, [&task, slip, tell] {
        if (!task.says("folder")) return tell();
        QObject::connect(slip, &ShownSlip::changed, &task, [&task, slip, asked = std::make_shared<bool>(false)] {
            if (slip->pages().isEmpty() || std::exchange(*asked, true)) return;
            slip->save(QUrl::fromLocalFile(task.text("folder")));
        });
    });
}

}  // namespace qiaomen
