// SPDX-License-Identifier: Apache-2.0
#include "mobile/today_model.h"

#include <QGuiApplication>
#include <QLocale>
#include <algorithm>

#include "mobile/order_words.h"
#include "mobile/text.h"
#include "shared/domain/hazard.h"
#include "shared/domain/need.h"
#include "shared/domain/plan_note.h"
#include "shared/domain/resident.h"

namespace qiaomen {

TodayModel::TodayModel(Settings& settings, QObject* parent)
    : ListModel(parent), settings_(settings), birthdays_(settings.hasBirthdays()) {
    wake_.setSingleShot(true);
    wake_.setTimerType(Qt::VeryCoarseTimer);
    connect(&wake_, &QTimer::timeout, this, &TodayModel::refresh);
    connect(&settings_, &Settings::changed, this, [this] {
        if (std::exchange(birthdays_, settings_.hasBirthdays()) != settings_.hasBirthdays()) refresh();
    });
    connect(&settings_, &Settings::languageChanged, this, [this] { tellAllChanged(); });
    // Hours may have gone by since somebody looked, or a night.
    if (auto* app = qobject_cast<QGuiApplication*>(QCoreApplication::instance())) {
        connect(app, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
            if (state == Qt::ApplicationActive) refresh();
        });
    }
}

void TodayModel::setSession(GridSession* session, const QString& worker) {
    if (session_) disconnect(session_, nullptr, this, nullptr);
    asked_.forget();
    session_ = session;
    worker_ = worker;
    acted_.clear();
    loading_ = true;
    list_ = {};
    replace(rows_, {});
    if (session_) connect(session_, &GridSession::changed, this, &TodayModel::refresh);
    refresh();
}

WallClock TodayModel::clock() const { return wallClockAt(session_->nowMs()); }

namespace {

QString placeOf(const Door& door) {
    const bool village = door.building.empty();
    QStringList parts;
    if (village)
        parts = {toQt(std::string_view(door.villageGroup)), toQt(std::string_view(door.gate))};
    else
        parts = {toQt(std::string_view(door.estate)), toQt(std::string_view(door.building)),
                 toQt(std::string_view(door.unit)), toQt(std::string_view(door.room))};
    parts.removeAll(QString());
    return parts.isEmpty() ? toQt(std::string_view(door.address)) : parts.join(QLatin1Char(' '));
}

}  // namespace

Result<TodayModel::Read> TodayModel::read(GridReader& reader, const WallClock& now, const WorkOptions& options) {
    auto doors = reader.allDoors();
    if (!doors) return doors.error();
    std::erase_if(*doors, [](const Door& door) { return door.household.isNone(); });
    const auto facts = reader.workFacts(*doors, now);
    if (!facts) return facts.error();
    Read read;
    read.list = worklist(*facts, now, options);
    for (WorkDoor& work : std::exchange(read.list.doors, {})) {
        Row row{std::move(work), {}, {}, {}};
        if (row.work.household.isNone()) {
            row.place = toQt(std::string_view(row.work.lead().text));
        } else {
            const Door& door = (*doors)[row.work.position];
            row.headName = toQt(std::string_view(door.headName));
            row.place = placeOf(door);
            row.doNotAsk = toQt(std::string_view(facts->households[row.work.position].doNotAsk));
        }
        read.rows.push_back(std::move(row));
    }
    return read;
}

void TodayModel::refresh() {
    if (!session_) return;
    asked_.ask(
        session_->executor(), this,
        [&reader = session_->reader(), now = clock(), options = WorkOptions{birthdays_}] {
            return read(reader, now, options);
        },
        [this](Result<Read> answer) {
            loading_ = false;
            problem_ = answer ? QString() : explain(answer.error());
            if (answer) show(*std::move(answer));
            emit stateChanged();
        });
}

void TodayModel::show(Read read) {
    list_ = std::move(read.list);
    replace(rows_, std::move(read.rows));
    setWake();
    tellStillDue();
}

/// One timer, and only when something becomes possible later today.
void TodayModel::setWake() {
    wake_.stop();
    const std::int64_t in = list_.changesAtMs - session_->nowMs();
    if (list_.changesAtMs > 0 && in > 0) wake_.start(std::chrono::milliseconds(in));
}

// --- acts ---------------------------------------------------------------------------------------------------------------

const TodayModel::Row* TodayModel::rowOf(const QString& householdId) const {
    const auto id = idFromQt<RecordKind>(householdId);
    const auto found = std::ranges::find(rows_, id, [](const Row& row) { return row.work.household; });
    return id.isNone() || found == rows_.end() ? nullptr : &*found;
}

void TodayModel::save(std::vector<Edit> edits, const QString& householdId, void (TodayModel::*done)(const QString&)) {
    session_->save(std::move(edits), this, [this, householdId, done](const Result<Saved>& saved) {
        if (saved.ok())
            emit(this->*done)(householdId);
        else
            emit failed(explain(saved.error()));
    });
}

void TodayModel::putOff(const QString& householdId, double until, const QString& reason, const QString& words) {
    const Row* row = rowOf(householdId);
    if (!row) return emit failed(tr("There is nothing due behind this door any more."));
    const std::string date = dateFromDay(until);
    const auto day = civilDay(date);
    const CivilDay today = clock().day();
    if (!day || *day <= today) return emit failed(tr("Choose a day after today."));
    if (*day > today + work::kLongestPutOffDays)
        return emit failed(
            tr("Nothing is put off for more than %n day(s): choose an earlier day.", "", work::kLongestPutOffDays));
    if (reason.isEmpty()) return emit failed(tr("Say why it is put off: whoever stands in for you will ask."));
    std::vector<Edit> edits;
    for (const WorkEntry& entry : row->work.entries) {
        if (entry.rule == WorkRule::report || entry.urgency == WorkUrgency::near || entry.hold == WorkHold::putOff)
            continue;
        Edit edit{planNote.number(),
                  session_->newId(),
                  {{planNote.household, row->work.household},
                   {planNote.kind, "put_off"},
                   {planNote.rule, code(entry.rule)},
                   {planNote.notedAt, session_->nowMs()},
                   {planNote.until, date},
                   {planNote.reason, fromQt(reason)},
                   {planNote.worker, fromQt(worker_)}}};
        if (!entry.about.isNone()) edit.values.push_back({planNote.about, entry.about});
        if (const QString own = words.trimmed(); !own.isEmpty()) edit.values.push_back({planNote.words, fromQt(own)});
        edits.push_back(std::move(edit));
    }
    if (edits.empty()) return emit failed(tr("A major hazard cannot be put off: report it now."));
    save(std::move(edits), householdId, &TodayModel::putOffDone);
}

void TodayModel::noteReason(const QString& householdId, const QString& reason, const QString& words) {
    if (!session_ || reason.isEmpty()) return emit failed(tr("Say why this household is visited again so soon."));
    Edit edit{planNote.number(),
              session_->newId(),
              {{planNote.household, idFromQt<RecordKind>(householdId)},
               {planNote.kind, "knock_again"},
               {planNote.notedAt, session_->nowMs()},
               {planNote.reason, fromQt(reason)},
               {planNote.worker, fromQt(worker_)}}};
    if (const QString own = words.trimmed(); !own.isEmpty()) edit.values.push_back({planNote.words, fromQt(own)});
    save({std::move(edit)}, householdId, &TodayModel::reasonNoted);
}

void TodayModel::actedAt(const QString& householdId) {
    acted_ = householdId;
    refresh();
}

void TodayModel::tellStillDue() {
    const QString acted = std::exchange(acted_, {});
    const Row* row = rowOf(acted);
    if (!row || row->work.lead().hold != WorkHold::none) return;
    QStringList words{title(row->work.lead())};
    words << also(*row);
    emit stillDue(acted,
                  tr("Also due behind this door: %1").arg(words.join(settings_.language() == "en" ? "; " : "；")));
}

namespace {

/// "08:30"
QString timeWords(int minute) {
    return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

}  // namespace

// --- words --------------------------------------------------------------------------------------------------------------

QString TodayModel::dayWords(CivilDay day) const {
    const bool chinese = session_->vocabulary().chinese();
    const QDate date = QDate(1970, 1, 1).addDays(day);
    const bool thisYear = date.year() == QDate(1970, 1, 1).addDays(clock().day()).year();
    return QLocale(chinese ? QLocale::Chinese : QLocale::English)
        .toString(date, thisYear ? tr("d MMM", "date format, this year") : tr("d MMM yyyy", "date format, with year"));
}

QString TodayModel::title(const WorkEntry& entry) const {
    const Vocabulary& vocabulary = session_->vocabulary();
    const QString rule = vocabulary.word(planNote, planNote.rule, code(entry.rule));
    const auto with = [&](const QString& what) { return tr("%1: %2", "what is due, of what").arg(rule, what); };
    switch (entry.rule) {
        case WorkRule::report:
        case WorkRule::hazard: return with(vocabulary.word(hazard, hazard.kind, entry.code));
        case WorkRule::order: {
            const QString item = itemName(entry.code, session_->nowMs(), vocabulary.chinese());
            const QString what = item.isEmpty() ? toQt(std::string_view(entry.text)) : item;
            return tr("%1: %2", "what is to be done, of which order")
                .arg(actWord(static_cast<OrderAct>(entry.number)), what);
        }
        case WorkRule::need: return with(vocabulary.word(need, need.kind, entry.code));
        case WorkRule::care: return with(vocabulary.word(resident, resident.careTags, entry.code));
        case WorkRule::birthday:
            return with(tr("%1 turns %2").arg(toQt(std::string_view(entry.text))).arg(entry.number));
        case WorkRule::questions:
        case WorkRule::agreed: return entry.text.empty() ? rule : with(toQt(std::string_view(entry.text)));
        default: return rule;
    }
}

QString TodayModel::why(const WorkEntry& entry) const {
    const QString since = dayWords(entry.since), due = dayWords(entry.due);
    switch (entry.rule) {
        case WorkRule::report: return tr("Found %1. Keep people away and report it upward within the hour.").arg(since);
        case WorkRule::hazard: return tr("Found %1, to be put right by %2.").arg(since, due);
        case WorkRule::order:
            return entry.fromMinute >= 0
                       ? tr("Asked %1; expected on %2 from %3.").arg(since, due, timeWords(entry.fromMinute))
                       : tr("Asked %1, to be done by %2.").arg(since, due);
        case WorkRule::need: return tr("Heard %1, to be looked after by %2.").arg(since, due);
        case WorkRule::agreed: return tr("Agreed for %1.").arg(due);
        case WorkRule::again: return tr("Asked on %1 to come later; no day was agreed.").arg(since);
        case WorkRule::newcomer: return tr("Moved in %1, not met yet.").arg(since);
        case WorkRule::birthday: return tr("Birthday on %1.").arg(due);
        case WorkRule::card:
            return entry.code.empty()
                       ? tr("Has no contact card yet; the newest is %1.").arg(toQt(std::string_view(entry.text)))
                       : tr("Holds card %1; the newest is %2.")
                             .arg(toQt(std::string_view(entry.code)), toQt(std::string_view(entry.text)));
        case WorkRule::questions: return tr("%n question(s) to ask by %1.", "", entry.number).arg(due);
        case WorkRule::care:
            return entry.since > 0 ? tr("Every %n day(s); last met %1.", "", entry.number).arg(since)
                                   : tr("Every %n day(s); never met.", "", entry.number);
        case WorkRule::round:
            return entry.since > 0 ? tr("Once a quarter; last met %1.").arg(since) : tr("Once a quarter; never met.");
    }
    return {};
}

QString TodayModel::heldWords(const WorkEntry& entry) const {
    const WallClock until{entry.holdUntilMs, clock().minutesEast};
    const int minute = until.minuteOfDay();
    const QString time = timeWords(minute);
    const QString from = until.day() == clock().day() ? time
                                                      : tr("%1 %2", "day, time").arg(dayWords(until.day()), time);
    const QString day = dayWords(until.day());
    const Vocabulary& vocabulary = session_->vocabulary();
    switch (entry.hold) {
        case WorkHold::none: return {};
        case WorkHold::quiet: return tr("Quiet hours: from %1").arg(from);
        case WorkHold::tried: return tr("Nobody was home: try again from %1").arg(from);
        case WorkHold::budget: return tr("Visited twice this week: from %1").arg(day);
        case WorkHold::refused: return tr("Did not wish a visit: from %1").arg(day);
        case WorkHold::putOff:
            return tr("Put off until %1: %2").arg(day, vocabulary.word(planNote, planNote.reason, entry.holdReason));
        case WorkHold::doNotAsk: return tr("Does not wish to be asked");
        case WorkHold::slot: return tr("Expected from %1").arg(from);
    }
    return {};
}

QString TodayModel::triesWords(const WorkDoor& work) const {
    if (work.tries == 0) return {};
    if (work.tries >= work::kTries) return tr("Tried %n time(s): telephone, or leave a card.", "", work.tries);
    const QString other = !work.triedEvening && (work.triedMorning || work.triedAfternoon) && work.tries > 1
                              ? tr("try late in the afternoon")
                          : work.triedMorning ? tr("try the afternoon")
                                              : tr("try the morning");
    return tr("Tried %n time(s): %1.", "", work.tries).arg(other);
}

QStringList TodayModel::also(const Row& row) const {
    QStringList words;
    for (auto entry = row.work.entries.begin() + 1; entry != row.work.entries.end(); ++entry) {
        const QString held = heldWords(*entry);
        const bool same = entry->hold == row.work.lead().hold;
        words << (held.isEmpty() || same ? title(*entry)
                                         : tr("%1 (%2)", "what is due, why not now").arg(title(*entry), held));
    }
    return words;
}

TodayModel::Section TodayModel::section(const WorkDoor& work) const {
    if (work.lead().hold != WorkHold::none) return Held;
    switch (work.lead().urgency) {
        case WorkUrgency::now: return Now;
        case WorkUrgency::due: return Due;
        default: return Soon;
    }
}

// --- rows ---------------------------------------------------------------------------------------------------------------

int TodayModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

namespace {

/// Whether what is due has a page of its own.
bool hasPage(WorkRule rule) { return rule == WorkRule::order || rule == WorkRule::hazard || rule == WorkRule::report; }

}  // namespace

QVariant TodayModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const WorkEntry& lead = row.work.lead();
    switch (role) {
        case HouseholdIdRole: return toQt(row.work.household);
        case SectionRole: return static_cast<int>(section(row.work));
        case HeadNameRole: return row.headName;
        case PlaceRole: return row.place;
        case RuleRole: return toQt(code(lead.rule));
        case TitleRole: return title(lead);
        case WhyRole: return why(lead);
        case OverdueRole: return std::max(0, clock().day() - lead.due);
        case AlsoRole: return also(row);
        case HeldRole: return heldWords(lead);
        case TriesRole: return triesWords(row.work);
        case DoNotAskRole: return row.doNotAsk;
        case AsksReasonRole: return lead.asksReason;
        case KnocksRole: return row.work.knocks;
        case CanPutOffRole:
            return !row.work.household.isNone() && lead.rule != WorkRule::report && lead.hold != WorkHold::putOff;
        case AboutIdRole: return hasPage(lead.rule) ? toQt(lead.about) : QString();
        default: return {};
    }
}

QHash<int, QByteArray> TodayModel::roleNames() const {
    return {{HouseholdIdRole, "householdId"},
            {SectionRole, "section"},
            {HeadNameRole, "headName"},
            {PlaceRole, "place"},
            {RuleRole, "rule"},
            {TitleRole, "title"},
            {WhyRole, "why"},
            {OverdueRole, "overdue"},
            {AlsoRole, "also"},
            {HeldRole, "held"},
            {TriesRole, "tries"},
            {DoNotAskRole, "doNotAsk"},
            {AsksReasonRole, "asksReason"},
            {KnocksRole, "knocks"},
            {CanPutOffRole, "canPutOff"},
            {AboutIdRole, "aboutId"}};
}

}  // namespace qiaomen
