// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QtQmlIntegration>
#include <memory>

#include "mobile/draft_keeper.h"
#include "mobile/hazard_form.h"
#include "mobile/need_form.h"

namespace qiaomen {

/// One need or one hazard written down without a visit: heard on the phone, met on the stairs. Exactly one of `need` and `hazard`
/// is there. A hazard may belong to a place without a household: a stairwell, a yard.
///
/// Kept as typed, and saved by one durable save(), as a visit is. UI thread only.
class FindingForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.beginNeed(id), workspace.beginHazard(id), workspace.beginHazardAt(place)")
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)
    /// Empty for a hazard of a place.
    Q_PROPERTY(QString householdId READ householdId CONSTANT)
    Q_PROPERTY(QString headName READ headName NOTIFY changed)
    /// The household's, or the place.
    Q_PROPERTY(QString address READ address NOTIFY changed)
    Q_PROPERTY(qiaomen::NeedForm* need READ need NOTIFY changed)
    Q_PROPERTY(qiaomen::HazardForm* hazard READ hazard NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool dirty READ isDirty NOTIFY changed)
    Q_PROPERTY(bool saving READ isSaving NOTIFY changed)
    Q_PROPERTY(bool recovered READ wasRecovered NOTIFY changed)
    Q_PROPERTY(qiaomen::FindingForm::DraftState draftState READ draftState NOTIFY draftStateChanged)
public:
    enum DraftState { NoDraft, DraftWaiting, DraftKept, DraftFailed };
    Q_ENUM(DraftState)
    enum class Kind { need, hazard };

    struct Subject {
        Kind kind = Kind::need;
        RecordId household;  ///< none: a hazard of `place`
        QString place;
    };

    FindingForm(GridSession& session, Subject subject, QString worker, PositionSource::Plugin plugin, QObject* parent);
    ~FindingForm() override;

    [[nodiscard]] bool isReady() const { return ready_; }
    [[nodiscard]] QString householdId() const;
    [[nodiscard]] const QString& headName() const { return headName_; }
    [[nodiscard]] const QString& address() const { return subject_.place; }
    [[nodiscard]] NeedForm* need() { return need_.get(); }
    [[nodiscard]] HazardForm* hazard() { return hazard_.get(); }
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool isDirty() const { return dirty_; }
    [[nodiscard]] bool isSaving() const { return saving_; }
    [[nodiscard]] bool wasRecovered() const { return recovered_; }
    [[nodiscard]] DraftState draftState() const { return static_cast<DraftState>(draft_.state()); }

    /// Answers with saved() or failed(); does nothing while there is a problem or a save is under way.
    Q_INVOKABLE void save();
    /// Gives up what was typed, the draft included.
    Q_INVOKABLE void discard();

    void flushDraft() { draft_.flush(); }

signals:
    void changed();
    void draftStateChanged();
    /// Durable on this device.
    void saved(const QString& summary);
    /// Nothing was changed; the form and its draft are as they were.
    void failed(const QString& problem);

private:
    struct Loaded;

    void load();
    void take(Loaded loaded);
    void begin();
    void typedSomething();
    [[nodiscard]] QString draftKey() const;
    [[nodiscard]] QJsonObject draftContent() const;
    [[nodiscard]] RecordId record() const;

    GridSession& session_;
    Subject subject_;
    QString worker_, headName_;
    PositionSource::Plugin plugin_;
    std::unique_ptr<NeedForm> need_;
    std::unique_ptr<HazardForm> hazard_;
    double at_ = 0;  ///< when it was heard or found
    DraftKeeper draft_;
    bool ready_ = false, dirty_ = false, saving_ = false, recovered_ = false;
    bool finished_ = false;  ///< saved: there is nothing left to save
};

}  // namespace qiaomen
