// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "mobile/hazard_form.h"
#include "mobile/list_model.h"
#include "mobile/need_form.h"
#include "mobile/resident_form.h"

namespace qiaomen {

/// The sub-forms of a visit as lists. One role, `form`: the delegate declares `required property NeedForm form` and binds to its
/// properties. The forms belong to the list.
class NeedForms : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("visitForm.needs")
public:
    enum Role { FormRole = Qt::UserRole + 1 };
    Q_ENUM(Role)
    using ListModel::ListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    Q_INVOKABLE qiaomen::NeedForm* at(int row) const;

    void append(NeedForm* form);
    void remove(int row);
    [[nodiscard]] const std::vector<NeedForm*>& forms() const { return forms_; }

private:
    std::vector<NeedForm*> forms_;
};

class HazardForms : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("visitForm.hazards")
public:
    enum Role { FormRole = Qt::UserRole + 1 };
    Q_ENUM(Role)
    using ListModel::ListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    Q_INVOKABLE qiaomen::HazardForm* at(int row) const;

    void append(HazardForm* form);
    void remove(int row);
    [[nodiscard]] const std::vector<HazardForm*>& forms() const { return forms_; }

private:
    std::vector<HazardForm*> forms_;
};

class ResidentForms : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("visitForm.residents")
public:
    enum Role { FormRole = Qt::UserRole + 1 };
    Q_ENUM(Role)
    using ListModel::ListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    Q_INVOKABLE qiaomen::ResidentForm* at(int row) const;

    void append(ResidentForm* form);
    [[nodiscard]] const std::vector<ResidentForm*>& forms() const { return forms_; }
    [[nodiscard]] ResidentForm* find(const QString& residentId) const;

private:
    std::vector<ResidentForm*> forms_;
};

}  // namespace qiaomen
