// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/network_kind.h"
#include "mobile/settings.h"
#include "mobile/switched_attachment_way.h"
#include "mobile/sync_controller.h"
#include "shared/client/attachment_loop.h"

namespace qiaomen {

/// How safe the photos are, and the loop that carries them: after each round of the records' sync that went through, and when somebody
/// asks for an original. Thumbnails travel on every network; originals on one that costs nothing, where the setting says so, or when
/// somebody asked. While the network is switched off here nothing runs.
class AttachmentController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.attachments")
    /// Photos that the centre has not confirmed: on this phone alone.
    Q_PROPERTY(int onlyHere READ onlyHere NOTIFY changed)
    /// Photos whose original is not on this phone.
    Q_PROPERTY(int notHere READ notHere NOTIFY changed)
    /// Under way at this moment.
    Q_PROPERTY(bool moving READ isMoving NOTIFY changed)
    /// Of what is under way, 0 to 1.
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    /// One line; empty when there is nothing to say.
    Q_PROPERTY(QString words READ words NOTIFY changed)
    /// What somebody has to do something about: a full disk.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
public:
    AttachmentController(AttachmentWay& way, const SwitchedTransport& theSwitch, SyncController& sync,
                         std::vector<GridSession*> sessions, StoreExecutor& executor, Settings& settings,
                         NetworkSource network, QObject* parent = nullptr);
    ~AttachmentController() override;
    /// Grids came or went: what is under way ends, and photos of those that are left go on.
    void setSessions(std::vector<GridSession*> sessions);

    [[nodiscard]] int onlyHere() const { return static_cast<int>(standing_.onlyHere); }
    [[nodiscard]] int notHere() const { return static_cast<int>(standing_.notHere); }
    [[nodiscard]] bool isMoving() const { return state_.isMoving && left() > 0; }
    [[nodiscard]] double progress() const;
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString problem() const;

    /// Somebody wants this original, whatever the network costs. It comes now, or with the next network.
    void ask(const Hash256& hash);
    [[nodiscard]] bool isAsked(const Hash256& hash) const { return asked_.contains(hash); }
    /// The centre does not have it either, as it said last: the phone that took it has not sent it yet.
    [[nodiscard]] bool isAbsent(const Hash256& hash) const { return state_.report.absent.contains(hash); }
    [[nodiscard]] bool isNetworkOn() const { return switch_.isOn(); }

signals:
    void changed();
    /// A run has ended, well or not.
    void runEnded();

private:
    struct Opened {
        std::vector<AttachmentStore*> stores;
        std::optional<Error> problem;
    };
    void follow();
    void begin(const Opened& opened);
    void wake();
    void hear(const AttachmentsState& state);
    void refresh();
    [[nodiscard]] std::size_t left() const { return state_.progress.thumbnailsLeft + state_.progress.originalsLeft; }

    SwitchedAttachmentWay way_;
    const SwitchedTransport& switch_;
    SyncController& sync_;
    std::vector<GridSession*> sessions_;
    StoreExecutor& executor_;
    Settings& settings_;
    NetworkSource network_;
    AttachmentsState state_;
    AttachmentStanding standing_;   ///< of all grids together
    std::optional<Error> broken_;   ///< a grid's photos cannot be opened or counted
    std::set<Hash256> asked_;       ///< and not answered yet
    std::set<Hash256> askedSince_;  ///< of these, while a run was under way
    NewestQuestion counting_;
    int openings_ = 0;  ///< counts setSessions(), so that stores of grids that went are not taken over
    bool wasOn_;
    std::unique_ptr<AttachmentLoop> loop_;
};

}  // namespace qiaomen
