// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/notebook.h"

#include <algorithm>

namespace qiaomen::simulation {

std::string Notebook::content(const Change& change) {
    std::string text = change.kind == Change::Kind::remove ? "remove " : "write ";
    text += std::to_string(static_cast<int>(change.collection)) + ' ' + change.record.text();
    if (change.kind == Change::Kind::remove) return text;
    std::vector<FieldWrite> writes = change.writes;
    std::ranges::sort(writes, {}, &FieldWrite::field);
    for (const FieldWrite& write : writes) {
        text += " #" + std::to_string(static_cast<int>(write.field)) + '=' + print(write.value);
    }
    return text;
}

Notebook::SaveNo Notebook::saved(const Change& change, const std::vector<Value>& shown) {
    for (std::size_t i = 0; i < change.writes.size(); ++i) {
        const FieldWrite& write = change.writes[i];
        const std::vector<Value>& before = written_[{change.record, write.field, write.base}];
        const bool right = write.base.isNone() ? shown[i].isNothing()
                                               : std::ranges::find(before, shown[i]) != before.end();
        if (!right)
            complain("a save claims to replace another value than " + print(shown[i]) +
                     ", which was on the screen: " + content(change));
    }
    return note(change);
}

Notebook::SaveNo Notebook::appeared(const Change& change) { return note(change); }

Notebook::SaveNo Notebook::note(const Change& change) {
    stamped(change);
    const std::string said = content(change);
    const auto same = std::ranges::find(saves_, change);
    if (same != saves_.end()) return static_cast<SaveNo>(same - saves_.begin());
    saves_.push_back(change);
    ++counts_[said];
    return saves_.size() - 1;
}

std::size_t Notebook::timesSaved(const std::string& content) const {
    const auto found = counts_.find(content);
    return found == counts_.end() ? 0 : found->second;
}

void Notebook::committed(const LoggedChange& logged) {
    const Change& change = logged.change;
    everLogged_.insert(key(change));
    stamped(change);
}

void Notebook::refused(const Change& change) {
    everRefused_.insert(key(change));
    stamped(change);
}

void Notebook::stamped(const Change& change) {
    if (change.kind != Change::Kind::write) return;
    for (const FieldWrite& write : change.writes) {
        std::vector<Value>& values = written_[{change.record, write.field, change.stamp}];
        if (std::ranges::find(values, write.value) == values.end()) values.push_back(write.value);
    }
}

bool Notebook::everHeld(const Change& change) const {
    return everLogged_.contains(key(change)) || everRefused_.contains(key(change));
}

void Notebook::complain(const std::string& what) {
    if (std::ranges::find(complaints_, what) == complaints_.end() && complaints_.size() < 20)
        complaints_.push_back(what);
}

}  // namespace qiaomen::simulation
