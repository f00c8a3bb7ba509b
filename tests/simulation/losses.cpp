// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/losses.h"

#include <algorithm>

#include "shared/domain/rescued_change.h"

namespace qiaomen::simulation {

Losses::Losses(Centre& centre, const GridId& grid, const std::vector<std::unique_ptr<Phone>>& phones,
               const Notebook& notebook)
    : notebook_(notebook) {
    readLog(centre, grid);
    readRescued(centre, grid);
    std::set<Notebook::SaveNo> owed;
    for (const auto& phone : phones) {
        owed.merge(phone->answersFor(grid));
        if (phone->isAlive()) readQueue(*phone, grid);
    }
    Counts rescued, wanted;
    for (const auto& [stamp, content] : aside_) ++rescued[content];
    for (const Notebook::SaveNo save : owed) ++wanted[notebook.contentOf(save)];
    for (const auto& [content, count] : wanted) {
        if (logged_[content] + givenBack_[content] + rescued[content] < count && !isRescued(content))
            complaints_.push_back("a saved change is neither at the centre nor in a rescue queue: " + content);
    }
}

void Losses::readLog(Centre& centre, const GridId& grid) {
    for (const LoggedChange& one : centre.log(grid)) {
        if (one.change.stamp.device == centre.device()) continue;
        const std::string content = Notebook::content(one.change);
        ++(one.change.number == 0 ? givenBack_ : logged_)[content];
        if (one.change.number != 0) inLog_.emplace(one.change.stamp, content);
    }
}

void Losses::readRescued(Centre& centre, const GridId& grid) {
    for (const Record& record : centre.records(grid)) {
        if (record.collection() != rescuedChange.number()) continue;
        rescuedTexts_[record.id().text()] = print(record.get(rescuedChange.content));
        if (record.text(rescuedChange.why) == "draft") continue;
        const auto change = changeIn(record, collectionsOf(App::newer));
        if (!change) {
            complaints_.push_back("a rescued record cannot be read: " + change.error().message);
            continue;
        }
        const std::string content = Notebook::content(*change);
        aside_.emplace(change->stamp, content);
        if (record.text(rescuedChange.why) == "late") late_.emplace(change->stamp, content);
    }
}

/// What a phone hands in when it leaves may be there already, by its copy or by the centre: the same words under the same id.
bool Losses::isRescued(const std::string& content) const {
    return std::ranges::any_of(rescuedTexts_, [&](const auto& one) {
        return content.find(one.first) != std::string::npos && content.find("=" + one.second) != std::string::npos;
    });
}

void Losses::readQueue(Phone& phone, const GridId& grid) {
    const std::vector<GridId> held = phone.grids();
    if (std::ranges::find(held, grid) == held.end()) return;
    const auto queue = phone.storeOf(grid).rescueQueue();
    if (!queue) return complaints_.push_back(phone.name() + " cannot read its rescue queue");
    for (const OutboxEntry& entry : *queue) aside_.emplace(entry.change.stamp, Notebook::content(entry.change));
}

void Losses::doublesAreLosses(bool hadDisaster) {
    for (const auto& [content, count] : logged_) {
        if (count > notebook_.timesSaved(content))
            complaints_.push_back("in the log oftener than it was saved: " + content);
    }
    for (const auto& one : late_) {
        if (notebook_.timesSaved(one.second) == 0)
            complaints_.push_back("a rescued record says what nobody saved: " + one.second);
        if (!hadDisaster && inLog_.contains(one)) complaints_.push_back("both taken and rescued: " + one.second);
    }
}

}  // namespace qiaomen::simulation
