// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <functional>

#include "mobile/grid_session.h"

namespace qiaomen {

/// Keeps what somebody is typing, as typed, so that nothing is lost when the app is killed in mid-word: written to the store's
/// drafts at most 300 ms after the first change that is not kept yet (a debounce that never starves: typing on does not put it
/// off), durable when `state` says Kept.
class DraftKeeper : public QObject {
    Q_OBJECT
public:
    enum class State {
        None,     ///< nothing was typed
        Waiting,  ///< typed, and not on the disk yet
        Kept,     ///< on the disk as it stands on the screen
        Failed,   ///< could not be written; tried again with the next change
    };
    Q_ENUM(State)

    /// `content` gives the draft as it is to be written.
    DraftKeeper(GridSession& session, const QString& key, std::function<QJsonObject()> content, QObject* parent);

    /// The draft as it is on the disk, or an empty object when there is none (or none that can be read). Off the UI thread, and
    /// on the writing lane, so that it comes after whatever was kept or dropped before.
    static QJsonObject read(LocalStore& store, const QString& key);
    /// Something changed.
    void touch();
    /// Writes now what is waiting: the app goes to the background, the page is left.
    void flush();
    /// The form was saved or given up: forgets the draft.
    void drop();

    [[nodiscard]] State state() const { return state_; }

signals:
    void stateChanged();

private:
    void setState(State state);

    GridSession& session_;
    std::string key_;
    std::function<QJsonObject()> content_;
    QTimer timer_;
    State state_ = State::None;
    int version_ = 0;  ///< counts touches, so that an answer knows whether it speaks of the latest
};

}  // namespace qiaomen
