// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "shared/core/signature.h"

namespace qiaomen {

/// A change on its way into a log, with what is made of it once: its body (codec.h) and the hash by which both chains know it.
struct LogEntry {
    const Change* change = nullptr;
    std::string body;
    Hash256 hash{};
};
LogEntry entryOf(const Change& change);

/// The next link of a device's own chain: BLAKE2b-256 over the link before, the number as fixed64, and the change's hash. A chain
/// begins with 32 zero bytes: with a device's first change to a grid, with the first of a successor, and where a centre that forgot
/// is told everything once more.
Hash256 deviceLink(const Hash256& before, std::uint64_t number, const Hash256& change);

/// What a change that is given back is known by: number and, but for a deletion, bases do not count, because the centre finds out
/// anew what it replaces.
Hash256 hashOfGiven(const Change& change);

/// What a device says with one signature about everything that a question brings to a grid: *these are my changes first … last,
/// after that history of mine; this I give back of others; up to there my numbers are spent*. It can be proven as long as the
/// changes are kept, or what is left of them: their hashes.
///
///     text := 1:byte "qiaomen batch 1":text grid:id device:id version:varint epoch:fixed64 first:fixed64 last:fixed64
///             spent:fixed64 before:32 bytes link:32 bytes given:32 bytes
///
/// The first byte names the algorithms (1: Ed25519 with BLAKE2b). The grid stands in it, so that nothing signed for one grid can be
/// brought to another; the epoch, so that nothing of a history that was set back can be brought again.
struct BatchClaim {
    GridId grid;
    DeviceId device;            ///< as whom it writes
    std::uint64_t version = 0;  ///< of the wire, that the question needs: wireVersionOf()
    std::uint64_t epoch = 0;    ///< of the cursor it came with
    std::uint64_t first = 1;
    std::uint64_t last = 0;   ///< below `first` when there are no changes
    std::uint64_t spent = 0;  ///< numbers up to it are used, though the centre may not know them; 0 mostly
    Hash256 before{};         ///< the device's chain up to `first`
    Hash256 link{};           ///< … and up to `last`
    Hash256 given{};          ///< BLAKE2b-256 over the hashes of what is given back, zeros for none
    bool operator==(const BatchClaim&) const = default;
};
std::string textOf(const BatchClaim& claim);

/// A question's claim, and the hashes it was made from.
struct Batch {
    BatchClaim claim;
    std::vector<LogEntry> entries;  ///< of the question's changes, in their order; they point into it
    std::vector<Hash256> given;     ///< of what it gives back
};
/// `device` is as whom the question writes. What the signature says of the chain before is taken from it.
Batch batchOf(const GridRequest& request, const DeviceId& device);
Hash256 hashOfAllGiven(std::span<const Hash256> given);

/// Signs what the question brings, after that history of the device.
void sign(GridRequest& request, const DeviceId& device, const Hash256& before, const KeyPair& keys);
[[nodiscard]] bool isSignedBy(const BatchClaim& claim, const SignatureBytes& signature, const PublicKey& key);

/// The device's chain after the change with that number of a question that it has signed, or the last change below it.
Hash256 linkAt(const GridRequest& request, std::uint64_t number);

}  // namespace qiaomen
