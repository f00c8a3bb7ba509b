// SPDX-License-Identifier: Apache-2.0
#include "mobile/need_form.h"

#include "mobile/text.h"
#include "shared/domain/need.h"

namespace qiaomen {

NeedForm::NeedForm(GridSession& session, QObject* parent)
    : QObject(parent), session_(session), record_(session.newId()) {}

template <class T>
void NeedForm::set(T& field, const T& value) {
    if (field == value) return;
    field = value;
    emit changed();
}

void NeedForm::setText(const QString& text) { set(text_, text); }
void NeedForm::setKind(const QString& kind) { set(kind_, kind); }
void NeedForm::setUrgency(const QString& urgency) { set(urgency_, urgency); }
void NeedForm::setRoute(const QString& route) { set(route_, route); }
void NeedForm::setWantsReply(bool wants) { set(wantsReply_, wants); }

QString NeedForm::problem() const {
    if (text_.trimmed().isEmpty()) return tr("Need: write what is needed, or remove this need.");
    if (kind_.isEmpty()) return tr("Need: choose its kind.");
    const Vocabulary& vocabulary = session_.vocabulary();
    const std::pair<FieldNo, const QString*> fields[] = {
        {need.text, &text_}, {need.kind, &kind_}, {need.urgency, &urgency_}, {need.route, &route_}};
    for (const auto& [field, text] : fields) {
        if (text->isEmpty()) continue;
        if (QString wrong = vocabulary.problem(need, field, Value(fromQt(*text))); !wrong.isEmpty()) return wrong;
    }
    return {};
}

Edit NeedForm::edit(const RecordId& household, const RecordId& visit, double heardAt, const QString& worker) const {
    Edit edit{need.number(), record_, {}};
    edit.values = {{need.household, household},
                   {need.heardAt, static_cast<std::int64_t>(heardAt)},
                   {need.text, fromQt(text_.trimmed())},
                   {need.kind, fromQt(kind_)},
                   {need.state, route_ == QLatin1String("on_spot") ? "met" : "open"}};
    if (!visit.isNone()) edit.values.push_back({need.visit, visit});
    if (!urgency_.isEmpty()) edit.values.push_back({need.urgency, fromQt(urgency_)});
    if (!route_.isEmpty()) edit.values.push_back({need.route, fromQt(route_)});
    if (wantsReply_) edit.values.push_back({need.wantsReply, true});
    if (!worker.isEmpty()) edit.values.push_back({need.heardBy, fromQt(worker)});
    return edit;
}

QJsonObject NeedForm::toJson() const {
    return {{"id", toQt(record_)}, {"text", text_},   {"kind", kind_},
            {"urgency", urgency_}, {"route", route_}, {"wants_reply", wantsReply_}};
}

void NeedForm::restore(const QJsonObject& draft) {
    if (const auto id = idFromQt<RecordKind>(draft["id"].toString()); !id.isNone()) record_ = id;
    text_ = draft["text"].toString();
    kind_ = draft["kind"].toString();
    urgency_ = draft["urgency"].toString(urgency_);
    route_ = draft["route"].toString(route_);
    wantsReply_ = draft["wants_reply"].toBool();
    emit changed();
}

}  // namespace qiaomen
