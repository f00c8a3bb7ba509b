// SPDX-License-Identifier: Apache-2.0
#include "mobile/move_people.h"

#include "mobile/household_models.h"
#include "mobile/text.h"
#include "shared/domain/resident.h"

namespace qiaomen {

void MovePeople::show(std::vector<Record> people, std::int64_t nowMs) {
    nowMs_ = nowMs;
    replace(people_, std::move(people));
}

void MovePeople::choose(const std::set<RecordId>& who) {
    chosen_ = who;
    tellAllChanged();
}

int MovePeople::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(people_.size());
}

QVariant MovePeople::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Record& person = people_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case ResidentIdRole: return toQt(person.id());
        case NameRole: return toQt(std::string_view(person.text(resident.fullName)));
        case AboutRole: {
            const int age = ageInYears(person.text(resident.birthDate), nowMs_);
            return dotted({vocabulary_.word(resident, resident.relation, person.text(resident.relation)),
                           age >= 0 ? tr("%n year(s) old", "", age) : QString()});
        }
        case ChosenRole: return chosen_.contains(person.id());
        default: return {};
    }
}

QHash<int, QByteArray> MovePeople::roleNames() const {
    return {{ResidentIdRole, "residentId"}, {NameRole, "name"}, {AboutRole, "about"}, {ChosenRole, "chosen"}};
}

int MoveTargets::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(hits_.size());
}

QVariant MoveTargets::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const SearchHit& hit = hits_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case TargetIdRole: return toQt(hit.record);
        case TitleRole: return toQt(std::string_view(hit.title));
        case SubtitleRole: return toQt(std::string_view(hit.subtitle));
        default: return {};
    }
}

QHash<int, QByteArray> MoveTargets::roleNames() const {
    return {{TargetIdRole, "targetId"}, {TitleRole, "title"}, {SubtitleRole, "subtitle"}};
}

}  // namespace qiaomen
