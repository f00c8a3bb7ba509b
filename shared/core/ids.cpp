// SPDX-License-Identifier: Apache-2.0
#include "shared/core/ids.h"

#include <sodium.h>

#include <algorithm>

namespace qiaomen {

namespace {

constexpr char kHexDigits[] = "0123456789abcdef";

/// Marks the version (upper half of byte 6) and the RFC 9562 variant (upper bits of byte 8).
void markVersion(IdBytes& bytes, std::uint8_t version) {
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | (version << 4));
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
}

bool dashBefore(std::size_t byte) { return byte == 4 || byte == 6 || byte == 8 || byte == 10; }

int hexValue(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

}  // namespace

IdBytes makeIdBytes(std::int64_t unixMs, const RandomSource& random) {
    IdBytes bytes;
    random(std::span(bytes).subspan(6));
    for (int i = 5; i >= 0; --i, unixMs >>= 8) bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(unixMs);
    markVersion(bytes, 7);
    return bytes;
}

IdBytes nameIdBytes(const IdBytes& scope, std::string_view name) {
    IdBytes bytes;
    crypto_generichash(bytes.data(), bytes.size(), reinterpret_cast<const unsigned char*>(name.data()), name.size(),
                       scope.data(), scope.size());
    markVersion(bytes, 8);
    return bytes;
}

std::string idText(const IdBytes& bytes) {
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (dashBefore(i)) text += '-';
        text += kHexDigits[bytes[i] >> 4];
        text += kHexDigits[bytes[i] & 0x0f];
    }
    return text;
}

Result<IdBytes> idFromText(std::string_view text) {
    const Error wrong{Fault::invalid, "not an id: \"" + std::string(text.substr(0, 40)) + "\""};
    if (text.size() != 36) return wrong;
    IdBytes bytes;
    std::size_t at = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (dashBefore(i) && text[at++] != '-') return wrong;
        const int high = hexValue(text[at++]);
        const int low = hexValue(text[at++]);
        if (high < 0 || low < 0) return wrong;
        bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return bytes;
}

}  // namespace qiaomen
