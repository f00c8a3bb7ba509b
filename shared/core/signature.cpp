// SPDX-License-Identifier: Apache-2.0
#include "shared/core/signature.h"

#include <sodium.h>

#include <stdexcept>

#include "shared/core/bytes.h"

namespace qiaomen {

namespace {

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

KeyPair keyPairOf(const SigningSeed& seed) {
    static_assert(crypto_sign_PUBLICKEYBYTES == sizeof(PublicKey) && crypto_sign_SECRETKEYBYTES == sizeof(SecretKey) &&
                  crypto_sign_SEEDBYTES == sizeof(SigningSeed));
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used here");
    KeyPair pair;
    crypto_sign_seed_keypair(pair.publicKey.data(), pair.secretKey.data(), seed.data());
    return pair;
}

KeyPair makeKeyPair(const RandomSource& random) {
    SigningSeed seed{};
    random(seed);
    const KeyPair pair = keyPairOf(seed);
    sodium_memzero(seed.data(), seed.size());
    return pair;
}

Hash256 blake2b(std::string_view head, std::string_view rest) {
    Hash256 hash{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, hash.size());
    crypto_generichash_update(&state, octets(head), head.size());
    crypto_generichash_update(&state, octets(rest), rest.size());
    crypto_generichash_final(&state, hash.data(), hash.size());
    return hash;
}

Hash256 hashOf(const Change& change, std::string_view body) {
    ByteWriter head;
    head.reserve(24);
    head.id(change.stamp.device);
    head.fixed64(static_cast<std::uint64_t>(change.stamp.time));
    return blake2b(head.bytes(), body);
}

Hash256 chainLink(const Hash256& before, std::uint64_t seq, std::uint64_t number, const Hash256& change) {
    ByteWriter text;
    text.reserve(80);
    text.raw(chars(before));
    text.fixed64(seq);
    text.fixed64(number);
    text.raw(chars(change));
    return blake2b(text.bytes());
}

SignatureBytes sign(std::string_view text, const SecretKey& key) {
    static_assert(crypto_sign_BYTES == sizeof(SignatureBytes));
    SignatureBytes signature{};
    crypto_sign_detached(signature.data(), nullptr, octets(text), text.size(), key.data());
    return signature;
}

bool isSignedBy(std::string_view text, const SignatureBytes& signature, const PublicKey& key) {
    return crypto_sign_verify_detached(signature.data(), octets(text), text.size(), key.data()) == 0;
}

void sign(Receipt& receipt, const SecretKey& key) { receipt.signature = sign(receiptText(receipt), key); }

bool isSignedBy(const Receipt& receipt, const PublicKey& key) {
    return isSignedBy(receiptText(receipt), receipt.signature, key);
}

}  // namespace qiaomen
