// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "shared/domain/question_rules.h"
#include "shared/sheets/cell_problem.h"
#include "syncserver/centre_folder.h"
#include "syncserver/community/community_rows.h"

namespace qiaomen {

/// What an import did.
struct ImportReport {
    std::size_t grids = 0, dwellings = 0, households = 0, residents = 0;  ///< good rows in the files
    std::size_t changes = 0;                                              ///< made of them
    std::vector<CellProblem> problems;  ///< rows left out, and remarks; as the files stand
    std::vector<std::string> refusals;  ///< changes that the centre's own rules refused
};

/// Brings a community's office files into the grids, as one more device would: the office is a writer with numbered changes, a
/// log, and conflicts like anybody else's.
///
/// So importing again is harmless, and more: what counts as changed is what the office changed since its last import. The same
/// files make no change at all, not even where workers have corrected records meanwhile; a changed cell makes one change; and
/// where office and worker changed the same field without knowing of each other, the other value is kept as a conflict.
///
/// A row finds its record by what people know it by (a household's number, a resident's identity number or else household, name
/// and birth date, a dwelling's address), first among what the office brought before, then among all; a new record's id is
/// derived from that. Errors: those of storage; a bad row is none.
Result<ImportReport> importCommunity(CentreFolder& centre, const Community& community);
/// Reads the folder's files (community/read_community.h) and imports the good rows.
Result<ImportReport> importFolder(CentreFolder& centre, const std::string& folder);

/// What bringing a question set to the grids did.
struct QuestionImportReport {
    std::size_t grids = 0, changes = 0;
    std::vector<std::string> refusals;
};
/// Brings a question set to grids that exist, as an import does: bringing the same again changes nothing, a changed file changes
/// what differs, and a question that is no longer in it is dropped.
Result<QuestionImportReport> importQuestions(CentreFolder& centre, const QuestionSet& set,
                                             const std::vector<GridId>& grids);

/// The id of the grid with that code: the same in every import.
GridId gridIdOf(const std::string& code);

}  // namespace qiaomen
