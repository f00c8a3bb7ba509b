// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QQuickWindow>
#include <QStringList>
#include <map>

namespace qiaomen::tests {

/// What wakes a program that nobody touches: timers that come due on the UI thread, pictures that are drawn, other threads that wake up.
class Wakes : public QObject {
public:
    using Found = std::map<QString, int>;  ///< what, and how often

    explicit Wakes(QQuickWindow& window);

    bool eventFilter(QObject* object, QEvent* event) override;

    /// Runs the event loop so long, and says what came meanwhile.
    Found during(int ms);
    /// After transitions and answers from the store have come to their end.
    Found atRest();

    /// One line for each.
    static QStringList lines(const Found& found, const QString& where);

private:
    QObject* own_ = nullptr;
    Found found_;
};

}  // namespace qiaomen::tests
