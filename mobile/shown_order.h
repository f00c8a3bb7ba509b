// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include "mobile/list_model.h"
#include "mobile/shown_record.h"

namespace qiaomen {

/// The papers of the shown order: what a worker carries, and what is back.
class CarriedPapers : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.order.papers")
public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        FormRole,     ///< `form`, in words, with how many
        TakenAtRole,  ///< real, ms
        TakenByRole,
        ReturnedAtRole,  ///< real, ms; 0: still carried
    };
    Q_ENUM(Role)
    CarriedPapers(const Vocabulary& vocabulary, QObject* parent);
    void show(std::vector<Record> papers) { replace(papers_, std::move(papers)); }
    [[nodiscard]] const std::vector<Record>& papers() const { return papers_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    const Vocabulary& vocabulary_;
    std::vector<Record> papers_;
};

/// The door order that is on the screen: where it stands and what may be done next (shared/domain/order_rules.h), its steps, papers,
/// notice and invitation; follows the store while shown. Steps with something to fill in are forms (OrderStepForm); giving papers
/// back, inviting and taking back are done here.
class ShownOrder : public qiaomen::ShownRecord {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.order")
    Q_PROPERTY(QString orderId READ orderId NOTIFY changed)
    Q_PROPERTY(QString householdId READ householdId NOTIFY changed)
    Q_PROPERTY(QString headName READ headName NOTIFY changed)
    Q_PROPERTY(QString address READ address NOTIFY changed)
    Q_PROPERTY(QString subject READ subject NOTIFY changed)
    Q_PROPERTY(QString forWhom READ forWhom NOTIFY changed)
    /// In words: how it is done, through whom it was asked.
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    Q_PROPERTY(QString channel READ channel NOTIFY changed)
    Q_PROPERTY(double askedAt READ askedAt NOTIFY changed)
    /// A name of OrderState, and its word.
    Q_PROPERTY(QString stateCode READ stateCode NOTIFY changed)
    Q_PROPERTY(QString stateWord READ stateWord NOTIFY changed)
    Q_PROPERTY(double since READ since NOTIFY changed)
    /// Agreed or wished: a day (0: none) and a part of it in words; `agreed` says which of the two it is.
    Q_PROPERTY(double onDay READ onDay NOTIFY changed)
    Q_PROPERTY(QString part READ part NOTIFY changed)
    Q_PROPERTY(bool agreed READ isAgreed NOTIFY changed)
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    Q_PROPERTY(int tries READ tries NOTIFY changed)
    /// What may be done next, the most likely first: codes of order_step.act, "return", "invite"; words beside them.
    Q_PROPERTY(QList<QString> acts READ acts NOTIFY changed)
    Q_PROPERTY(QList<QString> actWords READ actWords NOTIFY changed)
    Q_PROPERTY(qiaomen::CarriedPapers* papers READ papers CONSTANT)
    Q_PROPERTY(int papersOut READ papersOut NOTIFY changed)
    /// What the latest notice named; empty without one.
    Q_PROPERTY(QStringList missing READ missing NOTIFY changed)
    Q_PROPERTY(double noticeAt READ noticeAt NOTIFY changed)
    /// 0: nobody was asked yet.
    Q_PROPERTY(double invitedAt READ invitedAt NOTIFY changed)
    Q_PROPERTY(QString invitedWay READ invitedWay NOTIFY changed)
public:
    ShownOrder(const Vocabulary& vocabulary, QObject* parent);

    [[nodiscard]] QString orderId() const;
    [[nodiscard]] QString householdId() const;
    [[nodiscard]] const QString& headName() const { return headName_; }
    [[nodiscard]] const QString& address() const { return address_; }
    [[nodiscard]] QString subject() const;
    [[nodiscard]] const QString& forWhom() const { return forWhom_; }
    [[nodiscard]] QString kind() const;
    [[nodiscard]] QString channel() const;
    [[nodiscard]] double askedAt() const;
    [[nodiscard]] QString stateCode() const;
    [[nodiscard]] QString stateWord() const;
    [[nodiscard]] double since() const { return static_cast<double>(status_.sinceMs); }
    [[nodiscard]] double onDay() const;
    [[nodiscard]] QString part() const;
    [[nodiscard]] bool isAgreed() const { return status_.agreed; }
    [[nodiscard]] bool isOpen() const { return status_.open; }
    [[nodiscard]] int tries() const { return status_.triesSinceMet; }
    [[nodiscard]] QStringList acts() const;
    [[nodiscard]] QStringList actWords() const;
    [[nodiscard]] CarriedPapers* papers() { return &papers_; }
    [[nodiscard]] int papersOut() const;
    [[nodiscard]] QStringList missing() const;
    [[nodiscard]] double noticeAt() const;
    [[nodiscard]] double invitedAt() const;
    [[nodiscard]] QString invitedWay() const;
    [[nodiscard]] const OrderStatus& status() const { return status_; }

    /// Every paper that is carried is back with the household.
    Q_INVOKABLE void returnPapers();
    Q_INVOKABLE void returnPaper(int row);
    /// Invites to rate it by a slip with a new code; what an earlier slip says is worth nothing then. Emits slipMade().
    Q_INVOKABLE void invite(const QString& server);
    /// The resident does not wish to rate it, and is not asked again.
    Q_INVOKABLE void decline();
    Q_INVOKABLE void makeNoticeSlip();
    Q_INVOKABLE void makePapersSlip();

private:
    struct Read;
    void refresh() override;
    void forget() override;
    [[nodiscard]] std::vector<StepsModel::Step> stepRows() const override;
    static Read read(GridSession& session, const RecordId& order);
    void take(Read read);
    void giveBack(const std::vector<Record>& papers);
    void save(std::vector<Edit> edits, std::function<void()> then);
    [[nodiscard]] Edit invitation(const QString& way) const;
    [[nodiscard]] StepsModel::Step rowOf(const Record& step) const;
    [[nodiscard]] QString storyOf(const Record& step) const;

    QString headName_, address_, forWhom_;
    std::string gridPhone_;
    DoorOrderView view_;
    OrderStatus status_;
    CarriedPapers papers_;
};

}  // namespace qiaomen
