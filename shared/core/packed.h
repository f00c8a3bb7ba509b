// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/core/result.h"

namespace qiaomen {

// The body of a request or an answer of a sync, in as few bytes as may be. Its first byte says which it is:
//
//     body  := frame | 'p' check:4 bytes content | 'r' name:8 bytes
//     frame := one zstd frame (compression.h), which begins with 0x28
//
// 'p' is a message that a frame would make longer: a frame costs 13 bytes, as many as an idle answer has. `check` is the lower
// half of the content's name, so that damage is found as in a frame. 'r' is a request that the same device has sent before,
// by its name: the lower 8 bytes of its XXH3. Whoever does not remember it says so, and gets it in full.

/// The shorter of a frame and the plain content.
std::string pack(std::string_view content);
/// Never gives more than `limit` bytes. Errors: invalid (damaged, or a request by its name).
Result<std::string> unpack(std::string_view body, std::size_t limit);

/// What a message is called when it is not repeated.
std::uint64_t nameOf(std::string_view content);
/// The body that says only a name.
std::string packName(std::uint64_t name);
/// The name that a body says; nothing when it says more.
std::optional<std::uint64_t> nameIn(std::string_view body);

}  // namespace qiaomen
