// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "shared/core/sync.h"

namespace qiaomen {

/// Ed25519 (RFC 8032) through libsodium.
using PublicKey = std::array<std::uint8_t, 32>;
using SecretKey = std::array<std::uint8_t, 64>;

struct KeyPair {
    PublicKey publicKey{};
    SecretKey secretKey{};
};

KeyPair makeKeyPair(const RandomSource& random);

/// The next link of a grid's hash chain: BLAKE2b-256 over the link before, then seq, device, number and time of the change as
/// fixed64, id, fixed64, fixed64, then its body. The first link follows 32 zero bytes.
Hash256 chainLink(const Hash256& before, std::uint64_t seq, const Change& change, std::string_view body);

/// Signs and checks a receipt, under the domain "qiaomen receipt 1" so that no other signature can pass for one. The signed
/// bytes begin with an algorithm byte (1 = Ed25519 with BLAKE2b), so that another suite can be added.
void sign(Receipt& receipt, const SecretKey& key);
[[nodiscard]] bool isSignedBy(const Receipt& receipt, const PublicKey& key);

}  // namespace qiaomen
