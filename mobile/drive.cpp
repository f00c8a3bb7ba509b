// SPDX-License-Identifier: Apache-2.0
#include "mobile/drive.h"

#include <QJsonDocument>

#include "mobile/practice_room.h"
#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

/// The latest own change of each grid.
using Numbers = std::map<GridId, std::uint64_t>;

Numbers latestNumbers(const std::vector<GridSession*>& sessions) {
    Numbers numbers;
    for (GridSession* session : sessions) {
        const auto latest = session->store().outbox(1);
        numbers[session->id()] = latest && !latest->empty() ? latest->front().change.number : 0;
    }
    return numbers;
}

QString collectionName(CollectionNo number) {
    const Collection* collection = find(allCollections(), number);
    return collection ? toQt(collection->name()) : QString();
}

/// Which changes were made since, if any: their numbers, and of which records.
QJsonObject madeSince(const Numbers& before, const std::vector<GridSession*>& sessions) {
    QJsonObject answer;
    for (GridSession* session : sessions) {
        const auto known = before.find(session->id());
        const std::uint64_t last = latestNumbers({session})[session->id()];
        if (known == before.end() || known->second >= last) continue;
        answer["first"] = static_cast<qint64>(known->second + 1);
        answer["last"] = static_cast<qint64>(last);
        QJsonArray made;
        const auto changes = session->store().outbox(last - known->second);
        for (const OutboxEntry& entry : changes ? *changes : std::vector<OutboxEntry>{}) {
            made.prepend(QJsonObject{{"record", toQt(entry.change.record)},
                                     {"collection", collectionName(entry.change.collection)}});
        }
        answer["made"] = made;
    }
    return answer;
}

const DriveVerb* verbNamed(const QString& name) {
    for (const auto& verbs : {visitVerbs(), householdVerbs(), orderVerbs(), hazardVerbs(), decisionVerbs(), syncVerbs(),
                              sheetVerbs(), carrierVerbs(), practiceVerbs()}) {
        const auto found = std::ranges::find_if(verbs,
                                                [&](const DriveVerb& one) { return name == QLatin1String(one.verb); });
        if (found != verbs.end()) return &*found;
    }
    return nullptr;
}

}  // namespace

Drive::Drive(Workspace& workspace, std::function<void(const QByteArray&)> out, PracticeRoom* room, QObject* parent)
    : QObject(parent), workspace_(workspace), out_(std::move(out)), memory_{.room = room} {}

Workspace& Drive::workspace() const {
    return memory_.room && memory_.room->workspace() ? *memory_.room->workspace() : workspace_;
}

void Drive::take(const QByteArray& line) {
    if (line.trimmed().isEmpty()) return;
    lines_.enqueue(line);
    next();
}

void Drive::end() {
    ended_ = true;
    next();
}

void Drive::next() {
    if (busy_) return;
    if (lines_.isEmpty()) {
        if (ended_) emit quit();
        return;
    }
    busy_ = true;
    before_.clear();
    QJsonParseError wrong;
    const auto document = QJsonDocument::fromJson(lines_.dequeue(), &wrong);
    auto* task = new DriveTask(
        workspace(), memory_, document.object(), [this](const QJsonObject& given) { answer(given); }, this);
    if (!document.isObject())
        task->fail("invalid", tr("This line is not a JSON object: %1").arg(wrong.errorString()));
    else
        run(*task);
}

void Drive::run(DriveTask& task) {
    const QString name = task.text("do");
    if (name == QLatin1String("quit")) {
        lines_.clear();
        ended_ = true;
        return task.finish();
    }
    const DriveVerb* verb = verbNamed(name);
    if (!verb) return task.fail("invalid", tr("There is no such command: %1").arg(name));
    // Practising needs no centre.
    if (workspace().sessions().empty() && name != QLatin1String("open") && name != QLatin1String("practice"))
        return task.fail("missing", tr("This device is not enrolled."));
    workspace().executor().read(
        &task, [sessions = workspace().sessions()] { return latestNumbers(sessions); },
        [this, &task, verb](const Numbers& before) {
            before_ = before;
            verb->run(task);
        });
}

void Drive::answer(const QJsonObject& given) {
    workspace().executor().read(
        this, [before = before_, sessions = workspace().sessions()] { return madeSince(before, sessions); },
        [this, given](QJsonObject answer) {
            for (auto said = given.begin(); said != given.end(); ++said) answer[said.key()] = said.value();
            out_(QJsonDocument(answer).toJson(QJsonDocument::Compact));
            busy_ = false;
            next();
        });
}

}  // namespace qiaomen
