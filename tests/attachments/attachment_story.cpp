// SPDX-License-Identifier: Apache-2.0
#include "tests/attachments/attachment_story.h"

#include <fstream>
#include <mutex>

namespace qiaomen::tests {

std::string jpeg(std::size_t size, std::uint64_t number) {
    std::string content(size, '\0');
    seededRandom(number)({reinterpret_cast<std::uint8_t*>(content.data()), content.size()});
    return content.replace(0, 3, "\xff\xd8\xff");
}

RecordId newRecord() {
    static std::int64_t ms = kMorning;
    static const RandomSource random = seededRandom(7);
    return RecordId::make(++ms, random);
}

void flipByte(const std::filesystem::path& file, std::uint64_t at) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekg(static_cast<std::streamoff>(at));
    const char byte = static_cast<char>(stream.get() ^ 1);
    stream.seekp(static_cast<std::streamoff>(at));
    stream.put(byte);
    if (!stream) throw std::runtime_error("no byte to flip in " + file.string());
}

// --- Centre -----------------------------------------------------------------------------------------------------------

PhotoCentre::PhotoCentre(std::uint64_t maxBytesPerGrid) : maxBytesPerGrid_(maxBytesPerGrid) { restart(); }
PhotoCentre::~PhotoCentre() { stop(); }

void PhotoCentre::stop() {
    if (!server_) return;
    server_->stop();
    serving_.join();
    server_.reset();
    folder_.reset();
}

void PhotoCentre::restart() {
    stop();
    folder_ = ok(
        CentreFolder::open({.folder = files_.path(),
                            .collections = allCollections(),
                            .clock = clock_.source(),
                            .random = machineRandom(),
                            .attachmentObserver = [this](const AttachmentEvent& event) { metrics_.observe(event); },
                            .maxAttachmentBytesPerGrid = maxBytesPerGrid_}));
    ok(folder_->grids().createGrid(gridId(1)));
    server_ = std::make_unique<HttpServer>(folder_->hub(), folder_->access(), folder_->grids(), metrics_, log_);
    server_->offer(folder_->attachments());
    port_ = ok(server_->bind({}));
    serving_ = std::thread([this] { server_->serve(); });
    while (!server_->isRunning()) std::this_thread::yield();
}

HttpOptions PhotoCentre::enrol(const std::string& worker, std::set<GridId> grids) {
    Grant grant{.device = worker + "的手机", .worker = worker, .grids = std::move(grids)};
    return {.server = url(), .token = ok(folder_->access().add(std::move(grant))), .caFile = {}};
}

std::filesystem::path PhotoCentre::fileOf(const Hash256& hash) const {
    return files_.path() / "attachments" / gridId(1).text() / hashText(hash);
}

// --- The way ----------------------------------------------------------------------------------------------------------

bool WatchedWay::isCut() { return chunksUntilCut >= 0 && chunksUntilCut-- == 0; }

Result<AttachmentStates> WatchedWay::states(const GridId& grid, const std::vector<Hash256>& hashes) {
    ++questions;
    return way_.states(grid, hashes);
}

Result<AttachmentState> WatchedWay::send(const GridId& grid, const Hash256& hash, std::uint64_t offset,
                                         std::string_view chunk) {
    if (isCut()) return Error{Fault::offline, "no network"};
    sent.push_back(hash);
    return way_.send(grid, hash, offset, chunk);
}

Result<std::string> WatchedWay::fetch(const GridId& grid, const Hash256& hash, std::uint64_t offset) {
    if (isCut()) return Error{Fault::offline, "no network"};
    fetched.push_back(hash);
    return way_.fetch(grid, hash, offset);
}

// --- Phone ------------------------------------------------------------------------------------------------------------

PhotoPhone::PhotoPhone(PhotoCentre& centre, DeviceId device, const std::string& worker, Collections collections)
    : centre_(centre), device_(device), collections_(collections), options_(centre.enrol(worker)) {
    restart();
}

void PhotoPhone::restart() {
    sync_.reset();
    way_.reset();
    attachments_.reset();
    records_.reset();
    options_.server = centre_.url();
    records_ = ok(LocalStore::open({.file = files_ / "east.db",
                                    .key = DatabaseKey{7},
                                    .grid = gridId(1),
                                    .device = device_,
                                    .collections = collections_,
                                    .clock = centre_.clock().source(),
                                    .centreKey = centre_.key(),
                                    .deviceKey = keysOf(device_)}));
    attachments_ = ok(AttachmentStore::open(*records_));
    way_ = std::make_unique<WatchedWay>(options_);
    sync_ = std::make_unique<AttachmentSync>(*way_, std::vector{attachments_.get()},
                                             [this](const AttachmentProgress& now) { progress_.push_back(now); });
}

RecordId PhotoPhone::photographs(const std::string& content, const std::string& thumbnail) {
    const AttachmentRef image = ok(attachments_->put("image/jpeg", content, thumbnail));
    const RecordId hazardRecord = newRecord(), photoRecord = newRecord();
    ok(records_->save(std::vector<Edit>{{hazard.number(),
                                         hazardRecord,
                                         {{hazard.foundAt, records_->nowMs()},
                                          {hazard.kind, "fire_passage"},
                                          {hazard.risk, "general"},
                                          {hazard.place, "3栋2单元楼道"}}},
                                        {photo.number(),
                                         photoRecord,
                                         {{photo.hazard, hazardRecord},
                                          {photo.stage, "before"},
                                          {photo.image, print(image)},
                                          {photo.takenAt, records_->nowMs()}}}}));
    return photoRecord;
}

void PhotoPhone::deletes(const RecordId& photoRecord) {
    ok(records_->save(Edit{.collection = photo.number(), .record = photoRecord, .values = {}, .remove = true}));
}

void PhotoPhone::syncs() {
    HttpTransport way(options_);
    SyncClient client(way, {records_.get()}, "photo story");
    const SyncReport report = ok(client.round());
    if (const auto& problem = report.grids.at(gridId(1)).problem) throw std::runtime_error(problem->message);
}

AttachmentRef PhotoPhone::image(const RecordId& photoRecord) {
    return ok(parseAttachment(ok(records_->read(photo.number(), photoRecord)).text(photo.image)));
}

std::filesystem::path PhotoPhone::fileOf(const Hash256& hash) const {
    return files_.path() / "east.attachments" / hashText(hash);
}

}  // namespace qiaomen::tests
