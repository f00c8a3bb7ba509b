// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QStringList>
#include <vector>

#include "mobile/list_model.h"
#include "mobile/vocabulary.h"
#include "shared/domain/catalogue.h"

namespace qiaomen {

/// The papers of a catalogue item as a list to tick: what is there, as an original or a copy, and so completely what is missing.
/// Papers that no catalogue names can be added by name.
class PaperList : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("orderStepForm.papers")
    /// What is not ticked, in words: the complete list.
    Q_PROPERTY(QStringList missing READ missing NOTIFY edited)
    Q_PROPERTY(int ticked READ ticked NOTIFY edited)
public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        TickedRole,    ///< bool
        OriginalRole,  ///< bool; else a copy
        CopiesRole,    ///< int
        OtherRole,     ///< bool: added by name
    };
    Q_ENUM(Role)
    struct Paper {
        std::string material;  ///< its code; empty when added by name
        Words name;
        bool ticked = false, original = true;
        int copies = 1;
    };

    PaperList(const Vocabulary& vocabulary, QObject* parent);
    void show(const CatalogueItem* item);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] QStringList missing() const;
    [[nodiscard]] int ticked() const;
    [[nodiscard]] const std::vector<Paper>& papers() const { return papers_; }
    /// Codes of what the item asks for and is not ticked, in its order.
    [[nodiscard]] std::vector<std::string> missingCodes() const;

    Q_INVOKABLE void toggle(int row);
    Q_INVOKABLE void setOriginal(int row, bool original);
    Q_INVOKABLE void setCopies(int row, int copies);
    /// One more paper, ticked. A blank name adds nothing.
    Q_INVOKABLE void add(const QString& name);

    [[nodiscard]] QJsonArray toJson() const;
    /// An empty array unticks everything.
    void restore(const QJsonArray& typed);

signals:
    void edited();

private:
    Paper* paperAt(int row);
    void tellRow(int row);

    const Vocabulary& vocabulary_;
    std::vector<Paper> papers_;
    std::vector<Paper> asked_;  ///< what the item asks for, nothing ticked
};

}  // namespace qiaomen
