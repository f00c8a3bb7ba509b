// SPDX-License-Identifier: Apache-2.0
#include "shared/client/carrier.h"

#include <algorithm>

#include "shared/client/sync_question.h"
#include "shared/core/attachment.h"
#include "shared/core/batch.h"
#include "shared/core/bytes.h"
#include "shared/core/packed.h"
#include "shared/core/wire.h"
#include "shared/files/carried_file.h"
#include "shared/files/sealed_bytes.h"

namespace qiaomen {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kKeptPurpose = "qiaomen carrier kept 1";
constexpr std::string_view kQuestion = ".question";
constexpr std::string_view kAnswered = ".answered";
/// Questions on their way at once: a mule a day for a month. Older ones are forgotten, and what they said is said again.
constexpr std::size_t kMostWaiting = 32;
/// Answers that are known when they come again.
constexpr std::size_t kMostAnswered = 128;
/// An answer of many grids with their snapshots.
constexpr std::uintmax_t kMaxAnswerBytes = std::uintmax_t{512} << 20;

AttachmentKey keyFor(const KeyPair& keys) {
    const auto* secret = reinterpret_cast<const char*>(keys.secretKey.data());
    return blake2b(kKeptPurpose, {secret, keys.secretKey.size()});
}

std::vector<fs::path> filesOf(const fs::path& folder, std::string_view kind) {
    std::vector<fs::path> files;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) {
        if (entry.path().extension() == kind) files.push_back(entry.path());
    }
    return files;
}

/// Leaves the latest `most` of a kind.
Outcome forgetOldest(const fs::path& folder, std::string_view kind, std::size_t most) {
    std::vector<std::pair<fs::file_time_type, fs::path>> files;
    for (const fs::path& file : filesOf(folder, kind)) {
        std::error_code none;
        files.emplace_back(fs::last_write_time(file, none), file);
    }
    if (files.size() <= most) return Done{};
    std::ranges::sort(files);
    files.resize(files.size() - most);
    for (const auto& [time, file] : files) {
        if (auto removed = removeDurably(file); !removed) return removed;
    }
    return Done{};
}

Outcome write(const fs::path& file, std::string_view bytes) {
    return writeDurably(file, fs::path(file).concat(".new"), bytes);
}

/// Whether what was asked is, from the first that is unsent now, what would be asked now. It is not where changes have been stamped anew
/// since: the centre may have taken them with the stamps of before, and a receipt for those is none for these.
bool isStillUnsent(const std::vector<Change>& asked, const std::vector<Change>& now) {
    const auto next = now.empty() ? asked.end() : std::ranges::find(asked, now.front().number, &Change::number);
    return std::equal(next, asked.end(), now.begin(), std::min(now.end(), now.begin() + (asked.end() - next)));
}

/// Whether this device has heard later things of the grid than the answer tells. `now` is what it would ask now, with as many changes
/// as it asked with.
bool isOvertaken(const GridRequest& asked, const GridReply& reply, const GridRequest& now) {
    if (now.device != asked.device) return true;
    const std::uint64_t safe = now.safe.value_or(0);
    const std::uint64_t covered = asked.changes.empty() ? asked.safe.value_or(0) : asked.changes.back().number;
    if (covered < safe) return true;
    if (!isStillUnsent(asked.changes, now.changes)) return true;
    if (reply.forkAt != 0 || reply.clockAhead || !reply.knownAs.empty()) {
        if (now.safe != asked.safe || now.changes != asked.changes) return true;
    }
    const bool hasReceipt = !reply.receipt.grid.isNone();
    const std::uint64_t epoch = hasReceipt ? reply.receipt.head.epoch : reply.cursor.epoch;
    if (now.cursor.epoch != 0 && epoch != now.cursor.epoch) return asked.cursor.epoch != now.cursor.epoch;
    if (hasReceipt && !now.refills && reply.receipt.lastNumber < safe) return true;
    return reply.cursor.seq < now.cursor.seq;
}

/// The signature's end is not in the message: both sides work it out.
void completeSignatures(SyncRequest& request) {
    for (GridRequest& grid : request.grids) {
        const DeviceId& device = grid.device.isNone() ? request.device : grid.device;
        if (grid.signature) grid.signature->after = batchOf(grid, device).claim.link;
    }
}

Result<Snapshot> snapshotIn(const CarrierAnswer& answer, const GridId& grid) {
    for (const std::string& packed : answer.snapshots) {
        const auto bytes = unpack(packed, tuning::kMaxReplyBytes);
        if (!bytes) return bytes.error();
        auto snapshot = decodeSnapshot(*bytes);
        if (!snapshot || snapshot->grid == grid) return snapshot;
    }
    return Error{Fault::missing, "the answer came without the grid's snapshot: ask once more"};
}

}  // namespace

fs::path CarrierClient::place(const Hash256& name, std::string_view kind) const {
    return folder_.path() / "carrier" / (hashText(name) + std::string(kind));
}

std::size_t CarrierClient::waiting() const { return filesOf(folder_.path() / "carrier", kQuestion).size(); }

// --- A question -------------------------------------------------------------------------------------------------------

Result<std::string> CarrierClient::ask() {
    const auto& enrolment = folder_.enrolment();
    if (!enrolment) return Error{Fault::refused, "this device is not enrolled: it has no centre to ask"};
    const auto stores = folder_.stores();
    if (!stores) return stores.error();
    auto request = questionOf(*stores, *stores, app_, folder_.device(), {.byHand = true});
    if (!request) return request.error();
    request->asksScope = true;
    std::string message = encode(*request);
    markRequest(message);
    const CarrierQuestion question{.device = folder_.device(),
                                   .key = folder_.publicKey(),
                                   .token = enrolment->token,
                                   .atMs = folder_.nowMs(),
                                   .message = pack(message)};
    auto file = writeQuestion(question, folder_.signingKeys().secretKey, enrolment->centreKey);
    if (!file) return file.error();
    ByteWriter kept;
    kept.fixed64(static_cast<std::uint64_t>(question.atMs));
    kept.raw(question.message);
    if (auto done = keep(carrierName(*file), kept.bytes()); !done) return done.error();
    return file;
}

Outcome CarrierClient::askInto(const fs::path& file) {
    const auto bytes = ask();
    if (!bytes) return bytes.error();
    Outcome written = writeForOthers(file, *bytes);
    if (!written) (void)forget(carrierName(*bytes));
    return written;
}

Outcome CarrierClient::forget(const Hash256& question) { return removeDurably(place(question, kQuestion)); }

std::vector<CarrierTrip> CarrierClient::trips() const {
    std::vector<CarrierTrip> trips;
    for (const fs::path& file : filesOf(folder_.path() / "carrier", kQuestion)) {
        const auto name = hashFromText(file.stem().string());
        const auto asked = name ? kept(*name) : Result<Kept>(Error{});
        if (!asked) continue;
        CarrierTrip trip{*name, asked->atMs};
        for (const GridRequest& grid : asked->request.grids) trip.changes += grid.changes.size();
        trips.push_back(trip);
    }
    std::ranges::sort(trips, {}, &CarrierTrip::askedAtMs);
    return trips;
}

bool CarrierClient::isOwn(const Hash256& question) const {
    return fs::exists(place(question, kQuestion)) || isAnswered(question);
}

bool CarrierClient::isAnswered(const Hash256& question) const { return fs::exists(place(question, kAnswered)); }

Outcome CarrierClient::keep(const Hash256& name, std::string_view message) {
    const fs::path folder = folder_.path() / "carrier";
    std::error_code wrong;
    fs::create_directories(folder, wrong);
    if (wrong) return fileError(folder, wrong.value());
    const std::string sealed = seal(message, keyFor(folder_.signingKeys()), hashText(name));
    if (auto written = write(place(name, kQuestion), sealed); !written) return written;
    return forgetOldest(folder, kQuestion, kMostWaiting);
}

// --- An answer --------------------------------------------------------------------------------------------------------

Result<CarrierClient::Kept> CarrierClient::kept(const Hash256& name) const {
    const auto sealed = readWhole(place(name, kQuestion));
    if (!sealed && sealed.error().fault == Fault::missing)
        return Error{Fault::refused, "this answers a question that this phone did not ask, or has forgotten: ask anew"};
    if (!sealed) return sealed.error();
    const auto bytes = unseal(*sealed, keyFor(folder_.signingKeys()), hashText(name));
    if (!bytes || bytes->size() < sizeof(std::int64_t))
        return Error{Fault::broken, "what was asked is damaged on this phone: ask anew"};
    const auto message = unpack(std::string_view(*bytes).substr(sizeof(std::int64_t)), tuning::kMaxReplyBytes);
    if (!message) return message.error();
    auto request = decodeSyncRequest(*message);
    if (!request) return request.error();
    completeSignatures(*request);
    return Kept{static_cast<std::int64_t>(ByteReader(*bytes).fixed64()), *std::move(request)};
}

Result<std::string> CarrierClient::read(const fs::path& file) {
    std::error_code wrong;
    const std::uintmax_t size = fs::file_size(file, wrong);
    if (wrong) return fileError(file, wrong.value());
    if (size > kMaxAnswerBytes) return Error{Fault::invalid, "this file is larger than any answer"};
    return readWhole(file);
}

Result<CarrierReport> CarrierClient::takeFrom(const fs::path& file) {
    const auto bytes = read(file);
    if (!bytes) return bytes.error();
    return take(*bytes);
}

Result<CarrierReport> CarrierClient::take(std::string_view file) {
    const auto& enrolment = folder_.enrolment();
    if (!enrolment) return Error{Fault::refused, "this device is not enrolled: it has asked nothing"};
    const auto answer = readAnswer(file, folder_.signingKeys(), enrolment->centreKey);
    if (!answer) return answer.error();
    if (answer->device != folder_.device()) return Error{Fault::invalid, "the answer is for another device"};
    CarrierReport report{.answeredAtMs = answer->atMs};
    if (fs::exists(place(answer->question, kAnswered))) {
        report.repeated = true;
        return report;
    }
    const auto asked = kept(answer->question);
    if (!asked) return asked.error();
    report.askedAtMs = asked->atMs;
    if (auto taken = takeGrids(asked->request, *answer, report); !taken) return taken.error();
    if (auto noted = write(place(answer->question, kAnswered), ""); !noted) return noted.error();
    if (auto removed = removeDurably(place(answer->question, kQuestion)); !removed) return removed.error();
    if (auto left = forgetOldest(folder_.path() / "carrier", kAnswered, kMostAnswered); !left) return left.error();
    return report;
}

/// A problem of one grid is in its report, unless it is one of this device: then the answer is to be taken once more.
Outcome CarrierClient::takeGrids(const SyncRequest& asked, const CarrierAnswer& answer, CarrierReport& report) {
    const auto message = unpack(answer.message, tuning::kMaxReplyBytes);
    if (!message) return message.error();
    const auto reply = decodeSyncReply(*message);
    if (!reply) return reply.error();
    if (reply->mark != asked.mark) return Error{Fault::refused, "the answer does not fit what was asked"};
    report.given = reply->given;
    for (const GridRequest& grid : asked.grids) {
        GridSyncReport& one = report.grids[grid.grid];
        const auto told = std::ranges::find(reply->grids, grid.grid, &GridReply::grid);
        if (told == reply->grids.end()) continue;  // nothing new
        auto taken = told->problem ? Outcome(*told->problem) : takeGrid(grid, *told, answer, report);
        if (taken) continue;
        const Fault fault = taken.error().fault;
        if (!told->problem && (fault == Fault::full || fault == Fault::broken)) return taken.error();
        one.problem = taken.error();
    }
    return Done{};
}

Outcome CarrierClient::takeGrid(const GridRequest& asked, const GridReply& reply, const CarrierAnswer& answer,
                                CarrierReport& report) {
    auto opened = folder_.store(asked.grid);
    if (!opened && opened.error().fault == Fault::missing) {  // left since
        report.overtaken.insert(asked.grid);
        return Done{};
    }
    if (!opened) return opened.error();
    LocalStore& store = **opened;
    const auto now = store.nextRequest({.maxChanges = asked.changes.size(), .maxBytes = SIZE_MAX});
    if (!now) return now.error();
    if (isOvertaken(asked, reply, *now)) {
        report.overtaken.insert(asked.grid);
        return Done{};
    }
    const auto applied = store.apply(asked, reply);
    if (!applied) return applied.error();
    GridSyncReport& one = report.grids[asked.grid];
    one.taken = applied->taken;
    one.sent = applied->turned ? 0 : asked.changes.size();
    one.received = applied->merged;
    one.refused = applied->refused;
    one.repaired = applied->repaired;
    one.differences = applied->differs ? 1 : 0;
    one.turns = applied->turned ? 1 : 0;
    report.more |= applied->more;
    if (!applied->snapshotNeeded) return Done{};
    const auto snapshot = snapshotIn(answer, asked.grid);
    if (!snapshot) return snapshot.error();
    const auto merged = store.applySnapshot(*snapshot);
    if (!merged) return merged.error();
    one.received += merged->merged;
    ++one.snapshots;
    return Done{};
}

}  // namespace qiaomen
