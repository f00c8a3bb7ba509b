// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "shared/core/sync.h"

namespace qiaomen {

/// The messages of a sync as JSON: for people, for curl, for `qiaomen-server dump` and for the examples in
/// syncserver/README.md, which a test runs. Fields and collections go by name where `collections` knows them, by "#17" where
/// not; ids and stamps as text; integers beyond 2^53 are never produced. What repairs a difference (RepairRequest, RepairReply) and
/// the check of the digest are between programs, and have no JSON.
///
/// Reading refuses what it does not understand (unknown keys included) with Fault::invalid and the path of the culprit.
std::string toJson(const SyncRequest& request, Collections collections);
std::string toJson(const SyncReply& reply, Collections collections);
std::string toJson(const Record& record, Collections collections);
std::string toJson(const LoggedChange& logged, Collections collections);
Result<SyncRequest> syncRequestFromJson(std::string_view text, Collections collections);
Result<SyncReply> syncReplyFromJson(std::string_view text, Collections collections);

/// One change, with the stamps of what it replaced.
std::string toJson(const Change& change, Collections collections);
Result<Change> changeFromJson(std::string_view text, Collections collections);

/// One value: null, 42, 1.5, "text", {"id": "0190…"}.
std::string toJson(const Value& value);
Result<Value> valueFromJson(std::string_view text);

}  // namespace qiaomen
