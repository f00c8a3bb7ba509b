// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <thread>

#include "shared/client/attachment_sync.h"
#include "shared/client/http_attachment_way.h"
#include "shared/client/http_transport.h"
#include "shared/client/sync_client.h"
#include "shared/domain/collections.h"
#include "syncserver/centre_folder.h"
#include "syncserver/server.h"
#include "tests/support/people.h"
#include "tests/support/temp_folder.h"

/// Photos of hazards, the phones that take them, and the centre on the other side of real HTTP.
namespace qiaomen::tests {

/// What a test takes out of a Result; its error fails the test with its words.
template <class T>
T ok(Result<T> result) {
    if (!result) throw std::runtime_error(std::string(name(result.error().fault)) + ": " + result.error().message);
    return *std::move(result);
}

/// As much of a photo as anybody here looks at: the first bytes of a JPEG file, then anything. The same for the same number.
std::string jpeg(std::size_t size, std::uint64_t number);
RecordId newRecord();
/// Changes one byte of a file.
void flipByte(const std::filesystem::path& file, std::uint64_t at);

/// A centre with one grid (gridId(1)), behind real sockets.
class PhotoCentre {
public:
    explicit PhotoCentre(std::uint64_t maxBytesPerGrid = 0);
    ~PhotoCentre();
    /// As after the end of the process; the port is another one.
    void restart();

    HttpOptions enrol(const std::string& worker, std::set<GridId> grids = {gridId(1)});
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] const PublicKey& key() const { return folder_->publicKey(); }
    [[nodiscard]] FakeClock& clock() { return clock_; }
    [[nodiscard]] CentreFolder& folder() { return *folder_; }
    [[nodiscard]] AttachmentCounts counts() { return ok(folder_->attachments().counts(gridId(1))); }
    [[nodiscard]] std::filesystem::path fileOf(const Hash256& hash) const;
    [[nodiscard]] std::string metrics() const { return metrics_.text({.openGrids = 1}); }

private:
    void stop();

    TempFolder files_;
    FakeClock clock_;
    Metrics metrics_;
    EventLog log_;
    std::uint64_t maxBytesPerGrid_;
    std::unique_ptr<CentreFolder> folder_;
    std::unique_ptr<HttpServer> server_;
    std::thread serving_;
    int port_ = 0;
};

/// Passes questions on to another way, notes them, and does what a story wants at a certain one.
class WatchedWay : public AttachmentWay {
public:
    explicit WatchedWay(const HttpOptions& options) : way_(options) {}

    Result<AttachmentStates> states(const GridId& grid, const std::vector<Hash256>& hashes) override;
    Result<AttachmentState> send(const GridId& grid, const Hash256& hash, std::uint64_t offset,
                                 std::string_view chunk) override;
    Result<std::string> fetch(const GridId& grid, const Hash256& hash, std::uint64_t offset) override;

    std::vector<Hash256> sent, fetched;  ///< chunk by chunk
    int questions = 0;
    int chunksUntilCut = -1;  ///< after so many chunks there is no network; -1: there always is

private:
    bool isCut();
    HttpAttachmentWay way_;
};

/// Somebody's phone in the grid.
class PhotoPhone {
public:
    PhotoPhone(PhotoCentre& centre, DeviceId device, const std::string& worker,
               Collections collections = allCollections());

    /// Puts and saves a photo of a hazard.
    RecordId photographs(const std::string& content, const std::string& thumbnail);
    void deletes(const RecordId& photoRecord);
    /// The records of both sides, until there is nothing more to get.
    void syncs();
    AttachmentReport carries(Network network = Network::unmetered) { return ok(sync().run(network)); }
    /// Closes and opens everything, as the app does when it is started again; with the centre where it is now.
    void restart();

    [[nodiscard]] AttachmentRef image(const RecordId& photoRecord);
    [[nodiscard]] AttachmentStore& attachments() { return *attachments_; }
    [[nodiscard]] LocalStore& records() { return *records_; }
    [[nodiscard]] AttachmentSync& sync() { return *sync_; }
    [[nodiscard]] WatchedWay& way() { return *way_; }
    [[nodiscard]] bool isSafe(const Hash256& hash) { return attachments_->placeOf(hash, 0).isSafe; }
    [[nodiscard]] bool has(const Hash256& hash) { return attachments_->placeOf(hash, 0).isHere; }
    [[nodiscard]] std::filesystem::path fileOf(const Hash256& hash) const;
    [[nodiscard]] std::vector<AttachmentProgress>& progress() { return progress_; }
    [[nodiscard]] const HttpOptions& options() const { return options_; }

private:
    PhotoCentre& centre_;
    TempFolder files_;
    DeviceId device_;
    Collections collections_;
    HttpOptions options_;
    std::unique_ptr<LocalStore> records_;
    std::unique_ptr<AttachmentStore> attachments_;
    std::unique_ptr<WatchedWay> way_;
    std::unique_ptr<AttachmentSync> sync_;
    std::vector<AttachmentProgress> progress_;
};

}  // namespace qiaomen::tests
