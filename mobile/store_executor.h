// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <utility>

namespace qiaomen {

/// Work on the stores, off the UI thread: the screen never waits for a disk.
///
/// Three lanes of one thread each, so that within a lane things happen in the order in which they were asked for, and neither a list
/// being read nor a photo being made smaller holds up a save. The answer comes back on the UI thread through its event loop, unless the object that asked is
/// gone by then.
///
///     executor.read(this, [&reader] { return reader.places(); }, [this](Result<std::vector<Place>> places) { … });
///
/// `work` runs on the lane's thread and must capture nothing of the UI; `then` runs on this object's thread. Goes out of scope
/// before the stores it reads: the destructor waits for what was begun, so nothing asked to be saved is dropped.
class StoreExecutor : public QObject {
    Q_OBJECT
public:
    explicit StoreExecutor(QObject* parent = nullptr);
    ~StoreExecutor() override;

    template <class Work, class Then>
    void read(QObject* asker, Work work, Then then) {
        run(reads_, asker, std::move(work), std::move(then));
    }
    template <class Work, class Then>
    void write(QObject* asker, Work work, Then then) {
        run(writes_, asker, std::move(work), std::move(then));
    }
    /// Work that takes long and holds up neither a list nor a save: a photo, a workbook.
    template <class Work, class Then>
    void make(QObject* asker, Work work, Then then) {
        run(makes_, asker, std::move(work), std::move(then));
    }

    /// Returns when everything asked for so far has been done (answers may still be queued): before the app is closed.
    void finish();

private:
    template <class Work, class Then>
    void run(QThreadPool& lane, QObject* asker, Work work, Then then) {
        lane.start([this, guard = QPointer<QObject>(asker), work = std::move(work), then = std::move(then)] {
            QMetaObject::invokeMethod(
                this,
                [guard, then, answer = work()]() mutable {
                    if (guard) then(std::move(answer));
                },
                Qt::QueuedConnection);
        });
    }

    QThreadPool reads_;
    QThreadPool writes_;
    QThreadPool makes_;
};

}  // namespace qiaomen
