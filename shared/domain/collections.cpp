// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/collections.h"

#include <algorithm>
#include <array>

namespace qiaomen {

Collections allCollections() {
    static const std::array<const Collection*, 27> all = {&grid,           &dwelling,      &household,
                                                          &resident,       &visitImport,   &visit,
                                                          &need,           &hazard,        &photo,
                                                          &planNote,       &householdMove, &anchor,
                                                          &conflict,       &readAudit,     &duplicate,
                                                          &rescuedChange,  &doorOrder,     &orderStep,
                                                          &carriedPaper,   &notice,        &evaluationInvitation,
                                                          &hazardStep,     &questionSet,   &questionItem,
                                                          &questionAnswer, &dataExport,    &unplacedVisit};
    return all;
}

std::string choiceText(const Field& field, std::string_view code, bool chinese) {
    const auto found = std::ranges::find(field.choices, code, &Choice::code);
    if (found == field.choices.end()) return std::string(code);
    return std::string(chinese ? found->label.zh : found->label.en);
}

namespace {

std::string_view word(FieldType type) {
    switch (type) {
        case FieldType::text: return "text";
        case FieldType::longText: return "long text";
        case FieldType::integer: return "integer";
        case FieldType::real: return "real";
        case FieldType::boolean: return "boolean";
        case FieldType::date: return "date";
        case FieldType::instant: return "instant";
        case FieldType::choice: return "choice";
        case FieldType::tags: return "tags";
        case FieldType::reference: return "reference";
        case FieldType::attachment: return "attachment";
    }
    return "";
}

std::string_view word(Nature nature) {
    switch (nature) {
        case Nature::reg: return "register: each field holds its latest value";
        case Nature::fact: return "fact: written once, corrected by a new fact";
        case Nature::derived: return "decided by the centre";
    }
    return "";
}

std::string_view word(Sensitivity sensitivity) {
    constexpr std::string_view kWords[] = {"open", "personal", "sensitive"};
    return kWords[static_cast<std::size_t>(sensitivity)];
}

std::string describeType(const Field& field) {
    std::string text(word(field.type));
    if (!field.target.empty()) text += " to " + std::string(field.target);
    if (!field.unit.empty()) text += " (" + std::string(field.unit) + ")";
    const char* separator = ": ";
    for (const Choice& choice : field.choices) {
        text += separator + std::string("`") + std::string(choice.code) + "` " + std::string(choice.label.zh);
        separator = ", ";
    }
    return text;
}

std::string describe(const Field& field) {
    std::string row = "| " + std::to_string(field.number) + " | `" + std::string(field.name) + "`" +
                      (field.required ? " *" : "");
    row += " | " + std::string(field.label.zh) + " | " + std::string(field.label.en) + " | " + describeType(field);
    row += " | " + std::string(word(field.sensitivity));
    row += std::string(" | ") + (field.merge == MergeClass::fixed ? "fixed" : "latest");
    row += std::string(field.conflict == ConflictPolicy::silent ? ", silent" : "") + " |\n";
    return row;
}

}  // namespace

std::string describeCollections() {
    std::string text =
        "# Records\n\nMade from `shared/domain` by `qiaomen-server records` and checked by a test; not written by "
        "hand.\n"
        "Field numbers are permanent. `*` marks required fields. *latest*: the later write wins, a parallel one is "
        "kept as a\n"
        "conflict; *fixed*: written once; *silent*: the later write wins and nobody is asked.\n";
    for (const Collection* collection : allCollections()) {
        text += "\n## " + std::to_string(static_cast<int>(collection->number())) + " `" +
                std::string(collection->name()) + "` " + std::string(collection->label().zh) + ", " +
                std::string(collection->label().en) + "\n\n" + std::string(word(collection->nature())) + ".\n\n" +
                "| no. | field | 名称 | label | type | sensitivity | merge |\n|---|---|---|---|---|---|---|\n";
        for (const Field& field : collection->fields()) text += describe(field);
    }
    return text;
}

}  // namespace qiaomen
