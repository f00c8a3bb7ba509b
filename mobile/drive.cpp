// SPDX-License-Identifier: Apache-2.0
#include "mobile/drive.h"

#include <QJsonDocument>
#include <memory>

#include "mobile/drive_parts.h"
#include "mobile/text.h"
#include "shared/domain/collections.h"

namespace qiaomen {

using namespace drive;

namespace {

qint64 number(std::uint64_t value) { return static_cast<qint64>(value); }

QStringList strings(const QJsonValue& value) {
    QStringList list;
    for (const auto& entry : value.toArray()) list << entry.toString();
    return list;
}

QJsonArray ids(const std::vector<RecordId>& records) {
    QJsonArray array;
    for (const RecordId& record : records) array.append(toQt(record));
    return array;
}

void typeNeed(NeedForm& form, const QJsonObject& from) {
    form.setText(from["text"].toString());
    form.setKind(from["kind"].toString());
    if (from.contains("urgency")) form.setUrgency(from["urgency"].toString());
    if (from.contains("route")) form.setRoute(from["route"].toString());
    form.setWantsReply(from["wants_reply"].toBool());
}

void typeHazard(HazardForm& form, const QJsonObject& from) {
    form.setKind(from["kind"].toString());
    form.setRisk(from["risk"].toString());
    if (from.contains("place")) form.setPlace(from["place"].toString());
    form.setText(from["text"].toString());
    form.setResponsible(from["responsible"].toString());
    if (from.contains("rectify_by")) form.setRectifyBy(dayFromDate(fromQt(from["rectify_by"].toString())));
    form.setFixedOnSpot(from["fixed"].toBool());
}

/// Types a whole visit as a worker would. Says what cannot be typed; empty when all could.
QString typeVisit(VisitForm& form, const QJsonObject& from) {
    const auto text = [&from](const char* key, auto&& type) {
        if (from.contains(QLatin1String(key))) type(from[QLatin1String(key)].toString());
    };
    text("outcome", [&](const QString& value) { form.setOutcome(value); });
    text("way", [&](const QString& value) { form.setWay(value); });
    text("persons_met", [&](const QString& value) { form.setPersonsMet(value); });
    text("remark", [&](const QString& value) { form.setRemark(value); });
    text("next_step", [&](const QString& value) { form.setNextStep(value); });
    text("next_date", [&](const QString& value) { form.setNextDate(dayFromDate(fromQt(value))); });
    if (from.contains("reasons")) form.setReasons(strings(from["reasons"]));
    if (from["confirmed"].isArray())
        form.setConfirmed(strings(from["confirmed"]));
    else if (from["confirmed"].toString() == QLatin1String("all"))
        form.confirmAll();
    if (from.contains("card_left")) form.setCardLeft(from["card_left"].toBool());
    for (const auto& entry : from["residents"].toArray()) {
        const QJsonObject change = entry.toObject();
        ResidentForm* person = form.residents()->find(change["id"].toString());
        if (!person) return Drive::tr("There is no such resident in this household: %1").arg(change["id"].toString());
        if (!person->change(change["field"].toString(), change["value"].toString())) {
            return Drive::tr("A resident has no such field: %1").arg(change["field"].toString());
        }
    }
    for (const auto& entry : from["needs"].toArray()) typeNeed(*form.addNeed(), entry.toObject());
    for (const auto& entry : from["hazards"].toArray()) typeHazard(*form.addHazard(), entry.toObject());
    return {};
}

QJsonObject describe(const VisitForm::Made& made) {
    QJsonObject answer = done();
    answer["visit"] = toQt(made.visit);
    answer["residents"] = ids(made.residents);
    answer["needs"] = ids(made.needs);
    answer["hazards"] = ids(made.hazards);
    answer["next_visit"] = made.nextVisit;
    answer["first"] = number(made.numbers.firstNumber);
    answer["last"] = number(made.numbers.lastNumber);
    answer["acts"] = static_cast<qint64>(1 + made.residents.size() + made.needs.size() + made.hazards.size());
    return answer;
}

}  // namespace

Drive::Drive(Workspace& workspace, std::function<void(const QByteArray&)> out, PracticeRoom* room, QObject* parent)
    : QObject(parent), workspace_(workspace), room_(room), out_(std::move(out)) {}

Workspace& Drive::workspace() const { return room_ && room_->workspace() ? *room_->workspace() : workspace_; }

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
    QJsonParseError wrong;
    const auto document = QJsonDocument::fromJson(lines_.dequeue(), &wrong);
    const Answer answer = [this](const QJsonObject& given) {
        out_(QJsonDocument(given).toJson(QJsonDocument::Compact));
        // The next command begins from the event loop, so that a long script does not deepen the stack.
        QMetaObject::invokeMethod(
            this,
            [this] {
                busy_ = false;
                next();
            },
            Qt::QueuedConnection);
    };
    if (!document.isObject())
        answer(failure("invalid", tr("This line is not a JSON object: %1").arg(wrong.errorString())));
    else
        run(document.object(), answer);
}

void Drive::run(const QJsonObject& command, const Answer& answer) {
    const QString what = command["do"].toString();
    if (what == QLatin1String("open")) return answer(open());
    if (what == QLatin1String("quit")) {
        answer(done());
        emit quit();
        return;
    }
    if (what == QLatin1String("practice")) return practice(command, answer);
    if (workspace().sessions().empty()) return answer(failure("missing", tr("This device is not enrolled.")));
    if (what == QLatin1String("grid")) return grid(command, answer);
    if (what == QLatin1String("places")) return places(answer);
    if (what == QLatin1String("doors")) return doors(command, answer);
    if (what == QLatin1String("household")) return household(command, answer);
    if (what == QLatin1String("visit")) return visit(command, true, answer);
    if (what == QLatin1String("type")) return visit(command, false, answer);
    if (what == QLatin1String("edit")) return edit(command, answer);
    if (what == QLatin1String("search")) return search(command, answer);
    const bool needsCentre = what == QLatin1String("network") || what == QLatin1String("sync");
    if (needsCentre && !workspace().sync()) return answer(failure("missing", tr("This device has no centre.")));
    if (what == QLatin1String("network")) return network(command, answer);
    if (what == QLatin1String("sync")) return sync(answer);
    if (what == QLatin1String("safety")) return safety(answer);
    if (what == QLatin1String("outbox")) return outbox(answer);
    if (what == QLatin1String("receipts")) return receipts(answer);
    if (what == QLatin1String("conflicts")) return conflicts(answer);
    if (what == QLatin1String("resolve")) return resolve(command, answer);
    if (what == QLatin1String("export")) return exportGrid(command, answer);
    if (what == QLatin1String("import")) return importVisits(command, answer);
    if (what == QLatin1String("undo_import")) return undoImport(answer);
    if (what == QLatin1String("diagnose")) return diagnose(answer);
    if (what == QLatin1String("carrier")) return carrier(command, answer);
    if (what == QLatin1String("counts")) return counts(answer);
    if (what == QLatin1String("holds")) return holds(command, answer);
    answer(failure("invalid", tr("There is no such command: %1").arg(what)));
}

QJsonObject Drive::open() const {
    QJsonObject answer = done();
    answer["device"] = workspace().deviceId();
    answer["worker"] = workspace().worker();
    answer["enrolled"] = workspace().isEnrolled();
    answer["grid"] = workspace().currentGrid();
    QJsonArray grids;
    for (const GridSession* session : workspace().sessions())
        grids.append(QJsonObject{{"id", toQt(session->id())}, {"name", session->name()}});
    answer["grids"] = grids;
    return answer;
}

void Drive::grid(const QJsonObject& command, const Answer& answer) {
    workspace().setCurrentGrid(command["grid"].toString());
    const bool known = workspace().currentGrid() == command["grid"].toString();
    answer(known ? done() : failure("missing", tr("This device does not hold that grid.")));
}

// --- looking -----------------------------------------------------------------------------------------------------------

void Drive::places(const Answer& answer) {
    GridSession& session = *workspace().currentSession();
    session.executor().read(
        this, [&reader = session.reader()] { return reader.places(); },
        [answer](const Result<std::vector<Place>>& places) {
            if (!places) return answer(failure(places.error()));
            QJsonArray list;
            for (const Place& place : *places) {
                list.append(QJsonObject{{"row", list.size()},
                                        {"estate", toQt(place.estate)},
                                        {"name", toQt(place.name)},
                                        {"village", place.village},
                                        {"doors", static_cast<qint64>(place.doors)},
                                        {"households", static_cast<qint64>(place.households)}});
            }
            QJsonObject found = done();
            found["places"] = list;
            answer(found);
        });
}

/// Every door of a place, or, without "row", of the grid.
void Drive::doors(const QJsonObject& command, const Answer& answer) {
    GridSession& session = *workspace().currentSession();
    const int row = command["row"].toInt(-1);
    if (row >= 0) workspace().openPlace(row);
    session.executor().read(
        this,
        [&reader = session.reader(), row]() -> Result<std::vector<Door>> {
            if (row < 0) return reader.allDoors();
            auto places = reader.places();
            if (!places) return places.error();
            if (row >= static_cast<int>(places->size())) return Error{Fault::missing, "there is no such place"};
            return reader.doors((*places)[static_cast<std::size_t>(row)]);
        },
        [answer, now = session.nowMs()](const Result<std::vector<Door>>& doors) {
            if (!doors) return answer(failure(doors.error()));
            QJsonArray list;
            for (const Door& door : *doors) {
                list.append(QJsonObject{{"dwelling", toQt(door.dwelling)},
                                        {"household", toQt(door.household)},
                                        {"room", toQt(door.room)},
                                        {"address", toQt(door.address)},
                                        {"head", toQt(door.headName)},
                                        {"vacant", door.vacant},
                                        {"freshness", static_cast<int>(freshnessLevel(door.fresh, now))}});
            }
            QJsonObject found = done();
            found["doors"] = list;
            answer(found);
        });
}

void Drive::household(const QJsonObject& command, const Answer& answer) {
    const QString id = command["household"].toString();
    auto* once = new Once(this, answer);
    ShownHousehold* shown = workspace().household();
    connect(&workspace(), &Workspace::failed, once,
            [once](const QString& problem) { once->finish(failure("missing", problem)); });
    connect(shown, &ShownHousehold::changed, once, [once, shown, id] {
        if (shown->householdId() != id || !shown->isReady()) return;
        if (!shown->problem().isEmpty()) return once->finish(failure("broken", shown->problem()));
        QJsonObject found = done();
        found["household"] = id;
        found["head"] = shown->headName();
        found["address"] = shown->address();
        found["note"] = shown->note();
        found["freshness"] = shown->freshness();
        found["visits"] = shown->visitCount();
        found["open_needs"] = shown->openNeeds();
        found["open_hazards"] = shown->openHazards();
        found["members"] = rows(*shown->members());
        found["timeline"] = rows(*shown->timeline());
        once->finish(found);
    });
    workspace().openHousehold(id);
}

void Drive::search(const QJsonObject& command, const Answer& answer) {
    SearchModel* model = workspace().search();
    auto* once = new Once(this, answer);
    connect(model, &SearchModel::answered, once, [once, model] {
        QJsonObject found = model->problem().isEmpty() ? done() : failure("broken", model->problem());
        found["hits"] = rows(*model);
        once->finish(found);
    });
    model->setQuery({});
    model->setQuery(command["text"].toString());
}

// --- recording ---------------------------------------------------------------------------------------------------------

void Drive::visit(const QJsonObject& command, bool save, const Answer& answer) {
    auto* once = new Once(this, answer);
    connect(&workspace(), &Workspace::failed, once,
            [once](const QString& problem) { once->finish(failure("missing", problem)); });
    connect(&workspace(), &Workspace::visitBegun, once, [once, command, save](VisitForm* form) {
        const auto type = [once, command, save, form, typed = false]() mutable {
            if (typed || !form->isReady()) return;
            typed = true;
            if (const QString wrong = typeVisit(*form, command); !wrong.isEmpty())
                return once->finish(failure("invalid", wrong));
            if (!save) return form->flushDraft();
            if (!form->problem().isEmpty()) return once->finish(failure("invalid", form->problem()));
            form->save();
        };
        QObject::connect(form, &VisitForm::saved, once, [once, form] { once->finish(describe(form->made())); });
        QObject::connect(form, &VisitForm::failed, once,
                         [once](const QString& problem) { once->finish(failure("broken", problem)); });
        QObject::connect(form, &VisitForm::draftStateChanged, once, [once, form, save] {
            if (!save && form->draftState() == VisitForm::DraftKept) once->finish(done());
            if (!save && form->draftState() == VisitForm::DraftFailed)
                once->finish(failure("broken", Drive::tr("The draft could not be kept.")));
        });
        QObject::connect(form, &VisitForm::changed, once, type, Qt::QueuedConnection);
    });
    workspace().beginVisit(command["household"].toString());
}

void Drive::edit(const QJsonObject& command, const Answer& answer) {
    auto* once = new Once(this, answer);
    connect(&workspace(), &Workspace::failed, once,
            [once](const QString& problem) { once->finish(failure("missing", problem)); });
    connect(&workspace(), &Workspace::householdEdited, once, [once, command](HouseholdForm* form) {
        const auto type = [once, command, form, typed = false]() mutable {
            if (typed || !form->isReady()) return;
            typed = true;
            const QJsonObject fields = command["fields"].toObject();
            for (auto field = fields.begin(); field != fields.end(); ++field) {
                if (form->change(field.key(), field.value().toString())) continue;
                return once->finish(failure("invalid", Drive::tr("A household has no such field: %1").arg(field.key())));
            }
            if (!form->problem().isEmpty()) return once->finish(failure("invalid", form->problem()));
            form->save();
        };
        QObject::connect(form, &HouseholdForm::saved, once, [once](const QString&, quint64 first) {
            QJsonObject made = done();
            made["first"] = static_cast<qint64>(first);
            made["acts"] = first > 0 ? 1 : 0;
            once->finish(made);
        });
        QObject::connect(form, &HouseholdForm::failed, once,
                         [once](const QString& problem) { once->finish(failure("broken", problem)); });
        QObject::connect(form, &HouseholdForm::changed, once, type, Qt::QueuedConnection);
    });
    workspace().editHousehold(command["household"].toString());
}

// --- exchanging --------------------------------------------------------------------------------------------------------

void Drive::network(const QJsonObject& command, const Answer& answer) {
    workspace().sync()->setNetworkOn(command["on"].toBool());
    answer(done());
}

/// What the centre has confirmed, read from the stores when asked, never from what was shown before.
void Drive::safety(const Answer& answer) {
    workspace().executor().read(
        this, [sessions = workspace().sessions()] { return readSafety(sessions); },
        [answer](const Result<std::vector<Safety>>& parts) {
            if (!parts) return answer(failure(parts.error()));
            const Safety all = sum(*parts);
            QJsonObject found = done();
            found["safe"] = number(all.safe);
            found["only_here"] = number(all.onlyHere);
            found["refused"] = number(all.refused);
            found["oldest_unsent_ms"] = static_cast<qint64>(all.oldestUnsentMs.value_or(0));
            answer(found);
        });
}

/// A whole round from its beginning to its end: one that was under way before the command does not count.
void Drive::sync(const Answer& answer) {
    SyncController* controller = workspace().sync();
    auto* once = new Once(this, [this, answer](const QJsonObject& outcome) {
        if (!outcome["ok"].toBool())
            answer(outcome);
        else
            safety(answer);
    });
    const quint64 wanted = controller->roundsBegun() + 1;
    connect(controller, &SyncController::roundEnded, once, [once, controller, wanted](quint64 round) {
        if (round < wanted) return;
        const SyncState& state = controller->state();
        if (state.phase == SyncState::Phase::upToDate) return once->finish(done());
        if (state.error) return once->finish(failure(*state.error));
        once->finish(failure("offline", controller->words()));
    });
    controller->syncNow();
}

void Drive::outbox(const Answer& answer) {
    workspace().executor().read(
        this,
        [sessions = workspace().sessions()] {
            std::vector<OutboxEntry> all;
            for (GridSession* session : sessions) {
                auto unsent = unsentChanges(session->store());
                if (unsent) all.insert(all.end(), unsent->begin(), unsent->end());
            }
            return all;
        },
        [answer](const std::vector<OutboxEntry>& all) {
            QJsonArray list;
            for (const OutboxEntry& entry : all) {
                list.append(QJsonObject{{"number", number(entry.change.number)},
                                        {"record", toQt(entry.change.record)},
                                        {"at", static_cast<qint64>(entry.savedAtMs)}});
            }
            QJsonObject found = done();
            found["outbox"] = list;
            answer(found);
        });
}

void Drive::receipts(const Answer& answer) {
    workspace().executor().read(
        this,
        [sessions = workspace().sessions()] {
            QJsonArray list;
            for (GridSession* session : sessions) {
                const auto receipts = session->store().receipts(ReceiptsModel::kLimit);
                if (!receipts) continue;
                for (const StoredReceipt& stored : *receipts) {
                    list.append(QJsonObject{{"grid", toQt(stored.receipt.grid)},
                                            {"last", number(stored.receipt.lastNumber)},
                                            {"at", static_cast<qint64>(stored.receipt.atMs)}});
                }
            }
            return list;
        },
        [answer](const QJsonArray& list) {
            QJsonObject found = done();
            found["receipts"] = list;
            answer(found);
        });
}

void Drive::conflicts(const Answer& answer) {
    auto* once = new Once(this, answer);
    ConflictsModel* model = workspace().conflicts();
    connect(model, &ConflictsModel::refreshed, once, [once, model] {
        QJsonObject found = done();
        found["conflicts"] = rows(*model);
        once->finish(found);
    });
    model->refresh();
}

void Drive::resolve(const QJsonObject& command, const Answer& answer) {
    auto* once = new Once(this, answer);
    ConflictsModel* model = workspace().conflicts();
    const QString id = command["conflict"].toString(), keep = command["keep"].toString();
    if (!model->holds(id)) return once->finish(failure("missing", tr("There is no such open conflict here.")));
    if (keep != QLatin1String("mine") && keep != QLatin1String("theirs"))
        return once->finish(failure("invalid", tr("Keep “mine” or “theirs”.")));
    connect(model, &ConflictsModel::resolved, once, [once] { once->finish(done()); });
    connect(model, &ConflictsModel::failed, once,
            [once](const QString& problem) { once->finish(failure("broken", problem)); });
    if (keep == QLatin1String("mine"))
        model->keepMine(id);
    else
        model->keepTheirs(id);
}

// --- counting ----------------------------------------------------------------------------------------------------------

void Drive::counts(const Answer& answer) {
    GridSession& session = *workspace().currentSession();
    session.executor().read(
        this, [&reader = session.reader()] { return reader.counts(); },
        [answer](const Result<GridCounts>& counts) {
            if (!counts) return answer(failure(counts.error()));
            QJsonObject found = done();
            found["dwellings"] = static_cast<qint64>(counts->dwellings);
            found["households"] = static_cast<qint64>(counts->households);
            found["residents"] = static_cast<qint64>(counts->residents);
            found["visits"] = static_cast<qint64>(counts->visits);
            found["open_needs"] = static_cast<qint64>(counts->openNeeds);
            found["open_hazards"] = static_cast<qint64>(counts->openHazards);
            found["open_conflicts"] = static_cast<qint64>(counts->openConflicts);
            answer(found);
        });
}

/// Which of these records stand in this device's own databases, of whichever collection and grid.
void Drive::holds(const QJsonObject& command, const Answer& answer) {
    workspace().executor().read(
        this,
        [sessions = workspace().sessions(), wanted = strings(command["records"])] {
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
        [answer](const std::pair<qsizetype, QStringList>& found) {
            QJsonObject said = done();
            said["held"] = static_cast<qint64>(found.first);
            said["missing"] = QJsonArray::fromStringList(found.second);
            answer(said);
        });
}

}  // namespace qiaomen
