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

/// A change as it stands in a grid's log. Sequence numbers grow with each commit; a reader that has seen `seq` has seen all
/// before it.
struct LoggedChange {
    std::uint64_t seq = 0;
    Change change;
    bool operator==(const LoggedChange&) const = default;
};

/// What a device says about one grid in a sync.
struct GridRequest {
    GridId grid;
    Cursor cursor;                ///< what it has; {0, 0} for nothing at all
    std::vector<Change> changes;  ///< unsent, by ascending number without gaps, of this device
    bool operator==(const GridRequest&) const = default;
};

/// One round trip for everything: `POST /v1/sync`.
struct SyncRequest {
    DeviceId device;
    std::string app;  ///< name and version of the program, for the centre's records
    std::vector<GridRequest> grids;
    // For whoever looks after the devices; left out of the message when both are zero, as they mostly are.
    std::uint64_t waiting = 0;  ///< unsent changes of the device, in all its grids, that are not in this request
    std::uint64_t repairs = 0;  ///< times that the device's records were found to differ from the centre's, so far
    bool operator==(const SyncRequest&) const = default;
};

/// What the centre says about one grid.
struct GridReply {
    GridId grid;
    std::optional<Error> problem;  ///< why nothing was done for this grid; then only `grid` is set besides
    bool snapshotNeeded = false;   ///< the cursor is of no use: fetch the snapshot, then come again
    Receipt receipt;
    std::vector<Refusal> refusals;
    std::vector<LoggedChange> tail;  ///< the others' changes after the device's cursor, in order; never its own
    Cursor cursor;                   ///< to come back with
    bool more = false;               ///< the tail was cut at a batch: come again at once
    Hash128 digest;                  ///< of the whole grid at receipt.head; meaningful when `more` is false
    bool operator==(const GridReply&) const = default;
};

struct SyncReply {
    std::int64_t serverMs = 0;  ///< the centre's clock
    std::vector<GridReply> grids;
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
