// SPDX-License-Identifier: Apache-2.0
#include "mobile/take_out.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <chrono>

#include "mobile/saved_file.h"
#include "mobile/text.h"

namespace qiaomen {

namespace {

using namespace std::chrono_literals;
constexpr auto kLook = 100ms;  ///< how often the progress is shown anew

QString words(const TakenOut& taken) {
    return TakeOut::tr("%n row(s) on %1 sheets", "", static_cast<int>(taken.rows)).arg(taken.sheets);
}

}  // namespace

TakeOut::TakeOut(StoreExecutor& executor, const Vocabulary& vocabulary, QString app, QObject* parent)
    : QObject(parent), executor_(executor), vocabulary_(vocabulary), app_(std::move(app)), past_(this) {
    look_.setInterval(kLook);
    connect(&look_, &QTimer::timeout, this, &TakeOut::changed);
}

void TakeOut::setSession(GridSession* session, const QString& worker) {
    cancel();
    watch_.reset();
    look_.stop();
    session_ = session;
    worker_ = worker;
    problem_.clear();
    savedFile_.clear();
    summary_.clear();
    taken_ = {};
    past_.setSession(session);
    emit changed();
}

TakeOut::Days TakeOut::days() const {
    if (!session_ || period_ == Everything) return {};
    const QDate today = QDateTime::fromMSecsSinceEpoch(session_->nowMs()).date();
    const QDate month(today.year(), today.month(), 1);
    const QDate from = period_ == ThisYear    ? QDate(today.year(), 1, 1)
                       : period_ == LastMonth ? month.addMonths(-1)
                                              : month;
    const QDate until = period_ == LastMonth ? month.addDays(-1) : today;
    return {fromQt(from.toString(Qt::ISODate)), fromQt(until.toString(Qt::ISODate))};
}

double TakeOut::fromDay() const { return dayFromDate(days().from); }
double TakeOut::untilDay() const { return dayFromDate(days().until); }

double TakeOut::progress() const {
    const auto total = watch_ ? static_cast<double>(watch_->total) : 0;
    return total > 0 ? std::min(1.0, static_cast<double>(watch_->done) / total) : 0;
}

void TakeOut::setPeriod(Period period) {
    if (isRunning() || period_ == period) return;
    period_ = period;
    emit changed();
}

TakeOutOrder TakeOut::order(const QString& folder) const {
    const Days wanted = days();
    const WallClock now = wallClockAt(session_->nowMs());
    const QString title = tr("%1 records").arg(session_->name()) + QLatin1Char(' ') +
                          toQt(std::string_view(dateText(now.day())));
    return {.file = fromQt(freeFile(folder, title, QStringLiteral("xlsx"))),
            .chinese = vocabulary_.chinese(),
            .worker = fromQt(worker_),
            .app = fromQt(app_),
            .fact = session_->newId(),
            .fromDay = wanted.from,
            .untilDay = wanted.until,
            .now = now};
}

void TakeOut::start(const QUrl& folder) {
    if (!session_ || isRunning()) return;
    const QString into = folder.toLocalFile();
    problem_.clear();
    savedFile_.clear();
    summary_.clear();
    taken_ = {};
    if (!QFileInfo(into).isDir())
        return fail(tr("This folder is not there any more: %1. Choose another one.").arg(into));
    watch_ = std::make_shared<TakeOutWatch>();
    look_.start();
    emit changed();
    executor_.make(
        this,
        [&store = session_->store(), asked = order(into), watch = watch_] { return takeOut(store, asked, *watch); },
        [this, watch = watch_](const Result<TakenOut>& outcome) {
            if (watch == watch_) end(outcome);
        });
}

void TakeOut::end(const Result<TakenOut>& outcome) {
    watch_.reset();
    look_.stop();
    if (!outcome) {
        const Error& error = outcome.error();
        if (error.fault == Fault::full)
            return fail(
                tr("There is not enough room for the workbook in this folder. Nothing was left behind: make "
                   "room, or choose another folder."));
        if (error.fault == Fault::missing)
            return fail(tr("This folder is not there any more, or nothing may be written in it. Choose another one."));
        return fail(tr("The workbook could not be written (%1). Nothing was left behind.")
                        .arg(toQt(std::string_view(error.message))));
    }
    taken_ = *outcome;
    if (!taken_.cancelled) {
        savedFile_ = toQt(std::string_view(taken_.file.string()));
        summary_ = words(taken_);
        emit session_->saved();
    }
    emit changed();
    if (!taken_.cancelled) emit saved(tr("Saved: %1").arg(QDir::toNativeSeparators(savedFile_)));
}

void TakeOut::fail(const QString& problem) {
    problem_ = problem;
    emit changed();
    emit failed(problem);
}

/// What is under way sees it at the next row; its answer says whether that was in time.
void TakeOut::cancel() {
    if (watch_) watch_->cancelled = true;
}

void TakeOut::open() {
    if (savedFile_.isEmpty() || QDesktopServices::openUrl(QUrl::fromLocalFile(savedFile_))) return;
    emit failed(tr("No program here shows such files. It is saved in %1").arg(QFileInfo(savedFile_).path()));
}

void TakeOut::openFolder() {
    const QString folder = QFileInfo(savedFile_).path();
    if (savedFile_.isEmpty() || QDesktopServices::openUrl(QUrl::fromLocalFile(folder))) return;
    emit failed(tr("No program here shows folders. It is saved in %1").arg(folder));
}

}  // namespace qiaomen
