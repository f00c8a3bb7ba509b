// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QtQmlIntegration>

#include "mobile/draft_keeper.h"
#include "mobile/field_edits.h"
#include "mobile/move_people.h"
#include "mobile/newest_question.h"
#include "shared/client/household_moves.h"

namespace qiaomen {

/// A move being written down: people come to a household or leave it, one household becomes two, or joins another. What each kind
/// needs and what it writes stands in shared/client/household_moves.h; this form holds what is typed, says what is missing, and
/// saves all of it or nothing. Drafts are kept as typed.
///
/// Opened on a door with nobody behind it, moving in makes a new household there.
class MoveForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.beginMove(id, kind)")
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)
    Q_PROPERTY(qiaomen::MoveForm::Kind kind READ kind CONSTANT)
    /// Empty: a new household at `address`.
    Q_PROPERTY(QString householdId READ householdId CONSTANT)
    Q_PROPERTY(QString headName READ headName NOTIFY changed)
    Q_PROPERTY(QString address READ address NOTIFY changed)
    /// Who lives here now; moving in: who had left, and may come back.
    Q_PROPERTY(qiaomen::MovePeople* people READ people CONSTANT)
    /// The head leaves and others stay: `stayingHead` is asked for.
    Q_PROPERTY(bool needsStayingHead READ needsStayingHead NOTIFY changed)
    Q_PROPERTY(QString stayingHead READ stayingHead WRITE setStayingHead NOTIFY changed)
    /// Of a split: the head of the new household.
    Q_PROPERTY(QString newHead READ newHead WRITE setNewHead NOTIFY changed)
    /// Moving in: somebody who lived here comes back, and nobody is written down anew.
    Q_PROPERTY(bool returning READ isReturning NOTIFY changed)

    /// Splitting: behind the same door. Otherwise `targets` are doors.
    Q_PROPERTY(bool sameDoor READ isSameDoor WRITE setSameDoor NOTIFY changed)
    /// What doors (or, when joining, households) are looked for by.
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY changed)
    Q_PROPERTY(qiaomen::MoveTargets* targets READ targets CONSTANT)
    /// The chosen one, in words; empty: none.
    Q_PROPERTY(QString target READ target NOTIFY changed)

    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed)
    Q_PROPERTY(QString phone READ phone WRITE setPhone NOTIFY changed)
    /// Birth date and sex follow from it.
    Q_PROPERTY(QString idNumber READ idNumber WRITE setIdNumber NOTIFY changed)
    Q_PROPERTY(QString relation READ relation WRITE setRelation NOTIFY changed)
    Q_PROPERTY(QString population READ population WRITE setPopulation NOTIFY changed)

    /// Local midnight; 0 none. Today at first.
    Q_PROPERTY(double day READ day WRITE setDay NOTIFY changed)
    Q_PROPERTY(QString place READ place WRITE setPlace NOTIFY changed)
    Q_PROPERTY(QString reason READ reason WRITE setReason NOTIFY changed)
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY changed)

    /// Empty when it may be saved; else a sentence.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// What saving will do, in a sentence; empty while there is a problem.
    Q_PROPERTY(QString outlook READ outlook NOTIFY changed)
    Q_PROPERTY(bool dirty READ isDirty NOTIFY changed)
    Q_PROPERTY(bool saving READ isSaving NOTIFY changed)
    Q_PROPERTY(bool recovered READ wasRecovered NOTIFY changed)
public:
    enum Kind { In, Out, Split, Join };
    Q_ENUM(Kind)

    /// One of the two: a household, or the dwelling of a new one.
    struct Subject {
        RecordId household, dwelling;
    };
    MoveForm(GridSession& session, Kind kind, const Subject& subject, QString worker, QObject* parent);
    ~MoveForm() override;

    [[nodiscard]] bool isReady() const { return ready_; }
    [[nodiscard]] Kind kind() const { return kind_; }
    [[nodiscard]] QString householdId() const;
    [[nodiscard]] QString headName() const;
    [[nodiscard]] QString address() const;
    [[nodiscard]] MovePeople* people() { return &people_; }
    [[nodiscard]] bool needsStayingHead() const;
    [[nodiscard]] QString stayingHead() const { return typed_.stayingHead; }
    [[nodiscard]] QString newHead() const { return typed_.newHead; }
    [[nodiscard]] bool isReturning() const { return kind_ == In && !people_.chosen().empty(); }
    [[nodiscard]] bool isSameDoor() const { return typed_.sameDoor; }
    [[nodiscard]] QString query() const { return query_; }
    [[nodiscard]] MoveTargets* targets() { return &targets_; }
    [[nodiscard]] QString target() const { return typed_.targetWords; }
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString phone() const;
    [[nodiscard]] QString idNumber() const;
    [[nodiscard]] QString relation() const;
    [[nodiscard]] QString population() const;
    [[nodiscard]] double day() const { return typed_.day; }
    [[nodiscard]] QString place() const { return typed_.place; }
    [[nodiscard]] QString reason() const { return typed_.reason; }
    [[nodiscard]] QString words() const { return typed_.words; }
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString outlook() const;
    [[nodiscard]] bool isDirty() const { return dirty_; }
    [[nodiscard]] bool isSaving() const { return saving_; }
    [[nodiscard]] bool wasRecovered() const { return recovered_; }
    void setStayingHead(const QString& residentId) { type(typed_.stayingHead, residentId); }
    void setNewHead(const QString& residentId) { type(typed_.newHead, residentId); }
    void setSameDoor(bool same);
    void setQuery(const QString& query);
    void setName(const QString& name);
    void setPhone(const QString& phone);
    void setIdNumber(const QString& number);
    void setRelation(const QString& code);
    void setPopulation(const QString& code);
    void setDay(double day) { type(typed_.day, day); }
    void setPlace(const QString& place) { type(typed_.place, place); }
    void setReason(const QString& code) { type(typed_.reason, code); }
    void setWords(const QString& words) { type(typed_.words, words); }

    /// Chooses a person, or lets go of them. Moving in, one at a time.
    Q_INVOKABLE void toggle(const QString& residentId);
    /// The door or household in that row of `targets`.
    Q_INVOKABLE void choose(int row);
    Q_INVOKABLE void save();
    Q_INVOKABLE void discard();

    /// The fact that the whole act is undone by, and the household to open after it.
    [[nodiscard]] const RecordId& fact() const { return note_; }
    [[nodiscard]] RecordId opens() const;
    void flushDraft() { draft_.flush(); }

signals:
    void changed();
    /// Durable.
    void saved(const QString& summary);
    /// Nothing was changed; the form and its draft are as they were.
    void failed(const QString& problem);

private:
    struct Typed {
        QString stayingHead, newHead, target, targetWords, place, reason, words;
        bool sameDoor = true;
        double day = 0;
    };
    struct Loaded;

    void load();
    void take(Loaded loaded);
    void search();
    template <class T>
    void type(T& field, const T& value) {
        if (!ready_ || saving_ || field == value) return;
        field = value;
        typedSomething();
    }
    void typeNewcomer(FieldNo field, const QString& value);
    void typedSomething();
    [[nodiscard]] qiaomen::Split split() const;
    [[nodiscard]] MoveNote note() const;
    [[nodiscard]] Parting parting() const;
    [[nodiscard]] Edit newcomer() const;
    [[nodiscard]] MoveProblem missing() const;
    [[nodiscard]] std::vector<Edit> edits() const;
    [[nodiscard]] QJsonObject draftContent() const;
    void restore(const QJsonObject& draft);
    void begin();

    GridSession& session_;
    const Kind kind_;
    const Subject subject_;
    const QString worker_;
    Home home_;                 ///< those who live here now
    std::vector<Record> gone_;  ///< those who had left
    Record dwelling_{CollectionNo{}, {}};
    Record other_{CollectionNo{}, {}};  ///< joining: the chosen household
    RecordId note_, made_;              ///< ids of the fact, and of what is new
    FieldEdits newcomer_;
    Typed typed_;
    QString query_;
    MovePeople people_;
    MoveTargets targets_{this};
    NewestQuestion asked_;
    DraftKeeper draft_;
    bool ready_ = false, dirty_ = false, saving_ = false, recovered_ = false;
};

}  // namespace qiaomen
