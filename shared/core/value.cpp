// SPDX-License-Identifier: Apache-2.0
#include "shared/core/value.h"

#include <array>
#include <charconv>

namespace qiaomen {

std::int64_t Value::integer() const {
    const auto* integer = std::get_if<std::int64_t>(&content_);
    return integer ? *integer : 0;
}

double Value::real() const {
    if (const auto* real = std::get_if<double>(&content_)) return *real;
    return static_cast<double>(integer());
}

const std::string& Value::text() const {
    static const std::string nothing;
    const auto* text = std::get_if<std::string>(&content_);
    return text ? *text : nothing;
}

RecordId Value::id() const {
    const auto* id = std::get_if<RecordId>(&content_);
    return id ? *id : RecordId{};
}

namespace {
/// The shortest decimal that reads back as the same double.
std::string shortest(double real) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), real);
    return {digits.data(), end.ptr};
}
}  // namespace

std::string print(const Value& value) {
    switch (value.kind()) {
        case Value::Kind::nothing: return "null";
        case Value::Kind::integer: return std::to_string(value.integer());
        case Value::Kind::real: return shortest(value.real());
        case Value::Kind::text: return '"' + value.text() + '"';
        case Value::Kind::id: return value.id().text();
    }
    return "null";
}

}  // namespace qiaomen
