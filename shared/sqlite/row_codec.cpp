// SPDX-License-Identifier: Apache-2.0
#include "shared/sqlite/row_codec.h"

#include "shared/core/codec.h"

namespace qiaomen {

namespace {

template <class Read>
auto readAll(std::string_view bytes, Read&& read) {
    try {
        ByteReader in(bytes);
        auto result = read(in);
        in.finish();
        return result;
    } catch (const Malformed& wrong) {
        throw StoreError(Fault::broken, std::string("a record's row is damaged: ") + wrong.what());
    }
}

void writeOwn(const std::vector<Stamps::Own>& own, LogicalTime base, DeviceNumbers& devices, ByteWriter& out) {
    for (const auto& [field, stamp] : own) {
        out.varint(static_cast<std::uint64_t>(field));
        out.varint(static_cast<std::uint64_t>(devices.numberOf(stamp.device)));
        out.zigzag(static_cast<std::int64_t>(static_cast<std::uint64_t>(base) - static_cast<std::uint64_t>(stamp.time)));
    }
}

std::vector<Stamps::Own> readOwn(ByteReader& in, LogicalTime base, DeviceNumbers& devices) {
    std::vector<Stamps::Own> own;
    while (!in.atEnd()) {
        const auto field = static_cast<FieldNo>(in.varint());
        const DeviceId device = devices.deviceOf(static_cast<std::int64_t>(in.varint()));
        const auto time = static_cast<LogicalTime>(static_cast<std::uint64_t>(base) -
                                                   static_cast<std::uint64_t>(in.zigzag()));
        own.push_back({field, {time, device}});
    }
    return own;
}

}  // namespace

std::string encodeOwn(const std::vector<Stamps::Own>& own, LogicalTime base, DeviceNumbers& devices) {
    ByteWriter out;
    writeOwn(own, base, devices, out);
    return out.take();
}

std::vector<Stamps::Own> decodeOwn(std::string_view bytes, LogicalTime base, DeviceNumbers& devices) {
    return readAll(bytes, [&](ByteReader& in) { return readOwn(in, base, devices); });
}

std::string encodeRemoval(const Removal& removal, DeviceNumbers& devices) {
    ByteWriter out;
    out.fixed64(static_cast<std::uint64_t>(removal.by.time));
    out.varint(static_cast<std::uint64_t>(devices.numberOf(removal.by.device)));
    writeOwn(removal.seen, removal.by.time, devices, out);
    return out.take();
}

Removal decodeRemoval(std::string_view bytes, DeviceNumbers& devices) {
    return readAll(bytes, [&](ByteReader& in) {
        Removal removal;
        removal.by.time = static_cast<LogicalTime>(in.fixed64());
        removal.by.device = devices.deviceOf(static_cast<std::int64_t>(in.varint()));
        removal.seen = readOwn(in, removal.by.time, devices);
        return removal;
    });
}

std::string encodeExtra(const std::vector<FieldValue>& fields) {
    ByteWriter out;
    for (const auto& [field, value] : fields) {
        out.varint(static_cast<std::uint64_t>(field));
        encodeValue(value, out);
    }
    return out.take();
}

std::vector<FieldValue> decodeExtra(std::string_view bytes) {
    return readAll(bytes, [](ByteReader& in) {
        std::vector<FieldValue> fields;
        while (!in.atEnd()) {
            const auto field = static_cast<FieldNo>(in.varint());
            fields.push_back({field, decodeValue(in)});
        }
        return fields;
    });
}

}  // namespace qiaomen
