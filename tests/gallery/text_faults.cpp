// SPDX-License-Identifier: Apache-2.0
#include <QAccessible>
#include <QTextLayout>
#include <cmath>

#include "tests/gallery/faults.h"
#include "tests/gallery/seen.h"

namespace faults {

namespace {

/// Letters have edges that measure a fraction of a pixel more than they paint.
constexpr qreal kHair = 1.5;
/// So few letters belong on one line.
constexpr int kShortWord = 4;

QString pixels(qreal value) { return QString::number(value, 'f', 0); }

/// The control around it opens the whole, and says it to those who cannot see.
bool isWholeElsewhere(const QQuickItem& text) {
    if (!text.property("abridged").toBool()) return false;
    const QQuickItem* control = seen::controlAround(text);
    auto* spoken = QAccessible::queryAccessibleInterface(const_cast<QQuickItem*>(control));
    return spoken && spoken->text(QAccessible::Name).contains(text.property("text").toString());
}

bool isLatin(QChar letter) { return letter.isLetter() && letter.unicode() < 0x250; }

/// The word that a line's end cuts in two, or empty.
QString brokenWord(const QQuickItem& text) {
    const int mode = text.property("wrapMode").toInt();
    if (mode == QTextOption::NoWrap) return {};
    const QString words = text.property("text").toString();
    const qreal width = text.width() - text.property("leftPadding").toReal() - text.property("rightPadding").toReal();
    for (const QString& paragraph : words.split('\n')) {
        QTextLayout layout(paragraph, text.property("font").value<QFont>());
        QTextOption option;
        option.setWrapMode(static_cast<QTextOption::WrapMode>(mode));
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::ceil(width));
            const int end = line.textStart() + line.textLength();
            if (end >= paragraph.size() || end == 0) break;
            if (isLatin(paragraph[end - 1]) && isLatin(paragraph[end]))
                return paragraph.mid(std::max(0, end - 12), 24).trimmed();
        }
        layout.endLayout();
    }
    return {};
}

void findCut(const QQuickItem& text, QStringList& found) {
    const QString who = seen::describe(text);
    if (text.property("truncated").toBool() && !isWholeElsewhere(text))
        found << who + ": cut; give it more room or lines, or mark it abridged where its control opens the whole";
    const qreal width = text.property("contentWidth").toReal(), height = text.property("contentHeight").toReal();
    if (width > text.width() + kHair)
        found << who + QString(": is %1 wide in %2").arg(pixels(width), pixels(text.width()));
    if (height > text.height() + kHair)
        found << who + QString(": is %1 high in %2").arg(pixels(height), pixels(text.height()));
    const QRectF words = seen::words(text), left = seen::reachable(text, words);
    if (words.width() - left.width() > kHair || words.height() - left.height() > kHair)
        found << who + QString(": an edge cuts it, %1 x %2 of %3 x %4 can be seen")
                           .arg(pixels(left.width()), pixels(left.height()), pixels(words.width()),
                                pixels(words.height()));
    if (const QString word = brokenWord(text); !word.isEmpty()) found << who + ": a line ends inside a word: " + word;
    const QString shown = text.property("text").toString().trimmed();
    if (shown.size() <= kShortWord && text.property("lineCount").toInt() > shown.count('\n') + 1)
        found << who + ": so short a word on two lines";
}

/// The control it stands in must hold it.
void findSpilt(const QQuickItem& text, QStringList& found) {
    const QQuickItem* control = seen::controlAround(text);
    if (!control || control == &text) return;
    const QRectF words = seen::words(text), around = seen::box(*control).adjusted(-kHair, -kHair, kHair, kHair);
    if (!around.contains(words)) found << seen::describe(text) + ": stands out of its control, " + seen::path(*control);
}

/// Some float on purpose: a message at the foot, a badge on an icon.
bool floats(const QQuickItem& text) {
    for (const QQuickItem* around = &text; around; around = around->parentItem())
        if (around->inherits("QQuickOverlay") || seen::path(*around).endsWith("Snackbar")) return true;
    return false;
}

void findOverlaps(const std::vector<QQuickItem*>& texts, QStringList& found) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const QRectF one = seen::words(*texts[i]);
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            const QRectF both = one.intersected(seen::words(*texts[j]));
            if (both.width() <= 2 || both.height() <= 4) continue;
            if (seen::scrollsApart(*texts[i], *texts[j])) continue;
            if (floats(*texts[i]) != floats(*texts[j])) continue;
            found << seen::describe(*texts[i]) + ": lies over " + seen::describe(*texts[j]);
        }
    }
}

}  // namespace

QStringList text(QQuickWindow& window) {
    QStringList found;
    std::vector<QQuickItem*> texts;
    for (QQuickItem* item : seen::items(window)) {
        if (!seen::isText(*item)) continue;
        texts.push_back(item);
        findCut(*item, found);
        findSpilt(*item, found);
    }
    findOverlaps(texts, found);
    return found;
}

}  // namespace faults
