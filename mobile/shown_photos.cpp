// SPDX-License-Identifier: Apache-2.0
#include "mobile/shown_photos.h"

#include "mobile/attachment_images.h"
#include "mobile/text.h"
#include "shared/domain/hazard.h"
#include "shared/domain/photo.h"

namespace qiaomen {

ShownPhotos::ShownPhotos(const Vocabulary& vocabulary, QObject* parent)
    : ListModel(parent), vocabulary_(vocabulary), hazard_(CollectionNo{}, {}) {
    connect(&vocabulary, &Vocabulary::changed, this, [this] {
        tellAllChanged();
        emit changed();
    });
}

void ShownPhotos::setController(AttachmentController* controller) {
    controller_ = controller;
    connect(controller, &AttachmentController::changed, this, &ShownPhotos::tellAllChanged);
}

void ShownPhotos::show(GridSession& session, const RecordId& hazard, const QString& worker) {
    clear();
    following_ = connect(&session, &GridSession::changed, this, &ShownPhotos::follow);
    followingPhotos_ = connect(&session, &GridSession::attachmentsChanged, this, &ShownPhotos::refresh);
    session_ = &session;
    id_ = hazard;
    worker_ = worker;
    begin();
    refresh();
}

void ShownPhotos::clear() {
    disconnect(following_);
    disconnect(followingPhotos_);
    asked_.forget();
    session_ = nullptr;
    id_ = {};
    ready_ = saving_ = false;
    problem_.clear();
    hazard_ = Record(CollectionNo{}, {});
    replace(rows_, {});
    if (added_) added_.release()->deleteLater();  // a page may still look at it
    emit addedChanged();
    emit changed();
}

void ShownPhotos::begin() {
    if (added_) added_.release()->deleteLater();
    added_ = std::make_unique<PhotoForms>(*session_, nullptr);
    emit addedChanged();
}

void ShownPhotos::follow(const StoreChange& change) {
    if (change.records.contains(photo.number()) || change.records.contains(hazard.number())) refresh();
}

ShownPhotos::Read ShownPhotos::read(GridSession& session, const RecordId& id) {
    Read read{.hazardId = id};
    auto found = session.store().read(hazard.number(), id);
    if (found) read.hazard = std::move(*found);
    const auto photos = session.reader().photosOf(id);
    const auto store = session.attachments();
    if (!photos || !store) {
        read.outcome = photos ? store.error() : photos.error();
        return read;
    }
    for (const Record& record : *photos) {
        const auto image = parseAttachment(record.text(photo.image));
        if (!image) continue;
        read.rows.push_back(
            {record, *image, thumbnailUrl(session, *image), (*store)->placeOf(image->hash, image->size)});
    }
    return read;
}

void ShownPhotos::refresh() {
    if (!session_) return;
    asked_.ask(
        session_->executor(), this, [&session = *session_, id = id_] { return read(session, id); },
        [this](Read read) { take(std::move(read)); }, NewestQuestion::Older::taken);
}

void ShownPhotos::take(Read read) {
    if (read.hazardId != id_) return;
    problem_ = read.outcome ? QString() : explain(read.outcome.error());
    hazard_ = std::move(read.hazard);
    replace(rows_, std::move(read.rows));
    ready_ = true;
    emit changed();
}

int ShownPhotos::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

const ShownPhotos::Row* ShownPhotos::rowAt(int row) const {
    return row >= 0 && row < count() ? &rows_[static_cast<std::size_t>(row)] : nullptr;
}

QVariant ShownPhotos::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const std::string& stage = row.record.text(photo.stage);
    const Hash256& hash = row.image.hash;
    switch (role) {
        case RecordIdRole: return toQt(row.record.id());
        case StageRole: return toQt(std::string_view(stage));
        case StageWordRole: return vocabulary_.word(photo, photo.stage, stage);
        case CaptionRole: return toQt(std::string_view(row.record.text(photo.caption)));
        case AtRole: return static_cast<double>(row.record.integer(photo.takenAt));
        case ByRole: return toQt(std::string_view(row.record.text(photo.addedBy)));
        case ThumbnailRole: return row.thumbnail;
        case ImageRole: return row.place.isHere ? imageUrl(session_->id(), hash) : QString();
        case SizeRole: return static_cast<double>(row.image.size);
        case SafeRole: return row.place.isSafe;
        case FetchingRole:
            return !row.place.isHere && controller_ && controller_->isAsked(hash) && !controller_->isAbsent(hash);
        case ArrivedRole: return static_cast<double>(row.place.bytesHere) / static_cast<double>(row.image.size);
        case AbsentRole: return !row.place.isHere && controller_ && controller_->isAbsent(hash);
        default: return {};
    }
}

QHash<int, QByteArray> ShownPhotos::roleNames() const {
    return {{RecordIdRole, "recordId"},
            {StageRole, "stage"},
            {StageWordRole, "stageWord"},
            {CaptionRole, "caption"},
            {AtRole, "at"},
            {ByRole, "by"},
            {ThumbnailRole, "thumbnail"},
            {ImageRole, "image"},
            {SizeRole, "size"},
            {SafeRole, "safe"},
            {FetchingRole, "fetching"},
            {ArrivedRole, "arrived"},
            {AbsentRole, "absent"}};
}

QString ShownPhotos::title() const { return vocabulary_.word(hazard, hazard.kind, hazard_.text(hazard.kind)); }
QString ShownPhotos::place() const { return toQt(std::string_view(hazard_.text(hazard.place))); }

void ShownPhotos::fetch(int row) {
    const Row* shown = rowAt(row);
    if (!shown || shown->place.isHere) return;
    if (!controller_) return;
    controller_->ask(shown->image.hash);
    if (!controller_->isNetworkOn())
        emit failed(tr("The network is switched off here. The photo comes when it is on again."));
}

void ShownPhotos::save(std::vector<Edit> edits, std::function<void()> then) {
    session_->save(std::move(edits), this, [this, then = std::move(then)](const Result<Saved>& outcome) {
        if (!outcome) {
            saving_ = false;
            emit changed();
            emit failed(explain(outcome.error()));
            return;
        }
        then();
    });
}

void ShownPhotos::remove(int row) {
    const Row* shown = rowAt(row);
    if (!shown) return;
    save({Edit{.collection = photo.number(), .record = shown->record.id(), .values = {}, .remove = true}}, [] {});
}

void ShownPhotos::setCaption(int row, const QString& caption) {
    const Row* shown = rowAt(row);
    const std::string words = fromQt(caption.trimmed());
    if (!shown || words == shown->record.text(photo.caption)) return;
    save({Edit{.collection = photo.number(),
               .record = shown->record.id(),
               .values = {{photo.caption, words.empty() ? Value() : Value(words)}},
               .shown = shown->record}},
         [] {});
}

void ShownPhotos::saveAdded() {
    if (!session_ || saving_ || added_->isBusy() || added_->count() == 0) return;
    saving_ = true;
    emit changed();
    save(added_->edits(id_, worker_), [this] {
        saving_ = false;
        added_->settle();
        begin();
        emit changed();
        emit addedSaved();
    });
}

}  // namespace qiaomen
