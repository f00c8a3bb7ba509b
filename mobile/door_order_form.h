// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include "mobile/drafted_form.h"
#include "shared/domain/catalogue.h"

namespace qiaomen {

/// A new door order: what for whom, in which way, and when the household wishes it. What is asked for is an item of the catalogue,
/// or said in own words, or both; who is to carry papers for somebody asks for their word first. Kept as typed. UI thread only.
class DoorOrderForm : public qiaomen::DraftedForm {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.beginOrder(id)")
    Q_PROPERTY(QString householdId READ householdId CONSTANT)
    Q_PROPERTY(QString headName READ headName NOTIFY changed)
    Q_PROPERTY(QString address READ address NOTIFY changed)
    /// Two lists of the same length: who lives there.
    Q_PROPERTY(QStringList peopleIds READ peopleIds NOTIFY changed)
    Q_PROPERTY(QStringList peopleNames READ peopleNames NOTIFY changed)

    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY changed)
    Q_PROPERTY(QString resident READ resident WRITE setResident NOTIFY changed)
    /// A code of the catalogue, or empty.
    Q_PROPERTY(QString item READ item WRITE setItem NOTIFY changed)
    Q_PROPERTY(QString what READ what WRITE setWhat NOTIFY changed)
    Q_PROPERTY(QString channel READ channel WRITE setChannel NOTIFY changed)
    /// Local midnight; 0: no wish.
    Q_PROPERTY(double wantedOn READ wantedOn WRITE setWantedOn NOTIFY changed)
    Q_PROPERTY(QString wantedPart READ wantedPart WRITE setWantedPart NOTIFY changed)
    Q_PROPERTY(bool entrusted READ isEntrusted WRITE setEntrusted NOTIFY changed)

    // Of the chosen item, in words.
    Q_PROPERTY(QString itemName READ itemName NOTIFY changed)
    Q_PROPERTY(QString proxyRule READ proxyRule NOTIFY changed)
    Q_PROPERTY(QStringList materials READ materials NOTIFY changed)
public:
    DoorOrderForm(GridSession& session, const RecordId& household, QString worker, QObject* parent);
    ~DoorOrderForm() override;

    [[nodiscard]] QString householdId() const;
    [[nodiscard]] const QString& headName() const { return headName_; }
    [[nodiscard]] const QString& address() const { return address_; }
    [[nodiscard]] const QStringList& peopleIds() const { return peopleIds_; }
    [[nodiscard]] const QStringList& peopleNames() const { return peopleNames_; }
    [[nodiscard]] const QString& kind() const { return kind_; }
    [[nodiscard]] const QString& resident() const { return resident_; }
    [[nodiscard]] const QString& item() const { return item_; }
    [[nodiscard]] const QString& what() const { return what_; }
    [[nodiscard]] const QString& channel() const { return channel_; }
    [[nodiscard]] double wantedOn() const { return wantedOn_; }
    [[nodiscard]] const QString& wantedPart() const { return wantedPart_; }
    [[nodiscard]] bool isEntrusted() const { return entrusted_; }
    [[nodiscard]] QString itemName() const;
    [[nodiscard]] QString proxyRule() const;
    [[nodiscard]] QStringList materials() const;
    void setKind(const QString& kind) { set(kind_, kind); }
    void setResident(const QString& id) { set(resident_, id); }
    void setItem(const QString& code) { set(item_, code); }
    void setWhat(const QString& what) { set(what_, what); }
    void setChannel(const QString& channel) { set(channel_, channel); }
    void setWantedOn(double day) { set(wantedOn_, day); }
    void setWantedPart(const QString& part) { set(wantedPart_, part); }
    void setEntrusted(bool entrusted) { set(entrusted_, entrusted); }

protected:
    [[nodiscard]] FieldProblem check() const override;
    [[nodiscard]] std::vector<Edit> edits() const override;
    [[nodiscard]] QString savedWords() const override;
    [[nodiscard]] QJsonObject typed() const override;
    void type(const QJsonObject& draft) override;

private:
    struct Loaded;
    [[nodiscard]] const CatalogueItem* catalogueItem() const;
    [[nodiscard]] QString say(const Words& words) const;

    RecordId household_;
    QString headName_, address_;
    QStringList peopleIds_, peopleNames_;
    QString kind_, resident_, item_, what_, channel_, wantedPart_;
    double wantedOn_ = 0;
    bool entrusted_ = false;
};

}  // namespace qiaomen
