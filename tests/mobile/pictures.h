// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QUrl>
#include <filesystem>
#include <string>

namespace qiaomen::tests {

/// A picture as a camera leaves it in its folder: `ink` on the left, white on the right.
inline QUrl pictureFile(const std::filesystem::path& folder, const std::string& name, const QColor& ink,
                        int width = 1200, int height = 900) {
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width / 2; ++x) image.setPixelColor(x, y, ink);
    }
    const QString file = QString::fromStdString((folder / name).string());
    if (!image.save(file, "JPG", 90)) throw std::runtime_error("cannot write " + name);
    return QUrl::fromLocalFile(file);
}

}  // namespace qiaomen::tests
