// SPDX-License-Identifier: Apache-2.0
#include "mobile/import_rows_model.h"

#include <algorithm>

#include "mobile/text.h"
#include "shared/domain/visit.h"

namespace qiaomen {

namespace {

QString qt(const std::string& text) { return toQt(std::string_view(text)); }

}  // namespace

ImportRowsModel::ImportRowsModel(const Vocabulary& vocabulary, QObject* parent)
    : ListModel(parent), vocabulary_(vocabulary) {
    connect(&vocabulary, &Vocabulary::changed, this, &ImportRowsModel::tellAllChanged);
}

ImportRowsModel::Group ImportRowsModel::groupOf(const ImportRow& row) {
    switch (row.state) {
        case RowState::ready: return Ready;
        case RowState::choose: return ToChoose;
        case RowState::notFound:
        case RowState::noted: return NotFound;
        case RowState::alreadyThere:
        case RowState::repeated: return Already;
        case RowState::unreadable: return Unreadable;
    }
    return Unreadable;
}

void ImportRowsModel::show(VisitImportPlan plan) {
    plan_ = std::move(plan);
    group_ = All;
    const auto& rows = plan_.rows();
    severalSheets_ = std::ranges::any_of(rows,
                                         [&](const ImportRow& row) { return row.row.sheet != rows.front().row.sheet; });
    refresh();
}

void ImportRowsModel::setGroup(Group group) {
    if (group_ == group) return;
    group_ = group;
    refresh();
}

void ImportRowsModel::refresh() {
    counts_.fill(0);
    visits_ = notes_ = 0;
    std::vector<std::size_t> shown;
    const auto& rows = plan_.rows();
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const Group group = groupOf(rows[at]);
        ++counts_[group];
        if (group_ == All || group_ == group) shown.push_back(at);
    }
    for (const std::size_t at : plan_.toSave()) ++(rows[at].state == RowState::ready ? visits_ : notes_);
    replace(shown_, std::move(shown));
    emit counted();
}

int ImportRowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

QVariant ImportRowsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const std::size_t number = shown_[static_cast<std::size_t>(index.row())];
    const ImportRow& row = plan_.rows()[number];
    switch (role) {
        case NumberRole: return static_cast<int>(number);
        case PlaceRole: return place(row);
        case PersonRole: return qt(row.row.person);
        case AddressRole: return qt(row.row.address);
        case AtRole: return static_cast<double>(row.said.atMs);
        case WhenRole: return qt(row.row.when);
        case AboutRole: return about(row);
        case DetailsRole: return qt(row.row.details);
        case GroupRole: return groupOf(row);
        case ReasonRole: return reason(row);
        case HouseholdRole: return home(row);
        case SkippedRole: return row.skipped;
        case KeptRole: return row.kept;
        case ChoosableRole: return !row.problem.has_value();
        default: return {};
    }
}

QHash<int, QByteArray> ImportRowsModel::roleNames() const {
    return {{NumberRole, "number"}, {PlaceRole, "place"},        {PersonRole, "person"},  {AddressRole, "address"},
            {AtRole, "at"},         {WhenRole, "when"},          {AboutRole, "about"},    {DetailsRole, "details"},
            {GroupRole, "group"},   {ReasonRole, "reason"},      {HouseholdRole, "home"}, {SkippedRole, "skipped"},
            {KeptRole, "kept"},     {ChoosableRole, "choosable"}};
}

QString ImportRowsModel::place(const ImportRow& row) const {
    if (row.row.line == 0) return {};
    const QString line = tr("Row %1").arg(row.row.line);
    return severalSheets_ ? dotted({qt(row.row.sheet), line}) : line;
}

QString ImportRowsModel::about(const ImportRow& row) const {
    if (row.problem) return {};
    return dotted({vocabulary_.word(visit, visit.way, row.said.way),
                   vocabulary_.word(visit, visit.outcome, row.said.outcome),
                   vocabulary_.words(visit, visit.reasons, row.said.reasons).join(QStringLiteral(", "))});
}

QString ImportRowsModel::home(const ImportRow& row) const {
    if (row.household < 0) return {};
    const ListedHousehold& home = plan_.directory().households()[static_cast<std::size_t>(row.household)];
    return dotted({qt(home.head), qt(home.address)});
}

QString ImportRowsModel::reason(const ImportRow& row) const {
    switch (row.state) {
        case RowState::unreadable: {
            const QString column = qt(row.problem->column);
            const std::string words = vocabulary_.chinese() ? chineseReason(*row.problem) : englishReason(*row.problem);
            return column.isEmpty() ? qt(words) : tr("%1: %2").arg(column, qt(words));
        }
        case RowState::alreadyThere: return tr("This visit is recorded already.");
        case RowState::repeated: return tr("The same as row %1 of this file.").arg(row.sameAs);
        case RowState::noted: return tr("Kept as a note since an earlier import: no household fits yet.");
        case RowState::notFound: return tr("Nobody of this name and no such door is in this grid.");
        case RowState::choose:
            if (row.finding.by == FoundBy::notKnownThere)
                return tr("The door is here, but nobody of this name is known there.");
            if (row.finding.by == FoundBy::notAtThatDoor) return tr("Somebody of this name lives behind another door.");
            return tr("Several households fit.");
        case RowState::ready:
            if (row.otherThatDay) return tr("This household has another visit on that day, with other words.");
            if (row.finding.isSure() && row.finding.by == FoundBy::nameAlone)
                return tr("Found by the name alone: the row has no address.");
            if (row.finding.isSure() && row.finding.by == FoundBy::addressAlone)
                return tr("Found by the address alone: the row has no name.");
            return {};
    }
    return {};
}

}  // namespace qiaomen
