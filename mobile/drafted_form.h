// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QtQmlIntegration>

#include "mobile/draft_keeper.h"

namespace qiaomen {

/// What a form about something that exists already shares with the others of its kind: it is read off the UI thread, kept as
/// typed, says what is wrong with which field, and is saved by one durable save(). A derived form has the fields, the rules and the
/// edits. UI thread only.
class DraftedForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("One of the forms that derive from it")
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)
    /// What must be put right before it can be saved, and the field that it is about; empty when nothing is.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString problemField READ problemField NOTIFY changed)
    Q_PROPERTY(bool dirty READ isDirty NOTIFY changed)
    Q_PROPERTY(bool saving READ isSaving NOTIFY changed)
    Q_PROPERTY(bool recovered READ wasRecovered NOTIFY changed)
    Q_PROPERTY(qiaomen::DraftedForm::DraftState draftState READ draftState NOTIFY draftStateChanged)
public:
    enum DraftState { NoDraft, DraftWaiting, DraftKept, DraftFailed };
    Q_ENUM(DraftState)

    struct FieldProblem {
        QString field, words;
    };

    ~DraftedForm() override;

    [[nodiscard]] bool isReady() const { return ready_; }
    [[nodiscard]] QString problem() const { return check().words; }
    [[nodiscard]] QString problemField() const { return check().field; }
    [[nodiscard]] bool isDirty() const { return dirty_; }
    [[nodiscard]] bool isSaving() const { return saving_; }
    [[nodiscard]] bool wasRecovered() const { return recovered_; }
    [[nodiscard]] DraftState draftState() const { return static_cast<DraftState>(draft_.state()); }
    /// The record that save() makes.
    [[nodiscard]] const RecordId& record() const { return record_; }

    /// Answers with saved() or failed(); does nothing while there is a problem or a save is under way.
    Q_INVOKABLE void save();
    /// Gives up what was typed, the draft included.
    Q_INVOKABLE void discard();

    void flushDraft() { draft_.flush(); }
    [[nodiscard]] GridId sessionGrid() const { return session_.id(); }

signals:
    void changed();
    void draftStateChanged();
    /// Durable on this device.
    void saved(const QString& summary);
    /// Nothing was changed; the form and its draft are as they were.
    void failed(const QString& problem);

protected:
    DraftedForm(GridSession& session, const QString& draftKey, QString worker, QObject* parent);

    [[nodiscard]] virtual FieldProblem check() const = 0;
    [[nodiscard]] virtual std::vector<Edit> edits() const = 0;
    [[nodiscard]] virtual QString savedWords() const = 0;
    /// What is typed, for the draft; and back. An empty object empties the form.
    [[nodiscard]] virtual QJsonObject typed() const = 0;
    virtual void type(const QJsonObject& draft) = 0;

    /// The draft on the disk, unless what it made was saved (the app was killed before it could forget). Off the UI thread.
    static QJsonObject unsavedDraft(LocalStore& store, const QString& key, CollectionNo makes);
    /// Everything that the form shows has been read.
    void opened(const QJsonObject& draft);
    void typedSomething();
    template <class T>
    void set(T& field, const T& value) {
        if (field == value) return;
        field = value;
        typedSomething();
    }
    [[nodiscard]] GridSession& session() const { return session_; }
    [[nodiscard]] const QString& draftKey() const { return key_; }
    [[nodiscard]] const QString& worker() const { return worker_; }
    /// When it was begun.
    [[nodiscard]] std::int64_t atMs() const { return at_; }
    /// "2026-11-23", by the clock on the wall.
    [[nodiscard]] std::string today() const;

private:
    [[nodiscard]] QJsonObject draftContent() const;

    GridSession& session_;
    QString key_, worker_;
    RecordId record_;
    std::int64_t at_;
    DraftKeeper draft_;
    bool ready_ = false, dirty_ = false, saving_ = false, recovered_ = false;
    bool finished_ = false;  ///< saved: there is nothing left to save
};

}  // namespace qiaomen
