// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/core/clock.h"
#include "shared/core/collection.h"

namespace qiaomen {

/// Which record: its id with the collection that it belongs to.
struct RecordKey {
    CollectionNo collection{};
    RecordId record;
    auto operator<=>(const RecordKey&) const = default;
};

/// A field's number with its value.
struct FieldValue {
    FieldNo field{};
    Value value;
    bool operator==(const FieldValue&) const = default;
};

/// Which write each field of a record comes from, stored small: one stamp for the row, and one more for each field that was
/// written by somebody else later. A record never edited costs one stamp however many fields it has.
///
/// A field that holds nothing and has no stamp of its own was never written: its stamp is none.
class Stamps {
public:
    struct Own {
        FieldNo field{};
        Stamp stamp;
        bool operator==(const Own&) const = default;
    };

    Stamps() = default;
    Stamps(Stamp row, std::vector<Own> own) : row_(row), own_(std::move(own)) {}

    [[nodiscard]] const Stamp& row() const { return row_; }
    /// Fields with a stamp of their own, by ascending field number.
    [[nodiscard]] const std::vector<Own>& own() const { return own_; }

    /// The stamp of a field; `written` says whether it holds something.
    [[nodiscard]] Stamp of(FieldNo field, bool written) const;
    /// The latest stamp of all.
    [[nodiscard]] Stamp latest() const;
    [[nodiscard]] bool isEmpty() const { return row_.isNone() && own_.empty(); }

    void setRow(const Stamp& stamp) { row_ = stamp; }
    void setOwn(FieldNo field, const Stamp& stamp);

    bool operator==(const Stamps&) const = default;

private:
    Stamp row_;
    std::vector<Own> own_;
};

/// A deletion: who deleted when, and exactly which writes were on the screen of whoever deleted. Those are gone; a write that
/// the deleter had not seen is not covered and brings the record back ("update wins").
struct Removal {
    Stamp by;
    std::vector<Stamps::Own> seen;  ///< the stamp of each written field, by ascending field number
    bool operator==(const Removal&) const = default;
};

/// One record as a replica holds it: its fields (known to this program or not), their stamps, and a deletion if there was one.
///
/// Invariant: `fields` is sorted by number, each number once; a field that was set back to nothing has a stamp of its own.
class Record {
public:
    Record(CollectionNo collection, RecordId id) : collection_(collection), id_(id) {}

    [[nodiscard]] CollectionNo collection() const { return collection_; }
    [[nodiscard]] RecordId id() const { return id_; }

    /// What the field holds; nothing when it was never written.
    [[nodiscard]] const Value& get(FieldNo field) const;
    [[nodiscard]] const std::string& text(FieldNo field) const { return get(field).text(); }
    [[nodiscard]] std::int64_t integer(FieldNo field) const { return get(field).integer(); }
    [[nodiscard]] RecordId reference(FieldNo field) const { return get(field).id(); }

    [[nodiscard]] Stamp stampOf(FieldNo field) const { return stamps_.of(field, !get(field).isNothing()); }
    /// False before the first write, and after a deletion that covers every write.
    [[nodiscard]] bool isVisible() const;
    /// True when nobody has ever written or deleted it.
    [[nodiscard]] bool isNew() const { return stamps_.isEmpty() && !removal_; }

    [[nodiscard]] const std::vector<FieldValue>& fields() const { return fields_; }
    [[nodiscard]] const Stamps& stamps() const { return stamps_; }
    [[nodiscard]] const std::optional<Removal>& removal() const { return removal_; }

    /// Puts a value with its stamp, whatever was there: merge() decides, this stores.
    void put(FieldNo field, Value value, const Stamp& stamp);
    void setRemoval(std::optional<Removal> removal) { removal_ = std::move(removal); }

    /// For storage: takes over a record as it was written down. `fields` must be sorted by number.
    void restore(std::vector<FieldValue> fields, Stamps stamps, std::optional<Removal> removal);

    /// Same visible content and same stamps, however they are stored.
    bool operator==(const Record& other) const;

private:
    CollectionNo collection_;
    RecordId id_;
    std::vector<FieldValue> fields_;
    Stamps stamps_;
    std::optional<Removal> removal_;
};

/// A rule that a record breaks: which field, and what to do about it.
struct Problem {
    FieldNo field{};
    std::string message;
};

/// Checks types, required fields, choices, ranges, lengths and the fields' own checks. Fields unknown to the collection pass.
std::vector<Problem> validate(const Collection& collection, const Record& record);

/// Checks one value against one field. Empty when it may be stored; nothing at all is always allowed here (see `required`).
std::optional<std::string> check(const Field& field, const Value& value);

}  // namespace qiaomen
