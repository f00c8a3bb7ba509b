// SPDX-License-Identifier: Apache-2.0
#include "mobile/hazard_form.h"

#include "mobile/text.h"
#include "shared/domain/hazard.h"

namespace qiaomen {

namespace {

/// DOMAIN: small hazards are put right on the spot, general ones within a week; of a major one the department decides.
constexpr int kGeneralLimitDays = 7;

double limitFor(const QString& risk, std::int64_t nowMs) {
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs).date();
    if (risk == QLatin1String("small")) return static_cast<double>(today.startOfDay().toMSecsSinceEpoch());
    if (risk == QLatin1String("general"))
        return static_cast<double>(today.addDays(kGeneralLimitDays).startOfDay().toMSecsSinceEpoch());
    return 0;
}

}  // namespace

HazardForm::HazardForm(GridSession& session, const QString& place, const PositionSource::Plugin& plugin, QObject* parent)
    : QObject(parent),
      session_(session),
      record_(session.newId()),
      place_(place),
      position_(plugin),
      photos_(session, this) {
    connect(&position_, &PositionSource::changed, this, &HazardForm::changed);
    connect(&photos_, &PhotoForms::changed, this, &HazardForm::changed);
}

template <class T>
void HazardForm::set(T& field, const T& value) {
    if (field == value) return;
    field = value;
    emit changed();
}

void HazardForm::setKind(const QString& kind) { set(kind_, kind); }
void HazardForm::setPlace(const QString& place) { set(place_, place); }
void HazardForm::setText(const QString& text) { set(text_, text); }
void HazardForm::setResponsible(const QString& responsible) { set(responsible_, responsible); }
void HazardForm::setFixedOnSpot(bool fixed) { set(fixedOnSpot_, fixed); }

void HazardForm::setRisk(const QString& risk) {
    if (!limitChosen_) rectifyBy_ = limitFor(risk, session_.nowMs());
    set(risk_, risk);
}

void HazardForm::setRectifyBy(double day) {
    limitChosen_ = true;
    set(rectifyBy_, day);
}

QString HazardForm::advice() const {
    if (risk_ == QLatin1String("small"))
        return tr("Small: have it put right while you are here, and come back to look.");
    if (risk_ == QLatin1String("general")) return tr("General: give notice; it is to be put right within seven days.");
    if (risk_ == QLatin1String("major"))
        return tr("Major: keep people away and report it upward within the hour. The department sets the time limit.");
    return {};
}

QString HazardForm::problem() const {
    if (kind_.isEmpty()) return tr("Hazard: choose its kind, or remove this hazard.");
    if (risk_.isEmpty()) return tr("Hazard: choose how great the risk is.");
    if (place_.trimmed().isEmpty()) return tr("Hazard: say where it is, so that the next person finds it.");
    if (fixedOnSpot_ && risk_ == QLatin1String("major")) {
        return tr("Hazard: a major hazard is not closed on the spot. The department closes it.");
    }
    if (photos_.isBusy()) return tr("Hazard: a photo is being made ready. It takes a moment.");
    const Vocabulary& vocabulary = session_.vocabulary();
    const std::pair<FieldNo, const QString*> fields[] = {{hazard.kind, &kind_},
                                                         {hazard.risk, &risk_},
                                                         {hazard.place, &place_},
                                                         {hazard.text, &text_},
                                                         {hazard.responsible, &responsible_}};
    for (const auto& [field, text] : fields) {
        if (text->isEmpty()) continue;
        if (QString wrong = vocabulary.problem(hazard, field, Value(fromQt(*text))); !wrong.isEmpty()) return wrong;
    }
    return {};
}

Edit HazardForm::edit(const RecordId& household, const RecordId& visit, double foundAt, const QString& worker) const {
    const auto at = static_cast<std::int64_t>(foundAt);
    Edit edit{hazard.number(), record_, {}};
    edit.values = {{hazard.foundAt, at},
                   {hazard.kind, fromQt(kind_)},
                   {hazard.risk, fromQt(risk_)},
                   {hazard.place, fromQt(place_.trimmed())},
                   {hazard.state, fixedOnSpot_ ? "closed" : "open"}};
    if (!household.isNone()) edit.values.push_back({hazard.household, household});
    if (!visit.isNone()) edit.values.push_back({hazard.visit, visit});
    if (fixedOnSpot_) edit.values.push_back({hazard.closedAt, at});
    if (!text_.trimmed().isEmpty()) edit.values.push_back({hazard.text, fromQt(text_.trimmed())});
    if (!responsible_.trimmed().isEmpty()) edit.values.push_back({hazard.responsible, fromQt(responsible_.trimmed())});
    if (rectifyBy_ > 0 && !fixedOnSpot_) edit.values.push_back({hazard.rectifyBy, dateFromDay(rectifyBy_)});
    if (const auto& reading = position_.reading(); reading.valid) {
        edit.values.push_back({hazard.longitude, reading.longitude});
        edit.values.push_back({hazard.latitude, reading.latitude});
        if (reading.accuracy > 0) edit.values.push_back({hazard.accuracy, reading.accuracy});
        edit.values.push_back({hazard.crs, "WGS84"});
    }
    if (!worker.isEmpty()) edit.values.push_back({hazard.foundBy, fromQt(worker)});
    return edit;
}

QJsonObject HazardForm::toJson() const {
    QJsonObject draft{{"id", toQt(record_)},
                      {"kind", kind_},
                      {"risk", risk_},
                      {"place", place_},
                      {"text", text_},
                      {"responsible", responsible_},
                      {"rectify_by", rectifyBy_},
                      {"limit_chosen", limitChosen_},
                      {"fixed", fixedOnSpot_},
                      {"photos", photos_.toJson()}};
    if (const auto& reading = position_.reading(); reading.valid) {
        draft["position"] = QJsonObject{
            {"longitude", reading.longitude}, {"latitude", reading.latitude}, {"accuracy", reading.accuracy}};
    }
    return draft;
}

void HazardForm::restore(const QJsonObject& draft) {
    if (const auto id = idFromQt<RecordKind>(draft["id"].toString()); !id.isNone()) record_ = id;
    kind_ = draft["kind"].toString();
    risk_ = draft["risk"].toString();
    place_ = draft["place"].toString(place_);
    text_ = draft["text"].toString();
    responsible_ = draft["responsible"].toString();
    rectifyBy_ = draft["rectify_by"].toDouble();
    limitChosen_ = draft["limit_chosen"].toBool();
    fixedOnSpot_ = draft["fixed"].toBool();
    photos_.restore(draft["photos"].toArray());
    if (const QJsonObject position = draft["position"].toObject(); !position.isEmpty()) {
        position_.restore(
            {position["longitude"].toDouble(), position["latitude"].toDouble(), position["accuracy"].toDouble(), true});
    }
    emit changed();
}

}  // namespace qiaomen
