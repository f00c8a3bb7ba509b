// SPDX-License-Identifier: Apache-2.0
//
// Lines of --drive: the device, what a page shows, exchange with the centre, counting.

#include "mobile/drive_task.h"
#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

qint64 number(std::uint64_t value) { return static_cast<qint64>(value); }

void open(DriveTask& task) {
    Workspace& app = task.app();
    QJsonArray grids;
    for (const GridSession* session : app.sessions())
        grids.append(QJsonObject{{"id", toQt(session->id())}, {"name", session->name()}});
    task.finish({{"device", app.deviceId()},
                 {"worker", app.worker()},
                 {"enrolled", app.isEnrolled()},
                 {"grid", app.currentGrid()},
                 {"grids", grids}});
}

void grid(DriveTask& task) {
    task.app().setCurrentGrid(task.text("grid"));
    if (task.app().currentGrid() != task.text("grid"))
        return task.fail("missing", DriveTask::tr("This device does not hold that grid."));
    task.whenSettled([&task] { task.finish(); });
}

/// Any object that pages are given, by its name in mobile/README.md; without "at", the workspace itself.
void look(DriveTask& task) {
    const QString at = task.text("at");
    QObject* object = at.isEmpty() ? &task.app() : task.app().property(at.toUtf8().constData()).value<QObject*>();
    if (!object) return task.fail("missing", DriveTask::tr("There is nothing to look at under this name: %1").arg(at));
    if (object == task.app().today()) task.app().today()->refresh();
    task.whenSettled([&task, object] { task.finish(shown(*object)); });
}

// --- exchanging ------------------------------------------------------------------------------------------------------------

void network(DriveTask& task) {
    task.app().sync()->setNetworkOn(task.line()["on"].toBool());
    task.finish();
}

/// What the centre has confirmed, read from the stores when asked, never from what was shown before.
void safety(DriveTask& task) {
    task.app().executor().read(
        &task, [sessions = task.app().sessions()] { return readSafety(sessions); },
        [&task](const Result<std::vector<Safety>>& parts) {
            if (!parts) return task.fail(parts.error());
            const Safety all = sum(*parts);
            task.finish({{"safe", number(all.safe)},
                         {"only_here", number(all.onlyHere)},
                         {"refused", number(all.refused)},
                         {"handed_over", number(all.handedOver)},
                         {"oldest_unsent_ms", static_cast<qint64>(all.oldestUnsentMs.value_or(0))}});
        });
}

/// A whole round from its beginning to its end: one that was under way before the line does not count.
void sync(DriveTask& task) {
    SyncController* controller = task.app().sync();
    const quint64 wanted = controller->roundsBegun() + 1;
    QObject::connect(controller, &SyncController::roundEnded, &task, [&task, controller, wanted](quint64 round) {
        if (round < wanted) return;
        const SyncState& state = controller->state();
        if (state.phase == SyncState::Phase::upToDate) return task.whenSettled([&task] { safety(task); });
        if (state.error) return task.fail(*state.error);
        task.fail("offline", controller->words());
    });
    controller->syncNow();
}

void acknowledge(DriveTask& task) {
    task.app().acknowledgeScope();
    task.finish();
}

void handOver(DriveTask& task) {
    task.app().handOverDrafts();
    task.finish();
}

// --- counting --------------------------------------------------------------------------------------------------------------

void counts(DriveTask& task) {
    GridSession& session = *task.app().currentSession();
    session.executor().read(
        &task, [&reader = session.reader()] { return reader.counts(); },
        [&task](const Result<GridCounts>& counts) {
            if (!counts) return task.fail(counts.error());
            task.finish({{"dwellings", static_cast<qint64>(counts->dwellings)},
                         {"households", static_cast<qint64>(counts->households)},
                         {"residents", static_cast<qint64>(counts->residents)},
                         {"visits", static_cast<qint64>(counts->visits)},
                         {"open_needs", static_cast<qint64>(counts->openNeeds)},
                         {"open_hazards", static_cast<qint64>(counts->openHazards)},
                         {"open_conflicts", static_cast<qint64>(counts->openConflicts)}});
        });
}

/// Which of these records stand in this device's own databases, of whichever collection and grid.
void holds(DriveTask& task) {
    task.app().executor().read(
        &task,
        [sessions = task.app().sessions(), wanted = task.list("records")] {
            QStringList missing;
            for (const QString& text : wanted) {
                const auto id = idFromQt<RecordKind>(text);
                const auto stands = [&id](GridSession* session) {
                    return std::ranges::any_of(allCollections(), [&](const Collection* collection) {
                        const auto record = session->store().read(collection->number(), id);
                        return record && record->isVisible();
                    });
                };
                if (std::ranges::none_of(sessions, stands)) missing << text;
            }
            return std::pair(wanted.size() - missing.size(), missing);
        },
        [&task](const std::pair<qsizetype, QStringList>& found) {
            task.finish(
                {{"held", static_cast<qint64>(found.first)}, {"missing", QJsonArray::fromStringList(found.second)}});
        });
}

constexpr DriveVerb kVerbs[] = {{"open", open},
                                {"grid", grid},
                                {"look", look},
                                {"network", network},
                                {"sync", sync},
                                {"safety", safety},
                                {"acknowledge", acknowledge},
                                {"hand_over", handOver},
                                {"counts", counts},
                                {"holds", holds}};

}  // namespace

std::span<const DriveVerb> syncVerbs() { return kVerbs; }

}  // namespace qiaomen
