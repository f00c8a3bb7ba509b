// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include "shared/core/result.h"

/// Which letters stand in a PDF that Qt wrote. Fonts draw an ideograph and the radical that looks like it with one glyph (民 and ⺠), and
/// Qt notes for each glyph the lowest code, which is the radical's: who searched for 居民 found nothing. So the notes are put right
/// after writing; what is drawn stays as it is. Off the UI thread.
namespace qiaomen {

/// Errors: broken (no PDF), full (it could not be written; the file is as it was).
Outcome nameIdeographs(const QString& file);

/// The same for one table of notes (a ToUnicode CMap, PDF 32000-1 9.10.3). Pure.
QByteArray withIdeographs(const QByteArray& cmap);

}  // namespace qiaomen
