// SPDX-License-Identifier: Apache-2.0
#include "mobile/hazard_step_form.h"

#include <algorithm>
#include <set>

#include "mobile/text.h"
#include "shared/domain/worklist.h"
// After the worklist, whose rules have the names of collections.
#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

QString field(const Record& record, FieldNo number) { return toQt(std::string_view(record.text(number))); }

}  // namespace

HazardFacts hazardFacts(const Record& head, const std::vector<Record>& steps) {
    const std::string& risk = head.text(hazard.risk);
    HazardFacts facts{.state = hazardState(head.text(hazard.state)),
                      .major = risk == "major",
                      .small = risk == "small",
                      .rectifyBy = head.text(hazard.rectifyBy)};
    std::set<RecordId> corrected;
    for (const Record& step : steps) corrected.insert(step.reference(hazardStep.corrects));
    for (const Record& step : steps) {
        if (corrected.contains(step.id()) || step.get(hazardStep.withdraws) == Value(true)) continue;
        const auto act = hazardAct(step.text(hazardStep.act));
        if (act == HazardAct::extend) facts.extended = true;
        if (act == HazardAct::reopen) facts.extended = false;
    }
    return facts;
}

QString actWord(HazardAct act) {
    switch (act) {
        case HazardAct::notice: return HazardStepForm::tr("Give notice");
        case HazardAct::recheck: return HazardStepForm::tr("Look again: not yet put right");
        case HazardAct::extend: return HazardStepForm::tr("Extend the time limit");
        case HazardAct::escalate: return HazardStepForm::tr("Report upward");
        case HazardAct::close: return HazardStepForm::tr("Put right: close it");
        case HazardAct::reopen: return HazardStepForm::tr("It came back");
    }
    return {};
}

struct HazardStepForm::Loaded {
    Result<Record> head = Error{};
    std::vector<Record> steps;
    QJsonObject draft;
};

HazardStepForm::HazardStepForm(GridSession& session, const RecordId& ofHazard, HazardAct act, QString worker,
                               QObject* parent)
    : DraftedForm(session, QStringLiteral("hazard_step/%1/%2").arg(toQt(code(act)), toQt(ofHazard)), std::move(worker),
                  parent),
      hazard_(ofHazard),
      act_(act) {
    session.executor().write(
        this,
        [&grid = session, id = ofHazard, key = draftKey()] {
            Loaded loaded{.head = grid.store().read(hazard.number(), id),
                          .steps = {},
                          .draft = unsavedDraft(grid.store(), key, hazardStep.number())};
            auto steps = grid.reader().stepsOf(id);
            if (steps)
                loaded.steps = *std::move(steps);
            else
                loaded.head = steps.error();
            return loaded;
        },
        [this](const Loaded& loaded) { take(loaded); });
    connect(&session.vocabulary(), &Vocabulary::changed, this, &HazardStepForm::changed);
}

HazardStepForm::~HazardStepForm() { flushDraft(); }

void HazardStepForm::take(const Loaded& loaded) {
    if (!loaded.head) {
        emit failed(explain(loaded.head.error()));
        return;
    }
    head_ = *loaded.head;
    facts_ = hazardFacts(head_, loaded.steps);
    subject_ = session().vocabulary().word(hazard, hazard.kind, head_.text(hazard.kind));
    place_ = field(head_, hazard.place);
    type({});
    opened(loaded.draft);
}

QString HazardStepForm::hazardId() const { return toQt(hazard_); }
QString HazardStepForm::act() const { return toQt(code(act_)); }
bool HazardStepForm::asksLimit() const {
    return act_ == HazardAct::notice || act_ == HazardAct::extend || act_ == HazardAct::reopen;
}

/// A notice keeps the limit that was set when it was found, an extension proposes the longest.
double HazardStepForm::proposedLimit() const {
    const CivilDay now = civilDay(today()).value_or(0);
    if (act_ == HazardAct::extend) return dayFromDate(dateText(latestExtension(facts_, now)));
    const bool future = !facts_.rectifyBy.empty() && facts_.rectifyBy >= today();
    if (act_ == HazardAct::notice && future) return dayFromDate(facts_.rectifyBy);
    return asksLimit() && !facts_.major ? dayFromDate(dateText(now + work::kHazardGeneralDays)) : 0;
}

DraftedForm::FieldProblem HazardStepForm::checkLimit() const {
    if (!asksLimit()) return {};
    if (until_ <= 0)
        return facts_.major ? FieldProblem{} : FieldProblem{"until", tr("Set a day by which it is to be put right.")};
    if (dateFromDay(until_) < today()) return {"until", tr("This day has passed. Choose another one.")};
    if (act_ != HazardAct::extend) return {};
    const CivilDay latest = latestExtension(facts_, civilDay(today()).value_or(0));
    if (civilDay(dateFromDay(until_)).value_or(0) > latest)
        return {"until", tr("A limit is extended by %n day(s) at most.", "", work::kExtensionDays)};
    return {};
}

DraftedForm::FieldProblem HazardStepForm::check() const {
    const std::vector<HazardAct> possible = hazardActs(facts_);
    if (std::ranges::find(possible, act_) == possible.end())
        return {"act", tr("Somebody else has gone on with this hazard meanwhile. Go back and look where it stands.")};
    if (FieldProblem wrong = checkLimit(); !wrong.words.isEmpty()) return wrong;
    if (act_ == HazardAct::notice && toWhom_.trimmed().isEmpty())
        return {"toWhom", tr("Say who has to put it right: the notice is addressed to them.")};
    if (act_ == HazardAct::escalate && toWhom_.trimmed().isEmpty())
        return {"toWhom", tr("Say to whom it was reported.")};
    if ((act_ == HazardAct::extend || (act_ == HazardAct::close && facts_.state == HazardState::escalated)) &&
        words_.trimmed().isEmpty())
        return {"words", act_ == HazardAct::extend ? tr("Say why more time is needed.")
                                                   : tr("Say what the department decided.")};
    for (const auto& [number, text, name] :
         {std::tuple(hazardStep.toWhom, &toWhom_, "toWhom"), std::tuple(hazardStep.words, &words_, "words")}) {
        QString wrong = session().vocabulary().problem(hazardStep, number, Value(fromQt(text->trimmed())));
        if (!wrong.isEmpty()) return {name, wrong};
    }
    return {};
}

/// What the hazard itself says from now on.
Edit HazardStepForm::headEdit() const {
    Edit edit{.collection = hazard.number(), .record = hazard_, .values = {}, .shown = head_};
    const HazardState state = after(facts_.state, act_);
    if (state != facts_.state) edit.values.push_back({hazard.state, code(state)});
    if (act_ == HazardAct::close) edit.values.push_back({hazard.closedAt, atMs()});
    if (act_ == HazardAct::reopen) edit.values.push_back({hazard.closedAt, Value()});
    if (asksLimit() && until_ > 0) edit.values.push_back({hazard.rectifyBy, dateFromDay(until_)});
    if (act_ == HazardAct::notice) edit.values.push_back({hazard.responsible, fromQt(toWhom_.trimmed())});
    return edit;
}

std::vector<Edit> HazardStepForm::edits() const {
    Edit step{hazardStep.number(),
              record(),
              {{hazardStep.hazard, hazard_},
               {hazardStep.act, code(act_)},
               {hazardStep.occurredAt, atMs()},
               {hazardStep.worker, fromQt(worker())}}};
    if (asksLimit() && until_ > 0) step.values.push_back({hazardStep.until, dateFromDay(until_)});
    if (asksWhom()) step.values.push_back({hazardStep.toWhom, fromQt(toWhom_.trimmed())});
    if (const QString own = words_.trimmed(); !own.isEmpty()) step.values.push_back({hazardStep.words, fromQt(own)});
    std::vector<Edit> edits{std::move(step)};
    if (Edit head = headEdit(); !head.values.empty()) edits.push_back(std::move(head));
    return edits;
}

QString HazardStepForm::savedWords() const {
    return tr("Saved: %1").arg(session().vocabulary().word(hazardStep, hazardStep.act, code(act_)));
}

QJsonObject HazardStepForm::typed() const { return {{"until", until_}, {"to_whom", toWhom_}, {"words", words_}}; }

void HazardStepForm::type(const QJsonObject& draft) {
    until_ = draft["until"].toDouble(proposedLimit());
    toWhom_ = draft["to_whom"].toString(act_ == HazardAct::notice ? field(head_, hazard.responsible) : QString());
    words_ = draft["words"].toString();
}

}  // namespace qiaomen
