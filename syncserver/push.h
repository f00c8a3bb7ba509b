// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <unordered_map>
#include <vector>

#include "syncserver/conflict_records.h"
#include "syncserver/duplicate_finder.h"
#include "syncserver/grid_store.h"
#include "syncserver/parallel_notes.h"

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
    std::vector<KnownAs> knownAs;   ///< see GridReply; then nothing was taken
    bool clockAhead = false;        ///< the change after lastNumber waits for another stamp
    std::vector<Refusal> refusals;  ///< new ones, and those of repeated changes told again
    [[nodiscard]] bool isTurn() const { return forkAt != 0 || !knownAs.empty(); }
};

/// The centre as a writer: its own device in every grid's log.
struct CentreVoice {
    DeviceId device;
    ClockSource clock;
    Collections collections;
    WorkerNames names;
};

/// One device's changes on their way into one grid, in one transaction. Their signature has been checked; it is kept with what is
/// left of each change that does not get into the log, so that it can be proven later.
///
///     number up to the last taken:  skipped; the same content was taken before (a lost reply). Other content is a fork: nothing is
///                                   taken, and the device comes again as a successor of itself
///     … the same under another stamp:  known by when it was saved; nothing is taken, and the device comes again with the stamp that
///                                   the change has here
///     another history before it:    the device's own chain is not what was taken from it: a fork, as above
///     number after a gap:           the whole batch is refused, nothing is taken
///     stamp too far ahead:          it waits, with all that follow, until the device has given them others
///     breaks a rule:                refused alone, kept aside with its reason; its number counts as taken
///     everything else:              merged, written, appended to the log; what clashed or stands
///                                   beside what its writer did not know becomes a conflict record
///
/// What devices give back of others, because the centre has forgotten it, comes without numbers and is merged as anybody's.
///
/// All records are read with one question and written with one call, however many changes concern each.
class Push {
public:
    /// `key` is the centre's: it signs its own changes as devices do theirs.
    Push(GridWriter& grid, const CentreVoice& centre, const SecretKey& key);

    /// `batch` is what the request brings, as the request's device signed it. Errors: refused (a gap, or numbers out of order): then
    /// nothing was taken. Throws StoreError.
    Result<PushReport> take(const GridRequest& request, const Batch& batch);
    /// The same for a grid that was taken from the device at that time: its numbers count, and each change is kept aside with a
    /// rescued record instead of being merged. Only the rescued records that the device hands in itself are taken as they are.
    Result<PushReport> takeLate(const GridRequest& request, const Batch& batch, std::int64_t takenMs);
    /// No device's: suggests the pairs that still look like one, unless that was said before. How many were. Throws StoreError.
    std::size_t suggest(const GridId& grid, const DuplicatePairs& pairs, Pinyin& pinyin);

private:
    Result<std::span<const LogEntry>> freshOf(const GridRequest& request, const Batch& batch);
    bool waitsWith(const LogEntry& entry);
    void foldLate(const LogEntry& entry, const std::string& reason);
    PushReport end(const GridRequest& request, const Batch& batch);
    void rescue(const Change& change, const std::string& reason);
    bool wasTaken(const LogEntry& entry);
    std::vector<KnownAs> takenStamps(std::span<const LogEntry> entries);
    bool waits(const Change& change);
    void fold(const LogEntry& entry);
    std::optional<Hash256> linkAt(std::uint64_t number);
    Hash256 linkBetween(const SignedBatch& batch, std::uint64_t number);
    void followChain(const Batch& batch);
    void keepBatches(const GridRequest& request, const Batch& batch);
    bool knows(const Change& change);
    void giveBack(Change change);
    void giveBackLate(Change change, const std::string& reason);
    void keepConflicts(const Change& change, const Record& record, const MergeResult& result);
    void keepParallels(const Change& change, const Record& record, const MergeResult& result);
    std::vector<Record> notesAbout(const RecordId& record);
    void markKnownBases(Change& change, const Record& record);
    bool descendsFrom(Stamp stamp, const Change& given, FieldNo field);
    void refuse(const Change& change, std::string reason);
    void keepConflict(const ConflictNote& note, const Stamp& cause);
    void suggestDuplicates();
    DuplicateFinder finderWith(Pinyin& pinyin);
    void suggest(const DuplicateNote& note);
    void say(Record& record, const Collection& collection, std::span<const FieldValue> values, const Stamp& cause);
    void load(std::span<const LogEntry> entries);
    RecordWrite& keep(Record record);
    RecordWrite& recordOf(const RecordKey& key);
    void store(const GridRequest& request, const Batch& batch);

    GridWriter& grid_;
    const CentreVoice& centre_;
    DeviceId device_;
    std::int64_t nowMs_;
    LastTaken before_;  ///< as it was when the device came
    LastTaken last_;
    HybridClock clock_;  ///< of the centre's own changes
    const SecretKey& key_;
    LastTaken centreBefore_;
    LastTaken centreLast_;
    ConflictWriter conflicts_;
    ParallelNotes parallels_;
    std::unordered_map<RecordId, std::vector<RecordId>, IdHash> newNotes_;  ///< made here, by what they are about
    /// Every record concerned.
    std::deque<RecordWrite> records_;
    std::unordered_map<RecordKey, RecordWrite*, RecordKeyHash> byKey_;
    std::vector<const LogEntry*> log_;  ///< of the batch, and of ours below
    std::deque<Change> ours_;           ///< the centre's own, and those given back
    std::deque<LogEntry> ourEntries_;   ///< of these
    std::vector<OutsideHash> outside_;  ///< of the batch, not in the log
    std::vector<RefusedChange> refused_;
    PushReport report_;
};

}  // namespace qiaomen
