// SPDX-License-Identifier: Apache-2.0
#include "mobile/resident_form.h"

#include "mobile/household_models.h"
#include "mobile/text.h"
#include "shared/domain/phone.h"
#include "shared/domain/resident.h"

namespace qiaomen {

ResidentForm::ResidentForm(GridSession& session, Record record, QObject* parent)
    : QObject(parent), session_(session), edits_(resident, std::move(record)) {}

QString ResidentForm::residentId() const { return toQt(record()); }
QString ResidentForm::name() const { return toQt(edits_.get(resident.fullName).text()); }
QString ResidentForm::relation() const {
    return session_.vocabulary().word(resident, resident.relation, edits_.get(resident.relation).text());
}
int ResidentForm::age() const { return ageInYears(edits_.get(resident.birthDate).text(), session_.nowMs()); }
QString ResidentForm::phoneMasked() const {
    return toQt(std::string_view(maskPhone(edits_.record().text(resident.phone))));
}
QString ResidentForm::phone() const {
    return edits_.isTyped(resident.phone) ? toQt(edits_.get(resident.phone).text()) : QString();
}
QString ResidentForm::workUnit() const { return toQt(edits_.get(resident.workUnit).text()); }
QString ResidentForm::population() const { return toQt(edits_.get(resident.population).text()); }
QStringList ResidentForm::careTags() const { return tagList(edits_.get(resident.careTags).text()); }
double ResidentForm::leftOn() const { return dayFromDate(edits_.get(resident.livesHereTo).text()); }

void ResidentForm::setName(const QString& name) { set(resident.fullName, fromQt(name)); }
void ResidentForm::setWorkUnit(const QString& unit) { set(resident.workUnit, fromQt(unit)); }
void ResidentForm::setPopulation(const QString& code) { set(resident.population, fromQt(code)); }
void ResidentForm::setCareTags(const QStringList& codes) { set(resident.careTags, tagText(codes)); }
void ResidentForm::setLeftOn(double day) { set(resident.livesHereTo, dateFromDay(day)); }

void ResidentForm::setPhone(const QString& phone) {
    // An empty box means that nobody typed a new number, not that the stored one is to go.
    set(resident.phone, phone.trimmed().isEmpty() ? edits_.record().get(resident.phone) : Value(fromQt(phone)));
}

void ResidentForm::toggleCareTag(const QString& code) {
    QStringList codes = careTags();
    if (!codes.removeOne(code)) codes << code;
    setCareTags(codes);
}

bool ResidentForm::change(const QString& field, const QString& value) {
    const Field* found = resident.find(fromQt(field));
    if (!found || found->type == FieldType::reference) return false;
    set(found->no(), fromQt(value));
    return true;
}

QString ResidentForm::problem() const {
    const QString wrong = edits_.problem(session_.vocabulary());
    return wrong.isEmpty() ? QString() : tr("%1: %2", "resident's name, what is wrong").arg(name(), wrong);
}

void ResidentForm::rebase(Record record) {
    edits_.rebase(std::move(record));
    emit changed();
}

void ResidentForm::restore(const QJsonObject& typed) {
    edits_.restore(typed);
    emit changed();
}

void ResidentForm::set(FieldNo field, Value value) {
    if (value.kind() == Value::Kind::text && value.text().empty()) value = {};
    if (edits_.set(field, std::move(value))) emit changed();
}

}  // namespace qiaomen
