// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

/// What the centre accepts from outside, each number with its reason (those that both sides share are in shared/core/tuning.h).
namespace qiaomen::limits {

using namespace std::chrono_literals;

// --- Requests ---------------------------------------------------------------------------------------------------------

/// A request's line and headers together. Ours take 300 bytes.
inline constexpr std::size_t kMaxHeadBytes = 8 * 1024;
inline constexpr std::size_t kMaxHeaders = 40;
/// A request's body as it comes over the wire: the largest one a phone sends is 8 MB before compression.
inline constexpr std::size_t kMaxBodyBytes = std::size_t{16} << 20;
/// What a body may unpack to.
inline constexpr std::size_t kMaxUnpackedBytes = std::size_t{48} << 20;
/// Grids in one request: a leader's phone holds a community (12), a district's desk a few hundred.
inline constexpr std::size_t kMaxGridsPerRequest = 500;
/// The program's name and version, for the registry.
inline constexpr std::size_t kMaxAppName = 80;

// --- Connections ------------------------------------------------------------------------------------------------------

/// From the first byte of a request to the end of its headers. A phone sends them in one packet.
inline constexpr auto kHeadTime = 5s;
/// How long a connection may be silent within a body.
inline constexpr auto kSilence = 15s;
/// A whole body: 1 MB over 64 kbit/s takes 130 s.
inline constexpr auto kBodyTime = 180s;
/// Between two requests of one connection.
inline constexpr auto kKeepAliveTime = 5s;
inline constexpr std::size_t kKeepAliveRequests = 1'000;
/// Requests served at once: each is a thread. Connections between two requests, and those that wait for news, take none.
inline constexpr std::size_t kThreads = 256;
/// What is remembered of devices' last requests: 30,000 devices of three grids each.
inline constexpr std::size_t kKeptRequestBytes = std::size_t{8} << 20;
/// Requests that wait for news: each is a socket, of which a service has 65,536 (deploy/qiaomen-server.service).
inline constexpr std::size_t kWaiting = 8'000;
/// How long one of them waits at most: shorter than any network's patience with a silent connection, and than a revocation may take.
inline constexpr std::chrono::milliseconds kWaitTime = 50s;
/// For how long a device is sent away when nobody can wait, or the server stops.
inline constexpr auto kWaitPause = 30s;

// --- Upkeep -----------------------------------------------------------------------------------------------------------

/// How often the server looks whether another process of its folder has given or taken a grid: who waits follows within a second.
inline constexpr std::chrono::milliseconds kScopePause = 250ms;
/// Between two steps through the grids (duplicate_scan.h), each of some milliseconds: a district's 425 grids in five minutes.
inline constexpr std::chrono::milliseconds kScanPause = 50ms;
/// Between two rounds. Nobody waits for a suggestion.
inline constexpr std::chrono::milliseconds kScanRest = 10min;

// --- Changes ----------------------------------------------------------------------------------------------------------

/// How far a device's clock may be ahead: a stamp drags every other clock with it. A phone that is further ahead is told the time, and
/// stamps its unsent changes anew.
inline constexpr std::chrono::milliseconds kMaxClockAhead = 2min;
/// Successors of one device: a phone that is set back or copied each week still gets through for twenty years.
inline constexpr std::size_t kMaxSuccessors = 1'000;
/// Links that are followed from a value back to one that it replaced, to see whether its writer knew of it.
inline constexpr int kMaxDescent = 100;
/// A text in a field that this program does not know. Known fields say their own length.
inline constexpr std::size_t kMaxUnknownText = 64 * 1024;

// --- Attachments ------------------------------------------------------------------------------------------------------

/// A grid's attachments together: ten thousand photos.
inline constexpr std::uint64_t kMaxAttachmentBytesPerGrid = std::uint64_t{4} << 30;
/// An attachment that no record names any more: as long as a phone may be away before it takes a deletion back.
inline constexpr std::chrono::milliseconds kKeepGarbage = std::chrono::hours(24 * 30);
/// Chunks of an upload that nobody goes on with.
inline constexpr std::chrono::milliseconds kKeepChunks = std::chrono::hours(24 * 7);
/// Between two looks for garbage in one grid.
inline constexpr std::chrono::milliseconds kCollectPause = std::chrono::hours(24);

// --- By hand ----------------------------------------------------------------------------------------------------------

/// Changes of others in one carrier answer: who is further behind makes another trip.
inline constexpr std::size_t kMaxCarriedTail = 100'000;

// --- Pulling ----------------------------------------------------------------------------------------------------------

/// So far behind, the tail is always sent; further behind, only where it is shorter than the snapshot would be.
inline constexpr std::uint64_t kShortTail = 2'000;

}  // namespace qiaomen::limits
