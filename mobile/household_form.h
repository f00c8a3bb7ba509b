// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QtQmlIntegration>

#include "mobile/draft_keeper.h"
#include "mobile/field_edits.h"

namespace qiaomen {

/// How a household is to be reached and visited, being edited. Only fields that differ are written, so that two people who
/// change different fields never meet. Drafts are kept as typed.
class HouseholdForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.editHousehold(id)")
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)
    Q_PROPERTY(QString householdId READ householdId CONSTANT)
    Q_PROPERTY(QString headName READ headName WRITE setHeadName NOTIFY changed)
    Q_PROPERTY(QString phoneMasked READ phoneMasked NOTIFY changed)
    /// What was typed to replace the stored phone.
    Q_PROPERTY(QString phone READ phone WRITE setPhone NOTIFY changed)
    Q_PROPERTY(QString contactWay READ contactWay WRITE setContactWay NOTIFY changed)
    /// "20:30-08:30", several separated by a comma.
    Q_PROPERTY(QString quietHours READ quietHours WRITE setQuietHours NOTIFY changed)
    Q_PROPERTY(QString doNotAsk READ doNotAsk WRITE setDoNotAsk NOTIFY changed)
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY changed)
    Q_PROPERTY(QList<QString> tags READ tags WRITE setTags NOTIFY changed)
    /// Local midnight; 0: none agreed.
    Q_PROPERTY(double nextVisit READ nextVisit WRITE setNextVisit NOTIFY changed)
    Q_PROPERTY(bool dirty READ isDirty NOTIFY changed)
    Q_PROPERTY(bool saving READ isSaving NOTIFY changed)
    Q_PROPERTY(bool recovered READ wasRecovered NOTIFY changed)
    /// Empty when what differs may be saved.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
public:
    HouseholdForm(GridSession& session, const RecordId& household, QObject* parent);
    ~HouseholdForm() override;

    [[nodiscard]] bool isReady() const { return ready_; }
    [[nodiscard]] QString householdId() const;
    [[nodiscard]] QString headName() const;
    [[nodiscard]] QString phoneMasked() const;
    [[nodiscard]] QString phone() const;
    [[nodiscard]] QString contactWay() const;
    [[nodiscard]] QString quietHours() const;
    [[nodiscard]] QString doNotAsk() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] QStringList tags() const;
    [[nodiscard]] double nextVisit() const;
    [[nodiscard]] bool isDirty() const { return edits_.isDirty(); }
    [[nodiscard]] bool isSaving() const { return saving_; }
    [[nodiscard]] bool wasRecovered() const { return recovered_; }
    [[nodiscard]] QString problem() const;
    void setHeadName(const QString& name);
    void setPhone(const QString& phone);
    void setContactWay(const QString& code);
    void setQuietHours(const QString& hours);
    void setDoNotAsk(const QString& text);
    void setNote(const QString& note);
    void setTags(const QStringList& codes);
    void setNextVisit(double day);

    Q_INVOKABLE void toggleTag(const QString& code);
    /// As ResidentForm::change.
    Q_INVOKABLE bool change(const QString& field, const QString& value);
    /// Answers with saved() or failed(). Does nothing while there is a problem, or nothing to save.
    Q_INVOKABLE void save();
    /// Gives up what was typed.
    Q_INVOKABLE void discard();

    void flushDraft() { draft_.flush(); }

signals:
    void changed();
    /// Durable. `firstNumber` is this device's change; 0 when everything was so already.
    void saved(const QString& summary, quint64 firstNumber);
    /// Nothing was changed; the form and its draft are as they were. `problem` is a sentence.
    void failed(const QString& problem);

private:
    void load();
    void set(FieldNo field, Value value);
    QJsonObject draftContent() const;

    GridSession& session_;
    FieldEdits edits_;
    DraftKeeper draft_;
    bool ready_ = false, saving_ = false, recovered_ = false;
};

}  // namespace qiaomen
