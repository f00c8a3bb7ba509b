// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "shared/core/sync.h"

namespace qiaomen {

/// Ed25519 (RFC 8032) through libsodium.
using SecretKey = std::array<std::uint8_t, 64>;

struct KeyPair {
    PublicKey publicKey{};
    SecretKey secretKey{};
};

using SigningSeed = std::array<std::uint8_t, 32>;  ///< what a key pair is made from, and can be made from again
KeyPair keyPairOf(const SigningSeed& seed);
KeyPair makeKeyPair(const RandomSource& random);

/// What both chains, the grid's and the device's, know a change by: BLAKE2b-256 over device and time of its stamp (id, fixed64) and
/// its body.
Hash256 hashOf(const Change& change, std::string_view body);

/// The next link of a grid's hash chain: BLAKE2b-256 over the link before, then seq and number as fixed64, then the change's hash.
/// The first link follows 32 zero bytes.
Hash256 chainLink(const Hash256& before, std::uint64_t seq, std::uint64_t number, const Hash256& change);

/// Signs and checks a receipt, under the domain "qiaomen receipt 1" so that no other signature can pass for one. The signed
/// bytes begin with an algorithm byte (1 = Ed25519 with BLAKE2b), so that another suite can be added.
void sign(Receipt& receipt, const SecretKey& key);
[[nodiscard]] bool isSignedBy(const Receipt& receipt, const PublicKey& key);

/// The same for any text that begins with an algorithm byte and a domain; see batch.h.
inline constexpr std::uint8_t kEd25519WithBlake2b = 1;
[[nodiscard]] SignatureBytes sign(std::string_view text, const SecretKey& key);
[[nodiscard]] bool isSignedBy(std::string_view text, const SignatureBytes& signature, const PublicKey& key);
/// BLAKE2b-256.
[[nodiscard]] Hash256 blake2b(std::string_view head, std::string_view rest = {});

}  // namespace qiaomen
