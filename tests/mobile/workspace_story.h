// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QString>
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <memory>
#include <source_location>

#include "mobile/visit_form.h"
#include "mobile/workspace.h"
#include "tests/client/neighbourhood.h"

/// The app of a worker in a small neighbourhood: real device folder, stores, forms and models; a centre in the same process.
namespace qiaomen::tests {

/// Runs the event loop until the condition holds. Throws std::runtime_error, which names the place, when it has not come true in half
/// a minute: a test that waits for nothing fails, and does not hang.
void waitUntil(const std::function<bool()>& condition,
               const std::source_location& place = std::source_location::current());

inline QString text(const char* utf8) { return QString::fromUtf8(utf8); }

/// A device folder that survives the app: closing and opening is a restart.
class WorkerApp {
public:
    /// The centre may be null: then the device has no way to it.
    WorkerApp(FakeClock& clock, Centre* centre, DeviceId device = alice, const char* worker = "李敏");
    ~WorkerApp();

    Workspace& workspace() { return *workspace_; }
    GridSession& session() { return *workspace_->currentSession(); }
    LocalStore& store() { return session().store(); }
    DeviceFolder& device() { return *device_folder_; }
    LoopbackTransport* way() { return way_.get(); }

    /// Closes the app for good, and gives the folder it leaves.
    std::filesystem::path close();
    /// Ends the app as kill -9 would as far as forms go: nothing is flushed.
    void restart();

    /// Opens a visit and waits until it is ready.
    VisitForm& visit(const RecordId& household);
    HouseholdForm& edit(const RecordId& household);
    /// Saves and waits; the problem, or empty.
    QString save(VisitForm& form);
    QString save(HouseholdForm& form);
    /// One whole round.
    void sync();

private:
    void open();

    FakeClock& clock_;
    Centre* centre_;
    DeviceId device_;
    std::string worker_;
    TempFolder folder_;
    std::unique_ptr<DeviceFolder> device_folder_;
    std::unique_ptr<LoopbackTransport> way_;
    std::unique_ptr<Workspace> workspace_;
};

}  // namespace qiaomen::tests
