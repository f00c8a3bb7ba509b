// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QString>
#include <vector>

#include "mobile/slip.h"
#include "shared/core/result.h"

/// Slips as pages: laid out once for a kind of paper, the same on the screen, in a PDF and in a picture. Chinese wraps between any
/// two letters, what is long goes on to the next page. Works off the UI thread.
namespace qiaomen {

/// A6 (105 × 148 mm), or the 58 mm roll of a pocket printer: one page, as long as it takes.
enum class SlipPaper { a6, roll };

/// The pages as pictures. `dotsPerMm`: 8 is what pocket printers have.
std::vector<QImage> drawSlip(const Slip& slip, SlipPaper paper, int dotsPerMm = 8);

/// Writes a PDF whose text can be searched, copied and read aloud. Errors: full or broken, with the file.
Outcome writeSlipPdf(const Slip& slip, SlipPaper paper, const QString& file);

/// Writes "TITLE DATE.pdf" and one PNG for each page into a folder, and gives their paths, the PDF first. Never over a file
/// that is there: "… (2)". Errors: as above; files written before stay.
Result<QStringList> saveSlip(const Slip& slip, SlipPaper paper, const QString& folder, const QString& date);

}  // namespace qiaomen
