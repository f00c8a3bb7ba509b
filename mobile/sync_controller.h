// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include "mobile/grid_session.h"
#include "mobile/list_model.h"
#include "mobile/newest_question.h"
#include "mobile/switched_transport.h"
#include "shared/client/sync_loop.h"

namespace qiaomen {

/// The counts of several grids as one.
Safety sum(const std::vector<Safety>& parts);
/// Each session's counts, in their order. Off the UI thread.
Result<std::vector<Safety>> readSafety(const std::vector<GridSession*>& sessions);

/// Each grid's state, for the hall that holds several.
class SyncGridsModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.sync.grids")
public:
    enum Role {
        GridIdRole = Qt::UserRole + 1,
        NameRole,
        SafeRole,  ///< int, as all counts
        OnlyHereRole,
        RefusedRole,
        ReceivedRole,  ///< of the last round
        ProblemRole,   ///< in words; empty when all is well
    };
    Q_ENUM(Role)
    struct Row {
        GridId grid;
        QString name;
        Safety safety;
        std::size_t received = 0;
        QString problem;
    };
    using ListModel::ListModel;

    void show(std::vector<Row> rows) { replace(rows_, std::move(rows)); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<Row> rows_;
};

/// How safe the worker's records are, and the sync that makes them so. The loop runs on its own thread; here its state arrives
/// on the UI thread, in words. "Safe" is said only of changes that a receipt of the centre covers.
class SyncController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.sync")
    Q_PROPERTY(qiaomen::SyncController::Phase phase READ phase NOTIFY changed)
    /// One line: "Up to date", "No network: 3 records wait on this phone".
    Q_PROPERTY(QString words READ words NOTIFY changed)
    /// What somebody has to do; empty while everything goes by itself.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(int safeCount READ safeCount NOTIFY changed)
    Q_PROPERTY(int onlyHereCount READ onlyHereCount NOTIFY changed)
    /// Changes that came late, and are with those who hold their grid now.
    Q_PROPERTY(int lateCount READ lateCount NOTIFY changed)
    /// Changes that the centre refused and nobody has dealt with.
    Q_PROPERTY(int refusedCount READ refusedCount NOTIFY changed)
    /// ms; 0: nothing is unsent.
    Q_PROPERTY(double oldestUnsentAt READ oldestUnsentAt NOTIFY changed)
    /// ms; 0: never. Known from receipts, so it survives a restart.
    Q_PROPERTY(double lastSuccessAt READ lastSuccessAt NOTIFY changed)
    /// ms; 0: it is not going to by itself.
    Q_PROPERTY(double nextTryAt READ nextTryAt NOTIFY changed)
    /// The app's own switch: off is flight mode for practice and for saving data.
    Q_PROPERTY(bool networkOn READ isNetworkOn WRITE setNetworkOn NOTIFY changed)
    Q_PROPERTY(qiaomen::SyncGridsModel* grids READ grids CONSTANT)
public:
    enum Phase { Idle, Syncing, UpToDate, Offline, Problem };
    Q_ENUM(Phase)

    /// The sessions are those of the client's stores; `device` asks for its grids also while it has none.
    SyncController(SwitchedTransport& transport, std::vector<GridSession*> sessions, StoreExecutor& executor,
                   ClockSource clock, const std::string& app, const DeviceId& device, QObject* parent = nullptr);
    ~SyncController() override;

    /// Begins to sync by itself.
    void start();
    /// Other grids from now on: a round that is under way ends without an answer.
    void setSessions(std::vector<GridSession*> sessions);
    /// A round begins now.
    Q_INVOKABLE void syncNow();
    /// See SyncLoop::between(): from any thread but this one.
    void between(const std::function<void()>& work) { loop_.between(work); }

    [[nodiscard]] Phase phase() const { return static_cast<Phase>(state_.phase); }
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] int safeCount() const { return static_cast<int>(safety_.safe); }
    [[nodiscard]] int onlyHereCount() const { return static_cast<int>(safety_.onlyHere); }
    [[nodiscard]] int refusedCount() const { return static_cast<int>(safety_.refused); }
    [[nodiscard]] int lateCount() const { return static_cast<int>(safety_.handedOver); }
    [[nodiscard]] double oldestUnsentAt() const { return static_cast<double>(safety_.oldestUnsentMs.value_or(0)); }
    [[nodiscard]] double lastSuccessAt() const;
    [[nodiscard]] double nextTryAt() const { return static_cast<double>(state_.nextTryMs); }
    [[nodiscard]] bool isNetworkOn() const { return transport_.isOn(); }
    void setNetworkOn(bool on);
    [[nodiscard]] SyncGridsModel* grids() { return &grids_; }
    [[nodiscard]] const SyncState& state() const { return state_; }
    [[nodiscard]] const Safety& safety() const { return safety_; }
    /// Rounds begun so far, on the loop's thread: a round with a higher number began after this was asked, and sends whatever was
    /// saved before.
    [[nodiscard]] quint64 roundsBegun() const { return begun_; }

signals:
    void changed();
    /// The n-th round since the start has ended, well or not.
    void roundEnded(quint64 round);
    /// The counts were read anew.
    void counted();

private:
    struct Standing {
        std::vector<Safety> safety;  ///< one a session, in their order
        std::int64_t lastReceiptMs = 0;
        std::optional<Error> problem;  ///< a store that cannot be read
    };
    void follow();
    void hear(const SyncState& state, quint64 round);
    void refresh();
    void take(const Standing& standing);
    void showGrids();

    SwitchedTransport& transport_;
    std::vector<GridSession*> sessions_;
    StoreExecutor& executor_;
    SyncState state_;
    Standing standing_;
    Safety safety_;  ///< of all grids together
    SyncGridsModel grids_{this};
    NewestQuestion asked_;
    std::atomic<quint64> begun_ = 0;
    SyncClient client_;
    SyncLoop loop_;
};

}  // namespace qiaomen
