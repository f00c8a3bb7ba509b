// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QtQmlIntegration>
#include <algorithm>
#include <vector>

namespace qiaomen {

/// What all our lists share: a `count` for QML, and taking over a new snapshot of the rows without a reset, so that a list that
/// is refreshed while somebody reads it stays where it was scrolled to.
///
/// Lists derive from `qiaomen::ListModel`, spelt out, and properties that QML takes for `list<string>` are `QList<QString>`:
/// moc notes names as they are written, and qmllint looks for exactly those.
class ListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(int count READ count NOTIFY countChanged)
public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int count() const { return rowCount(); }

signals:
    void countChanged();

protected:
    /// `rows` is what rowCount() counts. Common rows change in place, the rest is inserted or removed at the end.
    template <class Row>
    void replace(std::vector<Row>& rows, std::vector<Row> fresh) {
        const auto before = static_cast<int>(rows.size()), after = static_cast<int>(fresh.size());
        const int common = std::min(before, after);
        if (after < before) {
            beginRemoveRows({}, after, before - 1);
            rows.erase(rows.begin() + after, rows.end());
            endRemoveRows();
        }
        std::move(fresh.begin(), fresh.begin() + common, rows.begin());
        if (common > 0) emit dataChanged(index(0), index(common - 1));
        if (after > before) {
            beginInsertRows({}, before, after - 1);
            rows.insert(rows.end(), std::make_move_iterator(fresh.begin() + common),
                        std::make_move_iterator(fresh.end()));
            endInsertRows();
        }
        if (after != before) emit countChanged();
    }
    /// The words of all rows are others: the language changed.
    void tellAllChanged() {
        if (count() > 0) emit dataChanged(index(0), index(count() - 1));
    }
};

}  // namespace qiaomen
