// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QtQmlIntegration>

#include "mobile/grid_session.h"

namespace qiaomen {

/// One need, being written down inside a visit (visitForm.needs) or without one (FindingForm). Text and kind are asked for; urgency is "normal" and the
/// community follows it up unless somebody says otherwise. Solved on the spot means met: the state follows from the route.
class NeedForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("visitForm.addNeed()")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY changed)
    Q_PROPERTY(QString urgency READ urgency WRITE setUrgency NOTIFY changed)
    Q_PROPERTY(QString route READ route WRITE setRoute NOTIFY changed)
    Q_PROPERTY(bool wantsReply READ wantsReply WRITE setWantsReply NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
public:
    NeedForm(GridSession& session, QObject* parent);

    [[nodiscard]] const RecordId& record() const { return record_; }
    [[nodiscard]] const QString& text() const { return text_; }
    [[nodiscard]] const QString& kind() const { return kind_; }
    [[nodiscard]] const QString& urgency() const { return urgency_; }
    [[nodiscard]] const QString& route() const { return route_; }
    [[nodiscard]] bool wantsReply() const { return wantsReply_; }
    void setText(const QString& text);
    void setKind(const QString& kind);
    void setUrgency(const QString& urgency);
    void setRoute(const QString& route);
    void setWantsReply(bool wants);

    /// Empty when it may be saved; else a sentence that names the field and says what to do.
    [[nodiscard]] QString problem() const;
    /// The new record; `visit` is none when it was heard without one.
    [[nodiscard]] Edit edit(const RecordId& household, const RecordId& visit, double heardAt,
                            const QString& worker) const;

    [[nodiscard]] QJsonObject toJson() const;
    void restore(const QJsonObject& draft);

signals:
    void changed();

private:
    template <class T>
    void set(T& field, const T& value);

    GridSession& session_;
    RecordId record_;
    QString text_, kind_, urgency_ = QStringLiteral("normal"), route_ = QStringLiteral("community");
    bool wantsReply_ = false;
};

}  // namespace qiaomen
