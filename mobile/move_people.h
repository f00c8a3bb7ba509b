// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "mobile/grid_session.h"
#include "mobile/list_model.h"

namespace qiaomen {

/// The people of a household, to choose from: who moves.
class MovePeople : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("moveForm.people")
public:
    enum Role {
        ResidentIdRole = Qt::UserRole + 1,
        NameRole,
        AboutRole,   ///< relation and age, in words
        ChosenRole,  ///< bool
    };
    Q_ENUM(Role)
    MovePeople(const Vocabulary& vocabulary, QObject* parent) : ListModel(parent), vocabulary_(vocabulary) {}

    void show(std::vector<Record> people, std::int64_t nowMs);
    void choose(const std::set<RecordId>& who);
    [[nodiscard]] const std::set<RecordId>& chosen() const { return chosen_; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    const Vocabulary& vocabulary_;
    std::vector<Record> people_;
    std::set<RecordId> chosen_;
    std::int64_t nowMs_ = 0;
};

/// Doors or households found for what was typed, to choose one from.
class MoveTargets : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("moveForm.targets")
public:
    enum Role { TargetIdRole = Qt::UserRole + 1, TitleRole, SubtitleRole };
    Q_ENUM(Role)
    using ListModel::ListModel;

    void show(std::vector<SearchHit> hits) { replace(hits_, std::move(hits)); }
    [[nodiscard]] const std::vector<SearchHit>& hits() const { return hits_; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<SearchHit> hits_;
};

}  // namespace qiaomen
