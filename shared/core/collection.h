// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/value.h"

namespace qiaomen {

/// A collection's permanent number on the wire and in logs. Never reused.
enum class CollectionNo : std::uint16_t {};
/// A field's permanent number inside its collection: 1 to 4095. Never reused. A number this program does not know belongs to
/// a newer program's field: it is merged, kept and passed on all the same.
enum class FieldNo : std::uint16_t {};
inline constexpr std::uint16_t kLargestFieldNumber = 4095;

enum class FieldType : std::uint8_t {
    text,        ///< one line
    longText,    ///< several lines
    integer,     ///< whole number, in the field's unit
    real,        ///< number, in the field's unit
    boolean,     ///< 0 or 1
    date,        ///< text "YYYY-MM-DD", or "YYYY-MM", or "YYYY"
    instant,     ///< milliseconds since 1970, UTC
    choice,      ///< the code of one of the field's choices
    tags,        ///< codes separated by one space, each at most once
    reference,   ///< the id of a record of the collection `target`
    attachment,  ///< an AttachmentRef (shared/core/attachment.h) as text; the bytes travel on their own
};

/// How carefully a field is handled: 0 open, 1 personal (masked in lists), 2 sensitive by PIPL art. 28 or an identifier
/// (masked everywhere until revealed with a reason).
enum class Sensitivity : std::uint8_t { open = 0, personal = 1, sensitive = 2 };

/// How two writes to one field become one value.
enum class MergeClass : std::uint8_t {
    latest,  ///< the later stamp wins
    fixed,   ///< written once with the record, as in every fact; a second write loses
};

/// What becomes of the value that lost against a write that did not know it.
enum class ConflictPolicy : std::uint8_t {
    ask,     ///< kept as a conflict record until a person decides
    silent,  ///< the later one is simply right (a "last seen" time, a counter's latest reading)
};

/// Registers change, facts are written once, derived collections are decided by the centre.
enum class Nature : std::uint8_t { reg, fact, derived };

struct Label {
    std::string_view en;
    std::string_view zh;
};

struct Choice {
    std::string_view code;  ///< what is stored
    Label label;            ///< what is shown
};

/// Says what is wrong with a value that has the right type, or nothing.
using ValueCheck = std::optional<std::string> (*)(const Value&);

/// One field of a collection: everything anybody needs to store, check, send, merge, mask and show it. Written as one line in
/// shared/domain, with designated initialisers, so that the collection reads as a table.
struct Field {
    std::uint16_t number = 0;
    std::string_view name;  ///< the column, the JSON key
    FieldType type = FieldType::text;
    Label label;
    std::string_view unit = {};    ///< of integer and real fields
    std::string_view target = {};  ///< of references: the collection pointed to
    std::span<const Choice> choices = {};
    bool required = false;
    Sensitivity sensitivity = Sensitivity::open;
    MergeClass merge = MergeClass::latest;
    ConflictPolicy conflict = ConflictPolicy::ask;
    bool indexed = false;            ///< records are looked up by it
    std::uint32_t maxLength = 4000;  ///< of texts, in bytes
    double min = -9e15, max = 9e15;  ///< of numbers
    ValueCheck check = nullptr;

    [[nodiscard]] FieldNo no() const { return FieldNo{number}; }
};

/// A kind of record, described once. From this come the SQL tables on phone and centre, validation, wire, merge, masking and
/// docs/records.md. Immutable after its constructor; shared freely between threads.
class Collection {
public:
    Collection(std::uint16_t number, std::string_view name, Nature nature, Label label)
        : number_(CollectionNo{number}), name_(name), nature_(nature), label_(label) {}

    [[nodiscard]] CollectionNo number() const { return number_; }
    [[nodiscard]] std::string_view name() const { return name_; }
    [[nodiscard]] Nature nature() const { return nature_; }
    [[nodiscard]] Label label() const { return label_; }
    [[nodiscard]] std::span<const Field> fields() const { return fields_; }

    /// The field of that number or name, or null when this program does not know it.
    [[nodiscard]] const Field* find(FieldNo number) const;
    [[nodiscard]] const Field* find(std::string_view name) const;
    /// The column position of a field: 0 is the first field. -1 when unknown.
    [[nodiscard]] int position(FieldNo number) const;

protected:
    /// Adds a line to the table and gives back the field's number. Throws std::logic_error for a repeated name or number: a
    /// mistake in the program, found by the first test that runs.
    FieldNo add(Field field);

private:
    CollectionNo number_;
    std::string_view name_;
    Nature nature_;
    Label label_;
    std::vector<Field> fields_;
    std::vector<std::int16_t> positions_;  ///< by field number
};

/// Every collection a program knows, in dependency order. Passed to stores and hub; see shared/domain/collections.h.
using Collections = std::span<const Collection* const>;

const Collection* find(Collections collections, CollectionNo number);
const Collection* find(Collections collections, std::string_view name);

}  // namespace qiaomen
