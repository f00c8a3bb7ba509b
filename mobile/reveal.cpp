// SPDX-License-Identifier: Apache-2.0
#include "mobile/reveal.h"

#include "mobile/text.h"
#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

/// The household that a record belongs to, and the name of whoever it is about.
struct Subject {
    RecordId household;
    std::string name;
};

Subject subjectOf(const Record& record) {
    if (record.collection() == resident.number())
        return {record.reference(resident.household), record.text(resident.fullName)};
    if (record.collection() == anchor.number()) return {record.reference(anchor.household), record.text(anchor.title)};
    return {record.id(), record.text(household.headName)};
}

}  // namespace

std::optional<Reveal::Target> Reveal::target(const QString& collectionName, const QString& record,
                                             const QString& fieldName) {
    const Collection* collection = find(allCollections(), fromQt(collectionName));
    if (collection != &resident && collection != &household && collection != &anchor) return std::nullopt;
    const Field* field = collection->find(fromQt(fieldName));
    const auto id = idFromQt<RecordKind>(record);
    if (!field || field->type != FieldType::text || field->sensitivity != Sensitivity::sensitive || id.isNone())
        return std::nullopt;
    return Target{collection, id, field->no()};
}

Reveal::Reveal(GridSession& session, Target target, QString worker, QObject* parent, std::chrono::milliseconds second)
    : QObject(parent), session_(session), target_(target), worker_(std::move(worker)) {
    second_.setInterval(second);
    connect(&second_, &QTimer::timeout, this, &Reveal::tick);
    connect(&session.vocabulary(), &Vocabulary::changed, this, &Reveal::changed);
    load();
}

void Reveal::load() {
    session_.executor().read(
        this,
        [&store = session_.store(), target = target_] { return store.read(target.collection->number(), target.record); },
        [this](const Result<Record>& record) {
            if (!record) {
                emit failed(explain(record.error()));
                return;
            }
            const Subject subject = subjectOf(*record);
            household_ = subject.household;
            subject_ = toQt(std::string_view(subject.name));
            masked_ = session_.vocabulary().show(field(), record->get(target_.field));
            ready_ = true;
            emit changed();
        });
}

QString Reveal::fieldLabel() const { return session_.vocabulary().label(field()); }

void Reveal::setReason(const QString& code) {
    if (reason_ == code) return;
    reason_ = code;
    emit changed();
}

void Reveal::setWords(const QString& words) {
    if (words_ == words) return;
    words_ = words;
    emit changed();
}

QString Reveal::problem() const {
    if (reason_.isEmpty()) return tr("Say why you need to see it.");
    if (reason_ == QLatin1String("other") && words_.trimmed().isEmpty()) return tr("Say the reason in your own words.");
    return session_.vocabulary().problem(readAudit, readAudit.words, fromQt(words_.trimmed()));
}

Edit Reveal::look() const {
    Edit edit{.collection = readAudit.number(), .record = session_.newId(), .values = {}};
    edit.values = {{readAudit.household, household_},
                   {readAudit.ofCollection, static_cast<std::int64_t>(target_.collection->number())},
                   {readAudit.ofRecord, target_.record},
                   {readAudit.ofField, static_cast<std::int64_t>(target_.field)},
                   {readAudit.readAt, session_.nowMs()},
                   {readAudit.reader, fromQt(worker_)},
                   {readAudit.device, session_.store().device().text()},
                   {readAudit.reason, fromQt(reason_)}};
    if (const QString words = words_.trimmed(); !words.isEmpty())
        edit.values.push_back({readAudit.words, fromQt(words)});
    return edit;
}

void Reveal::show() {
    if (!ready_ || saving_ || !text_.isEmpty() || !problem().isEmpty()) return;
    saving_ = true;
    emit changed();
    session_.save({look()}, this, [this](const Result<Saved>& logged) {
        if (logged) return read();
        saving_ = false;
        emit changed();
        emit failed(explain(logged.error()));
    });
}

void Reveal::read() {
    session_.executor().read(
        this,
        [&store = session_.store(), target = target_] { return store.read(target.collection->number(), target.record); },
        [this](const Result<Record>& record) {
            saving_ = false;
            if (record) {
                text_ = toQt(std::string_view(record->text(target_.field)));
                secondsLeft_ = static_cast<int>(kShownFor.count());
                second_.start();
            }
            emit changed();
            if (!record) emit failed(explain(record.error()));
        });
}

void Reveal::tick() {
    if (--secondsLeft_ <= 0) return hide();
    emit changed();
}

void Reveal::hide() {
    second_.stop();
    secondsLeft_ = 0;
    text_.clear();
    emit changed();
}

}  // namespace qiaomen
