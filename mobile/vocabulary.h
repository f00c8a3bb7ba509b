// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QObject>
#include <QtQmlIntegration>

#include "shared/core/collection.h"
#include "shared/core/record.h"
#include "shared/core/result.h"

namespace qiaomen {

/// The choices of one field as a list: roles `code` (what is stored) and `label` (what is shown, in the app's language).
class ChoiceModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Ask the vocabulary for it")
    Q_PROPERTY(int count READ count CONSTANT)
public:
    enum Role { CodeRole = Qt::UserRole + 1, LabelRole };
    Q_ENUM(Role)

    ChoiceModel(const Field& field, bool chinese, QObject* parent);

    [[nodiscard]] int count() const { return static_cast<int>(field_.choices.size()); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    Q_INVOKABLE QString codeAt(int row) const;
    Q_INVOKABLE QString labelAt(int row) const;

    void setChinese(bool chinese);

private:
    const Field& field_;
    bool chinese_;
};

/// The words for codes and fields, from the descriptions in shared/domain, in the language of the app: labels are written once,
/// beside the field, and serve the phone, the web and the documents. Lives on the UI thread.
class Vocabulary : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("workspace.vocabulary")
    Q_PROPERTY(bool chinese READ chinese NOTIFY changed)
public:
    explicit Vocabulary(QObject* parent = nullptr) : QObject(parent) {}

    [[nodiscard]] bool chinese() const { return chinese_; }
    void setChinese(bool chinese);

    /// The choices of a field: vocabulary.choices("visit", "outcome"). Null when there is no such field. Kept by the vocabulary.
    Q_INVOKABLE qiaomen::ChoiceModel* choices(const QString& collection, const QString& field);
    /// The word for a code, or the code itself when it is a newer program's.
    Q_INVOKABLE QString word(const QString& collection, const QString& field, const QString& code) const;
    /// A field's label: vocabulary.label("resident", "phone") is "Phone" or "电话".
    Q_INVOKABLE QString label(const QString& collection, const QString& field) const;

    [[nodiscard]] QString label(const Field& field) const;
    [[nodiscard]] QString label(const Collection& collection) const;
    [[nodiscard]] QString word(const Collection& collection, FieldNo field, std::string_view code) const;
    /// The words of all codes of a tags field.
    [[nodiscard]] QStringList words(const Collection& collection, FieldNo field, std::string_view tags) const;
    /// Any value as a person reads it: choices and tags in words, booleans as yes or no, instants and dates by locale, sensitive
    /// texts masked.
    [[nodiscard]] QString show(const Field& field, const Value& value) const;
    /// What is wrong with one field, as a sentence that begins with its label; empty when nothing is. Uses core's check().
    [[nodiscard]] QString problem(const Collection& collection, FieldNo number, const Value& value) const;

signals:
    /// The language is another one: words are to be asked for again.
    void changed();

private:
    bool chinese_ = true;
    QHash<const Field*, ChoiceModel*> choices_;
};

/// What a fault means for the worker and what to do about it: one or two translated sentences. Nothing was lost in any of them.
QString explain(const Error& error);

}  // namespace qiaomen
