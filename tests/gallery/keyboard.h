// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QQuickWindow>
#include <QSet>
#include <QStringList>

/// A page worked without fingers and without a pointer.
namespace keyboard {

/// What is wrong with the way of the Tab key through the page: a control that it passes by, a stop that is no control, that is out of
/// sight or does not show that it has the focus, a way out of an open sheet, an order that is not the order of reading, another way back.
QStringList tour(QQuickWindow& window);

/// Presses `key` on the first control of each kind that is not among `pressed`, and adds it there. Says which of them did not hear it.
/// The page may look otherwise afterwards.
QStringList press(QQuickWindow& window, Qt::Key key, QSet<QString>& pressed);

}  // namespace keyboard
