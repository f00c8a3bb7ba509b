// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <vector>

namespace qiaomen {

/// A QR code as a square of dark and light modules, without its quiet zone: libqrencode, medium error correction, so that a
/// folded or wet slip can still be read. Never of anything that says who somebody is.
struct QrCode {
    int size = 0;            ///< modules along one side; 0: the text does not fit
    std::vector<bool> dark;  ///< row by row

    [[nodiscard]] bool isDark(int row, int column) const {
        return dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(size) + static_cast<std::size_t>(column)];
    }
};

QrCode qrCode(const QString& text);

}  // namespace qiaomen
