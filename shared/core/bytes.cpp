// SPDX-License-Identifier: Apache-2.0
#include "shared/core/bytes.h"

namespace qiaomen {

std::uint8_t ByteReader::byte() {
    if (atEnd()) throw Malformed("the bytes end too early");
    return static_cast<std::uint8_t>(bytes_[at_++]);
}

std::uint64_t ByteReader::varint() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        const std::uint64_t next = byte();
        if (shift == 63 && next > 1) break;
        number |= (next & 0x7f) << shift;
        if ((next & 0x80) == 0) return number;
    }
    throw Malformed("a number is longer than 64 bits");
}

std::int64_t ByteReader::zigzag() {
    const std::uint64_t number = varint();
    return static_cast<std::int64_t>(number >> 1) ^ -static_cast<std::int64_t>(number & 1);
}

std::uint64_t ByteReader::fixed64() {
    std::uint64_t number = 0;
    for (int i = 0; i < 8; ++i) number = (number << 8) | byte();
    return number;
}

std::string_view ByteReader::raw(std::size_t size) {
    if (size > left()) throw Malformed("the bytes end too early");
    const std::string_view bytes = bytes_.substr(at_, size);
    at_ += size;
    return bytes;
}

std::size_t ByteReader::size() { return count(1); }

std::size_t ByteReader::count(std::size_t least) {
    const std::uint64_t count = varint();
    if (count > left() / least) throw Malformed("more is announced than there is");
    return static_cast<std::size_t>(count);
}

void ByteReader::finish() const {
    if (!atEnd()) throw Malformed("there are " + std::to_string(left()) + " bytes too many");
}

}  // namespace qiaomen
