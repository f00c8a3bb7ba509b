// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QTimer>

#include "mobile/grid_session.h"
#include "mobile/list_model.h"
#include "mobile/newest_question.h"
#include "mobile/settings.h"
#include "shared/domain/worklist.h"

namespace qiaomen {

/// What is due today in the current grid, door by door, and why: shared/domain/worklist.h in words. Made anew whenever a record
/// changes and when the page is looked at again, off the UI thread; nobody types it.
///
/// It sets no clock while nothing waits: only when something on the list becomes possible later today (a nap ends) does one timer
/// run, to that moment (`wakesAt`).
class TodayModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.today")
    Q_PROPERTY(bool loading READ isLoading NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)
    /// Doors that are due now or today and may be knocked on.
    Q_PROPERTY(int due READ due NOTIFY stateChanged)
    /// Households that nobody has met in a quarter, beyond today's share.
    Q_PROPERTY(int roundWaiting READ roundWaiting NOTIFY stateChanged)
    /// When the list changes by itself; 0: not today, and no timer runs.
    Q_PROPERTY(double wakesAt READ wakesAt NOTIFY stateChanged)
public:
    /// In the order of the list.
    enum Section { Now, Due, Soon, Held };
    Q_ENUM(Section)
    enum Role {
        HouseholdIdRole = Qt::UserRole + 1,  ///< empty for a hazard in the street
        SectionRole,                         ///< int, a Section
        HeadNameRole,
        PlaceRole,    ///< "锦绣花园 3栋 2单元 501"; where a hazard in the street is
        RuleRole,     ///< code of the leading rule: codes::kWorkRule
        TitleRole,    ///< what it is, in words
        WhyRole,      ///< why it is there, in words
        OverdueRole,  ///< int, days; 0 not overdue
        AlsoRole,     ///< QStringList: what else is due behind this door
        HeldRole,     ///< in words: why not now, and from when; empty when it may be now
        TriesRole,    ///< in words: tried when, and what to try next; empty after nothing or one try today
        DoNotAskRole,
        AsksReasonRole,  ///< bool: the visit budget is spent; a knock asks why
        KnocksRole,      ///< int, in the last seven days
        CanPutOffRole,   ///< bool
        AboutIdRole,     ///< the order or hazard that the row opens; empty: it opens the household
    };
    Q_ENUM(Role)

    explicit TodayModel(Settings& settings, QObject* parent);
    void setSession(GridSession* session, const QString& worker);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool isLoading() const { return loading_; }
    [[nodiscard]] const QString& problem() const { return problem_; }
    [[nodiscard]] int due() const { return static_cast<int>(list_.dueNow); }
    [[nodiscard]] int roundWaiting() const { return static_cast<int>(list_.roundWaiting); }
    [[nodiscard]] double wakesAt() const { return wake_.isActive() ? static_cast<double>(list_.changesAtMs) : 0; }

    /// Makes the list anew: the page is looked at again, perhaps on another day.
    Q_INVOKABLE void refresh();
    /// Puts off everything that is due behind the door until a day (local midnight), with a reason (a code of plan_note.reason) and
    /// words where the code says too little. Answers by putOffDone() or failed(); nothing is saved when it fails.
    Q_INVOKABLE void putOff(const QString& householdId, double until, const QString& reason, const QString& words);
    /// Notes why a household is knocked on again this week. Answers by reasonNoted() or failed().
    Q_INVOKABLE void noteReason(const QString& householdId, const QString& reason, const QString& words);
    /// After an act at a door: once the list knows of it, stillDue() tells what else is due there, if anything.
    void actedAt(const QString& householdId);

signals:
    void stateChanged();
    void putOffDone(const QString& householdId);
    void reasonNoted(const QString& householdId);
    void failed(const QString& problem);
    /// "Also due behind this door: …"
    void stillDue(const QString& householdId, const QString& words);

private:
    struct Row {
        WorkDoor work;
        QString headName, place, doNotAsk;
    };
    struct Read {
        Worklist list;  ///< without its doors, which are in `rows`
        std::vector<Row> rows;
    };
    [[nodiscard]] WallClock clock() const;
    static Result<Read> read(GridReader& reader, const WallClock& now, const WorkOptions& options);
    void show(Read read);
    void setWake();
    void tellStillDue();
    void save(std::vector<Edit> edits, const QString& householdId, void (TodayModel::*done)(const QString&));
    [[nodiscard]] const Row* rowOf(const QString& householdId) const;

    [[nodiscard]] QString title(const WorkEntry& entry) const;
    [[nodiscard]] QString why(const WorkEntry& entry) const;
    [[nodiscard]] QString heldWords(const WorkEntry& entry) const;
    [[nodiscard]] QString triesWords(const WorkDoor& work) const;
    [[nodiscard]] QString dayWords(CivilDay day) const;
    [[nodiscard]] QStringList also(const Row& row) const;
    [[nodiscard]] Section section(const WorkDoor& work) const;

    Settings& settings_;
    GridSession* session_ = nullptr;
    QString worker_;
    Worklist list_;
    std::vector<Row> rows_;
    QString problem_, acted_;
    bool loading_ = false;
    bool birthdays_ = false;
    NewestQuestion asked_;
    QTimer wake_;
};

}  // namespace qiaomen
