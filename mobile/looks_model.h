// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mobile/list_model.h"
#include "mobile/vocabulary.h"

namespace qiaomen {

/// Who looked at this household's protected numbers, and who took records of the grid out, the household's among them: latest first,
/// from the facts of every device.
class LooksModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.household.looks")
public:
    enum Role {
        AtRole = Qt::UserRole + 1,  ///< real, ms
        ReaderRole,                 ///< who
        WhatRole,                   ///< whose number, and which: "王芳 · Phone"; or that it was an export
        ReasonRole,                 ///< in words, with the reader's own; of an export its period
        DeviceRole,                 ///< its id
        ExportRole,                 ///< `isExport`, bool
    };
    Q_ENUM(Role)
    LooksModel(const Vocabulary& vocabulary, QObject* parent);

    /// `people` are those whose records the looks are about: the household and its members.
    void show(std::vector<Record> looks, const std::vector<Record>& exports, const std::vector<Record>& people);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    [[nodiscard]] QString what(const Record& look) const;
    [[nodiscard]] QVariant exportData(const Record& one, int role) const;

    const Vocabulary& vocabulary_;
    std::vector<Record> looks_;
    QHash<QString, QString> names_;  ///< by record id
};

}  // namespace qiaomen
