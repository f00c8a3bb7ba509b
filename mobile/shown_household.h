// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include "mobile/anchors_model.h"
#include "mobile/freshness.h"
#include "mobile/household_models.h"
#include "mobile/looks_model.h"
#include "mobile/newest_question.h"
#include "mobile/orders_model.h"
#include "mobile/timeline_model.h"

namespace qiaomen {

/// The household that is on the screen: who lives there, how they wish to be visited, what is fresh, what is open, what was
/// before. Read off the UI thread; follows the store while it is shown. Sensitive texts come masked.
class ShownHousehold : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.household")
    /// False while the first reading is under way.
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString householdId READ householdId NOTIFY changed)
    Q_PROPERTY(QString headName READ headName NOTIFY changed)
    Q_PROPERTY(QString number READ number NOTIFY changed)
    Q_PROPERTY(QString address READ address NOTIFY changed)
    Q_PROPERTY(QString dwellingUse READ dwellingUse NOTIFY changed)
    Q_PROPERTY(QString registerKind READ registerKind NOTIFY changed)
    Q_PROPERTY(QStringList tags READ tags NOTIFY changed)
    Q_PROPERTY(QString phoneMasked READ phoneMasked NOTIFY changed)
    Q_PROPERTY(QString contactWay READ contactWay NOTIFY changed)
    Q_PROPERTY(QString quietHours READ quietHours NOTIFY changed)
    Q_PROPERTY(bool quietNow READ isQuietNow NOTIFY changed)
    Q_PROPERTY(QString doNotAsk READ doNotAsk NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    /// Local midnight; 0 none.
    Q_PROPERTY(double nextVisit READ nextVisit NOTIFY changed)
    /// Local midnight; 0: lives here.
    Q_PROPERTY(double movedOut READ movedOut NOTIFY changed)
    /// 0 fresh, 1 ageing, 2 stale, 3 never
    Q_PROPERTY(int freshness READ freshness NOTIFY changed)
    /// ms; 0 never. Met or confirmed.
    Q_PROPERTY(double lastHeardAt READ lastHeardAt NOTIFY changed)
    Q_PROPERTY(double lastVisitAt READ lastVisitAt NOTIFY changed)
    /// In words.
    Q_PROPERTY(QString lastOutcome READ lastOutcome NOTIFY changed)
    /// Who asked last.
    Q_PROPERTY(QString lastVisitBy READ lastVisitBy NOTIFY changed)
    Q_PROPERTY(int visitCount READ visitCount NOTIFY changed)
    Q_PROPERTY(int openNeeds READ openNeeds NOTIFY changed)
    Q_PROPERTY(int openHazards READ openHazards NOTIFY changed)
    Q_PROPERTY(int openConflicts READ openConflicts NOTIFY changed)
    /// Pairs nobody has decided about, of which this household or one of its people may be one.
    Q_PROPERTY(int openDuplicates READ openDuplicates NOTIFY changed)
    /// Names of the people and households that were merged into this one.
    Q_PROPERTY(QStringList merged READ merged NOTIFY changed)
    /// The version of the contact card that was given to this household; empty: none.
    Q_PROPERTY(QString cardHeld READ cardHeld NOTIFY changed)
    /// The version to give out (shared/domain/contact_card.h); empty before the grid's record is here.
    Q_PROPERTY(QString cardNewest READ cardNewest NOTIFY changed)
    /// The household holds none, or an older one.
    Q_PROPERTY(bool cardDue READ isCardDue NOTIFY changed)
    Q_PROPERTY(qiaomen::AnchorsModel* anchors READ anchors CONSTANT)
    Q_PROPERTY(qiaomen::AskedModel* asked READ asked CONSTANT)
    Q_PROPERTY(qiaomen::MembersModel* members READ members CONSTANT)
    Q_PROPERTY(qiaomen::TimelineModel* timeline READ timeline CONSTANT)
    Q_PROPERTY(qiaomen::ItemsModel* needs READ needs CONSTANT)
    Q_PROPERTY(qiaomen::ItemsModel* hazards READ hazards CONSTANT)
    Q_PROPERTY(qiaomen::OrdersModel* orders READ orders CONSTANT)
    Q_PROPERTY(int openOrders READ openOrders NOTIFY changed)
    Q_PROPERTY(qiaomen::LooksModel* looks READ looks CONSTANT)
public:
    ShownHousehold(const Vocabulary& vocabulary, QObject* parent);

    /// Shows a household of that grid, to this worker. The one shown before disappears at once.
    void show(GridSession& session, const RecordId& household, const QString& worker = {});
    void clear();

    [[nodiscard]] bool isReady() const { return ready_; }
    [[nodiscard]] const QString& problem() const { return problem_; }
    [[nodiscard]] QString householdId() const;
    [[nodiscard]] QString headName() const;
    [[nodiscard]] QString number() const;
    [[nodiscard]] QString address() const;
    [[nodiscard]] QString dwellingUse() const;
    [[nodiscard]] QString registerKind() const;
    [[nodiscard]] QStringList tags() const;
    [[nodiscard]] QString phoneMasked() const;
    [[nodiscard]] QString contactWay() const;
    [[nodiscard]] QString quietHours() const;
    [[nodiscard]] bool isQuietNow() const;
    [[nodiscard]] QString doNotAsk() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] double nextVisit() const;
    [[nodiscard]] double movedOut() const;
    [[nodiscard]] int freshness() const;
    [[nodiscard]] double lastHeardAt() const;
    [[nodiscard]] double lastVisitAt() const;
    [[nodiscard]] QString lastOutcome() const;
    [[nodiscard]] QString lastVisitBy() const;
    [[nodiscard]] int visitCount() const;
    [[nodiscard]] int openNeeds() const;
    [[nodiscard]] int openHazards() const;
    [[nodiscard]] int openConflicts() const;
    [[nodiscard]] int openDuplicates() const { return duplicates_; }
    [[nodiscard]] QStringList merged() const;
    /// The one at that place of `merged` stands for itself again. Says in `problem` when it could not be saved.
    Q_INVOKABLE void undoMerge(int at);
    [[nodiscard]] QString cardHeld() const;
    [[nodiscard]] QString cardNewest() const;
    [[nodiscard]] bool isCardDue() const;
    [[nodiscard]] AnchorsModel* anchors() { return &anchors_; }
    [[nodiscard]] AskedModel* asked() { return &askedGroups_; }
    [[nodiscard]] MembersModel* members() { return &members_; }
    [[nodiscard]] TimelineModel* timeline() { return &timeline_; }
    [[nodiscard]] ItemsModel* needs() { return &needs_; }
    [[nodiscard]] ItemsModel* hazards() { return &hazards_; }
    [[nodiscard]] OrdersModel* orders() { return &orders_; }
    [[nodiscard]] int openOrders() const { return orders_.openCount(); }
    [[nodiscard]] LooksModel* looks() { return &looks_; }

    [[nodiscard]] const HouseholdView& view() const { return view_; }
    [[nodiscard]] GridSession* session() const { return session_; }

signals:
    void changed();

private:
    void refresh();
    void take(HouseholdView view, std::set<RecordId> unsent, ItemsModel::Photos photos);
    [[nodiscard]] TimelineModel::Marks marks(std::set<RecordId> unsent) const;

    const Vocabulary& vocabulary_;
    GridSession* session_ = nullptr;
    QMetaObject::Connection following_, followingPhotos_;
    RecordId id_;
    QString worker_;
    HouseholdView view_;
    NewestQuestion asked_;
    bool ready_ = false;
    int duplicates_ = 0;
    QString problem_;
    MembersModel members_;
    TimelineModel timeline_;
    ItemsModel needs_, hazards_;
    OrdersModel orders_;
    LooksModel looks_;
    AnchorsModel anchors_;
    AskedModel askedGroups_;
};

}  // namespace qiaomen
