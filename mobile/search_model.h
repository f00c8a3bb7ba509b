// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/grid_session.h"
#include "mobile/list_model.h"
#include "mobile/newest_question.h"

namespace qiaomen {

/// What was found for what is typed, over all grids of the device. Each keystroke asks anew, off the UI thread; the answer to
/// the newest question wins, whichever comes first. What the text may be: shared/client/search_index.h.
class SearchModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.search")
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    /// An answer is still to come.
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY busyChanged)
public:
    enum Kind { Person, Household, Dwelling, Need, Hazard };
    Q_ENUM(Kind)
    enum Role {
        KindRole = Qt::UserRole + 1,  ///< int, a Kind
        TitleRole,
        SubtitleRole,
        HouseholdIdRole,  ///< empty for a dwelling without one
        RecordIdRole,
        GridNameRole,  ///< empty while the device holds one grid
    };
    Q_ENUM(Role)
    static constexpr std::size_t kLimit = 60;  ///< hits of one grid: more than anybody scrolls through on a phone

    explicit SearchModel(QObject* parent) : ListModel(parent) {}
    void setSessions(std::vector<GridSession*> sessions) { sessions_ = std::move(sessions); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] const QString& query() const { return query_; }
    [[nodiscard]] bool isBusy() const { return busy_; }
    [[nodiscard]] const QString& problem() const { return problem_; }
    void setQuery(const QString& query);

signals:
    void queryChanged();
    void busyChanged();
    /// The rows answer `query` now.
    void answered();

private:
    struct Row {
        SearchHit hit;
        QString gridName;
    };
    [[nodiscard]] QString subtitle(const SearchHit& hit) const;
    void ask();

    std::vector<GridSession*> sessions_;
    std::vector<Row> rows_;
    QString query_, problem_;
    bool busy_ = false;
    NewestQuestion asked_;
};

}  // namespace qiaomen
