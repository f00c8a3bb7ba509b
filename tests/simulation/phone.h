// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/client/device_folder.h"
#include "shared/client/sync_client.h"
#include "tests/simulation/centre.h"
#include "tests/simulation/notebook.h"
#include "tests/simulation/trouble.h"

namespace qiaomen::simulation {

/// How somebody's program and place differ from those of a door worker of the east with today's app.
struct Job {
    App app = App::today;
    Role role = Role::door;
    std::string grid = std::string(kEast);  ///< where a door worker works; of others, one of their community's
};

/// A phone (or a desk, or a leader's tablet): whoever writes changes. It has a device's real folder, and does after each sync what the
/// app does about grids that are given and taken.
class Phone : private Transport {
public:
    struct Origin {
        std::string name;
        std::string enrolledAs;  ///< for whom: a clone's is its original
        std::filesystem::path folder;
        Job job;
    };
    /// Where there is a copied folder, the phone goes on from it.
    Phone(World& world, Centre& centre, Origin origin);
    ~Phone() override;

    // --- what its user does ---
    /// "household-1" names a record and its collection. A record that is new on this phone gets what is required besides. Nothing happens
    /// in a grid that the phone does not hold.
    void edits(std::string_view record, std::string_view field, Value value);
    void edits(std::string_view record, const std::vector<std::pair<std::string_view, Value>>& values);
    void removes(std::string_view record);
    /// Says of the record's first open conflict how it was decided: "kept" or "replaced".
    void resolves(std::string_view record, std::string_view decision = "kept");
    /// Takes the first change of the grid's rescue queue, saves what it said once more, and closes it.
    void rescues(std::string_view grid = kEast);
    /// Decides about the first of the grid's open rescued records: takes it in, or puts it aside.
    void takesIn(std::string_view grid = kEast);
    void putsAside(std::string_view grid = kEast);
    /// Types something, and does not save it.
    void types(std::string_view record, std::string_view text);
    void syncs(Trouble trouble = {});
    /// Each gives the other a question for the centre to carry, and takes the answers that the other has brought for him. What is carried
    /// is handed in at the bearer's next sync that gets through.
    void meets(Phone& other);

    // --- what happens to it ---
    void crashes();
    void isBackedUpAs(int label);
    void isRestoredTo(int label);
    /// A second phone with a copy of everything, identity included.
    Phone& isClonedAs(std::string_view name);
    /// Drowned: it never comes back, and what was only on it is gone.
    void isLost();
    void clockJumps(std::int64_t ms) { offsetMs_ += ms; }
    /// Parts per million that its clock runs too fast.
    void clockDrifts(std::int64_t ppm);
    /// From now on nothing goes out.
    void isCutOff();
    /// From now on everything goes out, and nothing comes in.
    void hearsNothing();
    void isConnected();
    /// A request that it gave up long ago reaches the centre now.
    void oldRequestArrives();
    /// At its `after`-th write or sync from now on, whatever it does then.
    void diskWill(Disks::Failure::Kind kind, std::int64_t after);

    // --- what can be seen ---
    [[nodiscard]] std::string says(std::string_view record, std::string_view field);
    [[nodiscard]] bool has(std::string_view record);
    [[nodiscard]] bool holds(std::string_view grid) const;
    [[nodiscard]] Safety safety(std::string_view grid = kEast);
    [[nodiscard]] std::vector<std::string> rescueReasons(std::string_view grid = kEast);
    [[nodiscard]] std::uint64_t snapshotsFetched() const { return snapshots_; }
    /// Times that its disk let it down while it started.
    [[nodiscard]] int failedStarts() const { return failedStarts_; }
    [[nodiscard]] const std::string& lastProblem() const { return lastProblem_; }

    // --- for checks ---
    [[nodiscard]] const std::string& name() const { return origin_.name; }
    [[nodiscard]] const std::string& enrolledAs() const { return origin_.enrolledAs; }
    [[nodiscard]] DeviceId device() const { return DeviceId::named({}, origin_.enrolledAs); }
    /// Itself, and whoever it went on as.
    [[nodiscard]] bool was(const DeviceId& which) const { return which == device() || identities_.contains(which); }
    [[nodiscard]] bool isAlive() const { return folder_ != nullptr; }
    [[nodiscard]] Centre& centre() const { return centre_; }
    /// By which the centre knows it.
    [[nodiscard]] const std::string& token() const { return folder_->enrolment()->token; }
    [[nodiscard]] std::vector<GridId> grids() const;
    [[nodiscard]] LocalStore& store(std::string_view grid = kEast) { return storeOf(gridNamed(grid)); }
    [[nodiscard]] LocalStore& storeOf(const GridId& grid);
    [[nodiscard]] std::vector<Record> records(const GridId& grid);
    /// The saves of a grid that this phone holds, or held when it left: its own, that must not be lost.
    [[nodiscard]] std::set<Notebook::SaveNo> answersFor(const GridId& grid) const;
    /// Names of what its disk has of grids that it does not hold.
    [[nodiscard]] std::vector<std::string> leftovers() const;
    /// True when the last sync had something to follow: a grid was given, handed over, or left.
    [[nodiscard]] bool moved() const { return moved_; }
    /// The centre forgot what this phone had handed over when it left, and the phone cannot say it again.
    void forgetsWhatItLeft(const GridId& grid) { left_.erase(grid); }
    void diskIsWell();

private:
    enum class Link : unsigned char { whole, cut, deaf };
    /// What an onlooker knows of one grid's replica.
    struct Replica {
        std::set<Notebook::SaveNo> held;
        std::uint64_t lastNumber = 0;                     ///< the highest that was reported saved
        std::pair<std::uint64_t, std::uint64_t> receipt;  ///< epoch and number of the best receipt seen
    };
    using Replicas = std::map<GridId, Replica>;
    struct Letter {
        Phone* from;  ///< phones are never taken out of a world
        std::string file;
        bool isAnswer = false;
        int trips = 0;  ///< times that it was handed in, or out
    };

    // Transport
    Result<std::string> sync(std::string_view request) override;
    Result<std::string> snapshot(const GridId& grid) override;
    Result<std::string> lateReply();
    template <class Deliver>
    Result<std::string> exchange(const Deliver& deliver, std::string_view request);
    template <class Deliver>
    Result<std::string> exchangeInTrouble(const Deliver& deliver, std::string_view request);

    void start();
    Outcome open();
    void stop();
    void restart();
    Outcome enrol();
    void inherit();
    /// Stores as they are held now.
    Outcome attach();
    void faceTheDisk();
    void checkNothingForgotten();
    void checkNothingForgotten(const GridId& grid, Replica& replica);

    void save(const GridId& grid, const std::vector<Edit>& edits);
    void decides(std::string_view grid, bool takesItIn);
    template <class Work>
    void survives(const Work& work);
    std::set<GridId> takeReport(const SyncReport& report, std::string& told);
    void follow(const std::vector<GivenGrid>& given, const std::map<GridId, GridSyncReport>& grids);
    Outcome leave(const GridId& grid);
    void writesLetter(Phone& bearer);
    void takesLetters(Phone& bearer);
    void handsLettersIn();
    void noteIdentities();
    void checkAfterSync(const std::set<GridId>& clean);
    void checkAfterSync(const GridId& grid, Replica& replica, bool clean);

    [[nodiscard]] std::filesystem::path backup(int label) const;
    [[nodiscard]] std::int64_t now() const;

    World& world_;
    Centre& centre_;
    Origin origin_;
    std::int64_t offsetMs_ = 0;
    std::int64_t driftPpm_ = 0;
    std::int64_t driftSinceMs_ = 0;
    Link link_ = Link::whole;
    std::unique_ptr<DeviceFolder> folder_;
    std::unique_ptr<SyncClient> client_;
    std::vector<Subscription> watching_;
    Trouble trouble_;
    int exchanges_ = 0;
    int commits_ = 0;
    int erasures_ = 0;
    bool moved_ = false;
    std::deque<std::string> lateReplies_, lateRequests_;
    std::vector<Letter> bag_;
    std::set<DeviceId> identities_;
    Replicas replicas_;
    std::map<GridId, std::set<Notebook::SaveNo>> left_;
    std::map<int, Replicas> backups_;
    std::uint64_t snapshots_ = 0;
    int failedStarts_ = 0;
    std::string lastProblem_;
};

}  // namespace qiaomen::simulation
