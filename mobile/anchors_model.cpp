// SPDX-License-Identifier: Apache-2.0
#include "mobile/anchors_model.h"

#include "mobile/freshness.h"
#include "mobile/text.h"
#include "shared/domain/anchor.h"
#include "shared/domain/resident.h"
#include "shared/domain/visit.h"

namespace qiaomen {

AnchorsModel::AnchorsModel(const Vocabulary& vocabulary, QObject* parent) : ListModel(parent), vocabulary_(vocabulary) {
    connect(&vocabulary, &Vocabulary::changed, this, &AnchorsModel::tellAllChanged);
}

AnchorsModel::Validity AnchorsModel::validity(const Record& one, const std::string& today) {
    const std::string& ended = one.text(anchor.ended);
    if (!ended.empty() && ended <= today) return Ended;
    const QDate expires = QDate::fromString(toQt(std::string_view(one.text(anchor.expires))), Qt::ISODate);
    if (!expires.isValid()) return Lasting;
    const qint64 left = QDate::fromString(toQt(std::string_view(today)), Qt::ISODate).daysTo(expires);
    if (left < 0) return Expired;
    return left <= kExpiringDays ? Expiring : Valid;
}

void AnchorsModel::show(std::vector<Record> anchors, const std::vector<Record>& people, std::string today) {
    names_.clear();
    for (const Record& person : people)
        names_.insert(toQt(person.id()), toQt(std::string_view(person.text(resident.fullName))));
    today_ = std::move(today);
    replace(anchors_, std::move(anchors));
}

int AnchorsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(anchors_.size());
}

QVariant AnchorsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Record& one = anchors_[static_cast<std::size_t>(index.row())];
    const auto text = [&one](FieldNo number) { return toQt(std::string_view(one.text(number))); };
    switch (role) {
        case AnchorIdRole: return toQt(one.id());
        case KindRole: return text(anchor.kind);
        case KindWordRole: return vocabulary_.word(anchor, anchor.kind, one.text(anchor.kind));
        case TitleRole: return text(anchor.title);
        case PapersRole: return vocabulary_.show(*anchor.find(anchor.papers), one.get(anchor.papers));
        case PersonRole: return names_.value(toQt(one.reference(anchor.resident)));
        case ExpiresRole: return dayFromDate(one.text(anchor.expires));
        case ValidityRole: return validity(one, today_);
        case NoteRole: return text(anchor.note);
        default: return {};
    }
}

QHash<int, QByteArray> AnchorsModel::roleNames() const {
    return {{AnchorIdRole, "anchorId"}, {KindRole, "kind"},         {KindWordRole, "kindWord"},
            {TitleRole, "title"},       {PapersRole, "papers"},     {PersonRole, "person"},
            {ExpiresRole, "expires"},   {ValidityRole, "validity"}, {NoteRole, "note"}};
}

AskedModel::AskedModel(const Vocabulary& vocabulary, QObject* parent) : ListModel(parent), vocabulary_(vocabulary) {
    connect(&vocabulary, &Vocabulary::changed, this, &AskedModel::tellAllChanged);
}

void AskedModel::show(const std::vector<Asked>& asked, std::int64_t nowMs) {
    nowMs_ = nowMs;
    std::vector<Asked> rows;
    for (const Choice& group : codes::kConfirmed) {
        const auto found = std::ranges::find(asked, group.code, &Asked::group);
        rows.push_back(found != asked.end() ? *found : Asked{std::string(group.code), {}, 0});
    }
    replace(asked_, std::move(rows));
}

int AskedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(asked_.size());
}

QVariant AskedModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Asked& one = asked_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case GroupRole: return toQt(std::string_view(one.group));
        case WordRole: return vocabulary_.word(visit, visit.confirmed, one.group);
        case AtRole: return static_cast<double>(one.atMs);
        case ByRole: return toQt(std::string_view(one.worker));
        case FreshnessRole: return static_cast<int>(freshnessLevel({.lastConfirmedMs = one.atMs}, nowMs_));
        default: return {};
    }
}

QHash<int, QByteArray> AskedModel::roleNames() const {
    return {{GroupRole, "group"}, {WordRole, "word"}, {AtRole, "at"}, {ByRole, "by"}, {FreshnessRole, "freshness"}};
}

}  // namespace qiaomen
