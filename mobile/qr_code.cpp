// SPDX-License-Identifier: Apache-2.0
#include "mobile/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace qiaomen {

QrCode qrCode(const QString& text) {
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(
        QRcode_encodeString8bit(bytes.constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!made) return {};
    QrCode code{made->width, {}};
    const auto modules = static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width);
    code.dark.reserve(modules);
    for (std::size_t at = 0; at < modules; ++at) code.dark.push_back((made->data[at] & 1) != 0);
    return code;
}

}  // namespace qiaomen
