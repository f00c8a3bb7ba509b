// SPDX-License-Identifier: Apache-2.0
#include "mobile/sync_controller.h"

#include "mobile/text.h"

namespace qiaomen {

namespace {

std::vector<LocalStore*> storesOf(const std::vector<GridSession*>& sessions) {
    std::vector<LocalStore*> stores;
    for (GridSession* session : sessions) stores.push_back(&session->store());
    return stores;
}

}  // namespace

Safety sum(const std::vector<Safety>& parts) {
    Safety all;
    for (const Safety& part : parts) {
        all.safe += part.safe;
        all.onlyHere += part.onlyHere;
        all.refused += part.refused;
        all.handedOver += part.handedOver;
        if (part.oldestUnsentMs)
            all.oldestUnsentMs = std::min(all.oldestUnsentMs.value_or(*part.oldestUnsentMs), *part.oldestUnsentMs);
    }
    return all;
}

Result<std::vector<Safety>> readSafety(const std::vector<GridSession*>& sessions) {
    std::vector<Safety> parts;
    for (GridSession* session : sessions) {
        auto part = session->store().safety();
        if (!part) return part.error();
        parts.push_back(*part);
    }
    return parts;
}

int SyncGridsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant SyncGridsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case GridIdRole: return toQt(row.grid);
        case NameRole: return row.name;
        case SafeRole: return static_cast<int>(row.safety.safe);
        case OnlyHereRole: return static_cast<int>(row.safety.onlyHere);
        case RefusedRole: return static_cast<int>(row.safety.refused);
        case ReceivedRole: return static_cast<int>(row.received);
        case ProblemRole: return row.problem;
        default: return {};
    }
}

QHash<int, QByteArray> SyncGridsModel::roleNames() const {
    return {{GridIdRole, "gridId"},   {NameRole, "name"},         {SafeRole, "safe"},      {OnlyHereRole, "onlyHere"},
            {RefusedRole, "refused"}, {ReceivedRole, "received"}, {ProblemRole, "problem"}};
}

SyncController::SyncController(SwitchedTransport& transport, std::vector<GridSession*> sessions, StoreExecutor& executor,
                               ClockSource clock, const std::string& app, const DeviceId& device, QObject* parent)
    : QObject(parent),
      transport_(transport),
      sessions_(std::move(sessions)),
      executor_(executor),
      client_(transport, storesOf(sessions_), app, {}, device),
      loop_(client_, transport, std::move(clock), [this](const SyncState& state) {
          if (state.phase == SyncState::Phase::syncing) ++begun_;
          QMetaObject::invokeMethod(
              this, [this, state, round = begun_.load()] { hear(state, round); }, Qt::QueuedConnection);
      }) {
    follow();
    refresh();
}

void SyncController::follow() {
    for (GridSession* session : sessions_) {
        connect(session, &GridSession::saved, this, &SyncController::syncNow);
        connect(session, &GridSession::changed, this, [this](const StoreChange& change) {
            if (change.outbox) refresh();
        });
        connect(&session->vocabulary(), &Vocabulary::changed, this, [this] {
            showGrids();
            emit changed();
        });
    }
}

void SyncController::setSessions(std::vector<GridSession*> sessions) {
    loop_.stop();
    for (GridSession* session : sessions_) {
        disconnect(session, nullptr, this, nullptr);
        disconnect(&session->vocabulary(), nullptr, this, nullptr);
    }
    sessions_ = std::move(sessions);
    standing_.safety.clear();
    client_.setStores(storesOf(sessions_));
    follow();
    refresh();
    loop_.start();
}

SyncController::~SyncController() { loop_.stop(); }

void SyncController::start() { loop_.start(); }
void SyncController::syncNow() { loop_.wake(); }

void SyncController::setNetworkOn(bool on) {
    if (on == transport_.isOn()) return;
    transport_.set(on);
    emit changed();
    loop_.wake();
}

void SyncController::hear(const SyncState& state, quint64 round) {
    state_ = state;
    showGrids();
    emit changed();
    if (state.phase != SyncState::Phase::syncing) emit roundEnded(round);
}

void SyncController::refresh() {
    asked_.ask(
        executor_, this,
        [sessions = sessions_] {
            Standing standing;
            auto safety = readSafety(sessions);
            if (safety)
                standing.safety = std::move(*safety);
            else
                standing.problem = safety.error();
            for (GridSession* session : sessions) {
                const auto receipts = session->store().receipts(1);
                if (receipts && !receipts->empty())
                    standing.lastReceiptMs = std::max(standing.lastReceiptMs, receipts->front().receivedAtMs);
            }
            return standing;
        },
        [this](const Standing& standing) { take(standing); });
}

void SyncController::take(const Standing& standing) {
    standing_ = standing;
    safety_ = sum(standing.safety);
    showGrids();
    emit changed();
    emit counted();
}

void SyncController::showGrids() {
    std::vector<SyncGridsModel::Row> rows;
    for (std::size_t i = 0; i < sessions_.size(); ++i) {
        SyncGridsModel::Row row{sessions_[i]->id(), sessions_[i]->name(), {}, 0, {}};
        if (i < standing_.safety.size()) row.safety = standing_.safety[i];
        if (const auto report = state_.grids.find(row.grid); report != state_.grids.end()) {
            row.received = report->second.received;
            if (report->second.problem) row.problem = explain(*report->second.problem);
        }
        rows.push_back(std::move(row));
    }
    grids_.show(std::move(rows));
}

double SyncController::lastSuccessAt() const {
    return static_cast<double>(std::max(state_.lastSuccessMs, standing_.lastReceiptMs));
}

QString SyncController::words() const {
    const int waiting = onlyHereCount();
    if (!transport_.isOn()) {
        return waiting > 0 ? tr("The network is switched off here: %n record(s) wait on this device.", "", waiting)
                           : tr("The network is switched off here.");
    }
    switch (phase()) {
        case Idle: return waiting > 0 ? tr("%n record(s) wait on this device.", "", waiting) : tr("Not connected yet.");
        case Syncing: return tr("Exchanging records with the centre…");
        case UpToDate:
            return waiting > 0 ? tr("%n record(s) wait on this device.", "", waiting)
                               : tr("Up to date: the centre has confirmed everything.");
        case Offline:
            return waiting > 0
                       ? tr("No network: %n record(s) wait on this device and go out by themselves.", "", waiting)
                       : tr("No network. Everything recorded here is confirmed by the centre.");
        case Problem: return problem();
    }
    return {};
}

QString SyncController::problem() const {
    if (standing_.problem) return explain(*standing_.problem);
    if (state_.phase == SyncState::Phase::problem && state_.error) return explain(*state_.error);
    if (safety_.refused > 0) {
        return tr("The centre refused %n record(s). They are kept here: look at them.", "",
                  static_cast<int>(safety_.refused));
    }
    return {};
}

}  // namespace qiaomen
