// SPDX-License-Identifier: Apache-2.0
#include "syncserver/backup.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "shared/domain/collections.h"
#include "shared/sqlite/database.h"
#include "syncserver/sqlite_device_table.h"
#include "syncserver/sqlite_grid_store.h"
#include "syncserver/verify.h"

namespace qiaomen {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kManifest = "backup.json";

/// The end of each grid's log.
using Heads = std::map<GridId, GridHead>;

template <std::size_t size>
std::string hex(const std::array<std::uint8_t, size>& bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : bytes) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 0x0f];
    }
    return text;
}

/// As it stands in the manifest.
json told(const GridHead& head) {
    return {{"epoch", head.cursor.epoch},
            {"seq", head.cursor.seq},
            {"chain", hex(head.chain)},
            {"digest", print(head.digest)}};
}

void throwIf(const std::error_code& wrong, const std::string& what) {
    if (!wrong) return;
    const bool full = wrong == std::errc::no_space_on_device;
    throw StoreError(full ? Fault::full : Fault::broken, what + ": " + wrong.message());
}

/// On the disk when it returns.
void sync(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const std::error_code wrong(errno, std::generic_category());
    if (descriptor >= 0) ::close(descriptor);
    if (!synced) throwIf(wrong, "cannot write " + path.string());
}

void copyFile(const fs::path& from, const fs::path& to, fs::perms permissions) {
    std::error_code wrong;
    fs::copy_file(from, to, wrong);
    throwIf(wrong, "cannot copy " + from.string() + " to " + to.string());
    fs::permissions(to, permissions, wrong);
    throwIf(wrong, "cannot keep " + to.string() + " to its owner");
    sync(to);
}

void copyDatabase(const fs::path& from, const fs::path& to, const std::optional<DatabaseKey>& key) {
    Database source(from, {.key = key, .readOnly = true});
    Database copy(to, {.key = key});
    source.copyTo(copy);
}

/// Throws StoreError: broken, with the first thing that is wrong.
Heads verified(const fs::path& folder, const std::optional<DatabaseKey>& key, const DeviceKeys& keys) {
    SqliteGridStore store({.folder = folder, .key = key, .collections = allCollections(), .readOnly = true});
    const auto grids = store.grids();
    if (!grids) throw StoreError(grids.error().fault, grids.error().message);
    Heads heads;
    for (const GridId& id : *grids) {
        const auto verdict = verifyGrid(store, id, allCollections(), [&] { return keys; });
        if (!verdict) throw StoreError(verdict.error().fault, verdict.error().message);
        if (!verdict->findings.empty())
            throw StoreError(Fault::broken, "grid " + id.text() + ": " + verdict->findings.front());
        heads.emplace(id, verdict->head);
    }
    return heads;
}

BackupReport reportOn(const Heads& heads) {
    BackupReport report{.grids = heads.size()};
    for (const auto& [id, head] : heads) report.changes += head.cursor.seq;
    return report;
}

void writeManifest(const fs::path& file, const Heads& heads, std::int64_t nowMs) {
    json grids = json::object();
    for (const auto& [id, head] : heads) grids[id.text()] = told(head);
    const fs::path beside = file.string() + ".new";
    std::ofstream out(beside, std::ios::trunc);
    out << json{{"version", 1}, {"made_at_ms", nowMs}, {"grids", std::move(grids)}}.dump(2) << "\n" << std::flush;
    if (!out) throw StoreError(Fault::full, "cannot write " + beside.string());
    out.close();
    sync(beside);
    std::error_code wrong;
    fs::rename(beside, file, wrong);
    throwIf(wrong, "cannot write " + file.string());
    sync(file.parent_path());
}

json readManifest(const fs::path& backup) {
    std::ifstream in(backup / kManifest);
    if (!in) throw StoreError(Fault::missing, "there is no finished backup in " + backup.string());
    json manifest = json::parse(in, nullptr, false);
    if (manifest.value("version", 0) != 1 || !manifest["grids"].is_object())
        throw StoreError(Fault::broken, (backup / kManifest).string() + " is damaged, or of a newer program");
    return manifest;
}

void compare(const Heads& heads, const json& manifest) {
    for (const auto& [id, head] : heads) {
        if (manifest["grids"].value(id.text(), json()) != told(head))
            throw StoreError(Fault::broken, "grid " + id.text() + " is not what was backed up");
    }
    if (heads.size() != manifest["grids"].size())
        throw StoreError(Fault::broken, "the backup lacks a grid that was backed up");
}

void makeFolders(const fs::path& folder) {
    std::error_code wrong;
    fs::create_directories(folder / "grids", wrong);
    throwIf(wrong, "cannot make " + folder.string());
    fs::permissions(folder, fs::perms::owner_all, wrong);
    throwIf(wrong, "cannot keep " + folder.string() + " to its owner");
}

/// What goes wrong with files and folders, as an Error like any other.
template <class Work>
Result<BackupReport> withFiles(Work&& work) {
    try {
        return guarded(work);
    } catch (const fs::filesystem_error& wrong) {
        return Error{wrong.code() == std::errc::no_space_on_device ? Fault::full : Fault::broken, wrong.what()};
    }
}

/// A trailing slash names the same folder.
fs::path cleanPath(const fs::path& folder) {
    const fs::path path = fs::absolute(folder).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

}  // namespace

Result<BackupReport> backUp(const CentreFolder& centre, const fs::path& into, const ClockSource& clock,
                            const fs::path& earlier) {
    if (!centre.databaseKey())
        return Error{Fault::invalid, "this centre is on PostgreSQL: back it up with pg_dump, see syncserver/README.md"};
    if (fs::exists(into)) return Error{Fault::invalid, into.string() + " is there already: a backup gets a new folder"};
    return withFiles([&]() -> Result<BackupReport> {
        makeFolders(into);
        for (const auto& file : fs::directory_iterator(centre.folder() / "grids")) {
            if (file.path().extension() != ".db") continue;
            copyDatabase(file.path(), into / "grids" / file.path().filename(), centre.databaseKey());
        }
        // After the grids: it knows the keys of everybody who has signed anything in them.
        copyDatabase(centre.folder() / "access.db", into / "access.db", centre.databaseKey());
        DeviceKeys keys = keysIn(SqliteDeviceTable(into / "access.db", centre.databaseKey()).all());
        keys.merge(centre.access().keys());
        const Heads heads = verified(into / "grids", centre.databaseKey(), keys);
        sync(into / "grids");
        BackupReport report = reportOn(heads);
        report.attachments = copyAttachments(centre.attachmentsFolder(), into / "attachments", *centre.databaseKey(),
                                             earlier.empty() ? fs::path() : earlier / "attachments");
        writeManifest(into / kManifest, heads, clock());
        return report;
    });
}

Result<BackupReport> restore(const fs::path& backup, const fs::path& keys, const CentreFolder::Options& into) {
    for (const fs::path& key : {keys / "signing-key", into.keyFile.empty() ? keys / "key" : into.keyFile}) {
        if (!fs::exists(key))
            return Error{Fault::missing, key.string() + " is needed: without its keys a backup cannot be opened"};
    }
    const fs::path target = cleanPath(into.folder);
    if (fs::exists(target) && !fs::is_empty(target))
        return Error{Fault::refused, target.string() + " is not empty: move it away, or restore into a new folder"};
    return withFiles([&]() -> Result<BackupReport> {
        const json manifest = readManifest(backup);
        const fs::path beside = target.string() + ".restoring";  // of a restore that was interrupted, if it is there
        fs::remove_all(beside);
        makeFolders(beside);
        constexpr fs::perms kOwner = fs::perms::owner_read | fs::perms::owner_write;
        copyFile(keys / "signing-key", beside / "signing-key", kOwner);
        if (into.keyFile.empty()) copyFile(keys / "key", beside / "key", kOwner);
        copyFile(backup / "access.db", beside / "access.db", kOwner);
        for (const auto& file : fs::directory_iterator(backup / "grids")) {
            if (file.path().extension() == ".db")
                copyFile(file.path(), beside / "grids" / file.path().filename(), kOwner);
        }
        Heads heads;
        BackupReport report;
        {
            CentreFolder::Options options = into;
            options.folder = beside;
            auto centre = CentreFolder::open(options);
            if (!centre) return centre.error();
            heads = verified(beside / "grids", (*centre)->databaseKey(), (*centre)->access().keys());
            compare(heads, manifest);
            report = reportOn(heads);
            report.attachments = copyAttachments(backup / "attachments", (*centre)->attachmentsFolder(),
                                                 *(*centre)->databaseKey(), {});
            if (auto begun = beginNewEpochs((*centre)->grids(), into.random); !begun) return begun.error();
        }
        sync(beside / "grids");
        sync(beside);
        fs::rename(beside, target);
        sync(target.parent_path());
        return report;
    });
}

Outcome beginNewEpochs(GridStore& store, const RandomSource& random) {
    return guarded([&]() -> Outcome {
        const auto grids = store.grids();
        if (!grids) return grids.error();
        for (const GridId& id : *grids) {
            auto writer = store.write(id);
            if (!writer) return writer.error();
            (*writer)->setEpoch(randomEpoch(random));
            (*writer)->commit();
        }
        return Done{};
    });
}

}  // namespace qiaomen
