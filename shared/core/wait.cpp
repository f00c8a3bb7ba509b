// SPDX-License-Identifier: Apache-2.0
#include "shared/core/wait.h"

#include "shared/core/bytes.h"
#include "shared/core/wire.h"

namespace qiaomen {

namespace {

constexpr std::string_view kMagic = "QM";
constexpr std::uint8_t kWait = 16;
constexpr std::uint8_t kWaitReply = 17;
constexpr std::size_t kLeastGrid = 16 + 8 + 1;
constexpr std::uint64_t kLongestPause = 86'400;

ByteWriter begin(std::uint8_t kind) {
    ByteWriter out;
    out.raw(kMagic);
    out.varint(kEarliestWireVersion);
    out.byte(kind);
    return out;
}

/// Reads the frame and then, by `read`, what is in it.
template <class Read>
auto decode(std::string_view bytes, std::uint8_t kind, Read&& read)
    -> Result<decltype(read(std::declval<ByteReader&>()))> {
    try {
        ByteReader in(bytes);
        if (in.raw(kMagic.size()) != kMagic) throw Malformed("not a message of this system");
        if (const std::uint64_t version = in.varint(); version < kEarliestWireVersion || version > kWireVersion)
            return Error{Fault::outdated, "the message is of version " + std::to_string(version) +
                                              ", and this program speaks " + std::to_string(kWireVersion)};
        if (in.byte() != kind) throw Malformed("another kind of message");
        auto message = read(in);
        in.finish();
        return message;
    } catch (const Malformed& wrong) {
        return Error{Fault::invalid, std::string("not a message about waiting: ") + wrong.what()};
    }
}

}  // namespace

std::string encode(const WaitRequest& request) {
    ByteWriter out = begin(kWait);
    out.varint(request.grids.size());
    for (const KnownGrid& known : request.grids) {
        out.id(known.grid);
        out.fixed64(known.cursor.epoch);
        out.varint(known.cursor.seq);
    }
    return out.take();
}

std::string encode(const WaitReply& reply) {
    ByteWriter out = begin(kWaitReply);
    out.byte(static_cast<std::uint8_t>(reply.kind));
    out.varint(static_cast<std::uint64_t>(reply.pause.count()));
    return out.take();
}

Result<WaitRequest> decodeWaitRequest(std::string_view bytes) {
    return decode(bytes, kWait, [](ByteReader& in) {
        WaitRequest request;
        request.grids.resize(in.count(kLeastGrid));
        for (KnownGrid& known : request.grids) {
            known.grid = in.id<struct GridKind>();
            known.cursor.epoch = in.fixed64();
            known.cursor.seq = in.varint();
        }
        return request;
    });
}

Result<WaitReply> decodeWaitReply(std::string_view bytes) {
    return decode(bytes, kWaitReply, [](ByteReader& in) {
        const std::uint8_t kind = in.byte();
        if (kind > static_cast<std::uint8_t>(WaitReply::Kind::later)) throw Malformed("an unknown answer");
        const std::uint64_t pause = in.varint();
        if (pause > kLongestPause) throw Malformed("a pause of more than a day");
        return WaitReply{static_cast<WaitReply::Kind>(kind), std::chrono::seconds(pause)};
    });
}

}  // namespace qiaomen
