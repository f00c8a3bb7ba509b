// SPDX-License-Identifier: Apache-2.0
#include "mobile/change_words.h"

#include <QCoreApplication>
#include <algorithm>

#include "mobile/text.h"
#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

struct ChangeWords {
    Q_DECLARE_TR_FUNCTIONS(ChangeWords)
};

/// The field by which a record of this collection refers to its household; null when it does not.
const Field* householdField(CollectionNo number) {
    const Collection* collection = find(allCollections(), number);
    if (!collection) return nullptr;
    const Field* field = collection->find("household");
    return field && field->type == FieldType::reference ? field : nullptr;
}

const Value* writtenValue(const Change& change, FieldNo field) {
    const auto found = std::ranges::find(change.writes, field, &FieldWrite::field);
    return found != change.writes.end() ? &found->value : nullptr;
}

/// The record by which others of a collection belong to a household: the order of a step, the hazard of a photo.
RecordId householdThrough(LocalStore& store, const Change& change) {
    const Collection* collection = find(allCollections(), change.collection);
    for (const auto& [target, owner] :
         {std::pair<const Collection*, FieldNo>(&doorOrder, doorOrder.household), {&hazard, hazard.household}}) {
        const Field* field = collection ? collection->find(target->name()) : nullptr;
        if (!field) continue;
        const Value* written = writtenValue(change, field->no());
        const auto own = store.read(change.collection, change.record);
        const RecordId through = written ? written->id() : own ? own->reference(field->no()) : RecordId{};
        const auto record = store.read(target->number(), through);
        return record ? record->reference(owner) : RecordId{};
    }
    return {};
}

RecordId householdOf(LocalStore& store, const Change& change) {
    if (change.collection == household.number()) return change.record;
    const Field* field = householdField(change.collection);
    if (!field) return householdThrough(store, change);
    if (const Value* written = writtenValue(change, field->no()); written && !written->isNothing())
        return written->id();
    const auto record = store.read(change.collection, change.record);
    return record ? record->reference(field->no()) : RecordId{};
}

QString fieldLabels(const Change& change, const Collection& collection, const Vocabulary& vocabulary) {
    QStringList labels;
    for (const FieldWrite& write : change.writes) {
        const Field* field = collection.find(write.field);
        if (field && field->type != FieldType::reference) labels << vocabulary.label(*field);
    }
    return labels.join(vocabulary.chinese() ? QStringLiteral("、") : QStringLiteral(", "));
}

QString newRecordWords(const Change& change, const Collection& collection, FieldNo kind, const Vocabulary& vocabulary) {
    const Value* value = writtenValue(change, kind);
    const QString what = value ? vocabulary.word(collection, kind, value->text())
                               : fieldLabels(change, collection, vocabulary);
    return ChangeWords::tr("%1: %2", "kind of record, what of it").arg(vocabulary.label(collection), what);
}

}  // namespace

ChangeSubject subjectOf(LocalStore& store, const Change& change) {
    ChangeSubject subject;
    subject.household = householdOf(store, change);
    if (change.collection == resident.number()) {
        if (const auto record = store.read(change.collection, change.record))
            subject.name = record->text(resident.fullName);
    }
    RecordId door = change.collection == dwelling.number() ? change.record : RecordId{};
    if (!subject.household.isNone()) {
        if (const auto record = store.read(household.number(), subject.household)) {
            subject.headName = record->text(household.headName);
            door = record->reference(household.dwelling);
        }
    }
    if (!door.isNone()) {
        if (const auto record = store.read(dwelling.number(), door)) subject.address = record->text(dwelling.address);
    }
    return subject;
}

QString words(const ChangeSubject& subject, const Vocabulary& vocabulary) {
    QStringList parts{toQt(std::string_view(subject.name.empty() ? subject.headName : subject.name)),
                      toQt(std::string_view(subject.address))};
    parts.removeAll(QString());
    return parts.join(vocabulary.chinese() ? QStringLiteral("，") : QStringLiteral(", "));
}

QString describe(const Change& change, const ChangeSubject& subject, const Vocabulary& vocabulary) {
    const Collection* collection = find(allCollections(), change.collection);
    if (!collection) return ChangeWords::tr("Something this version of the app does not know");
    if (change.kind == Change::Kind::remove) return ChangeWords::tr("%1 deleted").arg(vocabulary.label(*collection));
    if (collection == &visit && writtenValue(change, visit.withdraws)) return ChangeWords::tr("Visit taken back");
    if (collection == &readAudit) return newRecordWords(change, readAudit, readAudit.reason, vocabulary);
    if (collection == &visit) return newRecordWords(change, visit, visit.outcome, vocabulary);
    if (collection == &need) return newRecordWords(change, need, need.kind, vocabulary);
    if (collection == &questionAnswer)
        return newRecordWords(change, questionAnswer, questionAnswer.response, vocabulary);
    if (collection == &hazard) return newRecordWords(change, hazard, hazard.kind, vocabulary);
    if (collection == &duplicate) return ChangeWords::tr("Decided whether two are the same");
    if (collection == &conflict) return ChangeWords::tr("Conflict decided");
    if (collection == &dataExport || collection == &visitImport) return vocabulary.label(*collection);
    const QString name = collection == &resident && !subject.name.empty() ? toQt(std::string_view(subject.name))
                                                                          : vocabulary.label(*collection);
    return ChangeWords::tr("%1: %2", "kind of record, what of it")
        .arg(name, fieldLabels(change, *collection, vocabulary));
}

QString writtenWords(const Change& change, const Vocabulary& vocabulary) {
    const Collection* collection = find(allCollections(), change.collection);
    QStringList lines;
    for (const FieldWrite& write : change.writes) {
        const Field* field = collection ? collection->find(write.field) : nullptr;
        if (field && field->type != FieldType::reference)
            lines << vocabulary.label(*field) + ": " + vocabulary.show(*field, write.value);
    }
    return lines.join(QLatin1Char('\n'));
}

Result<std::vector<OutboxEntry>> unsentChanges(LocalStore& store) {
    constexpr std::size_t kPage = 500;
    std::vector<OutboxEntry> unsent;
    std::uint64_t before = 0;
    while (true) {
        auto page = store.outbox(kPage, before);
        if (!page) return page.error();
        for (OutboxEntry& entry : *page) {
            before = entry.change.number;
            // A receipt covers everything up to a number: below the first safe change nothing is unsent.
            if (entry.state == OutboxEntry::State::safe) return unsent;
            if (entry.state == OutboxEntry::State::onlyHere) unsent.push_back(std::move(entry));
        }
        if (page->size() < kPage) return unsent;
    }
}

Unsent unsentMarks(LocalStore& store) {
    Unsent marks;
    const auto unsent = unsentChanges(store);
    if (!unsent) return marks;
    for (const OutboxEntry& entry : *unsent) {
        marks.records.insert(entry.change.record);
        if (const RecordId about = householdOf(store, entry.change); !about.isNone()) marks.households.insert(about);
    }
    return marks;
}

}  // namespace qiaomen
