// SPDX-License-Identifier: Apache-2.0
#include "mobile/attachment_controller.h"

#include "mobile/text.h"

namespace qiaomen {

namespace {

Result<AttachmentStanding> standingOf(const std::vector<GridSession*>& sessions) {
    AttachmentStanding all;
    for (GridSession* session : sessions) {
        const auto store = session->attachments();
        if (!store) return store.error();
        const auto part = (*store)->standing();
        if (!part) return part.error();
        all.named += part->named;
        all.onlyHere += part->onlyHere;
        all.notHere += part->notHere;
    }
    return all;
}

}  // namespace

AttachmentController::AttachmentController(AttachmentWay& way, const SwitchedTransport& theSwitch, SyncController& sync,
                                           std::vector<GridSession*> sessions, StoreExecutor& executor,
                                           Settings& settings, NetworkSource network, QObject* parent)
    : QObject(parent),
      way_(way, theSwitch),
      switch_(theSwitch),
      sync_(sync),
      sessions_(std::move(sessions)),
      executor_(executor),
      settings_(settings),
      network_(std::move(network)),
      wasOn_(theSwitch.isOn()) {
    connect(&sync, &SyncController::roundEnded, this, &AttachmentController::wake);
    connect(&settings, &Settings::changed, this, &AttachmentController::wake);
    connect(&settings, &Settings::languageChanged, this, &AttachmentController::changed);
    connect(&sync, &SyncController::changed, this, [this] {
        if (std::exchange(wasOn_, switch_.isOn()) && !wasOn_) way_.interrupt();
    });
    follow();
}

AttachmentController::~AttachmentController() {
    if (loop_) loop_->stop();
}

void AttachmentController::setSessions(std::vector<GridSession*> sessions) {
    loop_.reset();
    for (GridSession* session : sessions_) disconnect(session, nullptr, this, nullptr);
    counting_.forget();
    sessions_ = std::move(sessions);
    state_ = {};
    standing_ = {};
    follow();
    emit changed();
}

/// Opens the stores off the UI thread; begin() hears of them.
void AttachmentController::follow() {
    for (GridSession* session : sessions_) {
        connect(session, &GridSession::changed, this, &AttachmentController::refresh);
        connect(session, &GridSession::attachmentsChanged, this, &AttachmentController::refresh);
    }
    executor_.read(
        this,
        [all = sessions_] {
            Opened opened;
            for (GridSession* session : all) {
                const auto store = session->attachments();
                if (store)
                    opened.stores.push_back(*store);
                else
                    opened.problem = store.error();
            }
            return opened;
        },
        [this, opening = ++openings_](const Opened& opened) {
            if (opening == openings_) begin(opened);
        });
    refresh();
}

void AttachmentController::begin(const Opened& opened) {
    broken_ = opened.problem;
    loop_ = std::make_unique<AttachmentLoop>(way_, opened.stores, [this](const AttachmentsState& state) {
        QMetaObject::invokeMethod(
            this, [this, state] { hear(state); }, Qt::QueuedConnection);
    });
    loop_->start();
    for (const Hash256& hash : asked_) loop_->ask(hash);
    wake();
}

/// After a round that went through: then there is a network, and the centre has the records that name the photos.
void AttachmentController::wake() {
    if (!loop_ || !switch_.isOn() || sync_.phase() != SyncController::UpToDate) return;
    loop_->wake(settings_.hasOriginalsOverMobile() ? Network::unmetered : network_());
}

void AttachmentController::ask(const Hash256& hash) {
    asked_.insert(hash);
    state_.report.absent.erase(hash);
    if (state_.isMoving) askedSince_.insert(hash);
    if (loop_ && switch_.isOn()) loop_->ask(hash);
    emit changed();
}

void AttachmentController::hear(const AttachmentsState& state) {
    const bool ended = state_.isMoving && !state.isMoving;
    const bool moved = state.progress.bytesDone != state_.progress.bytesDone;
    state_ = state;
    if (ended || moved) {
        for (GridSession* session : sessions_) emit session->attachmentsChanged();
    }
    emit changed();
    if (ended) {
        if (!state.error) asked_ = std::exchange(askedSince_, {});
        emit runEnded();
    }
}

void AttachmentController::refresh() {
    counting_.ask(
        executor_, this, [all = sessions_] { return standingOf(all); },
        [this](const Result<AttachmentStanding>& standing) {
            broken_ = standing ? std::nullopt : std::optional(standing.error());
            if (standing) standing_ = *standing;
            emit changed();
        });
}

double AttachmentController::progress() const {
    const AttachmentProgress& progress = state_.progress;
    return progress.bytesTotal == 0
               ? 0
               : static_cast<double>(progress.bytesDone) / static_cast<double>(progress.bytesTotal);
}

QString AttachmentController::words() const {
    if (isMoving()) return tr("%n photo(s) on the way", "", static_cast<int>(left()));
    if (onlyHere() > 0) return tr("%n photo(s) only on this phone", "", onlyHere());
    if (notHere() > 0)
        return tr("%n photo(s) here as thumbnails: their full size comes over Wi-Fi, or when you ask for it", "",
                  notHere());
    return standing_.named > 0 ? tr("All photos are safe") : QString();
}

QString AttachmentController::problem() const {
    if (broken_) return explain(*broken_);
    if (state_.error && state_.error->fault == Fault::full) return explain(*state_.error);
    return {};
}

}  // namespace qiaomen
