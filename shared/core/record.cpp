// SPDX-License-Identifier: Apache-2.0
#include "shared/core/record.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <sstream>

#include "shared/core/attachment.h"

namespace qiaomen {

namespace {

/// Room for as many fields as most records have, taken at once.
constexpr std::size_t kUsualFields = 10;

}  // namespace

Stamp Stamps::of(FieldNo field, bool written) const {
    const auto found = std::ranges::lower_bound(own_, field, {}, &Own::field);
    if (found != own_.end() && found->field == field) return found->stamp;
    return written ? row_ : Stamp{};
}

Stamp Stamps::latest() const {
    Stamp latest = row_;
    for (const Own& own : own_) latest = std::max(latest, own.stamp);
    return latest;
}

void Stamps::setOwn(FieldNo field, const Stamp& stamp) {
    const auto at = std::ranges::lower_bound(own_, field, {}, &Own::field);
    if (at != own_.end() && at->field == field) {
        at->stamp = stamp;
    } else {
        own_.insert(at, {field, stamp});
    }
}

const Value& Record::get(FieldNo field) const {
    static const Value nothing;
    const auto found = std::ranges::lower_bound(fields_, field, {}, &FieldValue::field);
    return found != fields_.end() && found->field == field ? found->value : nothing;
}

void Record::put(FieldNo field, Value value, const Stamp& stamp) {
    if (stamps_.row().isNone() && stamps_.own().empty()) stamps_.setRow(stamp);
    const bool ownStamp = stamp != stamps_.row() || value.isNothing() ||
                          std::ranges::binary_search(stamps_.own(), field, {}, &Stamps::Own::field);
    if (ownStamp) stamps_.setOwn(field, stamp);

    const auto at = std::ranges::lower_bound(fields_, field, {}, &FieldValue::field);
    const bool there = at != fields_.end() && at->field == field;
    if (value.isNothing()) {
        if (there) fields_.erase(at);
    } else if (there) {
        at->value = std::move(value);
    } else {
        const auto place = at - fields_.begin();
        if (fields_.capacity() == 0) fields_.reserve(kUsualFields);
        fields_.insert(fields_.begin() + place, {field, std::move(value)});
    }
}

void Record::restore(std::vector<FieldValue> fields, Stamps stamps, std::optional<Removal> removal) {
    fields_ = std::move(fields);
    stamps_ = std::move(stamps);
    removal_ = std::move(removal);
}

namespace {

/// The stamp that the deleter saw on the field; none when it was not written then.
Stamp seenStamp(const Removal& removal, FieldNo field) {
    const auto found = std::ranges::lower_bound(removal.seen, field, {}, &Stamps::Own::field);
    return found != removal.seen.end() && found->field == field ? found->stamp : Stamp{};
}

}  // namespace

bool Record::isVisible() const {
    if (!removal_) return !stamps_.isEmpty();
    const auto unseen = [&](FieldNo field) { return stampOf(field) > seenStamp(*removal_, field); };
    return std::ranges::any_of(fields_, unseen, &FieldValue::field) ||
           std::ranges::any_of(stamps_.own(), unseen, &Stamps::Own::field);
}

bool Record::operator==(const Record& other) const {
    if (collection_ != other.collection_ || id_ != other.id_ || fields_ != other.fields_ || removal_ != other.removal_)
        return false;
    const auto sameStamp = [&](FieldNo field) { return stampOf(field) == other.stampOf(field); };
    return std::ranges::all_of(fields_, sameStamp, &FieldValue::field) &&
           std::ranges::all_of(stamps_.own(), sameStamp, &Stamps::Own::field) &&
           std::ranges::all_of(other.stamps_.own(), sameStamp, &Stamps::Own::field);
}

// --- Validation -------------------------------------------------------------------------------------------------------

namespace {

Value::Kind storedKind(FieldType type) {
    switch (type) {
        case FieldType::integer:
        case FieldType::boolean:
        case FieldType::instant: return Value::Kind::integer;
        case FieldType::real: return Value::Kind::real;
        case FieldType::reference: return Value::Kind::id;
        default: return Value::Kind::text;
    }
}

/// Bytes of the UTF-8 sequence that begins with `lead`; 0 when none does.
std::size_t sequenceLength(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xc2) return 0;
    if (lead < 0xe0) return 2;
    if (lead < 0xf0) return 3;
    return lead < 0xf5 ? 4 : 0;
}

/// One sequence: well formed, as short as it can be, and neither a surrogate nor past the last code point.
bool isSequence(std::string_view bytes) {
    constexpr std::array<std::uint32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};
    const auto lead = static_cast<unsigned char>(bytes[0]);
    std::uint32_t point = bytes.size() == 1 ? lead : lead & (0xffU >> (bytes.size() + 1));
    for (const char byte : bytes.substr(1)) {
        const auto next = static_cast<unsigned char>(byte);
        if ((next & 0xc0) != 0x80) return false;
        point = (point << 6) | (next & 0x3fU);
    }
    return point >= kSmallest[bytes.size()] && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
}

bool isValidUtf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = sequenceLength(static_cast<unsigned char>(text[0]));
        if (length == 0 || length > text.size() || !isSequence(text.substr(0, length))) return false;
        text.remove_prefix(length);
    }
    return true;
}

int number(std::string_view digits) {
    int sum = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return -1;
        sum = sum * 10 + (c - '0');
    }
    return sum;
}

bool isDate(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
    const int year = number(text.substr(0, 4));
    if (year < 1800 || year > 2200) return false;
    if (text.size() == 4) return true;
    const int month = text[4] == '-' ? number(text.substr(5, 2)) : -1;
    if (month < 1 || month > 12) return false;
    if (text.size() == 7) return true;
    const int day = text[7] == '-' ? number(text.substr(8, 2)) : -1;
    return day >= 1 &&
           std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                       std::chrono::day(static_cast<unsigned>(day)))
               .ok();
}

bool isChoice(const Field& field, std::string_view code) {
    return std::ranges::any_of(field.choices, [&](const Choice& choice) { return choice.code == code; });
}

std::optional<std::string> checkTags(const Field& field, const std::string& text) {
    std::vector<std::string> seen;
    std::istringstream codes(text);
    for (std::string code; codes >> code;) {
        if (!field.choices.empty() && !isChoice(field, code)) return "\"" + code + "\" is not one of the tags";
        if (std::ranges::find(seen, code) != seen.end()) return "\"" + code + "\" is there twice";
        seen.push_back(code);
    }
    return std::nullopt;
}

std::optional<std::string> checkText(const Field& field, const std::string& text) {
    if (text.size() > field.maxLength) return "longer than " + std::to_string(field.maxLength) + " bytes";
    if (!isValidUtf8(text)) return std::string("not valid UTF-8");
    if (field.type == FieldType::date && !isDate(text)) return "\"" + text + "\" is not a date like 1950-03-21";
    if (field.type == FieldType::choice && !isChoice(field, text)) return "\"" + text + "\" is not one of the choices";
    if (field.type == FieldType::tags) return checkTags(field, text);
    if (field.type == FieldType::attachment) return checkAttachment(text);
    return std::nullopt;
}

std::optional<std::string> checkNumber(const Field& field, double number) {
    if (!std::isfinite(number)) return std::string("not a finite number");
    if (number < field.min) return "less than " + print(Value(field.min));
    if (number > field.max) return "more than " + print(Value(field.max));
    if (field.type == FieldType::boolean && number != 0 && number != 1) return std::string("neither 0 nor 1");
    return std::nullopt;
}

}  // namespace

std::optional<std::string> check(const Field& field, const Value& value) {
    if (value.isNothing()) return std::nullopt;
    if (value.kind() != storedKind(field.type)) return "of the wrong type: " + print(value);
    std::optional<std::string> wrong;
    if (value.kind() == Value::Kind::text) wrong = checkText(field, value.text());
    if (value.kind() == Value::Kind::integer || value.kind() == Value::Kind::real)
        wrong = checkNumber(field, value.real());
    if (!wrong && field.check) wrong = field.check(value);
    return wrong;
}

std::vector<Problem> validate(const Collection& collection, const Record& record) {
    std::vector<Problem> problems;
    for (const Field& field : collection.fields()) {
        const Value& value = record.get(field.no());
        const bool blank = value.isNothing() || (value.kind() == Value::Kind::text && value.text().empty());
        if (field.required && blank) problems.push_back({field.no(), "is missing"});
        if (auto wrong = check(field, value)) problems.push_back({field.no(), *wrong});
    }
    return problems;
}

}  // namespace qiaomen
