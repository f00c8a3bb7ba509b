// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "mobile/practice_tasks.h"
#include "mobile/workspace.h"

namespace qiaomen {

/// Where newcomers practise: a device folder of its own within the real one, with one invented grid (shared/client/practice_grid.h), and
/// a workspace over it that has no way to any centre, by network or by hand. Nothing of it can mix with what is real, because nothing
/// is shared but the program: no store, no search, no count, no setting. It works before an enrolment, too.
///
/// What was practised stays until reset(). A folder that is half made or damaged is made anew: nothing in it is worth keeping.
class PracticeRoom : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given to Main.qml")
    /// The workspace to practise in; null while the room is closed.
    Q_PROPERTY(qiaomen::Workspace* workspace READ workspace NOTIFY changed)
    Q_PROPERTY(qiaomen::PracticeTasks* tasks READ tasks NOTIFY changed)
    /// From a successful enter() to leave(), also while it is made anew.
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    /// It is being made or put away.
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    /// Why it could not be entered; a sentence.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
public:
    /// Beside the real workspace, which outlives this. `folder` is the room's own.
    PracticeRoom(std::filesystem::path folder, Workspace& real, Workspace::Options options, QObject* parent = nullptr);
    ~PracticeRoom() override;

    [[nodiscard]] Workspace* workspace() { return workspace_.get(); }
    [[nodiscard]] PracticeTasks* tasks() { return tasks_.get(); }
    [[nodiscard]] bool isOpen() const { return open_; }
    [[nodiscard]] bool isBusy() const { return busy_; }
    [[nodiscard]] const QString& problem() const { return problem_; }

    Q_INVOKABLE void enter();
    /// Back to what is real.
    Q_INVOKABLE void leave();
    /// Everything as at the first time, tasks included.
    Q_INVOKABLE void reset();

signals:
    void changed();
    /// Entering, leaving or resetting has ended, well or not.
    void settled();

private:
    using Folder = std::shared_ptr<DeviceFolder>;

    void begin();
    void make(bool anew);
    void show(const Result<Folder>& opened);
    void close(const std::function<void()>& then);
    void putAway(int turns, const std::function<void()>& then);

    std::filesystem::path place_;
    Workspace& real_;
    Workspace::Options options_;
    Folder folder_;
    std::unique_ptr<Workspace> workspace_;
    std::unique_ptr<PracticeTasks> tasks_;
    std::unique_ptr<Workspace> going_;  ///< while pages that show it are put away
    std::unique_ptr<PracticeTasks> goingTasks_;
    bool open_ = false, busy_ = false;
    QString problem_;
};

}  // namespace qiaomen
