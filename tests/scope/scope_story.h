// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <thread>

#include "shared/client/device_folder.h"
#include "shared/client/http_transport.h"
#include "shared/client/rescued.h"
#include "shared/client/sync_client.h"
#include "shared/domain/collections.h"
#include "syncserver/centre_folder.h"
#include "syncserver/server.h"
#include "tests/support/people.h"
#include "tests/support/temp_folder.h"

/// Phones with their folders, an administrator who gives and takes grids, and the centre on the other side of real HTTP.
namespace qiaomen::tests {

/// What a test takes out of a Result; its error fails the test with its words.
template <class T>
T ok(Result<T> result) {
    if (!result) throw std::runtime_error(std::string(name(result.error().fault)) + ": " + result.error().message);
    return *std::move(result);
}

inline constexpr GridId kEast = gridId(1);
inline constexpr GridId kWest = gridId(2);

RecordId newRecord();

/// A centre with two grids, 东网格 and 西网格, behind real sockets.
class ScopeCentre {
public:
    ScopeCentre();
    ~ScopeCentre();
    /// As after the end of the process; the port is another one.
    void restart();

    /// What an enrolment file says.
    Enrolment enrol(const std::string& worker, const std::vector<GridId>& grids);
    void gives(const std::string& worker, const GridId& grid);
    void takes(const std::string& worker, const GridId& grid);

    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    [[nodiscard]] FakeClock& clock() { return clock_; }
    [[nodiscard]] CentreFolder& folder() { return *folder_; }
    [[nodiscard]] std::vector<Record> all(const Collection& collection, const GridId& grid = kEast);
    [[nodiscard]] Record read(const Collection& collection, const RecordId& record, const GridId& grid = kEast);
    /// The findings of `qiaomen-server verify`, "" for none.
    [[nodiscard]] std::string findings(const GridId& grid = kEast);

private:
    void stop();

    TempFolder files_;
    FakeClock clock_;
    Metrics metrics_;
    EventLog log_;
    std::unique_ptr<CentreFolder> folder_;
    std::unique_ptr<HttpServer> server_;
    std::thread serving_;
    int port_ = 0;
};

/// Somebody's phone, as the app uses it: after each round it takes up what was given, and leaves what was taken.
class ScopePhone {
public:
    ScopePhone(ScopeCentre& centre, const std::string& worker, const std::vector<GridId>& grids);

    /// One round without anything after it.
    SyncReport syncs();
    /// Rounds, each followed by what the app does about given and taken grids, until nothing is to be done any more.
    void settles();
    /// The app's part after a round; true when there is something for another one.
    bool follows(
        const SyncReport& report, const std::function<void()>& eraseProgress = [] {});
    /// Ends without closing anything in order, and starts again.
    void restart();

    RecordId meets(const RecordId& household, std::string_view remark, const GridId& grid = kEast);
    RecordId movesIn(std::string_view name, const GridId& grid = kEast);
    void edits(const Collection& collection, const RecordId& record, FieldNo field, Value value,
               const GridId& grid = kEast);
    [[nodiscard]] Record sees(const Collection& collection, const RecordId& record, const GridId& grid = kEast);
    [[nodiscard]] std::vector<Record> rescued(const GridId& grid = kEast);
    [[nodiscard]] LocalStore& store(const GridId& grid = kEast) { return *ok(folder_->store(grid)); }
    [[nodiscard]] bool holds(const GridId& grid) const;
    /// Names of whatever its folder has of the grid.
    [[nodiscard]] std::vector<std::string> filesOf(const GridId& grid) const;
    [[nodiscard]] DeviceFolder& folder() { return *folder_; }
    [[nodiscard]] const std::filesystem::path& path() const { return files_.path(); }

private:
    ScopeCentre& centre_;
    TempFolder files_;
    std::optional<DeviceFolder> folder_;
};

}  // namespace qiaomen::tests
