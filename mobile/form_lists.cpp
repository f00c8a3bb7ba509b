// SPDX-License-Identifier: Apache-2.0
#include "mobile/form_lists.h"

namespace qiaomen {

namespace {

template <class Form>
Form* formAt(const std::vector<Form*>& forms, int row) {
    return row >= 0 && row < static_cast<int>(forms.size()) ? forms[static_cast<std::size_t>(row)] : nullptr;
}

}  // namespace

int NeedForms::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(forms_.size());
}
QVariant NeedForms::data(const QModelIndex& index, int role) const {
    return role == FormRole ? QVariant::fromValue(formAt(forms_, index.row())) : QVariant();
}
QHash<int, QByteArray> NeedForms::roleNames() const { return {{FormRole, "form"}}; }
NeedForm* NeedForms::at(int row) const { return formAt(forms_, row); }

void NeedForms::append(NeedForm* form) {
    form->setParent(this);
    beginInsertRows({}, count(), count());
    forms_.push_back(form);
    endInsertRows();
    emit countChanged();
}

void NeedForms::remove(int row) {
    NeedForm* form = at(row);
    if (!form) return;
    beginRemoveRows({}, row, row);
    forms_.erase(forms_.begin() + row);
    endRemoveRows();
    form->deleteLater();
    emit countChanged();
}

int HazardForms::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(forms_.size());
}
QVariant HazardForms::data(const QModelIndex& index, int role) const {
    return role == FormRole ? QVariant::fromValue(formAt(forms_, index.row())) : QVariant();
}
QHash<int, QByteArray> HazardForms::roleNames() const { return {{FormRole, "form"}}; }
HazardForm* HazardForms::at(int row) const { return formAt(forms_, row); }

void HazardForms::append(HazardForm* form) {
    form->setParent(this);
    beginInsertRows({}, count(), count());
    forms_.push_back(form);
    endInsertRows();
    emit countChanged();
}

void HazardForms::remove(int row) {
    HazardForm* form = at(row);
    if (!form) return;
    beginRemoveRows({}, row, row);
    forms_.erase(forms_.begin() + row);
    endRemoveRows();
    form->stopPosition();
    form->photos()->letGo();
    form->deleteLater();
    emit countChanged();
}

int ResidentForms::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(forms_.size());
}
QVariant ResidentForms::data(const QModelIndex& index, int role) const {
    return role == FormRole ? QVariant::fromValue(formAt(forms_, index.row())) : QVariant();
}
QHash<int, QByteArray> ResidentForms::roleNames() const { return {{FormRole, "form"}}; }
ResidentForm* ResidentForms::at(int row) const { return formAt(forms_, row); }

void ResidentForms::append(ResidentForm* form) {
    form->setParent(this);
    beginInsertRows({}, count(), count());
    forms_.push_back(form);
    endInsertRows();
    emit countChanged();
}

ResidentForm* ResidentForms::find(const QString& residentId) const {
    const auto found = std::ranges::find(forms_, residentId, &ResidentForm::residentId);
    return found != forms_.end() ? *found : nullptr;
}

}  // namespace qiaomen
