// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "mobile/hazard_form.h"
#include "mobile/list_model.h"
#include "mobile/need_form.h"
#include "mobile/resident_form.h"

namespace qiaomen {

/// The sub-forms of a visit as a list. One role, `form`: the delegate declares `required property NeedForm form` and binds to its
/// properties. The forms belong to the list. What kind of form it is, the classes below say.
class FormList : public qiaomen::ListModel {
    Q_OBJECT
    QML_ANONYMOUS
public:
    enum Role { FormRole = Qt::UserRole + 1 };
    Q_ENUM(Role)
    using ListModel::ListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    void add(QObject* form);
    void take(int row);
    /// Null when there is no such row.
    template <class Form>
    [[nodiscard]] Form* formAt(int row) const {
        return row >= 0 && row < count() ? static_cast<Form*>(forms_[static_cast<std::size_t>(row)]) : nullptr;
    }
    template <class Form>
    [[nodiscard]] std::vector<Form*> formsAs() const {
        std::vector<Form*> forms;
        for (QObject* form : forms_) forms.push_back(static_cast<Form*>(form));
        return forms;
    }

private:
    std::vector<QObject*> forms_;
};

class NeedForms : public qiaomen::FormList {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("visitForm.needs")
public:
    using FormList::FormList;

    Q_INVOKABLE qiaomen::NeedForm* at(int row) const { return formAt<NeedForm>(row); }
    [[nodiscard]] std::vector<NeedForm*> forms() const { return formsAs<NeedForm>(); }
    void append(NeedForm* form) { add(form); }
    void remove(int row) { take(row); }
};

class HazardForms : public qiaomen::FormList {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("visitForm.hazards")
public:
    using FormList::FormList;

    Q_INVOKABLE qiaomen::HazardForm* at(int row) const { return formAt<HazardForm>(row); }
    [[nodiscard]] std::vector<HazardForm*> forms() const { return formsAs<HazardForm>(); }
    void append(HazardForm* form) { add(form); }
    /// Its position is not looked for any more, and its photos are let go.
    void remove(int row);
};

class ResidentForms : public qiaomen::FormList {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("visitForm.residents")
public:
    using FormList::FormList;

    Q_INVOKABLE qiaomen::ResidentForm* at(int row) const { return formAt<ResidentForm>(row); }
    [[nodiscard]] std::vector<ResidentForm*> forms() const { return formsAs<ResidentForm>(); }
    void append(ResidentForm* form) { add(form); }
    [[nodiscard]] ResidentForm* find(const QString& residentId) const;
};

}  // namespace qiaomen
