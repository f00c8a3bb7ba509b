// SPDX-License-Identifier: Apache-2.0
#include "mobile/search_model.h"

#include <algorithm>
#include <iterator>

#include "mobile/order_words.h"
#include "mobile/text.h"
#include "shared/domain/hazard.h"
#include "shared/domain/need.h"

namespace qiaomen {

void SearchModel::setQuery(const QString& query) {
    if (query_ == query) return;
    query_ = query;
    emit queryChanged();
    ask();
}

SearchModel::SearchModel(Settings& settings, CatalogueModel& catalogue, QObject* parent)
    : ListModel(parent), settings_(settings), catalogue_(catalogue) {
    connect(&settings_, &Settings::languageChanged, this, &SearchModel::tellAllChanged);
    // It is read off the UI thread at the first question; what was asked meanwhile is answered once more, with it.
    connect(&catalogue_, &CatalogueModel::loaded, this, &SearchModel::ask);
}

const QStringList& SearchModel::codes() {
    static const QStringList all{"person", "household", "dwelling", "need", "hazard", "order", "catalogue"};
    return all;
}

QStringList SearchModel::kinds() const { return settings_.searchKinds(); }
bool SearchModel::isByLastVisit() const { return settings_.isSearchByLastVisit(); }

void SearchModel::setByLastVisit(bool wanted) {
    if (isByLastVisit() == wanted) return;
    settings_.setSearchByLastVisit(wanted);
    emit filterChanged();
    ask();
}

void SearchModel::toggleKind(const QString& code) {
    if (!codes().contains(code)) return;
    QStringList shown = kinds();
    if (!shown.removeOne(code)) shown << code;
    setKinds(shown.size() == codes().size() ? QStringList() : shown);
}

void SearchModel::showAll() { setKinds({}); }

void SearchModel::setKinds(const QStringList& kinds) {
    settings_.setSearchKinds(kinds);
    filter();
    emit filterChanged();
    emit busyChanged();
}

void SearchModel::filter() {
    const QStringList shown = kinds();
    std::vector<Row> rows;
    std::ranges::copy_if(found_, std::back_inserter(rows),
                         [&](const Row& row) { return shown.isEmpty() || shown.contains(codes().at(row.kind)); });
    replace(rows_, std::move(rows));
}

void SearchModel::ask() {
    if (sessions_.empty()) return;
    struct Answer {
        std::vector<Row> rows;
        QString problem;
    };
    catalogue_.load();
    busy_ = true;
    emit busyChanged();
    asked_.ask(
        sessions_.front()->executor(), this,
        [sessions = sessions_, query = fromQt(query_.trimmed()), byLastVisit = isByLastVisit(),
         catalogue = catalogue_.finder()] {
            Answer answer;
            if (query.empty()) return answer;
            for (GridSession* session : sessions) {
                const QString gridName = sessions.size() > 1 ? session->name() : QString();
                auto hits = session->reader().search(query, kLimit);
                Result<std::vector<std::int64_t>> visits = std::vector<std::int64_t>(hits ? hits->size() : 0);
                if (hits && byLastVisit) visits = session->reader().lastVisits(*hits);
                if (!hits || !visits) {
                    answer.problem = explain(hits ? visits.error() : hits.error());
                    continue;
                }
                for (std::size_t i = 0; i < hits->size(); ++i)
                    answer.rows.push_back(
                        {static_cast<int>((*hits)[i].kind), std::move((*hits)[i]), gridName, (*visits)[i], nullptr});
            }
            for (const CatalogueItem* item : catalogue ? catalogue->find(query) : std::vector<const CatalogueItem*>{})
                answer.rows.push_back({Catalogue, {}, {}, 0, item});
            if (byLastVisit) {
                std::ranges::stable_sort(answer.rows, {}, [](const Row& row) {
                    return std::pair(row.hit.household.isNone(), row.lastVisitMs);
                });
            }
            return answer;
        },
        [this](Answer answer) {
            busy_ = false;
            problem_ = answer.problem;
            found_ = std::move(answer.rows);
            filter();
            emit busyChanged();
            emit answered();
        });
}

int SearchModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant SearchModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case KindRole: return row.kind;
        case TitleRole: return row.item ? catalogue_.nameOf(*row.item) : title(row.hit);
        case SubtitleRole: return row.item ? catalogue_.promiseOf(*row.item) : subtitle(row.hit);
        case HouseholdIdRole: return toQt(row.hit.household);
        case RecordIdRole: return row.item ? toQt(std::string_view(row.item->code)) : toQt(row.hit.record);
        case GridNameRole: return row.gridName;
        case LastVisitAtRole: return static_cast<double>(row.lastVisitMs);
        default: return {};
    }
}

/// An order is called as the catalogue calls it today, in this language.
QString SearchModel::title(const SearchHit& hit) const {
    const GridSession& session = *sessions_.front();
    const QString item = itemName(hit.code, session.nowMs(), sessions_.front()->vocabulary().chinese());
    return item.isEmpty() ? toQt(std::string_view(hit.title)) : item;
}

QString SearchModel::subtitle(const SearchHit& hit) const {
    const Vocabulary& vocabulary = sessions_.front()->vocabulary();
    if (hit.kind == SearchHit::Kind::need) return vocabulary.word(need, need.kind, hit.subtitle);
    if (hit.kind == SearchHit::Kind::hazard) return vocabulary.word(hazard, hazard.kind, hit.subtitle);
    return toQt(std::string_view(hit.subtitle));
}

QHash<int, QByteArray> SearchModel::roleNames() const {
    return {{KindRole, "kind"},
            {TitleRole, "title"},
            {SubtitleRole, "subtitle"},
            {HouseholdIdRole, "householdId"},
            {RecordIdRole, "recordId"},
            {GridNameRole, "gridName"},
            {LastVisitAtRole, "lastVisitAt"}};
}

}  // namespace qiaomen
