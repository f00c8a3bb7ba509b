// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "shared/core/wire.h"

// The grammar of a message, and what its bytes are called in the code; for wire.cpp alone. Primitives are those of bytes.h, `body`, `kind` and `content` those of codec.h.
//
//     message  := "QM" version:varint (request | reply | snapshot)          version: see wire.h. 16 is added to a request's kind that asks for the
//                                                                          scope, and to a reply's that gives grids
//     request  := (1:byte mark:4 bytes | 4:byte mark:4 bytes waiting:varint repairs:varint) device app:text count:varint question*
//     reply    := 2:byte mark:4 bytes now:signed given? count:varint { grid:id flags:byte (problem | answer) }
//     given    := count:varint { grid:id name:text }
//     snapshot := 3:byte grid:id cursor digest records
//
//     question := grid:id flags:varint cursor safe:varint? device? check:fixed64? count:varint change* read? repair? signature?
//     flags    := 1 device | 2 check | 4 more | 8 refills | 16 deaf | 32 repair | 64 safe | 128 signature | 256 read, of version 4
//     read     := count:varint { number seq:varint }
//     repair   := hasDigest:byte digest:4096 bytes? count:varint { collection:varint id } count:varint change*
//     signature := (1:byte key:32 bytes | 0:byte before:32 bytes) signature:64 bytes     see batch.h
//
//     flags    := 1 problem | 2 snapshotNeeded | 4 more | 8 receipt | 16 fork | 32 clockAhead | 64 repair | 128 taken
//     fork     := at:varint | 0 count:varint { number:varint stamp }                  the latter: known under other stamps
//     problem  := fault:byte message:text                         fault as the place in Fault
//     answer   := receipt? fork? count:varint { number:varint reason:text } count:varint { seq change } cursor digest
//                 (buckets:text records)?
//     records  := count:varint { collection:varint count:varint record* }
//     receipt  := grid:id device lastNumber:varint head:cursor chain:32 bytes at:signed signature:64 bytes
//     change   := number stamp body
//     record   := id shape:varint row:stamp? count:varint { step << 3 | kind:varint content }
//                 { step:varint stamp }* removal?
//     shape    := own stamps << 2 | 2 has a removal | 1 has a row stamp
//     removal  := by:stamp count:varint { step:varint stamp }
//
//     cursor   := epoch:fixed64 seq:varint
//     digest   := high:fixed64 low:fixed64
//     seq      := signed, from one after the seq before in the same list
//     number   := signed, from one after the number before in the same list
//     step     := from the field number before in the same list, at least 1: fields come in ascending order
//     stamp    := ms:signed counter:varint device                 ms from the stamp before in the message
//     device   := varint, place among the devices met in the message; the first unused place is followed by the id
//
// So a grid with a dozen devices spells each of their ids once, and a change made minutes after the one before costs four
// bytes of stamp.

namespace qiaomen::wire {

inline constexpr std::string_view kMagic = "QM";

enum class Message : std::uint8_t { request = 1, reply = 2, snapshot = 3, requestWithState = 4 };
enum RequestFlag : std::uint16_t {
    asSuccessor = 1,
    hasCheck = 2,
    hasMoreToSend = 4,
    refills = 8,
    isDeaf = 16,
    asksForRepair = 32,
    saysSafe = 64,
    isSigned = 128,
    hasReadLess = 256,
    allRequestFlags = 511
};
enum ReplyFlag : std::uint8_t {
    hasProblem = 1,
    needsSnapshot = 2,
    hasMore = 4,
    hasReceipt = 8,
    isFork = 16,
    isClockAhead = 32,
    hasRepair = 64,
    isTaken = 128
};
inline constexpr std::uint8_t kAboutScope = 16;
inline constexpr std::size_t kMarkPlace = 4;
inline constexpr std::size_t kMarkSize = 4;
inline constexpr std::size_t kDigestSize = Digest::kBuckets * sizeof(Hash128);

inline std::uint64_t flagsOf(const GridRequest& grid) {
    return static_cast<std::uint64_t>(
        (grid.device.isNone() ? 0 : asSuccessor) | (grid.check ? hasCheck : 0) | (grid.more ? hasMoreToSend : 0) |
        (grid.refills ? refills : 0) | (grid.deaf ? isDeaf : 0) | (grid.repair ? asksForRepair : 0) |
        (grid.safe ? saysSafe : 0) | (grid.signature ? isSigned : 0) | (grid.readMarks.empty() ? 0 : hasReadLess));
}

inline std::uint8_t flagsOf(const GridReply& grid) {
    return static_cast<std::uint8_t>(
        (grid.snapshotNeeded ? needsSnapshot : 0) | (grid.more ? hasMore : 0) |
        (grid.receipt.grid.isNone() ? 0 : hasReceipt) | (grid.forkAt != 0 || !grid.knownAs.empty() ? isFork : 0) |
        (grid.clockAhead ? isClockAhead : 0) | (grid.repair ? hasRepair : 0) | (grid.taken ? isTaken : 0));
}

inline std::uint64_t versionOf(const SyncRequest& request) {
    std::uint64_t version = kEarliestWireVersion;
    for (const GridRequest& grid : request.grids) version = std::max(version, wireVersionOf(grid));
    return version;
}
inline std::uint64_t versionOf(const SyncReply& reply) {
    const bool saysNewer = std::ranges::any_of(reply.grids, [](const GridReply& grid) {
        return !grid.knownAs.empty() || std::ranges::any_of(grid.tail, isStampedAnew, &LoggedChange::change);
    });
    return saysNewer ? kWireVersion : kEarliestWireVersion;
}
inline std::uint64_t versionOf(const Snapshot& /*snapshot*/) { return kEarliestWireVersion; }

/// Most requests have nothing to say of the device, and say it in no byte.
inline Message kindOf(const SyncRequest& request) {
    return request.waiting == 0 && request.repairs == 0 ? Message::request : Message::requestWithState;
}
inline Message kindOf(const SyncReply& /*reply*/) { return Message::reply; }
inline Message kindOf(const Snapshot& /*snapshot*/) { return Message::snapshot; }

inline bool isAboutScope(const SyncRequest& request) { return request.asksScope; }
inline bool isAboutScope(const SyncReply& reply) { return !reply.given.empty(); }
inline bool isAboutScope(const Snapshot& /*snapshot*/) { return false; }

inline constexpr std::uint64_t kHasRow = 1;
inline constexpr std::uint64_t kHasRemoval = 2;
inline constexpr unsigned kOwnShift = 2;

// The fewest bytes that each can take: what bounds the memory reserved for a list.
inline constexpr std::size_t kLeastGridRequest = 27;
inline constexpr std::size_t kLeastKey = 17;
inline constexpr std::size_t kLeastGridReply = 19;
inline constexpr std::size_t kLeastKnownAs = 4;
inline constexpr std::size_t kLeastGiven = 17;
inline constexpr std::size_t kLeastChange = 23;
inline constexpr std::size_t kLeastLogged = 24;
inline constexpr std::size_t kLeastRecord = 18;

/// About what a message will take, so that its buffer grows once.
inline std::size_t sizeHint(const SyncRequest& request) {
    std::size_t changes = 0;
    for (const GridRequest& grid : request.grids) changes += grid.changes.size();
    return 256 + changes * 160;
}

inline std::size_t sizeHint(const SyncReply& reply) {
    std::size_t changes = 0;
    for (const GridReply& grid : reply.grids) changes += grid.tail.size();
    return 256 + reply.grids.size() * 256 + changes * 160;
}

inline std::size_t sizeHint(const Snapshot& snapshot) { return 256 + snapshot.records.size() * 160; }

}  // namespace qiaomen::wire
