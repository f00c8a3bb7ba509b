// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/redirects.h"

#include <algorithm>

namespace qiaomen {

namespace {

/// The end of the chain, or the smallest of the ring that it leads into.
RecordId endOf(const std::map<RecordId, RecordId>& to, const RecordId& from) {
    std::vector<RecordId> way{from};
    for (auto next = to.find(from); next != to.end(); next = to.find(way.back())) {
        const auto met = std::ranges::find(way, next->second);
        if (met != way.end()) return *std::min_element(met, way.end());
        way.push_back(next->second);
    }
    return way.back();
}

}  // namespace

Redirects::Redirects(std::map<RecordId, RecordId> to) {
    for (const auto& [from, into] : to) {
        const RecordId end = endOf(to, from);
        if (end != from) standing_.emplace(from, end);
    }
}

RecordId Redirects::standing(const RecordId& id) const {
    const auto found = standing_.find(id);
    return found != standing_.end() ? found->second : id;
}

std::vector<RecordId> Redirects::all(const RecordId& standing) const {
    std::vector<RecordId> all{standing};
    for (const auto& [from, into] : standing_) {
        if (into == standing) all.push_back(from);
    }
    return all;
}

}  // namespace qiaomen
