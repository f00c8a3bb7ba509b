// SPDX-License-Identifier: Apache-2.0
#include "shared/client/guided_merge.h"

#include "shared/domain/duplicate.h"
#include "shared/domain/household.h"
#include "shared/domain/resident.h"

namespace qiaomen {

namespace {

FieldNo redirectOf(CollectionNo collection) {
    return collection == resident.number() ? resident.mergedInto : household.mergedInto;
}

bool isFilled(const Value& value) {
    return !value.isNothing() && !(value.kind() == Value::Kind::text && value.text().empty());
}

}  // namespace

GuidedMerge::GuidedMerge(Record stays, Record goes) : stays_(std::move(stays)), goes_(std::move(goes)) {
    const FieldNo redirect = redirectOf(stays_.collection());
    const Collection& collection = stays_.collection() == resident.number() ? static_cast<const Collection&>(resident)
                                                                            : household;
    for (const Field& field : collection.fields()) {
        if (field.no() == redirect || stays_.get(field.no()) == goes_.get(field.no())) continue;
        fields_.push_back(field.no());
        const bool mine = isFilled(stays_.get(field.no())), other = isFilled(goes_.get(field.no()));
        const bool isLater = goes_.stampOf(field.no()) > stays_.stampOf(field.no());
        if (other && (!mine || isLater)) taken_.insert(field.no());
    }
}

void GuidedMerge::take(FieldNo field, bool other) {
    if (other)
        taken_.insert(field);
    else
        taken_.erase(field);
}

std::vector<Edit> GuidedMerge::edits(const Record& pair, const std::string& worker) const {
    Edit kept{stays_.collection(), stays_.id(), {}};
    for (const FieldNo field : fields_) {
        if (takesOther(field)) kept.values.push_back({field, goes_.get(field)});
    }
    std::vector<Edit> edits;
    if (!kept.values.empty()) {
        kept.shown = stays_;
        edits.push_back(std::move(kept));
    }
    edits.push_back({goes_.collection(), goes_.id(), {{redirectOf(goes_.collection()), stays_.id()}}});
    edits.push_back({duplicate.number(), pair.id(), {{duplicate.state, "merged"}, {duplicate.decidedBy, worker}}});
    return edits;
}

Edit areDifferent(const Record& pair, const std::string& worker) {
    return {duplicate.number(), pair.id(), {{duplicate.state, "different"}, {duplicate.decidedBy, worker}}};
}

Edit undoMerge(const Record& merged) {
    return {merged.collection(), merged.id(), {{redirectOf(merged.collection()), Value()}}};
}

}  // namespace qiaomen
