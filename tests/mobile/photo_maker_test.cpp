// SPDX-License-Identifier: Apache-2.0
#include "mobile/photo_maker.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <catch2/catch_test_macros.hpp>

#include "shared/core/attachment.h"
#include "tests/support/temp_folder.h"

using namespace qiaomen;
using namespace qiaomen::tests;

namespace {

/// Left half red, right half blue.
QImage twoHalves(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::red);
    for (int y = 0; y < height; ++y) {
        for (int x = width / 2; x < width; ++x) image.setPixelColor(x, y, Qt::blue);
    }
    return image;
}

std::string bigEndian(std::size_t number) {
    return {static_cast<char>(number >> 8 & 0xff), static_cast<char>(number & 0xff)};
}

/// What a camera writes that was held upright: turn it by 90 degrees (orientation 6); and where the worker stood.
std::string cameraNotes() {
    using namespace std::string_literals;
    const std::string tiff = "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"s +
                             "GPS 31.2304 121.4737";
    const std::string exif = "Exif\0\0"s + tiff;
    const std::string comment = "taken by Zhang";
    return "\xff\xe1" + bigEndian(exif.size() + 2) + exif + "\xff\xfe" + bigEndian(comment.size() + 2) + comment;
}

QString jpegFile(const TempFolder& folder, const QImage& image, const std::string& notes = {}) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG", 95);
    bytes.insert(2, QByteArray::fromStdString(notes));
    QFile file(QString::fromStdString((folder / "camera.jpg").string()));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    return file.fileName();
}

QImage imageOf(const std::string& jpeg) { return QImage::fromData(QByteArray::fromStdString(jpeg), "JPG"); }

}  // namespace

TEST_CASE("A camera's picture becomes a photo of 1,600 pixels and a thumbnail of 256, in its own shape", "[photo]") {
    const TempFolder folder;
    const auto made = makePhoto(jpegFile(folder, twoHalves(4000, 3000)));
    REQUIRE(made);
    CHECK(imageOf(made->image).size() == QSize(1600, 1200));
    CHECK(imageOf(made->thumbnail).size() == QSize(256, 192));
    CHECK(made->thumbnail.size() <= kMaxThumbnailBytes);
    CHECK(beginsAs("image/jpeg", made->image));
}

TEST_CASE("A small picture is not blown up", "[photo]") {
    const TempFolder folder;
    const auto made = makePhoto(jpegFile(folder, twoHalves(100, 40)));
    REQUIRE(made);
    CHECK(imageOf(made->image).size() == QSize(100, 40));
    CHECK(imageOf(made->thumbnail).size() == QSize(100, 40));
}

TEST_CASE("Where the worker stood, and whatever else the camera wrote, is gone; the picture stands upright",
          "[photo]") {
    const TempFolder folder;
    const QString file = jpegFile(folder, twoHalves(800, 600), cameraNotes());
    QFile original(file);
    REQUIRE(original.open(QIODevice::ReadOnly));
    REQUIRE(original.readAll().contains("GPS 31.2304"));
    const auto made = makePhoto(file);
    REQUIRE(made);
    for (const std::string& jpeg : {made->image, made->thumbnail}) {
        CHECK(jpeg.find("Exif") == std::string::npos);
        CHECK(jpeg.find("GPS") == std::string::npos);
        CHECK(jpeg.find("Zhang") == std::string::npos);
    }
    const QImage upright = imageOf(made->image);
    REQUIRE(upright.size() == QSize(600, 800));
    CHECK(upright.pixelColor(300, 100).red() > 200);  // what was left is now above
    CHECK(upright.pixelColor(300, 700).blue() > 200);
}

TEST_CASE("What is not a picture, or not there, is said in words", "[photo]") {
    const TempFolder folder;
    CHECK(makePhoto(QString::fromStdString((folder / "nothing.jpg").string())).error().fault == Fault::missing);
    QFile text(QString::fromStdString((folder / "text.jpg").string()));
    REQUIRE(text.open(QIODevice::WriteOnly));
    text.write("not a picture");
    text.close();
    CHECK(makePhoto(text.fileName()).error().fault == Fault::invalid);
}
