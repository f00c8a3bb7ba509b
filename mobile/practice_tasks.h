// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <set>

#include "mobile/list_model.h"
#include "mobile/workspace.h"

namespace qiaomen {

/// Small things to try in the practice room, each with a tick that nobody sets: it follows from what was done. What leaves a record is
/// found in the grid, so taking it back takes the tick back; what leaves none (finding somebody, making a slip) is remembered in the
/// room's folder when it happens.
class PracticeTasks : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("room.tasks")
    Q_PROPERTY(int doneCount READ doneCount NOTIFY doneChanged)
public:
    enum Task { Find, Visit, Hazard, Conflict, Order, Slip };
    Q_ENUM(Task)
    enum Role {
        TaskRole = Qt::UserRole + 1,  ///< int: Task
        TitleRole,
        HowRole,  ///< where to begin, in a sentence
        DoneRole,
    };

    /// The workspace outlives this.
    PracticeTasks(Workspace& workspace, const std::filesystem::path& folder);

    [[nodiscard]] int doneCount() const { return static_cast<int>(done_.size()); }
    [[nodiscard]] bool isDone(Task task) const { return done_.contains(task); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void doneChanged();

private:
    void look();
    void take(const std::set<Task>& recorded);
    void happened(Task task);
    void noteFound();

    Workspace& workspace_;
    std::filesystem::path file_;
    std::set<Task> recorded_;  ///< as the grid says
    std::set<Task> seen_;      ///< as happened here
    std::set<Task> done_;      ///< both
    NewestQuestion asked_;
};

}  // namespace qiaomen
