// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "shared/client/record_names.h"
#include "shared/sheets/workbook_writer.h"

namespace qiaomen {

/// What of a fact that can be taken back still counts: by the facts that name it in `corrects`.
enum class Standing : std::uint8_t { stands, corrected, withdrawn };
using Standings = std::map<RecordId, Standing>;

/// How values of records stand in a workbook: words instead of codes, days as days, masked texts as on the screen. What only a program can
/// read (ids, hashes, positions in a catalogue's code) does not stand there.
class TakeOutWords {
public:
    TakeOutWords(RecordNames& names, const WallClock& now, bool chinese)
        : names_(names), now_(now), chinese_(chinese) {}

    [[nodiscard]] std::string in(const Label& label) const { return std::string(chinese_ ? label.zh : label.en); }
    [[nodiscard]] bool chinese() const { return chinese_; }
    [[nodiscard]] RecordNames& names() const { return names_; }
    [[nodiscard]] SheetValue value(const Field& field, const Value& value) const;
    [[nodiscard]] CivilDay dayOf(std::int64_t ms) const { return now_.dayOf(ms); }
    [[nodiscard]] SheetValue instant(std::int64_t ms) const;
    [[nodiscard]] static SheetValue date(std::string_view text);

private:
    [[nodiscard]] std::string words(const Field& field, std::string_view tags) const;

    RecordNames& names_;
    WallClock now_;
    bool chinese_;
};

/// One column of a collection's sheet.
struct TakeOutColumn {
    SheetColumn look;
    std::function<SheetValue(const Record&)> value;
};

/// The field that says when what a record tells of happened; null where it tells of nothing that happens.
const Field* momentField(const Collection& collection);

/// A sheet's columns, from the descriptions of its fields: references become the names of what they refer to, a household's becomes head and address.
/// `standings` must outlive the columns.
std::vector<TakeOutColumn> takeOutColumns(const Collection& collection, const TakeOutWords& words,
                                          const Standings& standings);

/// The columns of households with their dwellings: a row is a household, or a dwelling that nobody is registered behind. `dwellingOf` gives a household's.
std::vector<TakeOutColumn> householdColumns(const TakeOutWords& words,
                                            const std::function<const Record*(const Record&)>& dwellingOf);

}  // namespace qiaomen
