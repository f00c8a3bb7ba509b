// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

/// Every number that was chosen rather than derived, with its reason. Changing one changes speed or patience, never meaning.
namespace qiaomen::tuning {

using namespace std::chrono_literals;

// --- Batches ----------------------------------------------------------------------------------------------------------

/// Changes in one request for one grid. A whole new grid (21,200 records) still travels in one round trip; the byte limit
/// below is what holds on a bad link.
inline constexpr std::size_t kMaxChangesPerRequest = 25'000;
/// Bytes of changes in one request, before compression: four times the largest real grid's data, and a sixth of what the
/// centre accepts.
inline constexpr std::size_t kMaxRequestBytes = std::size_t{8} << 20;
/// What a reply or a snapshot may unpack to: a grid is about 5 MB, so this is a grid ten times the usual size.
inline constexpr std::size_t kMaxReplyBytes = std::size_t{64} << 20;
/// Changes of the others merged in one transaction: about 0.1 s of work, for which a save that comes meanwhile waits (the screen
/// never does). In smaller batches a storm of edits all over a grid writes the same pages again and again: 10,000 in batches of
/// 2,000 took twice as long.
inline constexpr std::size_t kApplyBatch = 10'000;

// --- Patience ---------------------------------------------------------------------------------------------------------

/// Between two rounds while all is well and nothing happens here: somebody else's visit shows up within this.
inline constexpr auto kIdleInterval = 30s;
/// After the first failure; doubled each time. Long enough for a lift, short enough to notice.
inline constexpr auto kFirstRetryDelay = 2s;
/// Never longer than this: a phone coming out of a cellar waits at most so long (wake() ends any wait at once).
inline constexpr auto kLongestRetryDelay = 5min;
/// Each wait is drawn from [1 - jitter, 1 + jitter] times its length, so that a street's phones do not come back as one.
inline constexpr double kRetryJitter = 0.25;
/// Between two rounds while the centre tells by itself what is new: compares digests, and says that this device lives.
inline constexpr auto kListeningInterval = 5min;
/// A waiting request is given up when nothing has come for so long: the centre answers within 50 s.
inline constexpr auto kWaitTimeout = 70s;
/// A centre that knows no waiting may have learned it by then.
inline constexpr auto kDeafPause = 1h;
inline constexpr auto kConnectTimeout = 5s;
/// A round of a large batch over 64 kbit/s must still get through.
inline constexpr auto kTransferTimeout = 120s;

/// A snapshot that takes longer to come is kept on the disk as it comes.
inline constexpr std::chrono::milliseconds kShortTransfer = 1s;
/// A request of more bytes is not asked again by its name (the centre keeps as many).
inline constexpr std::size_t kMaxRepeatedRequest = 4096;

// --- Keeping ----------------------------------------------------------------------------------------------------------

/// Own changes stay on the phone so long after their receipt: what refills a centre that was restored from an old backup.
inline constexpr auto kKeepOwnChanges = std::chrono::hours(24 * 90);
/// A difference between the digests is looked for by bucket and repaired, at most once in this time.
inline constexpr auto kRepairPause = 1h;

/// Records that are brought back to what the centre has, in one request.
inline constexpr std::size_t kRepairBatch = 2'000;
/// Turns that one grid takes in one round (going on under a new identity, new stamps, another history). Each is over after the next
/// request; more of them mean that two sides will never agree, and wait for the next round.
inline constexpr int kMaxTurns = 8;

// --- Storage ----------------------------------------------------------------------------------------------------------

/// Page cache of the writing connection: a whole grid in one transaction without spilling to the disk half-way.
inline constexpr int kWriterCacheKiB = 16 * 1024;
/// Page cache of a reading connection: the inner pages and a screenful.
inline constexpr int kReaderCacheKiB = 4 * 1024;
/// Pages in the write-ahead log before the writer copies them into the database file: 16 MB. A page that several commits wrote is
/// copied once; at SQLite's own 4 MB, every commit that touches a whole grid pays for a copy of it, and two more fsyncs.
inline constexpr int kCheckpointPages = 4'000;
/// How long a statement waits for another connection's short exclusive moment (recovery after a crash, closing).
inline constexpr auto kBusyTimeout = 5s;

}  // namespace qiaomen::tuning
