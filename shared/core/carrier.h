// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/signature.h"

namespace qiaomen {

// A sync that goes by hand: a question and its answer, each in one file that anybody may carry (on a stick, over a hall's network, on
// another phone) and nobody else can read.
//
//     file     := "QMC1" kind:byte algorithms:byte sealed
//     kind     := 'q' (a device's question, sealed to the centre) | 'a' (the centre's answer, sealed to the device)
//     sealed   := crypto_box_seal of signature:64 content, to the reader's Ed25519 key converted to X25519
//     question := device:id key:32 token:text at:fixed64 message:text
//     answer   := device:id question:32 at:fixed64 message:text count:varint snapshot:text…
//
// `algorithms` 1: Ed25519 and BLAKE2b-256 for signatures, X25519 with XSalsa20-Poly1305 for seals. Who wrote it stands within the seal:
// a file that is found says neither whose it is nor what is in it. The signature covers
//
//     text     := algorithms:byte domain:text reader's key:32 BLAKE2b-256 of the content:32
//
// so that nothing can be taken out of its seal and handed on as if it were meant for somebody else.

/// What a device would have asked over a network.
struct CarrierQuestion {
    DeviceId device;
    PublicKey key{};  ///< by which the device signs this, and which the answer is sealed to
    std::string token;  ///< what the device proves itself with, as in a request: the seal keeps it secret, as TLS does there
    std::int64_t atMs = 0;  ///< the device's clock when it was written
    std::string message;    ///< a SyncRequest, encoded and packed
    bool operator==(const CarrierQuestion&) const = default;
};

/// What the centre would have answered, and the snapshots that the device would then have fetched.
struct CarrierAnswer {
    DeviceId device;
    Hash256 question{};                  ///< the name of the file that it answers
    std::int64_t atMs = 0;               ///< the centre's clock
    std::string message;                 ///< a SyncReply, encoded and packed
    std::vector<std::string> snapshots;  ///< each encoded and packed
    bool operator==(const CarrierAnswer&) const = default;
};

/// What a file of either kind is called in an answer and by whoever keeps it: BLAKE2b-256 of all its bytes.
[[nodiscard]] Hash256 carrierName(std::string_view file);
/// Whether the bytes claim to be a question or an answer. For whoever passes them on; says nothing about their being whole.
[[nodiscard]] bool looksLikeQuestion(std::string_view file);
[[nodiscard]] bool looksLikeAnswer(std::string_view file);

/// Signed by the device, sealed to the centre. Errors: invalid (the centre's key is none).
Result<std::string> writeQuestion(const CarrierQuestion& question, const SecretKey& device, const PublicKey& centre);
/// Signed by the centre, sealed to the device. Errors: invalid (the device's key is none).
Result<std::string> writeAnswer(const CarrierAnswer& answer, const SecretKey& centre, const PublicKey& device);

/// Errors: outdated (of another version), invalid (no carrier file, the other kind, sealed to somebody else, altered, cut, or signed
/// by another key than it names).
Result<CarrierQuestion> readQuestion(std::string_view file, const KeyPair& centre);
/// The same; signed by another than this centre is invalid, too.
Result<CarrierAnswer> readAnswer(std::string_view file, const KeyPair& device, const PublicKey& centre);

}  // namespace qiaomen
