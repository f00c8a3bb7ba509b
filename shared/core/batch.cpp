// SPDX-License-Identifier: Apache-2.0
#include "shared/core/batch.h"

#include "shared/core/bytes.h"
#include "shared/core/codec.h"
#include "shared/core/wire.h"

namespace qiaomen {

namespace {

constexpr std::string_view kDomain = "qiaomen batch 1";

std::string_view chars(const Hash256& hash) { return {reinterpret_cast<const char*>(hash.data()), hash.size()}; }

}  // namespace

LogEntry entryOf(const Change& change) {
    LogEntry entry{.change = &change, .body = encodeBody(change)};
    entry.hash = hashOf(change, entry.body);
    return entry;
}

Hash256 deviceLink(const Hash256& before, std::uint64_t number, const Hash256& change) {
    ByteWriter text;
    text.reserve(72);
    text.raw(chars(before));
    text.fixed64(number);
    text.raw(chars(change));
    return blake2b(text.bytes());
}

Hash256 hashOfGiven(const Change& change) {
    if (change.kind == Change::Kind::remove) return hashOf(change, encodeBody(change));
    Change bare = change;
    for (FieldWrite& write : bare.writes) write.base = {};
    return hashOf(bare, encodeBody(bare));
}

Hash256 hashOfAllGiven(std::span<const Hash256> given) {
    if (given.empty()) return {};
    ByteWriter all;
    all.reserve(given.size_bytes());
    for (const Hash256& hash : given) all.raw(chars(hash));
    return blake2b(all.bytes());
}

std::string textOf(const BatchClaim& claim) {
    ByteWriter out;
    out.reserve(216);
    out.byte(kEd25519WithBlake2b);
    out.text(kDomain);
    out.id(claim.grid);
    out.id(claim.device);
    out.varint(claim.version);
    for (const std::uint64_t number : {claim.epoch, claim.first, claim.last, claim.spent}) out.fixed64(number);
    for (const Hash256& hash : {claim.before, claim.link, claim.given}) out.raw(chars(hash));
    return out.take();
}

Batch batchOf(const GridRequest& request, const DeviceId& device) {
    Batch batch;
    BatchClaim& claim = batch.claim;
    claim = {.grid = request.grid, .device = device, .version = wireVersionOf(request), .epoch = request.cursor.epoch};
    const std::uint64_t safe = request.safe.value_or(0);
    if (request.refills) claim.spent = safe;
    claim.first = request.changes.empty() ? safe + 1 : request.changes.front().number;
    claim.last = request.changes.empty() ? safe : request.changes.back().number;
    if (request.signature) claim.before = request.signature->before;
    claim.link = claim.before;
    batch.entries.reserve(request.changes.size());
    for (const Change& change : request.changes) {
        const LogEntry& entry = batch.entries.emplace_back(entryOf(change));
        claim.link = deviceLink(claim.link, change.number, entry.hash);
    }
    if (request.repair) {
        for (const Change& change : request.repair->held) batch.given.push_back(hashOfGiven(change));
    }
    claim.given = hashOfAllGiven(batch.given);
    return batch;
}

void sign(GridRequest& request, const DeviceId& device, const Hash256& before, const KeyPair& keys) {
    BatchSignature& signature = request.signature.emplace(BatchSignature{.before = before});
    if (signature.begins()) signature.key = keys.publicKey;
    const BatchClaim claim = batchOf(request, device).claim;
    signature.after = claim.link;
    signature.bytes = sign(textOf(claim), keys.secretKey);
}

bool isSignedBy(const BatchClaim& claim, const SignatureBytes& signature, const PublicKey& key) {
    return isSignedBy(textOf(claim), signature, key);
}

Hash256 linkAt(const GridRequest& request, std::uint64_t number) {
    if (!request.signature) return {};
    if (request.changes.empty()) return request.signature->before;
    if (number >= request.changes.back().number) return request.signature->after;
    Hash256 link = request.signature->before;
    for (const Change& change : request.changes) {
        if (change.number > number) break;
        link = deviceLink(link, change.number, entryOf(change).hash);
    }
    return link;
}

}  // namespace qiaomen
