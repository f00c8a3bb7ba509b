// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QtQmlIntegration>
#include <optional>
#include <vector>

#include "mobile/draft_keeper.h"
#include "mobile/form_lists.h"
#include "mobile/question_forms.h"

namespace qiaomen {

/// One visit being recorded: what came of it, what the household confirmed, whose facts changed, what it needs, what is
/// dangerous, and what was agreed. All rules about a visit live here; the page shows them.
///
/// - A routine visit is three taps: "Met", "All unchanged", "Save". Way, reason and time are filled in.
/// - save() writes visit, changed residents, needs, hazards, answers and the household's next visit in one transaction: all or
///   nothing.
/// - Whatever was typed is kept (draftState) and comes back after a kill (recovered). The ids of the new records are part of the
///   draft, so that a visit whose saving the app did not live to hear of is never saved twice.
/// - A fault is a sentence; the form and its draft stay as they are.
///
/// Use: wait for `ready`, edit, save() while `problem` is empty. UI thread only.
class VisitForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.beginVisit(id)")
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)
    Q_PROPERTY(QString householdId READ householdId CONSTANT)
    Q_PROPERTY(QString headName READ headName NOTIFY changed)
    Q_PROPERTY(QString address READ address NOTIFY changed)
    /// The household asked not to be visited at this hour.
    Q_PROPERTY(bool quietNow READ isQuietNow NOTIFY changed)
    Q_PROPERTY(QString quietHours READ quietHours NOTIFY changed)
    Q_PROPERTY(QString doNotAsk READ doNotAsk NOTIFY changed)

    /// Codes of shared/domain/codes.h; vocabulary.choices("visit", "outcome") and so on.
    Q_PROPERTY(QString outcome READ outcome WRITE setOutcome NOTIFY changed)
    Q_PROPERTY(bool met READ isMet NOTIFY changed)
    Q_PROPERTY(QString way READ way WRITE setWay NOTIFY changed)
    Q_PROPERTY(QList<QString> reasons READ reasons WRITE setReasons NOTIFY changed)
    Q_PROPERTY(QList<QString> confirmed READ confirmed WRITE setConfirmed NOTIFY changed)
    Q_PROPERTY(bool allConfirmed READ isAllConfirmed NOTIFY changed)
    Q_PROPERTY(QString personsMet READ personsMet WRITE setPersonsMet NOTIFY changed)
    Q_PROPERTY(QString remark READ remark WRITE setRemark NOTIFY changed)
    Q_PROPERTY(QString nextStep READ nextStep WRITE setNextStep NOTIFY changed)
    /// Local midnight; 0: none.
    Q_PROPERTY(double nextDate READ nextDate WRITE setNextDate NOTIFY changed)
    Q_PROPERTY(bool cardLeft READ cardLeft WRITE setCardLeft NOTIFY changed)
    /// ms since 1970; now unless somebody records it later.
    Q_PROPERTY(double occurredAt READ occurredAt WRITE setOccurredAt NOTIFY changed)

    Q_PROPERTY(qiaomen::ResidentForms* residents READ residents CONSTANT)
    Q_PROPERTY(qiaomen::NeedForms* needs READ needs CONSTANT)
    Q_PROPERTY(qiaomen::HazardForms* hazards READ hazards CONSTANT)
    /// What a leader wishes to know of this household and is not known yet; see QuestionForm.
    Q_PROPERTY(qiaomen::QuestionForms* questions READ questions CONSTANT)

    /// Empty when it may be saved; else which field, and what to do.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// "outcome", "way", "confirmed", "personsMet", "nextDate", "occurredAt", "remark", "nextStep", "residents", "needs",
    /// "hazards", "questions", or empty: where to show the problem.
    Q_PROPERTY(QString problemField READ problemField NOTIFY changed)
    /// Somebody typed something.
    Q_PROPERTY(bool dirty READ isDirty NOTIFY changed)
    Q_PROPERTY(bool saving READ isSaving NOTIFY changed)
    Q_PROPERTY(qiaomen::VisitForm::DraftState draftState READ draftState NOTIFY draftStateChanged)
    /// This is what was typed before the app was closed or killed.
    Q_PROPERTY(bool recovered READ wasRecovered NOTIFY changed)
public:
    enum DraftState { NoDraft, DraftWaiting, DraftKept, DraftFailed };
    Q_ENUM(DraftState)

    /// What one save() made, for whoever counts (see drive.h).
    struct Made {
        RecordId visit;
        std::vector<RecordId> residents, needs, hazards;
        std::size_t answers = 0;
        bool nextVisit = false;  ///< the household's agreed date was changed
        Saved numbers;
    };

    VisitForm(GridSession& session, const RecordId& household, QString worker, PositionSource::Plugin plugin,
              QObject* parent);
    ~VisitForm() override;

    [[nodiscard]] bool isReady() const { return ready_; }
    [[nodiscard]] QString householdId() const;
    [[nodiscard]] QString headName() const;
    [[nodiscard]] QString address() const;
    [[nodiscard]] bool isQuietNow() const;
    [[nodiscard]] QString quietHours() const;
    [[nodiscard]] QString doNotAsk() const;
    [[nodiscard]] const QString& outcome() const { return typed_.outcome; }
    [[nodiscard]] bool isMet() const;
    [[nodiscard]] const QString& way() const { return typed_.way; }
    [[nodiscard]] const QStringList& reasons() const { return typed_.reasons; }
    [[nodiscard]] const QStringList& confirmed() const { return typed_.confirmed; }
    [[nodiscard]] bool isAllConfirmed() const;
    [[nodiscard]] const QString& personsMet() const { return typed_.personsMet; }
    [[nodiscard]] const QString& remark() const { return typed_.remark; }
    [[nodiscard]] const QString& nextStep() const { return typed_.nextStep; }
    [[nodiscard]] double nextDate() const { return typed_.nextDate; }
    [[nodiscard]] bool cardLeft() const { return typed_.cardLeft; }
    [[nodiscard]] double occurredAt() const { return typed_.occurredAt; }
    [[nodiscard]] ResidentForms* residents() { return &residents_; }
    [[nodiscard]] NeedForms* needs() { return &needs_; }
    [[nodiscard]] HazardForms* hazards() { return &hazards_; }
    [[nodiscard]] QuestionForms* questions() { return &questions_; }
    [[nodiscard]] QString problem() const { return firstProblem().words; }
    [[nodiscard]] QString problemField() const { return QString::fromLatin1(firstProblem().field); }
    [[nodiscard]] bool isDirty() const { return dirty_; }
    [[nodiscard]] bool isSaving() const { return saving_; }
    [[nodiscard]] DraftState draftState() const { return static_cast<DraftState>(draft_.state()); }
    [[nodiscard]] bool wasRecovered() const { return recovered_; }

    void setOutcome(const QString& code);
    void setWay(const QString& code);
    void setReasons(const QStringList& codes);
    void setConfirmed(const QStringList& codes);
    void setPersonsMet(const QString& names);
    void setRemark(const QString& text);
    void setNextStep(const QString& text);
    void setNextDate(double day);
    void setCardLeft(bool left);
    void setOccurredAt(double at);

    Q_INVOKABLE void toggleReason(const QString& code);
    Q_INVOKABLE void toggleConfirmed(const QString& code);
    /// All groups at once: "nothing has changed here".
    Q_INVOKABLE void confirmAll();
    /// A new need at the end of `needs`.
    Q_INVOKABLE qiaomen::NeedForm* addNeed();
    Q_INVOKABLE void removeNeed(int row);
    Q_INVOKABLE qiaomen::HazardForm* addHazard();
    Q_INVOKABLE void removeHazard(int row);

    /// Answers with saved() or failed(); does nothing while there is a problem or a save is under way.
    Q_INVOKABLE void save();
    /// Gives up what was typed, the draft included; the form is as new.
    Q_INVOKABLE void discard();

    /// Of the last save.
    [[nodiscard]] const Made& made() const { return made_; }
    /// The saved visit was withdrawn: what was typed for it is a draft again, for whoever begins anew.
    void keepAsDraft();
    /// Writes the draft now: the app goes to the background.
    void flushDraft() { draft_.flush(); }

signals:
    void changed();
    void draftStateChanged();
    /// Durable on this device. `summary` says what was saved, in words.
    void saved(const QString& summary);
    void failed(const QString& problem);

private:
    /// The visit's own fields as typed.
    struct Typed {
        QString outcome, way = QStringLiteral("door");
        QStringList reasons{QStringLiteral("routine")}, confirmed;
        QString personsMet, remark, nextStep;
        double nextDate = 0, occurredAt = 0;
        bool cardLeft = false;
    };
    struct ProblemAt {
        const char* field = "";
        QString words;
    };
    struct Loaded;

    void load();
    void take(Loaded loaded);
    void begin();
    void follow(const StoreChange& change);
    template <class T>
    void set(T& field, const T& value);
    void typedSomething();
    [[nodiscard]] ProblemAt firstProblem() const;
    [[nodiscard]] ProblemAt ownProblem() const;
    [[nodiscard]] ProblemAt partsProblem() const;
    [[nodiscard]] std::vector<Edit> edits();
    [[nodiscard]] Edit visitEdit() const;
    [[nodiscard]] std::optional<Edit> nextVisitEdit() const;
    [[nodiscard]] std::vector<Edit> answerEdits();
    [[nodiscard]] const Record& householdRecord() const { return agreement_.record(); }
    void agree();
    void showMembers();
    void settle();
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QJsonObject draftContent() const;
    [[nodiscard]] QJsonObject anew(QJsonObject draft) const;
    void restore(const QJsonObject& draft);
    void adopt(NeedForm* form);
    void adopt(HazardForm* form);

    GridSession& session_;
    RecordId household_;
    QString worker_;
    PositionSource::Plugin plugin_;
    std::string newestCard_;  ///< what a card that is left is
    FieldEdits agreement_;    ///< the household, and the next visit that is typed over its agreed one
    Record dwellingRecord_;
    std::vector<Record> members_;
    RecordId visit_;
    Typed typed_;
    ResidentForms residents_{this};
    NeedForms needs_{this};
    HazardForms hazards_{this};
    QuestionForms questions_{this};
    DraftKeeper draft_;
    QJsonObject savedContent_;  ///< what was typed, when it was saved
    Made made_;
    QString loadProblem_;  ///< the household could not be read
    bool ready_ = false, dirty_ = false, saving_ = false, recovered_ = false;
    bool finished_ = false;  ///< saved: there is nothing left to save
};

}  // namespace qiaomen
