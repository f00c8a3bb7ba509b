// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "shared/core/result.h"

namespace qiaomen {

/// Fills the span with random bytes. The core never fetches randomness itself: whoever builds the system passes it in.
using RandomSource = std::function<void(std::span<std::uint8_t>)>;

/// The 16 bytes behind every id, and their canonical text (8-4-4-4-12 lower-case hexadecimal digits, as RFC 9562 writes
/// them). Ids are made on the device, without asking anybody, and never change.
using IdBytes = std::array<std::uint8_t, 16>;

/// A time-sortable id as RFC 9562 version 7: 48 bits of milliseconds since 1970 (UTC), then 74 random bits. Two devices that
/// make a million ids in the same millisecond collide with a probability below 10^-10.
IdBytes makeIdBytes(std::int64_t unixMs, const RandomSource& random);

/// An id derived from a name (RFC 9562 version 8 over BLAKE2b): the same name in the same scope gives the same id on every
/// machine. The import uses it, so that reading the same file twice makes no double.
IdBytes nameIdBytes(const IdBytes& scope, std::string_view name);

std::string idText(const IdBytes& bytes);
Result<IdBytes> idFromText(std::string_view text);

/// One C++ type per kind of id, so that a grid can never be passed where a device is meant.
template <class Kind>
struct Id {
    IdBytes bytes{};

    static Id make(std::int64_t unixMs, const RandomSource& random) { return {makeIdBytes(unixMs, random)}; }
    static Id named(const IdBytes& scope, std::string_view name) { return {nameIdBytes(scope, name)}; }
    static Result<Id> parse(std::string_view text) {
        auto parsed = idFromText(text);
        if (!parsed) return parsed.error();
        return Id{*parsed};
    }

    [[nodiscard]] std::string text() const { return idText(bytes); }
    /// The all-zero id means "none".
    [[nodiscard]] bool isNone() const { return bytes == IdBytes{}; }

    auto operator<=>(const Id&) const = default;
};

/// The unit of replication, permission and serialisation: about 300 households.
using GridId = Id<struct GridKind>;
/// A phone, a hall desk, or the centre itself: whoever writes numbered changes.
using DeviceId = Id<struct DeviceKind>;
/// One record of any collection. Which collection it belongs to travels beside it.
using RecordId = Id<struct RecordKind>;

/// Hash for unordered containers; the last eight bytes of a time-sortable id are random.
struct IdHash {
    template <class Kind>
    std::size_t operator()(const Id<Kind>& id) const {
        std::uint64_t low = 0;
        for (std::size_t i = 8; i < 16; ++i) low = (low << 8) | id.bytes[i];
        return static_cast<std::size_t>(low);
    }
};

}  // namespace qiaomen
