// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace qiaomen {

/// What a request's head says, as far as it concerns who reads it before the HTTP library.
struct RequestHead {
    std::size_t bodyBytes = 0;
    bool isPost = false;
    std::string path;   ///< without the query
    std::string type;   ///< of the body, without parameters
    std::string token;  ///< the device's; empty when there is none
};

/// Why a request is answered before it reaches the HTTP library, and with which status. The connection is closed after it.
struct HeadRefusal {
    int status = 400;
    std::string reason;
};

/// Looks at a request's line and headers (up to and with the empty line) before anything else does, and lets through only the
/// plain requests that our devices, curl and Prometheus send. Pure.
///
/// The library below accepts far more than it can bear: bodies in chunks or compressed, of any size, headers without number,
/// line breaks hidden in values, two lengths at once (with which one request is smuggled behind another). Here
///
///   - the method is GET or POST, the target a path of at most 2,048 printable bytes, the version 1.0 or 1.1;
///   - lines end in CR LF, none is folded; there are at most 40 headers; a value has no control characters, not even encoded;
///   - nobody speaks of Transfer-Encoding, Content-Encoding, Trailer, Expect, Range, Upgrade;
///   - a POST has exactly one Content-Length of digits, within the limit, and one of our content types; a GET has no body.
std::variant<RequestHead, HeadRefusal> examineHead(std::string_view head);

/// The device's token in an Authorization header; empty when there is none.
std::string tokenIn(std::string_view authorization);

inline constexpr std::string_view kSyncType = "application/vnd.qiaomen.sync";
/// The same in few bytes, because it stands in every request and every answer of every phone.
inline constexpr std::string_view kShortSyncType = "q/m";
inline bool isSyncType(std::string_view type) { return type == kSyncType || type == kShortSyncType; }
inline constexpr std::string_view kJsonType = "application/json";
/// A chunk of an attachment: bare bytes.
inline constexpr std::string_view kChunkType = "application/octet-stream";

}  // namespace qiaomen
