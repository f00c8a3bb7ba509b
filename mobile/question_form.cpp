// SPDX-License-Identifier: Apache-2.0
#include "mobile/question_form.h"

#include <QLocale>
#include <algorithm>

#include "mobile/text.h"
#include "shared/domain/question_answer.h"
#include "shared/domain/question_item.h"

namespace qiaomen {

namespace {

QString words(const std::string& text) { return toQt(std::string_view(text)); }

/// In the order of the options, so that the same choice is always the same text.
QString inOrder(const QStringList& codes, const std::vector<QuestionOption>& options) {
    QStringList ordered;
    for (const QuestionOption& option : options) {
        if (codes.contains(words(option.code))) ordered << words(option.code);
    }
    return ordered.join(QLatin1Char(' '));
}

}  // namespace

// --- the answers to choose from -----------------------------------------------------------------------------------------

int AnswerChoices::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(options_.size());
}

QVariant AnswerChoices::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const QuestionOption& option = options_[static_cast<std::size_t>(index.row())];
    return role == CodeRole ? words(option.code) : role == LabelRole ? words(option.label) : QVariant();
}

QHash<int, QByteArray> AnswerChoices::roleNames() const { return {{CodeRole, "code"}, {LabelRole, "label"}}; }

QString answerWords(const Question& question, const AnswerText& answer, const Vocabulary& vocabulary) {
    const QLocale locale(vocabulary.chinese() ? QLocale::Chinese : QLocale::English);
    if (question.kind == QuestionKind::date) {
        const auto day = QDate::fromString(words(answer), Qt::ISODate);
        return day.isValid() ? locale.toString(day, QLocale::LongFormat) : words(answer);
    }
    if (question.kind == QuestionKind::number)
        return (words(answer) + QLatin1Char(' ') + words(question.unit)).trimmed();
    const std::vector<QuestionOption> options = optionsOf(question, vocabulary.chinese());
    if (options.empty()) return words(answer);
    QStringList labels;
    for (const QString& code : tagList(answer)) {
        const auto found = std::ranges::find(options, fromQt(code), &QuestionOption::code);
        labels << (found != options.end() ? words(found->label) : code);
    }
    return labels.join(vocabulary.chinese() ? QStringLiteral("、") : QStringLiteral(", "));
}

// --- one question -------------------------------------------------------------------------------------------------------

QuestionForm::QuestionForm(GridSession& session, const QuestionSet& set, PosedQuestion posed, const QString& person,
                           QObject* parent)
    : QObject(parent), session_(session), set_(set), posed_(std::move(posed)), person_(person), record_(session.newId()) {
    tell();
    connect(&session.vocabulary(), &Vocabulary::changed, this, &QuestionForm::tell);
}

void QuestionForm::tell() {
    options_.show(optionsOf(posed_.question, session_.vocabulary().chinese()));
    emit changed();
}

void QuestionForm::tellTyped() {
    emit changed();
    emit typed();
}

void QuestionForm::rebase(const QuestionSet& set, PosedQuestion posed) {
    set_ = set;
    posed_ = std::move(posed);
    tell();
}

QString QuestionForm::keyOf(const PosedQuestion& posed) {
    return toQt(posed.question.id) + QLatin1Char('/') + toQt(posed.resident);
}
QString QuestionForm::key() const { return keyOf(posed_); }

QString QuestionForm::text() const { return words(posed_.question.text); }
QString QuestionForm::help() const { return words(posed_.question.help); }
QString QuestionForm::unit() const { return words(posed_.question.unit); }
QString QuestionForm::kind() const {
    return toQt(codes::kQuestionKind[static_cast<std::size_t>(posed_.question.kind)].code);
}
QString QuestionForm::setTitle() const { return words(set_.title); }
QString QuestionForm::askedBy() const { return words(set_.askedBy); }
QString QuestionForm::purpose() const { return words(set_.purpose); }
QString QuestionForm::known() const { return answerWords(posed_.question, posed_.known, session_.vocabulary()); }
QString QuestionForm::knownBy() const { return words(posed_.said.worker); }
double QuestionForm::day() const { return dayFromDate(fromQt(value_)); }

void QuestionForm::setValue(const QString& value) {
    if (value_ == value) return;
    value_ = value;
    response_ = value.trimmed().isEmpty() ? QString() : QStringLiteral("answered");
    tellTyped();
}

void QuestionForm::setDay(double day) { setValue(toQt(std::string_view(dateFromDay(day)))); }

/// Tapped once more, it is taken back.
void QuestionForm::setResponse(const QString& code) {
    response_ = response_ == code ? QString() : code;
    if (response_ != QLatin1String("answered")) value_.clear();
    tellTyped();
}

void QuestionForm::setLeads(bool leads) {
    if (std::exchange(leads_, leads) != leads) emit changed();
}

void QuestionForm::toggle(const QString& code) {
    QStringList codes = chosen();
    const bool isOne = posed_.question.kind != QuestionKind::several;
    const bool was = codes.removeOne(code);
    if (isOne) codes.clear();
    if (!was) codes << code;
    setValue(inOrder(codes, optionsOf(posed_.question, true)));
}

void QuestionForm::askAgain() {
    if (again_) return;
    again_ = true;
    tellTyped();
}

QString QuestionForm::problem() const {
    if (response_ != QLatin1String("answered")) return {};
    const auto number = [](const std::optional<double>& limit) { return QLocale::c().toString(limit.value_or(0)); };
    const Question& question = posed_.question;
    switch (defectOf(question, fromQt(value_.trimmed()))) {
        case AnswerDefect::none: return {};
        case AnswerDefect::notOffered: return tr("Choose one of the answers offered.");
        case AnswerDefect::notANumber: return tr("Type a number, such as 12 or 12.5.");
        case AnswerDefect::tooSmall: return tr("At least %1.").arg(number(question.least));
        case AnswerDefect::tooLarge: return tr("At most %1.").arg(number(question.most));
        case AnswerDefect::notADay: return tr("There is no such day. Choose it from the calendar.");
        case AnswerDefect::tooLong: return tr("The answer is too long: shorten it.");
    }
    return {};
}

Value QuestionForm::filled() const {
    if (response_ != QLatin1String("answered")) return {};
    return filledValue(posed_.question, fromQt(value_.trimmed()));
}

Edit QuestionForm::edit(const RecordId& household, const RecordId& visit, double answeredAt,
                        const QString& worker) const {
    Edit edit{questionAnswer.number(), record_, {}};
    edit.values = {{questionAnswer.household, household},
                   {questionAnswer.question, posed_.question.id},
                   {questionAnswer.visit, visit},
                   {questionAnswer.answeredAt, static_cast<std::int64_t>(answeredAt)},
                   {questionAnswer.response, fromQt(response_)}};
    const std::string answer = fromQt(value_.trimmed());
    if (!posed_.resident.isNone()) edit.values.push_back({questionAnswer.resident, posed_.resident});
    if (!answer.empty()) edit.values.push_back({questionAnswer.value, answer});
    if (!worker.isEmpty()) edit.values.push_back({questionAnswer.worker, fromQt(worker)});
    const bool says = response_ != QLatin1String("not_asked");
    if (says && !posed_.latest.isNone()) edit.values.push_back({questionAnswer.corrects, posed_.latest});
    return edit;
}

QJsonObject QuestionForm::toJson() const {
    return {{"id", toQt(record_)}, {"value", value_}, {"response", response_}, {"again", again_}};
}

void QuestionForm::restore(const QJsonObject& draft) {
    if (draft.isEmpty()) return;
    if (const auto id = idFromQt<RecordKind>(draft["id"].toString()); !id.isNone()) record_ = id;
    value_ = draft["value"].toString();
    response_ = draft["response"].toString();
    again_ = draft["again"].toBool();
    emit changed();
}

void QuestionForm::reset() {
    record_ = session_.newId();
    value_.clear();
    response_.clear();
    again_ = false;
    emit changed();
}

}  // namespace qiaomen
