// SPDX-License-Identifier: Apache-2.0
#include "mobile/all_grids_model.h"

namespace qiaomen {

AllGridsModel::AllGridsModel(StoreExecutor& executor, const Vocabulary& vocabulary, QObject* parent)
    : ListModel(parent), executor_(executor), vocabulary_(vocabulary) {
    connect(&vocabulary, &Vocabulary::changed, this, &AllGridsModel::tellAllChanged);
}

void AllGridsModel::setSessions(std::vector<GridSession*> sessions, QString worker) {
    for (GridSession* session : sessions_) disconnect(session, nullptr, this, nullptr);
    forgetRows();
    sessions_ = std::move(sessions);
    worker_ = std::move(worker);
    for (GridSession* session : sessions_) {
        connect(session, &GridSession::changed, this, [this](const StoreChange& change) {
            if (concerns(change)) refresh();
        });
    }
    refresh();
}

}  // namespace qiaomen
