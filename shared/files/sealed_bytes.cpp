// SPDX-License-Identifier: Apache-2.0
#include "shared/files/sealed_bytes.h"

#include <sodium.h>

#include <algorithm>
#include <stdexcept>

namespace qiaomen {

namespace {

constexpr std::string_view kMark = "QMA1";
constexpr std::size_t kHeader = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t kMore = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t kPlain = kAttachmentChunk;

unsigned char* octets(std::string& bytes, std::size_t at) {
    return reinterpret_cast<unsigned char*>(bytes.data()) + at;
}
const unsigned char* octets(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

Error damaged() { return {Fault::broken, "the attachment's file is damaged"}; }

}  // namespace

std::string seal(std::string_view content, const AttachmentKey& key, std::string_view about) {
    static_assert(sizeof(AttachmentKey) == crypto_secretstream_xchacha20poly1305_KEYBYTES);
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used here");
    std::string sealed(kMark);
    sealed.resize(kMark.size() + kHeader);
    crypto_secretstream_xchacha20poly1305_state stream;
    crypto_secretstream_xchacha20poly1305_init_push(&stream, octets(sealed, kMark.size()), key.data());
    bool isLast = false;
    while (!isLast) {
        const std::string_view message = content.substr(0, kPlain);
        content.remove_prefix(message.size());
        isLast = content.empty();
        const std::size_t at = sealed.size();
        sealed.resize(at + message.size() + kMore);
        crypto_secretstream_xchacha20poly1305_push(&stream, octets(sealed, at), nullptr, octets(message),
                                                   message.size(), octets(about), about.size(),
                                                   isLast ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
    }
    sodium_memzero(&stream, sizeof stream);
    return sealed;
}

Result<std::string> unseal(std::string_view sealed, const AttachmentKey& key, std::string_view about) {
    if (!sealed.starts_with(kMark) || sealed.size() < kMark.size() + kHeader + kMore) return damaged();
    crypto_secretstream_xchacha20poly1305_state stream;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&stream, octets(sealed.substr(kMark.size())), key.data()) != 0)
        return damaged();
    sealed.remove_prefix(kMark.size() + kHeader);
    std::string content;
    content.reserve(sealed.size());
    unsigned char tag = 0;
    while (!sealed.empty()) {
        const std::string_view message = sealed.substr(0, kPlain + kMore);
        sealed.remove_prefix(message.size());
        if (message.size() < kMore) return damaged();
        const std::size_t at = content.size();
        content.resize(at + message.size() - kMore);
        if (crypto_secretstream_xchacha20poly1305_pull(&stream, octets(content, at), nullptr, &tag, octets(message),
                                                       message.size(), octets(about), about.size()) != 0)
            return damaged();
        const bool isFinal = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
        if (isFinal != sealed.empty()) return damaged();
    }
    sodium_memzero(&stream, sizeof stream);
    return content;
}

std::uint64_t contentSize(std::uint64_t sealedSize) {
    const std::uint64_t around = kMark.size() + kHeader;
    if (sealedSize < around + kMore) return 0;
    const std::uint64_t messages = (sealedSize - around + kPlain + kMore - 1) / (kPlain + kMore);
    return sealedSize - around - messages * kMore;
}

}  // namespace qiaomen
