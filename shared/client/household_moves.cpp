// SPDX-License-Identifier: Apache-2.0
#include "shared/client/household_moves.h"

#include <algorithm>

#include "shared/domain/collections.h"

namespace qiaomen {

namespace {

const std::string kHead = "0";

Edit over(const Record& record, std::vector<FieldValue> values) {
    return {record.collection(), record.id(), std::move(values), false, record};
}

MoveProblem problemOf(const MoveNote& note) {
    if (note.day.empty()) return MoveProblem::day;
    return note.day > note.today ? MoveProblem::dayAhead : MoveProblem::none;
}

const Record* memberOf(const Home& home, const RecordId& id) {
    const auto found = std::ranges::find(home.members, id, &Record::id);
    return found != home.members.end() ? &*found : nullptr;
}

std::string namesOf(const Home& home, const std::set<RecordId>& who) {
    std::string names;
    for (const Record& member : home.members) {
        if (who.contains(member.id())) names += (names.empty() ? "" : "、") + member.text(resident.fullName);
    }
    return names;
}

Edit factOf(const MoveNote& note, const RecordId& ofHousehold, std::string_view kind, const std::string& people,
            const RecordId& other = {}) {
    Edit fact{householdMove.number(),
              note.id,
              {{householdMove.household, ofHousehold},
               {householdMove.kind, kind},
               {householdMove.movedOn, note.day},
               {householdMove.notedAt, note.notedAtMs}}};
    const auto add = [&fact](FieldNo field, const std::string& text) {
        if (!text.empty()) fact.values.push_back({field, text});
    };
    add(householdMove.people, people);
    add(householdMove.place, note.place);
    add(householdMove.reason, note.reason);
    add(householdMove.words, note.words);
    add(householdMove.worker, note.worker);
    if (!other.isNone()) fact.values.push_back({householdMove.other, other});
    return fact;
}

/// The head's own relation, and no relation to somebody who is the head no more.
void relate(std::vector<FieldValue>& values, const Record& member, bool isHead) {
    const Value relation = isHead ? Value(kHead) : Value();
    if (member.get(resident.relation) != relation) values.push_back({resident.relation, relation});
}

/// Those who stay get the head that was chosen for them.
void appointHead(std::vector<Edit>& edits, const Home& home, const Parting& parting) {
    if (!needsNewHead(home, parting.who)) return;
    for (const Record& member : home.members) {
        if (parting.who.contains(member.id())) continue;
        std::vector<FieldValue> values;
        relate(values, member, member.id() == parting.stayingHead);
        if (!values.empty()) edits.push_back(over(member, std::move(values)));
    }
    const std::string& name = memberOf(home, parting.stayingHead)->text(resident.fullName);
    edits.push_back(over(home.household, {{household.headName, name}}));
}

MoveProblem problemOf(const Home& home, const Parting& parting) {
    if (parting.who.empty()) return MoveProblem::nobody;
    if (!needsNewHead(home, parting.who)) return MoveProblem::none;
    const bool stays = memberOf(home, parting.stayingHead) && !parting.who.contains(parting.stayingHead);
    return stays ? MoveProblem::none : MoveProblem::stayingHead;
}

bool isEverybody(const Home& home, const std::set<RecordId>& who) {
    return std::ranges::all_of(home.members, [&](const Record& member) { return who.contains(member.id()); });
}

/// What follows people into another household: what is theirs by name, or everything when `who` is null.
void bring(std::vector<Edit>& edits, const std::vector<Record>& belongings, const RecordId& to,
           const std::set<RecordId>* who) {
    for (const Record& one : belongings) {
        const Collection* collection = find(allCollections(), one.collection());
        const Field* person = collection->find("resident");
        if (who && (!person || !who->contains(one.reference(person->no())))) continue;
        edits.push_back(over(one, {{collection->find("household")->no(), to}}));
    }
}

}  // namespace

bool needsNewHead(const Home& home, const std::set<RecordId>& who) {
    if (isEverybody(home, who)) return false;
    return std::ranges::any_of(home.members, [&](const Record& member) {
        return member.text(resident.relation) == kHead && who.contains(member.id());
    });
}

MoveProblem problemOfMovingOut(const Home& home, const Parting& parting, const MoveNote& note) {
    // A household of whom nobody is registered can leave, too.
    const bool isEmpty = home.members.empty();
    if (const auto problem = isEmpty ? MoveProblem::none : problemOf(home, parting); problem != MoveProblem::none)
        return problem;
    return problemOf(note);
}

std::vector<Edit> movingOut(const Home& home, const Parting& parting, const MoveNote& note) {
    std::vector<Edit> edits{factOf(note, home.household.id(), "out", namesOf(home, parting.who))};
    const Choice* reason = nullptr;
    for (const Choice& choice : codes::kMoveReason) {
        if (choice.code == note.reason) reason = &choice;
    }
    for (const Record& member : home.members) {
        if (!parting.who.contains(member.id())) continue;
        std::vector<FieldValue> values{{resident.livesHereTo, note.day}};
        if (reason) values.push_back({resident.changeReason, reason->label.zh});
        edits.push_back(over(member, std::move(values)));
    }
    if (isEverybody(home, parting.who))
        edits.push_back(over(home.household, {{household.movedOut, note.day}}));
    else
        appointHead(edits, home, parting);
    return edits;
}

MoveProblem problemOfSplitting(const Home& home, const Split& split, const MoveNote& note) {
    const std::set<RecordId>& who = split.parting.who;
    if (who.empty()) return MoveProblem::nobody;
    if (isEverybody(home, who)) return MoveProblem::everybody;
    if (!who.contains(split.newHead)) return MoveProblem::newHead;
    if (const auto problem = problemOf(home, split.parting); problem != MoveProblem::none) return problem;
    if (split.dwelling.isNone()) return MoveProblem::dwelling;
    return problemOf(note);
}

std::vector<Edit> splitting(const Home& home, const Split& split, const MoveNote& note) {
    const RecordId& from = home.household.id();
    std::vector<Edit> edits{factOf(note, from, "split", namesOf(home, split.parting.who), split.newHousehold)};
    edits.push_back({household.number(),
                     split.newHousehold,
                     {{household.dwelling, split.dwelling},
                      {household.headName, memberOf(home, split.newHead)->text(resident.fullName)}}});
    const bool elsewhere = split.dwelling != home.household.reference(household.dwelling);
    for (const Record& member : home.members) {
        if (!split.parting.who.contains(member.id())) continue;
        std::vector<FieldValue> values{{resident.household, split.newHousehold}};
        relate(values, member, member.id() == split.newHead);
        if (elsewhere) values.push_back({resident.livesHereFrom, note.day});
        edits.push_back(over(member, std::move(values)));
    }
    appointHead(edits, home, split.parting);
    bring(edits, home.belongings, split.newHousehold, &split.parting.who);
    return edits;
}

MoveProblem problemOfJoining(const Home& goes, const Record& stays, const MoveNote& note) {
    if (stays.id().isNone() || !stays.isVisible()) return MoveProblem::otherHousehold;
    if (stays.id() == goes.household.id()) return MoveProblem::sameHousehold;
    return problemOf(note);
}

std::vector<Edit> joining(const Home& goes, const Record& stays, const MoveNote& note) {
    std::set<RecordId> all;
    for (const Record& member : goes.members) all.insert(member.id());
    std::vector<Edit> edits{factOf(note, goes.household.id(), "join", namesOf(goes, all), stays.id())};
    const bool elsewhere = stays.reference(household.dwelling) != goes.household.reference(household.dwelling);
    for (const Record& member : goes.members) {
        std::vector<FieldValue> values{{resident.household, stays.id()}};
        relate(values, member, false);
        if (elsewhere) values.push_back({resident.livesHereFrom, note.day});
        edits.push_back(over(member, std::move(values)));
    }
    edits.push_back(over(goes.household, {{household.movedOut, note.day}}));
    bring(edits, goes.belongings, stays.id(), nullptr);
    return edits;
}

MoveProblem problemOfMovingIn(const Edit& newcomer, const MoveNote& note) {
    const auto named = std::ranges::find(newcomer.values, resident.fullName, &FieldValue::field);
    if (named == newcomer.values.end() || named->value.isNothing()) return MoveProblem::name;
    return problemOf(note);
}

std::vector<Edit> movingIn(const RecordId& home, const RecordId& door, Edit newcomer, const MoveNote& note) {
    const std::string name = std::ranges::find(newcomer.values, resident.fullName, &FieldValue::field)->value.text();
    std::vector<Edit> edits{factOf(note, home, "in", name)};
    if (!door.isNone()) {
        edits.push_back({household.number(), home, {{household.dwelling, door}, {household.headName, name}}});
        std::erase_if(newcomer.values, [](const FieldValue& one) { return one.field == resident.relation; });
        newcomer.values.push_back({resident.relation, kHead});
    }
    newcomer.values.push_back({resident.household, home});
    newcomer.values.push_back({resident.livesHereFrom, note.day});
    edits.push_back(std::move(newcomer));
    return edits;
}

std::vector<Edit> comingBack(const Record& home, const Record& member, const MoveNote& note) {
    std::vector<Edit> edits{factOf(note, home.id(), "in", member.text(resident.fullName)),
                            over(member, {{resident.livesHereFrom, note.day}, {resident.livesHereTo, Value()}})};
    if (!home.get(household.movedOut).isNothing()) edits.push_back(over(home, {{household.movedOut, Value()}}));
    return edits;
}

}  // namespace qiaomen
