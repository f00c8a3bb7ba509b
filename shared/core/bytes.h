// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "shared/core/ids.h"

namespace qiaomen {

/// Thrown by ByteReader where bytes are not what they should be. Never leaves shared/core: every decode function catches it
/// and answers with a Result.
class Malformed : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Appends the primitives of every binary format of this system.
///
///     varint := 7 bits a byte, least significant first, the top bit set on all but the last (as in LEB128)
///     signed := varint of (n << 1) ^ (n >> 63)
///     fixed64 := 8 bytes, big-endian
///     text := varint length, bytes
///     id := 16 bytes
class ByteWriter {
public:
    void byte(std::uint8_t byte) { bytes_ += static_cast<char>(byte); }
    void varint(std::uint64_t number) {
        std::array<char, 10> digits{};  // appended in one piece: this is the innermost loop of every format
        std::size_t size = 0;
        for (; number >= 0x80; number >>= 7)
            digits[size++] = static_cast<char>(static_cast<std::uint8_t>(number) | 0x80U);
        digits[size++] = static_cast<char>(number);
        bytes_.append(digits.data(), size);
    }
    void zigzag(std::int64_t number) {
        varint((static_cast<std::uint64_t>(number) << 1) ^ static_cast<std::uint64_t>(number >> 63));
    }
    void fixed64(std::uint64_t number) {
        std::array<char, 8> digits{};
        for (std::size_t i = 0; i < digits.size(); ++i) digits[i] = static_cast<char>(number >> (56 - 8 * i));
        bytes_.append(digits.data(), digits.size());
    }
    void raw(std::string_view bytes) { bytes_ += bytes; }
    void text(std::string_view bytes) {
        varint(bytes.size());
        raw(bytes);
    }
    template <class Kind>
    void id(const Id<Kind>& id) {
        bytes_.append(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
    }

    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    [[nodiscard]] std::string take() { return std::move(bytes_); }
    void reserve(std::size_t size) { bytes_.reserve(size); }

private:
    std::string bytes_;
};

/// Reads the same primitives; throws Malformed at the first byte that cannot be. Never reads past the end, and never allocates
/// more than the input's own size. The bytes must outlive the reader and every text() taken from it.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

    [[nodiscard]] bool atEnd() const { return at_ == bytes_.size(); }
    [[nodiscard]] std::size_t left() const { return bytes_.size() - at_; }

    std::uint8_t byte();
    std::uint64_t varint();
    std::int64_t zigzag();
    std::uint64_t fixed64();
    std::string_view raw(std::size_t size);
    std::string_view text() { return raw(size()); }
    /// A number of things to come, each at least `least` bytes long: refused when so many cannot follow.
    std::size_t count(std::size_t least = 1);
    template <class Kind>
    Id<Kind> id() {
        Id<Kind> id;
        const std::string_view bytes = raw(id.bytes.size());
        std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(id.bytes.data()));
        return id;
    }
    /// Throws unless everything was read.
    void finish() const;

private:
    std::size_t size();

    std::string_view bytes_;
    std::size_t at_ = 0;
};

}  // namespace qiaomen
