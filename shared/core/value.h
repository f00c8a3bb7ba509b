// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "shared/core/ids.h"

namespace qiaomen {

/// What a field can hold: nothing, an integer, a real, a text (UTF-8), or the id of another record.
///
/// Richer types are conventions over these, named by the field's FieldType: a boolean is the integer 0 or 1, an instant is
/// milliseconds since 1970 (UTC), a date is text "YYYY-MM-DD" (or "YYYY-MM", "YYYY" where no more is known).
/// Values compare by kind first, then by content; NaN is never stored.
class Value {
public:
    enum class Kind : std::uint8_t { nothing = 0, integer = 1, real = 2, text = 3, id = 4 };

    Value() = default;
    Value(std::int64_t integer) : content_(integer) {}
    Value(int integer) : content_(std::int64_t{integer}) {}
    Value(bool flag) : content_(std::int64_t{flag ? 1 : 0}) {}
    Value(double real) : content_(real) {}
    Value(std::string text) : content_(std::move(text)) {}
    Value(std::string_view text) : content_(std::string(text)) {}
    Value(const char* text) : content_(std::string(text)) {}
    Value(RecordId id) : content_(id) {}

    [[nodiscard]] Kind kind() const { return static_cast<Kind>(content_.index()); }
    [[nodiscard]] bool isNothing() const { return kind() == Kind::nothing; }

    /// The content, or a neutral value (0, 0.0, "", none) when the value is of another kind.
    [[nodiscard]] std::int64_t integer() const;
    [[nodiscard]] double real() const;
    [[nodiscard]] const std::string& text() const;
    [[nodiscard]] RecordId id() const;

    bool operator==(const Value&) const = default;
    std::partial_ordering operator<=>(const Value&) const = default;

private:
    std::variant<std::monostate, std::int64_t, double, std::string, RecordId> content_;
};

/// For people who read logs and test stories: null, 42, 1.5, "text", or the id's text.
std::string print(const Value& value);

}  // namespace qiaomen
