// SPDX-License-Identifier: Apache-2.0
#include "shared/core/json_reader.h"

#include <algorithm>
#include <charconv>
#include <unordered_set>

namespace qiaomen {

namespace {

constexpr int kDeepest = 16;

template <class Number>
std::optional<Number> fromDigits(const std::string& digits) {
    Number number{};
    const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (wrong != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

int hexValue(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    return -1;
}

}  // namespace

void JsonNode::fail(const std::string& reason) const {
    throw Malformed((path_.empty() ? "the message" : path_) + ": " + reason);
}

const JsonNode& JsonNode::only(std::initializer_list<std::string_view> keys) const {
    if (!value_->is_object()) fail("should be an object");
    for (const auto& [key, value] : value_->items()) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end())
            fail("has an unknown key \"" + key.substr(0, 40) + "\"");
    }
    return *this;
}

std::optional<JsonNode> JsonNode::find(std::string_view key) const {
    const auto found = value_->find(key);
    if (found == value_->end()) return std::nullopt;
    return JsonNode(*found, path_.empty() ? std::string(key) : path_ + '.' + std::string(key));
}

JsonNode JsonNode::at(std::string_view key) const {
    auto found = find(key);
    if (!found) fail("lacks \"" + std::string(key) + '"');
    return *std::move(found);
}

std::size_t JsonNode::size() const {
    if (!value_->is_array()) fail("should be a list");
    return value_->size();
}

JsonNode JsonNode::at(std::size_t index) const { return {(*value_)[index], path_ + '[' + std::to_string(index) + ']'}; }

const std::string& JsonNode::text() const {
    if (!value_->is_string()) fail("should be a text");
    return value_->get_ref<const std::string&>();
}

bool JsonNode::boolean() const {
    if (!value_->is_boolean()) fail("should be true or false");
    return value_->get<bool>();
}

std::int64_t JsonNode::integer() const {
    if (value_->is_number_unsigned() && value_->get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX))
        fail("is too large");
    if (value_->is_number_integer()) return value_->get<std::int64_t>();
    const auto parsed = value_->is_string() ? fromDigits<std::int64_t>(text()) : std::nullopt;
    if (!parsed) fail("should be a whole number");
    return *parsed;
}

std::uint64_t JsonNode::number() const {
    if (value_->is_number_unsigned()) return value_->get<std::uint64_t>();
    const auto parsed = value_->is_string() ? fromDigits<std::uint64_t>(text()) : std::nullopt;
    if (!parsed) fail("should be a whole number, 0 or more");
    return *parsed;
}

void JsonNode::octets(std::uint8_t* bytes, std::size_t size) const {
    const std::string& digits = text();
    const auto wrong = [](char digit) { return hexValue(digit) < 0; };
    if (digits.size() != 2 * size || std::any_of(digits.begin(), digits.end(), wrong)) {
        fail("should be " + std::to_string(2 * size) + " digits of 0-9 and a-f");
    }
    for (std::size_t i = 0; i < size; ++i) {
        bytes[i] = static_cast<std::uint8_t>(hexValue(digits[2 * i]) * 16 + hexValue(digits[2 * i + 1]));
    }
}

nlohmann::json parseStrictly(std::string_view text) {
    using Event = nlohmann::json::parse_event_t;
    std::vector<std::unordered_set<std::string>> keys;
    const auto watch = [&keys](int depth, Event event, nlohmann::json& parsed) {
        if (depth >= kDeepest && (event == Event::object_start || event == Event::array_start)) {
            throw Malformed("nested deeper than " + std::to_string(kDeepest));
        }
        if (event == Event::object_start) keys.emplace_back();
        if (event == Event::object_end) keys.pop_back();
        if (event == Event::key && !keys.back().insert(parsed.get<std::string>()).second) {
            throw Malformed("the key \"" + parsed.get<std::string>().substr(0, 40) + "\" is there twice");
        }
        return true;
    };
    try {
        return nlohmann::json::parse(text, watch);
    } catch (const nlohmann::json::exception& wrong) {
        throw Malformed(std::string("no JSON: ") + wrong.what());
    }
}

}  // namespace qiaomen
