// SPDX-License-Identifier: Apache-2.0
#include "mobile/finding_form.h"

#include "mobile/text.h"
#include "shared/domain/collections.h"

namespace qiaomen {

/// What load() reads in one go: whose it is, and what was typed before.
struct FindingForm::Loaded {
    Outcome outcome = Done{};
    std::string headName, address;
    QJsonObject draft;
};

FindingForm::FindingForm(GridSession& session, Subject subject, QString worker, PositionSource::Plugin plugin,
                         QObject* parent)
    : QObject(parent),
      session_(session),
      subject_(std::move(subject)),
      worker_(std::move(worker)),
      plugin_(std::move(plugin)),
      draft_(
          session, draftKey(), [this] { return draftContent(); }, this) {
    connect(&draft_, &DraftKeeper::stateChanged, this, [this] {
        if (hazard_ && draft_.state() == DraftKeeper::State::Kept) hazard_->settle();
        emit draftStateChanged();
    });
    begin();
    load();
}

FindingForm::~FindingForm() { draft_.flush(); }

QString FindingForm::householdId() const { return toQt(subject_.household); }

QString FindingForm::draftKey() const {
    const QString kind = subject_.kind == Kind::need ? QStringLiteral("need/") : QStringLiteral("hazard/");
    return kind + (subject_.household.isNone() ? subject_.place : toQt(subject_.household));
}

void FindingForm::begin() {
    dirty_ = recovered_ = finished_ = false;
    at_ = static_cast<double>(session_.nowMs());
    // Later: a page may still look at them.
    if (need_) need_.release()->deleteLater();
    if (hazard_) hazard_.release()->deleteLater();
    if (subject_.kind == Kind::need) {
        need_ = std::make_unique<NeedForm>(session_, nullptr);
        connect(need_.get(), &NeedForm::changed, this, &FindingForm::typedSomething);
    } else {
        hazard_ = std::make_unique<HazardForm>(session_, subject_.place, plugin_, nullptr);
        connect(hazard_.get(), &HazardForm::changed, this, &FindingForm::typedSomething);
    }
}

void FindingForm::load() {
    session_.executor().write(
        this,
        [&store = session_.store(), id = subject_.household, key = draftKey()] {
            Loaded loaded;
            loaded.draft = DraftKeeper::read(store, key);
            // The app was killed between the save and forgetting the draft.
            const auto made = idFromQt<RecordKind>(loaded.draft.value("id").toString());
            for (const CollectionNo collection : {qiaomen::need.number(), qiaomen::hazard.number()}) {
                const auto saved = store.read(collection, made);
                if (saved && saved->isVisible()) loaded.draft = {};
            }
            if (id.isNone()) return loaded;
            const auto home = store.read(household.number(), id);
            if (!home) {
                loaded.outcome = home.error();
                return loaded;
            }
            loaded.headName = home->text(household.headName);
            const auto door = store.read(dwelling.number(), home->reference(household.dwelling));
            if (door) loaded.address = door->text(dwelling.address);
            return loaded;
        },
        [this](Loaded loaded) { take(std::move(loaded)); });
}

void FindingForm::take(Loaded loaded) {
    if (!loaded.outcome) {
        emit failed(explain(loaded.outcome.error()));
        return;
    }
    headName_ = toQt(std::string_view(loaded.headName));
    if (!subject_.household.isNone()) subject_.place = toQt(std::string_view(loaded.address));
    if (hazard_) hazard_->setPlace(subject_.place);
    if (!loaded.draft.isEmpty()) {
        at_ = loaded.draft.value("at").toDouble(at_);
        if (need_) need_->restore(loaded.draft.value("form").toObject());
        if (hazard_) hazard_->restore(loaded.draft.value("form").toObject());
        dirty_ = recovered_ = true;
    }
    ready_ = true;
    emit changed();
}

void FindingForm::typedSomething() {
    if (!ready_ || finished_) return;
    dirty_ = true;
    draft_.touch();
    emit changed();
}

QString FindingForm::problem() const { return need_ ? need_->problem() : hazard_->problem(); }

RecordId FindingForm::record() const { return need_ ? need_->record() : hazard_->record(); }

void FindingForm::save() {
    if (!ready_ || saving_ || finished_ || !problem().isEmpty()) return;
    saving_ = true;
    emit changed();
    if (hazard_) hazard_->stopPosition();
    std::vector<Edit> edits;
    if (hazard_) edits = hazard_->photoEdits(worker_);
    edits.insert(edits.begin(), need_ ? need_->edit(subject_.household, {}, at_, worker_)
                                      : hazard_->edit(subject_.household, {}, at_, worker_));
    session_.save(std::move(edits), this, [this](const Result<Saved>& outcome) {
        saving_ = false;
        if (!outcome) {
            emit changed();
            emit failed(explain(outcome.error()));
            return;
        }
        finished_ = true;
        dirty_ = recovered_ = false;
        draft_.drop();
        if (hazard_) hazard_->settle();
        emit changed();
        emit saved(need_ ? tr("Need saved") : tr("Hazard saved"));
    });
}

void FindingForm::discard() {
    if (saving_) return;
    draft_.drop();
    if (hazard_) hazard_->photos()->letGo();
    begin();
    emit changed();
}

QJsonObject FindingForm::draftContent() const {
    return {{"id", toQt(record())}, {"at", at_}, {"form", need_ ? need_->toJson() : hazard_->toJson()}};
}

}  // namespace qiaomen
