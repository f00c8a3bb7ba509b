// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QQuickWindow>
#include <QStringList>

/// What is wrong with a page as it stands, each in one line that names the item and says what to do. None is what every story must have.
namespace faults {

/// Words that cannot be read as a whole: cut, wider than what they stand in, lying over each other, broken inside a word.
/// A text may be cut on purpose (`abridged`) where the control around it opens the whole, and says the whole to a screen reader.
QStringList text(QQuickWindow& window);

/// Controls that are smaller than a finger (`least` pixels either way), or that lie over each other.
QStringList touch(QQuickWindow& window, int least);

/// Words below the contrast of WCAG 2.2 AA (4.5 : 1; 3 : 1 where large) on the ground they stand on, icons below 3 : 1.
QStringList contrast(QQuickWindow& window);

/// Controls without a role or a name for a screen reader, and words that it would pass over.
QStringList names(QQuickWindow& window);

}  // namespace faults
