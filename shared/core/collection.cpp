// SPDX-License-Identifier: Apache-2.0
#include "shared/core/collection.h"

#include <algorithm>
#include <stdexcept>

namespace qiaomen {

FieldNo Collection::add(Field field) {
    if (field.number == 0 || field.number > kLargestFieldNumber || find(field.no()) || find(field.name)) {
        throw std::logic_error("field " + std::string(field.name) + " of " + std::string(name_) +
                               ": its number or name is out of range or taken");
    }
    if (nature_ == Nature::fact) field.merge = MergeClass::fixed;
    if (positions_.size() <= field.number) positions_.resize(field.number + 1U, -1);
    positions_[field.number] = static_cast<std::int16_t>(fields_.size());
    fields_.push_back(field);
    return field.no();
}

int Collection::position(FieldNo number) const {
    const auto index = static_cast<std::size_t>(number);
    return index < positions_.size() ? positions_[index] : -1;
}

const Field* Collection::find(FieldNo number) const {
    const int at = position(number);
    return at < 0 ? nullptr : &fields_[static_cast<std::size_t>(at)];
}

const Field* Collection::find(std::string_view name) const {
    const auto found = std::ranges::find(fields_, name, &Field::name);
    return found == fields_.end() ? nullptr : &*found;
}

const Collection* find(Collections collections, CollectionNo number) {
    const auto found = std::ranges::find(collections, number, &Collection::number);
    return found == collections.end() ? nullptr : *found;
}

const Collection* find(Collections collections, std::string_view name) {
    const auto found = std::ranges::find(collections, name, &Collection::name);
    return found == collections.end() ? nullptr : *found;
}

}  // namespace qiaomen
