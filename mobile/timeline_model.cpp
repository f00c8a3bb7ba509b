// SPDX-License-Identifier: Apache-2.0
#include "mobile/timeline_model.h"

#include <algorithm>
#include <iterator>

#include "mobile/question_form.h"
#include "mobile/text.h"
#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

/// Where an event keeps what every row shows.
struct Columns {
    CollectionNo collection;
    FieldNo at, by, withdraws;
};

const Columns& columnsOf(const Record& event) {
    static const Columns all[] = {
        {visit.number(), visit.occurredAt, visit.worker, visit.withdraws},
        {need.number(), need.heardAt, need.heardBy, {}},
        {hazard.number(), hazard.foundAt, hazard.foundBy, {}},
        {householdMove.number(), householdMove.notedAt, householdMove.worker, householdMove.withdraws}};
    return *std::ranges::find(all, event.collection(), &Columns::collection);
}

QString field(const Record& record, FieldNo number) { return toQt(std::string_view(record.text(number))); }

/// Whether a text of codes with blanks between holds this one.
bool holds(const std::string& codes, const QString& code) { return tagList(codes).contains(code); }

}  // namespace

TimelineModel::TimelineModel(const Vocabulary& vocabulary, QObject* parent)
    : ListModel(parent), vocabulary_(vocabulary) {
    connect(&vocabulary, &Vocabulary::changed, this, &TimelineModel::tellAllChanged);
}

void TimelineModel::show(std::vector<Record> events, Marks marks) {
    std::ranges::stable_sort(events, std::greater(), [](const Record& event) { return timeOf(event); });
    if (marks.household != marks_.household) filter_ = All;
    marks_ = std::move(marks);
    all_ = std::move(events);
    replace(events_, passing());
    emit filterChanged();
}

void TimelineModel::setFilter(Filter filter) {
    if (filter_ == filter) return;
    filter_ = filter;
    replace(events_, passing());
    emit filterChanged();
}

bool TimelineModel::passes(const Record& event) const {
    const Kind kind = kindOf(event);
    switch (filter_) {
        case All: return true;
        case Visits: return kind == Visit;
        case Needs: return kind == Need;
        case Hazards: return kind == Hazard;
        case Services: return kind == Visit && holds(event.text(visit.reasons), QStringLiteral("service"));
        case Moves: return kind == Move;
        case Answers: return kind == Visit && !answersOf(event).isEmpty();
        case Colleagues: return kind == Visit && by(event) != marks_.worker;
    }
    return true;
}

std::vector<Record> TimelineModel::passing() const {
    std::vector<Record> some;
    std::ranges::copy_if(all_, std::back_inserter(some), [this](const Record& event) { return passes(event); });
    return some;
}

std::int64_t TimelineModel::timeOf(const Record& event) { return event.integer(columnsOf(event).at); }

TimelineModel::Kind TimelineModel::kindOf(const Record& event) {
    if (event.collection() == visit.number()) return Visit;
    if (event.collection() == need.number()) return Need;
    return event.collection() == hazard.number() ? Hazard : Move;
}

int TimelineModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(events_.size());
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Record& event = events_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case KindRole: return kindOf(event);
        case RecordIdRole: return toQt(event.id());
        case AtRole: return static_cast<double>(timeOf(event));
        case TitleRole: return title(event);
        case SupportingRole: return story(event);
        case ByRole: return by(event);
        case OutcomeRole:
            return kindOf(event) == Visit  ? field(event, visit.outcome)
                   : kindOf(event) == Move ? field(event, householdMove.kind)
                                           : QString();
        case UnsentRole: return marks_.unsent.contains(event.id());
        case WithdrawnRole: return isWithdrawn(event);
        case CorrectionRole: return correctionWords(event);
        case UndoableRole: return marks_.undoable.contains(event.id());
        case OtherRole: return toQt(otherOf(event));
        default: return {};
    }
}

QString TimelineModel::by(const Record& event) const { return field(event, columnsOf(event).by); }

QString TimelineModel::title(const Record& event) const {
    switch (kindOf(event)) {
        case Visit:
            return dotted({vocabulary_.word(visit, visit.outcome, event.text(visit.outcome)),
                           vocabulary_.word(visit, visit.way, event.text(visit.way))});
        case Need: return tr("Need: %1").arg(vocabulary_.word(need, need.kind, event.text(need.kind)));
        case Hazard: return tr("Hazard: %1").arg(vocabulary_.word(hazard, hazard.kind, event.text(hazard.kind)));
        case Move: break;
    }
    return moveTitle(event);
}

/// Told from the household whose history it is: what was one's split is how another one began.
QString TimelineModel::moveTitle(const Record& event) const {
    const bool ours = event.reference(householdMove.household) == marks_.household;
    const std::string& kind = event.text(householdMove.kind);
    if (kind == "split" && !ours) return tr("Became a household of its own");
    if (kind == "join" && ours) return tr("Joined another household");
    return vocabulary_.word(householdMove, householdMove.kind, kind);
}

QString TimelineModel::story(const Record& event) const {
    switch (kindOf(event)) {
        case Visit: return visitStory(event);
        case Need: return field(event, need.text);
        case Hazard: return field(event, hazard.text);
        case Move: break;
    }
    return moveStory(event);
}

QString TimelineModel::visitStory(const Record& event) const {
    const QStringList confirmed = vocabulary_.words(visit, visit.confirmed, event.text(visit.confirmed));
    const QString separator = vocabulary_.chinese() ? QStringLiteral("、") : QStringLiteral(", ");
    return dotted({field(event, visit.personsMet), field(event, visit.remark),
                   confirmed.isEmpty() ? QString() : tr("Unchanged: %1").arg(confirmed.join(separator)),
                   field(event, visit.nextStep), answersOf(event)});
}

/// "How is it heated? Coal stove; Who looks in on her? (does not wish to say)"
QString TimelineModel::answersOf(const Record& event) const {
    QStringList all;
    for (const Record& one : marks_.answers) {
        if (one.reference(questionAnswer.visit) != event.id()) continue;
        const auto asked = std::ranges::find(marks_.questions, one.reference(questionAnswer.question), &Question::id);
        if (asked == marks_.questions.end()) continue;
        const QString said = one.text(questionAnswer.response) == "answered"
                                 ? answerWords(*asked, one.text(questionAnswer.value), vocabulary_)
                                 : vocabulary_.word(questionAnswer, questionAnswer.response,
                                                    one.text(questionAnswer.response));
        all << tr("%1 %2", "a question, its answer").arg(toQt(std::string_view(asked->text)), said);
    }
    return all.join(vocabulary_.chinese() ? QStringLiteral("；") : QStringLiteral("; "));
}

QString TimelineModel::moveStory(const Record& event) const {
    const std::string& reason = event.text(householdMove.reason);
    return dotted({field(event, householdMove.people), field(event, householdMove.movedOn),
                   reason.empty() ? QString() : vocabulary_.word(householdMove, householdMove.reason, reason),
                   field(event, householdMove.place), field(event, householdMove.words)});
}

RecordId TimelineModel::otherOf(const Record& event) const {
    if (kindOf(event) != Move) return {};
    const RecordId& one = event.reference(householdMove.household);
    return one == marks_.household ? event.reference(householdMove.other) : one;
}

bool TimelineModel::isWithdrawn(const Record& event) const {
    const auto correction = marks_.corrections.find(event.id());
    return correction != marks_.corrections.end() &&
           correction->second.get(columnsOf(correction->second).withdraws) == Value(true);
}

QString TimelineModel::correctionWords(const Record& event) const {
    const auto correction = marks_.corrections.find(event.id());
    if (correction == marks_.corrections.end()) return {};
    const QString who = by(correction->second);
    return isWithdrawn(event) ? tr("Taken back by %1: recorded by mistake").arg(who) : tr("Corrected by %1").arg(who);
}

QHash<int, QByteArray> TimelineModel::roleNames() const {
    return {{KindRole, "kind"},
            {RecordIdRole, "recordId"},
            {AtRole, "at"},
            {TitleRole, "title"},
            {SupportingRole, "supporting"},
            {ByRole, "by"},
            {OutcomeRole, "outcome"},
            {UnsentRole, "unsent"},
            {WithdrawnRole, "withdrawn"},
            {CorrectionRole, "correction"},
            {UndoableRole, "undoable"},
            {OtherRole, "otherId"}};
}

}  // namespace qiaomen
