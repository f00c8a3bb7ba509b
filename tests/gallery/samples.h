// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QObject>
#include <QVariantList>
#include <QtQmlIntegration>

#include "mobile/vocabulary.h"

/// A list written down in a story: `rows: [{ name: "王建国", age: 76 }]`. Its roles are the keys of its rows. The gallery's stand-ins
/// for the models of mobile/ are made of it, so that every state can be shown, the broken ones included.
class FakeList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantList rows READ rows WRITE setRows NOTIFY rowsChanged)
    Q_PROPERTY(int count READ count NOTIFY rowsChanged)
public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] const QVariantList& rows() const { return rows_; }
    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    void setRows(const QVariantList& rows);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void rowsChanged();

private:
    QVariantList rows_;
    QList<QByteArray> roles_;
};

/// What all stories share: the app's real vocabulary, and sample words in the language of the picture.
class Samples : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QObject* vocabulary READ vocabulary CONSTANT)
    Q_PROPERTY(bool chinese READ isChinese WRITE setChinese NOTIFY chineseChanged)
public:
    using QObject::QObject;

    [[nodiscard]] QObject* vocabulary() { return &vocabulary_; }
    [[nodiscard]] bool isChinese() const { return vocabulary_.chinese(); }
    void setChinese(bool chinese);

signals:
    void chineseChanged();

private:
    qiaomen::Vocabulary vocabulary_;
};
