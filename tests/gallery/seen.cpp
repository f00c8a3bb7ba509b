// SPDX-License-Identifier: Apache-2.0
#include "tests/gallery/seen.h"

#include <QAccessible>
#include <algorithm>

namespace seen {

namespace {

constexpr qreal kInvisible = 0.02;

bool isShown(const QQuickItem& item) { return item.isVisible() && item.opacity() > kInvisible; }

void collect(QQuickItem& item, std::vector<QQuickItem*>& into) {
    if (!isShown(item)) return;
    if (item.width() > 0 && item.height() > 0) into.push_back(&item);
    for (QQuickItem* child : item.childItems()) collect(*child, into);
}

/// Children in the order in which they are painted.
QList<QQuickItem*> painted(const QQuickItem& item) {
    QList<QQuickItem*> children = item.childItems();
    std::ranges::stable_sort(children, {}, [](const QQuickItem* child) { return child->z(); });
    return children;
}

QColor over(const QColor& ground, const QColor& colour, qreal opacity) {
    const auto alpha = static_cast<float>(colour.alphaF() * opacity);
    const auto mix = [alpha](float below, float above) { return below * (1 - alpha) + above * alpha; };
    return QColor::fromRgbF(mix(ground.redF(), colour.redF()), mix(ground.greenF(), colour.greenF()),
                            mix(ground.blueF(), colour.blueF()));
}

/// Paints what is below one item, at one point.
class Ground {
public:
    Ground(const QQuickItem& until, QPointF at) : until_(until), at_(at) {}

    std::optional<QColor> paint(const QQuickItem& root, const QColor& first) {
        colour_ = first;
        visit(root, 1);
        return picture_ ? std::nullopt : std::optional(colour_);
    }

private:
    /// False once the item itself is reached.
    bool visit(const QQuickItem& item, qreal opacity) {
        if (&item == &until_) return false;
        if (!isShown(item)) return true;
        const bool here = box(item).contains(at_);
        if (item.clip() && !here && !item.isAncestorOf(&until_)) return true;
        const qreal mine = opacity * item.opacity();
        const QList<QQuickItem*> children = painted(item);
        const auto own = std::ranges::find_if(children, [](const QQuickItem* child) { return child->z() >= 0; });
        for (auto child = children.begin(); child != own; ++child)
            if (!visit(**child, mine)) return false;
        if (here) cover(item, mine);
        for (auto child = own; child != children.end(); ++child)
            if (!visit(**child, mine)) return false;
        return true;
    }

    void cover(const QQuickItem& item, qreal opacity) {
        if (item.inherits("QQuickRectangle")) {
            const QColor colour = item.property("color").value<QColor>();
            colour_ = over(colour_, colour, opacity);
            if (colour.alphaF() * opacity > 0.9) picture_ = false;
        } else if (item.inherits("QQuickImage") && !isIcon(item)) {
            picture_ = true;
        }
    }

    const QQuickItem& until_;
    QPointF at_;
    QColor colour_;
    bool picture_ = false;
};

int accessibleRole(const QQuickItem& item) {
    auto* spoken = QAccessible::queryAccessibleInterface(const_cast<QQuickItem*>(&item));
    return spoken ? spoken->role() : QAccessible::NoRole;
}

QString name(const QQuickItem& item) {
    QString type = QString::fromLatin1(item.metaObject()->className());
    return type.section("_QML", 0, 0);
}

}  // namespace

QQuickItem* sheet(QQuickWindow& window) {
    QQuickItem* top = nullptr;
    for (QQuickItem* layer : painted(*window.contentItem())) {
        if (!layer->inherits("QQuickOverlay") || !isShown(*layer)) continue;
        for (QQuickItem* child : painted(*layer))
            if (child->inherits("QQuickPopupItem") && isShown(*child) && !child->inherits("QQuickToolTip")) top = child;
    }
    return top;
}

std::vector<QQuickItem*> items(QQuickWindow& window) {
    std::vector<QQuickItem*> all;
    QQuickItem* open = sheet(window);
    collect(open ? *open : *window.contentItem(), all);
    return all;
}

bool isText(const QQuickItem& item) {
    return item.inherits("QQuickText") && !item.property("text").toString().trimmed().isEmpty();
}

bool isIcon(const QQuickItem& item) { return item.inherits("QQuickColorImage"); }

bool isControl(const QQuickItem& item) {
    if (!item.isEnabled()) return false;
    if (item.inherits("QQuickAbstractButton")) return accessibleRole(item) != QAccessible::ListItem;
    return item.inherits("QQuickTextField") || item.inherits("QQuickTextArea") || item.inherits("QQuickMouseArea") ||
           (item.inherits("QQuickTextInput") && !item.parentItem()->inherits("QQuickTextField"));
}

const QQuickItem* controlAround(const QQuickItem& item) {
    for (const QQuickItem* around = &item; around; around = around->parentItem())
        if (isControl(*around)) return around;
    return nullptr;
}

bool scrollsApart(const QQuickItem& one, const QQuickItem& other) {
    const auto scrollsAlone = [](const QQuickItem& item, const QQuickItem& beside) {
        for (const QQuickItem* around = item.parentItem(); around && !around->isAncestorOf(&beside);
             around = around->parentItem())
            if (around->inherits("QQuickFlickable")) return true;
        return false;
    };
    return scrollsAlone(one, other) || scrollsAlone(other, one);
}

QString path(const QQuickItem& item) {
    QStringList names;
    for (const QQuickItem* at = &item; at && names.size() < 6; at = at->parentItem()) {
        const QString type = name(*at);
        if (!type.startsWith("QQuick")) names.prepend(type);
    }
    return names.join(" > ");
}

QString describe(const QQuickItem& item) {
    QString read = item.property("text").toString();
    if (read.isEmpty()) read = item.property("title").toString();
    read.replace('\n', ' ');
    return path(item) + (read.isEmpty() ? QString() : QString(" \"%1\"").arg(read));
}

QRectF box(const QQuickItem& item) { return item.mapRectToScene({0, 0, item.width(), item.height()}); }

QRectF words(const QQuickItem& text) {
    const qreal width = text.property("contentWidth").toReal(), height = text.property("contentHeight").toReal();
    const int across = text.property("effectiveHorizontalAlignment").toInt();
    const int down = text.property("verticalAlignment").toInt();
    const qreal left = text.property("leftPadding").toReal(), right = text.property("rightPadding").toReal();
    const qreal top = text.property("topPadding").toReal(), bottom = text.property("bottomPadding").toReal();
    const qreal roomX = text.width() - left - right - width, roomY = text.height() - top - bottom - height;
    const qreal x = left + (across & Qt::AlignRight ? roomX : across & Qt::AlignHCenter ? roomX / 2 : 0);
    const qreal y = top + (down & Qt::AlignBottom ? roomY : down & Qt::AlignVCenter ? roomY / 2 : 0);
    return text.mapRectToScene({x, y, width, height});
}

QRectF reachable(const QQuickItem& item, const QRectF& box) {
    QRectF left = box;
    bool sideways = false, upright = false;  // something inside can be scrolled so
    const auto cut = [&](const QRectF& edge) {
        if (!sideways) {
            left.setLeft(std::max(left.left(), edge.left()));
            left.setRight(std::min(left.right(), edge.right()));
        }
        if (!upright) {
            left.setTop(std::max(left.top(), edge.top()));
            left.setBottom(std::min(left.bottom(), edge.bottom()));
        }
    };
    for (const QQuickItem* around = item.parentItem(); around; around = around->parentItem()) {
        if (around->inherits("QQuickFlickable")) {
            // What is beyond its contents cannot be scrolled to.
            const bool wide = around->property("contentWidth").toReal() > around->width() + 1;
            sideways = sideways || wide;
            const qreal above = around->property("topMargin").toReal(),
                        below = around->property("bottomMargin").toReal();
            upright = upright || around->property("contentHeight").toReal() + above + below > around->height() + 1;
        }
        if (around->clip()) cut(seen::box(*around));
        if (!around->parentItem()) cut(seen::box(*around));
    }
    return left;
}

std::optional<QColor> groundUnder(const QQuickItem& item, QPointF at) {
    const QQuickWindow& window = *item.window();
    return Ground(item, at).paint(*window.contentItem(), window.color());
}

qreal opacity(const QQuickItem& item) {
    qreal all = 1;
    for (const QQuickItem* at = &item; at; at = at->parentItem()) all *= at->opacity();
    return all;
}

}  // namespace seen
