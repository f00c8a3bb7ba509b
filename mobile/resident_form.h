// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QtQmlIntegration>

#include "mobile/draft_keeper.h"
#include "mobile/field_edits.h"

namespace qiaomen {

/// One resident's fields that a worker changes at the door. Inside a visit (visitForm.residents) it is saved with the visit.
///
/// A phone that is stored stays masked; `phone` is what was typed to replace it, empty while nothing was.
class ResidentForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("visitForm.residents, role `form`")
    Q_PROPERTY(QString residentId READ residentId CONSTANT)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed)
    /// In words: "Daughter".
    Q_PROPERTY(QString relation READ relation NOTIFY changed)
    /// Whole years; -1 when the birth date is not known.
    Q_PROPERTY(int age READ age NOTIFY changed)
    Q_PROPERTY(QString phoneMasked READ phoneMasked NOTIFY changed)
    Q_PROPERTY(QString phone READ phone WRITE setPhone NOTIFY changed)
    Q_PROPERTY(QString workUnit READ workUnit WRITE setWorkUnit NOTIFY changed)
    Q_PROPERTY(QString population READ population WRITE setPopulation NOTIFY changed)
    Q_PROPERTY(QList<QString> careTags READ careTags WRITE setCareTags NOTIFY changed)
    /// Moved away on that day (local midnight), 0: lives here.
    Q_PROPERTY(double leftOn READ leftOn WRITE setLeftOn NOTIFY changed)
    Q_PROPERTY(bool dirty READ isDirty NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
public:
    ResidentForm(GridSession& session, Record resident, QObject* parent);

    [[nodiscard]] RecordId record() const { return edits_.record().id(); }
    [[nodiscard]] QString residentId() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString relation() const;
    [[nodiscard]] int age() const;
    [[nodiscard]] QString phoneMasked() const;
    [[nodiscard]] QString phone() const;
    [[nodiscard]] QString workUnit() const;
    [[nodiscard]] QString population() const;
    [[nodiscard]] QStringList careTags() const;
    [[nodiscard]] double leftOn() const;
    [[nodiscard]] bool isDirty() const { return edits_.isDirty(); }
    void setName(const QString& name);
    void setPhone(const QString& phone);
    void setWorkUnit(const QString& unit);
    void setPopulation(const QString& code);
    void setCareTags(const QStringList& codes);
    void setLeftOn(double day);

    /// Turns one care tag on or off.
    Q_INVOKABLE void toggleCareTag(const QString& code);
    /// Any field by its name in shared/domain, with the value as text (dates ISO, tags with spaces): for --drive and for pages
    /// made from the description. False when there is no such field.
    Q_INVOKABLE bool change(const QString& field, const QString& value);

    [[nodiscard]] QString problem() const;
    [[nodiscard]] FieldEdits& edits() { return edits_; }
    /// The store's record is another one now: what is typed stays.
    void rebase(Record resident);
    void restore(const QJsonObject& typed);

signals:
    void changed();

private:
    void set(FieldNo field, Value value);

    GridSession& session_;
    FieldEdits edits_;
};

}  // namespace qiaomen
