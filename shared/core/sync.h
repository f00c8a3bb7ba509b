// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/core/change.h"
#include "shared/core/digest.h"

namespace qiaomen {

/// Where a replica stands in a grid's log at the centre: everything up to `seq` is known here. The epoch is drawn at random
/// when a grid's log is begun; another epoch means another history, and the cursor is worth nothing.
struct Cursor {
    std::uint64_t epoch = 0;
    std::uint64_t seq = 0;
    auto operator<=>(const Cursor&) const = default;
};

using Hash256 = std::array<std::uint8_t, 32>;
using SignatureBytes = std::array<std::uint8_t, 64>;
/// Ed25519 (RFC 8032).
using PublicKey = std::array<std::uint8_t, 32>;

/// The centre's word that it holds a device's changes up to a number, durably. It is what makes a record *safe*: nothing is
/// called safe without one. Signed with the centre's Ed25519 key over receiptText().
struct Receipt {
    GridId grid;
    DeviceId device;
    std::uint64_t lastNumber = 0;  ///< every change of the device up to this one is in the log, or refused with a reason
    Cursor head;                   ///< the end of the grid's log when the receipt was made
    Hash256 chain{};               ///< the hash chain of the log at head
    std::int64_t atMs = 0;         ///< the centre's clock
    SignatureBytes signature{};
    bool operator==(const Receipt&) const = default;
};

/// A change that the centre did not take, and why. It is kept on the phone in the rescue queue and blocks nothing.
struct Refusal {
    std::uint64_t number = 0;
    std::string reason;
    bool operator==(const Refusal&) const = default;
};

/// A change that the centre has already, under another stamp than the device gave it: one of the two was given anew, because the clock
/// was ahead.
struct KnownAs {
    std::uint64_t number = 0;
    Stamp stamp;  ///< the centre's
    bool operator==(const KnownAs&) const = default;
};

/// A change as it stands in a grid's log. Sequence numbers grow with each commit; a reader that has seen `seq` has seen all
/// before it.
struct LoggedChange {
    std::uint64_t seq = 0;
    Change change;
    bool operator==(const LoggedChange&) const = default;
};

/// How a replica has a difference found and put right.
///
/// With its digest it is told which buckets differ, and gets the centre's records of those. With keys it gets these records. What it
/// holds of others and the centre has forgotten (because an old backup was put back), it gives back as changes without a number.
struct RepairRequest {
    std::optional<Digest> digest;
    std::vector<RecordKey> wanted;
    std::vector<Change> held;
    bool operator==(const RepairRequest&) const = default;
};

/// A device's word for what a question brings: see batch.h for what it covers.
struct BatchSignature {
    Hash256 before{};  ///< the device's chain up to its first change; zeros: a chain begins here, and `key` says whose
    PublicKey key{};
    SignatureBytes bytes{};
    Hash256 after{};  ///< the chain after the last change; not sent, because both sides work it out
    [[nodiscard]] bool begins() const { return before == Hash256{}; }
    bool operator==(const BatchSignature&) const = default;
};

/// That a device had read the log less far when it wrote some changes than it has now: a record saved while a request was under way,
/// the second of several full batches. Of the changes after the mark before, up to number `upTo`.
struct ReadMark {
    std::uint64_t upTo = 0;
    std::uint64_t seq = 0;  ///< how far it had read then; 0: cannot be told
    bool operator==(const ReadMark&) const = default;
};

/// What a device says about one grid in a sync.
struct GridRequest {
    GridId grid;
    Cursor cursor;                ///< what it has; {0, 0} for nothing at all
    std::vector<Change> changes;  ///< unsent, by ascending number without gaps, of this device
    /// As whom the device writes to this grid: none for itself, a successor of it since it was found to be a copy.
    DeviceId device;
    /// Every change up to this number is covered by a receipt. Who does not say so is not asked who he is: no copy is detected.
    std::optional<std::uint64_t> safe;
    bool more = false;     ///< there are unsent changes after `changes`
    bool refills = false;  ///< the centre forgot: numbers up to `safe` are spent, though it may not know them
    bool deaf = false;     ///< wants no tail yet
    /// By ascending number, mostly none: what no mark covers was written by who had read up to the cursor.
    std::vector<ReadMark> readMarks;
    std::optional<std::uint64_t> check;  ///< the lower half of its digest, where that can be compared
    std::optional<RepairRequest> repair;
    std::optional<BatchSignature> signature;  ///< whoever brings anything signs for it
    bool operator==(const GridRequest&) const = default;
    [[nodiscard]] bool brings() const {
        return !changes.empty() || refills || (repair.has_value() && !repair->held.empty());
    }
};

/// One round trip for everything: `POST /v1/sync`.
struct SyncRequest {
    DeviceId device;
    std::string app;  ///< name and version of the program, for the centre's records
    std::vector<GridRequest> grids;
    std::uint32_t mark = 0;  ///< says which request this is: the answer repeats it (see markRequest() in wire.h)
    /// `grids` are all that the device holds: tell it which others were given to it.
    bool asksScope = false;
    // For whoever looks after the devices; left out of the message when both are zero, as they mostly are.
    std::uint64_t waiting = 0;  ///< unsent changes of the device, in all its grids, that are not in this request
    std::uint64_t repairs = 0;  ///< times that the device's records were found to differ from the centre's, so far
    bool operator==(const SyncRequest&) const = default;
};

/// The centre's answer to a RepairRequest.
struct RepairReply {
    std::vector<std::uint8_t> buckets;  ///< those that differ, ascending, when the request brought a digest
    std::vector<Record> records;        ///< all of those buckets, or those wanted; what is not here is not there
    bool operator==(const RepairReply&) const = default;
};

/// What the centre says about one grid.
struct GridReply {
    GridId grid;
    std::optional<Error> problem;  ///< why nothing was done for this grid; then only `grid` is set besides
    /// The grid was taken from the device. What it recorded is late: kept for those who hold the grid, told here as refusals, and
    /// covered by the receipt. Nothing of the grid is given out any more; once everything is receipted, the device erases it.
    bool taken = false;
    bool snapshotNeeded = false;  ///< the cursor is of no use: fetch the snapshot, then come again
    /// Without a grid: nothing new about the device's own changes. Of another epoch than the request's cursor: the grid's history is
    /// another one now (an old backup was put back); then nothing was done, and the device comes again.
    Receipt receipt;
    /// From this number on, the centre knows other changes of this device than the device does: it is a copy of another, or was set
    /// back. Nothing was taken; it goes on as a successor of itself. 0: no.
    std::uint64_t forkAt = 0;
    /// The first change after the receipt's number has a stamp too far ahead: it and what follows wait for new stamps, not later
    /// than receipt.atMs.
    bool clockAhead = false;
    /// Some of the device's changes are known here under other stamps: all of the request's up to the last that was taken, by ascending
    /// number. Nothing was done; the device gives them these stamps, what follows later ones, and comes again.
    std::vector<KnownAs> knownAs;
    std::vector<Refusal> refusals;
    std::vector<LoggedChange> tail;  ///< the others' changes after the device's cursor, in order; never its own
    Cursor cursor;                   ///< to come back with
    bool more = false;               ///< the tail was cut at a batch: come again at once
    Hash128 digest;                  ///< of the whole grid at its end; meaningful when `more` is false
    std::optional<RepairReply> repair;
    bool operator==(const GridReply&) const = default;
};

/// The device's question is another one after this answer, and the rest of it waits: other stamps, another identity.
inline bool isTurn(const GridReply& reply) { return reply.forkAt != 0 || reply.clockAhead || !reply.knownAs.empty(); }

/// A grid that was given to the device, and the name people call it by.
struct GivenGrid {
    GridId grid;
    std::string name;
    bool operator==(const GivenGrid&) const = default;
};

/// A grid that is not among `grids` has no news: the device has everything, and a receipt for all it sent.
struct SyncReply {
    std::int64_t serverMs = 0;  ///< the centre's clock
    std::vector<GridReply> grids;
    std::uint32_t mark = 0;        ///< the request's: an answer to another request is none
    std::vector<GivenGrid> given;  ///< what the device may open and did not name, when it asked
    bool operator==(const SyncReply&) const = default;
};

/// What a new or far-behind device starts from: `GET /v1/grids/{grid}/snapshot`.
struct Snapshot {
    GridId grid;
    Cursor cursor;
    Hash128 digest;
    std::vector<Record> records;
    bool operator==(const Snapshot&) const = default;
};

}  // namespace qiaomen
