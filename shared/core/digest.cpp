// SPDX-License-Identifier: Apache-2.0
#include "shared/core/digest.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "shared/core/codec.h"

namespace qiaomen {

Hash128& Hash128::operator+=(const Hash128& other) {
    low += other.low;
    high += other.high + (low < other.low ? 1 : 0);
    return *this;
}

Hash128& Hash128::operator-=(const Hash128& other) {
    high -= other.high + (low < other.low ? 1 : 0);
    low -= other.low;
    return *this;
}

std::string print(const Hash128& hash) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const std::uint64_t half : {hash.high, hash.low}) {
        for (int shift = 60; shift >= 0; shift -= 4) text += digits[half >> shift & 0xf];
    }
    return text;
}

namespace {

void put(const Stamp& stamp, ByteWriter& out) {
    out.fixed64(static_cast<std::uint64_t>(stamp.time));
    out.id(stamp.device);
}

void put(FieldNo field, const Stamp& stamp, const Value& value, ByteWriter& out) {
    out.varint(static_cast<std::uint64_t>(field));
    put(stamp, out);
    encodeValue(value, out);
}

/// Every field that was ever written, by ascending number: those that hold something, and those set back to nothing (which
/// have a stamp of their own). How the stamps are stored does not show.
void putFields(const Record& record, ByteWriter& out) {
    static const Value nothing;
    const auto& fields = record.fields();
    const auto& own = record.stamps().own();
    auto field = fields.begin();
    auto stamp = own.begin();
    while (field != fields.end() || stamp != own.end()) {
        if (stamp == own.end() || (field != fields.end() && field->field < stamp->field)) {
            put(field->field, record.stamps().row(), field->value, out);
            ++field;
            continue;
        }
        const bool holds = field != fields.end() && field->field == stamp->field;
        put(stamp->field, stamp->stamp, holds ? field->value : nothing, out);
        if (holds) ++field;
        ++stamp;
    }
    out.varint(0);  // no field has the number 0
}

void putRemoval(const Removal& removal, ByteWriter& out) {
    put(removal.by, out);
    for (const auto& [field, stamp] : removal.seen) put(field, stamp, {}, out);
}

}  // namespace

Hash128 hashOf(const Record& record) {
    if (record.isNew()) return {};
    ByteWriter out;
    out.reserve(512);
    out.varint(static_cast<std::uint64_t>(record.collection()));
    out.id(record.id());
    putFields(record, out);
    if (record.removal()) putRemoval(*record.removal(), out);
    const XXH128_hash_t hash = XXH3_128bits(out.bytes().data(), out.bytes().size());
    return {hash.high64, hash.low64};
}

void Digest::add(const Record& record) { buckets_[bucketOf(record.id())] += hashOf(record); }

void Digest::remove(const Record& record) { buckets_[bucketOf(record.id())] -= hashOf(record); }

Hash128 Digest::total() const {
    Hash128 total;
    for (const Hash128& bucket : buckets_) total += bucket;
    return total;
}

std::string Digest::encode() const {
    ByteWriter out;
    out.reserve(kBuckets * sizeof(Hash128));
    for (const Hash128& bucket : buckets_) {
        out.fixed64(bucket.high);
        out.fixed64(bucket.low);
    }
    return out.take();
}

Result<Digest> Digest::decode(std::string_view bytes) {
    if (bytes.size() != kBuckets * sizeof(Hash128)) {
        return Error{Fault::invalid, "a digest has 4096 bytes, not " + std::to_string(bytes.size())};
    }
    Digest digest;
    ByteReader in(bytes);
    for (Hash128& bucket : digest.buckets_) {
        bucket.high = in.fixed64();
        bucket.low = in.fixed64();
    }
    return digest;
}

}  // namespace qiaomen
