// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>
#include <QtQmlIntegration>
#include <chrono>

#include "mobile/grid_session.h"

namespace qiaomen {

/// One look at a number that is masked everywhere: an identity number, a telephone. Whoever looks says why; that is logged first,
/// durably, and only then the number is read, shown for half a minute and forgotten again.
///
/// Use: wait for `ready`, set `reason` (and `words`, which "other" asks for), show() while `problem` is empty. UI thread only.
class Reveal : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.beginReveal(collection, record, field)")
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)
    /// Whose number, and which: "王芳", "Identity number".
    Q_PROPERTY(QString subject READ subject NOTIFY changed)
    Q_PROPERTY(QString fieldLabel READ fieldLabel NOTIFY changed)
    Q_PROPERTY(QString maskedText READ maskedText NOTIFY changed)
    /// A code of vocabulary.choices("read_audit", "reason").
    Q_PROPERTY(QString reason READ reason WRITE setReason NOTIFY changed)
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY changed)
    /// Empty when it may be shown.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool saving READ isSaving NOTIFY changed)
    /// The number in full, empty while it is not shown.
    Q_PROPERTY(QString text READ text NOTIFY changed)
    /// Until it is hidden again.
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY changed)
public:
    static constexpr std::chrono::seconds kShownFor{30};

    struct Target {
        const Collection* collection;
        RecordId record;
        FieldNo field;
    };
    /// The target that QML names by words; nothing unless the field is a sensitive text.
    static std::optional<Target> target(const QString& collection, const QString& record, const QString& field);

    /// `second` is how long one of its seconds lasts: a test need not wait.
    Reveal(GridSession& session, Target target, QString worker, QObject* parent,
           std::chrono::milliseconds second = std::chrono::seconds(1));

    [[nodiscard]] bool isReady() const { return ready_; }
    [[nodiscard]] const QString& subject() const { return subject_; }
    [[nodiscard]] QString fieldLabel() const;
    [[nodiscard]] const QString& maskedText() const { return masked_; }
    [[nodiscard]] const QString& reason() const { return reason_; }
    [[nodiscard]] const QString& words() const { return words_; }
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool isSaving() const { return saving_; }
    [[nodiscard]] const QString& text() const { return text_; }
    [[nodiscard]] int secondsLeft() const { return secondsLeft_; }
    void setReason(const QString& code);
    void setWords(const QString& words);

    /// Logs the look; then `text` holds the number. Nothing is shown when it could not be logged: failed().
    Q_INVOKABLE void show();
    Q_INVOKABLE void hide();

signals:
    void changed();
    void failed(const QString& problem);

private:
    void load();
    void read();
    void tick();
    [[nodiscard]] Edit look() const;
    [[nodiscard]] const Field& field() const { return *target_.collection->find(target_.field); }

    GridSession& session_;
    Target target_;
    QString worker_;
    RecordId household_;
    QString subject_, masked_, reason_, words_, text_;
    QTimer second_;
    int secondsLeft_ = 0;
    bool ready_ = false, saving_ = false;
};

}  // namespace qiaomen
