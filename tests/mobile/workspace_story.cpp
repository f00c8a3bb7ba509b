// SPDX-License-Identifier: Apache-2.0
#include "tests/mobile/workspace_story.h"

#include <QEventLoop>
#include <QTimer>
#include <stdexcept>

namespace qiaomen::tests {

void waitUntil(const std::function<bool()>& condition, const std::source_location& place) {
    QTimer patience;
    patience.setSingleShot(true);
    patience.start(30'000);
    while (!condition()) {
        if (!patience.isActive())
            throw std::runtime_error("waited in vain in line " + std::to_string(place.line()) + " of " +
                                     place.file_name());
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

WorkerApp::WorkerApp(FakeClock& clock, Centre* centre, DeviceId device, const char* worker)
    : clock_(clock), centre_(centre), device_(device), worker_(worker) {
    open();
}

WorkerApp::~WorkerApp() { workspace_.reset(); }

void WorkerApp::open() {
    device_folder_ = std::make_unique<DeviceFolder>(
        ok(DeviceFolder::open(folder_.path(), allCollections(), clock_.source(), seededRandom(3))));
    if (!device_folder_->enrolment()) {
        ok(device_folder_->enrol({.server = "http://127.0.0.1:1",
                                  .token = "t",
                                  .centreKey = centreKeys().publicKey,
                                  .worker = worker_,
                                  .grids = {{kEast, "East"}}},
                                 device_));
    }
    if (centre_) {
        Grant grant = centre_->grantFor(device_);
        grant.key = device_folder_->publicKey();
        way_ = std::make_unique<LoopbackTransport>(centre_->hub(), std::move(grant));
    }
    Workspace::Options options;
    options.random = seededRandom(device_.bytes[15]);
    options.clock = clock_.source();
    options.app = "story 1";
    workspace_ = ok(Workspace::open(*device_folder_, way_.get(), std::move(options)));
    workspace_->settings()->overrideLanguage(QStringLiteral("en"));
}

std::filesystem::path WorkerApp::close() {
    workspace_.reset();
    way_.reset();
    device_folder_.reset();
    return folder_.path();
}

void WorkerApp::restart() {
    workspace_.reset();
    way_.reset();
    device_folder_.reset();
    open();
}

VisitForm& WorkerApp::visit(const RecordId& household) {
    VisitForm* begun = nullptr;
    const auto connection = QObject::connect(workspace_.get(), &Workspace::visitBegun,
                                             [&](VisitForm* form) { begun = form; });
    workspace_->beginVisit(QString::fromStdString(household.text()));
    waitUntil([&] { return begun && begun->isReady(); });
    QObject::disconnect(connection);
    return *begun;
}

HouseholdForm& WorkerApp::edit(const RecordId& household) {
    HouseholdForm* begun = nullptr;
    const auto connection = QObject::connect(workspace_.get(), &Workspace::householdEdited,
                                             [&](HouseholdForm* form) { begun = form; });
    workspace_->editHousehold(QString::fromStdString(household.text()));
    waitUntil([&] { return begun && begun->isReady(); });
    QObject::disconnect(connection);
    return *begun;
}

namespace {

template <class Form, class SavedSignal>
QString saveAndWait(Form& form, SavedSignal saved) {
    bool answered = false;
    QString problem;
    const auto well = QObject::connect(&form, saved, [&] { answered = true; });
    const auto badly = QObject::connect(&form, &Form::failed, [&](const QString& words) {
        problem = words;
        answered = true;
    });
    form.save();
    waitUntil([&] { return answered; });
    QObject::disconnect(well);
    QObject::disconnect(badly);
    return problem;
}

}  // namespace

QString WorkerApp::save(VisitForm& form) { return saveAndWait(form, &VisitForm::saved); }
QString WorkerApp::save(HouseholdForm& form) { return saveAndWait(form, &HouseholdForm::saved); }

void WorkerApp::sync() {
    SyncController& sync = *workspace_->sync();
    const quint64 wanted = sync.roundsBegun() + 1;
    bool ended = false;
    const auto connection = QObject::connect(&sync, &SyncController::roundEnded,
                                             [&](quint64 round) { ended = ended || round >= wanted; });
    sync.syncNow();
    waitUntil([&] { return ended; });
    QObject::disconnect(connection);
}

}  // namespace qiaomen::tests
