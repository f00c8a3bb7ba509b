// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModel>
#include <QJsonArray>
#include <QJsonObject>
#include <functional>
#include <span>

#include "mobile/text.h"
#include "mobile/workspace.h"

namespace qiaomen {

class DriveTask;
class PracticeRoom;

/// What lines share besides the workspace, and what one leaves for a later one.
struct DriveMemory {
    PracticeRoom* room = nullptr;               ///< none: this app has no practice room
    std::function<void(DriveTask&)> saveAgain;  ///< of the form that was saved last: it may have failed
};

/// One line of --drive being carried out: what it says, what it is done with, and its one answer. Connections made for it have it as
/// their context: they end with the answer.
class DriveTask : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<void(QJsonObject)>;

    DriveTask(Workspace& app, DriveMemory& memory, QJsonObject line, Answer answer, QObject* parent);

    [[nodiscard]] Workspace& app() { return app_; }
    [[nodiscard]] DriveMemory& memory() { return memory_; }
    [[nodiscard]] const QJsonObject& line() const { return line_; }
    [[nodiscard]] bool says(const char* key) const { return line_.contains(QLatin1String(key)); }
    [[nodiscard]] QString text(const char* key) const { return line_[QLatin1String(key)].toString(); }
    [[nodiscard]] QStringList list(const char* key) const;
    /// Local midnight of a date; 0 without one.
    [[nodiscard]] double day(const char* key) const { return dayFromDate(fromQt(text(key))); }

    /// Only the first of these counts.
    void finish(QJsonObject answer = {});
    void fail(const char* fault, const QString& problem);
    void fail(const Error& error) { fail(name(error.fault), explain(error)); }

    /// Whatever the workspace cannot do from now on is this line's failure.
    void hearFailures();
    /// Finishes, or fails, when the object says so.
    template <class Object, class Done, class Failed>
    void endWith(Object* object, Done done, Failed failed) {
        connect(object, done, this, [this] { finish(); });
        connect(object, failed, this, [this](const QString& problem) { fail("broken", problem); });
    }
    /// Once everything that was asked of the stores so far, and what its answers asked, has come back: lists show what is.
    void whenSettled(std::function<void()> then);

private:
    void turn(int turns, const std::function<void()>& then);

    Workspace& app_;
    DriveMemory& memory_;
    QJsonObject line_;
    Answer answer_;
};

/// What the first word of a line does.
struct DriveVerb {
    const char* verb;
    void (*run)(DriveTask& task);
};

// Each in the file of its noun.
std::span<const DriveVerb> visitVerbs();      ///< drive_visits.cpp
std::span<const DriveVerb> householdVerbs();  ///< drive_households.cpp
std::span<const DriveVerb> orderVerbs();      ///< drive_orders.cpp
std::span<const DriveVerb> hazardVerbs();     ///< drive_hazards.cpp
std::span<const DriveVerb> decisionVerbs();   ///< drive_decisions.cpp
std::span<const DriveVerb> syncVerbs();       ///< drive_sync.cpp
std::span<const DriveVerb> sheetVerbs();      ///< drive_sheets.cpp
std::span<const DriveVerb> carrierVerbs();    ///< drive_carrier.cpp
std::span<const DriveVerb> practiceVerbs();   ///< drive_practice.cpp

// --- between JSON and the objects that QML knows ---------------------------------------------------------------------------

/// "agreed_on" for agreedOn: how a line names the properties and roles that mobile/README.md lists.
QString lineName(const char* property);

/// Everything that an object shows: its properties, and the rows of the lists among them; of a list its own rows as "rows".
QJsonObject shown(const QObject& object);
QJsonArray rows(const QAbstractItemModel& model);

/// Sets the form's properties that `line` names, except `others`; a day may be written as a date. Says what cannot be typed; empty
/// when all could.
QString typeInto(QObject& form, const QJsonObject& line, const QStringList& others = {});

}  // namespace qiaomen
