// SPDX-License-Identifier: Apache-2.0
#include "mobile/doors_model.h"

#include <map>

#include "mobile/change_words.h"
#include "mobile/text.h"
#include "shared/domain/household.h"
#include "shared/domain/resident.h"
#include "shared/domain/visit.h"

namespace qiaomen {

std::vector<int> floorRows(const std::vector<const Door*>& doors, int& doorsPerFloor) {
    std::map<std::int64_t, int> onFloor;
    for (const Door* door : doors) ++onFloor[door->floor];
    doorsPerFloor = 1;
    for (const auto& [floor, count] : onFloor) doorsPerFloor = std::max(doorsPerFloor, count);
    std::vector<int> rows;
    rows.reserve(onFloor.size() * static_cast<std::size_t>(doorsPerFloor));
    for (std::size_t i = 0; i < doors.size(); ++i) {
        rows.push_back(static_cast<int>(i));
        const bool lastOfFloor = i + 1 == doors.size() || doors[i + 1]->floor != doors[i]->floor;
        if (!lastOfFloor) continue;
        for (int filled = onFloor[doors[i]->floor]; filled < doorsPerFloor; ++filled) rows.push_back(kGap);
    }
    return rows;
}

void DoorsModel::setSession(GridSession* session) {
    if (session_) {
        disconnect(session_, nullptr, this, nullptr);
        disconnect(&session_->vocabulary(), nullptr, this, nullptr);
    }
    asked_.forget();
    session_ = session;
    if (session_) {
        connect(session_, &GridSession::changed, this, &DoorsModel::refresh);
        connect(&session_->vocabulary(), &Vocabulary::changed, this, &DoorsModel::tellAllChanged);
    }
    place_ = {};
    doors_.clear();
    arrange();
}

void DoorsModel::show(const Place& place) {
    place_ = place;
    doors_.clear();
    units_.clear();
    unit_.clear();
    loading_ = true;
    arrange();
    refresh();
}

void DoorsModel::refresh() {
    if (!session_ || place_.name.empty()) return;
    asked_.ask(
        session_->executor(), this,
        [&session = *session_, place = place_] {
            auto doors = session.reader().doors(place);
            if (!doors) return Result<Read>(doors.error());
            return Result<Read>(Read{place, std::move(*doors), session.unsent()});
        },
        [this](Result<Read> read) {
            loading_ = false;
            problem_ = read ? QString() : explain(read.error());
            if (read && read->place.name == place_.name && read->place.estate == place_.estate) {
                doors_ = std::move(read->doors);
                unsent_ = std::move(read->unsent);
            }
            arrange();
        });
}

void DoorsModel::arrange() {
    units_.clear();
    if (!place_.village) {
        for (const Door& door : doors_) {
            const QString unit = toQt(std::string_view(door.unit));
            if (!units_.contains(unit)) units_ << unit;
        }
    }
    if (!units_.contains(unit_)) unit_ = units_.value(0);
    std::vector<int> rows;
    std::vector<const Door*> shown;
    std::vector<int> indexes;
    for (std::size_t i = 0; i < doors_.size(); ++i) {
        if (!place_.village && toQt(std::string_view(doors_[i].unit)) != unit_) continue;
        shown.push_back(&doors_[i]);
        indexes.push_back(static_cast<int>(i));
    }
    if (place_.village) {
        doorsPerFloor_ = 1;
        rows = indexes;
    } else {
        rows = floorRows(shown, doorsPerFloor_);
        for (int& row : rows) {
            if (row != kGap) row = indexes[static_cast<std::size_t>(row)];
        }
    }
    nameGaps(rows);
    replace(rows_, std::move(rows));
    emit stateChanged();
}

/// A gap still says which floor it is on: it takes the number of the door before it.
void DoorsModel::nameGaps(std::vector<int>& rows) {
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i] != kGap) continue;
        rows[i] = rows[i - 1] < 0 ? rows[i - 1] : -1 - rows[i - 1];
    }
}

QString DoorsModel::title() const {
    const QString estate = toQt(std::string_view(place_.estate)), name = toQt(std::string_view(place_.name));
    return estate.isEmpty() ? name : estate + QLatin1Char(' ') + name;
}

void DoorsModel::setUnit(const QString& unit) {
    if (unit_ == unit || !units_.contains(unit)) return;
    unit_ = unit;
    arrange();
}

QString DoorsModel::householdOf(const QString& placeId) const {
    const auto found = std::ranges::find(doors_, idFromQt<RecordKind>(placeId), &Door::dwelling);
    return found != doors_.end() ? toQt(found->household) : QString();
}

int DoorsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant DoorsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int row = rows_[static_cast<std::size_t>(index.row())];
    if (row < 0) return gapData(doors_[static_cast<std::size_t>(-1 - row)], role);
    return doorData(doors_[static_cast<std::size_t>(row)], role);
}

/// What a delegate that declares every role is given for a place where there is no door.
QVariant DoorsModel::gapData(const Door& neighbour, int role) const {
    switch (role) {
        case FloorRole: return QString::number(neighbour.floor);
        case VacantRole:
        case UnsentRole: return false;
        case FreshnessRole: return static_cast<int>(FreshnessLevel::never);
        case MembersRole:
        case OpenNeedsRole:
        case OpenHazardsRole: return 0;
        case LastMetAtRole:
        case LastVisitAtRole:
        case NextVisitRole: return 0.0;
        case CareTagsRole:
        case TagsRole: return QStringList();
        default: return QString();
    }
}

QVariant DoorsModel::doorData(const Door& door, int role) const {
    const Vocabulary& vocabulary = session_->vocabulary();
    switch (role) {
        case PlaceIdRole: return toQt(door.dwelling);
        case HouseholdIdRole: return toQt(door.household);
        case FloorRole: return QString::number(door.floor);
        case RoomRole:
            return toQt(std::string_view(
                place_.village || door.room.empty() ? (door.gate.empty() ? door.room : door.gate) : door.room));
        case AddressRole: return toQt(std::string_view(door.address));
        case HeadNameRole: return toQt(std::string_view(door.headName));
        case MembersRole: return static_cast<int>(door.members);
        case FreshnessRole: return static_cast<int>(freshnessLevel(door.fresh, session_->nowMs()));
        case LastMetAtRole: return static_cast<double>(door.fresh.lastMetMs);
        case LastVisitAtRole: return static_cast<double>(door.fresh.lastVisitMs);
        case LastOutcomeRole: return vocabulary.word(visit, visit.outcome, door.fresh.lastOutcome);
        case VacantRole: return door.vacant;
        case OpenNeedsRole: return static_cast<int>(door.fresh.openNeeds);
        case OpenHazardsRole: return static_cast<int>(door.fresh.openHazards);
        case UnsentRole: return !door.household.isNone() && unsent_->households.contains(door.household);
        case CareTagsRole: return vocabulary.words(resident, resident.careTags, door.careTags);
        case TagsRole: return vocabulary.words(household, household.tags, door.tags);
        case NextVisitRole: return dayFromDate(door.nextVisit);
        default: return {};
    }
}

QHash<int, QByteArray> DoorsModel::roleNames() const {
    return {{PlaceIdRole, "placeId"},
            {HouseholdIdRole, "householdId"},
            {FloorRole, "floor"},
            {RoomRole, "room"},
            {AddressRole, "address"},
            {HeadNameRole, "headName"},
            {MembersRole, "members"},
            {FreshnessRole, "freshness"},
            {LastMetAtRole, "lastMetAt"},
            {LastVisitAtRole, "lastVisitAt"},
            {LastOutcomeRole, "lastOutcome"},
            {VacantRole, "vacant"},
            {OpenNeedsRole, "openNeeds"},
            {OpenHazardsRole, "openHazards"},
            {UnsentRole, "unsent"},
            {CareTagsRole, "careTags"},
            {TagsRole, "tags"},
            {NextVisitRole, "nextVisit"}};
}

}  // namespace qiaomen
