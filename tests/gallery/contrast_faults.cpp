// SPDX-License-Identifier: Apache-2.0
//
// Contrast as in WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio and success criteria 1.4.3 and 1.4.11.
#include <QFont>
#include <algorithm>
#include <cmath>

#include "tests/gallery/faults.h"
#include "tests/gallery/seen.h"

namespace faults {

namespace {

constexpr double kText = 4.5, kLargeText = 3, kIcon = 3;
/// 18 points, or 14 points bold, at 96 pixels an inch.
constexpr int kLarge = 24, kLargeBold = 19;

double luminance(const QColor& colour) {
    const auto part = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

double ratio(const QColor& one, const QColor& other) {
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

double required(const QQuickItem& item) {
    if (seen::isIcon(item)) return kIcon;
    const auto font = item.property("font").value<QFont>();
    return font.pixelSize() >= (font.weight() >= QFont::Bold ? kLargeBold : kLarge) ? kLargeText : kText;
}

QColor mixed(const QColor& ground, const QColor& ink, qreal opacity) {
    const double alpha = ink.alphaF() * opacity;
    const auto mix = [alpha](double below, double above) { return below * (1 - alpha) + above * alpha; };
    return QColor::fromRgbF(static_cast<float>(mix(ground.redF(), ink.redF())),
                            static_cast<float>(mix(ground.greenF(), ink.greenF())),
                            static_cast<float>(mix(ground.blueF(), ink.blueF())));
}

}  // namespace

QStringList contrast(QQuickWindow& window) {
    QStringList found;
    for (QQuickItem* item : seen::items(window)) {
        if (!item->isEnabled() || !(seen::isText(*item) || seen::isIcon(*item))) continue;
        const QRectF box = seen::isIcon(*item) ? seen::box(*item) : seen::words(*item);
        const auto ground = seen::groundUnder(*item, box.center());
        if (!ground) continue;
        const QColor ink = mixed(*ground, item->property("color").value<QColor>(), seen::opacity(*item));
        const double is = ratio(ink, *ground);
        if (is >= required(*item) - 0.005) continue;
        found << seen::describe(*item) + QString(": %1 on %2 is %3 : 1, less than %4")
                                             .arg(ink.name(), ground->name(), QString::number(is, 'f', 2))
                                             .arg(required(*item));
    }
    return found;
}

}  // namespace faults
