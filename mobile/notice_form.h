// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

#include "mobile/grid_session.h"
#include "mobile/paper_list.h"

namespace qiaomen {

/// The one-time notice as it is made at the door: one ticks what is there, and everything else is the notice. A second notice may
/// not ask for what the first did not name; it says so, and names it.
class NoticeForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("orderStepForm.notice")
    Q_PROPERTY(qiaomen::PaperList* papers READ papers CONSTANT)
    /// A code of notice.way.
    Q_PROPERTY(QString way READ way WRITE setWay NOTIFY changed)
    Q_PROPERTY(QString givenTo READ givenTo WRITE setGivenTo NOTIFY changed)
    /// False when the order has no item: then there is no list to give.
    Q_PROPERTY(bool possible READ isPossible NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
public:
    NoticeForm(GridSession& session, QObject* parent);

    /// For an item, and what the first notice of the order named; nothing when there was none.
    void begin(const Catalogue& catalogue, const CatalogueItem* item, std::optional<std::vector<std::string>> first);

    [[nodiscard]] PaperList* papers() { return &papers_; }
    [[nodiscard]] const QString& way() const { return way_; }
    [[nodiscard]] const QString& givenTo() const { return givenTo_; }
    [[nodiscard]] bool isPossible() const { return item_ != nullptr; }
    void setWay(const QString& way);
    void setGivenTo(const QString& name);

    [[nodiscard]] QString problem() const;
    [[nodiscard]] Edit edit(const RecordId& order, const RecordId& step, std::int64_t atMs, const QString& worker) const;

    [[nodiscard]] QJsonObject toJson() const;
    void restore(const QJsonObject& typed);

signals:
    void changed();

private:
    GridSession& session_;
    const CatalogueItem* item_ = nullptr;
    std::string catalogueVersion_;
    std::optional<std::vector<std::string>> first_;
    RecordId record_;
    PaperList papers_;
    QString way_ = QStringLiteral("paper"), givenTo_;
};

}  // namespace qiaomen
