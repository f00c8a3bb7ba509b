// SPDX-License-Identifier: Apache-2.0
#include "mobile/photo_marks.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace qiaomen {

namespace {

/// A line that is thinner cannot be seen in a thumbnail, a thicker one hides what it points to.
constexpr double kWidthPart = 1.0 / 130;
constexpr double kLeastWidth = 3;
/// Of the longer side: points closer than that are one, and a mark that is no longer is a slip of the finger.
constexpr double kLeastStep = 0.004;
constexpr double kHeadLength = 5, kHeadSpread = 2.6;  // in widths of the line

QPointF on(const QPointF& fraction, const QSizeF& size) {
    return {fraction.x() * size.width(), fraction.y() * size.height()};
}

void addArrow(QPainterPath& path, const QPointF& foot, const QPointF& tip, double width) {
    path.moveTo(foot);
    path.lineTo(tip);
    const QPointF along = foot - tip;
    const double length = std::hypot(along.x(), along.y());
    if (length <= 0) return;
    const QPointF back = along / length * std::min(kHeadLength * width, length);
    const QPointF aside = QPointF(-back.y(), back.x()) * (kHeadSpread / kHeadLength);
    path.moveTo(tip + back + aside);
    path.lineTo(tip);
    path.lineTo(tip + back - aside);
}

/// "M 1 2 L 3 4 C …"
QString svg(const QPainterPath& path) {
    QStringList parts;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element at = path.elementAt(i);
        const char* letter = at.isMoveTo() ? "M " : at.isLineTo() ? "L " : at.isCurveTo() ? "C " : "";
        parts << QLatin1String(letter) + QString::number(at.x, 'f', 1) + QLatin1Char(' ') +
                     QString::number(at.y, 'f', 1);
    }
    return parts.join(QLatin1Char(' '));
}

}  // namespace

double markWidth(const QSizeF& size) {
    return std::max(kLeastWidth, std::max(size.width(), size.height()) * kWidthPart);
}

QPainterPath PhotoMark::path(const QSizeF& size) const {
    QPainterPath path;
    if (points.size() < 2) return path;
    const QPointF first = on(points.front(), size), last = on(points.back(), size);
    switch (tool) {
        case Tool::circle: path.addEllipse(QRectF(first, last).normalized()); break;
        case Tool::arrow: addArrow(path, first, last, markWidth(size)); break;
        case Tool::freehand:
            path.moveTo(first);
            for (const QPointF& point : points) path.lineTo(on(point, size));
            break;
    }
    return path;
}

void draw(const std::vector<PhotoMark>& marks, QImage& picture, const QColor& ink, const QColor& edge) {
    const QSizeF size = picture.size();
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const PhotoMark& mark : marks) {
        const QPainterPath path = mark.path(size);
        painter.strokePath(path, QPen(edge, 2 * markWidth(size), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.strokePath(path, QPen(ink, markWidth(size), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
}

QStringList PhotoMarks::paths() const {
    QStringList all;
    for (const PhotoMark& mark : marks_) all << svg(mark.path(shownSize_));
    return all;
}

void PhotoMarks::setTool(Tool tool) {
    if (tool == tool_) return;
    tool_ = tool;
    emit changed();
}

void PhotoMarks::setShownSize(const QSizeF& size) {
    if (size == shownSize_) return;
    shownSize_ = size;
    emit changed();
}

QPointF PhotoMarks::fraction(double x, double y) const {
    return {std::clamp(x / std::max(1.0, shownSize_.width()), 0.0, 1.0),
            std::clamp(y / std::max(1.0, shownSize_.height()), 0.0, 1.0)};
}

void PhotoMarks::begin(double x, double y) {
    drawing_ = true;
    marks_.push_back({static_cast<PhotoMark::Tool>(tool_), {fraction(x, y)}});
    emit changed();
}

void PhotoMarks::goOn(double x, double y) {
    if (!drawing_) return;
    PhotoMark& mark = marks_.back();
    const QPointF point = fraction(x, y), step = point - mark.points.back();
    if (std::hypot(step.x(), step.y()) < kLeastStep) return;
    if (mark.tool != PhotoMark::Tool::freehand && mark.points.size() == 2)
        mark.points.back() = point;
    else
        mark.points.push_back(point);
    emit changed();
}

void PhotoMarks::end() {
    if (!std::exchange(drawing_, false)) return;
    if (marks_.back().points.size() < 2) marks_.pop_back();
    emit changed();
}

void PhotoMarks::undo() {
    if (marks_.empty()) return;
    drawing_ = false;
    marks_.pop_back();
    emit changed();
}

}  // namespace qiaomen
