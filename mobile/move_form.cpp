// SPDX-License-Identifier: Apache-2.0
#include "mobile/move_form.h"

#include <QJsonArray>
#include <array>
#include <iterator>

#include "mobile/text.h"
#include "shared/domain/collections.h"
#include "shared/domain/id_number.h"

namespace qiaomen {

/// What load() reads in one go.
struct MoveForm::Loaded {
    Outcome outcome = Done{};
    Home home;
    std::vector<Record> gone;
    Record dwelling{CollectionNo{}, {}};
    Record other{CollectionNo{}, {}};
    QJsonObject draft;
};

namespace {

constexpr std::size_t kTargets = 12;  ///< what a phone's screen shows beneath a field

QString draftKey(MoveForm::Kind kind, const MoveForm::Subject& subject) {
    return QStringLiteral("move/%1/%2")
        .arg(kind)
        .arg(toQt(subject.household.isNone() ? subject.dwelling : subject.household));
}

bool isOpen(const Record& one) {
    if (one.collection() == need.number()) {
        const std::string& state = one.text(need.state);
        return state.empty() || state == "open" || state == "handling";
    }
    return one.text(hazard.state) != "closed";
}

/// What goes with people who join another household, or who found one: open needs and hazards, anchors.
void addBelongings(Home& home, HouseholdView view) {
    for (std::vector<Record>* open : {&view.needs, &view.hazards})
        std::ranges::copy_if(*open, std::back_inserter(home.belongings), isOpen);
    std::ranges::move(view.anchors, std::back_inserter(home.belongings));
}

}  // namespace

MoveForm::MoveForm(GridSession& session, Kind kind, const Subject& subject, QString worker, QObject* parent)
    : QObject(parent),
      session_(session),
      kind_(kind),
      subject_(subject),
      worker_(std::move(worker)),
      newcomer_(resident, Record(resident.number(), {})),
      people_(session.vocabulary(), this),
      draft_(
          session, draftKey(kind, subject), [this] { return draftContent(); }, this) {
    connect(&session, &GridSession::changed, this, [this] {
        if (ready_ && !saving_) load();
    });
    begin();
    load();
}

MoveForm::~MoveForm() { draft_.flush(); }

void MoveForm::begin() {
    note_ = session_.newId();
    made_ = session_.newId();
    newcomer_ = FieldEdits(resident, Record(resident.number(), session_.newId()));
    typed_ = {};
    typed_.day = dayFromDate(dateFromDay(static_cast<double>(session_.nowMs())));
    people_.choose({});
    dirty_ = recovered_ = false;
}

void MoveForm::load() {
    session_.executor().write(
        this,
        [&session = session_, subject = subject_, key = draftKey(kind_, subject_), first = !ready_,
         chosen = idFromQt<RecordKind>(typed_.target)] {
            Loaded loaded;
            LocalStore& store = session.store();
            if (first) loaded.draft = DraftKeeper::read(store, key);
            // The app was killed between the save and forgetting the draft.
            const auto saved = store.read(householdMove.number(),
                                          idFromQt<RecordKind>(loaded.draft.value("note").toString()));
            if (saved && saved->isVisible()) loaded.draft = {};
            const RecordId other = first ? idFromQt<RecordKind>(loaded.draft.value("target").toString()) : chosen;
            if (auto read = store.read(household.number(), other)) loaded.other = std::move(*read);
            if (subject.household.isNone()) {
                if (auto door = store.read(qiaomen::dwelling.number(), subject.dwelling)) loaded.dwelling = *door;
                return loaded;
            }
            auto view = session.reader().household(subject.household);
            if (!view) {
                loaded.outcome = view.error();
                return loaded;
            }
            loaded.home.household = view->household;
            loaded.dwelling = view->dwelling;
            for (const Record& member : view->members)
                (member.text(resident.livesHereTo).empty() ? loaded.home.members : loaded.gone).push_back(member);
            addBelongings(loaded.home, std::move(*view));
            return loaded;
        },
        [this](Loaded loaded) { take(std::move(loaded)); });
}

void MoveForm::take(Loaded loaded) {
    if (!loaded.outcome) {
        emit failed(explain(loaded.outcome.error()));
        return;
    }
    home_ = std::move(loaded.home);
    gone_ = std::move(loaded.gone);
    dwelling_ = std::move(loaded.dwelling);
    other_ = std::move(loaded.other);
    people_.show(kind_ == In ? gone_ : home_.members, session_.nowMs());
    if (kind_ == Join) {
        std::set<RecordId> all;
        for (const Record& member : home_.members) all.insert(member.id());
        people_.choose(all);
    }
    if (!ready_ && !loaded.draft.isEmpty()) restore(loaded.draft);
    ready_ = true;
    emit changed();
}

QString MoveForm::householdId() const { return toQt(subject_.household); }
QString MoveForm::headName() const { return toQt(std::string_view(home_.household.text(household.headName))); }
QString MoveForm::address() const { return toQt(std::string_view(dwelling_.text(dwelling.address))); }
QString MoveForm::name() const { return toQt(newcomer_.get(resident.fullName).text()); }
QString MoveForm::phone() const { return toQt(newcomer_.get(resident.phone).text()); }
QString MoveForm::idNumber() const { return toQt(newcomer_.get(resident.idNumber).text()); }
QString MoveForm::relation() const { return toQt(newcomer_.get(resident.relation).text()); }
QString MoveForm::population() const { return toQt(newcomer_.get(resident.population).text()); }

void MoveForm::setName(const QString& name) { typeNewcomer(resident.fullName, name); }
void MoveForm::setPhone(const QString& phone) { typeNewcomer(resident.phone, phone); }
void MoveForm::setIdNumber(const QString& number) { typeNewcomer(resident.idNumber, number); }
void MoveForm::setRelation(const QString& code) { typeNewcomer(resident.relation, code); }
void MoveForm::setPopulation(const QString& code) { typeNewcomer(resident.population, code); }

void MoveForm::typeNewcomer(FieldNo field, const QString& value) {
    if (!ready_ || saving_) return;
    if (newcomer_.set(field, value.isEmpty() ? Value() : Value(fromQt(value)))) typedSomething();
}

void MoveForm::typedSomething() {
    dirty_ = true;
    draft_.touch();
    emit changed();
}

void MoveForm::setSameDoor(bool same) {
    if (same) typed_.target = typed_.targetWords = QString();
    type(typed_.sameDoor, same);
}

void MoveForm::toggle(const QString& residentId) {
    if (!ready_ || saving_ || kind_ == Join) return;
    const auto id = idFromQt<RecordKind>(residentId);
    std::set<RecordId> who = people_.chosen();
    const bool was = who.erase(id) > 0;
    if (kind_ == In) who.clear();  // who comes back is written down one at a time
    if (!was) who.insert(id);
    people_.choose(who);
    typedSomething();
}

void MoveForm::setQuery(const QString& query) {
    if (query_ == query) return;
    query_ = query;
    emit changed();
    search();
}

void MoveForm::search() {
    const auto wanted = kind_ == Join ? SearchHit::Kind::household : SearchHit::Kind::dwelling;
    asked_.ask(
        session_.executor(), this,
        [&reader = session_.reader(), text = fromQt(query_.trimmed()), wanted, own = subject_.household] {
            std::vector<SearchHit> hits;
            if (text.empty()) return hits;
            if (auto found = reader.search(text)) hits = std::move(*found);
            std::erase_if(hits, [&](const SearchHit& hit) { return hit.kind != wanted || hit.record == own; });
            if (hits.size() > kTargets) hits.resize(kTargets);
            return hits;
        },
        [this](std::vector<SearchHit> hits) { targets_.show(std::move(hits)); });
}

void MoveForm::choose(int row) {
    if (!ready_ || saving_ || row < 0 || row >= targets_.rowCount()) return;
    const SearchHit& hit = targets_.hits()[static_cast<std::size_t>(row)];
    typed_.target = toQt(hit.record);
    typed_.targetWords = dotted({toQt(std::string_view(hit.title)), toQt(std::string_view(hit.subtitle))});
    query_.clear();
    targets_.show({});
    typedSomething();
    if (kind_ == Join) load();
}

bool MoveForm::needsStayingHead() const {
    return (kind_ == Out || kind_ == Split) && needsNewHead(home_, people_.chosen());
}

Parting MoveForm::parting() const { return {people_.chosen(), idFromQt<RecordKind>(typed_.stayingHead)}; }

qiaomen::Split MoveForm::split() const {
    const RecordId own = home_.household.reference(household.dwelling);
    return {parting(), idFromQt<RecordKind>(typed_.newHead), made_,
            typed_.sameDoor ? own : idFromQt<RecordKind>(typed_.target)};
}

MoveNote MoveForm::note() const {
    return {.id = note_,
            .day = dateFromDay(typed_.day),
            .today = dateFromDay(static_cast<double>(session_.nowMs())),
            .place = fromQt(typed_.place.trimmed()),
            .reason = fromQt(typed_.reason),
            .words = fromQt(typed_.words.trimmed()),
            .worker = fromQt(worker_),
            .notedAtMs = session_.nowMs()};
}

/// A new record has been shown to nobody. What its identity number says need not be asked.
Edit MoveForm::newcomer() const {
    Edit edit = newcomer_.edit();
    edit.shown.reset();
    const auto number = IdNumber::parse(newcomer_.get(resident.idNumber).text());
    if (const auto* id = std::get_if<IdNumber>(&number)) {
        const std::chrono::year_month_day born = id->birthDate();
        const QDate date(int(born.year()), int(unsigned(born.month())), int(unsigned(born.day())));
        edit.values.push_back({resident.birthDate, fromQt(date.toString(Qt::ISODate))});
        edit.values.push_back({resident.sex, std::to_string(static_cast<int>(id->sex()))});
    }
    return edit;
}

MoveProblem MoveForm::missing() const {
    switch (kind_) {
        case In:
            return isReturning() ? problemOfMovingIn({.values = {{resident.fullName, "?"}}}, note())
                                 : problemOfMovingIn(newcomer(), note());
        case Out: return problemOfMovingOut(home_, parting(), note());
        case Split: return problemOfSplitting(home_, split(), note());
        case Join: break;
    }
    return problemOfJoining(home_, other_, note());
}

std::vector<Edit> MoveForm::edits() const {
    switch (kind_) {
        case In: {
            const auto back = std::ranges::find_if(
                gone_, [this](const Record& one) { return people_.chosen().contains(one.id()); });
            if (back != gone_.end()) return comingBack(home_.household, *back, note());
            const bool isNew = subject_.household.isNone();
            return movingIn(isNew ? made_ : subject_.household, isNew ? subject_.dwelling : RecordId(), newcomer(),
                            note());
        }
        case Out: return movingOut(home_, parting(), note());
        case Split: return splitting(home_, split(), note());
        case Join: break;
    }
    return joining(home_, other_, note());
}

QString MoveForm::problem() const {
    if (!ready_) return {};
    switch (missing()) {
        case MoveProblem::none: break;
        case MoveProblem::nobody: return tr("Choose who moves.");
        case MoveProblem::everybody: return tr("Somebody has to stay. If all leave, write down that they moved out.");
        case MoveProblem::newHead: return tr("Choose the head of the new household among those who leave.");
        case MoveProblem::stayingHead: return tr("The head leaves: choose a head for those who stay.");
        case MoveProblem::day: return tr("Say on which day it was.");
        case MoveProblem::dayAhead: return tr("That day has not come yet. Write a move down when it has happened.");
        case MoveProblem::sameHousehold: return tr("A household cannot join itself.");
        case MoveProblem::otherHousehold: return tr("Look for the household that they join, and choose it.");
        case MoveProblem::dwelling: return tr("Look for the door where the new household lives, and choose it.");
        case MoveProblem::name: return tr("Write the name of who moves in.");
    }
    return newcomer_.problem(session_.vocabulary());
}

QString MoveForm::outlook() const {
    if (!ready_ || !problem().isEmpty()) return {};
    const int who = static_cast<int>(people_.chosen().size()), all = static_cast<int>(home_.members.size());
    switch (kind_) {
        case In: return tr("The household will have %n member(s).", "", all + 1);
        case Out:
            return who == all ? tr("The whole household leaves. Its history stays.")
                              : tr("%n member(s) will stay.", "", all - who);
        case Split: return tr("A new household of %n, the others stay.", "", who);
        case Join: break;
    }
    return tr("%n member(s) join, with what is open for them. This household closes; its visits stay in its history.",
              "", all);
}

RecordId MoveForm::opens() const {
    if (kind_ == Join) return other_.id();
    return kind_ == Split || subject_.household.isNone() ? made_ : subject_.household;
}

void MoveForm::save() {
    if (!ready_ || saving_ || !problem().isEmpty()) return;
    saving_ = true;
    emit changed();
    session_.save(edits(), this, [this](const Result<Saved>& outcome) {
        saving_ = false;
        if (!outcome) {
            emit changed();
            emit failed(explain(outcome.error()));
            return;
        }
        draft_.drop();
        dirty_ = recovered_ = false;
        emit changed();
        emit saved(
            session_.vocabulary().word(householdMove, householdMove.kind,
                                       std::array{"in", "out", "split", "join"}[static_cast<std::size_t>(kind_)]));
    });
}

void MoveForm::discard() {
    draft_.drop();
    begin();
    load();
}

QJsonObject MoveForm::draftContent() const {
    QJsonArray who;
    for (const RecordId& id : people_.chosen()) who.append(toQt(id));
    return {{"note", toQt(note_)},
            {"who", who},
            {"newcomer", newcomer_.toJson()},
            {"staying_head", typed_.stayingHead},
            {"new_head", typed_.newHead},
            {"target", typed_.target},
            {"target_words", typed_.targetWords},
            {"same_door", typed_.sameDoor},
            {"day", typed_.day},
            {"place", typed_.place},
            {"reason", typed_.reason},
            {"words", typed_.words}};
}

void MoveForm::restore(const QJsonObject& draft) {
    std::set<RecordId> who;
    for (const QJsonValue& id : draft["who"].toArray()) who.insert(idFromQt<RecordKind>(id.toString()));
    if (kind_ != Join) people_.choose(who);
    note_ = idFromQt<RecordKind>(draft["note"].toString());
    if (note_.isNone()) note_ = session_.newId();
    newcomer_.restore(draft["newcomer"].toObject());
    typed_ = {draft["staying_head"].toString(), draft["new_head"].toString(),    draft["target"].toString(),
              draft["target_words"].toString(), draft["place"].toString(),       draft["reason"].toString(),
              draft["words"].toString(),        draft["same_door"].toBool(true), draft["day"].toDouble(typed_.day)};
    dirty_ = recovered_ = true;
}

}  // namespace qiaomen
