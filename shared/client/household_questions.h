// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "shared/domain/question_rules.h"
#include "shared/domain/worklist.h"
#include "shared/sqlite/record_tables.h"

namespace qiaomen {

struct Asked;
struct GridRedirects;

/// Reads the question sets of a grid and what each household has answered: shared/domain/question_rules.h over the records. Called
/// by GridReader. Throws StoreError.
class QuestionReader {
public:
    QuestionReader(Database& database, RecordTables& tables);

    /// The sets that are asked on that day, those that end first coming first. Mostly there is none.
    std::vector<QuestionSet> setsOn(CivilDay day);
    /// Answers of these households (one and those merged into it) that stand: their visit was not taken back, and no later answer
    /// corrects them.
    std::vector<Record> answersOf(const std::vector<RecordId>& homes);
    /// The questions that these answers name, those of sets that are over too.
    std::vector<Question> questionsOf(const std::vector<Record>& answers);
    /// For the worklist: which sets wait for which of these households. One walk over the grid, and only while a set is asked.
    void readInto(std::vector<WorkHousehold>& homes, const GridRedirects& redirects, const WallClock& now);

private:
    void readInto(WorkHousehold& home, const std::vector<QuestionSet>& sets, const GridRedirects& redirects,
                  const WallClock& now);

    Database& database_;
    RecordTables& tables_;
};

/// As the rules take them.
std::map<std::string, Said> confirmedBy(const std::vector<Asked>& asked);

/// Who confirmed each group of facts last; groups that nobody ever did are not in it.
std::vector<Asked> askedGroups(Database& database, const std::vector<RecordId>& homes);

}  // namespace qiaomen
