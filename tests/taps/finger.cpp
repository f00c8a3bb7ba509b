// SPDX-License-Identifier: Apache-2.0
#include "tests/taps/finger.h"

#include <QInputMethodEvent>
#include <QTest>

#include "mobile/attachment_images.h"
#include "tests/mobile/workspace_story.h"

namespace qiaomen::tests {

namespace {

constexpr QSize kPhone{360, 780};
constexpr int kStep = 16;  // ms between two places of a moving finger: a frame

/// 0: not it; more is better.
int likeness(const QString& name, const QString& words) {
    if (name == words) return 3;
    if (name.endsWith(QStringLiteral(": ") + words)) return 2;
    return name.startsWith(words) ? 1 : 0;
}

/// The best of what a screen reader can get at from here.
void search(QAccessibleInterface* at, const QString& words, QQuickItem*& best, int& likeBest) {
    if (!at || !at->isValid() || at->state().invisible) return;
    auto* item = qobject_cast<QQuickItem*>(at->object());
    if (item && item->isVisible() && item->isEnabled() && item->opacity() > 0) {
        const int like = likeness(at->text(QAccessible::Name), words);
        if (like > likeBest) {
            best = item;
            likeBest = like;
        }
    }
    for (int child = 0; child < at->childCount(); ++child) search(at->child(child), words, best, likeBest);
}

QQuickItem* flickableAround(const QQuickItem& item) {
    for (QQuickItem* around = item.parentItem(); around; around = around->parentItem()) {
        if (around->inherits("QQuickFlickable") && around->property("interactive").toBool()) return around;
    }
    return nullptr;
}

QRectF onScreen(const QQuickItem& item) { return item.mapRectToScene(QRectF(0, 0, item.width(), item.height())); }

}  // namespace

Finger::Finger(Workspace& workspace) : touch_(QTest::createTouchDevice()) {
    QAccessible::setActive(true);
    engine_.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine_.addImageProvider(QStringLiteral("attachments"), new AttachmentImages(workspace.images()));
    engine_.setInitialProperties(
        {{"workspace", QVariant::fromValue(&workspace)}, {"width", kPhone.width()}, {"height", kPhone.height()}});
    engine_.load(QUrl(QStringLiteral("qrc:/qt/qml/Qiaomen/Ui/Main.qml")));
    if (engine_.rootObjects().isEmpty()) throw std::runtime_error("Main.qml does not open");
    window_ = qobject_cast<QQuickWindow*>(engine_.rootObjects().first());
    if (!QTest::qWaitForWindowExposed(window_)) throw std::runtime_error("the window does not appear");
}

QQuickItem* Finger::find(const QString& words) const {
    QQuickItem* best = nullptr;
    int likeBest = 0;
    search(QAccessible::queryAccessibleInterface(window_), words, best, likeBest);
    return best;
}

void Finger::waitFor(const QString& words) {
    waitUntil([&] { return sees(words); });
}

bool Finger::isInSight(const QQuickItem& item) const {
    QRectF sight(QPointF(), QSizeF(window_->size()));
    for (const QQuickItem* around = item.parentItem(); around; around = around->parentItem()) {
        if (around->clip() || around->inherits("QQuickFlickable")) sight &= onScreen(*around);
    }
    return sight.contains(onScreen(item).center());
}

/// With a rest at the end, so that nothing goes on rolling.
void Finger::swipe(QPointF from, QPointF to) {
    constexpr int kSteps = 12;
    QTest::touchEvent(window_, touch_).press(1, from.toPoint(), window_);
    for (int step = 1; step <= kSteps; ++step) {
        QTest::qWait(kStep);
        QTest::touchEvent(window_, touch_).move(1, (from + (to - from) * step / kSteps).toPoint(), window_);
    }
    QTest::qWait(10 * kStep);
    QTest::touchEvent(window_, touch_).move(1, to.toPoint(), window_);
    QTest::touchEvent(window_, touch_).release(1, to.toPoint(), window_);
    QTest::qWait(10 * kStep);
    ++swipes_;
}

void Finger::swipeTo(const QQuickItem& item) {
    for (int tries = 0; tries < 12 && !isInSight(item); ++tries) {
        const QQuickItem* list = flickableAround(item);
        if (!list) throw std::runtime_error("it is out of sight, and nothing can be swiped");
        const QRectF sight = onScreen(*list);
        const QRectF there = onScreen(item);
        if (there.center().x() < sight.left() || there.center().x() > sight.right()) {
            const double way = there.center().x() > sight.right() ? -0.4 : 0.4;
            swipe(sight.center(), sight.center() + QPointF(way * sight.width(), 0));
            continue;
        }
        const double far = std::clamp(sight.center().y() - there.center().y(), -0.45 * sight.height(),
                                      0.45 * sight.height());
        const QPointF begin = sight.center() - QPointF(0, far / 2);
        swipe(begin, begin + QPointF(0, far));
    }
}

void Finger::tap(const QString& words) {
    QQuickItem* item = nullptr;
    try {
        waitUntil([&] { return (item = find(words)) != nullptr; });
    } catch (const std::exception&) {
        throw std::runtime_error("nothing here is called " + words.toStdString());
    }
    QTest::qWait(20 * kStep);  // pages fade in, and a person looks first
    item = find(words);
    if (!item) throw std::runtime_error("this went away: " + words.toStdString());
    swipeTo(*item);
    const QPoint there = onScreen(*item).center().toPoint();
    QTest::touchEvent(window_, touch_).press(1, there, window_);
    QTest::qWait(3 * kStep);
    QTest::touchEvent(window_, touch_).release(1, there, window_);
    QTest::qWait(3 * kStep);
    ++taps_;
}

void Finger::type(const QString& letters) {
    for (const QChar letter : letters) {
        if (letter.unicode() < 128) {
            QTest::keyClick(window_, letter.toLatin1());
            continue;
        }
        QInputMethodEvent event;
        event.setCommitString(letter);
        QCoreApplication::sendEvent(window_->focusObject(), &event);
    }
}

}  // namespace qiaomen::tests
