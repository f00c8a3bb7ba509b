// SPDX-License-Identifier: Apache-2.0
#include "mobile/practice_tasks.h"

#include <fstream>

#include "mobile/text.h"
#include "shared/domain/collections.h"
#include "shared/files/durable_file.h"

namespace qiaomen {

namespace {

using Task = PracticeTasks::Task;

constexpr int kTasks = PracticeTasks::Slip + 1;
/// Chinese names have two letters and more: one alone finds a whole street.
constexpr int kLettersToFind = 2;

/// Whether somebody of this device wrote such a record, and it still counts.
bool wrote(LocalStore& store, const Collection& collection, FieldNo by, const std::string& worker,
           const std::function<bool(const Record&)>& fits) {
    const auto records = store.find(collection, by, worker);
    const auto own = store.identities();
    return records && own && std::ranges::any_of(*records, [&](const Record& record) {
               return own->contains(record.stampOf(by).device) && fits(record);
           });
}

bool hasWord(const std::string& tags, const QString& word) { return tagList(tags).contains(word); }

std::set<Task> recordedIn(LocalStore& store, const std::string& worker) {
    std::set<Task> done;
    if (wrote(store, visit, visit.worker, worker, [](const Record& record) {
            return record.text(visit.outcome) == "met" &&
                   hasWord(record.text(visit.reasons), QStringLiteral("routine"));
        }))
        done.insert(Task::Visit);
    if (wrote(store, hazard, hazard.foundBy, worker, [](const Record&) { return true; })) done.insert(Task::Hazard);
    if (wrote(store, orderStep, orderStep.worker, worker,
              [](const Record& record) { return record.text(orderStep.act) == "accepted"; }))
        done.insert(Task::Order);
    for (const char* decided : {"kept", "replaced"}) {
        const auto conflicts = store.find(conflict, conflict.state, decided);
        if (conflicts && !conflicts->empty()) done.insert(Task::Conflict);
    }
    return done;
}

/// Numbers of what happened, apart by spaces.
std::set<Task> readSeen(const std::filesystem::path& file) {
    std::set<Task> seen;
    std::ifstream in(file);
    for (int number = 0; in >> number;) {
        if (number >= 0 && number < kTasks) seen.insert(static_cast<Task>(number));
    }
    return seen;
}

}  // namespace

PracticeTasks::PracticeTasks(Workspace& workspace, const std::filesystem::path& folder)
    : workspace_(workspace), file_(folder / "tasks"), seen_(readSeen(file_)), done_(seen_) {
    connect(workspace.currentSession(), &GridSession::changed, this, &PracticeTasks::look);
    connect(&workspace, &Workspace::householdOpened, this, &PracticeTasks::noteFound);
    connect(&workspace, &Workspace::slipOpened, this, [this] { happened(Slip); });
    connect(workspace.vocabulary(), &Vocabulary::changed, this, [this] { tellAllChanged(); });
    look();
}

void PracticeTasks::look() {
    asked_.ask(
        workspace_.executor(), this,
        [&store = workspace_.currentSession()->store(), worker = fromQt(workspace_.worker())] {
            return recordedIn(store, worker);
        },
        [this](const std::set<Task>& recorded) {
            recorded_ = recorded;
            take(recorded);
        });
}

void PracticeTasks::take(const std::set<Task>& recorded) {
    std::set<Task> done = seen_;
    done.insert(recorded.begin(), recorded.end());
    if (done == done_) return;
    done_ = std::move(done);
    tellAllChanged();
    emit doneChanged();
}

/// Somebody whom the search found is on the screen.
void PracticeTasks::noteFound() {
    const SearchModel& search = *workspace_.search();
    if (search.query().trimmed().size() < kLettersToFind) return;
    for (int row = 0; row < search.rowCount(); ++row) {
        const QModelIndex hit = search.index(row);
        if (hit.data(SearchModel::KindRole).toInt() == SearchModel::Person &&
            hit.data(SearchModel::HouseholdIdRole).toString() == workspace_.household()->householdId())
            return happened(Find);
    }
}

void PracticeTasks::happened(Task task) {
    if (!seen_.insert(task).second) return;
    take(recorded_);
    std::string text;
    for (const Task one : seen_) text += std::to_string(one) + ' ';
    workspace_.executor().write(
        this, [file = file_, text] { return writeDurably(file, std::filesystem::path(file).concat(".new"), text); },
        [](const Outcome&) {});  // a tick that could not be kept comes again with the next slip
}

int PracticeTasks::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kTasks; }

QVariant PracticeTasks::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto task = static_cast<Task>(index.row());
    const struct {
        QString title, how;
    } words[kTasks] = {
        {tr("Find a person by two characters"), tr("Under Search, type 桂芳, and open whom you find.")},
        {tr("Record a routine visit"), tr("Open somebody's household, then Visit: met, all unchanged, save.")},
        {tr("Write down a hazard"), tr("On a visit or from a household: what, how bad, where.")},
        {tr("Settle a conflict"), tr("贺建军 in 1-102: two people wrote one note. Choose which one stands.")},
        {tr("Agree on a time for a door order"), tr("白凤英 in 柳溪一组 asked for a service at the door: accept it.")},
        {tr("Make a slip"), tr("The notice, the receipt for papers, or the invitation to rate: have one shown.")},
    };
    switch (role) {
        case TaskRole: return int{task};
        case TitleRole: return words[task].title;
        case HowRole: return words[task].how;
        case DoneRole: return isDone(task);
        default: return {};
    }
}

QHash<int, QByteArray> PracticeTasks::roleNames() const {
    return {{TaskRole, "task"}, {TitleRole, "title"}, {HowRole, "how"}, {DoneRole, "done"}};
}

}  // namespace qiaomen
