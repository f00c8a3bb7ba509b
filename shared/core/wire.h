// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "shared/core/sync.h"

namespace qiaomen {

/// The versions of the messages that this program speaks, from the earliest to the latest. A message says the earliest version in
/// which all of it can be said, so that programs of different age understand each other as long as nothing newer has to be said. What
/// is of any other version is refused with Fault::outdated, whole: nothing is guessed at, and nothing left out.
///
///     3   what there was before
///     4   a question may say that changes were written by who had read less than the cursor (ReadMark); a change may say when it was
///         saved, where it was stamped anew since, and an answer under which stamp it is known (KnownAs)
inline constexpr std::uint64_t kEarliestWireVersion = 3;
inline constexpr std::uint64_t kWireVersion = 4;
/// The version that this question needs. It is part of what the device signs (batch.h).
std::uint64_t wireVersionOf(const GridRequest& request);

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
