// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
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
        onlyHere,  ///< not sent, or sent and not answered
        safe,      ///< covered by a receipt
        refused,   ///< the centre said no, with a reason: in the rescue queue
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
};

/// One change of a save, and the values (with the stamps as bases) that its fields had before: none for a new record.
struct UndoStep {
    Change change;
    std::vector<FieldWrite> before;
};

/// The tables `_outbox` (this device's changes by number) and `_receipt` of a replica. Whether a change is safe is not written
/// on it: it is, when its number is not above the last receipt's. So a receipt costs one row, however much it covers.
/// Part of LocalStore, which locks; writing calls stand inside its transactions.
class Outbox {
public:
    Outbox(Database& database, const DeviceId& device) : database_(database), device_(device) {}

    static std::string_view schema();
    static std::string_view undoSchema();

    void append(const Change& change, std::int64_t savedAtMs, const SaveNote& note);
    /// All changes of the save whose change has this stamp, in their order; none when it is not here.
    [[nodiscard]] std::vector<UndoStep> saveOf(const Stamp& stamp);
    /// Takes changes out as if they had not been made: those after them move up. Only what nobody knows of.
    void takeOut(std::uint64_t first, std::uint64_t last);
    /// The oldest changes above `safe`, as many as the limits allow, but at least one.
    [[nodiscard]] std::vector<Change> unsent(std::uint64_t safe, std::size_t maxChanges, std::size_t maxBytes);
    /// Every change that is here and was not refused, oldest first.
    [[nodiscard]] std::vector<Change> notRefused();
    /// Latest first, below `before` (0: from the latest).
    [[nodiscard]] std::vector<OutboxEntry> latest(std::uint64_t safe, std::size_t limit, std::uint64_t before);
    [[nodiscard]] std::optional<std::int64_t> oldestUnsentMs(std::uint64_t safe);

    /// Puts a change into the rescue queue; nothing when it was there before. True when it is new there.
    bool refuse(const Refusal& refusal);
    /// False when it is not in the rescue queue.
    bool closeRefused(std::uint64_t number);
    [[nodiscard]] std::vector<OutboxEntry> rescueQueue();
    /// Open ones, and all that ever were.
    [[nodiscard]] std::uint64_t countRefused(bool openOnly);
    [[nodiscard]] std::optional<Change> change(std::uint64_t number);

    /// The oldest number that is here; 0 when there is none.
    [[nodiscard]] std::uint64_t first();
    /// Gives the changes above `safe` numbers from `first` on, in their order. The last number given, or first - 1.
    std::uint64_t renumber(std::uint64_t safe, std::uint64_t first);

    void keepReceipt(const Receipt& receipt, std::int64_t receivedAtMs);
    [[nodiscard]] std::vector<StoredReceipt> receipts(const GridId& grid, std::size_t limit);
    /// Forgets what a receipt of before `centreMs` (by the centre's clock) covered, but nothing from the rescue queue.
    void forgetBefore(std::int64_t centreMs);

private:
    OutboxEntry entry(const Statement& row, std::uint64_t safe);
    Change decode(std::string_view body, std::int64_t time, std::uint64_t number);

    Database& database_;
    DeviceId device_;
};

}  // namespace qiaomen
