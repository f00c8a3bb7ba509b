// SPDX-License-Identifier: Apache-2.0
#include "mobile/diagnostics.h"

#include <QDesktopServices>
#include <QDir>
#include <QSaveFile>
#include <QSysInfo>

#include "mobile/text.h"
#include "shared/client/store_care.h"

namespace qiaomen {

namespace {

/// As many as a person reads.
constexpr std::size_t kMostNoted = 50;

QString instant(double ms) {
    if (ms <= 0) return QStringLiteral("never");
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(ms)).toString(Qt::ISODate);
}

QString mebibytes(double bytes) {
    constexpr double kMebibyte = 1048576;
    return QStringLiteral("%1 MiB").arg(bytes / kMebibyte, 0, 'f', 1);
}

QString phaseName(SyncController::Phase phase) {
    switch (phase) {
        case SyncController::Idle: return QStringLiteral("idle");
        case SyncController::Syncing: return QStringLiteral("syncing");
        case SyncController::UpToDate: return QStringLiteral("up to date");
        case SyncController::Offline: return QStringLiteral("offline");
        case SyncController::Problem: return QStringLiteral("problem");
    }
    return {};
}

}  // namespace

Diagnostics::Diagnostics(About about, SyncController& sync, StorageModel& storage, StoreExecutor& executor,
                         QObject* parent)
    : ListModel(parent), about_(std::move(about)), sync_(sync), storage_(storage), executor_(executor) {
    connect(&sync_, &SyncController::changed, this, &Diagnostics::follow);
    connect(&storage_, &StorageModel::changed, this, &Diagnostics::follow);
    connect(&sync_, &SyncController::roundEnded, this, [this] {
        const auto& error = sync_.state().error;
        if (error && error->fault != Fault::offline)
            note(QStringLiteral("sync: %1: %2")
                     .arg(QLatin1String(name(error->fault)), toQt(std::string_view(error->message))));
    });
    follow();
}

Diagnostics::~Diagnostics() {
    stopping_ = true;
    looks_.finish();
}

void Diagnostics::setSessions(std::vector<GridSession*> sessions) {
    sessions_ = std::move(sessions);
    checked_.clear();
    findings_.clear();
    sound_ = true;
    follow();
}

void Diagnostics::note(const QString& fault) {
    noted_.push_back(instant(static_cast<double>(about_.clock())) + QLatin1Char(' ') + fault);
    if (noted_.size() > kMostNoted) noted_.pop_front();
}

void Diagnostics::follow() {
    replace(facts_, facts());
    emit changed();
}

std::vector<Diagnostics::Fact> Diagnostics::facts() const {
    return {{tr("Version"), about_.version},
            {tr("Device"), about_.device},
            {tr("System"), QSysInfo::prettyProductName() + QStringLiteral(" · ") + QSysInfo::currentCpuArchitecture()},
            {tr("Grids on it"), QString::number(sessions_.size())},
            {tr("Sync"), sync_.words()},
            {tr("Safe"), QString::number(sync_.safeCount())},
            {tr("Only here"), QString::number(sync_.onlyHereCount())},
            {tr("Not accepted"), QString::number(sync_.refusedCount())}};
}

QString Diagnostics::faults() const {
    QStringList all{sync_.problem(), storage_.warning(), storage_.problem(), sound_ ? QString() : checked_};
    all.removeAll(QString());
    return all.join(QLatin1Char('\n'));
}

int Diagnostics::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(facts_.size());
}

QVariant Diagnostics::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Fact& fact = facts_[static_cast<std::size_t>(index.row())];
    return role == LabelRole ? QVariant(fact.label) : role == ValueRole ? QVariant(fact.value) : QVariant();
}

QHash<int, QByteArray> Diagnostics::roleNames() const { return {{LabelRole, "label"}, {ValueRole, "value"}}; }

void Diagnostics::check() {
    if (checking_) return;
    checking_ = true;
    emit changed();
    std::vector<StoreFile> files;
    for (GridSession* session : sessions_) files.push_back(fileOf(session->store()));
    looks_.make(
        this,
        [this, files] {
            StoreCheck all;
            for (const StoreFile& file : files) {
                const auto one = checkStore(file, stopping_);
                if (!one) {
                    all.findings.push_back(one.error().message);
                    continue;
                }
                all.records += one->records;
                all.findings.insert(all.findings.end(), one->findings.begin(), one->findings.end());
            }
            return all;
        },
        [this](const StoreCheck& found) {
            checking_ = false;
            sound_ = found.findings.empty();
            checked_ = sound_
                           ? tr("Everything is whole: %n record(s) were looked at.", "", static_cast<int>(found.records))
                           : tr("Something is damaged. Do not delete anything: sync if you can, and give the report to "
                                "the administrator. What the centre has confirmed is safe.");
            findings_.clear();
            for (const std::string& finding : found.findings)
                findings_ += toQt(std::string_view(finding)) + QLatin1Char('\n');
            follow();
        });
}

QString Diagnostics::report() const {
    QStringList lines{
        QStringLiteral("Qiaomen diagnostic report, %1").arg(instant(static_cast<double>(about_.clock()))),
        QStringLiteral("There are no names, numbers or addresses of people in it."),
        {},
        QStringLiteral("version        %1").arg(about_.version),
        QStringLiteral("device         %1").arg(about_.device),
        QStringLiteral("system         %1, %2, Qt %3")
            .arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(), QLatin1String(qVersion())),
        QStringLiteral("sync           %1, last success %2, network %3")
            .arg(phaseName(sync_.phase()), instant(sync_.lastSuccessAt()),
                 sync_.isNetworkOn() ? QStringLiteral("on") : QStringLiteral("off")),
        QStringLiteral("safe           %1").arg(sync_.safeCount()),
        QStringLiteral("only here      %1, oldest %2").arg(sync_.onlyHereCount()).arg(instant(sync_.oldestUnsentAt())),
        QStringLiteral("refused        %1").arg(sync_.refusedCount()),
        QStringLiteral("disk           %1 free of %2")
            .arg(mebibytes(storage_.freeBytes()), mebibytes(storage_.diskBytes()))};
    for (int row = 0; storage_.isReady() && row < storage_.rowCount(); ++row) {
        static const char* const kNames[] = {"records", "search", "drafts", "photos safe", "photos here", "thumbnails"};
        lines << QStringLiteral("%1 %2")
                     .arg(QLatin1String(kNames[row]), -14)
                     .arg(mebibytes(storage_.index(row).data(StorageModel::BytesRole).toDouble()));
    }
    for (std::size_t at = 0; at < sessions_.size(); ++at)
        lines << QStringLiteral("grid %1         %2").arg(at + 1).arg(toQt(sessions_[at]->id()));
    lines << QStringLiteral("integrity      %1")
                 .arg(checked_.isEmpty() ? QStringLiteral("not looked at")
                      : sound_           ? QStringLiteral("whole")
                                         : findings_.trimmed());
    if (!noted_.empty()) lines << QString() << QStringLiteral("since the start:");
    for (const QString& fault : noted_) lines << fault;
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void Diagnostics::save(const QUrl& folder) {
    const QString stamp = QDateTime::fromMSecsSinceEpoch(about_.clock()).toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const QString file = QDir(folder.toLocalFile()).filePath(QStringLiteral("qiaomen-report-%1.txt").arg(stamp));
    executor_.make(
        this,
        [file, text = report().toUtf8()] {
            QSaveFile out(file);
            return out.open(QIODevice::WriteOnly) && out.write(text) == text.size() && out.commit();
        },
        [this, file](bool done) {
            if (!done) {
                emit failed(tr("The report could not be written there: choose another folder."));
                return;
            }
            savedFile_ = file;
            emit changed();
            emit saved(tr("Saved: %1").arg(QDir::toNativeSeparators(file)));
        });
}

void Diagnostics::open() {
    if (savedFile_.isEmpty() || QDesktopServices::openUrl(QUrl::fromLocalFile(savedFile_))) return;
    emit failed(tr("No program here shows such files. It is saved in %1").arg(QFileInfo(savedFile_).path()));
}

}  // namespace qiaomen
