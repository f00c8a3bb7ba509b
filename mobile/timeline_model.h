// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>

#include "mobile/grid_session.h"
#include "mobile/list_model.h"

namespace qiaomen {

/// The household's history, latest first: its visits, the needs and hazards as they were heard and found, and who moved. All of it,
/// or one kind at a time.
class TimelineModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.household.timeline")
    /// What is shown.
    Q_PROPERTY(qiaomen::TimelineModel::Filter filter READ filter WRITE setFilter NOTIFY filterChanged)
    /// How many events there are of whatever kind.
    Q_PROPERTY(int total READ total NOTIFY filterChanged)
public:
    enum Kind { Visit, Need, Hazard, Move };
    Q_ENUM(Kind)
    enum Filter {
        All,
        Visits,
        Needs,
        Hazards,
        Services,    ///< visits that did something for the household
        Moves,       ///< who came and who left
        Colleagues,  ///< visits by others than this worker
        Answers,     ///< visits on which questions were answered
    };
    Q_ENUM(Filter)
    enum Role {
        KindRole = Qt::UserRole + 1,  ///< int, a Kind
        RecordIdRole,
        AtRole,          ///< real, ms
        TitleRole,       ///< "Met · At the door", "Need: Elder care"
        SupportingRole,  ///< remark, confirmed groups, next step; the need's text
        ByRole,
        OutcomeRole,     ///< a visit's outcome code, a move's kind; else empty
        UnsentRole,      ///< bool
        WithdrawnRole,   ///< bool: it was recorded by mistake, and counts no more
        CorrectionRole,  ///< who withdrew or corrected it and when, in words; else empty
        UndoableRole,    ///< bool: a visit or a move that this device saved in the last 24 hours
        OtherRole,       ///< `otherId`: the other household of a move, to be opened; else empty
    };
    Q_ENUM(Role)
    TimelineModel(const Vocabulary& vocabulary, QObject* parent);

    /// Marks on what happened: what is only here, what was corrected by which visit or move, and what may be taken back.
    struct Marks {
        std::set<RecordId> unsent, undoable;
        std::map<RecordId, Record> corrections;  ///< by what is corrected
        std::vector<Record> answers;             ///< given on these visits
        std::vector<Question> questions;         ///< that they answer
        RecordId household;                      ///< whose history it is
        QString worker;                          ///< who is looking
    };
    void show(std::vector<Record> events, Marks marks);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] Filter filter() const { return filter_; }
    void setFilter(Filter filter);
    [[nodiscard]] int total() const { return static_cast<int>(all_.size()); }

signals:
    void filterChanged();

private:
    static std::int64_t timeOf(const Record& event);
    static Kind kindOf(const Record& event);
    [[nodiscard]] bool passes(const Record& event) const;
    [[nodiscard]] std::vector<Record> passing() const;
    [[nodiscard]] QString title(const Record& event) const;
    [[nodiscard]] QString story(const Record& event) const;
    [[nodiscard]] QString visitStory(const Record& event) const;
    [[nodiscard]] QString answersOf(const Record& visit) const;
    [[nodiscard]] QString moveTitle(const Record& event) const;
    [[nodiscard]] QString moveStory(const Record& event) const;
    [[nodiscard]] QString by(const Record& event) const;
    [[nodiscard]] RecordId otherOf(const Record& event) const;
    [[nodiscard]] QString correctionWords(const Record& event) const;
    [[nodiscard]] bool isWithdrawn(const Record& event) const;

    const Vocabulary& vocabulary_;
    std::vector<Record> all_;     ///< latest first
    std::vector<Record> events_;  ///< those that are shown
    Marks marks_;
    Filter filter_ = All;
};

}  // namespace qiaomen
