// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidcheck.h>

#include "shared/core/sync.h"

/// Arbitrary things for property tests (rapidcheck): valid in form, and as strange as the formats allow.
namespace qiaomen::tests {

/// Texts with Chinese, emoji, quotes, control characters and the empty one; always UTF-8.
rc::Gen<std::string> anyText();
/// Every kind, with the extremes of numbers; reals are finite.
rc::Gen<Value> anyValue();
/// Of few devices and times, so that equal and neighbouring stamps occur; never none.
rc::Gen<Stamp> anyStamp();
/// Of known and unknown collections and fields, each field at most once.
rc::Gen<Change> anyChange();
/// Written by up to eight changes, so that deletions, cleared fields and fields with stamps of their own occur.
rc::Gen<Record> anyRecord();

rc::Gen<SyncRequest> anyRequest();
rc::Gen<SyncReply> anyReply();
rc::Gen<Snapshot> anySnapshot();

/// Up to `most` changes of one visit as several devices may make them, knowing or not of each other: writes and removals, of
/// fixed, silent, ordinary and unknown fields. No two share a stamp.
rc::Gen<std::vector<Change>> changesOfOneVisit(int most = 8);
/// The same changes in another order, some of them several times.
rc::Gen<std::vector<Change>> retold(const std::vector<Change>& changes);

}  // namespace qiaomen::tests

namespace qiaomen {

// How rapidcheck prints a case that fails.
void showValue(const Value& value, std::ostream& out);
void showValue(const Change& change, std::ostream& out);
void showValue(const Record& record, std::ostream& out);

}  // namespace qiaomen
