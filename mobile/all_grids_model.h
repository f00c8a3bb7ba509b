// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/grid_session.h"
#include "mobile/list_model.h"
#include "mobile/newest_question.h"
#include "mobile/vocabulary.h"

namespace qiaomen {

/// A list over all grids that this device holds: what is unsent, what was refused, what two people wrote. It follows the stores, reads
/// them off the UI thread, and says of each row which grid it is from once there is more than one.
///
/// A row of such a list has `GridSession* session` and `QString gridName`; readAll() fills both.
class AllGridsModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ANONYMOUS
public:
    AllGridsModel(StoreExecutor& executor, const Vocabulary& vocabulary, QObject* parent);
    /// The grids from now on, and the name that this worker's decisions are signed with. Rows of other grids are forgotten at once.
    void setSessions(std::vector<GridSession*> sessions, QString worker);
    /// Reads anew; the rows change when the stores have answered.
    virtual void refresh() = 0;

protected:
    /// Whether something that happened in a store can change a row.
    [[nodiscard]] virtual bool concerns(const StoreChange& change) const = 0;
    virtual void forgetRows() = 0;
    [[nodiscard]] StoreExecutor& executor() { return executor_; }
    [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
    [[nodiscard]] const QString& worker() const { return worker_; }

    /// The rows of each grid as they were read, grid after grid.
    struct AsRead {
        template <class Row>
        void operator()(std::vector<Row>&) const {}
    };
    /// `readGrid` makes the rows of one grid, `arrange` sorts those of all, both on the reading thread; `then` takes them on the UI
    /// thread. A grid that cannot be read has no rows: the counts say that something is wrong.
    template <class Row, class Arrange, class Then>
    void readAll(Result<std::vector<Row>> (*readGrid)(GridSession&), Arrange arrange, Then then) {
        asked_.ask(
            executor_, this,
            [sessions = sessions_, readGrid, arrange] {
                std::vector<Row> rows;
                for (GridSession* session : sessions) {
                    auto some = readGrid(*session);
                    if (!some) continue;
                    for (Row& row : *some) {
                        row.session = session;
                        if (sessions.size() > 1) row.gridName = session->name();
                        rows.push_back(std::move(row));
                    }
                }
                arrange(rows);
                return rows;
            },
            std::move(then));
    }

private:
    StoreExecutor& executor_;
    const Vocabulary& vocabulary_;
    std::vector<GridSession*> sessions_;
    QString worker_;
    NewestQuestion asked_;
};

}  // namespace qiaomen
