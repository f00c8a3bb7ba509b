// SPDX-License-Identifier: Apache-2.0
#include "mobile/question_forms.h"

#include <algorithm>
#include <map>

#include "mobile/text.h"
#include "shared/domain/resident.h"

namespace qiaomen {

QuestionForm* QuestionForms::find(const QString& key) const {
    for (QuestionForm* form : forms()) {
        if (form->key() == key) return form;
    }
    return nullptr;
}

int QuestionForms::openCount() const {
    const auto all = forms();
    return static_cast<int>(std::ranges::count_if(all, &QuestionForm::isOpen));
}

int QuestionForms::doneCount() const {
    const auto all = forms();
    return static_cast<int>(std::ranges::count_if(all, &QuestionForm::isDone));
}

QString QuestionForms::titles() const {
    QStringList titles;
    for (const QuestionForm* form : forms()) {
        if (form->isOpen() && !titles.contains(form->setTitle())) titles << form->setTitle();
    }
    return dotted(titles);
}

void QuestionForms::follow() {
    const QuestionForm* before = nullptr;
    for (QuestionForm* form : forms()) {
        if (!form->isOpen()) continue;
        form->setLeads(!before || before->posed().set != form->posed().set ||
                       before->posed().resident != form->posed().resident);
        before = form;
    }
    emit countsChanged();
}

void QuestionForms::show(GridSession& session, const HouseholdView& view) {
    QStringList keys;
    for (const PosedQuestion& posed : view.questions) {
        const auto set = std::ranges::find(view.questionSets, posed.set, &QuestionSet::id);
        const auto person = std::ranges::find(view.members, posed.resident, &Record::id);
        keys << QuestionForm::keyOf(posed);
        if (QuestionForm* known = find(keys.back())) {
            known->rebase(*set, posed);
            continue;
        }
        const QString name = person != view.members.end() ? toQt(std::string_view(person->text(resident.fullName)))
                                                          : QString();
        auto* form = new QuestionForm(session, *set, posed, name, this);
        connect(form, &QuestionForm::typed, this, [this] {
            follow();
            emit typed();
        });
        add(form);
    }
    for (int row = count() - 1; row >= 0; --row) {
        if (!at(row)->isTouched() && !keys.contains(at(row)->key())) take(row);
    }
    follow();
}

void QuestionForms::reset() {
    for (QuestionForm* form : forms()) form->reset();
    follow();
}

QString QuestionForms::problem() const {
    for (const QuestionForm* form : forms()) {
        const QString wrong = form->problem();
        if (!wrong.isEmpty()) return QStringLiteral("%1 %2").arg(form->text(), wrong);
    }
    return {};
}

namespace {

/// The record that an answer fills, as it is on the screen; null where it fills none.
const Record* filledBy(const QuestionForm& form, const std::vector<Record>& shown) {
    const FillableField* field = fillable(form.posed().question.fills);
    if (!field || form.filled().isNothing()) return nullptr;
    const RecordId person = form.posed().resident;
    const auto found = std::ranges::find_if(shown, [&](const Record& record) {
        const bool isKind = record.collection() == field->collection->number();
        return isKind && (record.collection() != resident.number() || record.id() == person);
    });
    return found != shown.end() ? &*found : nullptr;
}

}  // namespace

std::vector<Edit> QuestionForms::edits(const Saving& saving) const {
    std::vector<Edit> all;
    std::map<RecordKey, Edit> filled;
    for (const QuestionForm* form : forms()) {
        if (!form->isDone()) continue;
        all.push_back(form->edit(saving.household, saving.visit, saving.answeredAt, saving.worker));
        const Record* record = filledBy(*form, saving.shown);
        if (!record) continue;
        const RecordKey key{record->collection(), record->id()};
        const FieldNo field = fillable(form->posed().question.fills)->field->no();
        if (saving.isTyped(key, field) || record->get(field) == form->filled()) continue;
        Edit& edit = filled.try_emplace(key, Edit{key.collection, key.record, {}, false, *record}).first->second;
        edit.values.push_back({field, form->filled()});
    }
    for (auto& [key, edit] : filled) all.push_back(std::move(edit));
    return all;
}

QJsonObject QuestionForms::toJson() const {
    QJsonObject touched;
    for (const QuestionForm* form : forms()) {
        if (form->isTouched()) touched.insert(form->key(), form->toJson());
    }
    return touched;
}

void QuestionForms::restore(const QJsonObject& draft) {
    for (QuestionForm* form : forms()) form->restore(draft[form->key()].toObject());
    follow();
}

}  // namespace qiaomen
