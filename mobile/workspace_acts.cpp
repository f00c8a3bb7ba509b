// SPDX-License-Identifier: Apache-2.0
//
// What is written down at a door beside visits and findings: who moved, what holds people here, one tap for a closed door; and taking
// all of it back. And what is no door: workbooks.

#include "mobile/text.h"
#include "mobile/workspace.h"
#include "shared/client/quick_visit.h"
#include "shared/domain/dwelling.h"
#include "shared/domain/household.h"
#include "shared/domain/household_move.h"
#include "shared/domain/visit.h"

namespace qiaomen {

void Workspace::beginMove(const QString& householdId, MoveForm::Kind kind) {
    const auto id = idFromQt<RecordKind>(householdId);
    findSession(qiaomen::household.number(), id, [this, id, kind](GridSession* session) {
        if (session) beginMove(*session, kind, {id, {}});
    });
}

void Workspace::beginMoveIn(const QString& dwellingId) {
    const auto id = idFromQt<RecordKind>(dwellingId);
    findSession(dwelling.number(), id, [this, id](GridSession* session) {
        if (session) beginMove(*session, MoveForm::In, {{}, id});
    });
}

void Workspace::beginMove(GridSession& session, MoveForm::Kind kind, const MoveForm::Subject& subject) {
    writtenIn_.insert(session.id());
    QObject* before = move_.release();
    move_ = std::make_unique<MoveForm>(session, kind, subject, worker(), this);
    connect(move_.get(), &MoveForm::saved, this, [this, &session, form = move_.get()](const QString& summary) {
        undoAct_ = [this, &session, move = form->fact()] { undoMove(session, move); };
        emit actSaved(summary);
        openHousehold(toQt(form->opens()));
    });
    emit moveBegun(move_.get());
    if (before) before->deleteLater();
}

void Workspace::editAnchor(const QString& householdId, const QString& anchorId) {
    const auto id = idFromQt<RecordKind>(householdId), paper = idFromQt<RecordKind>(anchorId);
    findSession(qiaomen::household.number(), id, [this, id, paper](GridSession* session) {
        if (!session) return;
        writtenIn_.insert(session->id());
        QObject* before = anchor_.release();
        anchor_ = std::make_unique<AnchorForm>(*session, id, paper, this);
        connect(anchor_.get(), &AnchorForm::saved, this, [this, session, form = anchor_.get()](const QString& summary) {
            undoAct_ = [this, session, back = form->wayBack()] { putBack(*session, back); };
            emit actSaved(summary);
        });
        emit anchorEdited(anchor_.get());
        if (before) before->deleteLater();
    });
}

void Workspace::noteNotHome(const QString& householdId, bool cardLeft) {
    const auto id = idFromQt<RecordKind>(householdId);
    findSession(qiaomen::household.number(), id, [this, id, cardLeft](GridSession* session) {
        if (!session) return;
        const auto read = [session, id] {
            auto record = session->store().read(qiaomen::household.number(), id);
            auto card = session->reader().newestCard();
            return std::pair(std::move(record), std::move(card));
        };
        executor_.read(this, read, [this, session, cardLeft, id](const auto& known) {
            if (!known.first || !known.second) {
                emit failed(explain(known.first ? known.second.error() : known.first.error()));
                return;
            }
            const QuickVisit quick{session->newId(), *known.first, fromQt(worker()),
                                   session->nowMs(), cardLeft,     *known.second};
            session->save(quickVisit(quick), this, [this, id, made = quick.id, cardLeft](const Result<Saved>& outcome) {
                if (!outcome) {
                    emit failed(explain(outcome.error()));
                    return;
                }
                emit visitSaved(cardLeft ? tr("Saved: not home, card left") : tr("Saved: not home"), toQt(made));
                today_.actedAt(toQt(id));
            });
        });
    });
}

void Workspace::openTakeOut() {
    if (current_) emit takeOutOpened();
}

void Workspace::openImport() {
    if (current_) emit importOpened();
}

void Workspace::undoVisit(const QString& visitId) {
    const auto id = idFromQt<RecordKind>(visitId);
    findSession(qiaomen::visit.number(), id, [this, id](GridSession* session) {
        if (!session) return;
        session->undo({qiaomen::visit.number(), id}, worker(), this,
                      [this, id](const Result<Undone>& outcome) { told(id, outcome); });
    });
}

void Workspace::told(const RecordId& visitId, const Result<Undone>& outcome) {
    if (!outcome) {
        const bool before = outcome.error().fault == Fault::refused;
        emit failed(before ? tr("This visit was taken back before.") : explain(outcome.error()));
        return;
    }
    if (*outcome == Undone::corrected) {
        emit visitUndone(tr("Visit taken back. It was sent already, so the history says so."));
        return;
    }
    const bool isLatest = visit_ && visit_->made().visit == visitId;
    if (isLatest) visit_->keepAsDraft();
    emit visitUndone(isLatest ? tr("Visit taken back. What you typed is a draft again.") : tr("Visit taken back."));
}

void Workspace::undoMove(const QString& moveId) {
    const auto id = idFromQt<RecordKind>(moveId);
    findSession(householdMove.number(), id, [this, id](GridSession* session) {
        if (session) undoMove(*session, id);
    });
}

void Workspace::undoMove(GridSession& session, const RecordId& move) {
    session.undo({householdMove.number(), move}, worker(), this, [this](const Result<Undone>& outcome) {
        if (!outcome)
            emit failed(outcome.error().fault == Fault::refused ? tr("This move was taken back before.")
                                                                : explain(outcome.error()));
        else
            emit actUndone(*outcome == Undone::corrected
                               ? tr("Move taken back. It was sent already, so the history says so.")
                               : tr("Move taken back."));
    });
}

void Workspace::putBack(GridSession& session, const std::vector<Edit>& edits) {
    session.save(edits, this, [this](const Result<Saved>& outcome) {
        if (outcome)
            emit actUndone(tr("Taken back."));
        else
            emit failed(explain(outcome.error()));
    });
}

void Workspace::undoAct() {
    if (const auto undo = std::exchange(undoAct_, nullptr)) undo();
}

}  // namespace qiaomen
