// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/change.h"
#include "shared/core/sync.h"
#include "shared/sqlite/database.h"

namespace qiaomen {

/// One of this device's own changes, and what became of it. Kept for 90 days after the receipt.
struct OutboxEntry {
    enum class State : std::uint8_t {
        onlyHere,    ///< not sent, or sent and not answered
        safe,        ///< covered by a receipt
        refused,     ///< the centre said no, with a reason: in the rescue queue
        handedOver,  ///< it came late, and is with those who hold the grid now
    };

    Change change;
    std::int64_t savedAtMs = 0;
    State state = State::onlyHere;
    std::string reason;  ///< of a refusal
};

struct StoredReceipt {
    Receipt receipt;
    std::int64_t receivedAtMs = 0;  ///< by this device's clock
};

/// What a change replaced, and which save it belongs to: for undoing that save.
struct SaveNote {
    const Record& before;    ///< the record as it was
    bool continues = false;  ///< part of the same save as the change numbered before it
    std::uint64_t read = 0;  ///< how far the others' changes were known here, as the cursor's seq
};

/// One change of a save, and the values (with the stamps as bases) that its fields had before: none for a new record.
struct UndoStep {
    Change change;
    std::vector<FieldWrite> before;
};

/// As whom this device writes to the grid from some change on: the first identity is the one it was enrolled with; each time it was
/// found to be a copy of itself, it went on under a new one.
struct Identity {
    std::uint64_t after = 0;  ///< its change n is number after + n here
    DeviceId device;
    bool operator==(const Identity&) const = default;
};

/// The tables `_outbox` (this device's changes by number), `_identity` and `_receipt` of a replica. Whether a change is safe is not
/// written on it: it is, when its number is not above the last receipt's. So a receipt costs one row, however much it covers.
///
/// Numbers here are this replica's own: 1, 2, 3 … for ever, whatever identities it had. Whoever talks to the centre takes the
/// identity's `after` off. Part of LocalStore, which locks; writing calls stand inside its transactions.
class Outbox {
public:
    Outbox(Database& database, const DeviceId& enrolledAs) : database_(database), first_(enrolledAs) {}

    static std::string_view schema();
    static std::string_view schemaOfIdentities();
    static std::string_view undoSchema();
    static std::string_view schemaOfReading();

    void append(const Change& change, std::int64_t savedAtMs, const SaveNote& note);
    /// All changes of the save whose change has this stamp, in their order; none when it is not here.
    [[nodiscard]] std::vector<UndoStep> saveOf(const Stamp& stamp);
    /// Takes changes out as if they had not been made: those after them move up. Only what nobody knows of.
    void takeOut(std::uint64_t first, std::uint64_t last);
    struct Unsent {
        std::vector<Change> changes;
        std::vector<ReadMark> marks;
    };
    /// The oldest changes above `safe`, as many as the limits allow, but at least one; with marks where less was read than `read`. (In a
    /// new history that is 0 until everything of before is sent: what was read of another one says nothing.)
    [[nodiscard]] Unsent unsent(std::uint64_t safe, std::uint64_t read, std::size_t maxChanges, std::size_t maxBytes);
    /// Every change above `safe`, oldest first.
    [[nodiscard]] std::vector<Change> unsent(std::uint64_t safe) { return unsent(safe, 0, SIZE_MAX, SIZE_MAX).changes; }
    /// What was written under earlier identities, is here and was not refused, oldest first.
    [[nodiscard]] std::vector<Change> ofPredecessors();
    /// Latest first, below `before` (0: from the latest).
    [[nodiscard]] std::vector<OutboxEntry> latest(std::uint64_t safe, std::size_t limit, std::uint64_t before);
    [[nodiscard]] std::optional<std::int64_t> oldestUnsentMs(std::uint64_t safe);

    /// Puts a change into the rescue queue; nothing when it was there before. True when it is new there.
    bool refuse(const Refusal& refusal);
    /// It came late, and is in the centre's keeping for others to decide: there is nothing to do here.
    void handOver(const Refusal& late);
    [[nodiscard]] std::uint64_t countHandedOver();
    /// False when it is not in the rescue queue.
    bool closeRefused(std::uint64_t number);
    [[nodiscard]] std::vector<OutboxEntry> rescueQueue();
    /// Of every change that was ever refused.
    [[nodiscard]] std::set<Stamp> refusedStamps();
    /// Open ones, and all that ever were.
    [[nodiscard]] std::uint64_t countRefused(bool openOnly);
    [[nodiscard]] std::optional<Change> change(std::uint64_t number);

    /// Every number after the result, up to `last`, is here; not below `after`. A refused change that stays when its neighbours are
    /// forgotten has a gap after it.
    [[nodiscard]] std::uint64_t unbrokenAfter(std::uint64_t after, std::uint64_t last);

    using Identities = std::vector<Identity>;
    /// Oldest first, the one it was enrolled with among them unless it never wrote as that.
    Identities identities();
    [[nodiscard]] Identity identity() { return identities().back(); }
    /// From the change after that number on, everything is another device's.
    void goOnAs(const Identity& successor);
    /// Gives a change another stamp (and its writes other bases). Its number stays.
    void restamp(const Change& change);

    /// `receipt` is for this number here.
    void keepReceipt(const Receipt& receipt, std::uint64_t number, std::int64_t receivedAtMs);
    [[nodiscard]] std::vector<StoredReceipt> receipts(const GridId& grid, std::size_t limit);
    /// Forgets what a receipt of before `centreMs` (by the centre's clock) covered and is safe, but nothing from the rescue queue.
    void forgetBefore(std::int64_t centreMs, std::uint64_t safe);

private:
    static const Identity& of(const Identities& identities, std::uint64_t number);

    OutboxEntry entry(const Statement& row, std::uint64_t safe, const Identities& identities);
    Change decode(std::string_view body, std::int64_t time, std::uint64_t number, const Identities& identities);

    Database& database_;
    DeviceId first_;
};

}  // namespace qiaomen
