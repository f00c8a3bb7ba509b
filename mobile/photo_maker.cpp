// SPDX-License-Identifier: Apache-2.0
#include "mobile/photo_maker.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImageReader>
#include <QPainter>

#include "mobile/text.h"

namespace qiaomen {

namespace {

constexpr int kLongestSide = 1600;
constexpr int kThumbnailSide = 256;
constexpr int kQuality = 82;
constexpr int kThumbnailQuality = 70;
/// Of a picture file: more than any camera makes. What claims more is not unpacked.
constexpr int kMostPixels = 20'000;

QSize within(const QSize& size, int side) {
    const bool fits = size.width() <= side && size.height() <= side;
    return fits ? size : size.scaled(side, side, Qt::KeepAspectRatio).expandedTo({1, 1});
}

/// Drawn on a new image, which knows nothing but its pixels. What is transparent becomes white: JPEG cannot say it.
QImage drawn(const QImage& picture, int side) {
    const QImage scaled = picture.scaled(within(picture.size(), side), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QImage fresh(scaled.size(), QImage::Format_RGB32);
    fresh.fill(Qt::white);
    QPainter(&fresh).drawImage(0, 0, scaled);
    return fresh;
}

Result<std::string> jpegOf(const QImage& image, int quality) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "JPG", quality)) return Error{Fault::broken, "this device cannot write JPEG pictures"};
    return bytes.toStdString();
}

Result<MadePhoto> madeOf(const QImage& picture) {
    auto image = jpegOf(drawn(picture, kLongestSide), kQuality);
    if (!image) return image.error();
    auto thumbnail = jpegOf(drawn(picture, kThumbnailSide), kThumbnailQuality);
    if (!thumbnail) return thumbnail.error();
    return MadePhoto{*std::move(image), *std::move(thumbnail)};
}

}  // namespace

Result<MadePhoto> makePhoto(const QString& file) {
    if (!QFileInfo::exists(file)) return Error{Fault::missing, "the picture is not there any more"};
    QImageReader reader(file);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.width() > kMostPixels || size.height() > kMostPixels)
        return Error{Fault::invalid, "the picture is larger than any photo"};
    // A camera's JPEG is unpacked at a fraction of its size: that is what keeps a small phone's memory free.
    if (size.isValid()) reader.setScaledSize(within(size, 2 * kLongestSide));
    const QImage picture = reader.read();
    if (picture.isNull()) return Error{Fault::invalid, "this is not a picture: " + fromQt(reader.errorString())};
    return madeOf(picture);
}

Result<MadePhoto> makeMarkedPhoto(const std::string& jpeg, const std::vector<PhotoMark>& marks, const QColor& ink,
                                  const QColor& edge) {
    QImage picture = QImage::fromData(QByteArray::fromStdString(jpeg)).convertToFormat(QImage::Format_RGB32);
    if (picture.isNull()) return Error{Fault::invalid, "this is not a picture"};
    draw(marks, picture, ink, edge);
    return madeOf(picture);
}

}  // namespace qiaomen
