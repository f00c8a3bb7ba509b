// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/sync.h"

namespace qiaomen {

/// A grid, and how far somebody knows its log.
struct KnownGrid {
    GridId grid;
    Cursor cursor;
    bool operator==(const KnownGrid&) const = default;
};

/// "Tell me when one of these goes on": `POST /v1/wait`. It is answered when a grid's log ends elsewhere than the asker knows, or
/// after a bounded time. It says nothing else: what is new comes by the ordinary sync.
struct WaitRequest {
    std::vector<KnownGrid> grids;
    bool operator==(const WaitRequest&) const = default;
};

/// The answer to a WaitRequest.
struct WaitReply {
    enum class Kind : std::uint8_t {
        moved,    ///< sync now
        nothing,  ///< nothing happened in the time that an answer may take: ask again
        later,    ///< nobody can wait here now: ask again after `pause`
    };

    Kind kind = Kind::nothing;
    std::chrono::seconds pause{};
    bool operator==(const WaitReply&) const = default;
};

/// As bytes, in the frame of wire.h:
///
///     wait      := "QM" version:varint 16:byte count:varint { grid:id epoch:fixed64 seq:varint }
///     waitReply := "QM" version:varint 17:byte kind:byte pause:varint             kind as the place in WaitReply::Kind, seconds
///
/// Decoding trusts nothing. Errors: invalid (says what is wrong), outdated (another version).
std::string encode(const WaitRequest& request);
std::string encode(const WaitReply& reply);
Result<WaitRequest> decodeWaitRequest(std::string_view bytes);
Result<WaitReply> decodeWaitReply(std::string_view bytes);

}  // namespace qiaomen
