// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QtQmlIntegration>

#include "mobile/draft_keeper.h"
#include "mobile/field_edits.h"
#include "mobile/move_people.h"

namespace qiaomen {

/// One anchor of a household: a lease, a trade or a certificate, being written down or put right. None is deleted; one that is over
/// gets an end.
class AnchorForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.editAnchor(householdId, anchorId)")
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)
    Q_PROPERTY(bool isNew READ isNew NOTIFY changed)
    Q_PROPERTY(QString headName READ headName NOTIFY changed)
    /// Whose it may be; chosen is whose it is. Nobody: the household's.
    Q_PROPERTY(qiaomen::MovePeople* people READ people CONSTANT)
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY changed)
    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY changed)
    Q_PROPERTY(QString papersMasked READ papersMasked NOTIFY changed)
    /// What was typed to replace the stored number.
    Q_PROPERTY(QString papers READ papers WRITE setPapers NOTIFY changed)
    /// Local midnight; 0 none.
    Q_PROPERTY(double from READ from WRITE setFrom NOTIFY changed)
    Q_PROPERTY(double expires READ expires WRITE setExpires NOTIFY changed)
    Q_PROPERTY(double ended READ ended WRITE setEnded NOTIFY changed)
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY changed)
    Q_PROPERTY(bool dirty READ isDirty NOTIFY changed)
    Q_PROPERTY(bool saving READ isSaving NOTIFY changed)
    Q_PROPERTY(bool recovered READ wasRecovered NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
public:
    /// `anchor` none: a new one.
    AnchorForm(GridSession& session, const RecordId& home, const RecordId& id, QObject* parent);
    ~AnchorForm() override;

    [[nodiscard]] bool isReady() const { return ready_; }
    [[nodiscard]] bool isNew() const { return edits_.record().isNew(); }
    [[nodiscard]] const QString& headName() const { return headName_; }
    [[nodiscard]] MovePeople* people() { return &people_; }
    [[nodiscard]] QString kind() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString papersMasked() const;
    [[nodiscard]] QString papers() const;
    [[nodiscard]] double from() const;
    [[nodiscard]] double expires() const;
    [[nodiscard]] double ended() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] bool isDirty() const { return edits_.isDirty(); }
    [[nodiscard]] bool isSaving() const { return saving_; }
    [[nodiscard]] bool wasRecovered() const { return recovered_; }
    [[nodiscard]] QString problem() const;
    void setKind(const QString& code);
    void setTitle(const QString& title);
    void setPapers(const QString& papers);
    void setFrom(double day);
    void setExpires(double day);
    void setEnded(double day);
    void setNote(const QString& note);

    Q_INVOKABLE void toggle(const QString& residentId);
    Q_INVOKABLE void save();
    Q_INVOKABLE void discard();

    /// What takes back the latest save: the values that were there before; a new anchor is removed.
    [[nodiscard]] const std::vector<Edit>& wayBack() const { return wayBack_; }
    void flushDraft() { draft_.flush(); }

signals:
    void changed();
    /// Durable.
    void saved(const QString& summary);
    void failed(const QString& problem);

private:
    struct Loaded;
    void load();
    void set(FieldNo field, Value value);
    void show();

    GridSession& session_;
    RecordId household_;
    QString headName_;
    FieldEdits edits_;
    MovePeople people_;
    DraftKeeper draft_;
    std::vector<Edit> wayBack_;
    bool ready_ = false, saving_ = false, recovered_ = false;
};

}  // namespace qiaomen
