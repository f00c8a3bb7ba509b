// SPDX-License-Identifier: Apache-2.0
#include "shared/client/device_folder.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>

#include "shared/files/sealed_bytes.h"

namespace qiaomen {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::string_view kSigningKeyPurpose = "qiaomen device signing key";

Error fileError(const fs::path& file, int error) {
    return {error == ENOSPC || error == EDQUOT ? Fault::full : Fault::broken,
            file.string() + ": " + std::strerror(error)};
}

/// Closes a descriptor when it goes out of scope.
struct Descriptor {
    int number = -1;
    ~Descriptor() {
        if (number >= 0) ::close(number);
    }
};

Outcome writeAndSync(const fs::path& file, std::string_view bytes) {
    const Descriptor descriptor{::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)};
    if (descriptor.number < 0) return fileError(file, errno);
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor.number, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return fileError(file, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(descriptor.number) != 0) return fileError(file, errno);
    return Done{};
}

/// The whole new file or the whole old one, whenever the power goes: written beside, synced, renamed, folder synced.
Outcome replaceFile(const fs::path& file, std::string_view bytes) {
    const fs::path beside = file.string() + ".new";
    if (auto written = writeAndSync(beside, bytes); !written) return written;
    if (::rename(beside.c_str(), file.c_str()) != 0) return fileError(file, errno);
    const Descriptor folder{::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (folder.number < 0 || ::fsync(folder.number) != 0) return fileError(file.parent_path(), errno);
    return Done{};
}

Result<std::string> readFile(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return fileError(file, errno);
    std::string bytes((std::istreambuf_iterator<char>(in)), {});
    if (in.bad()) return fileError(file, EIO);
    return bytes;
}

std::string hexOf(const PublicKey& key) {
    std::string hex(key.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), key.data(), key.size());
    hex.pop_back();
    return hex;
}

PublicKey keyOf(const std::string& hex) {
    PublicKey key{};
    std::size_t size = 0;
    if (sodium_hex2bin(key.data(), key.size(), hex.data(), hex.size(), nullptr, &size, nullptr) != 0 ||
        size != key.size()) {
        throw std::invalid_argument("centre_key is not 64 hexadecimal digits");
    }
    return key;
}

template <class IdType>
IdType idOf(const json& text) {
    auto id = IdType::parse(text.get<std::string>());
    if (!id) throw std::invalid_argument(id.error().message);
    return *id;
}

json toJson(const Enrolment& enrolment) {
    json grids = json::array();
    for (const HeldGrid& grid : enrolment.grids) grids.push_back({{"id", grid.id.text()}, {"name", grid.name}});
    return {{"server", enrolment.server},
            {"token", enrolment.token},
            {"centre_key", hexOf(enrolment.centreKey)},
            {"worker", enrolment.worker},
            {"grids", grids}};
}

Enrolment enrolmentOf(const json& from) {
    Enrolment enrolment;
    enrolment.server = from.at("server").get<std::string>();
    enrolment.token = from.at("token").get<std::string>();
    enrolment.centreKey = keyOf(from.at("centre_key").get<std::string>());
    enrolment.worker = from.at("worker").get<std::string>();
    for (const json& grid : from.at("grids")) {
        enrolment.grids.push_back({idOf<GridId>(grid.at("id")), grid.at("name").get<std::string>()});
    }
    return enrolment;
}

json toJson(const LeftGrid& left) {
    return {{"id", left.grid.id.text()},      {"name", left.grid.name}, {"at", left.atMs},
            {"handed_over", left.handedOver}, {"told", left.told},      {"as", left.spent.device.text()},
            {"spent", left.spent.number}};
}

LeftGrid leftOf(const json& from) {
    return {.grid = {idOf<GridId>(from.at("id")), from.at("name").get<std::string>()},
            .atMs = from.at("at").get<std::int64_t>(),
            .handedOver = from.at("handed_over").get<std::uint64_t>(),
            .told = from.at("told").get<bool>(),
            .spent = {idOf<DeviceId>(from.at("as")), from.at("spent").get<std::uint64_t>()}};
}

}  // namespace

Result<Enrolment> readEnrolment(const fs::path& file) {
    auto text = readFile(file);
    if (!text) return text.error();
    try {
        return enrolmentOf(json::parse(*text));
    } catch (const std::exception& wrong) {
        return Error{Fault::invalid, file.string() + " is not an enrolment: " + wrong.what()};
    }
}

Result<DeviceFolder> DeviceFolder::open(const fs::path& folder, Collections collections, ClockSource clock,
                                        const RandomSource& random, BatchLimits batches) {
    std::error_code error;
    fs::create_directories(folder / "grids", error);
    if (error)
        return Error{error == std::errc::no_space_on_device ? Fault::full : Fault::broken,
                     folder.string() + ": " + error.message()};
    fs::permissions(folder, fs::perms::owner_all, error);
    auto lock = FileLock::take(folder / "lock");
    if (!lock) return lock.error();
    DeviceFolder opened(folder, std::move(*lock));
    opened.collections_ = collections;
    opened.clock_ = std::move(clock);
    opened.random_ = random;
    opened.batches_ = batches;
    if (auto loaded = opened.loadKey(); !loaded) return loaded.error();
    if (auto loaded = opened.loadSigningKey(); !loaded) return loaded.error();
    if (auto loaded = opened.loadIdentity(); !loaded) return loaded.error();
    if (auto removed = opened.removeErased(); !removed) return removed.error();
    return opened;
}

Outcome DeviceFolder::loadKey() {
    const fs::path file = folder_ / "key";
    if (!fs::exists(file)) {
        // A new key would make databases that are there unreadable for ever.
        if (!fs::is_empty(folder_ / "grids"))
            return Error{Fault::broken, file.string() + " is missing, and there are databases that need it"};
        random_(key_);
        return replaceFile(file, {reinterpret_cast<const char*>(key_.data()), key_.size()});
    }
    auto bytes = readFile(file);
    if (!bytes) return bytes.error();
    if (bytes->size() != key_.size()) return Error{Fault::broken, file.string() + " is damaged: it must have 32 bytes"};
    std::copy(bytes->begin(), bytes->end(), reinterpret_cast<char*>(key_.data()));
    return Done{};
}

/// A folder of before there were signatures gets one now.
Outcome DeviceFolder::loadSigningKey() {
    const fs::path file = folder_ / "signing-key";
    const std::string_view key(reinterpret_cast<const char*>(key_.data()), key_.size());
    const Hash256 sealedWith = blake2b(kSigningKeyPurpose, key);
    SigningSeed seed{};
    if (!fs::exists(file)) {
        random_(seed);
        const std::string_view bytes(reinterpret_cast<const char*>(seed.data()), seed.size());
        if (auto kept = replaceFile(file, seal(bytes, sealedWith, kSigningKeyPurpose)); !kept) return kept;
    } else {
        const auto sealed = readFile(file);
        if (!sealed) return sealed.error();
        const auto bytes = unseal(*sealed, sealedWith, kSigningKeyPurpose);
        if (!bytes || bytes->size() != seed.size())
            return Error{Fault::broken, file.string() + " is damaged, or belongs to another key"};
        std::copy(bytes->begin(), bytes->end(), reinterpret_cast<char*>(seed.data()));
    }
    signing_ = keyPairOf(seed);
    sodium_memzero(seed.data(), seed.size());
    return Done{};
}

Outcome DeviceFolder::loadIdentity() {
    const fs::path file = folder_ / "device.json";
    if (!fs::exists(file)) {
        if (!fs::is_empty(folder_ / "grids"))
            return Error{Fault::broken, file.string() + " is missing, and there are databases of this device"};
        device_ = DeviceId::make(clock_(), random_);
        return saveIdentity();
    }
    auto text = readFile(file);
    if (!text) return text.error();
    try {
        const json identity = json::parse(*text);
        device_ = idOf<DeviceId>(identity.at("device"));
        if (identity.contains("enrolment")) enrolment_ = enrolmentOf(identity.at("enrolment"));
        for (const json& grid : identity.value("erasing", json::array())) erasing_.push_back(idOf<GridId>(grid));
        for (const json& grid : identity.value("left", json::array())) left_.push_back(leftOf(grid));
    } catch (const std::exception& wrong) {
        return Error{Fault::broken, file.string() + " is damaged: " + wrong.what()};
    }
    return Done{};
}

Outcome DeviceFolder::saveIdentity() {
    json identity = {{"device", device_.text()}};
    if (enrolment_) identity["enrolment"] = toJson(*enrolment_);
    for (const GridId& grid : erasing_) identity["erasing"].push_back(grid.text());
    for (const LeftGrid& grid : left_) identity["left"].push_back(toJson(grid));
    return replaceFile(folder_ / "device.json", identity.dump(2) + "\n");
}

Outcome DeviceFolder::enrol(Enrolment enrolment, std::optional<DeviceId> device) {
    if (device && *device != device_ && !fs::is_empty(folder_ / "grids")) {
        return Error{Fault::refused, "this device has records of its own already: it cannot become another device"};
    }
    const auto oldEnrolment = std::exchange(enrolment_, std::move(enrolment));
    const DeviceId oldDevice = device ? std::exchange(device_, *device) : device_;
    auto saved = saveIdentity();
    if (!saved) {
        enrolment_ = oldEnrolment;
        device_ = oldDevice;
    }
    return saved;
}

Result<LocalStore*> DeviceFolder::store(const GridId& grid) {
    if (const auto open = stores_.find(grid); open != stores_.end()) return open->second.get();
    const auto held = [&](const HeldGrid& one) { return one.id == grid; };
    if (!enrolment_ || std::ranges::none_of(enrolment_->grids, held)) {
        return Error{Fault::missing, "this device does not hold grid " + grid.text()};
    }
    const auto before = std::ranges::find(left_, grid, [](const LeftGrid& left) { return left.grid.id; });
    auto store = LocalStore::open({.file = folder_ / "grids" / (grid.text() + ".db"),
                                   .key = key_,
                                   .grid = grid,
                                   .device = device_,
                                   .collections = collections_,
                                   .clock = clock_,
                                   .centreKey = enrolment_->centreKey,
                                   .deviceKey = signing_,
                                   .random = random_,
                                   .spent = before == left_.end() ? std::nullopt : std::optional(before->spent),
                                   .batches = batches_});
    if (!store) return store.error();
    return stores_.emplace(grid, std::move(*store)).first->second.get();
}

Result<std::vector<LocalStore*>> DeviceFolder::stores() {
    std::vector<LocalStore*> all;
    if (!enrolment_) return all;
    for (const HeldGrid& grid : enrolment_->grids) {
        auto opened = store(grid.id);
        if (!opened) return opened.error();
        all.push_back(*opened);
    }
    return all;
}

ClockSource systemClock() {
    return [] {
        using namespace std::chrono;
        return std::int64_t{duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
    };
}

RandomSource systemRandom() {
    if (sodium_init() < 0) throw StoreError(Fault::broken, "the operating system gives no random numbers");
    return [](std::span<std::uint8_t> bytes) { randombytes_buf(bytes.data(), bytes.size()); };
}

}  // namespace qiaomen
