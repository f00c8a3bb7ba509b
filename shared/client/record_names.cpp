// SPDX-License-Identifier: Apache-2.0
#include "shared/client/record_names.h"

#include <array>
#include <cstdio>

#include "shared/domain/catalogue.h"
#include "shared/domain/collections.h"

namespace qiaomen {

const RecordNames::Home& RecordNames::home(const RecordId& asked) {
    const RecordId id = redirects_.households.standing(asked);
    const auto [known, isNew] = homes_.try_emplace(id);
    if (isNew && !id.isNone()) {
        const Record record = tables_.read(household.number(), id);
        known->second.head = record.text(household.headName);
        known->second.address = tables_.read(dwelling.number(), record.reference(household.dwelling))
                                    .text(dwelling.address);
    }
    return known->second;
}

RecordId RecordNames::householdOf(const Record& record) {
    if (record.collection() == household.number()) return redirects_.households.standing(record.id());
    const Collection* collection = find(tables_.collections(), record.collection());
    if (!collection) return {};
    for (const Field& field : collection->fields()) {
        const RecordId named = record.reference(field.no());
        if (field.type != FieldType::reference || named.isNone()) continue;
        if (field.target == household.name()) return redirects_.households.standing(named);
        if (field.target != doorOrder.name() && field.target != hazard.name()) continue;
        const auto [known, isNew] = households_.try_emplace(named);
        if (isNew)
            known->second = householdOf(tables_.read(find(tables_.collections(), field.target)->number(), named));
        return known->second;
    }
    return {};
}

std::string RecordNames::name(CollectionNo collection, const RecordId& id) {
    if (id.isNone()) return {};
    if (collection == household.number()) return home(id).head;
    if (collection == resident.number()) return nameOf(tables_.read(collection, redirects_.residents.standing(id)));
    return nameOf(tables_.read(collection, id));
}

std::string RecordNames::nameOf(const Record& record) {
    const CollectionNo number = record.collection();
    if (number == resident.number()) return record.text(resident.fullName);
    if (number == dwelling.number()) return record.text(dwelling.address);
    if (number == visit.number()) return moment(record.integer(visit.occurredAt));
    if (number == need.number()) return record.text(need.text);
    if (number == hazard.number()) return record.text(hazard.place);
    if (number == questionItem.number()) return record.text(questionItem.text);
    if (number == questionSet.number()) return record.text(questionSet.title);
    if (number == visitImport.number()) return moment(record.integer(visitImport.importedAt));
    if (number == doorOrder.number()) {
        const std::string& code = record.text(doorOrder.item);
        const auto* item = Catalogue::sample().find(code, now_.dayOf(record.integer(doorOrder.askedAt)));
        if (item) return item->name.in(chinese_);
        return record.text(doorOrder.what);
    }
    return {};
}

std::string RecordNames::moment(std::int64_t ms) const {
    if (ms == 0) return {};
    const CivilDay day = now_.dayOf(ms);
    const auto minute = static_cast<int>((ms - now_.startOf(day)) / 60'000);
    std::array<char, 16> time{};
    std::snprintf(time.data(), time.size(), " %02d:%02d", minute / 60, minute % 60);
    return dateText(day) + time.data();
}

}  // namespace qiaomen
