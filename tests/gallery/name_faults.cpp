// SPDX-License-Identifier: Apache-2.0
#include <QAccessible>
#include <algorithm>
#include <array>

#include "tests/gallery/faults.h"
#include "tests/gallery/seen.h"

namespace faults {

namespace {

QAccessibleInterface* spoken(const QQuickItem& item) {
    return QAccessible::queryAccessibleInterface(const_cast<QQuickItem*>(&item));
}

/// What can be done with it is said by its role.
bool saysWhatItDoes(QAccessible::Role role) {
    static constexpr std::array kRoles{QAccessible::Button,  QAccessible::CheckBox,     QAccessible::RadioButton,
                                       QAccessible::PageTab, QAccessible::EditableText, QAccessible::ListItem,
                                       QAccessible::Link,    QAccessible::MenuItem,     QAccessible::ComboBox,
                                       QAccessible::Graphic, QAccessible::Canvas};
    return std::ranges::find(kRoles, role) != kRoles.end();
}

void findNameless(const QQuickItem& control, QStringList& found) {
    auto* said = spoken(control);
    if (!said) {
        found << seen::describe(control) + ": unknown to a screen reader";
        return;
    }
    const QString name = said->text(QAccessible::Name);
    if (std::ranges::none_of(name, [](QChar letter) { return letter.isLetterOrNumber(); }))
        found << seen::describe(control) + ": has no name for a screen reader";
    if (!saysWhatItDoes(said->role()))
        found << seen::describe(control) + QString(": its role (%1) does not say what it does").arg(said->role());
}

/// Without spaces and marks, which a sentence has other ones of.
QString letters(const QString& words) {
    QString kept;
    std::ranges::copy_if(words, std::back_inserter(kept), [](QChar letter) { return letter.isLetterOrNumber(); });
    return kept.toLower();
}

/// An ignored text must be said by what it stands in.
void findUnspoken(const QQuickItem& text, QStringList& found) {
    auto* itself = spoken(text);
    if (itself && !itself->text(QAccessible::Name).isEmpty() && !itself->state().invisible &&
        itself->role() != QAccessible::NoRole)
        return;
    const QString words = letters(text.property("text").toString());
    for (const QQuickItem* around = text.parentItem(); around; around = around->parentItem()) {
        auto* said = spoken(*around);
        if (!said) continue;
        const QString told = letters(said->text(QAccessible::Name) + said->text(QAccessible::Description));
        if (told.contains(words)) return;
    }
    found << seen::describe(text) + ": a screen reader passes over it";
}

}  // namespace

QStringList names(QQuickWindow& window) {
    QStringList found;
    for (QQuickItem* item : seen::items(window)) {
        if (seen::isControl(*item)) findNameless(*item, found);
        if (seen::isText(*item)) findUnspoken(*item, found);
    }
    return found;
}

}  // namespace faults
