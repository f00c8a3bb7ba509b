// SPDX-License-Identifier: Apache-2.0
#include "shared/client/household_questions.h"

#include <algorithm>
#include <set>

#include "shared/client/grid_queries.h"
#include "shared/client/grid_redirects.h"
#include "shared/domain/collections.h"

namespace qiaomen {

QuestionReader::QuestionReader(Database& database, RecordTables& tables) : database_(database), tables_(tables) {}

std::vector<QuestionSet> QuestionReader::setsOn(CivilDay day) {
    const std::string today = dateText(day);
    Statement ids = database_.prepare(
        "SELECT id FROM question_set WHERE _gone = 0 AND ended IS NOT 1 AND from_day <= ?1 AND until >= ?1 "
        "ORDER BY until, id");
    ids.with(today);
    std::vector<QuestionSet> sets;
    while (ids.step()) {
        const Record set = tables_.read(questionSet.number(), ids.id<struct RecordKind>(0));
        sets.push_back(questionSetFrom(set, tables_.find(questionItem, questionItem.set, set.id())));
    }
    return sets;
}

std::vector<Record> QuestionReader::answersOf(const std::vector<RecordId>& homes) {
    std::vector<Record> answers;
    std::set<RecordId> corrected;
    Statement taken = database_.prepare(
        "SELECT 1 FROM visit WHERE corrects = ? AND withdraws = 1 AND _gone = 0 LIMIT 1");
    for (const RecordId& home : homes) {
        for (Record& one : tables_.find(questionAnswer, questionAnswer.household, home)) {
            const bool isTaken = taken.with(one.reference(questionAnswer.visit)).step();
            taken.reset();
            if (isTaken) continue;
            corrected.insert(one.reference(questionAnswer.corrects));
            answers.push_back(std::move(one));
        }
    }
    std::erase_if(answers, [&](const Record& one) { return corrected.contains(one.id()); });
    return answers;
}

std::vector<Question> QuestionReader::questionsOf(const std::vector<Record>& answers) {
    std::set<RecordId> ids;
    for (const Record& one : answers) ids.insert(one.reference(questionAnswer.question));
    std::vector<Question> questions;
    questions.reserve(ids.size());
    for (const RecordId& id : ids) questions.push_back(questionFrom(tables_.read(questionItem.number(), id)));
    return questions;
}

void QuestionReader::readInto(WorkHousehold& home, const std::vector<QuestionSet>& sets, const GridRedirects& redirects,
                              const WallClock& now) {
    const std::vector<RecordId> homes = redirects.households.all(home.household);
    const Record standing = tables_.read(household.number(), home.household);
    const Record door = tables_.read(dwelling.number(), standing.reference(household.dwelling));
    std::vector<Record> members;
    for (const RecordId& id : homes)
        std::ranges::move(tables_.find(resident, resident.household, id), std::back_inserter(members));
    std::erase_if(members, [&](const Record& member) { return redirects.residents.isMerged(member.id()); });
    AskedHousehold asked{.household = &standing, .dwelling = &door, .members = members};
    if (std::ranges::none_of(sets, [&](const QuestionSet& set) { return concerns(set, asked, now.day()); })) return;
    const std::vector<Record> answers = answersOf(homes);
    asked.answers = answers;
    asked.confirmed = confirmedBy(askedGroups(database_, homes));
    for (const QuestionSet& set : sets) {
        WorkQuestions work{.set = set.id, .title = set.title, .until = set.until};
        for (const PosedQuestion& one : posed(set, asked, now)) {
            work.open += one.state == QuestionState::open ? 1 : 0;
            work.askedToday = work.askedToday || (!one.latest.isNone() && now.dayOf(one.said.atMs) == now.day());
        }
        if (work.open > 0 || work.askedToday) home.questions.push_back(std::move(work));
    }
}

void QuestionReader::readInto(std::vector<WorkHousehold>& homes, const GridRedirects& redirects, const WallClock& now) {
    const std::vector<QuestionSet> sets = setsOn(now.day());
    if (sets.empty()) return;
    for (WorkHousehold& home : homes) readInto(home, sets, redirects, now);
}

std::map<std::string, Said> confirmedBy(const std::vector<Asked>& asked) {
    std::map<std::string, Said> confirmed;
    for (const Asked& one : asked) confirmed[one.group] = {one.worker, one.atMs};
    return confirmed;
}

std::vector<Asked> askedGroups(Database& database, const std::vector<RecordId>& homes) {
    std::vector<Asked> all;
    Statement row = database.prepare(std::string("SELECT occurred_at, worker FROM visit WHERE household = ?1 AND ") +
                                     kConfirmed + " AND ' ' || confirmed || ' ' LIKE '% ' || ?2 || ' %' AND " +
                                     kStands + " ORDER BY occurred_at DESC LIMIT 1");
    for (const Choice& group : codes::kConfirmed) {
        Asked latest{std::string(group.code), {}, 0};
        for (const RecordId& home : homes) {
            if (row.with(home, std::string(group.code)).step() && row.integer(0) > latest.atMs)
                latest = {latest.group, std::string(row.text(1)), row.integer(0)};
            row.reset();
        }
        if (latest.atMs > 0) all.push_back(std::move(latest));
    }
    return all;
}

}  // namespace qiaomen
