// SPDX-License-Identifier: Apache-2.0
#include "shared/core/attachment.h"

#include <sodium.h>

#include <algorithm>
#include <charconv>

#include "shared/core/bytes.h"

namespace qiaomen {

namespace {

constexpr std::uint8_t kEd25519WithBlake2b = 1;
constexpr std::string_view kReceiptDomain = "qiaomen attachment receipt 1";
constexpr std::string_view kKeyDomain = "qiaomen attachments 1";

struct MediaType {
    std::string_view name;
    std::string_view begin;  ///< the first bytes of every such file
};
constexpr MediaType kMediaTypes[] = {
    {"image/jpeg", "\xff\xd8\xff"}, {"image/png", "\x89PNG\r\n\x1a\n"}, {"application/pdf", "%PDF-"}};

const unsigned char* octets(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

template <class Bytes>
std::string_view chars(const Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Everything in the receipt but the signature.
///
///     algorithm:byte domain:text grid:id hash:32 bytes size:fixed64 at:fixed64
std::string receiptText(const AttachmentReceipt& receipt) {
    ByteWriter out;
    out.byte(kEd25519WithBlake2b);
    out.text(kReceiptDomain);
    out.id(receipt.grid);
    out.raw(chars(receipt.hash));
    out.fixed64(receipt.size);
    out.fixed64(static_cast<std::uint64_t>(receipt.atMs));
    return out.take();
}

std::string_view takeWord(std::string_view& text) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return word;
}

std::uint64_t numberOf(std::string_view digits) {
    std::uint64_t number = 0;
    const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return wrong == std::errc() && end == digits.data() + digits.size() ? number : 0;
}

Error invalid(const std::string& message) { return {Fault::invalid, message}; }

}  // namespace

std::string print(const AttachmentRef& attachment) {
    std::string text = attachment.type + ' ' + std::to_string(attachment.size) + ' ' + hashText(attachment.hash);
    if (attachment.thumbnailSize > 0)
        text += ' ' + hashText(attachment.thumbnail) + ' ' + std::to_string(attachment.thumbnailSize);
    return text;
}

Result<AttachmentRef> parseAttachment(std::string_view text) {
    std::string_view rest = text;
    AttachmentRef attachment;
    attachment.type = takeWord(rest);
    attachment.size = numberOf(takeWord(rest));
    const auto hash = hashFromText(takeWord(rest));
    if (!isMediaType(attachment.type)) return invalid("not an attachment: its type is not one that is taken in");
    if (attachment.size == 0 || attachment.size > kMaxAttachmentBytes)
        return invalid("not an attachment: its size is not between 1 and " + std::to_string(kMaxAttachmentBytes));
    if (!hash) return invalid("not an attachment: " + hash.error().message);
    attachment.hash = *hash;
    if (!rest.empty()) {
        const auto thumbnail = hashFromText(takeWord(rest));
        attachment.thumbnailSize = numberOf(takeWord(rest));
        if (!thumbnail || attachment.thumbnailSize == 0 || attachment.thumbnailSize > kMaxThumbnailBytes)
            return invalid("not an attachment: its thumbnail is wrong");
        attachment.thumbnail = *thumbnail;
    }
    if (print(attachment) != text) return invalid("not an attachment: it is written in another way");
    return attachment;
}

std::optional<std::string> checkAttachment(std::string_view text) {
    if (text.empty()) return std::nullopt;
    const auto parsed = parseAttachment(text);
    return parsed ? std::nullopt : std::optional(parsed.error().message);
}

bool isMediaType(std::string_view type) {
    return std::ranges::find(kMediaTypes, type, &MediaType::name) != std::end(kMediaTypes);
}

bool beginsAs(std::string_view type, std::string_view content) {
    const auto* found = std::ranges::find(kMediaTypes, type, &MediaType::name);
    return found != std::end(kMediaTypes) && content.starts_with(found->begin);
}

Hash256 attachmentHash(std::string_view content) {
    Hash256 hash{};
    crypto_generichash(hash.data(), hash.size(), octets(content), content.size(), nullptr, 0);
    return hash;
}

std::string hashText(const Hash256& hash) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * hash.size());
    for (const std::uint8_t byte : hash) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

Result<Hash256> hashFromText(std::string_view text) {
    const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; };
    Hash256 hash{};
    const bool fits = text.size() == 2 * hash.size() && std::ranges::all_of(text, [&](char c) { return digit(c) >= 0; });
    if (!fits) return invalid("a hash has 64 hexadecimal digits");
    for (std::size_t i = 0; i < hash.size(); ++i)
        hash[i] = static_cast<std::uint8_t>(digit(text[2 * i]) << 4 | digit(text[2 * i + 1]));
    return hash;
}

std::vector<AttachmentRef> attachmentsOf(const Record& record, const Collection& collection) {
    std::vector<AttachmentRef> all;
    if (!record.isVisible()) return all;
    for (const Field& field : collection.fields()) {
        if (field.type != FieldType::attachment) continue;
        if (auto parsed = parseAttachment(record.text(field.no()))) all.push_back(*std::move(parsed));
    }
    return all;
}

bool holdsAttachments(const Collection& collection) {
    return std::ranges::any_of(collection.fields(),
                               [](const Field& field) { return field.type == FieldType::attachment; });
}

void sign(AttachmentReceipt& receipt, const SecretKey& key) {
    const std::string text = receiptText(receipt);
    crypto_sign_detached(receipt.signature.data(), nullptr, octets(text), text.size(), key.data());
}

bool isSignedBy(const AttachmentReceipt& receipt, const PublicKey& key) {
    const std::string text = receiptText(receipt);
    return crypto_sign_verify_detached(receipt.signature.data(), octets(text), text.size(), key.data()) == 0;
}

AttachmentKey attachmentKey(const std::array<std::uint8_t, 32>& databaseKey, const GridId& grid) {
    ByteWriter scope;
    scope.text(kKeyDomain);
    scope.id(grid);
    AttachmentKey key{};
    crypto_generichash(key.data(), key.size(), octets(scope.bytes()), scope.bytes().size(), databaseKey.data(),
                       databaseKey.size());
    return key;
}

}  // namespace qiaomen
