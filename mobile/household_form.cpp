// SPDX-License-Identifier: Apache-2.0
#include "mobile/household_form.h"

#include "mobile/text.h"
#include "shared/domain/household.h"
#include "shared/domain/phone.h"
#include "shared/domain/quiet_hours.h"

namespace qiaomen {

HouseholdForm::HouseholdForm(GridSession& session, const RecordId& id, QObject* parent)
    : QObject(parent),
      session_(session),
      edits_(household, Record(household.number(), id)),
      draft_(
          session, "household/" + toQt(id), [this] { return draftContent(); }, this) {
    connect(&session, &GridSession::changed, this, [this](const StoreChange& change) {
        const auto found = change.records.find(household.number());
        if (ready_ && !saving_ && found != change.records.end() && found->second.contains(edits_.record().id())) load();
    });
    load();
}

HouseholdForm::~HouseholdForm() { draft_.flush(); }

void HouseholdForm::load() {
    struct Loaded {
        Result<Record> record;
        QJsonObject draft;
    };
    session_.executor().write(
        this,
        [&store = session_.store(), id = edits_.record().id()] {
            return Loaded{store.read(household.number(), id), DraftKeeper::read(store, "household/" + toQt(id))};
        },
        [this](Loaded loaded) {
            if (!loaded.record) {
                emit failed(explain(loaded.record.error()));
                return;
            }
            edits_.rebase(std::move(*loaded.record));
            if (!ready_ && !loaded.draft.isEmpty()) {
                edits_.restore(loaded.draft);
                recovered_ = edits_.isDirty();
            }
            ready_ = true;
            emit changed();
        });
}

QString HouseholdForm::householdId() const { return toQt(edits_.record().id()); }
QString HouseholdForm::headName() const { return toQt(edits_.get(household.headName).text()); }
QString HouseholdForm::phoneMasked() const {
    return toQt(std::string_view(maskPhone(edits_.record().text(household.phone))));
}
QString HouseholdForm::phone() const {
    return edits_.isTyped(household.phone) ? toQt(edits_.get(household.phone).text()) : QString();
}
QString HouseholdForm::contactWay() const { return toQt(edits_.get(household.contactWay).text()); }
QString HouseholdForm::quietHours() const { return toQt(edits_.get(household.quietHours).text()); }
QString HouseholdForm::doNotAsk() const { return toQt(edits_.get(household.doNotAsk).text()); }
QString HouseholdForm::note() const { return toQt(edits_.get(household.note).text()); }
QStringList HouseholdForm::tags() const { return tagList(edits_.get(household.tags).text()); }
double HouseholdForm::nextVisit() const { return dayFromDate(edits_.get(household.nextVisit).text()); }

void HouseholdForm::setHeadName(const QString& name) { set(household.headName, fromQt(name)); }
void HouseholdForm::setContactWay(const QString& code) { set(household.contactWay, fromQt(code)); }
void HouseholdForm::setQuietHours(const QString& hours) { set(household.quietHours, fromQt(hours)); }
void HouseholdForm::setDoNotAsk(const QString& text) { set(household.doNotAsk, fromQt(text)); }
void HouseholdForm::setNote(const QString& note) { set(household.note, fromQt(note)); }
void HouseholdForm::setTags(const QStringList& codes) { set(household.tags, tagText(codes)); }
void HouseholdForm::setNextVisit(double day) { set(household.nextVisit, dateFromDay(day)); }

void HouseholdForm::setPhone(const QString& phone) {
    // An empty box means that nobody typed a new number, not that the stored one is to go.
    set(household.phone, phone.trimmed().isEmpty() ? edits_.record().get(household.phone) : Value(fromQt(phone)));
}

void HouseholdForm::toggleTag(const QString& code) {
    QStringList codes = tags();
    if (!codes.removeOne(code)) codes << code;
    setTags(codes);
}

bool HouseholdForm::change(const QString& field, const QString& value) {
    const Field* found = household.find(fromQt(field));
    if (!found || found->type == FieldType::reference) return false;
    set(found->no(), fromQt(value));
    return true;
}

QString HouseholdForm::problem() const {
    const std::string quiet = edits_.get(household.quietHours).text();
    if (edits_.isTyped(household.quietHours) && !quiet.empty() && !areQuietHours(quiet)) {
        return tr("Quiet hours: write them as 20:30-08:30, several with a comma between.");
    }
    return edits_.problem(session_.vocabulary());
}

void HouseholdForm::save() {
    if (!ready_ || saving_ || !problem().isEmpty()) return;
    if (!edits_.isDirty()) {
        emit saved(tr("Nothing has changed."), 0);
        return;
    }
    saving_ = true;
    emit changed();
    session_.save({edits_.edit()}, this, [this](Result<Saved> outcome) {
        saving_ = false;
        if (!outcome) {
            emit changed();
            emit failed(explain(outcome.error()));
            return;
        }
        draft_.drop();
        recovered_ = false;
        load();  // what was typed is what is stored now, and so no longer differs
        emit saved(tr("Household saved"), outcome->count() > 0 ? outcome->firstNumber : 0);
    });
}

void HouseholdForm::discard() {
    draft_.drop();
    edits_ = FieldEdits(household, edits_.record());
    recovered_ = false;
    emit changed();
}

void HouseholdForm::set(FieldNo field, Value value) {
    if (!ready_ || saving_) return;
    if (value.kind() == Value::Kind::text && value.text().empty()) value = {};
    if (!edits_.set(field, std::move(value))) return;
    draft_.touch();
    emit changed();
}

QJsonObject HouseholdForm::draftContent() const { return edits_.toJson(); }

}  // namespace qiaomen
