// SPDX-License-Identifier: Apache-2.0
#include "mobile/drive_task.h"

#include <QMetaProperty>

namespace qiaomen {

DriveTask::DriveTask(Workspace& app, DriveMemory& memory, QJsonObject line, Answer answer, QObject* parent)
    : QObject(parent), app_(app), memory_(memory), line_(std::move(line)), answer_(std::move(answer)) {}

QStringList DriveTask::list(const char* key) const {
    QStringList list;
    for (const auto& entry : line_[QLatin1String(key)].toArray()) list << entry.toString();
    return list;
}

void DriveTask::finish(QJsonObject answer) {
    const auto give = std::exchange(answer_, nullptr);
    if (!give) return;
    deleteLater();
    if (!answer.contains("ok")) answer["ok"] = true;
    give(std::move(answer));
}

void DriveTask::fail(const char* fault, const QString& problem) {
    finish({{"ok", false}, {"fault", fault}, {"problem", problem}});
}

void DriveTask::hearFailures() {
    connect(&app_, &Workspace::failed, this, [this](const QString& problem) { fail("missing", problem); });
}

/// A commit is told on the UI thread, which asks for lists, of which one may wait for another: three turns.
void DriveTask::whenSettled(std::function<void()> then) { turn(3, then); }

void DriveTask::turn(int turns, const std::function<void()>& then) {
    if (turns == 0) return then();
    const auto nothing = [] { return 0; };
    app_.executor().write(this, nothing, [this, nothing, turns, then](int) {
        app_.executor().read(this, nothing, [this, turns, then](int) { turn(turns - 1, then); });
    });
}

// --- between JSON and the objects that QML knows ---------------------------------------------------------------------------

QString lineName(const char* property) {
    QString name;
    for (const QChar letter : QString::fromLatin1(property)) {
        if (letter.isUpper()) name += QLatin1Char('_');
        name += letter.toLower();
    }
    return name;
}

QJsonArray rows(const QAbstractItemModel& model) {
    QJsonArray array;
    const auto roles = model.roleNames();
    for (int row = 0; row < model.rowCount(); ++row) {
        QJsonObject object{{"row", row}};
        for (auto role = roles.begin(); role != roles.end(); ++role) {
            object.insert(lineName(role.value().constData()),
                          QJsonValue::fromVariant(model.data(model.index(row, 0), role.key())));
        }
        array.append(object);
    }
    return array;
}

QJsonObject shown(const QObject& object) {
    QJsonObject all;
    const QMetaObject& type = *object.metaObject();
    for (int at = QObject::staticMetaObject.propertyCount(); at < type.propertyCount(); ++at) {
        const QMetaProperty property = type.property(at);
        const QVariant value = property.read(&object);
        if (const auto* list = qobject_cast<const QAbstractItemModel*>(value.value<QObject*>()))
            all[lineName(property.name())] = rows(*list);
        else if (!(property.metaType().flags() & QMetaType::PointerToQObject))
            all[lineName(property.name())] = QJsonValue::fromVariant(value);
    }
    if (const auto* list = qobject_cast<const QAbstractItemModel*>(&object)) all["rows"] = rows(*list);
    return all;
}

namespace {

QMetaProperty propertyNamed(const QObject& object, const QString& name) {
    const QMetaObject& type = *object.metaObject();
    for (int at = 0; at < type.propertyCount(); ++at) {
        if (lineName(type.property(at).name()) == name) return type.property(at);
    }
    return {};
}

QVariant typed(const QJsonValue& value, const QMetaProperty& property) {
    if (value.isArray()) return QVariant(value.toVariant().toStringList());
    if (value.isString() && property.metaType() == QMetaType::fromType<double>())
        return dayFromDate(fromQt(value.toString()));
    return value.toVariant();
}

}  // namespace

QString typeInto(QObject& form, const QJsonObject& line, const QStringList& others) {
    for (auto entry = line.begin(); entry != line.end(); ++entry) {
        if (others.contains(entry.key())) continue;
        const QMetaProperty property = propertyNamed(form, entry.key());
        if (!property.isWritable() || !property.write(&form, typed(entry.value(), property)))
            return DriveTask::tr("This cannot be typed here: %1").arg(entry.key());
    }
    return {};
}

}  // namespace qiaomen
