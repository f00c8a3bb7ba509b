// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "shared/client/local_store.h"

namespace qiaomen {

/// A household as the worker sees it: the record, who lives there now, and what is open or lasting that belongs to it (needs,
/// hazards, anchors).
struct Home {
    Record household{CollectionNo{}, {}};
    std::vector<Record> members;
    std::vector<Record> belongings;
};

/// What is written down of a move beside the registers that it changes (shared/domain/household_move.h).
struct MoveNote {
    RecordId id;         ///< of the fact: the whole act is undone by it
    std::string day;     ///< YYYY-MM-DD
    std::string today;   ///< likewise: a move is noted when it has happened
    std::string place;   ///< where from or to, in words; may be empty
    std::string reason;  ///< code of household_move.reason; may be empty
    std::string words;   ///< may be empty
    std::string worker;
    std::int64_t notedAtMs = 0;
};

/// Why a move cannot be written down yet.
enum class MoveProblem : std::uint8_t {
    none,
    nobody,          ///< no member is chosen
    everybody,       ///< all are: who splits a household leaves somebody behind
    newHead,         ///< the new household needs a head, one of those who leave
    stayingHead,     ///< the head leaves: those who stay need one, one of them
    day,             ///< no day
    dayAhead,        ///< a day that has not come
    sameHousehold,   ///< a household cannot join itself
    otherHousehold,  ///< which household?
    dwelling,        ///< which dwelling?
    name,            ///< the newcomer has no name
};

/// Who of a household leaves it, and who stands for those that stay.
struct Parting {
    std::set<RecordId> who;
    RecordId stayingHead;  ///< none while the head stays, or everybody goes
};

/// True when the head is among those who leave and others stay.
bool needsNewHead(const Home& home, const std::set<RecordId>& who);

/// Each kind of move: first what is missing, then the edits of one save, all or nothing. Pure. The registers get what is true now, the
/// fact tells what happened; nothing is deleted, and nobody's visits, needs or numbers are lost. Where a head changes, the other
/// members' relations are emptied: they were relations to somebody else, and guessing would be wrong.
///
/// Members leave for another place: they have left; when all do, so has the household.
MoveProblem problemOfMovingOut(const Home& home, const Parting& parting, const MoveNote& note);
std::vector<Edit> movingOut(const Home& home, const Parting& parting, const MoveNote& note);

/// Members become a household of their own, behind the same door or another one.
struct Split {
    Parting parting;
    RecordId newHead;
    RecordId newHousehold;
    RecordId dwelling;
};
MoveProblem problemOfSplitting(const Home& home, const Split& split, const MoveNote& note);
std::vector<Edit> splitting(const Home& home, const Split& split, const MoveNote& note);

/// All of one household become members of another: their open needs, hazards and anchors go with them; their visits stay in the old
/// household's history, which the fact names.
MoveProblem problemOfJoining(const Home& goes, const Record& stays, const MoveNote& note);
std::vector<Edit> joining(const Home& goes, const Record& stays, const MoveNote& note);

/// Somebody comes to live here: a new resident (its own fields in `newcomer`), or one who had left.
MoveProblem problemOfMovingIn(const Edit& newcomer, const MoveNote& note);
/// `home` is a new household, behind the dwelling `door`, and the newcomer its head; or it is there already, and `door` is none.
std::vector<Edit> movingIn(const RecordId& home, const RecordId& door, Edit newcomer, const MoveNote& note);
/// A household that had moved out is back with them.
std::vector<Edit> comingBack(const Record& home, const Record& member, const MoveNote& note);

}  // namespace qiaomen
