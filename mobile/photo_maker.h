// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <string>

#include "mobile/photo_marks.h"
#include "shared/core/result.h"

namespace qiaomen {

/// A picture made ready to be kept: a photo as large as anybody needs it, and one for lists. Both are JPEG.
struct MadePhoto {
    std::string image;      ///< at most 1,600 pixels on its longer side
    std::string thumbnail;  ///< at most 256
};

/// Makes a photo of a picture file (from the camera or the gallery). Turned as the camera was held, made smaller, never larger, and
/// drawn anew: nothing of what the camera wrote beside the picture (where, when, by which device: EXIF, XMP, comments) is left, so no
/// position of a worker leaks with a photo of a thing. About 0.2 s for 12 megapixels: for a worker thread.
///
/// Errors: missing (no such file), invalid (not a picture that this device can read, or one of absurd size).
Result<MadePhoto> makePhoto(const QString& file);

/// The same photo with marks burnt in: what was below them is not in it any more. `jpeg` is the image of a photo that was made.
/// Errors: invalid (not a picture).
Result<MadePhoto> makeMarkedPhoto(const std::string& jpeg, const std::vector<PhotoMark>& marks, const QColor& ink,
                                  const QColor& edge);

}  // namespace qiaomen
