// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QQuickItem>
#include <QQuickWindow>
#include <optional>
#include <vector>

/// What a person finds in a window: the items that are shown, where, and on which ground. While a sheet is open, only what is in it.
namespace seen {

/// All that is shown, each before what is in it, in the order in which children stand.
std::vector<QQuickItem*> items(QQuickWindow& window);
/// The topmost sheet that is open, or null.
QQuickItem* sheet(QQuickWindow& window);

/// Words on the screen that nobody can edit.
bool isText(const QQuickItem& item);
bool isIcon(const QQuickItem& item);
/// Something that is pressed or typed into, and can be now. (A row that does not open says that it is a list item.)
bool isControl(const QQuickItem& item);
/// The control in which it stands, or null.
const QQuickItem* controlAround(const QQuickItem& item);

/// One of them moves past the other when it is scrolled.
bool scrollsApart(const QQuickItem& one, const QQuickItem& other);

/// "VisitPage > Card > Chip".
QString path(const QQuickItem& item);
/// The same with the words that one reads there.
QString describe(const QQuickItem& item);

/// In the window, in pixels.
QRectF box(const QQuickItem& item);
/// The words themselves: those of a text may be narrower or wider than its item.
QRectF words(const QQuickItem& text);
/// What can be seen of `item` once one has scrolled to it: without what is cut by an edge that nothing moves past.
QRectF reachable(const QQuickItem& item, const QRectF& box);

/// The colour on which `item` stands at a point of the window; none where a picture is.
std::optional<QColor> groundUnder(const QQuickItem& item, QPointF at);
/// The opacity that it has from all it stands in.
qreal opacity(const QQuickItem& item);

}  // namespace seen
