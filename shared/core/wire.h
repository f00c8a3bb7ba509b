// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "shared/core/sync.h"

namespace qiaomen {

/// The version both sides speak. A message of another version is refused with Fault::outdated, never guessed at.
inline constexpr std::uint64_t kWireVersion = 3;

/// The messages of a sync as bytes (`application/vnd.qiaomen.sync`), before compression. The same messages as JSON, for people
/// and for curl, are in json.h. The grammar stands at the top of wire.cpp.
///
/// Decoding trusts nothing: it never crashes, never allocates more than a small multiple of the input, and answers
/// Fault::invalid with the reason, or Fault::outdated.
std::string encode(const SyncRequest& request);
/// Gives an encoded request a mark that is made from everything it says, and gives the mark. The answer repeats it: what comes back
/// from an earlier request, through a proxy or out of a buffer, is known for what it is.
std::uint32_t markRequest(std::string& request);
std::string encode(const SyncReply& reply);
std::string encode(const Snapshot& snapshot);
Result<SyncRequest> decodeSyncRequest(std::string_view bytes);
Result<SyncReply> decodeSyncReply(std::string_view bytes);
Result<Snapshot> decodeSnapshot(std::string_view bytes);

}  // namespace qiaomen
