// SPDX-License-Identifier: Apache-2.0
#include "mobile/looks_model.h"

#include <algorithm>

#include "mobile/text.h"
#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

QString field(const Record& record, FieldNo number) { return toQt(std::string_view(record.text(number))); }

bool isExport(const Record& one) { return one.collection() == dataExport.number(); }

}  // namespace

LooksModel::LooksModel(const Vocabulary& vocabulary, QObject* parent) : ListModel(parent), vocabulary_(vocabulary) {
    connect(&vocabulary, &Vocabulary::changed, this, &LooksModel::tellAllChanged);
}

void LooksModel::show(std::vector<Record> looks, const std::vector<Record>& exports, const std::vector<Record>& people) {
    names_.clear();
    for (const Record& person : people) {
        const FieldNo name = person.collection() == resident.number() ? resident.fullName : household.headName;
        names_.insert(toQt(person.id()), field(person, name));
    }
    looks.insert(looks.end(), exports.begin(), exports.end());
    const auto when = [](const Record& one) {
        return one.integer(isExport(one) ? dataExport.exportedAt : readAudit.readAt);
    };
    std::ranges::stable_sort(looks, std::ranges::greater{}, when);
    replace(looks_, std::move(looks));
}

int LooksModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(looks_.size());
}

QVariant LooksModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Record& look = looks_[static_cast<std::size_t>(index.row())];
    if (role == ExportRole) return isExport(look);
    if (isExport(look)) return exportData(look, role);
    switch (role) {
        case AtRole: return static_cast<double>(look.integer(readAudit.readAt));
        case ReaderRole: return field(look, readAudit.reader);
        case WhatRole: return what(look);
        case ReasonRole:
            return dotted({vocabulary_.word(readAudit, readAudit.reason, look.text(readAudit.reason)),
                           field(look, readAudit.words)});
        case DeviceRole: return field(look, readAudit.device);
        default: return {};
    }
}

QVariant LooksModel::exportData(const Record& one, int role) const {
    const auto day = [&](FieldNo number) { return vocabulary_.show(*dataExport.find(number), one.get(number)); };
    switch (role) {
        case AtRole: return static_cast<double>(one.integer(dataExport.exportedAt));
        case ReaderRole: return field(one, dataExport.worker);
        case WhatRole: return tr("The whole grid as a workbook, numbers masked");
        case ReasonRole: {
            const QString from = day(dataExport.fromDay), until = day(dataExport.untilDay);
            return from.isEmpty() ? tr("Everything") : tr("%1 to %2").arg(from, until);
        }
        case DeviceRole: return field(one, dataExport.device);
        default: return {};
    }
}

QString LooksModel::what(const Record& look) const {
    const auto number = static_cast<CollectionNo>(look.integer(readAudit.ofCollection));
    const Collection* collection = find(allCollections(), number);
    const Field* known = collection ? collection->find(static_cast<FieldNo>(look.integer(readAudit.ofField))) : nullptr;
    return dotted(
        {names_.value(toQt(look.reference(readAudit.ofRecord))), known ? vocabulary_.label(*known) : QString()});
}

QHash<int, QByteArray> LooksModel::roleNames() const {
    return {{AtRole, "at"},         {ReaderRole, "reader"}, {WhatRole, "what"},
            {ReasonRole, "reason"}, {DeviceRole, "device"}, {ExportRole, "isExport"}};
}

}  // namespace qiaomen
