// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QImage>
#include <QObject>
#include <QPainterPath>
#include <QPointF>
#include <QSizeF>
#include <QStringList>
#include <QtQmlIntegration>
#include <vector>

namespace qiaomen {

/// One line drawn on a photo. Points are fractions of its width and height, so that they mean the same on a screen and on the photo.
struct PhotoMark {
    enum class Tool : std::uint8_t { freehand, circle, arrow };

    Tool tool = Tool::freehand;
    std::vector<QPointF> points;  ///< of a circle two corners around it, of an arrow its foot and its tip

    /// Its line on a picture of that size.
    [[nodiscard]] QPainterPath path(const QSizeF& size) const;
};

/// How thick a mark is on a picture of that size, in its pixels; the edge around it has twice that.
double markWidth(const QSizeF& size);

/// Draws the marks into the picture's pixels, each in `ink` with an edge around it, so that it stands out from whatever is below.
void draw(const std::vector<PhotoMark>& marks, QImage& picture, const QColor& ink, const QColor& edge);

/// What somebody draws on a photo with a finger, before it is burnt in (PhotoForms::draw): a mark begins, goes on, and ends; the last
/// one can be taken back. `paths` are the marks as SVG paths on a picture shown as large as `shownSize`.
class PhotoMarks : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(qiaomen::PhotoMarks::Tool tool READ tool WRITE setTool NOTIFY changed)
    Q_PROPERTY(QSizeF shownSize READ shownSize WRITE setShownSize NOTIFY changed)
    Q_PROPERTY(QStringList paths READ paths NOTIFY changed)
    Q_PROPERTY(double width READ width NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
public:
    enum Tool { Freehand, Circle, Arrow };
    Q_ENUM(Tool)
    using QObject::QObject;

    [[nodiscard]] Tool tool() const { return tool_; }
    [[nodiscard]] const QSizeF& shownSize() const { return shownSize_; }
    [[nodiscard]] QStringList paths() const;
    [[nodiscard]] double width() const { return markWidth(shownSize_); }
    [[nodiscard]] int count() const { return static_cast<int>(marks_.size()); }
    [[nodiscard]] const std::vector<PhotoMark>& marks() const { return marks_; }
    void setTool(Tool tool);
    void setShownSize(const QSizeF& size);

    /// Positions are in shown pixels; what lies beside the picture is taken to its edge.
    Q_INVOKABLE void begin(double x, double y);
    Q_INVOKABLE void goOn(double x, double y);
    /// A mere touch leaves nothing.
    Q_INVOKABLE void end();
    Q_INVOKABLE void undo();

signals:
    void changed();

private:
    [[nodiscard]] QPointF fraction(double x, double y) const;

    Tool tool_ = Freehand;
    QSizeF shownSize_;
    std::vector<PhotoMark> marks_;
    bool drawing_ = false;
};

}  // namespace qiaomen
