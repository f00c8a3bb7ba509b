// SPDX-License-Identifier: Apache-2.0
//
// The commands that look after a centre: verify, backup, restore, new-epoch, migrate-store.
#include <fmt/format.h>

#include <cstdio>

#include "shared/domain/collections.h"
#include "syncserver/backup.h"
#include "syncserver/commands.h"
#include "syncserver/migrate_attachments.h"
#include "syncserver/migrate_store.h"
#include "syncserver/verify.h"

namespace qiaomen::commands {

namespace {

namespace fs = std::filesystem;

/// By the id, or by the code, from which the id is made.
GridId gridFrom(const std::string& codeOrId) {
    const auto id = GridId::parse(codeOrId);
    return id ? *id : gridIdOf(codeOrId);
}

/// The centre in a place that the administrator named. A database has its signing key in `keys`.
Result<std::unique_ptr<CentreFolder>> centreAt(const DataOptions& data, const std::string& place, const fs::path& keys) {
    DataOptions here = data;
    here.postgres = isConninfo(place) ? place : std::string();
    here.folder = isConninfo(place) ? keys : fs::path(place);
    if (!isConninfo(place)) here.attachments.clear();  // a folder has its own
    // A folder is locked for as long as this takes; one that only lends its key is not.
    return openCentre(here, isConninfo(place) ? CentreFolder::Use::look : CentreFolder::Use::write);
}

/// After the grids: it says what their records still miss.
Outcome migratePhotos(CentreFolder& source, CentreFolder& target) {
    const auto moved = migrateAttachments({source.attachmentsFolder(), source.attachmentKey()},
                                          {target.attachmentsFolder(), target.attachmentKey()});
    if (!moved) return moved.error();
    const auto grids = target.grids().grids();
    if (!grids) return grids.error();
    std::size_t missing = 0;
    for (const GridId& grid : *grids) {
        const auto counts = target.attachments().counts(grid);
        if (!counts) return counts.error();
        missing += counts->missing;
    }
    fmt::print("{} attachments copied to {}, {} were there\n", moved->copied, target.attachmentsFolder().string(),
               moved->already);
    if (moved->damaged > 0) fmt::print("{} attachments are damaged and were left behind\n", moved->damaged);
    if (missing > 0) fmt::print("{} attachments that records name are not there: phones bring them\n", missing);
    return Done{};
}

/// A centre keeps its signing key wherever it moves: phones know it by that.
Outcome lendSigningKey(const fs::path& from, const fs::path& to) {
    if (fs::exists(to / "signing-key") || !fs::exists(from / "signing-key")) return Done{};
    std::error_code wrong;
    fs::create_directories(to, wrong);
    if (!wrong) fs::copy_file(from / "signing-key", to / "signing-key", wrong);
    if (wrong) return Error{Fault::broken, "cannot copy the signing key to " + to.string() + ": " + wrong.message()};
    return Done{};
}

}  // namespace

Outcome verify(const DataOptions& data, const std::string& grid) {
    const auto centre = openCentre(data, CentreFolder::Use::look);
    if (!centre) return centre.error();
    auto grids = (*centre)->grids().grids();
    if (!grids) return grids.error();
    if (!grid.empty()) grids = std::vector{gridFrom(grid)};
    const KeySource keys = [&access = (*centre)->access()] { return access.keys(); };
    std::size_t damaged = 0;
    for (const GridId& id : *grids) {
        const auto verdict = verifyGrid((*centre)->grids(), id, allCollections(), keys);
        if (!verdict) return verdict.error();
        for (const std::string& finding : verdict->findings) fmt::print("grid {}: {}\n", id.text(), finding);
        if (!verdict->findings.empty()) {
            ++damaged;
        } else {
            fmt::print("grid {} is sound: {} changes, {} records, {} refused\n", id.text(), verdict->head.cursor.seq,
                       verdict->records, verdict->refused);
        }
        std::fflush(stdout);
    }
    if (damaged == 0) return Done{};
    return Error{Fault::broken, fmt::format("{} of {} grids are not what was accepted", damaged, grids->size())};
}

Outcome backup(const DataOptions& data, const fs::path& into, const fs::path& earlier) {
    const auto centre = openCentre(data, CentreFolder::Use::look);
    if (!centre) return centre.error();
    const auto report = backUp(**centre, into, machineClock(), earlier);
    if (!report) return report.error();
    fmt::print("{}: {} grids, {} changes, {} attachments ({} copied); its keys are not in it, keep them elsewhere\n",
               into.string(), report->grids, report->changes, report->attachments.all(), report->attachments.copied);
    if (report->attachments.damaged > 0)
        fmt::print("{} attachments are damaged at the centre: `attachments --check` asks phones for them\n",
                   report->attachments.damaged);
    return Done{};
}

Outcome restore(const DataOptions& data, const fs::path& backup, const fs::path& keys) {
    const auto options = centreOptions(data);
    if (!options) return options.error();
    if (options->postgres) return Error{Fault::invalid, "a database is restored by pg_restore, then new-epoch"};
    const auto report = qiaomen::restore(backup, keys.empty() ? backup : keys, *options);
    if (!report) return report.error();
    fmt::print("{}: {} grids, {} changes, {} attachments; phones bring the rest\n", data.folder.string(), report->grids,
               report->changes, report->attachments.all());
    if (report->attachments.damaged > 0)
        fmt::print("{} attachments were damaged in the backup: phones that have them send them again\n",
                   report->attachments.damaged);
    return Done{};
}

Outcome newEpoch(const DataOptions& data) {
    const auto centre = openCentre(data);
    if (!centre) return centre.error();
    return beginNewEpochs((*centre)->grids(), machineRandom());
}

Outcome migrateStore(const DataOptions& data, const std::string& from, const std::string& to) {
    const fs::path keys = isConninfo(from) ? data.folder : fs::path(from);
    if (!isConninfo(to)) {
        if (auto lent = lendSigningKey(keys, to); !lent) return lent;
    }
    const auto source = centreAt(data, from, keys);
    if (!source) return source.error();
    const auto target = centreAt(data, to, keys);
    if (!target) return target.error();
    if ((*source)->publicKey() != (*target)->publicKey())
        return Error{Fault::refused, "the two sign with different keys: they are two centres"};
    const auto devices = migrateDevices((*source)->access().table(), (*target)->access().table());
    if (!devices) return devices.error();
    const KeySource devicesKeys = [&access = (*target)->access()] { return access.keys(); };
    const auto report = qiaomen::migrateStore((*source)->grids(), (*target)->grids(), allCollections(), devicesKeys,
                                              [](const GridId& grid, std::size_t done, std::size_t all) {
                                                  fmt::print(stderr, "grid {} of {}: {} is there, verified\n", done,
                                                             all, grid.text());
                                              });
    if (!report) return report.error();
    fmt::print("{} grids copied, {} were there, {} changes, {} records, {} devices\n", report->grids, report->already,
               report->changes, report->records, *devices);
    return migratePhotos(**source, **target);
}

}  // namespace qiaomen::commands
