// SPDX-License-Identifier: Apache-2.0
#include "mobile/visit_form.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <array>

#include "mobile/text.h"
#include "shared/client/quick_visit.h"
#include "shared/domain/dwelling.h"
#include "shared/domain/household.h"
#include "shared/domain/question_answer.h"
#include "shared/domain/question_item.h"
#include "shared/domain/question_set.h"
#include "shared/domain/quiet_hours.h"
#include "shared/domain/visit.h"

namespace qiaomen {

namespace {

/// A watch that runs a little ahead is no mistake; the centre refuses clocks beyond this, too.
constexpr double kAheadMs = 2 * 60 * 1000;

QString draftKey(const RecordId& household) { return "visit/" + toQt(household); }

QStringList toggled(QStringList codes, const QString& code) {
    if (!codes.removeOne(code)) codes << code;
    return codes;
}

QStringList strings(const QJsonValue& array) {
    QStringList list;
    for (const auto& entry : array.toArray()) list << entry.toString();
    return list;
}

}  // namespace

/// What load() reads in one go: the household, and what was typed before.
struct VisitForm::Loaded {
    Result<HouseholdView> view;
    QJsonObject draft;
};

VisitForm::VisitForm(GridSession& session, const RecordId& id, QString worker, PositionSource::Plugin plugin,
                     QObject* parent)
    : QObject(parent),
      session_(session),
      household_(id),
      worker_(std::move(worker)),
      plugin_(std::move(plugin)),
      agreement_(household, Record(household.number(), id)),
      dwellingRecord_(dwelling.number(), {}),
      draft_(
          session, draftKey(id), [this] { return draftContent(); }, this) {
    connect(&draft_, &DraftKeeper::stateChanged, this, [this] {
        if (draft_.state() == DraftKeeper::State::Kept) settle();
        emit draftStateChanged();
    });
    connect(&session, &GridSession::changed, this, &VisitForm::follow);
    connect(&questions_, &QuestionForms::typed, this, &VisitForm::typedSomething);
    begin();
    load();
}

VisitForm::~VisitForm() { draft_.flush(); }

// --- loading -----------------------------------------------------------------------------------------------------------

void VisitForm::begin() {
    visit_ = session_.newId();
    typed_ = {};
    typed_.occurredAt = static_cast<double>(session_.nowMs());
    while (needs_.count() > 0) needs_.remove(0);
    while (hazards_.count() > 0) hazards_.remove(0);
    questions_.reset();
    dirty_ = recovered_ = finished_ = false;
}

void VisitForm::load() {
    session_.executor().write(
        this,
        [&session = session_, id = household_] {
            LocalStore& store = session.store();
            Loaded loaded{session.reader().household(id, 1), DraftKeeper::read(store, draftKey(id))};
            // The app was killed between the save and forgetting the draft: the visit is there, the draft is of no use.
            const auto saved = store.read(visit.number(), idFromQt<RecordKind>(loaded.draft["visit"].toString()));
            if (saved && saved->isVisible()) loaded.draft = {};
            return loaded;
        },
        [this](Loaded loaded) { take(std::move(loaded)); });
}

void VisitForm::take(Loaded loaded) {
    if (!loaded.view) {
        loadProblem_ = explain(loaded.view.error());
        emit changed();
        emit failed(loadProblem_);
        return;
    }
    questions_.show(session_, *loaded.view);
    agreement_.rebase(std::move(loaded.view->household));
    dwellingRecord_ = std::move(loaded.view->dwelling);
    newestCard_ = std::move(loaded.view->newestCard);
    members_ = std::move(loaded.view->members);
    loadProblem_.clear();
    showMembers();
    if (!ready_) {
        agree();
        if (!loaded.draft.isEmpty()) restore(loaded.draft);
    }
    ready_ = true;
    emit changed();
}

void VisitForm::showMembers() {
    for (const Record& member : members_) {
        if (ResidentForm* known = residents_.find(toQt(member.id()))) {
            known->rebase(member);
            continue;
        }
        auto* form = new ResidentForm(session_, member, &residents_);
        connect(form, &ResidentForm::changed, this, [this, form] {
            if (form->isDirty() || dirty_) typedSomething();
        });
        residents_.append(form);
    }
}

void VisitForm::follow(const StoreChange& change) {
    if (!ready_ || saving_ || finished_) return;
    const auto concerns = [&change](CollectionNo collection, const RecordId& id) {
        const auto found = change.records.find(collection);
        return found != change.records.end() && found->second.contains(id);
    };
    const bool ours = concerns(household.number(), household_) ||
                      std::ranges::any_of(
                          members_, [&](const Record& member) { return concerns(member.collection(), member.id()); });
    const bool asked = std::ranges::any_of(
        std::array{questionSet.number(), questionItem.number(), questionAnswer.number()},
        [&](CollectionNo collection) { return change.records.contains(collection); });
    if (ours || asked) load();
}

// --- what is shown -----------------------------------------------------------------------------------------------------

QString VisitForm::householdId() const { return toQt(household_); }
QString VisitForm::headName() const { return toQt(householdRecord().text(household.headName)); }
QString VisitForm::address() const { return toQt(dwellingRecord_.text(dwelling.address)); }
QString VisitForm::quietHours() const { return toQt(householdRecord().text(household.quietHours)); }
QString VisitForm::doNotAsk() const { return toQt(householdRecord().text(household.doNotAsk)); }

bool VisitForm::isQuietNow() const {
    const QTime now = QDateTime::fromMSecsSinceEpoch(session_.nowMs()).time();
    return isQuiet(householdRecord().text(household.quietHours), now.hour() * 60 + now.minute());
}

bool VisitForm::isMet() const { return typed_.outcome == QLatin1String("met"); }
bool VisitForm::isAllConfirmed() const {
    return typed_.confirmed.size() == static_cast<qsizetype>(std::size(codes::kConfirmed));
}

// --- typing ------------------------------------------------------------------------------------------------------------

template <class T>
void VisitForm::set(T& field, const T& value) {
    if (saving_ || finished_ || field == value) return;
    field = value;
    typedSomething();
}

void VisitForm::typedSomething() {
    dirty_ = true;
    draft_.touch();
    emit changed();
}

void VisitForm::setOutcome(const QString& code) { set(typed_.outcome, code); }
void VisitForm::setWay(const QString& code) { set(typed_.way, code); }
void VisitForm::setReasons(const QStringList& codes) { set(typed_.reasons, codes); }
void VisitForm::setConfirmed(const QStringList& codes) { set(typed_.confirmed, codes); }
void VisitForm::setPersonsMet(const QString& names) { set(typed_.personsMet, names); }
void VisitForm::setRemark(const QString& text) { set(typed_.remark, text); }
void VisitForm::setNextStep(const QString& text) { set(typed_.nextStep, text); }
void VisitForm::setNextDate(double day) {
    set(typed_.nextDate, day);
    if (ready_) agree();
}
void VisitForm::setCardLeft(bool left) { set(typed_.cardLeft, left); }
void VisitForm::setOccurredAt(double at) { set(typed_.occurredAt, at); }
void VisitForm::toggleReason(const QString& code) { setReasons(toggled(typed_.reasons, code)); }
void VisitForm::toggleConfirmed(const QString& code) { setConfirmed(toggled(typed_.confirmed, code)); }

void VisitForm::confirmAll() {
    QStringList all;
    for (const Choice& choice : codes::kConfirmed) all << toQt(choice.code);
    setConfirmed(all);
}

void VisitForm::adopt(NeedForm* form) {
    connect(form, &NeedForm::changed, this, &VisitForm::typedSomething);
    needs_.append(form);
}

void VisitForm::adopt(HazardForm* form) {
    connect(form, &HazardForm::changed, this, &VisitForm::typedSomething);
    hazards_.append(form);
}

NeedForm* VisitForm::addNeed() {
    auto* form = new NeedForm(session_, &needs_);
    adopt(form);
    typedSomething();
    return form;
}

HazardForm* VisitForm::addHazard() {
    auto* form = new HazardForm(session_, address(), plugin_, &hazards_);
    adopt(form);
    typedSomething();
    return form;
}

void VisitForm::removeNeed(int row) {
    needs_.remove(row);
    typedSomething();
}

void VisitForm::removeHazard(int row) {
    hazards_.remove(row);
    typedSomething();
}

// --- rules -------------------------------------------------------------------------------------------------------------

VisitForm::ProblemAt VisitForm::firstProblem() const {
    if (!loadProblem_.isEmpty()) return {"", loadProblem_};
    ProblemAt found = ownProblem();
    return found.words.isEmpty() ? partsProblem() : found;
}

VisitForm::ProblemAt VisitForm::ownProblem() const {
    if (typed_.outcome.isEmpty()) return {"outcome", tr("Choose what came of the visit.")};
    if (typed_.way.isEmpty()) return {"way", tr("Choose how you visited: at the door, by phone, or met outside.")};
    if (!isMet() && !typed_.confirmed.isEmpty()) {
        return {"confirmed", tr("Only somebody you met can confirm: choose “Met”, or take the confirmation away.")};
    }
    if (!isMet() && !typed_.personsMet.trimmed().isEmpty()) {
        return {"personsMet", tr("You noted whom you met: choose “Met”, or clear the names.")};
    }
    if (!isMet() && questions_.doneCount() > 0) {
        return {"questions", tr("Only somebody you met can answer: choose “Met”, or take the answers away.")};
    }
    if (typed_.occurredAt > static_cast<double>(session_.nowMs()) + kAheadMs) {
        return {"occurredAt", tr("The visit lies in the future: correct its time.")};
    }
    if (typed_.nextDate > 0 && dateFromDay(typed_.nextDate) < dateFromDay(typed_.occurredAt)) {
        return {"nextDate", tr("The next visit lies before this one: choose a later day.")};
    }
    const struct {
        const char* name;
        FieldNo field;
        std::string value;
    } texts[] = {{"outcome", visit.outcome, fromQt(typed_.outcome)},
                 {"way", visit.way, fromQt(typed_.way)},
                 {"reasons", visit.reasons, tagText(typed_.reasons)},
                 {"confirmed", visit.confirmed, tagText(typed_.confirmed)},
                 {"personsMet", visit.personsMet, fromQt(typed_.personsMet)},
                 {"remark", visit.remark, fromQt(typed_.remark)},
                 {"nextStep", visit.nextStep, fromQt(typed_.nextStep)}};
    for (const auto& text : texts) {
        if (text.value.empty()) continue;
        if (QString wrong = session_.vocabulary().problem(visit, text.field, text.value); !wrong.isEmpty())
            return {text.name, wrong};
    }
    return {};
}

VisitForm::ProblemAt VisitForm::partsProblem() const {
    for (const ResidentForm* form : residents_.forms()) {
        if (QString wrong = form->problem(); !wrong.isEmpty()) return {"residents", wrong};
    }
    for (const NeedForm* form : needs_.forms()) {
        if (QString wrong = form->problem(); !wrong.isEmpty()) return {"needs", wrong};
    }
    for (const HazardForm* form : hazards_.forms()) {
        if (QString wrong = form->problem(); !wrong.isEmpty()) return {"hazards", wrong};
    }
    if (QString wrong = questions_.problem(); !wrong.isEmpty()) return {"questions", wrong};
    return {};
}

// --- saving ------------------------------------------------------------------------------------------------------------

Edit VisitForm::visitEdit() const {
    Edit edit{visit.number(), visit_, {}};
    edit.values = {{visit.household, household_},
                   {visit.occurredAt, static_cast<std::int64_t>(typed_.occurredAt)},
                   {visit.way, fromQt(typed_.way)},
                   {visit.outcome, fromQt(typed_.outcome)}};
    const auto add = [&edit](FieldNo field, std::string text) {
        if (!text.empty()) edit.values.push_back({field, std::move(text)});
    };
    add(visit.reasons, tagText(typed_.reasons));
    add(visit.personsMet, fromQt(typed_.personsMet.trimmed()));
    add(visit.confirmed, tagText(typed_.confirmed));
    add(visit.remark, fromQt(typed_.remark.trimmed()));
    add(visit.nextStep, fromQt(typed_.nextStep.trimmed()));
    add(visit.nextDate, dateFromDay(typed_.nextDate));
    if (typed_.cardLeft) edit.values.push_back({visit.cardLeft, true});
    add(visit.worker, fromQt(worker_));
    return edit;
}

/// The next visit as typed, over the one that was agreed when it was typed.
void VisitForm::agree() {
    const std::string date = dateFromDay(typed_.nextDate);
    agreement_.set(household.nextVisit, date.empty() ? householdRecord().get(household.nextVisit) : Value(date));
}

/// The household's agreed date follows the visit: a new date replaces it; meeting somebody on or after the agreed day keeps the
/// promise and empties it; a try at a closed door leaves it as it is.
std::optional<Edit> VisitForm::nextVisitEdit() const {
    if (agreement_.isDirty()) return agreement_.edit();
    const std::string& agreed = householdRecord().text(household.nextVisit);
    const bool kept = isMet() && !agreed.empty() && agreed <= dateFromDay(typed_.occurredAt);
    if (typed_.nextDate > 0 || !kept) return std::nullopt;
    return Edit{.collection = household.number(),
                .record = household_,
                .values = {{household.nextVisit, {}}},
                .shown = householdRecord()};
}

/// What is typed in a resident's own fields stands before what an answer would fill in there.
std::vector<Edit> VisitForm::answerEdits() {
    std::vector<Record> shown = members_;
    shown.push_back(householdRecord());
    shown.push_back(dwellingRecord_);
    const auto isTyped = [this](const RecordKey& key, FieldNo field) {
        ResidentForm* form = residents_.find(toQt(key.record));
        return form && form->edits().isTyped(field);
    };
    made_.answers = static_cast<std::size_t>(questions_.doneCount());
    return questions_.edits({.household = household_,
                             .visit = visit_,
                             .answeredAt = typed_.occurredAt,
                             .worker = worker_,
                             .shown = std::move(shown),
                             .isTyped = isTyped});
}

std::vector<Edit> VisitForm::edits() {
    made_ = {};
    made_.visit = visit_;
    std::vector<Edit> all{visitEdit()};
    for (ResidentForm* form : residents_.forms()) {
        if (!form->isDirty()) continue;
        all.push_back(form->edits().edit());
        made_.residents.push_back(form->record());
    }
    if (auto agreed = nextVisitEdit()) {
        all.push_back(std::move(*agreed));
        made_.nextVisit = true;
    }
    if (typed_.cardLeft) {
        if (auto held = cardHeld(householdRecord(), newestCard_)) all.push_back(std::move(*held));
    }
    for (const NeedForm* form : needs_.forms()) {
        all.push_back(form->edit(household_, visit_, typed_.occurredAt, worker_));
        made_.needs.push_back(form->record());
    }
    for (const HazardForm* form : hazards_.forms()) {
        all.push_back(form->edit(household_, visit_, typed_.occurredAt, worker_));
        std::ranges::move(form->photoEdits(worker_), std::back_inserter(all));
        made_.hazards.push_back(form->record());
    }
    std::ranges::move(answerEdits(), std::back_inserter(all));
    return all;
}

void VisitForm::settle() {
    for (HazardForm* form : hazards_.forms()) form->settle();
}

void VisitForm::save() {
    if (!ready_ || saving_ || finished_ || !firstProblem().words.isEmpty()) return;
    saving_ = true;
    emit changed();
    for (HazardForm* form : hazards_.forms()) form->stopPosition();
    savedContent_ = draftContent();
    session_.save(edits(), this, [this](Result<Saved> outcome) {
        saving_ = false;
        if (!outcome) {
            emit changed();
            emit failed(explain(outcome.error()));
            return;
        }
        made_.numbers = *outcome;
        finished_ = true;
        dirty_ = recovered_ = false;
        draft_.drop();
        settle();
        emit changed();
        emit saved(summary());
    });
}

/// The draft for records that are not there yet.
QJsonObject VisitForm::anew(QJsonObject draft) const {
    draft["visit"] = toQt(session_.newId());
    for (const char* part : {"needs", "hazards"}) {
        QJsonArray forms;
        for (const auto& entry : draft[part].toArray()) {
            QJsonObject form = entry.toObject();
            form["id"] = toQt(session_.newId());
            QJsonArray photos;
            for (const auto& photo : form["photos"].toArray()) {
                QJsonObject kept = photo.toObject();
                kept["id"] = toQt(session_.newId());
                photos.append(kept);
            }
            form["photos"] = photos;
            forms.append(form);
        }
        draft[part] = forms;
    }
    QJsonObject answers = draft["questions"].toObject();
    for (const QString& key : answers.keys()) {
        QJsonObject one = answers[key].toObject();
        one["id"] = toQt(session_.newId());
        answers[key] = one;
    }
    draft["questions"] = answers;
    return draft;
}

void VisitForm::keepAsDraft() {
    if (!finished_ || savedContent_.isEmpty()) return;
    const std::string text = QJsonDocument(anew(savedContent_)).toJson(QJsonDocument::Compact).toStdString();
    session_.executor().write(
        this,
        [&store = session_.store(), key = fromQt(draftKey(household_)), text] { return store.keepDraft(key, text); },
        [](const Outcome&) {});
}

QString VisitForm::summary() const {
    QStringList parts{tr("Visit saved")};
    if (!made_.residents.empty()) parts << tr("%n resident(s) changed", "", static_cast<int>(made_.residents.size()));
    if (!made_.needs.empty()) parts << tr("%n need(s)", "", static_cast<int>(made_.needs.size()));
    if (!made_.hazards.empty()) parts << tr("%n hazard(s)", "", static_cast<int>(made_.hazards.size()));
    if (made_.answers > 0) parts << tr("%n answer(s)", "", static_cast<int>(made_.answers));
    return parts.join(tr(", ", "between the parts of a list"));
}

void VisitForm::discard() {
    if (saving_) return;
    draft_.drop();
    begin();
    agree();
    for (ResidentForm* form : residents_.forms())
        form->edits() = FieldEdits(form->edits().collection(), form->edits().record());
    emit changed();
}

// --- drafts ------------------------------------------------------------------------------------------------------------

QJsonObject VisitForm::draftContent() const {
    QJsonObject residents;
    for (ResidentForm* form : residents_.forms()) {
        if (form->isDirty()) residents.insert(form->residentId(), form->edits().toJson());
    }
    QJsonArray needs, hazards;
    for (const NeedForm* form : needs_.forms()) needs.append(form->toJson());
    for (const HazardForm* form : hazards_.forms()) hazards.append(form->toJson());
    return {{"visit", toQt(visit_)},
            {"outcome", typed_.outcome},
            {"way", typed_.way},
            {"reasons", QJsonArray::fromStringList(typed_.reasons)},
            {"confirmed", QJsonArray::fromStringList(typed_.confirmed)},
            {"persons_met", typed_.personsMet},
            {"remark", typed_.remark},
            {"next_step", typed_.nextStep},
            {"next_date", typed_.nextDate},
            {"agreement", agreement_.toJson()},
            {"card_left", typed_.cardLeft},
            {"occurred_at", typed_.occurredAt},
            {"residents", residents},
            {"needs", needs},
            {"hazards", hazards},
            {"questions", questions_.toJson()}};
}

void VisitForm::restore(const QJsonObject& draft) {
    const auto id = idFromQt<RecordKind>(draft["visit"].toString());
    if (id.isNone()) return;
    visit_ = id;
    typed_.outcome = draft["outcome"].toString();
    typed_.way = draft["way"].toString();
    typed_.reasons = strings(draft["reasons"]);
    typed_.confirmed = strings(draft["confirmed"]);
    typed_.personsMet = draft["persons_met"].toString();
    typed_.remark = draft["remark"].toString();
    typed_.nextStep = draft["next_step"].toString();
    typed_.nextDate = draft["next_date"].toDouble();
    agreement_.restore(draft["agreement"].toObject());
    typed_.cardLeft = draft["card_left"].toBool();
    typed_.occurredAt = draft["occurred_at"].toDouble(typed_.occurredAt);
    const QJsonObject residents = draft["residents"].toObject();
    for (ResidentForm* form : residents_.forms()) form->restore(residents[form->residentId()].toObject());
    for (const auto& entry : draft["needs"].toArray()) {
        auto* form = new NeedForm(session_, &needs_);
        form->restore(entry.toObject());
        adopt(form);
    }
    for (const auto& entry : draft["hazards"].toArray()) {
        auto* form = new HazardForm(session_, address(), plugin_, &hazards_);
        form->restore(entry.toObject());
        adopt(form);
    }
    questions_.restore(draft["questions"].toObject());
    dirty_ = recovered_ = true;
}

}  // namespace qiaomen
