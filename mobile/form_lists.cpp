// SPDX-License-Identifier: Apache-2.0
#include "mobile/form_lists.h"

namespace qiaomen {

int FormList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(forms_.size());
}

QVariant FormList::data(const QModelIndex& index, int role) const {
    return role == FormRole ? QVariant::fromValue(formAt<QObject>(index.row())) : QVariant();
}

QHash<int, QByteArray> FormList::roleNames() const { return {{FormRole, "form"}}; }

void FormList::add(QObject* form) {
    form->setParent(this);
    beginInsertRows({}, count(), count());
    forms_.push_back(form);
    endInsertRows();
    emit countChanged();
}

void FormList::take(int row) {
    auto* form = formAt<QObject>(row);
    if (!form) return;
    beginRemoveRows({}, row, row);
    forms_.erase(forms_.begin() + row);
    endRemoveRows();
    form->deleteLater();
    emit countChanged();
}

void HazardForms::remove(int row) {
    HazardForm* form = at(row);
    if (!form) return;
    form->stopPosition();
    form->photos()->letGo();
    take(row);
}

ResidentForm* ResidentForms::find(const QString& residentId) const {
    for (ResidentForm* form : forms()) {
        if (form->residentId() == residentId) return form;
    }
    return nullptr;
}

}  // namespace qiaomen
