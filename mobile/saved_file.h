// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QRegularExpression>
#include <QString>

namespace qiaomen {

/// A title as files of any system may be called.
inline QString fileTitle(QString title) {
    return title.remove(QRegularExpression(QStringLiteral("[\\\\/:*?\"<>|]"))).trimmed();
}

/// A file of that title that is not in the folder yet: nothing that somebody saved before is written over.
inline QString freeFile(const QString& folder, const QString& title, const QString& ending) {
    const QDir into(folder);
    const QString name = fileTitle(title);
    QString free = name + QLatin1Char('.') + ending;
    for (int number = 2; into.exists(free); ++number)
        free = QStringLiteral("%1 (%2).%3").arg(name).arg(number).arg(ending);
    return into.filePath(free);
}

}  // namespace qiaomen
