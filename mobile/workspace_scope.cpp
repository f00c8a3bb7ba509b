// SPDX-License-Identifier: Apache-2.0
//
// Grids that come and go while the app runs: nobody types anything, and nothing that was typed is lost.
//
//   given    the folder holds it from now on; its session is opened, and the next round fetches it
//   taken    what is unsent goes out by itself. Then what had been refused and the drafts are handed over: at once, unless a form of
//            that grid was open since the app started; then whoever is writing says so, or the next start of the app does it
//   done     pages, forms and models let go of it; when nobody uses its store any more, the folder erases it, and the worker is told

#include "mobile/text.h"
#include "mobile/workspace.h"

namespace qiaomen {

Outcome Workspace::addSession(const HeldGrid& held) {
    auto store = folder_.store(held.id);
    if (!store) return store.error();
    auto session = GridSession::open(**store, toQt(std::string_view(held.name)), executor_, vocabulary_,
                                     options_.random);
    if (!session) return session.error();
    connect(session->get(), &GridSession::changed, this, &Workspace::count);
    sessions_.push_back(session->get());
    owned_.push_back(std::move(*session));
    return Done{};
}

void Workspace::tellSessions() {
    grids_.show(folder_.enrolment()->grids);
    search_.setSessions(sessions_);
    outbox_.setSessions(sessions_, worker());
    receipts_.setSessions(sessions_, worker());
    rescued_.setSessions(sessions_, worker());
    late_.setSessions(sessions_, worker());
    conflicts_.setSessions(sessions_, worker());
    parallels_.setSessions(sessions_, worker());
    duplicates_.setSessions(sessions_, worker());
    if (sync_) sync_->setSessions(sessions_);
    if (attachments_) attachments_->setSessions(sessions_);
    storage_.setSessions(sessions_);
    if (diagnostics_) diagnostics_->setSessions(sessions_);
    images_->set(sessions_);
    const bool isThere = std::ranges::find(sessions_, current_) != sessions_.end();
    if (!isThere) use(sessions_.empty() ? nullptr : sessions_.front());
}

/// Not while files are taken in: both use the folder. When that has ended, it is looked at again.
void Workspace::followScope() {
    if (!carrier_->isBusy()) follow(sync_->state().given, sync_->state().grids);
}

void Workspace::follow(const std::vector<GivenGrid>& allGiven, const std::map<GridId, GridSyncReport>& grids) {
    bool isNew = false;
    for (const GivenGrid& given : allGiven) {
        const auto& held = folder_.enrolment()->grids;
        if (std::ranges::find(held, given.grid, &HeldGrid::id) != held.end()) continue;
        auto taken = folder_.hold(given);
        if (taken) taken = addSession(folder_.enrolment()->grids.back());
        if (!taken) {
            emit failed(explain(taken.error()));
            continue;
        }
        isNew = true;
        arrived_ << toQt(std::string_view(folder_.enrolment()->grids.back().name));
    }
    if (isNew) {
        tellSessions();
        emit scopeChanged();
        sync_->syncNow();
    }
    waiting_.clear();
    for (const auto& [grid, report] : grids) {
        if (report.taken) leaveWhenDone(grid);
    }
    emit scopeChanged();
}

void Workspace::leaveWhenDone(const GridId& grid) {
    const auto found = std::ranges::find(sessions_, grid, &GridSession::id);
    if (found == sessions_.end()) return;
    GridSession* session = *found;
    executor_.write(
        session, [&store = session->store()] { return store.leaving(); },
        [this, session](const Result<std::optional<Leaving>>& leaving) {
            if (!leaving || !*leaving || (*leaving)->unsent > 0) return;  // given back, or the next round tells more
            if (std::ranges::find(sessions_, session) == sessions_.end()) return;
            if ((*leaving)->isDone()) return leave(session);
            const bool isWriting = (*leaving)->drafts > 0 && writtenIn_.contains(session->id());
            if (isWriting) {
                waiting_ << session->name();
                emit scopeChanged();
                return;
            }
            handOver(session);
        });
}

void Workspace::handOver(GridSession* session) {
    executor_.write(
        session, [&store = session->store(), worker = fromQt(worker())] { return store.handOver(worker); },
        [this](const Outcome& outcome) {
            if (!outcome)
                emit failed(explain(outcome.error()));
            else
                sync_->syncNow();
        });
}

void Workspace::handOverDrafts() {
    flush();
    writtenIn_.clear();
    sync_->syncNow();
}

/// What is under way on the executor may still use the session, and what answers ask next, too: after a turn of each lane and one more
/// of reading, nobody does.
void Workspace::leave(GridSession* session) {
    undoAct_ = nullptr;
    const GridId grid = session->id();
    std::erase(sessions_, session);
    emit gridLeaves();
    for (QObject* form : std::initializer_list<QObject*>{
             visit_.release(), householdForm_.release(), finding_.release(), orderForm_.release(), orderStep_.release(),
             hazardStep_.release(), move_.release(), anchor_.release(), reveal_.release()}) {
        if (form) form->deleteLater();
    }
    household_.clear();
    photos_.clear();
    clearOrders();
    tellSessions();
    const auto nothing = [] { return 0; };
    executor_.make(this, nothing, [this, grid, nothing](int) {
        executor_.read(this, nothing, [this, grid, nothing](int) {
            executor_.write(this, nothing, [this, grid, nothing](int) {
                executor_.read(this, nothing, [this, grid](int) { erase(grid); });
            });
        });
    });
}

void Workspace::erase(const GridId& grid) {
    if (carrier_->isBusy()) {
        connect(
            carrier_.get(), &CarrierController::finished, this, [this, grid] { erase(grid); },
            static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
        return;
    }
    const HeldGrid held = *std::ranges::find(folder_.enrolment()->grids, grid, &HeldGrid::id);
    std::erase_if(owned_, [&](const auto& session) { return session->id() == grid; });
    if (auto erased = folder_.erase(grid); !erased) {
        // Something was typed in the last moment, or the disk is full: it stays, and is looked at again after the next round.
        if (auto again = addSession(held); !again) emit failed(explain(again.error()));
    }
    tellSessions();
    emit scopeChanged();
}

QString Workspace::scopeNews() const {
    QStringList lines;
    for (const QString& name : arrived_) lines << tr("%1 is on this phone now.").arg(name);
    for (const LeftGrid& left : folder_.left()) {
        if (left.told) continue;
        const QString name = toQt(std::string_view(left.grid.name));
        lines << tr("%1 belongs to others now, and was removed from this phone.").arg(name);
        const int handedOver = static_cast<int>(left.handedOver);
        if (handedOver > 0)
            lines << tr("%n record(s) of yours came late: whoever holds the grid now decides about them.", "",
                        handedOver);
    }
    return lines.join(QLatin1Char('\n'));
}

QString Workspace::leavingGrid() const { return waiting_.join(QStringLiteral(", ")); }

void Workspace::acknowledgeScope() {
    arrived_.clear();
    if (auto told = folder_.rememberTold(); !told) emit failed(explain(told.error()));
    emit scopeChanged();
}

}  // namespace qiaomen
