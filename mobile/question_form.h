// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

#include "mobile/grid_session.h"
#include "mobile/list_model.h"
#include "shared/domain/question_rules.h"

namespace qiaomen {

/// The answers to choose from, as a list: roles `code` and `label`, as ChoiceModel has them.
class AnswerChoices : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("questionForm.options")
public:
    enum Role { CodeRole = Qt::UserRole + 1, LabelRole };
    Q_ENUM(Role)
    using ListModel::ListModel;

    void show(std::vector<QuestionOption> options) { replace(options_, std::move(options)); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<QuestionOption> options_;
};

/// One question of a question set as this household, or one of its people, is asked it on a visit (visitForm.questions).
///
/// Nobody has to be asked anything: a form without a response saves nothing, and the question waits for the next visit. "Does not
/// wish to say" is an answer and ends the asking. What is known already is shown with who asked last, and is asked again only when
/// somebody says that it is wrong; the new answer then names the old one.
class QuestionForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("visitForm.questions")
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(QString help READ help NOTIFY changed)
    /// A code of codes::kQuestionKind.
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    Q_PROPERTY(QString unit READ unit NOTIFY changed)
    /// Who is asked; empty: the household.
    Q_PROPERTY(QString person READ person NOTIFY changed)
    /// The first question of its set, of somebody: a heading stands above it.
    Q_PROPERTY(bool leads READ leads NOTIFY changed)
    Q_PROPERTY(QString setTitle READ setTitle NOTIFY changed)
    Q_PROPERTY(QString askedBy READ askedBy NOTIFY changed)
    Q_PROPERTY(QString purpose READ purpose NOTIFY changed)
    Q_PROPERTY(qiaomen::AnswerChoices* options READ options CONSTANT)
    /// To be asked on this visit. Otherwise it is known, or they do not wish to say.
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    Q_PROPERTY(bool declined READ isDeclined NOTIFY changed)
    /// What is known, in words; when, and from whom. May be known and no longer fresh.
    Q_PROPERTY(QString known READ known NOTIFY changed)
    Q_PROPERTY(double knownAt READ knownAt NOTIFY changed)
    Q_PROPERTY(QString knownBy READ knownBy NOTIFY changed)

    /// "yes", a code, codes with blanks between, a number, a date, a text: see AnswerText. Writing one means "answered".
    Q_PROPERTY(QString value READ value WRITE setValue NOTIFY changed)
    Q_PROPERTY(QList<QString> chosen READ chosen NOTIFY changed)
    /// The date as a day.
    Q_PROPERTY(double day READ day WRITE setDay NOTIFY changed)
    /// A code of codes::kResponse; empty: nothing was done about it.
    Q_PROPERTY(QString response READ response WRITE setResponse NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
public:
    QuestionForm(GridSession& session, const QuestionSet& set, PosedQuestion posed, const QString& person,
                 QObject* parent);

    [[nodiscard]] QString text() const;
    [[nodiscard]] QString help() const;
    [[nodiscard]] QString kind() const;
    [[nodiscard]] QString unit() const;
    [[nodiscard]] const QString& person() const { return person_; }
    [[nodiscard]] bool leads() const { return leads_; }
    [[nodiscard]] QString setTitle() const;
    [[nodiscard]] QString askedBy() const;
    [[nodiscard]] QString purpose() const;
    [[nodiscard]] AnswerChoices* options() { return &options_; }
    [[nodiscard]] bool isOpen() const { return posed_.state == QuestionState::open || again_; }
    [[nodiscard]] bool isDeclined() const { return posed_.state == QuestionState::declined; }
    [[nodiscard]] QString known() const;
    [[nodiscard]] double knownAt() const { return static_cast<double>(posed_.said.atMs); }
    [[nodiscard]] QString knownBy() const;
    [[nodiscard]] const QString& value() const { return value_; }
    [[nodiscard]] QStringList chosen() const { return value_.split(QLatin1Char(' '), Qt::SkipEmptyParts); }
    [[nodiscard]] double day() const;
    [[nodiscard]] const QString& response() const { return response_; }
    /// Empty when it may be saved; else what to do.
    [[nodiscard]] QString problem() const;

    void setValue(const QString& value);
    void setDay(double day);
    void setResponse(const QString& code);
    void setLeads(bool leads);
    /// Of one among several: on, or off again.
    Q_INVOKABLE void toggle(const QString& code);
    /// What is known is wrong, or they wish to say it after all.
    Q_INVOKABLE void askAgain();

    [[nodiscard]] bool isTouched() const { return !response_.isEmpty() || again_; }
    /// Something is to be saved.
    [[nodiscard]] bool isDone() const { return !response_.isEmpty(); }
    /// The same question of the same person was read anew.
    void rebase(const QuestionSet& set, PosedQuestion posed);
    /// Which question of whom: "question/resident".
    [[nodiscard]] QString key() const;
    static QString keyOf(const PosedQuestion& posed);
    [[nodiscard]] const PosedQuestion& posed() const { return posed_; }
    [[nodiscard]] const RecordId& record() const { return record_; }
    /// The fact.
    [[nodiscard]] Edit edit(const RecordId& household, const RecordId& visit, double answeredAt,
                            const QString& worker) const;
    /// The value of the field that the answer fills; nothing where there is none to write.
    [[nodiscard]] Value filled() const;

    [[nodiscard]] QJsonObject toJson() const;
    void restore(const QJsonObject& draft);
    /// As if nobody had typed anything.
    void reset();

signals:
    void changed();
    /// Somebody did something about it.
    void typed();

private:
    void tell();
    void tellTyped();

    GridSession& session_;
    QuestionSet set_;
    PosedQuestion posed_;
    QString person_;
    AnswerChoices options_{this};
    RecordId record_;
    QString value_, response_;
    bool again_ = false, leads_ = false;
};

/// An answer as people read it.
QString answerWords(const Question& question, const AnswerText& answer, const Vocabulary& vocabulary);

}  // namespace qiaomen
