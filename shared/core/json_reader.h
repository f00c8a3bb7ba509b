// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "shared/core/bytes.h"
#include "shared/core/ids.h"

namespace qiaomen {

/// A place in a JSON text that is being read strictly: it knows its path ("grids[0].changes[2].stamp"), and everything that is
/// not as it should be throws Malformed with that path. The parsed text must outlive it. Used by json.cpp alone.
class JsonNode {
public:
    JsonNode(const nlohmann::json& value, std::string path) : value_(&value), path_(std::move(path)) {}

    [[noreturn]] void fail(const std::string& reason) const;

    /// Refuses anything but an object with these keys; which of them must be there, at() says.
    const JsonNode& only(std::initializer_list<std::string_view> keys) const;
    [[nodiscard]] JsonNode at(std::string_view key) const;
    [[nodiscard]] std::optional<JsonNode> find(std::string_view key) const;

    /// The elements of an array.
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] JsonNode at(std::size_t index) const;

    [[nodiscard]] const nlohmann::json& raw() const { return *value_; }
    [[nodiscard]] const std::string& text() const;
    [[nodiscard]] bool boolean() const;
    /// A number, or its decimal digits as a text where it is too large for JSON.
    [[nodiscard]] std::int64_t integer() const;
    [[nodiscard]] std::uint64_t number() const;
    /// Exactly as many bytes as lower-case hexadecimal digits.
    void octets(std::uint8_t* bytes, std::size_t size) const;
    template <class Kind>
    [[nodiscard]] Id<Kind> id() const {
        const auto parsed = Id<Kind>::parse(text());
        if (!parsed) fail(parsed.error().message);
        return *parsed;
    }

private:
    const nlohmann::json* value_;
    std::string path_;
};

/// Parses a text; throws Malformed where it is no JSON, is nested deeper than 16, or has a key twice in one object.
nlohmann::json parseStrictly(std::string_view text);

}  // namespace qiaomen
