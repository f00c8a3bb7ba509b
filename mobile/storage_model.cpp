// SPDX-License-Identifier: Apache-2.0
#include "mobile/storage_model.h"

#include <QLocale>
#include <QStorageInfo>
#include <numeric>

#include "mobile/text.h"
#include "shared/client/let_go.h"
#include "shared/client/store_care.h"

namespace qiaomen {

namespace {

constexpr std::uint64_t kMegabyte = std::uint64_t{1} << 20;
constexpr std::uint64_t kLowBytes = 500 * kMegabyte;
constexpr std::uint64_t kCriticalBytes = 100 * kMegabyte;
/// Between two looks at the disk after saves: photos do not fill it faster.
constexpr std::int64_t kLookPauseMs = std::int64_t{10} * 60 * 1000;

}  // namespace

DiskLevel diskLevel(std::uint64_t freeBytes) {
    if (freeBytes < kCriticalBytes) return DiskLevel::critical;
    return freeBytes < kLowBytes ? DiskLevel::low : DiskLevel::plenty;
}

StorageModel::StorageModel(std::filesystem::path folder, StoreExecutor& executor, QObject* parent)
    : ListModel(parent), folder_(std::move(folder)), executor_(executor) {}

void StorageModel::setSessions(std::vector<GridSession*> sessions) {
    for (GridSession* session : sessions_) disconnect(session, nullptr, this, nullptr);
    asked_.forget();
    sessions_ = std::move(sessions);
    for (GridSession* session : sessions_) connect(session, &GridSession::saved, this, &StorageModel::noteSaved);
    if (!sessions_.empty()) noteSaved();
}

void StorageModel::noteSaved() {
    const std::int64_t now = sessions_.front()->nowMs();
    if (lookedAtMs_ != 0 && std::abs(now - lookedAtMs_) < kLookPauseMs) return;
    lookedAtMs_ = now;
    looking_.ask(
        executor_, this, [folder = folder_] { return look(folder); },
        [this](const Disk& disk) {
            disk_ = disk;
            emit changed();
        });
}

StorageModel::Disk StorageModel::look(const std::filesystem::path& folder) {
    const QStorageInfo disk(toQt(std::string_view(folder.string())));
    if (!disk.isValid()) return {};
    return {static_cast<std::uint64_t>(std::max<qint64>(0, disk.bytesAvailable())),
            static_cast<std::uint64_t>(std::max<qint64>(0, disk.bytesTotal()))};
}

StorageModel::Parts StorageModel::measure(const std::vector<GridSession*>& sessions) {
    Parts parts;
    for (GridSession* session : sessions) {
        const auto sizes = sizesOf(fileOf(session->store()));
        const auto photos = session->attachments();
        const auto attached = photos ? sizesOf(**photos) : Result<AttachmentSizes>(photos.error());
        if (!sizes) parts.problem = sizes.error();
        if (!attached) parts.problem = attached.error();
        if (sizes) {
            parts.bytes[Records] += sizes->records;
            parts.bytes[Search] += sizes->search;
            parts.bytes[Drafts] += sizes->drafts;
        }
        if (attached) {
            parts.bytes[SafePhotos] += attached->safeOriginals;
            parts.bytes[UnsafePhotos] += attached->onlyHere;
            parts.bytes[Thumbnails] += attached->others;
            parts.safeCount += attached->safeOriginalCount;
        }
    }
    return parts;
}

void StorageModel::refresh() {
    asked_.ask(
        executor_, this, [sessions = sessions_, folder = folder_] { return std::pair(measure(sessions), look(folder)); },
        [this](const std::pair<Parts, Disk>& answer) {
            parts_ = answer.first;
            disk_ = answer.second;
            ready_ = true;
            problem_ = parts_.problem ? explain(*parts_.problem) : QString();
            tellAllChanged();
            emit changed();
        });
}

double StorageModel::total() const {
    return static_cast<double>(std::accumulate(parts_.bytes.begin(), parts_.bytes.end(), std::uint64_t{0}));
}

QString StorageModel::warning() const {
    switch (level()) {
        case Plenty: return {};
        case Low:
            return tr("The disk of this device is getting full (%1 left). Make room in time: nothing is lost yet.")
                .arg(QLocale().formattedDataSize(static_cast<qint64>(disk_.free), 0));
        case Critical:
            return tr("The disk of this device is nearly full (%1 left). Make room now, or the next visits and photos "
                      "cannot be saved.")
                .arg(QLocale().formattedDataSize(static_cast<qint64>(disk_.free), 0));
    }
    return {};
}

void StorageModel::removeOriginals() {
    if (removing_) return;
    removing_ = true;
    emit changed();
    executor_.write(
        this,
        [sessions = sessions_]() -> Result<std::size_t> {
            std::size_t gone = 0;
            for (GridSession* session : sessions) {
                const auto photos = session->attachments();
                if (!photos) return photos.error();
                const auto some = letOriginalsGo(**photos);
                if (!some) return some.error();
                gone += *some;
            }
            return gone;
        },
        [this](const Result<std::size_t>& gone) {
            removing_ = false;
            emit changed();
            if (gone)
                emit removed(
                    tr("%n photo(s) are at the centre only now; a tap brings one back.", "", static_cast<int>(*gone)));
            else
                emit failed(explain(gone.error()));
            for (GridSession* session : sessions_) emit session->attachmentsChanged();
            refresh();
        });
}

int StorageModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kKinds; }

QVariant StorageModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto kind = static_cast<Kind>(index.row());
    const struct {
        QString title, note;
    } words[kKinds] = {
        {tr("Records"), tr("People, doors, visits and what is open")},
        {tr("Search"), tr("Finds everybody at once; made from the records")},
        {tr("Drafts"), tr("What you began to write and have not saved")},
        {tr("Photos at the centre"), tr("Their receipts are here: they may go")},
        {tr("Photos only here"), tr("They stay until the centre has confirmed them")},
        {tr("Small pictures"), tr("So that lists show photos without a network")},
    };
    switch (role) {
        case KindRole: return int{kind};
        case TitleRole: return words[kind].title;
        case BytesRole: return static_cast<double>(parts_.bytes[kind]);
        case NoteRole: return words[kind].note;
        default: return {};
    }
}

QHash<int, QByteArray> StorageModel::roleNames() const {
    return {{KindRole, "kind"}, {TitleRole, "title"}, {BytesRole, "bytes"}, {NoteRole, "note"}};
}

}  // namespace qiaomen
