// SPDX-License-Identifier: Apache-2.0
#include "mobile/photo_forms.h"

#include <QJsonObject>

#include "mobile/attachment_images.h"
#include "mobile/text.h"
#include "shared/domain/photo.h"

namespace qiaomen {

namespace {

constexpr const char* kPhotoType = "image/jpeg";

/// A file of this device, or what a phone's gallery calls one.
QString pathOf(const QUrl& file) { return file.isLocalFile() ? file.toLocalFile() : file.toString(); }

}  // namespace

PhotoForms::PhotoForms(GridSession& session, QObject* parent) : ListModel(parent), session_(session) {}

int PhotoForms::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant PhotoForms::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const auto url = [&](const Hash256& hash) { return row.image.size > 0 ? imageUrl(session_.id(), hash) : QString(); };
    switch (role) {
        case StageRole: return row.stage;
        case CaptionRole: return row.caption;
        case ThumbnailRole: return url(row.image.thumbnail);
        case ImageRole: return url(row.image.hash);
        case BusyRole: return row.busy;
        default: return {};
    }
}

QHash<int, QByteArray> PhotoForms::roleNames() const {
    return {{StageRole, "stage"},
            {CaptionRole, "caption"},
            {ThumbnailRole, "thumbnail"},
            {ImageRole, "image"},
            {BusyRole, "busy"}};
}

bool PhotoForms::isBusy() const { return std::ranges::any_of(rows_, &Row::busy); }

void PhotoForms::tell(int row) {
    emit dataChanged(index(row), index(row));
    emit changed();
}

void PhotoForms::add(const QUrl& file, const QString& stage) {
    problem_.clear();
    const RecordId id = session_.newId();
    // Several that are chosen at once stay in their order.
    const double after = rows_.empty() ? 0 : rows_.back().addedAt + 1;
    beginInsertRows({}, count(), count());
    rows_.push_back({.id = id,
                     .stage = stage,
                     .caption = {},
                     .addedAt = std::max(static_cast<double>(session_.nowMs()), after),
                     .image = {},
                     .busy = true});
    endInsertRows();
    emit countChanged();
    emit changed();
    make(id, [path = pathOf(file)](AttachmentStore&) { return makePhoto(path); });
}

/// Makes a photo and keeps it; take() hears of it on the UI thread.
void PhotoForms::make(const RecordId& id, std::function<Result<MadePhoto>(AttachmentStore&)> work) {
    session_.executor().make(
        this,
        [&session = session_, work = std::move(work)]() -> Result<AttachmentRef> {
            const auto store = session.attachments();
            if (!store) return store.error();
            const auto made = work(**store);
            if (!made) return made.error();
            return (*store)->put(kPhotoType, made->image, made->thumbnail);
        },
        [this, id](const Result<AttachmentRef>& made) { take(id, made); });
}

void PhotoForms::take(const RecordId& id, const Result<AttachmentRef>& made) {
    const auto found = std::ranges::find(rows_, id, &Row::id);
    if (found == rows_.end()) {  // removed meanwhile
        if (made) replaced_.push_back(*made);
        return;
    }
    const auto row = static_cast<int>(found - rows_.begin());
    found->busy = false;
    if (made) {
        if (found->image.size > 0) replaced_.push_back(found->image);
        found->image = *made;
        tell(row);
        return;
    }
    const bool isNoPicture = made.error().fault == Fault::invalid || made.error().fault == Fault::missing;
    problem_ = isNoPicture ? tr("This file could not be read as a picture. Choose another one.")
                           : explain(made.error());
    if (found->image.size > 0) return tell(row);  // the photo is as it was
    remove(row);
}

void PhotoForms::setStage(int row, const QString& stage) {
    if (!has(row) || rows_[static_cast<std::size_t>(row)].stage == stage) return;
    rows_[static_cast<std::size_t>(row)].stage = stage;
    tell(row);
}

void PhotoForms::setCaption(int row, const QString& caption) {
    if (!has(row) || rows_[static_cast<std::size_t>(row)].caption == caption) return;
    rows_[static_cast<std::size_t>(row)].caption = caption;
    tell(row);
}

void PhotoForms::remove(int row) {
    if (!has(row)) return;
    beginRemoveRows({}, row, row);
    if (const AttachmentRef& image = rows_[static_cast<std::size_t>(row)].image; image.size > 0)
        replaced_.push_back(image);
    rows_.erase(rows_.begin() + row);
    endRemoveRows();
    emit countChanged();
    emit changed();
}

void PhotoForms::draw(int row, PhotoMarks* marks, const QColor& ink, const QColor& edge) {
    if (!has(row) || !marks || marks->count() == 0) return;
    Row& one = rows_[static_cast<std::size_t>(row)];
    if (one.busy || one.image.size == 0) return;
    one.busy = true;
    problem_.clear();
    tell(row);
    make(one.id,
         [hash = one.image.hash, drawn = marks->marks(), ink, edge](AttachmentStore& store) -> Result<MadePhoto> {
             const auto jpeg = store.read(hash);
             if (!jpeg) return jpeg.error();
             return makeMarkedPhoto(*jpeg, drawn, ink, edge);
         });
}

void PhotoForms::dismissProblem() {
    if (problem_.isEmpty()) return;
    problem_.clear();
    emit changed();
}

std::vector<Edit> PhotoForms::edits(const RecordId& hazard, const QString& worker) const {
    std::vector<Edit> all;
    for (const Row& row : rows_) {
        if (row.image.size == 0) continue;
        Edit edit{photo.number(), row.id, {}};
        edit.values = {{photo.hazard, hazard},
                       {photo.stage, fromQt(row.stage)},
                       {photo.image, print(row.image)},
                       {photo.takenAt, static_cast<std::int64_t>(row.addedAt)}};
        if (!row.caption.trimmed().isEmpty()) edit.values.push_back({photo.caption, fromQt(row.caption.trimmed())});
        if (!worker.isEmpty()) edit.values.push_back({photo.addedBy, fromQt(worker)});
        all.push_back(std::move(edit));
    }
    return all;
}

/// On the writing lane: after the save or the draft that no longer names them.
void PhotoForms::settle() {
    if (replaced_.empty()) return;
    session_.executor().write(
        this,
        [&session = session_, gone = std::exchange(replaced_, {})] {
            const auto store = session.attachments();
            if (!store) return Outcome(store.error());
            Outcome all = Done{};
            for (const AttachmentRef& image : gone) {
                if (auto given = (*store)->giveUp(image); !given) all = given;
            }
            return all;
        },
        [](const Outcome&) {});  // what cannot be removed now is garbage, and is collected with the rest
}

void PhotoForms::letGo() {
    for (const Row& row : rows_) {
        if (row.image.size > 0) replaced_.push_back(row.image);
    }
    settle();
}

QJsonArray PhotoForms::toJson() const {
    QJsonArray photos;
    for (const Row& row : rows_) {
        if (row.image.size == 0) continue;
        photos.append(QJsonObject{{"id", toQt(row.id)},
                                  {"stage", row.stage},
                                  {"caption", row.caption},
                                  {"added_at", row.addedAt},
                                  {"image", toQt(std::string_view(print(row.image)))}});
    }
    return photos;
}

void PhotoForms::restore(const QJsonArray& draft) {
    std::vector<Row> rows;
    for (const auto& entry : draft) {
        const QJsonObject kept = entry.toObject();
        const auto image = parseAttachment(fromQt(kept["image"].toString()));
        const auto id = idFromQt<RecordKind>(kept["id"].toString());
        if (!image || id.isNone()) continue;
        rows.push_back({.id = id,
                        .stage = kept["stage"].toString(),
                        .caption = kept["caption"].toString(),
                        .addedAt = kept["added_at"].toDouble(),
                        .image = *image,
                        .busy = false});
    }
    replace(rows_, std::move(rows));
    emit changed();
}

}  // namespace qiaomen
