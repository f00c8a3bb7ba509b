// SPDX-License-Identifier: Apache-2.0
#include "syncserver/signed_batch.h"

#include <algorithm>

#include "shared/core/bytes.h"
#include "shared/sqlite/database.h"

namespace qiaomen {

namespace {

constexpr std::size_t kNumberSize = 8;
constexpr std::size_t kHashSize = sizeof(Hash256);

std::string_view chars(const Hash256& hash) { return {reinterpret_cast<const char*>(hash.data()), hash.size()}; }

Hash256 hashFrom(ByteReader& in) {
    const std::string_view bytes = in.raw(kHashSize);
    Hash256 hash{};
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(hash.data()));
    return hash;
}

std::size_t countOf(std::string_view bytes, std::size_t each) {
    if (bytes.size() % each != 0) throw StoreError(Fault::broken, "the hashes of a signed batch have a wrong length");
    return bytes.size() / each;
}

}  // namespace

std::string encodeOutside(const std::vector<OutsideHash>& outside) {
    ByteWriter out;
    for (const auto& [number, hash] : outside) {
        out.fixed64(number);
        out.raw(chars(hash));
    }
    return out.take();
}

std::string encodeGiven(const std::vector<Hash256>& given) {
    ByteWriter out;
    for (const Hash256& hash : given) out.raw(chars(hash));
    return out.take();
}

std::vector<OutsideHash> decodeOutside(std::string_view bytes) {
    std::vector<OutsideHash> outside(countOf(bytes, kNumberSize + kHashSize));
    ByteReader in(bytes);
    for (OutsideHash& each : outside) {
        each.number = in.fixed64();
        each.hash = hashFrom(in);
    }
    return outside;
}

std::vector<Hash256> decodeGiven(std::string_view bytes) {
    std::vector<Hash256> given(countOf(bytes, kHashSize));
    ByteReader in(bytes);
    for (Hash256& hash : given) hash = hashFrom(in);
    return given;
}

}  // namespace qiaomen
