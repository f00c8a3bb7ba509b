// SPDX-License-Identifier: Apache-2.0
#include "mobile/shown_record.h"

#include "mobile/text.h"

namespace qiaomen {

ShownRecord::ShownRecord(const Vocabulary& vocabulary, CollectionNo steps, QObject* parent)
    : QObject(parent), vocabulary_(vocabulary), stepsOf_(steps) {
    connect(&vocabulary, &Vocabulary::changed, this, [this] {
        steps_.show(stepRows());
        emit changed();
    });
}

void ShownRecord::show(GridSession& session, const RecordId& record, const QString& worker) {
    clear();
    following_ = connect(&session, &GridSession::changed, this, [this] { refresh(); });
    session_ = &session;
    id_ = record;
    worker_ = worker;
    refresh();
}

void ShownRecord::clear() {
    disconnect(following_);
    asked_.forget();
    session_ = nullptr;
    id_ = {};
    ready_ = false;
    problem_.clear();
    forget();
    steps_.show({});
    emit changed();
}

void ShownRecord::answered(const QString& problem) {
    ready_ = true;
    problem_ = problem;
    if (problem.isEmpty()) steps_.show(stepRows());
    emit changed();
}

void ShownRecord::undoStep(const QString& stepId) {
    if (!session_) return;
    session_->undo({stepsOf_, idFromQt<RecordKind>(stepId)}, worker_, this, [this](const Result<Undone>& outcome) {
        if (!outcome)
            emit failed(explain(outcome.error()));
        else
            emit done(*outcome == Undone::corrected ? tr("Taken back. It was sent already, so the history says so.")
                                                    : tr("Taken back."));
    });
}

SlipIssuer ShownRecord::issuer(const std::string& gridPhone) const {
    return {worker_, session_ ? session_->name() : QString(), toQt(std::string_view(gridPhone)),
            session_ ? static_cast<double>(session_->nowMs()) : 0};
}

}  // namespace qiaomen
