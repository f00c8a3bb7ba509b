// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>

#include "mobile/all_grids_model.h"
#include "shared/client/guided_merge.h"

namespace qiaomen {

/// The fields in which two records differ that may be the same, side by side; one of the two is chosen for each. Identifiers are
/// masked here, in C++.
class MergeChoices : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.duplicates.choices")
public:
    enum Role {
        FieldRole = Qt::UserRole + 1,  ///< the field's label
        OneRole,                       ///< the value of the record that stays, in words
        OtherRole,
        TakesOtherRole,  ///< bool
    };
    Q_ENUM(Role)
    MergeChoices(const Vocabulary& vocabulary, QObject* parent);

    /// `places`: the addresses behind references, by id.
    void show(GuidedMerge merge, std::map<RecordId, QString> places);
    [[nodiscard]] const std::optional<GuidedMerge>& merge() const { return merge_; }
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void take(int row, bool other);

private:
    [[nodiscard]] QString words(const Record& record, const Field& field) const;

    const Vocabulary& vocabulary_;
    std::optional<GuidedMerge> merge_;
    std::map<RecordId, QString> places_;
};

/// Residents and households of all grids that may be the same, the surest first; and the merge of one pair, when somebody looks at
/// it. The record that was made first stays.
class DuplicatesModel : public qiaomen::AllGridsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.duplicates")
    Q_PROPERTY(qiaomen::MergeChoices* choices READ choices CONSTANT)
    /// The pair that is looked at; empty when none is.
    Q_PROPERTY(QString opened READ opened NOTIFY openedChanged)
public:
    enum Role {
        PairIdRole = Qt::UserRole + 1,
        KindRole,  ///< "Resident", "Household"
        NameRole,  ///< of the one that was made first
        OtherNameRole,
        PlaceRole,  ///< where the first lives
        OtherPlaceRole,
        ReasonRole,   ///< "Same name and birth date"
        CertainRole,  ///< bool
        GridNameRole,
    };
    Q_ENUM(Role)
    DuplicatesModel(StoreExecutor& executor, const Vocabulary& vocabulary, QObject* parent)
        : AllGridsModel(executor, vocabulary, parent), choices_(vocabulary, this) {}

    [[nodiscard]] MergeChoices* choices() { return &choices_; }
    [[nodiscard]] QString opened() const { return opened_; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    void refresh() override;

    /// Lays the two side by side in `choices`; closes what was open. Empty closes.
    Q_INVOKABLE void open(const QString& pairId);
    /// Merges the opened pair as chosen. Answers with decided() or failed().
    Q_INVOKABLE void merge();
    /// They are two. Remembered, and not suggested again.
    Q_INVOKABLE void keepApart(const QString& pairId);

signals:
    void refreshed();
    void openedChanged();
    void decided(const QString& pairId);
    void failed(const QString& problem);

private:
    struct Side {
        Record record{CollectionNo{}, {}};
        QString name, place;
        std::map<RecordId, QString> places;
    };
    struct Row {
        Record pair{CollectionNo{}, {}};
        Side one, other;
        QString gridName{};
        GridSession* session = nullptr;
    };
    [[nodiscard]] bool concerns(const StoreChange& change) const override;
    void forgetRows() override { replace(rows_, {}); }
    static Result<std::vector<Row>> readGrid(GridSession& session);
    static Side sideOf(LocalStore& store, CollectionNo collection, const RecordId& id);
    [[nodiscard]] const Row* find(const QString& pairId) const;
    void save(const Row& row, std::vector<Edit> edits);

    std::vector<Row> rows_;
    MergeChoices choices_;
    QString opened_;
};

}  // namespace qiaomen
