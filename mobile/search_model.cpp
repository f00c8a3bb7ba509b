// SPDX-License-Identifier: Apache-2.0
#include "mobile/search_model.h"

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

void SearchModel::ask() {
    if (sessions_.empty()) return;
    struct Answer {
        QString query;
        std::vector<Row> rows;
        QString problem;
    };
    busy_ = true;
    emit busyChanged();
    asked_.ask(
        sessions_.front()->executor(), this,
        [sessions = sessions_, query = query_] {
            Answer answer{query, {}, {}};
            if (query.trimmed().isEmpty()) return answer;
            for (GridSession* session : sessions) {
                auto hits = session->reader().search(fromQt(query), kLimit);
                if (!hits)
                    answer.problem = explain(hits.error());
                else
                    for (SearchHit& hit : *hits)
                        answer.rows.push_back({std::move(hit), sessions.size() > 1 ? session->name() : QString()});
            }
            return answer;
        },
        [this](Answer answer) {
            busy_ = false;
            problem_ = answer.problem;
            replace(rows_, std::move(answer.rows));
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
        case KindRole: return static_cast<int>(row.hit.kind);
        case TitleRole: return toQt(std::string_view(row.hit.title));
        case SubtitleRole: return subtitle(row.hit);
        case HouseholdIdRole: return toQt(row.hit.household);
        case RecordIdRole: return toQt(row.hit.record);
        case GridNameRole: return row.gridName;
        default: return {};
    }
}

QString SearchModel::subtitle(const SearchHit& hit) const {
    const Vocabulary& vocabulary = sessions_.front()->vocabulary();
    if (hit.kind == SearchHit::Kind::need) return vocabulary.word(need, need.kind, hit.subtitle);
    if (hit.kind == SearchHit::Kind::hazard) return vocabulary.word(hazard, hazard.kind, hit.subtitle);
    return toQt(std::string_view(hit.subtitle));
}

QHash<int, QByteArray> SearchModel::roleNames() const {
    return {{KindRole, "kind"},         {TitleRole, "title"},
            {SubtitleRole, "subtitle"}, {HouseholdIdRole, "householdId"},
            {RecordIdRole, "recordId"}, {GridNameRole, "gridName"}};
}

}  // namespace qiaomen
