// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/drafted_form.h"
#include "shared/domain/hazard_rules.h"

namespace qiaomen {

/// What may be done about a hazard, from its record and its steps that stand.
HazardFacts hazardFacts(const Record& head, const std::vector<Record>& steps);
/// "Give notice", "Look again" …
QString actWord(HazardAct act);

/// One step of a hazard being recorded: a notice to whoever has to put it right, a look at it again, the one extension, the report
/// upward, the closing, its coming back. The hazard's own state and limit are saved together with the step. Kept as typed.
class HazardStepForm : public qiaomen::DraftedForm {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.beginHazardStep(id, act)")
    Q_PROPERTY(QString hazardId READ hazardId CONSTANT)
    /// A code of hazard_step.act, and what the button said.
    Q_PROPERTY(QString act READ act CONSTANT)
    Q_PROPERTY(QString actWord READ actWord NOTIFY changed)
    Q_PROPERTY(QString subject READ subject NOTIFY changed)
    Q_PROPERTY(QString place READ place NOTIFY changed)
    /// A limit goes with it: a notice, an extension, a hazard that came back.
    Q_PROPERTY(bool asksLimit READ asksLimit CONSTANT)
    /// To whom it is given or reported.
    Q_PROPERTY(bool asksWhom READ asksWhom CONSTANT)
    /// Local midnight; 0: none.
    Q_PROPERTY(double until READ until WRITE setUntil NOTIFY changed)
    Q_PROPERTY(QString toWhom READ toWhom WRITE setToWhom NOTIFY changed)
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY changed)
public:
    HazardStepForm(GridSession& session, const RecordId& hazard, HazardAct act, QString worker, QObject* parent);
    ~HazardStepForm() override;

    [[nodiscard]] QString hazardId() const;
    [[nodiscard]] QString act() const;
    [[nodiscard]] QString actWord() const { return qiaomen::actWord(act_); }
    [[nodiscard]] const QString& subject() const { return subject_; }
    [[nodiscard]] const QString& place() const { return place_; }
    [[nodiscard]] bool asksLimit() const;
    [[nodiscard]] bool asksWhom() const { return act_ == HazardAct::notice || act_ == HazardAct::escalate; }
    [[nodiscard]] double until() const { return until_; }
    [[nodiscard]] const QString& toWhom() const { return toWhom_; }
    [[nodiscard]] const QString& words() const { return words_; }
    void setUntil(double day) { set(until_, day); }
    void setToWhom(const QString& name) { set(toWhom_, name); }
    void setWords(const QString& words) { set(words_, words); }

protected:
    [[nodiscard]] FieldProblem check() const override;
    [[nodiscard]] std::vector<Edit> edits() const override;
    [[nodiscard]] QString savedWords() const override;
    [[nodiscard]] QJsonObject typed() const override;
    void type(const QJsonObject& draft) override;

private:
    struct Loaded;
    void take(const Loaded& loaded);
    [[nodiscard]] FieldProblem checkLimit() const;
    [[nodiscard]] Edit headEdit() const;
    [[nodiscard]] double proposedLimit() const;

    RecordId hazard_;
    HazardAct act_;
    HazardFacts facts_;
    Record head_{CollectionNo{}, {}};
    QString subject_, place_, toWhom_, words_;
    double until_ = 0;
};

}  // namespace qiaomen
