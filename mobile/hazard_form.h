// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QtQmlIntegration>

#include "mobile/grid_session.h"
#include "mobile/photo_forms.h"
#include "mobile/position_source.h"

namespace qiaomen {

/// One hazard being written down, inside a visit (visitForm.hazards) or without one (FindingForm): kind, risk and place are asked for. The time limit follows the risk (small: on
/// the spot, today; general: seven days; major: report upward within the hour, the department sets the limit) until somebody
/// sets another. A position belongs to the thing, is optional, and is looked for only between position.start and a good reading. So are
/// photos: of the thing, and never asked for.
class HazardForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("visitForm.addHazard()")
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY changed)
    Q_PROPERTY(QString risk READ risk WRITE setRisk NOTIFY changed)
    Q_PROPERTY(QString place READ place WRITE setPlace NOTIFY changed)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
    Q_PROPERTY(QString responsible READ responsible WRITE setResponsible NOTIFY changed)
    /// Local midnight; 0: no limit.
    Q_PROPERTY(double rectifyBy READ rectifyBy WRITE setRectifyBy NOTIFY changed)
    /// Put right while the worker was there: it is saved as closed.
    Q_PROPERTY(bool fixedOnSpot READ fixedOnSpot WRITE setFixedOnSpot NOTIFY changed)
    /// What the risk asks for, in words; empty until a risk is chosen.
    Q_PROPERTY(QString advice READ advice NOTIFY changed)
    Q_PROPERTY(qiaomen::PositionSource* position READ position CONSTANT)
    Q_PROPERTY(qiaomen::PhotoForms* photos READ photos CONSTANT)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
public:
    HazardForm(GridSession& session, const QString& place, const PositionSource::Plugin& plugin, QObject* parent);

    [[nodiscard]] const RecordId& record() const { return record_; }
    [[nodiscard]] const QString& kind() const { return kind_; }
    [[nodiscard]] const QString& risk() const { return risk_; }
    [[nodiscard]] const QString& place() const { return place_; }
    [[nodiscard]] const QString& text() const { return text_; }
    [[nodiscard]] const QString& responsible() const { return responsible_; }
    [[nodiscard]] double rectifyBy() const { return rectifyBy_; }
    [[nodiscard]] bool fixedOnSpot() const { return fixedOnSpot_; }
    [[nodiscard]] QString advice() const;
    [[nodiscard]] PositionSource* position() { return &position_; }
    [[nodiscard]] PhotoForms* photos() { return &photos_; }
    void setKind(const QString& kind);
    void setRisk(const QString& risk);
    void setPlace(const QString& place);
    void setText(const QString& text);
    void setResponsible(const QString& responsible);
    void setRectifyBy(double day);
    void setFixedOnSpot(bool fixed);

    Q_INVOKABLE void startPosition() { position_.start(); }
    Q_INVOKABLE void stopPosition() { position_.stop(); }
    Q_INVOKABLE void clearPosition() { position_.clear(); }

    [[nodiscard]] QString problem() const;
    /// The new record; `visit` is none when it was found without one, `household` when the place is nobody's.
    [[nodiscard]] Edit edit(const RecordId& household, const RecordId& visit, double foundAt,
                            const QString& worker) const;
    /// … and its photos.
    [[nodiscard]] std::vector<Edit> photoEdits(const QString& worker) const { return photos_.edits(record_, worker); }
    /// The draft as it stands here is durable, or the form was saved or given up.
    void settle() { photos_.settle(); }

    [[nodiscard]] QJsonObject toJson() const;
    void restore(const QJsonObject& draft);

signals:
    void changed();

private:
    template <class T>
    void set(T& field, const T& value);

    GridSession& session_;
    RecordId record_;
    QString kind_, risk_, place_, text_, responsible_;
    double rectifyBy_ = 0;
    bool limitChosen_ = false;  ///< somebody set the limit: the risk no longer does
    bool fixedOnSpot_ = false;
    PositionSource position_;
    PhotoForms photos_;
};

}  // namespace qiaomen
