// SPDX-License-Identifier: Apache-2.0
#include "mobile/workspace.h"

#include "mobile/freshness.h"
#include "mobile/text.h"
#include "shared/domain/hazard.h"
#include "shared/domain/household.h"
#include "shared/domain/visit.h"

namespace qiaomen {

Result<std::unique_ptr<Workspace>> Workspace::open(DeviceFolder& folder, Transport* transport, Options options) {
    std::unique_ptr<Workspace> workspace(new Workspace(folder, std::move(options)));
    if (auto opened = workspace->openSessions(); !opened) return opened.error();
    if (transport && workspace->isEnrolled()) workspace->connectSync(*transport);
    return workspace;
}

Workspace::Workspace(DeviceFolder& folder, Options options)
    : folder_(folder), options_(std::move(options)), settings_(folder.path(), executor_) {
    connect(&settings_, &Settings::languageChanged, this, &Workspace::speak);
    connectOrders();
    speak();
}

/// What is under way on the executor reads sessions and stores: it ends before they do.
Workspace::~Workspace() {
    images_->set({});
    carrier_.reset();
    diagnostics_.reset();
    attachments_.reset();
    sync_.reset();
    visit_.reset();
    householdForm_.reset();
    finding_.reset();
    orderForm_.reset();
    orderStep_.reset();
    hazardStep_.reset();
    move_.reset();
    anchor_.reset();
    reveal_.reset();
    takeOut_.cancel();
    executor_.finish();
}

Outcome Workspace::openSessions() {
    if (!isEnrolled()) return Done{};
    for (const HeldGrid& held : folder_.enrolment()->grids) {
        if (auto added = addSession(held); !added) return added;
    }
    tellSessions();
    return Done{};
}

void Workspace::connectSync(Transport& transport) {
    switched_ = std::make_unique<SwitchedTransport>(transport, !options_.offline);
    sync_ = std::make_unique<SyncController>(*switched_, sessions_, executor_, options_.clock, options_.app,
                                             folder_.device());
    connect(sync_.get(), &SyncController::roundEnded, this, &Workspace::followScope);
    if (options_.attachments) connectAttachments();
    carrier_ = std::make_unique<CarrierController>(folder_, *switched_, *sync_, settings_, options_.app);
    connect(carrier_.get(), &CarrierController::answered, this,
            [this] { follow(carrier_->given(), carrier_->grids()); });
    connect(carrier_.get(), &CarrierController::finished, this, &Workspace::followScope);
    diagnostics_ = std::make_unique<Diagnostics>(
        Diagnostics::About{toQt(std::string_view(options_.app)), deviceId(), options_.clock}, *sync_, storage_,
        executor_, nullptr);
    diagnostics_->setSessions(sessions_);
    sync_->start();
}

void Workspace::connectAttachments() {
    attachments_ = std::make_unique<AttachmentController>(*options_.attachments, *switched_, *sync_, sessions_,
                                                          executor_, settings_, options_.network);
    photos_.setController(attachments_.get());
}

void Workspace::speak() {
    vocabulary_.setChinese(settings_.language() == QLatin1String("zh_CN"));
    storage_.retell();
}

CivilDay Workspace::today(std::int64_t nowMs) { return wallClockAt(nowMs).day(); }

QString Workspace::worker() const {
    return isEnrolled() ? toQt(std::string_view(folder_.enrolment()->worker)) : QString();
}
QString Workspace::server() const {
    return isEnrolled() ? toQt(std::string_view(folder_.enrolment()->server)) : QString();
}
QString Workspace::deviceId() const { return toQt(folder_.device()); }

QString Workspace::currentGrid() const { return current_ ? toQt(current_->id()) : QString(); }
QString Workspace::currentGridName() const { return current_ ? current_->name() : QString(); }

void Workspace::setCurrentGrid(const QString& gridId) {
    const auto found = std::ranges::find(sessions_, gridId,
                                         [](const GridSession* session) { return toQt(session->id()); });
    if (found != sessions_.end() && *found != current_) use(*found);
}

void Workspace::use(GridSession* session) {
    asked_.forget();
    current_ = session;
    today_.setSession(session, worker());
    places_.setSession(session);
    doors_.setSession(session);
    map_.setSession(session);
    takeOut_.setSession(session, worker());
    visitImport_.setSession(session, worker());
    household_.clear();
    photos_.clear();
    clearOrders();
    counts_.reset();
    emit countsChanged();
    count();
    emit gridChanged();
}

void Workspace::count() {
    if (!current_) {
        counts_ = GridCounts{};
        emit countsChanged();
        return;
    }
    asked_.ask(
        executor_, this,
        [&reader = current_->reader(), since = current_->nowMs() - kFreshDays * kDayMs] { return reader.counts(since); },
        [this](const Result<GridCounts>& counts) {
            if (!counts) return;  // the places say what is wrong
            counts_ = *counts;
            emit countsChanged();
        });
}

void Workspace::openPlace(int row) {
    const auto& places = places_.places();
    if (row < 0 || row >= static_cast<int>(places.size())) return;
    doors_.show(places[static_cast<std::size_t>(row)]);
    emit placeOpened();
}

void Workspace::findSession(CollectionNo collection, const RecordId& id, std::function<void(GridSession*)> then) {
    std::vector<GridSession*> order = sessions_;
    std::ranges::stable_partition(order, [this](const GridSession* session) { return session == current_; });
    executor_.read(
        this,
        [order, collection, id] {
            const auto holds = [&](GridSession* session) {
                const auto record = session->store().read(collection, id);
                return record && record->isVisible();
            };
            const auto found = std::ranges::find_if(order, holds);
            return found != order.end() ? *found : nullptr;
        },
        [this, collection, then = std::move(then)](GridSession* session) {
            const bool ofHousehold = collection == qiaomen::household.number();
            if (!session)
                emit failed(ofHousehold ? tr("This household is not on this device.")
                                        : tr("This is not on this device any more."));
            then(session);
        });
}

void Workspace::openHousehold(const QString& householdId) {
    const auto id = idFromQt<RecordKind>(householdId);
    findSession(qiaomen::household.number(), id, [this, id, householdId](GridSession* session) {
        if (!session) return;
        household_.show(*session, id, worker());
        emit householdOpened(householdId);
    });
}

void Workspace::openPhotos(const QString& hazardId) {
    const auto id = idFromQt<RecordKind>(hazardId);
    findSession(qiaomen::hazard.number(), id, [this, id, hazardId](GridSession* session) {
        if (!session) return;
        photos_.show(*session, id, worker());
        emit photosOpened(hazardId);
    });
}

void Workspace::beginVisit(const QString& householdId) {
    const auto id = idFromQt<RecordKind>(householdId);
    findSession(qiaomen::household.number(), id, [this, id](GridSession* session) {
        if (!session) return;
        writtenIn_.insert(session->id());
        QObject* before = visit_.release();
        visit_ = std::make_unique<VisitForm>(*session, id, worker(), options_.position, this);
        connect(visit_.get(), &VisitForm::saved, this, [this, form = visit_.get()](const QString& summary) {
            emit visitSaved(summary, toQt(form->made().visit));
        });
        connect(visit_.get(), &VisitForm::saved, &today_, [this, id] { today_.actedAt(toQt(id)); });
        emit visitBegun(visit_.get());
        if (before) before->deleteLater();  // after the page that showed it, which the signal has put away
    });
}

void Workspace::editHousehold(const QString& householdId) {
    const auto id = idFromQt<RecordKind>(householdId);
    findSession(qiaomen::household.number(), id, [this, id](GridSession* session) {
        if (!session) return;
        writtenIn_.insert(session->id());
        QObject* before = householdForm_.release();
        householdForm_ = std::make_unique<HouseholdForm>(*session, id, this);
        emit householdEdited(householdForm_.get());
        if (before) before->deleteLater();
    });
}

void Workspace::beginFinding(GridSession& session, FindingForm::Subject subject) {
    writtenIn_.insert(session.id());
    QObject* before = finding_.release();
    finding_ = std::make_unique<FindingForm>(session, std::move(subject), worker(), options_.position, this);
    connect(finding_.get(), &FindingForm::saved, this, &Workspace::findingSaved);
    emit findingBegun(finding_.get());
    if (before) before->deleteLater();
}

void Workspace::beginNeed(const QString& householdId) {
    const auto id = idFromQt<RecordKind>(householdId);
    findSession(qiaomen::household.number(), id, [this, id](GridSession* session) {
        if (session) beginFinding(*session, {FindingForm::Kind::need, id, {}});
    });
}

void Workspace::beginHazard(const QString& householdId) {
    const auto id = idFromQt<RecordKind>(householdId);
    findSession(qiaomen::household.number(), id, [this, id](GridSession* session) {
        if (session) beginFinding(*session, {FindingForm::Kind::hazard, id, {}});
    });
}

void Workspace::beginHazardAt(const QString& place) {
    if (current_) beginFinding(*current_, {FindingForm::Kind::hazard, {}, place});
}

void Workspace::beginReveal(const QString& collection, const QString& recordId, const QString& field) {
    const auto target = Reveal::target(collection, recordId, field);
    if (!target) return;
    findSession(target->collection->number(), target->record, [this, target = *target](GridSession* session) {
        if (!session) return;
        QObject* before = reveal_.release();
        reveal_ = std::make_unique<Reveal>(*session, target, worker(), this);
        emit revealBegun(reveal_.get());
        if (before) before->deleteLater();
    });
}

void Workspace::flush() {
    if (visit_) visit_->flushDraft();
    if (householdForm_) householdForm_->flushDraft();
    if (finding_) finding_->flushDraft();
    if (orderForm_) orderForm_->flushDraft();
    if (orderStep_) orderStep_->flushDraft();
    if (hazardStep_) hazardStep_->flushDraft();
    if (move_) move_->flushDraft();
    if (anchor_) anchor_->flushDraft();
}

}  // namespace qiaomen
