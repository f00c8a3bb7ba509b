// SPDX-License-Identifier: Apache-2.0
#include "mobile/household_models.h"

#include <charconv>

#include "mobile/text.h"
#include "shared/domain/collections.h"
#include "shared/domain/id_number.h"
#include "shared/domain/phone.h"

namespace qiaomen {

int ageInYears(std::string_view birthDate, std::int64_t nowMs) {
    const auto part = [&](std::size_t at, std::size_t length, int missing) {
        int number = missing;
        if (birthDate.size() >= at + length)
            std::from_chars(birthDate.data() + at, birthDate.data() + at + length, number);
        return number;
    };
    const QDate born(part(0, 4, 0), part(5, 2, 1), part(8, 2, 1));
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs).date();
    if (birthDate.size() < 4 || !born.isValid() || born > today) return -1;
    const bool birthdayToCome = std::pair(today.month(), today.day()) < std::pair(born.month(), born.day());
    return today.year() - born.year() - (birthdayToCome ? 1 : 0);
}

namespace {

QString field(const Record& record, FieldNo number) { return toQt(std::string_view(record.text(number))); }
double instant(const Record& record, FieldNo number) { return static_cast<double>(record.integer(number)); }

bool isOpen(const Record& item) {
    if (item.collection() == need.number()) {
        const std::string& state = item.text(need.state);
        return state != "met" && state != "explained";
    }
    return item.text(hazard.state) != "closed";
}

}  // namespace

// --- members -----------------------------------------------------------------------------------------------------------

MembersModel::MembersModel(const Vocabulary& vocabulary, QObject* parent) : ListModel(parent), vocabulary_(vocabulary) {
    connect(&vocabulary, &Vocabulary::changed, this, &MembersModel::tellAllChanged);
}

void MembersModel::show(std::vector<Record> members, std::int64_t nowMs) {
    nowMs_ = nowMs;
    replace(members_, std::move(members));
}

int MembersModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(members_.size());
}

QVariant MembersModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Record& member = members_[static_cast<std::size_t>(index.row())];
    const auto word = [&](FieldNo number) { return vocabulary_.word(resident, number, member.text(number)); };
    switch (role) {
        case ResidentIdRole: return toQt(member.id());
        case NameRole: return field(member, resident.fullName);
        case RelationRole: return word(resident.relation);
        case SexRole: return word(resident.sex);
        case AgeRole: return ageInYears(member.text(resident.birthDate), nowMs_);
        case PhoneRole: return toQt(std::string_view(maskPhone(member.text(resident.phone))));
        case IdNumberRole: return toQt(std::string_view(maskIdNumber(member.text(resident.idNumber))));
        case PopulationRole: return word(resident.population);
        case CareTagsRole: return vocabulary_.words(resident, resident.careTags, member.text(resident.careTags));
        case WorkUnitRole: return field(member, resident.workUnit);
        case LeftRole: return !member.get(resident.livesHereTo).isNothing();
        case HeadRole: return member.text(resident.relation) == "0";
        default: return {};
    }
}

QHash<int, QByteArray> MembersModel::roleNames() const {
    return {{ResidentIdRole, "residentId"},
            {NameRole, "name"},
            {RelationRole, "relation"},
            {SexRole, "sex"},
            {AgeRole, "age"},
            {PhoneRole, "phone"},
            {IdNumberRole, "idNumber"},
            {PopulationRole, "population"},
            {CareTagsRole, "careTags"},
            {WorkUnitRole, "workUnit"},
            {LeftRole, "gone"},
            {HeadRole, "head"}};
}

// --- needs and hazards -------------------------------------------------------------------------------------------------

ItemsModel::ItemsModel(const Vocabulary& vocabulary, QObject* parent) : ListModel(parent), vocabulary_(vocabulary) {
    connect(&vocabulary, &Vocabulary::changed, this, &ItemsModel::tellAllChanged);
}

void ItemsModel::show(std::vector<Record> items, Photos photos) {
    photos_ = std::move(photos);
    replace(items_, std::move(items));
}

int ItemsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(items_.size());
}

QVariant ItemsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Record& item = items_[static_cast<std::size_t>(index.row())];
    const bool ofNeed = item.collection() == need.number();
    const auto word = [&](FieldNo needField, FieldNo hazardField) {
        return ofNeed ? vocabulary_.word(need, needField, item.text(needField))
                      : vocabulary_.word(hazard, hazardField, item.text(hazardField));
    };
    switch (role) {
        case RecordIdRole: return toQt(item.id());
        case HouseholdIdRole: return toQt(item.reference(ofNeed ? need.household : hazard.household));
        case AtRole: return instant(item, ofNeed ? need.heardAt : hazard.foundAt);
        case KindRole: return word(need.kind, hazard.kind);
        case TextRole:
            return ofNeed ? field(item, need.text) : dotted({field(item, hazard.place), field(item, hazard.text)});
        case LevelRole: return word(need.urgency, hazard.risk);
        case LevelCodeRole: return field(item, ofNeed ? need.urgency : hazard.risk);
        case StateRole: return word(need.state, hazard.state);
        case OpenRole: return isOpen(item);
        case DueRole: return ofNeed ? 0.0 : dayFromDate(item.text(hazard.rectifyBy));
        case PositionRole: return !ofNeed && !item.get(hazard.longitude).isNothing();
        case ByRole: return field(item, ofNeed ? need.heardBy : hazard.foundBy);
        case PhotosRole: {
            const auto found = photos_.find(item.id());
            return found != photos_.end() ? found->second : QStringList();
        }
        default: return {};
    }
}

QHash<int, QByteArray> ItemsModel::roleNames() const {
    return {{RecordIdRole, "recordId"},
            {HouseholdIdRole, "householdId"},
            {AtRole, "at"},
            {KindRole, "kind"},
            {TextRole, "text"},
            {LevelRole, "level"},
            {LevelCodeRole, "levelCode"},
            {StateRole, "stateWord"},
            {OpenRole, "open"},
            {DueRole, "due"},
            {PositionRole, "position"},
            {ByRole, "by"},
            {PhotosRole, "photos"}};
}

}  // namespace qiaomen
