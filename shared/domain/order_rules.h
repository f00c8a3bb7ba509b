// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/record.h"
#include "shared/domain/civil_day.h"

/// Where a door order stands, folded from its facts and never stored: what was recorded, in the order in which it happened, and what
/// may be done next. Pure.
///
///     asked ──accept──► agreed ──collect──► collected ──done──► done ──deliver──► delivered
///       │                 │ ▲                   │                 └── the end, unless a result is to be brought (proxy)
///       │                 ▼ └── accept ── missed (not home)
///       └── cannot: the resident is told everything that is missing ──accept──► agreed again
///     withdrawn: by the resident, until it is done
///
/// Papers that a worker still carries keep an order open wherever it stands, and an end invites to rate it, once.
/// Who writes offline may write what no longer fits (done on one phone, put off on another): such a step is kept and shown, and
/// changes nothing (`outOfTurn`).
namespace qiaomen {

namespace work {

/// An order without an agreed day is begun within three days (proposal).
inline constexpr int kOrderDays = 3;
/// Whoever asked is answered on the same day: who comes, and when.
inline constexpr int kOrderAnswerDays = 0;
/// The parts of a day in which somebody else may be at home: before noon, until 17:00, and after; in minutes of the day. "In the
/// morning" begins when the usual quiet hours end.
inline constexpr int kMorningMinute = 8 * 60 + 30;
inline constexpr int kNoonMinute = 12 * 60;
inline constexpr int kEveningMinute = 17 * 60;

}  // namespace work

enum class OrderKind : std::uint8_t { door, proxy, company };
enum class OrderState : std::uint8_t { asked, agreed, missed, collected, cannot, done, delivered, withdrawn };

/// What somebody can do about an order. Those before `returnPapers` are steps, in the order of codes::kOrderAct.
enum class OrderAct : std::uint8_t { accept, collect, done, notHome, cannot, deliver, withdraw, returnPapers, invite };

/// The code of a step's act; empty for `returnPapers` and `invite`, which are no steps.
std::string_view code(OrderAct act);
std::optional<OrderAct> orderAct(std::string_view code);
std::string_view name(OrderState state);
/// An unknown code (a newer program's) is served at the door.
OrderKind orderKind(std::string_view code);

/// What the order becomes by a step; nothing when the step has no place there.
std::optional<OrderState> after(OrderState state, OrderAct act, OrderKind kind);

struct OrderStepFact {
    RecordId id;
    OrderAct act{};
    std::int64_t atMs = 0;
    std::string agreedOn, agreedPart;  ///< a date and a code of kDayPart; empty: as before
};

/// Everything that is known of one order.
struct OrderFacts {
    OrderKind kind{};
    std::int64_t askedMs = 0;
    std::string wantedOn, wantedPart;
    std::vector<OrderStepFact> steps;  ///< in any order; those that were corrected or withdrawn left out
    int papersOut = 0;                 ///< papers that were taken and are not back
    bool invited = false;              ///< to rate it, or did not wish to
};

struct OrderStatus {
    OrderState state = OrderState::asked;
    std::int64_t sinceMs = 0;       ///< of the step that led there; asked at the beginning
    std::string onDate, part;       ///< what is agreed, or else what was wished; a date and a code of kDayPart
    bool agreed = false;            ///< … and which of the two it is
    int triesSinceMet = 0;          ///< times at an empty home since the day was agreed or somebody was there
    bool ended = false;             ///< nothing more happens to it
    bool open = false;              ///< somebody has to do something: not ended, or papers are out
    bool waitsForResident = false;  ///< it cannot go on before the household brings what is missing
    std::vector<OrderAct> next;     ///< what may be done, the most likely first
    std::vector<RecordId> outOfTurn;

    [[nodiscard]] bool may(OrderAct act) const;
};

/// The same facts in any order give the same status.
OrderStatus orderStatus(const OrderFacts& facts);

/// The day on which something is to be done about the order, and the minute from which it was agreed (-1: no part of a day was).
struct OrderDue {
    CivilDay day = 0;
    int fromMinute = -1;
};
/// Nothing when nobody has to do anything, or it is the household's turn.
std::optional<OrderDue> orderDue(const OrderStatus& status, const WallClock& now);
/// The minute of the day at which a part of it (a code of kDayPart) begins; -1 for any time.
int beginOf(std::string_view part);

/// The facts in records: an order, and everything that names it. Gone records and unknown acts are left out.
OrderFacts orderFacts(const Record& order, std::span<const Record> steps, std::span<const Record> papers,
                      std::span<const Record> invitations);

/// Steps that stand: no other corrects them, and they do not only withdraw another.
std::vector<Record> standingSteps(std::span<const Record> steps);

// --- the one-time notice -------------------------------------------------------------------------------------------------

/// Codes as a notice keeps them: "id hukou" ↔ {"id", "hukou"}.
std::vector<std::string> materialCodes(std::string_view text);
std::string materialText(const std::vector<std::string>& codes);

/// What a later notice would ask for although the first one did not name it. Empty: it may be given. Nothing may be asked for that
/// was not in the first; papers that ran out of date meanwhile are asked for in a new order.
std::vector<std::string> askedTooLate(const std::vector<std::string>& first, const std::vector<std::string>& later);

}  // namespace qiaomen
