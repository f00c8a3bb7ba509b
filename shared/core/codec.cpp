// SPDX-License-Identifier: Apache-2.0
#include "shared/core/codec.h"

#include <algorithm>
#include <bit>
#include <bitset>
#include <cmath>

namespace qiaomen {

namespace {

constexpr std::uint64_t kLargestCollection = 65535;

enum Flag : std::uint8_t { removes = 1, restores = 2, noBases = 4, stampedAnew = 8, allFlags = 15 };
enum BaseForm : std::uint8_t { none = 0, asBefore = 1, ownDevice = 2, anyDevice = 3 };

double finite(double real) {
    if (!std::isfinite(real)) throw Malformed("a real is not a finite number");
    return real;
}

bool hasBase(const FieldWrite& write) { return !write.base.isNone(); }

/// About what the body will take, so that its buffer grows once.
std::size_t sizeHint(const Change& change) {
    std::size_t size = 32;
    for (const FieldWrite& write : change.writes) {
        size += write.value.kind() == Value::Kind::text ? 4 + write.value.text().size() : 20;
        if (hasBase(write)) size += 10;
    }
    return size;
}

/// Bases come as references to what the reader has already: the base before, or the change's own stamp.
void encodeBase(const Stamp& base, const Stamp& before, const Stamp& change, ByteWriter& out) {
    if (base.isNone()) return out.byte(none);
    if (base == before) return out.byte(asBefore);
    if (base.device == change.device && base.time < change.time) {
        out.byte(ownDevice);
        return out.varint(static_cast<std::uint64_t>(change.time) - static_cast<std::uint64_t>(base.time));
    }
    out.byte(anyDevice);
    out.fixed64(static_cast<std::uint64_t>(base.time));
    out.id(base.device);
}

Stamp decodeOwnBase(const Stamp& change, ByteReader& in) {
    const std::uint64_t time = static_cast<std::uint64_t>(change.time);
    const std::uint64_t earlier = in.varint();
    if (earlier >= time) throw Malformed("a base is earlier than time itself");
    return {LogicalTime{time - earlier}, change.device};
}

Stamp decodeAnyBase(ByteReader& in) {
    const LogicalTime time{in.fixed64()};
    if (time == LogicalTime::none) throw Malformed("a base has no time");
    return {time, in.id<DeviceKind>()};
}

Stamp decodeBase(const Stamp& before, const Stamp& change, ByteReader& in) {
    switch (in.byte()) {
        case none: return {};
        case asBefore: return before;
        case ownDevice: return decodeOwnBase(change, in);
        case anyDevice: return decodeAnyBase(in);
        default: throw Malformed("a base is of an unknown form");
    }
}

LogicalTime decodeSavedTime(const Stamp& stamp, ByteReader& in) {
    const LogicalTime time{in.fixed64()};
    if (time == LogicalTime::none || time == stamp.time)
        throw Malformed("a change was stamped anew with the same stamp");
    return time;
}

/// Reads the writes of one change, and refuses a field that is written twice: which of the two should count?
void decodeWrites(Change& change, bool withBases, ByteReader& in) {
    const std::size_t count = in.count(withBases ? 2 : 1);
    if (count > kLargestFieldNumber) throw Malformed("more writes than there can be fields");
    change.writes.reserve(count);
    std::bitset<kLargestFieldNumber + 1U> met;
    Stamp base;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t head = in.varint();
        const std::uint64_t field = head >> 3;
        if (field == 0 || field > kLargestFieldNumber)
            throw Malformed("field number " + std::to_string(field) + " is out of range");
        if (met.test(field)) throw Malformed("field " + std::to_string(field) + " is written twice");
        met.set(field);
        FieldWrite& write = change.writes.emplace_back();
        write.field = FieldNo{static_cast<std::uint16_t>(field)};
        write.value = decodeContent(head & 7U, in);
        if (withBases) write.base = decodeBase(base, change.stamp, in);
        if (hasBase(write)) base = write.base;
        if (change.kind == Change::Kind::remove && !write.value.isNothing())
            throw Malformed("a removal carries a value");
    }
}

}  // namespace

void encodeBody(const Change& change, ByteWriter& out) {
    const bool bases = std::any_of(change.writes.begin(), change.writes.end(), hasBase);
    const bool anew = change.savedTime != LogicalTime::none;
    out.byte(static_cast<std::uint8_t>((change.kind == Change::Kind::remove ? removes : 0) |
                                       (change.restores ? restores : 0) | (bases ? 0 : noBases) |
                                       (anew ? stampedAnew : 0)));
    if (anew) out.fixed64(static_cast<std::uint64_t>(change.savedTime));
    out.varint(static_cast<std::uint64_t>(change.collection));
    out.id(change.record);
    out.varint(change.writes.size());
    Stamp base;
    for (const FieldWrite& write : change.writes) {
        out.varint(static_cast<std::uint64_t>(write.field) << 3 | static_cast<std::uint64_t>(write.value.kind()));
        encodeContent(write.value, out);
        if (bases) encodeBase(write.base, base, change.stamp, out);
        if (hasBase(write)) base = write.base;
    }
}

std::string encodeBody(const Change& change) {
    ByteWriter out;
    out.reserve(sizeHint(change));
    encodeBody(change, out);
    return out.take();
}

Change decodeBody(ByteReader& in, const Stamp& stamp, std::uint64_t number) {
    Change change{.stamp = stamp, .number = number};
    const std::uint8_t flags = in.byte();
    if (flags > allFlags) throw Malformed("a change has unknown flags");
    change.kind = flags & removes ? Change::Kind::remove : Change::Kind::write;
    change.restores = (flags & restores) != 0;
    if (change.restores && change.kind == Change::Kind::remove) throw Malformed("a removal cannot restore");
    if (flags & stampedAnew) change.savedTime = decodeSavedTime(stamp, in);
    const std::uint64_t collection = in.varint();
    if (collection > kLargestCollection) throw Malformed("a collection number is out of range");
    change.collection = CollectionNo{static_cast<std::uint16_t>(collection)};
    change.record = in.id<RecordKind>();
    decodeWrites(change, (flags & noBases) == 0, in);
    return change;
}

Result<Change> decodeBody(std::string_view bytes, const Stamp& stamp, std::uint64_t number) {
    try {
        ByteReader in(bytes);
        Change change = decodeBody(in, stamp, number);
        in.finish();
        return change;
    } catch (const Malformed& wrong) {
        return Error{Fault::invalid, wrong.what()};
    }
}

void encodeContent(const Value& value, ByteWriter& out) {
    switch (value.kind()) {
        case Value::Kind::nothing: return;
        case Value::Kind::integer: return out.zigzag(value.integer());
        case Value::Kind::real: return out.fixed64(std::bit_cast<std::uint64_t>(value.real()));
        case Value::Kind::text: return out.text(value.text());
        case Value::Kind::id: return out.id(value.id());
    }
}

Value decodeContent(std::uint64_t kind, ByteReader& in) {
    switch (static_cast<Value::Kind>(kind)) {
        case Value::Kind::nothing: return {};
        case Value::Kind::integer: return in.zigzag();
        case Value::Kind::real: return finite(std::bit_cast<double>(in.fixed64()));
        case Value::Kind::text: return in.text();
        case Value::Kind::id: return in.id<RecordKind>();
    }
    throw Malformed("a value is of unknown kind " + std::to_string(kind));
}

void encodeValue(const Value& value, ByteWriter& out) {
    out.byte(static_cast<std::uint8_t>(value.kind()));
    encodeContent(value, out);
}

Value decodeValue(ByteReader& in) {
    const std::uint8_t kind = in.byte();
    return decodeContent(kind, in);
}

}  // namespace qiaomen
