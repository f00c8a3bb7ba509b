// SPDX-License-Identifier: Apache-2.0
#include "syncserver/postgres/stamp_codec.h"

#include "shared/core/bytes.h"
#include "shared/sqlite/database.h"

namespace qiaomen {

namespace {

std::uint64_t bits(LogicalTime time) { return static_cast<std::uint64_t>(time); }

void writeOwn(const std::vector<Stamps::Own>& own, const Stamp& base, ByteWriter& out) {
    DeviceId device = base.device;
    for (const auto& [field, stamp] : own) {
        const bool other = stamp.device != device;
        out.varint(static_cast<std::uint64_t>(field) << 1 | (other ? 1U : 0U));
        if (other) out.id(stamp.device);
        out.zigzag(static_cast<std::int64_t>(bits(base.time) - bits(stamp.time)));
        device = stamp.device;
    }
}

std::vector<Stamps::Own> readOwn(ByteReader& in, const Stamp& base) {
    std::vector<Stamps::Own> own;
    DeviceId device = base.device;
    while (!in.atEnd()) {
        const std::uint64_t head = in.varint();
        if ((head & 1U) != 0) device = in.id<struct DeviceKind>();
        const auto time = static_cast<LogicalTime>(bits(base.time) - static_cast<std::uint64_t>(in.zigzag()));
        own.push_back({static_cast<FieldNo>(head >> 1), {time, device}});
    }
    return own;
}

template <class Read>
auto readAll(std::string_view bytes, Read&& read) {
    try {
        ByteReader in(bytes);
        return read(in);
    } catch (const Malformed& wrong) {
        throw StoreError(Fault::broken, std::string("a record's row is damaged: ") + wrong.what());
    }
}

}  // namespace

std::string encodeOwnStamps(const std::vector<Stamps::Own>& own, const Stamp& base) {
    ByteWriter out;
    writeOwn(own, base, out);
    return out.take();
}

std::vector<Stamps::Own> decodeOwnStamps(std::string_view bytes, const Stamp& base) {
    return readAll(bytes, [&](ByteReader& in) { return readOwn(in, base); });
}

std::string encodeStampedRemoval(const Removal& removal) {
    ByteWriter out;
    out.fixed64(bits(removal.by.time));
    out.id(removal.by.device);
    writeOwn(removal.seen, removal.by, out);
    return out.take();
}

Removal decodeStampedRemoval(std::string_view bytes) {
    return readAll(bytes, [&](ByteReader& in) {
        Removal removal;
        removal.by.time = static_cast<LogicalTime>(in.fixed64());
        removal.by.device = in.id<struct DeviceKind>();
        removal.seen = readOwn(in, removal.by);
        return removal;
    });
}

}  // namespace qiaomen
