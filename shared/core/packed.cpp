// SPDX-License-Identifier: Apache-2.0
#include "shared/core/packed.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "shared/core/bytes.h"
#include "shared/core/compression.h"

namespace qiaomen {

namespace {

constexpr char kPlain = 'p';
constexpr char kRepeated = 'r';
constexpr std::size_t kCheckSize = 4;
constexpr std::size_t kNameSize = 8;
/// Ids and hashes do not get shorter: below this nothing is gained by trying.
constexpr std::size_t kWorthTrying = 160;

std::string bigEndian(std::uint64_t number, std::size_t size) {
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(number >> (8 * (size - 1 - i)));
    return bytes;
}

std::string checkOf(std::string_view content) { return bigEndian(nameOf(content), kCheckSize); }

}  // namespace

std::string pack(std::string_view content) {
    if (content.size() >= kWorthTrying) {
        std::string frame = compress(content);
        if (frame.size() < 1 + kCheckSize + content.size()) return frame;
    }
    return kPlain + checkOf(content) + std::string(content);
}

Result<std::string> unpack(std::string_view body, std::size_t limit) {
    if (body.empty() || body.front() != kPlain) return decompress(body, limit);
    body.remove_prefix(1);
    if (body.size() < kCheckSize || body.size() - kCheckSize > limit)
        return Error{Fault::invalid, "not to be unpacked: too short or too long"};
    const std::string_view content = body.substr(kCheckSize);
    if (body.substr(0, kCheckSize) != checkOf(content)) return Error{Fault::invalid, "not to be unpacked: damaged"};
    return std::string(content);
}

std::uint64_t nameOf(std::string_view content) { return XXH3_64bits(content.data(), content.size()); }

std::string packName(std::uint64_t name) { return kRepeated + bigEndian(name, kNameSize); }

std::optional<std::uint64_t> nameIn(std::string_view body) {
    if (body.size() != 1 + kNameSize || body.front() != kRepeated) return std::nullopt;
    return ByteReader(body.substr(1)).fixed64();
}

}  // namespace qiaomen
