// SPDX-License-Identifier: Apache-2.0
#include "mobile/late_model.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "mobile/text.h"
#include "shared/client/rescued.h"
#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

/// The words that somebody had typed into a form, whichever form it was.
void addWords(const QJsonValue& value, QStringList& words) {
    if (value.isString() && !value.toString().isEmpty()) words << value.toString();
    if (value.isArray()) {
        for (const QJsonValue& one : value.toArray()) addWords(one, words);
    }
    if (value.isObject()) {
        for (const QJsonValue& one : value.toObject()) addWords(one, words);
    }
}

QString wordsOfDraft(const std::string& content) {
    const QByteArray bytes = QByteArray::fromStdString(content);
    const QJsonDocument draft = QJsonDocument::fromJson(bytes);
    if (draft.isNull()) return QString::fromUtf8(bytes);
    QStringList words;
    addWords(draft.isArray() ? QJsonValue(draft.array()) : QJsonValue(draft.object()), words);
    return words.join(QLatin1Char('\n'));
}

}  // namespace

bool LateModel::concerns(const StoreChange& change) const { return change.records.contains(rescuedChange.number()); }

Result<std::vector<LateModel::Row>> LateModel::readGrid(GridSession& session) {
    auto open = session.store().find(rescuedChange, rescuedChange.state, "open");
    if (!open) return open.error();
    std::vector<Row> rows;
    for (Record& record : *open) {
        Row row;
        if (auto change = changeIn(record, allCollections())) {
            row.subject = subjectOf(session.store(), *change);
            if (auto stands = session.store().read(change->collection, change->record)) row.stands = *std::move(stands);
            row.change = *std::move(change);
        }
        row.rescued = std::move(record);
        rows.push_back(std::move(row));
    }
    return rows;
}

void LateModel::refresh() {
    const auto oldestFirst = [](std::vector<Row>& rows) {
        std::ranges::stable_sort(rows, {}, [](const Row& row) { return row.rescued.integer(rescuedChange.writtenAt); });
    };
    readAll(&readGrid, oldestFirst, [this](std::vector<Row> rows) { replace(rows_, std::move(rows)); });
}

int LateModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant LateModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const Record& record = row.rescued;
    switch (role) {
        case RescuedIdRole: return toQt(record.id());
        case WhatRole: return row.change ? describe(*row.change, row.subject, vocabulary()) : tr("A draft, not saved");
        case HouseholdRole: return words(row.subject, vocabulary());
        case ByRole: return toQt(std::string_view(record.text(rescuedChange.writtenBy)));
        case AtRole: return static_cast<double>(record.integer(rescuedChange.writtenAt));
        case WhyRole: return vocabulary().word(rescuedChange, rescuedChange.why, record.text(rescuedChange.why));
        case BeforeRole: return before(row);
        case ValuesRole: return values(row);
        case DraftRole: return !row.change.has_value();
        case GridNameRole: return row.gridName;
        default: return {};
    }
}

QHash<int, QByteArray> LateModel::roleNames() const {
    return {{RescuedIdRole, "rescuedId"},
            {WhatRole, "what"},
            {HouseholdRole, "household"},
            {ByRole, "by"},
            {AtRole, "at"},
            {WhyRole, "why"},
            {BeforeRole, "before"},
            {ValuesRole, "values"},
            {DraftRole, "isDraft"},
            {GridNameRole, "gridName"}};
}

QString LateModel::values(const Row& row) const {
    if (!row.change) return wordsOfDraft(row.rescued.text(rescuedChange.content));
    if (row.change->kind == Change::Kind::remove) return tr("Deleted");
    return writtenWords(*row.change, vocabulary());
}

QString LateModel::before(const Row& row) const {
    if (!row.change || !row.stands.isVisible()) return {};
    const Collection* collection = find(allCollections(), row.change->collection);
    QStringList lines;
    for (const FieldWrite& write : row.change->writes) {
        const Field* field = collection ? collection->find(write.field) : nullptr;
        const Value& value = row.stands.get(write.field);
        if (field && field->type != FieldType::reference && !value.isNothing())
            lines << vocabulary().label(*field) + ": " + vocabulary().show(*field, value);
    }
    return lines.join(QLatin1Char('\n'));
}

void LateModel::takeIn(int row) {
    if (row < 0 || row >= count()) return;
    const Row& late = rows_[static_cast<std::size_t>(row)];
    auto edits = takingIn(late.rescued, fromQt(worker()), allCollections());
    if (!edits)
        emit failed(explain(edits.error()));
    else
        save(*late.session, *std::move(edits));
}

void LateModel::putAside(int row) {
    if (row < 0 || row >= count()) return;
    const Row& late = rows_[static_cast<std::size_t>(row)];
    save(*late.session, puttingAside(late.rescued, fromQt(worker())));
}

void LateModel::save(GridSession& session, std::vector<Edit> edits) {
    session.save(std::move(edits), this, [this](const Result<Saved>& outcome) {
        if (!outcome)
            emit failed(explain(outcome.error()));
        else
            emit decided();
    });
}

}  // namespace qiaomen
