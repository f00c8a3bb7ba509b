// SPDX-License-Identifier: Apache-2.0
#include "tests/gallery/faults.h"
#include "tests/gallery/seen.h"

namespace faults {

namespace {

/// Half pixels of layouts.
constexpr qreal kHair = 0.6;
/// So much may two neighbours share: a veil's edge, no finger's width.
constexpr qreal kShared = 4;

/// WCAG 2.2's enhanced size and Android's: nothing is narrower, whatever the reason.
constexpr int kNarrowest = 48;

void findSmall(const QQuickItem& control, int least, QStringList& found) {
    const QRectF box = seen::reachable(control, seen::box(control));
    // The seven days of a week share the width of the window: `ofSeven` says so.
    const int across = control.property("ofSeven").toBool() ? kNarrowest : least;
    if (box.width() >= across - kHair && box.height() >= least - kHair) return;
    found << seen::describe(control) +
                 QString(": %1 x %2 can be touched, less than %3").arg(box.width()).arg(box.height()).arg(least);
}

bool inEachOther(const QQuickItem& one, const QQuickItem& other) {
    return one.isAncestorOf(&other) || other.isAncestorOf(&one);
}

/// One that stands within another on purpose (the cross of a search field) is a child of it, or lies wholly inside.
void findOverlaps(const std::vector<QQuickItem*>& controls, QStringList& found) {
    for (std::size_t i = 0; i < controls.size(); ++i) {
        const QRectF one = seen::reachable(*controls[i], seen::box(*controls[i]));
        for (std::size_t j = i + 1; j < controls.size(); ++j) {
            if (inEachOther(*controls[i], *controls[j]) || seen::scrollsApart(*controls[i], *controls[j])) continue;
            const QRectF other = seen::reachable(*controls[j], seen::box(*controls[j]));
            const QRectF both = one.intersected(other);
            if (both.width() <= kShared || both.height() <= kShared) continue;
            if (one.contains(other) || other.contains(one)) continue;
            found << seen::describe(*controls[i]) + ": lies over " + seen::describe(*controls[j]);
        }
    }
}

}  // namespace

QStringList touch(QQuickWindow& window, int least) {
    QStringList found;
    std::vector<QQuickItem*> controls;
    for (QQuickItem* item : seen::items(window)) {
        if (!seen::isControl(*item)) continue;
        findSmall(*item, least, found);
        controls.push_back(item);
    }
    findOverlaps(controls, found);
    return found;
}

}  // namespace faults
