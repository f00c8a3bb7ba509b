// SPDX-License-Identifier: Apache-2.0
#include "mobile/drafted_form.h"

#include "mobile/text.h"

namespace qiaomen {

DraftedForm::DraftedForm(GridSession& session, const QString& draftKey, QString worker, QObject* parent)
    : QObject(parent),
      session_(session),
      key_(draftKey),
      worker_(std::move(worker)),
      record_(session.newId()),
      at_(session.nowMs()),
      draft_(
          session, draftKey, [this] { return draftContent(); }, this) {
    connect(&draft_, &DraftKeeper::stateChanged, this, &DraftedForm::draftStateChanged);
}

/// What is typed belongs to the derived form, which is gone by now: each flushes in a destructor of its own.
DraftedForm::~DraftedForm() = default;

std::string DraftedForm::today() const { return dateFromDay(static_cast<double>(session_.nowMs())); }

QJsonObject DraftedForm::unsavedDraft(LocalStore& store, const QString& key, CollectionNo makes) {
    QJsonObject draft = DraftKeeper::read(store, key);
    const auto saved = store.read(makes, idFromQt<RecordKind>(draft.value("id").toString()));
    return saved && saved->isVisible() ? QJsonObject() : draft;
}

void DraftedForm::opened(const QJsonObject& draft) {
    if (!draft.isEmpty()) {
        record_ = idFromQt<RecordKind>(draft.value("id").toString());
        at_ = static_cast<std::int64_t>(draft.value("at").toDouble());
        type(draft.value("form").toObject());
        dirty_ = recovered_ = true;
    }
    ready_ = true;
    emit changed();
}

void DraftedForm::typedSomething() {
    if (!ready_ || finished_) return;
    dirty_ = true;
    draft_.touch();
    emit changed();
}

void DraftedForm::save() {
    if (!ready_ || saving_ || finished_ || !problem().isEmpty()) return;
    saving_ = true;
    emit changed();
    session_.save(edits(), this, [this](const Result<Saved>& outcome) {
        saving_ = false;
        if (!outcome) {
            emit changed();
            emit failed(explain(outcome.error()));
            return;
        }
        finished_ = true;
        dirty_ = recovered_ = false;
        draft_.drop();
        emit changed();
        emit saved(savedWords());
    });
}

void DraftedForm::discard() {
    if (saving_) return;
    draft_.drop();
    finished_ = true;  // what type() sets is not typed
    type({});
    finished_ = dirty_ = recovered_ = false;
    emit changed();
}

QJsonObject DraftedForm::draftContent() const {
    return {{"id", toQt(record_)}, {"at", static_cast<double>(at_)}, {"form", typed()}};
}

}  // namespace qiaomen
