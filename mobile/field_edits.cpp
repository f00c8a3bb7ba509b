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
    return typed != typed_.end() ? typed->second : record_.get(field);
}

bool FieldEdits::set(FieldNo number, Value value) {
    const Field* field = collection_->find(number);
    if (!field || get(number) == value) return false;
    if (tidy(*field, value) == record_.get(number))
        typed_.erase(number);
    else
        typed_.insert_or_assign(number, std::move(value));
    return true;
}

void FieldEdits::rebase(Record record) {
    record_ = std::move(record);
    std::erase_if(typed_, [this](const auto& typed) {
        return tidy(*collection_->find(typed.first), typed.second) == record_.get(typed.first);
    });
}

QString FieldEdits::problem(const Vocabulary& vocabulary) const {
    for (const auto& [number, value] : typed_) {
        const Field& field = *collection_->find(number);
        const Value tidied = tidy(field, value);
        if (field.required && tidied.isNothing())
            return Vocabulary::tr("%1 must not be empty.").arg(vocabulary.label(field));
        if (QString wrong = vocabulary.problem(*collection_, number, tidied); !wrong.isEmpty()) return wrong;
    }
    return {};
}

Edit FieldEdits::edit() const {
    Edit edit{collection_->number(), record_.id(), {}};
    for (const auto& [number, value] : typed_) edit.values.push_back({number, tidy(*collection_->find(number), value)});
    return edit;
}

QJsonObject FieldEdits::toJson() const {
    QJsonObject typed;
    for (const auto& [number, value] : typed_) {
        const Field& field = *collection_->find(number);
        typed.insert(toQt(field.name), toQt(std::string_view(qiaomen::toJson(value))));
    }
    return typed;
}

void FieldEdits::restore(const QJsonObject& typed) {
    for (auto entry = typed.begin(); entry != typed.end(); ++entry) {
        const Field* field = collection_->find(fromQt(entry.key()));
        auto value = valueFromJson(fromQt(entry.value().toString()));
        if (field && value) set(field->no(), std::move(*value));
    }
}

}  // namespace qiaomen
