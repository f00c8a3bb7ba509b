// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <optional>

#include "mobile/drafted_form.h"
#include "mobile/notice_form.h"
#include "mobile/paper_list.h"
#include "shared/domain/order_rules.h"
#include "shared/domain/working_days.h"

namespace qiaomen {

/// One step of a door order being recorded: a time is agreed, papers are taken along, nobody was home, it is done, it cannot be done
/// and why, the result is handed over, the resident withdraws it. Papers and the one-time notice are saved together with their step.
/// Kept as typed. UI thread only.
class OrderStepForm : public qiaomen::DraftedForm {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.beginOrderStep(id, act)")
    Q_PROPERTY(QString orderId READ orderId CONSTANT)
    /// A code of order_step.act, and its word.
    Q_PROPERTY(QString act READ act CONSTANT)
    Q_PROPERTY(QString actWord READ actWord NOTIFY changed)
    /// What the order is about, and whose it is.
    Q_PROPERTY(QString subject READ subject NOTIFY changed)
    Q_PROPERTY(QString headName READ headName NOTIFY changed)

    /// Whether this step says when somebody comes (again), or when the result is there.
    Q_PROPERTY(bool asksDay READ asksDay CONSTANT)
    /// Local midnight; 0: none.
    Q_PROPERTY(double agreedOn READ agreedOn WRITE setAgreedOn NOTIFY changed)
    /// How the promise of the catalogue makes the day that is proposed; empty where nothing is promised.
    Q_PROPERTY(QString promise READ promise NOTIFY changed)
    Q_PROPERTY(QString agreedPart READ agreedPart WRITE setAgreedPart NOTIFY changed)
    Q_PROPERTY(QList<QString> reasons READ reasons NOTIFY changed)
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY changed)
    Q_PROPERTY(QString handedTo READ handedTo WRITE setHandedTo NOTIFY changed)
    Q_PROPERTY(QString companion READ companion WRITE setCompanion NOTIFY changed)
    /// Papers that are taken along; null in other steps.
    Q_PROPERTY(qiaomen::PaperList* papers READ papers CONSTANT)
    /// The one-time notice; null unless it cannot be done.
    Q_PROPERTY(qiaomen::NoticeForm* notice READ notice CONSTANT)
    /// Papers are missing: a notice goes with the step.
    Q_PROPERTY(bool notifies READ notifies NOTIFY changed)
public:
    OrderStepForm(GridSession& session, const RecordId& order, OrderAct act, QString worker, QObject* parent);
    ~OrderStepForm() override;

    [[nodiscard]] QString orderId() const;
    [[nodiscard]] QString act() const;
    [[nodiscard]] QString actWord() const;
    [[nodiscard]] const QString& subject() const { return subject_; }
    [[nodiscard]] const QString& headName() const { return headName_; }
    [[nodiscard]] bool asksDay() const;
    [[nodiscard]] double agreedOn() const { return agreedOn_; }
    [[nodiscard]] QString promise() const;
    [[nodiscard]] const QString& agreedPart() const { return agreedPart_; }
    [[nodiscard]] const QStringList& reasons() const { return reasons_; }
    [[nodiscard]] const QString& words() const { return words_; }
    [[nodiscard]] const QString& handedTo() const { return handedTo_; }
    [[nodiscard]] const QString& companion() const { return companion_; }
    [[nodiscard]] PaperList* papers() { return papers_.get(); }
    [[nodiscard]] NoticeForm* notice() { return notice_.get(); }
    [[nodiscard]] bool notifies() const;
    void setAgreedOn(double day) { set(agreedOn_, day); }
    void setAgreedPart(const QString& part) { set(agreedPart_, part); }
    void setWords(const QString& words) { set(words_, words); }
    void setHandedTo(const QString& name) { set(handedTo_, name); }
    void setCompanion(const QString& name) { set(companion_, name); }

    Q_INVOKABLE void toggleReason(const QString& code);

protected:
    [[nodiscard]] FieldProblem check() const override;
    [[nodiscard]] std::vector<Edit> edits() const override;
    [[nodiscard]] QString savedWords() const override;
    [[nodiscard]] QJsonObject typed() const override;
    void type(const QJsonObject& draft) override;

private:
    struct Loaded;
    void take(const Loaded& loaded);
    [[nodiscard]] Edit stepEdit() const;
    [[nodiscard]] FieldProblem checkDay() const;
    [[nodiscard]] FieldProblem checkReasons() const;

    RecordId order_;
    OrderAct act_;
    QString subject_, headName_;
    std::optional<WorkingPeriod> promised_;  ///< of papers that are taken along
    double agreedOn_ = 0, wishedOn_ = 0;
    QString agreedPart_, wishedPart_, words_, handedTo_, companion_;
    QStringList reasons_;
    std::unique_ptr<PaperList> papers_;
    std::unique_ptr<NoticeForm> notice_;
};

}  // namespace qiaomen
