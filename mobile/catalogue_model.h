// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <memory>
#include <set>

#include "mobile/list_model.h"
#include "mobile/newest_question.h"
#include "mobile/settings.h"
#include "shared/client/catalogue_search.h"

namespace qiaomen {

/// The community's catalogue, offline: items by category and by what is typed, and one item with everything that is public about
/// it, its chain as step cards, and the complete list of what is still missing. Of one version per day: see catalogue.h.
class CatalogueModel : public qiaomen::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.catalogue")
    Q_PROPERTY(bool loading READ isLoading NOTIFY stateChanged)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY stateChanged)
    /// The code of the category that is shown; empty for all.
    Q_PROPERTY(QString category READ category WRITE setCategory NOTIFY stateChanged)
    Q_PROPERTY(QStringList categoryCodes READ categoryCodes CONSTANT)
    /// Beside the codes, in the language of the screen.
    Q_PROPERTY(QStringList categoryNames READ categoryNames NOTIFY languageChanged)
    /// Whose list this is; shown on the page.
    Q_PROPERTY(QString about READ about NOTIFY languageChanged)
    Q_PROPERTY(QString version READ version CONSTANT)
    /// Three lists of the same length: what the community does not certify, why not, and who can help.
    Q_PROPERTY(QStringList notIssued READ notIssued NOTIFY languageChanged)
    Q_PROPERTY(QStringList notIssuedWhy READ notIssuedWhy NOTIFY languageChanged)
    Q_PROPERTY(QStringList notIssuedRefer READ notIssuedRefer NOTIFY languageChanged)

    // The item that is open: all empty while none is.
    Q_PROPERTY(QString itemCode READ itemCode NOTIFY itemChanged)
    Q_PROPERTY(QString itemName READ itemName NOTIFY itemChanged)
    Q_PROPERTY(QString itemCategory READ itemCategory NOTIFY itemChanged)
    Q_PROPERTY(QString promise READ promise NOTIFY itemChanged)
    /// Until when that is if it is accepted today, and why; empty for what is done at once.
    Q_PROPERTY(QString promiseExplained READ promiseExplained NOTIFY itemChanged)
    /// The six publicities: content, procedure, fee, basis, telephone, post; labels beside them.
    Q_PROPERTY(QStringList publicityLabels READ publicityLabels NOTIFY itemChanged)
    Q_PROPERTY(QStringList publicities READ publicities NOTIFY itemChanged)
    Q_PROPERTY(QString proxy READ proxy NOTIFY itemChanged)
    /// What is asked for, and beside it "1" for what is in hand.
    Q_PROPERTY(QStringList materials READ materials NOTIFY itemChanged)
    Q_PROPERTY(QStringList inHand READ inHand NOTIFY itemChanged)
    /// The complete list of what is missing: the one-time notice.
    Q_PROPERTY(QStringList missing READ missing NOTIFY itemChanged)
    /// The step cards: name, who and how long, what to mind.
    Q_PROPERTY(QStringList steps READ steps NOTIFY itemChanged)
    Q_PROPERTY(QStringList stepsWho READ stepsWho NOTIFY itemChanged)
    Q_PROPERTY(QStringList stepCards READ stepCards NOTIFY itemChanged)
public:
    enum Role {
        CodeRole = Qt::UserRole + 1,
        NameRole,
        CategoryRole,   ///< in words
        ContentRole,    ///< for whom
        PromiseRole,    ///< in words
        ImmediateRole,  ///< bool
    };
    Q_ENUM(Role)

    /// `today`: the day whose versions hold, for as long as the app runs.
    CatalogueModel(StoreExecutor& executor, Settings& settings, CivilDay today, QObject* parent);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Reads the catalogue and its search words, once, off the UI thread: when a page is first opened.
    Q_INVOKABLE void load();
    /// Shows an item; nothing is in hand then. An unknown code closes the one that is open.
    Q_INVOKABLE void open(const QString& code);
    Q_INVOKABLE void toggleInHand(int row);

    [[nodiscard]] bool isLoading() const { return !search_; }
    [[nodiscard]] const QString& query() const { return query_; }
    void setQuery(const QString& query);
    [[nodiscard]] const QString& category() const { return category_; }
    void setCategory(const QString& category);
    [[nodiscard]] QStringList categoryCodes() const;
    [[nodiscard]] QStringList categoryNames() const;
    [[nodiscard]] QString about() const;
    [[nodiscard]] QString version() const;
    [[nodiscard]] QStringList notIssued() const;
    [[nodiscard]] QStringList notIssuedWhy() const;
    [[nodiscard]] QStringList notIssuedRefer() const;
    [[nodiscard]] QString itemCode() const;
    [[nodiscard]] QString itemName() const;
    [[nodiscard]] QString itemCategory() const;
    [[nodiscard]] QString promise() const;
    [[nodiscard]] QString promiseExplained() const;
    [[nodiscard]] QStringList publicityLabels() const;
    [[nodiscard]] QStringList publicities() const;
    [[nodiscard]] QString proxy() const;
    [[nodiscard]] QStringList materials() const;
    [[nodiscard]] QStringList inHand() const;
    [[nodiscard]] QStringList missing() const;
    [[nodiscard]] QStringList steps() const;
    [[nodiscard]] QStringList stepsWho() const;
    [[nodiscard]] QStringList stepCards() const;

    /// What finds items for whatever is typed; null until load() is done. Immutable: may be asked from any thread.
    [[nodiscard]] std::shared_ptr<const CatalogueSearch> finder() const { return search_; }
    /// In the language of the screen.
    [[nodiscard]] QString nameOf(const CatalogueItem& item) const { return say(item.name); }
    [[nodiscard]] QString promiseOf(const CatalogueItem& item) const;

signals:
    /// finder() is there.
    void loaded();
    void stateChanged();
    void languageChanged();
    void itemChanged();

private:
    void find();
    [[nodiscard]] QString say(const Words& words) const;
    [[nodiscard]] bool isChinese() const;

    StoreExecutor& executor_;
    Settings& settings_;
    const Catalogue& catalogue_;
    CivilDay today_;
    std::shared_ptr<const CatalogueSearch> search_;
    bool loadAsked_ = false;
    std::vector<const CatalogueItem*> rows_;
    QString query_, category_;
    const CatalogueItem* item_ = nullptr;
    std::set<std::string> inHand_;
};

}  // namespace qiaomen
