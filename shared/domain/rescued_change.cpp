// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/rescued_change.h"

#include <algorithm>

#include "shared/core/codec.h"
#include "shared/core/json.h"

namespace qiaomen {

namespace {

/// The attachment that the change names, so that the bytes are taken in and kept, too. No collection has two.
const Value* attachmentIn(const Change& change, Collections collections) {
    const Collection* collection = find(collections, change.collection);
    const auto isAttachment = [&](const FieldWrite& write) {
        const Field* field = collection ? collection->find(write.field) : nullptr;
        return field && field->type == FieldType::attachment && write.value.kind() == Value::Kind::text;
    };
    const auto found = std::ranges::find_if(change.writes, isAttachment);
    return found != change.writes.end() ? &found->value : nullptr;
}

}  // namespace

RecordId rescuedId(const Change& change) {
    return RecordId::named(change.record.bytes, "rescued " + print(change.stamp) + ' ' + encodeBody(change));
}

std::vector<FieldValue> rescuedValues(const Change& change, const RescueNote& note, Collections collections) {
    std::vector<FieldValue> values{{rescuedChange.why, std::string(note.why)},
                                   {rescuedChange.ofCollection, static_cast<int>(change.collection)},
                                   {rescuedChange.ofRecord, change.record},
                                   {rescuedChange.content, toJson(change, collections)},
                                   {rescuedChange.reason, note.reason},
                                   {rescuedChange.writtenBy, note.writtenBy},
                                   {rescuedChange.writtenAt, unixMs(change.stamp.time)},
                                   {rescuedChange.writtenDevice, change.stamp.device.text()}};
    if (const Value* attachment = attachmentIn(change, collections))
        values.push_back({rescuedChange.attachment, *attachment});
    values.push_back({rescuedChange.state, "open"});
    return values;
}

Result<Change> changeIn(const Record& rescued, Collections collections) {
    if (rescued.text(rescuedChange.why) == "draft") return Error{Fault::invalid, "a draft is no change"};
    return changeFromJson(rescued.text(rescuedChange.content), collections);
}

}  // namespace qiaomen
