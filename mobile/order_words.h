// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <optional>

#include "mobile/vocabulary.h"
#include "shared/client/grid_reader.h"
#include "shared/domain/catalogue.h"
#include "shared/domain/order_rules.h"

/// Door orders in words, for pages and slips. Pure.
namespace qiaomen {

/// The version of the item that held when the order was asked for; null without one.
const CatalogueItem* catalogueItemOf(const Record& order);
/// "Heating allowance · bring the form": the item's name and what was said besides.
QString orderSubject(const Record& order, const Vocabulary& vocabulary);
QString itemName(std::string_view code, std::int64_t atMs, bool chinese);
QString stateWord(OrderState state);
/// What the button says: "Agree on a time".
QString actWord(OrderAct act);

/// "Afternoon", empty for the whole day; no line breaks within it, which Chinese otherwise allows between any two letters.
QString slotWord(std::string_view part, const Vocabulary& vocabulary);

/// Notices that stand, in order: those whose step was not taken back.
std::vector<Record> standingNotices(const DoorOrderView& view);
/// What the first of them named; nothing when there is none.
std::optional<std::vector<std::string>> firstNotice(const DoorOrderView& view);
/// The invitation that counts: the latest one. Null without any.
const Record* latestInvitation(const DoorOrderView& view);

/// A name as slips show it: "王＊＊". Whoever finds a slip does not learn who it was for.
QString maskName(const QString& name);

}  // namespace qiaomen
