// SPDX-License-Identifier: Apache-2.0
#include "shared/core/attachment_wire.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace qiaomen {

namespace {

using Json = nlohmann::ordered_json;
using Kind = AttachmentState::Kind;

constexpr std::array<std::string_view, 3> kKinds = {"held", "wanted", "unnamed"};

template <std::size_t Size>
std::string hexOf(const std::array<std::uint8_t, Size>& bytes) {
    std::string text;
    for (std::size_t at = 0; at < Size; at += 32) {
        Hash256 part{};
        std::copy_n(bytes.begin() + at, part.size(), part.begin());
        text += hashText(part);
    }
    return text;
}

Hash256 hashOf(const Json& json) {
    const auto hash = hashFromText(json.get<std::string>());
    if (!hash) throw std::invalid_argument(hash.error().message);
    return *hash;
}

SignatureBytes signatureOf(const std::string& text) {
    SignatureBytes bytes{};
    for (std::size_t half = 0; half < 2; ++half) {
        const auto part = hashFromText(std::string_view(text).substr(std::min(text.size(), half * 64), 64));
        if (!part || text.size() != 128) throw std::invalid_argument("a signature has 128 hexadecimal digits");
        std::ranges::copy(*part, bytes.begin() + static_cast<std::ptrdiff_t>(half * 32));
    }
    return bytes;
}

Json json(const AttachmentState& state) {
    Json out{{"hash", hashText(state.hash)}, {"state", kKinds[static_cast<std::size_t>(state.kind)]}};
    if (state.kind == Kind::wanted) out["offset"] = state.offset;
    if (state.receipt)
        out["receipt"] = {{"size", state.receipt->size},
                          {"atMs", state.receipt->atMs},
                          {"signature", hexOf(state.receipt->signature)}};
    return out;
}

AttachmentState stateOf(const Json& in, const GridId& grid) {
    AttachmentState state{.hash = hashOf(in.at("hash"))};
    const auto kind = std::ranges::find(kKinds, in.at("state").get<std::string>());
    if (kind == kKinds.end()) throw std::invalid_argument("a state is held, wanted or unnamed");
    state.kind = static_cast<Kind>(kind - kKinds.begin());
    if (state.kind == Kind::wanted) state.offset = in.at("offset").get<std::uint64_t>();
    if (state.kind == Kind::held) {
        const Json& receipt = in.at("receipt");
        state.receipt = AttachmentReceipt{.grid = grid,
                                          .hash = state.hash,
                                          .size = receipt.at("size").get<std::uint64_t>(),
                                          .atMs = receipt.at("atMs").get<std::int64_t>(),
                                          .signature = signatureOf(receipt.at("signature").get<std::string>())};
    }
    return state;
}

/// Runs `read` on the parsed text; whatever is wrong with it becomes an Error.
template <class Read>
auto reading(std::string_view text, Read&& read) -> Result<decltype(read(Json()))> {
    try {
        return read(Json::parse(text));
    } catch (const std::exception& wrong) {
        return Error{Fault::invalid, std::string("not a message about attachments: ") + wrong.what()};
    }
}

}  // namespace

std::string attachmentQuestion(const std::vector<Hash256>& hashes) {
    Json list = Json::array();
    for (const Hash256& hash : hashes) list.push_back(hashText(hash));
    return Json{{"hashes", list}}.dump();
}

Result<std::vector<Hash256>> readAttachmentQuestion(std::string_view text) {
    return reading(text, [](const Json& in) {
        std::vector<Hash256> hashes;
        for (const Json& hash : in.at("hashes")) hashes.push_back(hashOf(hash));
        return hashes;
    });
}

std::string toJson(const AttachmentStates& states) {
    Json out{{"attachments", Json::array()}, {"missing", Json::array()}};
    for (const AttachmentState& state : states.attachments) out["attachments"].push_back(json(state));
    for (const MissingAttachment& missing : states.missing)
        out["missing"].push_back({{"hash", hashText(missing.hash)}, {"size", missing.size}});
    return out.dump();
}

Result<AttachmentStates> readAttachmentStates(std::string_view text, const GridId& grid) {
    return reading(text, [&](const Json& in) {
        AttachmentStates states;
        for (const Json& state : in.at("attachments")) states.attachments.push_back(stateOf(state, grid));
        for (const Json& missing : in.at("missing"))
            states.missing.push_back({hashOf(missing.at("hash")), missing.at("size").get<std::uint64_t>()});
        return states;
    });
}

std::string toJson(const AttachmentState& state) { return json(state).dump(); }

Result<AttachmentState> readAttachmentState(std::string_view text, const GridId& grid) {
    return reading(text, [&](const Json& in) { return stateOf(in, grid); });
}

}  // namespace qiaomen
