// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <utility>

#include "mobile/drive.h"
#include "mobile/text.h"

/// What the commands of a drive have in common: how answers look, and how to wait for one signal.
namespace qiaomen::drive {

inline QJsonObject done() { return {{"ok", true}}; }
inline QJsonObject failure(const char* fault, const QString& problem) {
    return {{"ok", false}, {"fault", fault}, {"problem", problem}};
}
inline QJsonObject failure(const Error& error) { return failure(name(error.fault), explain(error)); }

/// Each row of a list as an object, by its role names.
inline QJsonArray rows(const QAbstractItemModel& model) {
    QJsonArray array;
    const auto roles = model.roleNames();
    for (int row = 0; row < model.rowCount(); ++row) {
        QJsonObject object{{"row", row}};
        for (auto role = roles.begin(); role != roles.end(); ++role) {
            object.insert(QString::fromLatin1(role.value()),
                          QJsonValue::fromVariant(model.data(model.index(row, 0), role.key())));
        }
        array.append(object);
    }
    return array;
}

/// Waits once: its connections end with the first call of finish().
class Once : public QObject {
public:
    explicit Once(QObject* parent, Drive::Answer answer) : QObject(parent), answer_(std::move(answer)) {}
    void finish(const QJsonObject& answer) {
        if (auto give = std::exchange(answer_, nullptr)) {
            deleteLater();
            give(answer);
        }
    }

private:
    Drive::Answer answer_;
};

}  // namespace qiaomen::drive
