// SPDX-License-Identifier: Apache-2.0
#include "mobile/field_edits.h"

#include "mobile/text.h"
#include "shared/core/json.h"
#include "shared/domain/phone.h"

namespace qiaomen {

namespace {

/// What is typed, as it is stored: without blanks around it, phones in their one form, nothing instead of an empty text.
Value tidy(const Field& field, const Value& value) {
    if (value.kind() != Value::Kind::text) return value;
    const std::string text = fromQt(toQt(value.text()).trimmed());
    if (text.empty()) return {};
    if (field.name.ends_with("phone")) return normalPhone(text).value_or(text);
    return text;
}

}  // namespace

const Value& FieldEdits::get(FieldNo field) const {
    const auto typed = typed_.find(field);
    return typed != typed_.end() ? typed->second.value : record_.get(field);
}

bool FieldEdits::set(FieldNo number, Value value) {
    const Field* field = collection_->find(number);
    if (!field || get(number) == value) return false;
    const auto before = typed_.find(number);
    if (before != typed_.end()) return type(*field, {std::move(value), before->second.over, before->second.seen});
    return type(*field, {std::move(value), record_.get(number), record_.stampOf(number)});
}

/// What was there before, or is there by now, is no edit.
bool FieldEdits::type(const Field& field, Typed typed) {
    const Value tidied = tidy(field, typed.value);
    if (tidied == typed.over || tidied == record_.get(field.no()))
        typed_.erase(field.no());
    else
        typed_.insert_or_assign(field.no(), std::move(typed));
    return true;
}

void FieldEdits::rebase(Record record) {
    record_ = std::move(record);
    std::erase_if(typed_, [this](const auto& entry) {
        return tidy(*collection_->find(entry.first), entry.second.value) == record_.get(entry.first);
    });
}

QString FieldEdits::problem(const Vocabulary& vocabulary) const {
    for (const auto& [number, typed] : typed_) {
        const Field& field = *collection_->find(number);
        const Value tidied = tidy(field, typed.value);
        if (field.required && tidied.isNothing())
            return Vocabulary::tr("%1 must not be empty.").arg(vocabulary.label(field));
        if (QString wrong = vocabulary.problem(*collection_, number, tidied); !wrong.isEmpty()) return wrong;
    }
    return {};
}

/// The record as whoever typed saw it: the stored one, but under what is typed the value it was typed over.
Record FieldEdits::shown() const {
    Record shown = record_;
    for (const auto& [number, typed] : typed_) shown.put(number, typed.over, typed.seen);
    return shown;
}

Edit FieldEdits::edit() const {
    Edit edit{.collection = collection_->number(), .record = record_.id(), .values = {}, .shown = shown()};
    for (const auto& [number, typed] : typed_)
        edit.values.push_back({number, tidy(*collection_->find(number), typed.value)});
    return edit;
}

QJsonObject FieldEdits::toJson() const {
    QJsonObject fields;
    for (const auto& [number, typed] : typed_) {
        fields.insert(toQt(collection_->find(number)->name),
                      QJsonObject{{"typed", toQt(std::string_view(qiaomen::toJson(typed.value)))},
                                  {"over", toQt(std::string_view(qiaomen::toJson(typed.over)))},
                                  {"time", QString::number(static_cast<quint64>(typed.seen.time))},
                                  {"device", toQt(typed.seen.device)}});
    }
    return fields;
}

void FieldEdits::restore(const QJsonObject& fields) {
    for (auto entry = fields.begin(); entry != fields.end(); ++entry) {
        const Field* field = collection_->find(fromQt(entry.key()));
        const QJsonObject draft = entry.value().toObject();
        auto typed = valueFromJson(fromQt(draft["typed"].toString()));
        auto over = valueFromJson(fromQt(draft["over"].toString()));
        if (!field || !typed || !over) continue;
        const Stamp seen{static_cast<LogicalTime>(draft["time"].toString().toULongLong()),
                         idFromQt<DeviceKind>(draft["device"].toString())};
        type(*field, {std::move(*typed), std::move(*over), seen});
    }
}

}  // namespace qiaomen
