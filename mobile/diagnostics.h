// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUrl>
#include <atomic>
#include <deque>

#include "mobile/storage_model.h"
#include "mobile/sync_controller.h"

namespace qiaomen {

/// What an administrator asks on the telephone: which version, which device, when it last synced, what is wrong. And a thorough look at
/// every database, and a report to hand on. There is nothing personal in any of it: numbers, times, versions, and the program's words.
class Diagnostics : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.diagnostics")
    /// What is wrong now, in sentences; empty when nothing is.
    Q_PROPERTY(QString faults READ faults NOTIFY changed)
    Q_PROPERTY(bool checking READ isChecking NOTIFY changed)
    /// What the last look found, in words; empty before.
    Q_PROPERTY(QString checked READ checked NOTIFY changed)
    Q_PROPERTY(bool sound READ isSound NOTIFY changed)
    /// Where the report was saved; empty before.
    Q_PROPERTY(QString savedFile READ savedFile NOTIFY changed)
public:
    enum Role { LabelRole = Qt::UserRole + 1, ValueRole };

    struct About {
        QString version, device;
        ClockSource clock;
    };
    /// All outlive this.
    Diagnostics(About about, SyncController& sync, StorageModel& storage, StoreExecutor& executor, QObject* parent);
    ~Diagnostics() override;
    void setSessions(std::vector<GridSession*> sessions);
    /// Something went wrong: it is in the next report.
    void note(const QString& fault);

    [[nodiscard]] QString faults() const;
    [[nodiscard]] bool isChecking() const { return checking_; }
    [[nodiscard]] const QString& checked() const { return checked_; }
    [[nodiscard]] bool isSound() const { return sound_; }
    [[nodiscard]] const QString& savedFile() const { return savedFile_; }
    /// The report: English, for whoever helps, whatever the worker's language.
    Q_INVOKABLE QString report() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Looks at every page and every record. Takes as long as it takes, and holds up nothing.
    Q_INVOKABLE void check();
    /// Writes the report into a folder; answers with saved() or failed().
    Q_INVOKABLE void save(const QUrl& folder);
    Q_INVOKABLE void open();

signals:
    void changed();
    void saved(const QString& summary);
    void failed(const QString& problem);

private:
    struct Fact {
        QString label, value;
    };
    [[nodiscard]] std::vector<Fact> facts() const;
    void follow();

    About about_;
    SyncController& sync_;
    StorageModel& storage_;
    StoreExecutor& executor_;
    std::vector<GridSession*> sessions_;
    std::vector<Fact> facts_;
    std::deque<QString> noted_;  ///< the latest, with their times
    bool checking_ = false, sound_ = true;
    QString checked_, findings_, savedFile_;
    std::atomic<bool> stopping_ = false;
    StoreExecutor looks_;  ///< a lane of its own: a look takes seconds
};

}  // namespace qiaomen
