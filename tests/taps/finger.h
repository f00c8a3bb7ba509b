// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessible>
#include <QPointingDevice>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>

#include "mobile/workspace.h"

namespace qiaomen::tests {

/// Somebody's finger on the app's real window, which knows no code: it finds what it touches by the words that a screen reader would
/// say, swipes until it is in sight, and touches it with real touch events. What it cannot find in half a minute fails the test.
class Finger {
public:
    /// Opens Main.qml in a phone's size over the workspace.
    explicit Finger(Workspace& workspace);

    /// Touches what is called so (its whole name, its beginning, or what follows "field: ").
    void tap(const QString& words);
    /// Letters into the field that has the focus; an input method brings Chinese ones.
    void type(const QString& letters);
    /// Waits until something is called so, in sight or not.
    void waitFor(const QString& words);
    [[nodiscard]] bool sees(const QString& words) const { return find(words) != nullptr; }

    /// Since the last question.
    [[nodiscard]] int taps() { return std::exchange(taps_, 0); }
    [[nodiscard]] int swipes() { return std::exchange(swipes_, 0); }
    [[nodiscard]] QQuickWindow& window() { return *window_; }

private:
    [[nodiscard]] QQuickItem* find(const QString& words) const;
    [[nodiscard]] bool isInSight(const QQuickItem& item) const;
    void swipeTo(const QQuickItem& item);
    void swipe(QPointF from, QPointF to);

    QQmlApplicationEngine engine_;
    QQuickWindow* window_ = nullptr;
    QPointingDevice* touch_;
    int taps_ = 0, swipes_ = 0;
};

}  // namespace qiaomen::tests
