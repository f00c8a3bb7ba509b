// SPDX-License-Identifier: Apache-2.0
//
// What an import saves.
#include <algorithm>

#include "shared/client/visit_import.h"
#include "shared/domain/unplaced_visit.h"
#include "shared/domain/visit.h"
#include "shared/domain/visit_import.h"

namespace qiaomen {

namespace {

void add(Edit& edit, FieldNo field, const std::string& text) {
    if (!text.empty()) edit.values.push_back({field, text});
}

Edit visitOf(const ImportRow& row, const RecordId& home, const ImportBatch& batch) {
    const VisitSaid& said = row.said;
    Edit edit{
        visit.number(),
        row.visit,
        {{visit.household, home}, {visit.occurredAt, said.atMs}, {visit.way, said.way}, {visit.outcome, said.outcome}}};
    add(edit, visit.reasons, said.reasons);
    add(edit, visit.personsMet, said.personsMet);
    add(edit, visit.remark, said.remark);
    add(edit, visit.worker, said.worker);
    edit.values.push_back({visit.source, "import"});
    edit.values.push_back({visit.ofImport, batch.fact});
    return edit;
}

Edit noteOf(const ImportRow& row, const ImportBatch& batch) {
    const VisitSaid& said = row.said;
    Edit edit{
        unplacedVisit.number(),
        row.note,
        {{unplacedVisit.occurredAt, said.atMs}, {unplacedVisit.way, said.way}, {unplacedVisit.outcome, said.outcome}}};
    add(edit, unplacedVisit.person, row.row.person);
    add(edit, unplacedVisit.address, row.row.address);
    add(edit, unplacedVisit.reasons, said.reasons);
    add(edit, unplacedVisit.remark, said.remark);
    add(edit, unplacedVisit.worker, said.worker);
    edit.values.push_back({unplacedVisit.ofImport, batch.fact});
    edit.values.push_back({unplacedVisit.state, "open"});
    return edit;
}

Edit placed(const ImportRow& row, const ImportBatch& batch) {
    return {
        unplacedVisit.number(),
        row.note,
        {{unplacedVisit.state, "placed"}, {unplacedVisit.visit, row.visit}, {unplacedVisit.decidedBy, batch.worker}}};
}

}  // namespace

std::vector<Edit> importEdits(const VisitImportPlan& plan, std::span<const std::size_t> rows, const ImportBatch& batch) {
    std::vector<Edit> edits(1);
    std::int64_t visits = 0, notes = 0;
    for (const std::size_t at : rows) {
        const ImportRow& row = plan.rows()[at];
        if (row.state != RowState::ready) {
            edits.push_back(noteOf(row, batch));
            ++notes;
            continue;
        }
        edits.push_back(visitOf(row, plan.directory().households()[static_cast<std::size_t>(row.household)].id, batch));
        ++visits;
        if (plan.isOpenNote(row.note)) edits.push_back(placed(row, batch));
    }
    Edit& fact = edits.front();
    fact = {visitImport.number(),
            batch.fact,
            {{visitImport.importedAt, batch.atMs},
             {visitImport.worker, batch.worker},
             {visitImport.device, batch.device.text()},
             {visitImport.visits, visits}}};
    add(fact, visitImport.file, batch.file);
    if (notes > 0) fact.values.push_back({visitImport.notes, notes});
    return edits;
}

}  // namespace qiaomen
