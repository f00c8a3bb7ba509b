// SPDX-License-Identifier: Apache-2.0
#include "shared/core/signature.h"

#include <sodium.h>

#include <stdexcept>

#include "shared/core/bytes.h"

namespace qiaomen {

namespace {

constexpr std::uint8_t kEd25519WithBlake2b = 1;
constexpr std::string_view kReceiptDomain = "qiaomen receipt 1";

const unsigned char* octets(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

template <class Bytes>
std::string_view chars(const Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// What the signature of a receipt covers: everything in it but the signature.
///
///     receiptText := algorithm:byte domain:text grid:id device:id lastNumber:fixed64 epoch:fixed64 seq:fixed64
///                    chain:32 bytes at:fixed64
std::string receiptText(const Receipt& receipt) {
    ByteWriter out;
    out.reserve(160);
    out.byte(kEd25519WithBlake2b);
    out.text(kReceiptDomain);
    out.id(receipt.grid);
    out.id(receipt.device);
    out.fixed64(receipt.lastNumber);
    out.fixed64(receipt.head.epoch);
    out.fixed64(receipt.head.seq);
    out.raw(chars(receipt.chain));
    out.fixed64(static_cast<std::uint64_t>(receipt.atMs));
    return out.take();
}

}  // namespace

KeyPair makeKeyPair(const RandomSource& random) {
    static_assert(crypto_sign_PUBLICKEYBYTES == sizeof(PublicKey) && crypto_sign_SECRETKEYBYTES == sizeof(SecretKey));
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used here");
    std::array<std::uint8_t, crypto_sign_SEEDBYTES> seed{};
    random(seed);
    KeyPair pair;
    crypto_sign_seed_keypair(pair.publicKey.data(), pair.secretKey.data(), seed.data());
    sodium_memzero(seed.data(), seed.size());
    return pair;
}

Hash256 chainLink(const Hash256& before, std::uint64_t seq, const Change& change, std::string_view body) {
    ByteWriter head;
    head.reserve(72);
    head.raw(chars(before));
    head.fixed64(seq);
    head.id(change.stamp.device);
    head.fixed64(change.number);
    head.fixed64(static_cast<std::uint64_t>(change.stamp.time));

    Hash256 link{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, link.size());
    crypto_generichash_update(&state, octets(head.bytes()), head.bytes().size());
    crypto_generichash_update(&state, octets(body), body.size());
    crypto_generichash_final(&state, link.data(), link.size());
    return link;
}

void sign(Receipt& receipt, const SecretKey& key) {
    static_assert(crypto_sign_BYTES == sizeof(SignatureBytes));
    const std::string text = receiptText(receipt);
    crypto_sign_detached(receipt.signature.data(), nullptr, octets(text), text.size(), key.data());
}

bool isSignedBy(const Receipt& receipt, const PublicKey& key) {
    const std::string text = receiptText(receipt);
    return crypto_sign_verify_detached(receipt.signature.data(), octets(text), text.size(), key.data()) == 0;
}

}  // namespace qiaomen
