// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <span>
#include <string>

#include "shared/core/record.h"

namespace qiaomen {

/// 128 bits that stand for a record or for a set of them. Added and subtracted modulo 2^128, so that a sum of hashes does not
/// depend on the order, and one record's hash can be taken out again.
struct Hash128 {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    Hash128& operator+=(const Hash128& other);
    Hash128& operator-=(const Hash128& other);
    auto operator<=>(const Hash128&) const = default;
};

std::string print(const Hash128& hash);

/// The hash of everything a replica knows of a record: ids, every field's value and stamp, the deletion. Equal for two replicas
/// that merged the same changes, whatever the order and however each stores its stamps; zero for a record nobody wrote.
/// XXH3 with 128 bits: against accidents, not against forgers (those meet the hash chain and the signatures).
Hash128 hashOf(const Record& record);

/// The digest of one grid: the sum of its records' hashes, kept in 256 buckets by the last byte of the record id, so that a
/// difference between two replicas can be found by bucket and repaired without sending the grid.
///
/// Whoever changes a record calls remove(old) and add(new): the cost is the record's, never the grid's.
class Digest {
public:
    static constexpr std::size_t kBuckets = 256;

    void add(const Record& record);
    void remove(const Record& record);

    [[nodiscard]] static std::size_t bucketOf(const RecordId& id) { return id.bytes[15]; }
    [[nodiscard]] const Hash128& bucket(std::size_t index) const { return buckets_[index]; }
    /// The sum over all buckets: what a sync compares.
    [[nodiscard]] Hash128 total() const;

    /// 4,096 bytes: each bucket's two halves, big-endian, in order.
    [[nodiscard]] std::string encode() const;
    static Result<Digest> decode(std::string_view bytes);

    bool operator==(const Digest&) const = default;

private:
    std::array<Hash128, kBuckets> buckets_{};
};

}  // namespace qiaomen
