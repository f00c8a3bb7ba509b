// SPDX-License-Identifier: Apache-2.0
#include "tests/quiet/wakes.h"

#include <unistd.h>

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

namespace qiaomen::tests {

namespace {

/// Longer than any transition, and shorter than anything that is due.
constexpr int kSettle = 450;
constexpr int kQuiet = 400;

/// How often each thread but this one has gone to sleep so far: once for each time it woke up.
Wakes::Found sleepsOfThreads() {
    Wakes::Found sleeps;
    for (const QString& thread : QDir("/proc/self/task").entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile status("/proc/self/task/" + thread + "/status");
        if (thread.toInt() == gettid() || !status.open(QIODevice::ReadOnly)) continue;
        for (const QByteArray& line : status.readAll().split('\n'))
            if (line.startsWith("voluntary_ctxt_switches:")) sleeps[thread] = line.mid(24).trimmed().toInt();
    }
    return sleeps;
}

}  // namespace

Wakes::Wakes(QQuickWindow& window) {
    QCoreApplication::instance()->installEventFilter(this);
    connect(&window, &QQuickWindow::frameSwapped, this, [this] { ++found_["a picture is drawn"]; });
}

bool Wakes::eventFilter(QObject* object, QEvent* event) {
    if (event->type() == QEvent::Timer && object != own_)
        ++found_[QString("a timer of %1").arg(QLatin1String(object->metaObject()->className()))];
    return false;
}

Wakes::Found Wakes::during(int ms) {
    QTimer end;
    own_ = &end;
    QEventLoop loop;
    connect(&end, &QTimer::timeout, &loop, &QEventLoop::quit);
    const Found before = sleepsOfThreads();
    found_.clear();
    end.start(ms);
    loop.exec();
    own_ = nullptr;
    for (const auto& [thread, sleeps] : sleepsOfThreads())
        if (const auto known = before.find(thread); known != before.end() && sleeps > known->second)
            found_["a thread wakes up"] += sleeps - known->second;
    return found_;
}

Wakes::Found Wakes::atRest() {
    during(kSettle);
    return during(kQuiet);
}

QStringList Wakes::lines(const Found& found, const QString& where) {
    QStringList lines;
    for (const auto& [what, times] : found) lines << QString("%1: %2, %3 times").arg(where, what).arg(times);
    return lines;
}

}  // namespace qiaomen::tests
