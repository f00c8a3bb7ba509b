// SPDX-License-Identifier: Apache-2.0
#include "mobile/draft_keeper.h"

#include <QJsonDocument>

#include "mobile/text.h"

namespace qiaomen {

namespace {

using namespace std::chrono_literals;
/// Long enough for a fast typist's two or three letters to be one write, short enough to lose none that anybody remembers.
constexpr auto kDraftDelay = 250ms;

}  // namespace

DraftKeeper::DraftKeeper(GridSession& session, const QString& key, std::function<QJsonObject()> content, QObject* parent)
    : QObject(parent), session_(session), key_(fromQt(key)), content_(std::move(content)) {
    timer_.setSingleShot(true);
    timer_.setInterval(kDraftDelay);
    connect(&timer_, &QTimer::timeout, this, &DraftKeeper::flush);
}

QJsonObject DraftKeeper::read(LocalStore& store, const QString& key) {
    const std::string name = fromQt(key);
    const auto draft = store.draft(name);
    if (!draft || !*draft) return {};
    return QJsonDocument::fromJson(QByteArray::fromStdString((*draft)->text)).object();
}

void DraftKeeper::touch() {
    ++version_;
    setState(State::Waiting);
    if (!timer_.isActive()) timer_.start();
}

void DraftKeeper::flush() {
    timer_.stop();
    if (state_ != State::Waiting && state_ != State::Failed) return;
    std::string text = QJsonDocument(content_()).toJson(QJsonDocument::Compact).toStdString();
    session_.executor().write(
        this, [&store = session_.store(), key = key_, text = std::move(text)] { return store.keepDraft(key, text); },
        [this, version = version_](const Outcome& outcome) {
            if (version != version_) return;
            setState(outcome.ok() ? State::Kept : State::Failed);
        });
}

void DraftKeeper::drop() {
    ++version_;
    timer_.stop();
    session_.executor().write(
        this, [&store = session_.store(), key = key_] { return store.dropDraft(key); }, [](const Outcome&) {});
    setState(State::None);
}

void DraftKeeper::setState(State state) {
    if (state_ == state) return;
    state_ = state;
    emit stateChanged();
}

}  // namespace qiaomen
