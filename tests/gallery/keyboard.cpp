// SPDX-License-Identifier: Apache-2.0
#include "tests/gallery/keyboard.h"

#include <QImage>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

#include "tests/gallery/seen.h"

namespace keyboard {

namespace {

using Stops = std::vector<QPointer<QQuickItem>>;

/// More stops than any page has: the way does not come round.
constexpr int kPatience = 400;
/// So many pixels must look otherwise for a ring to be seen.
constexpr int kRing = 60;
constexpr int kAround = 5;
/// Two controls whose tops differ by less stand beside each other.
constexpr qreal kSameLine = 12;

QQuickItem* press(QQuickWindow& window, Qt::Key key) {
    QTest::keyClick(&window, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
    QCoreApplication::processEvents();
    return window.activeFocusItem();
}

/// What a list item gives the focus on to, or the item itself.
QQuickItem* holder(QQuickItem* focused) {
    for (QQuickItem* item = focused; item; item = item->parentItem())
        if (seen::isControl(*item)) return item;
    return focused;
}

Stops walk(QQuickWindow& window, Qt::Key key, const std::function<void(QQuickItem&)>& at) {
    Stops stops;
    for (int n = 0; n < kPatience; ++n) {
        QQuickItem* stop = press(window, key);
        if (!stop || std::find(stops.begin(), stops.end(), stop) != stops.end()) break;
        stops.emplace_back(stop);
        at(*stop);
    }
    return stops;
}

/// By the ring around it, whatever it is made of.
bool looksOtherwise(const QImage& before, const QImage& after, const QRectF& box, qreal ratio) {
    const QRectF scaled(box.topLeft() * ratio, box.size() * ratio);
    const QRect area = scaled.toAlignedRect().adjusted(-kAround, -kAround, kAround, kAround) & after.rect();
    int different = 0;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x) different += before.pixel(x, y) != after.pixel(x, y);
    return different >= kRing;
}

QRectF inSight(const QQuickItem& item) {
    QRectF left = seen::box(item);
    for (const QQuickItem* around = item.parentItem(); around; around = around->parentItem())
        if (around->clip() || !around->parentItem()) left &= seen::box(*around);
    return left;
}

void judgeStop(QQuickWindow& window, QQuickItem& stop, QImage& before, QStringList& found) {
    const QRectF whole = seen::box(stop), shown = inSight(stop);
    const QImage after = window.grabWindow();
    if (QQuickItem* open = seen::sheet(window); open && !open->isAncestorOf(&stop))
        found << seen::describe(stop) + ": Tab leaves the open sheet for it";
    const QRectF area = seen::box(*window.contentItem());
    const bool tall = whole.height() > area.height() / 2 || whole.width() > area.width() - 2;
    if (shown.isEmpty() || (!tall && (whole.height() - shown.height() > 2 || whole.width() - shown.width() > 2)))
        found << seen::describe(stop) + ": has the focus out of sight";
    else if (!looksOtherwise(before, after, whole, window.effectiveDevicePixelRatio()))
        found << seen::describe(stop) + ": does not show that it has the focus";
    before = after;
}

const QQuickItem* scroller(const QQuickItem& item) {
    for (const QQuickItem* around = item.parentItem(); around; around = around->parentItem())
        if (around->inherits("QQuickFlickable")) return around;
    return nullptr;
}

/// Where an item stands among the others that scroll with it.
QRectF place(const QQuickItem& item, const QQuickItem* within) {
    const auto* content = within ? within->property("contentItem").value<QQuickItem*>() : nullptr;
    return content ? item.mapRectToItem(content, {0, 0, item.width(), item.height()}) : seen::box(item);
}

/// Line by line, from left to right; only among those that scroll together, since panes have an order of their own.
void judgeOrder(const Stops& stops, QStringList& found) {
    for (std::size_t n = 1; n < stops.size(); ++n) {
        // A row that is far out of sight by now is gone.
        if (!stops[n - 1] || !stops[n]) continue;
        const QQuickItem &before = *stops[n - 1], &after = *stops[n];
        const QQuickItem* within = scroller(before);
        if (!within || within != scroller(after)) continue;
        const QRectF one = place(before, within), other = place(after, within);
        const bool above = other.center().y() < one.center().y() - kSameLine && other.top() < one.top() - kSameLine;
        const bool columns = other.left() > one.right() - 1 || one.isEmpty() || one.contains(other);
        if (above && !columns) found << seen::describe(after) + ": comes after " + seen::describe(before);
    }
}

bool passes(const Stops& stops, const QQuickItem& control) {
    return std::ranges::any_of(stops, [&](const QPointer<QQuickItem>& stop) {
        return stop && (stop == &control || control.isAncestorOf(stop) || holder(stop) == &control);
    });
}

}  // namespace

QStringList tour(QQuickWindow& window) {
    QStringList found;
    QImage before = window.grabWindow();
    const Stops stops = walk(window, Qt::Key_Tab, [&](QQuickItem& stop) { judgeStop(window, stop, before, found); });
    for (const auto& stop : stops)
        if (stop && !seen::isControl(*stop) && !stop->property("activeFocusOnTab").toBool())
            found << seen::describe(*stop) + ": Tab stops where nothing can be done";
    for (QQuickItem* control : seen::items(window))
        if (seen::isControl(*control) && !control->inherits("QQuickMouseArea") && !passes(stops, *control))
            found << seen::describe(*control) + ": Tab passes it by";
    judgeOrder(stops, found);
    Stops back = walk(window, Qt::Key_Backtab, [](QQuickItem&) {});
    if (back.size() + 1 < stops.size() || back.size() > stops.size() + 1)
        found << QString("Tab makes %1 stops, Shift-Tab %2").arg(stops.size()).arg(back.size());
    return found;
}

QStringList press(QQuickWindow& window, Qt::Key key, QSet<QString>& pressed) {
    QStringList found;
    for (int n = 0; n < kPatience; ++n) {
        QPointer<QQuickItem> stop = press(window, Qt::Key_Tab);
        if (!stop) break;
        const QString kind = seen::path(*stop).section(" > ", -1);
        if (!stop->inherits("QQuickAbstractButton") || pressed.contains(kind)) continue;
        pressed.insert(kind);
        const QSignalSpy clicked(stop, SIGNAL(clicked()));
        QTest::keyClick(&window, key);
        if (clicked.isEmpty()) found << seen::describe(*stop) + ": does not hear the key";
        break;
    }
    return found;
}

}  // namespace keyboard
