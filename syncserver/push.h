// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <unordered_map>
#include <vector>

#include "syncserver/conflict_records.h"
#include "syncserver/grid_store.h"

namespace qiaomen {

/// What became of a batch, for the reply and the metrics.
struct PushReport {
    std::uint64_t lastNumber = 0;  ///< of the device, afterwards
    std::size_t taken = 0;
    std::size_t repeated = 0;
    std::size_t conflicts = 0;
    std::size_t givenBack = 0;
    std::size_t rescued = 0;        ///< late changes, kept for those who hold the grid
    std::uint64_t forkAt = 0;       ///< see GridReply; then nothing was taken
    bool clockAhead = false;        ///< the change after lastNumber waits for another stamp
    std::vector<Refusal> refusals;  ///< new ones, and those of repeated changes told again
};

/// The centre as a writer: its own device in every grid's log.
struct CentreVoice {
    DeviceId device;
    ClockSource clock;
    Collections collections;
    WorkerNames names;
};

/// One device's changes on their way into one grid, in one transaction.
///
///     number up to the last taken:  skipped; the same content was taken before (a lost reply). Other content is a fork: nothing is
///                                   taken, and the device comes again as a successor of itself
///     number after a gap:           the whole batch is refused, nothing is taken
///     stamp too far ahead:          it waits, with all that follow, until the device has given them others
///     breaks a rule:                refused alone, kept aside with its reason; its number counts as taken
///     everything else:              merged, written, appended to the log; what clashed becomes a conflict record
///
/// What devices give back of others, because the centre has forgotten it, comes without numbers and is merged as anybody's.
///
/// All records are read with one question and written with one call, however many changes concern each.
class Push {
public:
    Push(GridWriter& grid, const CentreVoice& centre);

    /// Errors: refused (a gap, or numbers out of order): then nothing was taken. Throws StoreError.
    Result<PushReport> take(const DeviceId& device, const GridRequest& request);
    /// The same for a grid that was taken from the device at that time: its numbers count, and each change is kept aside with a
    /// rescued record instead of being merged. Only the rescued records that the device hands in itself are taken as they are.
    Result<PushReport> takeLate(const DeviceId& device, const GridRequest& request, std::int64_t takenMs);

private:
    /// The part of the request that is new, or the number of a fork. Errors: refused (a gap).
    Result<std::span<const Change>> freshOf(const GridRequest& request, std::uint64_t lastNumber);
    void rescue(const Change& change, const std::string& reason);
    void speak(Change change, Record& record, const Stamp& cause);
    bool wasTaken(const Change& change);
    bool waits(const Change& change);
    void fold(const Change& change);
    bool knows(const Change& change);
    void giveBack(Change change);
    void keepConflicts(const Change& change, const Record& record, const MergeResult& result);
    void markKnownBases(Change& change, const Record& record);
    bool descendsFrom(Stamp stamp, const Change& given, FieldNo field);
    void refuse(const Change& change, std::string reason);
    void keepConflict(const ConflictNote& note, const Stamp& cause);
    void load(std::span<const Change> changes);
    RecordWrite& keep(Record record);
    RecordWrite& recordOf(const RecordKey& key);
    void store(const LastTaken& before);

    GridWriter& grid_;
    const CentreVoice& centre_;
    DeviceId device_;
    std::int64_t nowMs_;
    LastTaken last_;
    HybridClock clock_;  ///< of the centre's own changes
    LastTaken centreLast_;
    ConflictWriter conflicts_;
    /// Every record concerned.
    std::deque<RecordWrite> records_;
    std::unordered_map<RecordKey, RecordWrite*, RecordKeyHash> byKey_;
    std::vector<const Change*> log_;  ///< of the batch, and of ours below
    std::deque<Change> ours_;         ///< the centre's own, and those given back
    std::vector<RefusedChange> refused_;
    PushReport report_;
};

}  // namespace qiaomen
