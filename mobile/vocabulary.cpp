// SPDX-License-Identifier: Apache-2.0
#include "mobile/vocabulary.h"

#include <QLocale>

#include "mobile/text.h"
#include "shared/domain/collections.h"
#include "shared/domain/id_number.h"
#include "shared/domain/masking.h"
#include "shared/domain/phone.h"

namespace qiaomen {

ChoiceModel::ChoiceModel(const Field& field, bool chinese, QObject* parent)
    : QAbstractListModel(parent), field_(field), chinese_(chinese) {}

int ChoiceModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant ChoiceModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    return role == CodeRole ? codeAt(index.row()) : role == LabelRole ? labelAt(index.row()) : QVariant();
}

QHash<int, QByteArray> ChoiceModel::roleNames() const { return {{CodeRole, "code"}, {LabelRole, "label"}}; }

QString ChoiceModel::codeAt(int row) const {
    return row >= 0 && row < count() ? toQt(field_.choices[static_cast<std::size_t>(row)].code) : QString();
}

QString ChoiceModel::labelAt(int row) const {
    if (row < 0 || row >= count()) return {};
    const Label& label = field_.choices[static_cast<std::size_t>(row)].label;
    return toQt(chinese_ ? label.zh : label.en);
}

void ChoiceModel::setChinese(bool chinese) {
    chinese_ = chinese;
    if (count() > 0) emit dataChanged(index(0), index(count() - 1), {LabelRole});
}

namespace {

const Field* fieldNamed(const QString& collection, const QString& field) {
    const Collection* found = find(allCollections(), fromQt(collection));
    return found ? found->find(fromQt(field)) : nullptr;
}

bool isPhone(const Field& field) {
    return field.name.ends_with("phone") && field.sensitivity == Sensitivity::sensitive;
}
bool isIdNumber(const Field& field) { return field.name == "id_number"; }

}  // namespace

void Vocabulary::setChinese(bool chinese) {
    if (chinese_ == chinese) return;
    chinese_ = chinese;
    for (ChoiceModel* model : std::as_const(choices_)) model->setChinese(chinese);
    emit changed();
}

ChoiceModel* Vocabulary::choices(const QString& collection, const QString& field) {
    const Field* found = fieldNamed(collection, field);
    if (!found) return nullptr;
    ChoiceModel*& model = choices_[found];
    if (!model) model = new ChoiceModel(*found, chinese_, this);
    return model;
}

QString Vocabulary::word(const QString& collection, const QString& field, const QString& code) const {
    const Field* found = fieldNamed(collection, field);
    return found ? toQt(std::string_view(choiceText(*found, fromQt(code), chinese_))) : code;
}

QString Vocabulary::label(const QString& collection, const QString& field) const {
    const Field* found = fieldNamed(collection, field);
    return found ? label(*found) : field;
}

QString Vocabulary::label(const Field& field) const { return toQt(chinese_ ? field.label.zh : field.label.en); }

QString Vocabulary::label(const Collection& collection) const {
    return toQt(chinese_ ? collection.label().zh : collection.label().en);
}

QString Vocabulary::word(const Collection& collection, FieldNo field, std::string_view code) const {
    const Field* found = collection.find(field);
    return found && !code.empty() ? toQt(std::string_view(choiceText(*found, code, chinese_))) : toQt(code);
}

QStringList Vocabulary::words(const Collection& collection, FieldNo field, std::string_view tags) const {
    QStringList words;
    for (const QString& code : tagList(tags)) words << word(collection, field, fromQt(code));
    return words;
}

QString Vocabulary::show(const Field& field, const Value& value) const {
    const QLocale locale(chinese_ ? QLocale::Chinese : QLocale::English);
    switch (value.kind()) {
        case Value::Kind::nothing:
        case Value::Kind::id: return {};
        case Value::Kind::real: return locale.toString(value.real());
        case Value::Kind::integer:
            if (field.type == FieldType::boolean) return value.integer() != 0 ? tr("yes") : tr("no");
            if (field.type == FieldType::instant) {
                return locale.toString(QDateTime::fromMSecsSinceEpoch(value.integer()), QLocale::ShortFormat);
            }
            return locale.toString(static_cast<qlonglong>(value.integer()));
        case Value::Kind::text: break;
    }
    const std::string& text = value.text();
    if (field.type == FieldType::choice) return toQt(std::string_view(choiceText(field, text, chinese_)));
    if (field.type == FieldType::tags) {
        QStringList words;
        for (const QString& code : tagList(text))
            words << toQt(std::string_view(choiceText(field, fromQt(code), chinese_)));
        return words.join(chinese_ ? QStringLiteral("、") : QStringLiteral(", "));
    }
    if (field.type == FieldType::date) {
        const double day = dayFromDate(text);
        if (day > 0)
            return locale.toString(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(day)).date(), QLocale::LongFormat);
    }
    return toQt(std::string_view(maskedText(field, text)));
}

QString Vocabulary::problem(const Collection& collection, FieldNo number, const Value& value) const {
    const Field* field = collection.find(number);
    if (!field || value.isNothing()) return {};
    const QString name = label(*field);
    if (isPhone(*field) && !normalPhone(value.text()))
        return tr("%1: this is not a telephone number. Type it again.").arg(name);
    const auto wrong = check(*field, value);
    if (!wrong) return {};
    if (value.kind() == Value::Kind::text && value.text().size() > field->maxLength)
        return tr("%1 is too long: shorten it.").arg(name);
    if (isIdNumber(*field)) {
        const auto parsed = IdNumber::parse(value.text());
        if (const auto* defect = std::get_if<IdNumberDefect>(&parsed)) {
            return tr("%1: %2").arg(name, toQt(chinese_ ? qiaomen::chinese(*defect) : english(*defect)));
        }
    }
    switch (field->type) {
        case FieldType::choice:
        case FieldType::tags: return tr("%1: choose one of the answers offered.").arg(name);
        case FieldType::date: return tr("%1: there is no such day. Choose it from the calendar.").arg(name);
        case FieldType::integer:
        case FieldType::real:
            return tr("%1: the number must lie between %2 and %3.").arg(name).arg(field->min).arg(field->max);
        default: return tr("%1 cannot be saved like this: %2").arg(name, toQt(std::string_view(*wrong)));
    }
}

QString explain(const Error& error) {
    switch (error.fault) {
        case Fault::full:
            return Vocabulary::tr(
                "The storage of this device is full. Nothing was lost: remove photos or apps, then save again.");
        case Fault::broken:
            return Vocabulary::tr(
                       "The data on this device cannot be read or written (%1). Do not delete anything; tell the "
                       "administrator. What the centre has confirmed is safe.")
                .arg(toQt(std::string_view(error.message)));
        case Fault::offline:
            return Vocabulary::tr("There is no connection to the centre. It will be tried again by itself.");
        case Fault::refused:
            return Vocabulary::tr(
                       "The centre does not accept this device: %1. Your records stay here; tell the administrator.")
                .arg(toQt(std::string_view(error.message)));
        case Fault::outdated:
            return Vocabulary::tr(
                "This app and the centre are of different versions: update the app. Your records stay here.");
        case Fault::missing:
            return Vocabulary::tr("This record is not on this device any more (%1).")
                .arg(toQt(std::string_view(error.message)));
        case Fault::invalid:
            return Vocabulary::tr("This cannot be saved: %1").arg(toQt(std::string_view(error.message)));
    }
    return toQt(std::string_view(error.message));
}

}  // namespace qiaomen
