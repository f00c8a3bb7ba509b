// SPDX-License-Identifier: Apache-2.0
#include "syncserver/centre_folder.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <sstream>

#include "syncserver/postgres/postgres_device_table.h"
#include "syncserver/postgres/postgres_grid_store.h"
#include "syncserver/sqlite_device_table.h"
#include "syncserver/sqlite_grid_store.h"

namespace qiaomen {

namespace {

namespace fs = std::filesystem;

template <std::size_t size>
using Octets = std::array<std::uint8_t, size>;

std::string hex(std::span<const std::uint8_t> bytes) {
    std::string text(2 * bytes.size() + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

/// Writes beside, syncs, and renames: a crash leaves no file or the whole one. Only the owner can read it.
Outcome writeSecret(const fs::path& file, const std::string& text) {
    const fs::path beside = file.string() + ".new";
    const auto failed = [&] {
        const Fault fault = errno == ENOSPC ? Fault::full : Fault::broken;
        return Error{fault, "cannot write " + file.string() + ": " + std::strerror(errno)};
    };
    const int descriptor = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0) return failed();
    const bool written = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                         ::fsync(descriptor) == 0;
    if (::close(descriptor) != 0 || !written || ::rename(beside.c_str(), file.c_str()) != 0) return failed();
    const int folder = ::open(file.parent_path().empty() ? "." : file.parent_path().c_str(),
                              O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return failed();
    const bool synced = ::fsync(folder) == 0;
    ::close(folder);
    if (!synced) return failed();
    return Done{};
}

template <std::size_t size>
Result<Octets<size>> readSecret(const fs::path& file) {
    std::ifstream in(file);
    std::string text;
    in >> text;
    Octets<size> bytes{};
    std::size_t length = 0;
    const bool whole = sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length,
                                      nullptr) == 0;
    if (!in || !whole || length != size || text.size() != 2 * size) {
        return Error{Fault::broken, "the key file " + file.string() + " is damaged: restore it from a backup"};
    }
    return bytes;
}

/// The secret in the file; a new one where the folder is new.
template <std::size_t size>
Result<Octets<size>> secretIn(const fs::path& file, bool isNewFolder, const std::function<Octets<size>()>& make) {
    if (fs::exists(file)) return readSecret<size>(file);
    if (!isNewFolder)
        return Error{Fault::broken, "the key file " + file.string() +
                                        " is missing, and there are databases: restore it from a backup"};
    const Octets<size> bytes = make();
    if (auto written = writeSecret(file, hex(bytes) + "\n"); !written) return written.error();
    return bytes;
}

/// A libsodium secret key ends with its public key.
KeyPair pairOf(const SecretKey& secret) {
    KeyPair pair{.secretKey = secret};
    crypto_sign_ed25519_sk_to_pk(pair.publicKey.data(), secret.data());
    return pair;
}

DeviceId centreId(const PublicKey& key, std::string_view name) {
    IdBytes scope{};
    std::copy_n(key.begin(), scope.size(), scope.begin());
    return DeviceId::named(scope, name);
}

/// What keys of attachments are derived from: where no database key is, the seed of the signing key, which is as secret.
DatabaseKey attachmentBase(const std::optional<DatabaseKey>& key, const KeyPair& pair) {
    DatabaseKey base{};
    std::copy_n(pair.secretKey.begin(), base.size(), base.begin());
    return key.value_or(base);
}

}  // namespace

/// What a centre is put together from.
struct CentreFolder::Parts {
    std::optional<FileLock> lock;
    std::optional<DatabaseKey> key;
    KeyPair pair;
    std::unique_ptr<DeviceTable> devices;
    std::unique_ptr<GridStore> grids;
};

Result<CentreFolder::Parts> CentreFolder::onSqlite(const Options& options) {
    const bool looks = options.use != Use::write;
    const bool isNew = !looks && !fs::exists(options.folder / "access.db");
    if (looks && !fs::exists(options.folder / "access.db"))
        return Error{Fault::missing, "there is no centre in " + options.folder.string()};
    const fs::path keyFile = options.keyFile.empty() ? options.folder / "key" : options.keyFile;
    const auto key = secretIn<32>(keyFile, isNew, [&] {
        DatabaseKey fresh{};
        options.random(fresh);
        return fresh;
    });
    if (!key) return key.error();
    const auto signing = secretIn<64>(options.folder / "signing-key", isNew,
                                      [&] { return makeKeyPair(options.random).secretKey; });
    if (!signing) return signing.error();
    return guarded([&]() -> Result<Parts> {
        return Parts{
            .lock = {},
            .key = *key,
            .pair = pairOf(*signing),
            .devices = std::make_unique<SqliteDeviceTable>(options.folder / "access.db", *key, options.use == Use::look),
            .grids = std::make_unique<SqliteGridStore>(SqliteGridStore::Options{.folder = options.folder / "grids",
                                                                                .key = *key,
                                                                                .collections = options.collections,
                                                                                .random = options.random,
                                                                                .readOnly = looks})};
    });
}

/// The database says whose it is: a process with another key would sign receipts that no phone believes.
Result<CentreFolder::Parts> CentreFolder::onPostgres(const Options& options) {
    return guarded([&]() -> Result<Parts> {
        auto grids = PostgresGridStore::open(
            {.address = *options.postgres, .collections = options.collections, .random = options.random});
        if (!grids) return grids.error();
        auto devices = std::make_unique<PostgresDeviceTable>(*options.postgres);
        const fs::path file = options.folder / "signing-key";
        const auto signing = secretIn<64>(file, devices->centreKey().empty(),
                                          [&] { return makeKeyPair(options.random).secretKey; });
        if (!signing) return signing.error();
        const KeyPair pair = pairOf(*signing);
        const std::string mine(pair.publicKey.begin(), pair.publicKey.end());
        if (devices->centreKey(mine) != mine)
            return Error{Fault::refused,
                         "the database belongs to a centre that signs with another key: copy its "
                         "signing-key to " +
                             file.string()};
        return Parts{.lock = {}, .key = {}, .pair = pair, .devices = std::move(devices), .grids = *std::move(grids)};
    });
}

Result<std::unique_ptr<CentreFolder>> CentreFolder::open(const Options& options) {
    if (sodium_init() < 0) return Error{Fault::broken, "libsodium cannot be used here"};
    std::optional<FileLock> lock;
    if (options.use == Use::write) {
        std::error_code wrong;
        fs::create_directories(options.folder, wrong);
        if (wrong) return Error{Fault::broken, "cannot make " + options.folder.string() + ": " + wrong.message()};
        auto taken = FileLock::take(options.folder / "lock");
        if (!taken) return taken.error();
        lock = *std::move(taken);
    }
    auto parts = options.postgres ? onPostgres(options) : onSqlite(options);
    if (!parts) return parts.error();
    // On PostgreSQL the folder holds nothing but the key to sign with: once that is read, the next process may have it.
    if (!options.postgres) parts->lock = std::move(lock);
    return std::unique_ptr<CentreFolder>(new CentreFolder(options, *std::move(parts)));
}

CentreFolder::CentreFolder(const Options& options, Parts parts)
    : folder_(options.folder),
      attachmentsFolder_(options.attachments.empty() ? options.folder / "attachments" : options.attachments),
      lock_(std::move(parts.lock)),
      databaseKey_(parts.key),
      pair_(parts.pair),
      attachmentKey_(attachmentBase(parts.key, parts.pair)),
      centreDevice_(centreId(pair_.publicKey, "centre")),
      importDevice_(centreId(pair_.publicKey, "import")),
      grids_(std::move(parts.grids)) {
    const auto regranted = [this](const std::set<GridId>& held) {
        for (const GridId& grid : held) hub_->moves().stir(grid);
    };
    access_ = std::make_unique<Access>(
        Access::Options{std::move(parts.devices), options.clock, options.random, regranted});
    access_->reserve(centreDevice_, "centre", pair_.publicKey);
    access_->reserve(importDevice_, "import", pair_.publicKey);
    const WorkerNames names = [access = access_.get()](const DeviceId& device) { return access->workerOf(device); };
    hub_ = std::make_unique<Hub>(
        *grids_,
        Hub::Options{.centre = {centreDevice_, options.clock, options.collections, names},
                     .signingKey = parts.pair.secretKey,
                     .bindKey = [access = access_.get()](const DeviceId& id,
                                                         const PublicKey& key) { return access->bindKey(id, key); },
                     .observer = options.observer});
    attachments_ = std::make_unique<Attachments>(
        *grids_,
        Attachments::Options{.folder = attachmentsFolder_,
                             .key = attachmentKey_,
                             .signingKey = parts.pair.secretKey,
                             .clock = options.clock,
                             .collections = options.collections,
                             .observer = options.attachmentObserver,
                             .maxBytesPerGrid = options.maxAttachmentBytesPerGrid,
                             .use = options.postgres ? AttachmentFiles::Use::shared : AttachmentFiles::Use::alone});
    carrier_ = std::make_unique<CarrierDesk>(*hub_, *access_, pair_);
    if (options.postgres && options.use != Use::look) {
        GridMoves& moves = hub_->moves();
        moves_ = std::make_unique<PgMoves>(*options.postgres, [&moves](const KnownGrid& grid) { moves.heard(grid); });
        moves.publishTo([this](const KnownGrid& grid) { moves_->tell(grid); });
    }
}

CentreFolder::~CentreFolder() = default;

Grant CentreFolder::importGrant() const {
    return {.device = "import", .worker = "import", .id = importDevice_, .key = pair_.publicKey, .allGrids = true};
}

void CentreFolder::signImport(GridRequest& request, const Hash256& before) const {
    sign(request, importDevice_, before, pair_);
}

ClockSource machineClock() {
    return [] {
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        return std::int64_t{std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
    };
}

RandomSource machineRandom() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used here");
    return [](std::span<std::uint8_t> bytes) { randombytes_buf(bytes.data(), bytes.size()); };
}

}  // namespace qiaomen
