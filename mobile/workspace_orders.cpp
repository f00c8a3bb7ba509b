// SPDX-License-Identifier: Apache-2.0
#include "mobile/text.h"
#include "mobile/workspace.h"
#include "shared/domain/door_order.h"
#include "shared/domain/hazard.h"
#include "shared/domain/household.h"

// Door orders, hazards after they were found, and slips.

namespace qiaomen {

void Workspace::connectOrders() {
    connect(&order_, &ShownOrder::done, this, &Workspace::stepSaved);
    connect(&order_, &ShownOrder::failed, this, &Workspace::failed);
    connect(&order_, &ShownOrder::slipMade, this, &Workspace::showSlip);
    connect(&hazard_, &ShownHazard::done, this, &Workspace::stepSaved);
    connect(&hazard_, &ShownHazard::failed, this, &Workspace::failed);
    connect(&hazard_, &ShownHazard::slipMade, this, &Workspace::showSlip);
}

/// The form before goes after the page that showed it, which the signal has put away.
template <class Form, class Begun>
void Workspace::beginForm(std::unique_ptr<Form>& form, std::unique_ptr<Form> fresh, Begun begun) {
    writtenIn_.insert(fresh->sessionGrid());
    QObject* before = form.release();
    form = std::move(fresh);
    connect(form.get(), &Form::failed, this, [this, made = form.get()](const QString& problem) {
        if (!made->isReady()) emit failed(problem);
    });
    emit(this->*begun)(form.get());
    if (before) before->deleteLater();
}

void Workspace::openOrder(const QString& orderId) {
    const auto id = idFromQt<RecordKind>(orderId);
    findSession(doorOrder.number(), id, [this, id, orderId](GridSession* session) {
        if (!session) return;
        order_.show(*session, id, worker());
        emit orderOpened(orderId);
    });
}

void Workspace::beginOrder(const QString& householdId) {
    const auto id = idFromQt<RecordKind>(householdId);
    findSession(qiaomen::household.number(), id, [this, id](GridSession* session) {
        if (!session) return;
        beginForm(orderForm_, std::make_unique<DoorOrderForm>(*session, id, worker(), nullptr), &Workspace::orderBegun);
        connect(orderForm_.get(), &DoorOrderForm::saved, this, [this, form = orderForm_.get()](const QString& summary) {
            emit stepSaved(summary);
            openOrder(toQt(form->record()));
        });
    });
}

void Workspace::beginOrderStep(const QString& orderId, const QString& act) {
    const auto id = idFromQt<RecordKind>(orderId);
    const auto step = orderAct(fromQt(act));
    if (!step) return;
    findSession(doorOrder.number(), id, [this, id, step = *step](GridSession* session) {
        if (!session) return;
        beginForm(orderStep_, std::make_unique<OrderStepForm>(*session, id, step, worker(), nullptr),
                  &Workspace::orderStepBegun);
        connect(orderStep_.get(), &OrderStepForm::saved, this, &Workspace::stepSaved);
        connect(orderStep_.get(), &OrderStepForm::saved, &today_, [this] { today_.actedAt(order_.householdId()); });
    });
}

void Workspace::openHazard(const QString& hazardId) {
    const auto id = idFromQt<RecordKind>(hazardId);
    findSession(qiaomen::hazard.number(), id, [this, id, hazardId](GridSession* session) {
        if (!session) return;
        hazard_.show(*session, id, worker());
        emit hazardOpened(hazardId);
    });
}

void Workspace::beginHazardStep(const QString& hazardId, const QString& act) {
    const auto id = idFromQt<RecordKind>(hazardId);
    const auto step = hazardAct(fromQt(act));
    if (!step) return;
    findSession(qiaomen::hazard.number(), id, [this, id, step = *step](GridSession* session) {
        if (!session) return;
        beginForm(hazardStep_, std::make_unique<HazardStepForm>(*session, id, step, worker(), nullptr),
                  &Workspace::hazardStepBegun);
        connect(hazardStep_.get(), &HazardStepForm::saved, this, &Workspace::stepSaved);
    });
}

void Workspace::openContactCard() {
    if (!current_) return;
    executor_.read(
        this, [&reader = current_->reader()] { return reader.grid(); },
        [this](const Result<Record>& own) {
            if (!own) {
                emit failed(explain(own.error()));
                return;
            }
            if (!current_) return;
            showSlip(contactCard(*own, {worker(), current_->name(), {}, static_cast<double>(current_->nowMs())},
                                 vocabulary_));
        });
}

void Workspace::showSlip(Slip slip) {
    if (options_.practice) slip.mark = tr("Practice: no proof of anything");
    const std::int64_t now = current_ ? current_->nowMs() : options_.clock();
    slip_.show(std::move(slip), toQt(std::string_view(dateFromDay(static_cast<double>(now)))));
    emit slipOpened();
}

void Workspace::clearOrders() {
    order_.clear();
    hazard_.clear();
}

}  // namespace qiaomen
