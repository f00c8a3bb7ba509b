// SPDX-License-Identifier: Apache-2.0
#include "mobile/duplicates_model.h"

#include "mobile/text.h"
#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

CollectionNo collectionOf(const Record& pair) {
    return CollectionNo{static_cast<std::uint16_t>(pair.integer(duplicate.ofCollection))};
}

const Collection& collectionOf(CollectionNo number) {
    return number == resident.number() ? static_cast<const Collection&>(resident) : household;
}

}  // namespace

// --- One pair side by side --------------------------------------------------------------------------------------------

MergeChoices::MergeChoices(const Vocabulary& vocabulary, QObject* parent) : ListModel(parent), vocabulary_(vocabulary) {
    connect(&vocabulary, &Vocabulary::changed, this, &MergeChoices::tellAllChanged);
}

void MergeChoices::show(GuidedMerge merge, std::map<RecordId, QString> places) {
    beginResetModel();
    merge_ = std::move(merge);
    places_ = std::move(places);
    endResetModel();
    emit countChanged();
}

void MergeChoices::clear() {
    beginResetModel();
    merge_.reset();
    endResetModel();
    emit countChanged();
}

int MergeChoices::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !merge_ ? 0 : static_cast<int>(merge_->fields().size());
}

QVariant MergeChoices::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const FieldNo number = merge_->fields()[static_cast<std::size_t>(index.row())];
    const Field& field = *collectionOf(merge_->stays().collection()).find(number);
    switch (role) {
        case FieldRole: return vocabulary_.label(field);
        case OneRole: return words(merge_->stays(), field);
        case OtherRole: return words(merge_->goes(), field);
        case TakesOtherRole: return merge_->takesOther(number);
        default: return {};
    }
}

/// A reference by the address it leads to, anything else as everywhere: sensitive texts masked.
QString MergeChoices::words(const Record& record, const Field& field) const {
    if (field.type != FieldType::reference) return vocabulary_.show(field, record.get(field.no()));
    const auto place = places_.find(record.reference(field.no()));
    return place != places_.end() ? place->second : QString();
}

QHash<int, QByteArray> MergeChoices::roleNames() const {
    return {{FieldRole, "field"}, {OneRole, "one"}, {OtherRole, "other"}, {TakesOtherRole, "takesOther"}};
}

void MergeChoices::take(int row, bool other) {
    if (row < 0 || row >= rowCount()) return;
    merge_->take(merge_->fields()[static_cast<std::size_t>(row)], other);
    emit dataChanged(index(row), index(row), {TakesOtherRole});
}

// --- All pairs --------------------------------------------------------------------------------------------------------

bool DuplicatesModel::concerns(const StoreChange& change) const {
    const auto has = [&](const Collection& one) { return change.records.contains(one.number()); };
    return has(duplicate) || has(resident) || has(household);
}

DuplicatesModel::Side DuplicatesModel::sideOf(LocalStore& store, CollectionNo collection, const RecordId& id) {
    Side side;
    auto record = store.read(collection, id);
    if (!record) return side;
    const bool isResident = collection == resident.number();
    side.name = toQt(std::string_view(record->text(isResident ? resident.fullName : household.headName)));
    RecordId door = isResident ? RecordId{} : record->reference(household.dwelling);
    if (isResident) {
        if (const auto home = store.read(household.number(), record->reference(resident.household)))
            door = home->reference(household.dwelling);
    }
    if (const auto dwelt = store.read(dwelling.number(), door))
        side.place = toQt(std::string_view(dwelt->text(dwelling.address)));
    side.places[isResident ? record->reference(resident.household) : door] = side.place;
    side.record = *std::move(record);
    return side;
}

Result<std::vector<DuplicatesModel::Row>> DuplicatesModel::readGrid(GridSession& session) {
    auto open = session.reader().openDuplicates();
    if (!open) return open.error();
    std::vector<Row> rows;
    for (Record& pair : *open) {
        Row row;
        row.one = sideOf(session.store(), collectionOf(pair), pair.reference(duplicate.first));
        row.other = sideOf(session.store(), collectionOf(pair), pair.reference(duplicate.second));
        row.pair = std::move(pair);
        rows.push_back(std::move(row));
    }
    return rows;
}

void DuplicatesModel::refresh() {
    readAll(&readGrid, AsRead(), [this](std::vector<Row> rows) {
        replace(rows_, std::move(rows));
        if (!opened_.isEmpty() && !find(opened_)) open({});
        emit refreshed();
    });
}

int DuplicatesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant DuplicatesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case PairIdRole: return toQt(row.pair.id());
        case KindRole: return vocabulary().label(collectionOf(collectionOf(row.pair)));
        case NameRole: return row.one.name;
        case OtherNameRole: return row.other.name;
        case PlaceRole: return row.one.place;
        case OtherPlaceRole: return row.other.place;
        case ReasonRole: return vocabulary().word(duplicate, duplicate.reason, row.pair.text(duplicate.reason));
        case CertainRole: return row.pair.integer(duplicate.score) >= 100;
        case GridNameRole: return row.gridName;
        default: return {};
    }
}

QHash<int, QByteArray> DuplicatesModel::roleNames() const {
    return {{PairIdRole, "pairId"},       {KindRole, "kind"},       {NameRole, "name"},
            {OtherNameRole, "otherName"}, {PlaceRole, "place"},     {OtherPlaceRole, "otherPlace"},
            {ReasonRole, "reason"},       {CertainRole, "certain"}, {GridNameRole, "gridName"}};
}

const DuplicatesModel::Row* DuplicatesModel::find(const QString& pairId) const {
    const auto found = std::ranges::find(rows_, pairId, [](const Row& row) { return toQt(row.pair.id()); });
    return found != rows_.end() ? &*found : nullptr;
}

void DuplicatesModel::open(const QString& pairId) {
    const Row* row = find(pairId);
    if (row) {
        std::map<RecordId, QString> places = row->one.places;
        places.insert(row->other.places.begin(), row->other.places.end());
        choices_.show(GuidedMerge(row->one.record, row->other.record), std::move(places));
    } else {
        choices_.clear();
    }
    opened_ = row ? pairId : QString();
    emit openedChanged();
}

void DuplicatesModel::merge() {
    const Row* row = find(opened_);
    if (row && choices_.merge()) save(*row, choices_.merge()->edits(row->pair, fromQt(worker())));
}

void DuplicatesModel::keepApart(const QString& pairId) {
    if (const Row* row = find(pairId)) save(*row, {areDifferent(row->pair, fromQt(worker()))});
}

void DuplicatesModel::save(const Row& row, std::vector<Edit> edits) {
    row.session->save(std::move(edits), this, [this, pairId = toQt(row.pair.id())](const Result<Saved>& outcome) {
        if (!outcome)
            emit failed(explain(outcome.error()));
        else
            emit decided(pairId);
    });
}

}  // namespace qiaomen
