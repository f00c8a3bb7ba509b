// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "syncserver/centre_folder.h"
#include "tests/support/signer.h"
#include "tests/support/temp_folder.h"

/// The centre, and the phones that sync with it without a network between: for stories about what a push and a pull mean.
namespace qiaomen::tests {

/// A real centre on real files, with a clock that stands still until told to move, and one grid.
class TestCentre {
public:
    TestCentre();

    [[nodiscard]] const std::filesystem::path& path() const { return files_.path(); }
    [[nodiscard]] CentreFolder& folder() { return *folder_; }
    [[nodiscard]] Hub& hub() { return folder_->hub(); }
    [[nodiscard]] FakeClock& clock() { return clock_; }
    [[nodiscard]] GridId grid() const { return gridId(1); }
    /// Enrols a device whose id is known already.
    Grant enrol(const DeviceId& id, const std::string& worker, std::set<GridId> grids, const std::string& what = "手机");
    /// As after the end of the process.
    void restart();

    [[nodiscard]] Record read(const Collection& collection, const RecordId& id);
    /// The open and the resolved conflicts, by their making.
    [[nodiscard]] std::vector<Record> conflicts();
    [[nodiscard]] std::vector<RefusedChange> refused();
    [[nodiscard]] GridHead head();
    [[nodiscard]] std::vector<LoggedChange> log();

private:
    CentreFolder::Options options();

    TempFolder files_;
    FakeClock clock_;
    std::unique_ptr<CentreFolder> folder_;
};

/// A worker's phone: what it has on the screen, what it has not sent yet.
class TestPhone {
public:
    TestPhone(TestCentre& centre, const DeviceId& id, const std::string& worker, const std::string& what = "手机");

    /// Saves values over what is on the screen, without a network.
    Change writes(const Collection& collection, const RecordId& record,
                  std::initializer_list<std::pair<std::string_view, Value>> values);
    Change removes(const Collection& collection, const RecordId& record);
    /// Puts a change as it is into the outbox, right or wrong; only the number is given.
    Change sends(Change change);

    /// One round: sends what is unsent, takes in the answer.
    GridReply syncs();
    /// Rounds until there is nothing more to get.
    void syncsAll();
    /// Sends, and loses the answer on the way.
    GridReply losesTheReply();
    /// Puts the request to the hub, signed where it brings something.
    GridReply asks(GridRequest request);
    /// … as it is.
    GridReply asksAsIs(const GridRequest& request);
    [[nodiscard]] GridRequest signs(GridRequest request) const { return signer_.signs(std::move(request)); }
    GridReply repeats(const std::vector<Change>& changes);

    [[nodiscard]] const Record& sees(const Collection& collection, const RecordId& record);
    [[nodiscard]] Record* seesConflict();
    [[nodiscard]] const std::vector<Change>& unsent() const { return unsent_; }
    [[nodiscard]] Grant& grant() { return grant_; }
    [[nodiscard]] Cursor& cursor() { return cursor_; }
    [[nodiscard]] const DeviceId& id() const { return id_; }
    [[nodiscard]] std::uint64_t& lastNumber() { return lastNumber_; }
    [[nodiscard]] HybridClock& clock() { return clock_; }
    /// The sum of everything on the screen, as the centre computes its own.
    [[nodiscard]] Hash128 digest() const;

private:
    Record& record(const RecordKey& key);
    Change save(Change change);
    void apply(const GridReply& reply);
    void fetchSnapshot();

    TestCentre& centre_;
    DeviceId id_;
    Signer signer_;
    Grant grant_;
    HybridClock clock_;
    Cursor cursor_;
    std::uint64_t lastNumber_ = 0;
    std::vector<Change> unsent_;
    std::unordered_map<RecordKey, Record, RecordKeyHash> records_;
};

/// Fails the test with the error's message.
template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message);
    return *std::move(result);
}

/// A household with everything required, and a visit to it.
inline constexpr RecordId kDoor = recordId(1);
inline constexpr RecordId kHome = recordId(2);
inline constexpr RecordId kVisit = recordId(3);
void registersHome(TestPhone& phone);
void knocks(TestPhone& phone, const RecordId& visitId, std::string_view remark = "");

/// Zhang and Li know the same household; then both are without a network for a while.
struct TwoPhones {
    TestCentre centre;
    TestPhone zhang{centre, alice, "张敏"};
    TestPhone li{centre, bob, "李强"};

    TwoPhones() {
        registersHome(zhang);
        zhang.syncsAll();
        li.syncsAll();
        passes();
    }
    void passes() { centre.clock().advance(60'000); }
};

}  // namespace qiaomen::tests
