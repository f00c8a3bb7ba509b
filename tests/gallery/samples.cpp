// SPDX-License-Identifier: Apache-2.0
#include "tests/gallery/samples.h"

void FakeList::setRows(const QVariantList& rows) {
    beginResetModel();
    rows_ = rows;
    roles_.clear();
    for (const QVariant& row : rows_)
        for (const QString& role : row.toMap().keys())
            if (!roles_.contains(role.toUtf8())) roles_ << role.toUtf8();
    endResetModel();
    emit rowsChanged();
}

int FakeList::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant FakeList::data(const QModelIndex& index, int role) const {
    const int position = role - Qt::UserRole;
    if (!index.isValid() || position < 0 || position >= roles_.size()) return {};
    const QVariant value = rows_[index.row()].toMap().value(QString::fromUtf8(roles_[position]));
    return value.typeId() == QMetaType::QVariantList ? QVariant(value.toStringList()) : value;
}

QHash<int, QByteArray> FakeList::roleNames() const {
    QHash<int, QByteArray> names;
    for (int position = 0; position < roles_.size(); ++position) names[Qt::UserRole + position] = roles_[position];
    return names;
}

void Samples::setChinese(bool chinese) {
    if (chinese == isChinese()) return;
    vocabulary_.setChinese(chinese);
    emit chineseChanged();
}
