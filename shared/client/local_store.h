// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "shared/client/outbox.h"
#include "shared/client/search_index.h"
#include "shared/core/signature.h"
#include "shared/core/tuning.h"
#include "shared/sqlite/record_tables.h"

namespace qiaomen {

/// What somebody wants a record to say: the fields named here, and no others. A record id not seen before makes a new record.
struct Edit {
    CollectionNo collection{};
    RecordId record;
    std::vector<FieldValue> values;  ///< a value of nothing empties the field
    bool remove = false;             ///< deletes the record; `values` must be empty
    /// The record as its writer saw it; without it, as it is stored when the edit is saved. What somebody else wrote in between
    /// was not seen: the centre then keeps both values as a conflict, and nothing is overwritten in silence.
    std::optional<Record> shown = std::nullopt;
};

/// Which changes a save made: firstNumber … lastNumber of this device. None (count 0) when everything was so already.
struct Saved {
    std::uint64_t firstNumber = 1;
    std::uint64_t lastNumber = 0;

    [[nodiscard]] std::uint64_t count() const { return lastNumber + 1 - firstNumber; }
};

/// Where this device's own changes are. `safe` says that the centre's receipt covers them, and nothing less does.
struct Safety {
    std::uint64_t safe = 0;
    std::uint64_t onlyHere = 0;
    std::uint64_t refused = 0;     ///< in the rescue queue, until somebody deals with them
    std::uint64_t handedOver = 0;  ///< late: at the centre for those who hold the grid now, and not among its records
    std::optional<std::int64_t> oldestUnsentMs;  ///< since when something is only here; ms since 1970

    bool operator==(const Safety&) const = default;
};

/// A text somebody was typing, as it was typed: survives whatever happens to the app.
struct Draft {
    std::string key;
    std::string text;
    std::int64_t savedAtMs = 0;
};

/// What keeps a grid on this device that was taken from it. Once all are 0, everything is in the centre's keeping, by its receipts.
struct Leaving {
    std::uint64_t unsent = 0;   ///< go out by themselves, with the next syncs
    std::uint64_t refused = 0;  ///< wait for handOver(), as drafts do
    std::uint64_t drafts = 0;
    std::uint64_t handedOver = 0;  ///< late, and with those who hold the grid now
    [[nodiscard]] bool isDone() const { return unsent + refused + drafts == 0; }
    bool operator==(const Leaving&) const = default;
};

/// The numbers that this device has used up in a replica of a grid that it left, and as whom. If the grid comes back, its new replica
/// goes on after them: no number is ever used twice.
struct SpentNumbers {
    DeviceId device;
    std::uint64_t number = 0;
    bool operator==(const SpentNumbers&) const = default;
};

/// What a commit changed: told to observers after it is on the disk.
struct StoreChange {
    std::map<CollectionNo, std::set<RecordId>> records;
    bool outbox = false;  ///< safety, outbox or receipts are different now
};

/// Stops an observation when it goes out of scope. Must not outlive the store.
class Subscription {
public:
    Subscription() = default;
    explicit Subscription(std::function<void()> end) : end_(std::move(end)) {}
    Subscription(Subscription&& other) noexcept : end_(std::exchange(other.end_, nullptr)) {}
    Subscription& operator=(Subscription&& other) noexcept {
        if (end_) end_();
        end_ = std::exchange(other.end_, nullptr);
        return *this;
    }
    ~Subscription() {
        if (end_) end_();
    }

private:
    std::function<void()> end_;
};

/// What taking in an answer of the centre did.
struct Applied {
    std::size_t merged = 0;       ///< changes (or a snapshot's records) that told this phone something new
    std::uint64_t safeUpTo = 0;   ///< the receipt's last number
    std::size_t refused = 0;      ///< changes that went to the rescue queue
    bool more = false;            ///< come again at once
    bool snapshotNeeded = false;  ///< fetch the snapshot first: the tail would be longer
    bool differs = false;         ///< the digests were comparable and not equal: counted, and repaired by bucket
    std::size_t repaired = 0;     ///< records that were brought back to what the centre has
    bool turned = false;  ///< a new identity, new stamps or another history: come again, it is another question now
    bool taken = false;   ///< the grid was taken from this device
    bool moved = false;   ///< something was written down: asking again may bring more
};

/// How much goes into one request.
struct RequestLimits {
    std::size_t maxChanges = tuning::kMaxChangesPerRequest;
    std::size_t maxBytes = tuning::kMaxRequestBytes;
    /// The request travels in a file (carrier.h): others may overtake it, so that the centre may know more of this device than it says;
    /// and that it left the device is never taken back.
    bool byHand = false;
};

/// How much is done at once; see tuning.h for the reasons. Simulated worlds take so little that every border is met.
struct BatchLimits {
    std::size_t apply = tuning::kApplyBatch;    ///< changes or records merged in one transaction
    std::size_t repair = tuning::kRepairBatch;  ///< records brought back in one request
};

/// One grid's replica on this device: the records, this device's changes to them, what the centre confirmed, and drafts, in
/// one encrypted database file.
///
/// - A save writes the records and the changes to be sent in one durable transaction: nothing can be saved and not sent, and
///   when save() returns, a power cut does not take it away.
/// - Own changes and those of others go through the same merge(); a change is *safe* only by a receipt with the centre's
///   signature for this grid and this device.
/// - The cursor moves in the transaction that merged what it passes: being killed at any point costs at most one batch.
/// - What the centre refuses goes to the rescue queue and blocks nothing. The records it touched are brought back to what the
///   centre has, with what is unsent on top.
/// - A copy goes on as somebody else: when the centre took other changes under this replica's numbers, its device was cloned or set
///   back. In one transaction the replica then takes a new identity, and what the centre has not taken becomes that one's: nothing
///   was sent under it before it was durable, and no number is ever used twice.
/// - A clock that is too far ahead gets through: what is unsent is stamped anew, in order, after everything seen.
/// - A centre that was restored from an old copy is refilled: own changes go out once more as long as they are kept, and what this
///   replica holds of others and the centre forgot is given back.
///
/// - A grid that was taken from this device sends first what is unsent, hands over what was refused and what is a draft, and can be
///   erased when the centre has receipted all of it (DeviceFolder::erase). Given back before that, it goes on as if nothing had been.
///
/// Thread-safe. Writes happen one after the other under one lock; reads go through a connection of their own and do not wait
/// for a big apply(). Observers are called on the thread that committed, after the lock is released.
class LocalStore {
public:
    struct Options {
        std::filesystem::path file;
        std::optional<DatabaseKey> key;
        GridId grid;
        DeviceId device;
        Collections collections;
        ClockSource clock;
        /// The centre's key: receipts are checked against it.
        PublicKey centreKey{};
        /// What this device signs with: everything that it brings to the centre.
        KeyPair deviceKey{};
        /// For new identities; the operating system's when there is none.
        RandomSource random = {};
        std::int64_t maxPages = 0;               ///< see Database::Options
        std::optional<SpentNumbers> spent = {};  ///< where a new file goes on
        BatchLimits batches = {};
    };

    /// Errors: broken (damaged, or a wrong key), outdated (written by a newer program), full, refused (the file is another
    /// grid's or device's).
    static Result<std::unique_ptr<LocalStore>> open(Options options);
    ~LocalStore();

    [[nodiscard]] const GridId& grid() const { return options_.grid; }
    /// As whom this device was enrolled.
    [[nodiscard]] const DeviceId& device() const { return options_.device; }
    /// As whom it writes to this grid: itself, or its latest successor.
    Result<DeviceId> identity();
    /// As whom it has ever written to it: everything of these is its own.
    Result<std::set<DeviceId>> identities();
    [[nodiscard]] Collections collections() const { return options_.collections; }
    [[nodiscard]] const std::filesystem::path& file() const { return options_.file; }
    [[nodiscard]] const std::optional<DatabaseKey>& key() const { return options_.key; }
    [[nodiscard]] const PublicKey& centreKey() const { return options_.centreKey; }
    /// The store's wall clock: ms since 1970.
    [[nodiscard]] std::int64_t nowMs() const { return options_.clock(); }

    // --- the worker's side ---------------------------------------------------------------------------------------------

    /// All edits or none. Errors: invalid (names the field and what is wrong), missing (removes what is not there), full,
    /// broken. Only what an edit writes is checked against the description, and all of a new record.
    Result<Saved> save(std::span<const Edit> edits);
    Result<Saved> save(const Edit& edit) { return save(std::span(&edit, 1)); }

    /// Undoes, in one durable transaction, the whole save by which this device made the record: its changes leave the outbox and
    /// its fields hold what they held before. Only while nobody else can know of it. Errors: refused (it may have been sent, or
    /// something was built on it since: put it right with reversal()), missing (not made here, or forgotten), full, broken.
    Outcome withdraw(CollectionNo collection, const RecordId& record);
    /// What puts back that save's registers, to be saved as any edit: fields that nobody wrote since get their old values, records
    /// that it made are removed. Facts are not in it: they are corrected by a new fact. Errors: missing, broken.
    Result<std::vector<Edit>> reversal(CollectionNo collection, const RecordId& record);

    /// The record as it is here; a new one when nobody wrote it.
    Result<Record> read(CollectionNo collection, const RecordId& id);
    /// The visible records whose field holds the value.
    Result<std::vector<Record>> find(const Collection& collection, FieldNo field, const Value& value);
    /// People, households, doors, needs and hazards for what was typed, at most `limit` of each; see search_index.h.
    Result<std::vector<SearchHit>> search(std::string_view text, std::size_t limit);

    Result<Safety> safety();
    /// Own changes, latest first, before the given number (0: from the latest).
    Result<std::vector<OutboxEntry>> outbox(std::size_t limit, std::uint64_t before = 0);
    /// Own changes that the centre refused and nobody has dealt with, oldest first.
    Result<std::vector<OutboxEntry>> rescueQueue();
    /// Takes a refused change out of the rescue queue, after somebody saved it anew or gave it up. It stays in the outbox.
    Outcome closeRefused(std::uint64_t number);
    /// Receipts, latest first: one for each number that was the last at some time.
    Result<std::vector<StoredReceipt>> receipts(std::size_t limit);

    /// Durable when it returns.
    Outcome keepDraft(std::string_view key, std::string_view text);
    Result<std::optional<Draft>> draft(std::string_view key);
    /// Latest first.
    Result<std::vector<Draft>> drafts();
    Outcome dropDraft(std::string_view key);

    using Observer = std::function<void(const StoreChange&)>;
    [[nodiscard]] Subscription observe(Observer observer);

    // --- the sync's side -----------------------------------------------------------------------------------------------

    /// The cursor, and the oldest unsent changes in order, signed.
    Result<GridRequest> nextRequest(const RequestLimits& limits = {});
    /// The last request certainly never left the device: what it brought can still be withdrawn.
    void nothingSent() { keptUpTo_ = std::max(keptBefore_.load(), carriedUpTo_.load()); }
    /// Takes in the centre's answer to a request of nextRequest(). Errors: refused (wrong signature, another grid or device, or a
    /// step backwards: nothing was changed), the reply's own problem, full, broken.
    Result<Applied> apply(const GridRequest& request, const GridReply& reply);
    /// Merges a snapshot, and goes on from its cursor; unsent changes stay. Errors: refused (another grid or history), full, broken.
    Result<Applied> applySnapshot(const Snapshot& snapshot);

    /// None while this device holds the grid.
    Result<std::optional<Leaving>> leaving();
    /// Puts what was refused and every draft into others' hands, as rescued records (shared/domain/rescued_change.h) that go out like
    /// everything else; one durable transaction. Only for a grid that was taken. Errors: refused (it is held), full, broken.
    Outcome handOver(std::string_view worker);
    /// What the next replica of this grid must not use again.
    Result<SpentNumbers> spentNumbers();

    /// The sum of everything here, as the centre computes its own.
    Result<Hash128> digest();
    /// How often the centre's digest differed from this one.
    Result<std::uint64_t> differences();
    Result<Cursor> cursor();

    /// Copies the write-ahead log into the file: when the app goes to the background.
    Outcome checkpoint();

private:
    struct Own;     ///< what is read once and kept beside the database: cursor, numbers
    struct Writer;  ///< the writing connection and all that follows its transactions
    struct Reader;  ///< the reading connection

    explicit LocalStore(Options options);
    void notify(const StoreChange& change);
    template <class Work>
    auto reading(Work&& work) -> decltype(work(std::declval<Reader&>()));

    Outcome applyEdit(const Edit& edit, Own& updated, StoreChange& told, Saved& saved);
    void addRepair(GridRequest& request, const Own& own, Reader& reader);
    static std::vector<Change> ofPredecessors(Reader& reader);
    [[nodiscard]] Outcome checkReply(const GridReply& reply, const Own& own) const;
    bool settle(const GridRequest& request, const GridReply& reply, Own& updated, Applied& applied, StoreChange& told);
    void takeReceipt(const GridRequest& request, const GridReply& reply, Own& updated, Applied& applied);
    void takeRefusals(const GridReply& reply, std::uint64_t upTo, const Own& updated, Applied& applied);
    bool applyTaken(const GridRequest& request, const GridReply& reply, Applied& applied, StoreChange& told);
    void goOnAsAnother(std::uint64_t from, Own& updated, StoreChange& told);
    void restampUnsent(std::int64_t centreMs, const std::vector<KnownAs>& known, Own& updated, StoreChange& told);
    void giveStamps(std::vector<Change> changes, const std::map<Stamp, Stamp>& stamps, StoreChange& told);
    void beginHistory(std::uint64_t epoch, Own& updated);
    void mergeTail(std::span<const LoggedChange> tail, Own& updated, Applied& applied, StoreChange& told);
    void takeDifferences(const RepairReply& repair, Own& updated, Applied& applied, StoreChange& told);
    void takeWanted(const RepairRequest& request, const RepairReply& repair, Own& updated, Applied& applied,
                    StoreChange& told);
    void takeOver(const Record& before, const Record& after, Own& updated, Applied& applied, StoreChange& told);
    void compareDigests(const GridReply& reply, Own& updated, Applied& applied);
    /// Own changes up to this number may be known elsewhere, or have others' changes on top: they are not withdrawn any more.
    void keepUpTo(std::uint64_t number);
    bool applyBatch(const GridRequest& request, const GridReply& reply, std::size_t batch, Applied& applied,
                    StoreChange& told);
    void mergeRecords(std::span<const Record> records, Applied& applied, StoreChange& told);

    Options options_;
    std::mutex writing_;
    std::unique_ptr<Writer> writer_;
    std::mutex reading_;
    std::unique_ptr<Reader> reader_;
    std::atomic<std::uint64_t> keptBefore_ = 0;  ///< keptUpTo_ before the last request
    std::atomic<std::uint64_t> keptUpTo_ = 0;  ///< see keepUpTo(); what was there at opening may have been sent before
    std::atomic<std::uint64_t> carriedUpTo_ = 0;  ///< the last own change in a request that travels by hand
    std::mutex observing_;
    std::map<int, Observer> observers_;
    int nextObserver_ = 0;
};

}  // namespace qiaomen
