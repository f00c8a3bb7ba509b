// SPDX-License-Identifier: Apache-2.0
#include "mobile/attachment_images.h"

#include <QBuffer>
#include <QImageReader>
#include <algorithm>
#include <atomic>

#include "mobile/text.h"

namespace qiaomen {

namespace {

constexpr const char* kScheme = "image://attachments/";

/// One picture on its way to a page. Deleted by Qt Quick after it has said that it is finished.
class Response : public QQuickImageResponse {
public:
    [[nodiscard]] QQuickTextureFactory* textureFactory() const override {
        return QQuickTextureFactory::textureFactoryForImage(image_);
    }
    [[nodiscard]] QString errorString() const override { return problem_; }
    void cancel() override { cancelled_ = true; }

    void answer(ImageSessions& sessions, const QString& id, const QSize& size) {
        if (!cancelled_) {
            const auto hash = hashFromText(fromQt(id.section(QLatin1Char('/'), 1, 1)));
            auto image = hash ? sessions.read(id.section(QLatin1Char('/'), 0, 0), *hash, size)
                              : Result<QImage>(hash.error());
            if (image)
                image_ = std::move(*image);
            else
                problem_ = toQt(std::string_view(image.error().message));
        }
        emit finished();
    }

private:
    std::atomic<bool> cancelled_ = false;
    QImage image_;
    QString problem_;
};

}  // namespace

QString imageUrl(const GridId& grid, const Hash256& hash) {
    return kScheme + toQt(grid) + QLatin1Char('/') + toQt(std::string_view(hashText(hash)));
}

QString thumbnailUrl(GridSession& session, const AttachmentRef& attachment) {
    const auto store = session.attachments();
    if (!store) return {};
    const Hash256& small = attachment.thumbnailSize > 0 ? attachment.thumbnail : attachment.hash;
    return (*store)->placeOf(small, 0).isHere ? imageUrl(session.id(), small) : QString();
}

Result<QImage> readImage(AttachmentStore& store, const Hash256& hash, const QSize& size) {
    const auto content = store.read(hash);
    if (!content) return content.error();
    QByteArray bytes = QByteArray::fromRawData(content->data(), static_cast<qsizetype>(content->size()));
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    const QSize own = reader.size();
    if (own.isValid() && !size.isEmpty()) reader.setScaledSize(own.scaled(size.boundedTo(own), Qt::KeepAspectRatio));
    QImage image = reader.read();
    if (image.isNull()) return Error{Fault::invalid, "this attachment is not a picture"};
    return image;
}

void ImageSessions::set(std::vector<GridSession*> sessions) {
    const std::lock_guard lock(mutex_);
    sessions_ = std::move(sessions);
}

void ImageSessions::lookBeside(std::shared_ptr<ImageSessions> beside) {
    const std::lock_guard lock(mutex_);
    beside_ = std::move(beside);
}

Result<QImage> ImageSessions::read(const QString& grid, const Hash256& hash, const QSize& size) {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find(sessions_, grid,
                                         [](const GridSession* session) { return toQt(session->id()); });
    if (found == sessions_.end() && beside_) return beside_->read(grid, hash, size);
    if (found == sessions_.end()) return Error{Fault::missing, "there is no such grid on this device"};
    const auto store = (*found)->attachments();
    if (!store) return store.error();
    return readImage(**store, hash, size);
}

AttachmentImages::AttachmentImages(std::shared_ptr<ImageSessions> sessions) : sessions_(std::move(sessions)) {
    threads_.setMaxThreadCount(1);
}

AttachmentImages::~AttachmentImages() { threads_.waitForDone(); }

QQuickImageResponse* AttachmentImages::requestImageResponse(const QString& id, const QSize& requestedSize) {
    auto* response = new Response;
    threads_.start([this, response, id, requestedSize] { response->answer(*sessions_, id, requestedSize); });
    return response;
}

}  // namespace qiaomen
