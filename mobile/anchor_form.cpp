// SPDX-License-Identifier: Apache-2.0
#include "mobile/anchor_form.h"

#include "mobile/text.h"
#include "shared/domain/anchor.h"
#include "shared/domain/household.h"
#include "shared/domain/id_number.h"
#include "shared/domain/resident.h"

namespace qiaomen {

struct AnchorForm::Loaded {
    Result<HouseholdView> view = HouseholdView{};
    Record record{CollectionNo{}, {}};
    QJsonObject draft;
};

namespace {

QString draftKey(const RecordId& household, const RecordId& anchor) {
    return QStringLiteral("anchor/") + (anchor.isNone() ? toQt(household) : toQt(anchor));
}

}  // namespace

AnchorForm::AnchorForm(GridSession& session, const RecordId& home, const RecordId& id, QObject* parent)
    : QObject(parent),
      session_(session),
      household_(home),
      edits_(anchor, Record(anchor.number(), id)),
      people_(session.vocabulary(), this),
      draft_(
          session, draftKey(home, id), [this] { return edits_.toJson(); }, this) {
    connect(&session, &GridSession::changed, this, [this] {
        if (ready_ && !saving_) load();
    });
    load();
}

AnchorForm::~AnchorForm() { draft_.flush(); }

void AnchorForm::load() {
    session_.executor().write(
        this,
        [&session = session_, home = household_, id = edits_.record().id(),
         key = draftKey(household_, edits_.record().id()), first = !ready_] {
            Loaded loaded{session.reader().household(home), Record(anchor.number(), id), {}};
            if (auto record = session.store().read(anchor.number(), id)) loaded.record = std::move(*record);
            if (first) loaded.draft = DraftKeeper::read(session.store(), key);
            return loaded;
        },
        [this](Loaded loaded) {
            if (!loaded.view) {
                emit failed(explain(loaded.view.error()));
                return;
            }
            headName_ = toQt(std::string_view(loaded.view->household.text(household.headName)));
            edits_.rebase(std::move(loaded.record));
            people_.show(std::move(loaded.view->members), session_.nowMs());
            if (!ready_ && !loaded.draft.isEmpty()) {
                edits_.restore(loaded.draft);
                recovered_ = edits_.isDirty();
            }
            ready_ = true;
            show();
        });
}

void AnchorForm::show() {
    const Value& whose = edits_.get(anchor.resident);
    people_.choose(whose.isNothing() ? std::set<RecordId>{} : std::set<RecordId>{whose.id()});
    emit changed();
}

QString AnchorForm::kind() const { return toQt(edits_.get(anchor.kind).text()); }
QString AnchorForm::title() const { return toQt(edits_.get(anchor.title).text()); }
QString AnchorForm::papersMasked() const {
    return toQt(std::string_view(maskIdNumber(edits_.record().text(anchor.papers))));
}
QString AnchorForm::papers() const {
    return edits_.isTyped(anchor.papers) ? toQt(edits_.get(anchor.papers).text()) : QString();
}
double AnchorForm::from() const { return dayFromDate(edits_.get(anchor.from).text()); }
double AnchorForm::expires() const { return dayFromDate(edits_.get(anchor.expires).text()); }
double AnchorForm::ended() const { return dayFromDate(edits_.get(anchor.ended).text()); }
QString AnchorForm::note() const { return toQt(edits_.get(anchor.note).text()); }

void AnchorForm::setKind(const QString& code) { set(anchor.kind, fromQt(code)); }
void AnchorForm::setTitle(const QString& title) { set(anchor.title, fromQt(title)); }
void AnchorForm::setFrom(double day) { set(anchor.from, dateFromDay(day)); }
void AnchorForm::setExpires(double day) { set(anchor.expires, dateFromDay(day)); }
void AnchorForm::setEnded(double day) { set(anchor.ended, dateFromDay(day)); }
void AnchorForm::setNote(const QString& note) { set(anchor.note, fromQt(note)); }

void AnchorForm::setPapers(const QString& papers) {
    // An empty box means that nobody typed a new number, not that the stored one is to go.
    set(anchor.papers, papers.trimmed().isEmpty() ? edits_.record().get(anchor.papers) : Value(fromQt(papers)));
}

void AnchorForm::toggle(const QString& residentId) {
    const auto id = idFromQt<RecordKind>(residentId);
    set(anchor.resident, people_.chosen().contains(id) ? Value() : Value(id));
}

QString AnchorForm::problem() const {
    if (!ready_) return {};
    if (kind().isEmpty()) return tr("Choose what it is: house, trade or certificate.");
    if (title().trimmed().isEmpty()) return tr("Say what it is, for example a lease or a residence permit.");
    if (from() > 0 && expires() > 0 && expires() < from()) return tr("It cannot expire before it begins.");
    return edits_.problem(session_.vocabulary());
}

void AnchorForm::save() {
    if (!ready_ || saving_ || !problem().isEmpty() || !edits_.isDirty()) return;
    Edit edit = edits_.edit();
    wayBack_ = {{edit.collection, edit.record, {}, true}};
    if (isNew()) {
        edit.record = session_.newId();
        edit.shown.reset();
        edit.values.push_back({anchor.household, household_});
        wayBack_.front().record = edit.record;
    } else {
        wayBack_.front().remove = false;
        for (const FieldValue& one : edit.values)
            wayBack_.front().values.push_back({one.field, edits_.record().get(one.field)});
    }
    saving_ = true;
    emit changed();
    session_.save({std::move(edit)}, this, [this](const Result<Saved>& outcome) {
        saving_ = false;
        if (!outcome) {
            emit changed();
            emit failed(explain(outcome.error()));
            return;
        }
        draft_.drop();
        recovered_ = false;
        emit saved(tr("Saved: %1").arg(title()));
    });
}

void AnchorForm::discard() {
    draft_.drop();
    edits_ = FieldEdits(anchor, edits_.record());
    recovered_ = false;
    show();
}

void AnchorForm::set(FieldNo field, Value value) {
    if (!ready_ || saving_) return;
    if (value.kind() == Value::Kind::text && value.text().empty()) value = {};
    if (!edits_.set(field, std::move(value))) return;
    draft_.touch();
    show();
}

}  // namespace qiaomen
