// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/catalogue_model.h"
#include "mobile/grid_session.h"
#include "mobile/list_model.h"
#include "mobile/newest_question.h"
#include "mobile/settings.h"

namespace qiaomen {

/// What was found for what is typed, over all grids of the device and in the catalogue. Each keystroke asks anew, off the UI thread; the
/// answer to the newest question wins, whichever comes first. What the text may be: shared/client/search_index.h, catalogue_search.h.
///
/// Which kinds are shown, and in which order, is kept in the settings: it is as it was left when the app is started again.
class SearchModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.search")
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    /// An answer is still to come.
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY busyChanged)
    /// Codes of the kinds that are shown; empty: all.
    Q_PROPERTY(QList<QString> kinds READ kinds NOTIFY filterChanged)
    /// Who was not visited for longest comes first; otherwise by kind and how well it fits.
    Q_PROPERTY(bool byLastVisit READ isByLastVisit WRITE setByLastVisit NOTIFY filterChanged)
    /// How many more were found than the kinds that are shown let through.
    Q_PROPERTY(int hidden READ hidden NOTIFY busyChanged)
public:
    enum Kind { Person, Household, Dwelling, Need, Hazard, Order, Catalogue };
    Q_ENUM(Kind)
    enum Role {
        KindRole = Qt::UserRole + 1,  ///< int, a Kind
        TitleRole,
        SubtitleRole,
        HouseholdIdRole,  ///< empty for a dwelling without one
        RecordIdRole,
        GridNameRole,     ///< empty while the device holds one grid
        LastVisitAtRole,  ///< real, ms, while byLastVisit; 0 never
    };
    Q_ENUM(Role)
    static constexpr std::size_t kLimit = 60;  ///< hits of one grid: more than anybody scrolls through on a phone

    /// Both outlive it.
    SearchModel(Settings& settings, CatalogueModel& catalogue, QObject* parent);
    void setSessions(std::vector<GridSession*> sessions) { sessions_ = std::move(sessions); }
    /// "person", "household", "dwelling", "need", "hazard", "order", "catalogue", in the order of Kind.
    static const QStringList& codes();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] const QString& query() const { return query_; }
    [[nodiscard]] bool isBusy() const { return busy_; }
    [[nodiscard]] const QString& problem() const { return problem_; }
    void setQuery(const QString& query);
    [[nodiscard]] QStringList kinds() const;
    [[nodiscard]] bool isByLastVisit() const;
    [[nodiscard]] int hidden() const { return static_cast<int>(found_.size() - rows_.size()); }
    void setByLastVisit(bool wanted);
    /// Shows a kind, or hides it: a code.
    Q_INVOKABLE void toggleKind(const QString& code);
    Q_INVOKABLE void showAll();

signals:
    void filterChanged();
    void queryChanged();
    void busyChanged();
    /// The rows answer `query` now.
    void answered();

private:
    struct Row {
        int kind = Person;
        SearchHit hit;  ///< not of the catalogue
        QString gridName;
        std::int64_t lastVisitMs = 0;
        const CatalogueItem* item = nullptr;
    };
    void filter();
    void setKinds(const QStringList& kinds);
    [[nodiscard]] QString title(const SearchHit& hit) const;
    [[nodiscard]] QString subtitle(const SearchHit& hit) const;
    void ask();

    Settings& settings_;
    CatalogueModel& catalogue_;
    std::vector<GridSession*> sessions_;
    std::vector<Row> found_;  ///< of all kinds
    std::vector<Row> rows_;
    QString query_, problem_;
    bool busy_ = false;
    NewestQuestion asked_;
};

}  // namespace qiaomen
