// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <sodium.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "shared/core/batch.h"
#include "shared/core/json.h"
#include "shared/domain/collections.h"
#include "syncserver/commands.h"

namespace qiaomen::commands {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

std::string hex(std::span<const std::uint8_t> bytes) {
    std::string text(2 * bytes.size() + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

Hash256 octetsFrom(const json& text) {
    const auto digits = text.get<std::string>();
    Hash256 bytes{};
    std::size_t size = 0;
    if (sodium_hex2bin(bytes.data(), bytes.size(), digits.data(), digits.size(), nullptr, &size, nullptr) != 0 ||
        size != bytes.size()) {
        throw std::invalid_argument("not 64 hexadecimal digits");
    }
    return bytes;
}

/// {"seed": "…", "chains": {"grid device": {"number": "the chain up to it"}}}: what a device remembers of what it signed.
json readKey(const fs::path& file) {
    if (fs::exists(file)) {
        std::ifstream in(file);
        return json::parse(in);
    }
    SigningSeed seed{};
    machineRandom()(seed);
    return {{"seed", hex(seed)}, {"chains", json::object()}};
}

void writeKey(const fs::path& file, const json& key) {
    std::ofstream out(file, std::ios::trunc);
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    out << key.dump(1) << "\n" << std::flush;
    if (!out) throw std::runtime_error("cannot be written");
}

void sign(SyncRequest& request, json& key) {
    const KeyPair pair = keyPairOf(octetsFrom(key.at("seed")));
    for (GridRequest& grid : request.grids) {
        if (!grid.brings()) continue;
        const DeviceId& device = grid.device.isNone() ? request.device : grid.device;
        json& chain = key["chains"][grid.grid.text() + " " + device.text()];
        const std::uint64_t first = batchOf(grid, device).claim.first;
        const auto before = chain.find(std::to_string(first - 1));
        qiaomen::sign(grid, device, before == chain.end() || grid.refills ? Hash256{} : octetsFrom(*before), pair);
        if (!grid.changes.empty()) chain[std::to_string(grid.changes.back().number)] = hex(grid.signature->after);
    }
}

}  // namespace

Outcome sign(const fs::path& keyFile) {
    const std::string text(std::istreambuf_iterator<char>(std::cin), {});
    auto request = syncRequestFromJson(text, allCollections());
    if (!request) return request.error();
    try {
        json key = readKey(keyFile);
        sign(*request, key);
        writeKey(keyFile, key);
    } catch (const std::exception& wrong) {
        return Error{Fault::invalid, keyFile.string() + " is no key file: " + wrong.what()};
    }
    fmt::print("{}\n", toJson(*request, allCollections()));
    return Done{};
}

}  // namespace qiaomen::commands
