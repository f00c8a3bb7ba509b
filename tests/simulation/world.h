// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "shared/client/sync_client.h"
#include "shared/domain/collections.h"
#include "syncserver/hub.h"
#include "syncserver/sqlite_grid_store.h"
#include "syncserver/verify.h"
#include "tests/simulation/disks.h"
#include "tests/simulation/files.h"
#include "tests/simulation/notebook.h"
#include "tests/simulation/trouble.h"

/// The words in which scenarios are told, by hand and by the generator alike:
///
///     World world;
///     Phone& alice = world.phone("alice");
///     alice.edits("household-1", "note", "x");
///     alice.syncs(losesReply());
///     world.centre().isBackedUpAs(3);
///     …
///     CHECK(world.settles() == "");
///
/// Behind them work the real LocalStore, SyncClient, Hub and SqliteGridStore on real files. Time, randomness, network and the end
/// of processes are the World's, so the same words always make the same world.
namespace qiaomen::simulation {

class World;

inline constexpr std::int64_t kMinute = 60'000;
inline constexpr std::int64_t kHour = 60 * kMinute;
inline constexpr std::int64_t kDay = 24 * kHour;
inline constexpr std::int64_t kYear = 365 * kDay;

/// Thrown where a process dies; caught by whoever starts it again.
struct Killed {};

/// Which program somebody uses. An older one has never heard of hazards, nor of some fields; a newer one knows of parcels, and where a
/// household parks.
enum class App : unsigned char { older, today, newer };

/// The centre: hubs over one folder of grids, asked in turn. It can be killed at any look at its clock, be put back to an old copy of its
/// files, and lose its power or its disk.
class Centre {
public:
    explicit Centre(World& world);
    ~Centre();

    void crashes();
    void isBackedUpAs(int label);
    /// Nothing happens when there is no such backup.
    void isRestoredTo(int label);
    void clockJumps(std::int64_t ms) { offsetMs_ += ms; }
    void diskWill(Disks::Failure::Kind kind, std::int64_t after);

    /// What the field holds, "" for nothing.
    [[nodiscard]] std::string says(std::string_view record, std::string_view field);
    [[nodiscard]] bool has(std::string_view record);
    /// "note: rain (alice) over sun (bob)": every conflict about the record in the order of the alphabet, separated by "; ".
    [[nodiscard]] std::string conflictsOf(std::string_view record);

    // --- for phones and checks ---
    Result<std::string> answer(const Grant& grant, std::string_view request);
    Result<std::string> snapshot(const Grant& grant, const GridId& grid);
    /// The n-th look at the clock from now on kills the process; 0: none does.
    void dieAtClockRead(int count) { clockReadsLeft_ = count; }
    [[nodiscard]] const PublicKey& key() const { return keys_.publicKey; }
    [[nodiscard]] const DeviceId& device() const { return device_; }
    [[nodiscard]] const std::vector<LoggedChange>& log() const { return log_; }
    [[nodiscard]] Hash128 digest();
    [[nodiscard]] std::vector<Record> records();
    [[nodiscard]] std::vector<RefusedChange> refused();
    /// What `qiaomen-server verify` would say, when devices sign by these keys and the centre by its own.
    [[nodiscard]] std::vector<std::string> findings(DeviceKeys keys);
    /// After the last step: nothing that was ordered and has not happened happens any more.
    void diskIsWell();

private:
    void start();
    void stop();
    void restart();
    bool diskFailed();
    Hub& hub() { return *hubs_[asked_++ % hubs_.size()]; }
    void watch();
    void readLogAnew();
    [[nodiscard]] std::filesystem::path file() const;
    [[nodiscard]] std::filesystem::path backup(int label) const;

    World& world_;
    DeviceId device_;
    KeyPair keys_;
    std::int64_t offsetMs_ = 0;
    int clockReadsLeft_ = 0;
    RandomSource random_;
    std::unique_ptr<SqliteGridStore> store_;
    std::vector<std::unique_ptr<Hub>> hubs_;
    std::size_t asked_ = 0;
    std::vector<LoggedChange> log_;  ///< as it stands on the disk
};

/// A phone (or a desk, or a leader's tablet): whoever writes changes.
class Phone : private Transport {
public:
    struct Origin {
        std::string name;
        DeviceId device;
        std::filesystem::path file;
        App app = App::today;
    };
    Phone(World& world, Origin origin);
    ~Phone() override;

    // --- what its user does ---
    /// "household-1" names a record and its collection. A record that is new on this phone gets what is required besides.
    void edits(std::string_view record, std::string_view field, Value value);
    void edits(std::string_view record, const std::vector<std::pair<std::string_view, Value>>& values);
    void removes(std::string_view record);
    /// Says of the record's first open conflict how it was decided: "kept" or "replaced".
    void resolves(std::string_view record, std::string_view decision = "kept");
    /// Takes the first change of the rescue queue, saves what it said once more, and closes it.
    void rescues();
    void syncs(Trouble trouble = {});

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
    /// A request that it gave up long ago reaches the centre now.
    void oldRequestArrives();
    /// At its `after`-th write or sync from now on, whatever it does then.
    void diskWill(Disks::Failure::Kind kind, std::int64_t after);

    // --- what can be seen ---
    [[nodiscard]] std::string says(std::string_view record, std::string_view field);
    [[nodiscard]] bool has(std::string_view record);
    [[nodiscard]] Safety safety();
    [[nodiscard]] std::vector<std::string> rescueReasons();
    [[nodiscard]] std::uint64_t snapshotsFetched() const { return snapshots_; }
    /// Times that its disk let it down while it started.
    [[nodiscard]] int failedStarts() const { return failedStarts_; }
    [[nodiscard]] const std::string& lastProblem() const { return lastProblem_; }

    // --- for checks ---
    [[nodiscard]] const std::string& name() const { return origin_.name; }
    [[nodiscard]] const DeviceId& device() const { return origin_.device; }
    /// Itself, and whoever it went on as.
    [[nodiscard]] bool was(const DeviceId& device) const {
        return device == origin_.device || identities_.contains(device);
    }
    [[nodiscard]] bool isAlive() const { return store_ != nullptr; }
    [[nodiscard]] const std::set<Notebook::SaveNo>& holds() const { return held_; }
    [[nodiscard]] LocalStore& store() { return *store_; }
    [[nodiscard]] std::vector<Record> records();
    /// By which key it signs, under whatever name.
    void addKeysTo(DeviceKeys& known) const;
    void diskIsWell();

private:
    Result<std::string> sync(std::string_view request) override;
    Result<std::string> snapshot(const GridId& grid) override;
    Grant grant();
    [[nodiscard]] KeyPair keys() const;
    Result<std::string> lateReply();
    template <class Deliver>
    Result<std::string> exchange(const Deliver& deliver, std::string_view request);

    void start();
    Result<std::unique_ptr<LocalStore>> open();
    void stop();
    void restart();
    void faceTheDisk();
    void checkNothingForgotten();
    void save(const std::vector<Edit>& edits);
    void checkAfterSync(bool clean);
    [[nodiscard]] std::filesystem::path backup(int label) const;
    [[nodiscard]] Collections collections() const;
    [[nodiscard]] std::int64_t now() const;

    World& world_;
    Origin origin_;
    std::int64_t offsetMs_ = 0;
    std::int64_t driftPpm_ = 0;
    std::int64_t driftSinceMs_ = 0;
    std::unique_ptr<LocalStore> store_;
    std::unique_ptr<SyncClient> client_;
    Subscription watching_;
    Trouble trouble_;
    int exchanges_ = 0;
    int commits_ = 0;
    std::deque<std::string> lateReplies_, lateRequests_;
    std::set<DeviceId> identities_;
    std::uint64_t lastNumber_ = 0;  ///< the highest that was reported saved
    std::set<Notebook::SaveNo> held_;
    std::map<int, std::set<Notebook::SaveNo>> heldByBackup_;
    std::pair<std::uint64_t, std::uint64_t> receipt_;  ///< epoch and number of the best receipt seen
    std::uint64_t snapshots_ = 0;
    int failedStarts_ = 0;
    std::string lastProblem_;
};

class World {
public:
    struct Options {
        std::uint64_t seed = 1;          ///< of everything random inside
        std::size_t tailLimit = 1000;    ///< changes in one answer
        std::size_t pushLimit = 1000;    ///< changes in one request
        std::size_t applyLimit = 1000;   ///< changes that a phone merges in one transaction
        std::size_t repairLimit = 1000;  ///< records that a phone brings back in one request
        std::size_t shortTail = 1000;    ///< a phone further behind gets the snapshot, where that is shorter
        std::size_t servers = 1;         ///< of the centre, on one store
        /// A folder with the databases that the centre ("centre.db") and phones ("alice.db") of an earlier version left behind.
        std::filesystem::path inherits = {};
    };
    World() : World(Options{}) {}
    explicit World(Options options);
    ~World();

    [[nodiscard]] Centre& centre() { return *centre_; }
    /// The phone of that name; a new one, enrolled for the grid, at the first call.
    Phone& phone(std::string_view name, App app = App::today);
    void passes(std::int64_t ms) { nowMs_ += ms; }

    /// Everybody syncs without trouble until nothing moves any more. Gives what is wrong then, or was wrong on the way: "" when
    /// all replicas hold what they must and nothing was lost.
    std::string settles();

    // --- for phones, centre and checks ---
    [[nodiscard]] const Options& options() const { return options_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }
    [[nodiscard]] std::int64_t nowMs() const { return nowMs_; }
    [[nodiscard]] GridId grid() const { return grid_; }
    [[nodiscard]] const RandomSource& random() const { return random_; }
    [[nodiscard]] Notebook& notebook() { return notebook_; }
    [[nodiscard]] Disks& disks() { return disks_; }
    [[nodiscard]] std::string nameOf(const DeviceId& device) const;
    Phone& addPhone(Phone::Origin origin);
    [[nodiscard]] const std::vector<std::unique_ptr<Phone>>& phones() const { return phones_; }
    /// Copies were put back or made: from now on digests may differ for a while.
    void disaster() { disaster_ = true; }
    [[nodiscard]] bool hadDisaster() const { return disaster_; }
    /// One line of what happened: goes into the trace, whose hash is the same for the same words.
    void tell(const std::string& line);
    [[nodiscard]] std::uint64_t traceHash() const { return trace_; }
    void printTrace(bool on) { printing_ = on; }

private:
    bool settleOnce();
    void checkReplicas();
    void checkProofs();
    void checkNothingLost();

    Options options_;
    FastFolder folder_;
    Disks disks_;
    std::int64_t nowMs_;
    GridId grid_;
    RandomSource random_;
    Notebook notebook_;
    bool disaster_ = false;
    std::uint64_t trace_ = 0xcbf29ce484222325U;
    bool printing_ = false;
    std::unique_ptr<Centre> centre_;
    std::vector<std::unique_ptr<Phone>> phones_;
};

/// "household-1" as a record's id, and as its collection: null when the app does not know it.
RecordId recordNamed(std::string_view name);
const Collection* collectionNamed(std::string_view record, App app = App::today);
/// What an app knows.
Collections collectionsOf(App app);
/// How scenarios say it: `alice.diskWill(losePower, 3)`.
inline constexpr auto losePower = Disks::Failure::Kind::powerCut;
inline constexpr auto runFull = Disks::Failure::Kind::full;
inline constexpr auto failToSync = Disks::Failure::Kind::ioError;

/// The same bytes for the same seed.
RandomSource seededBytes(std::uint64_t seed);

}  // namespace qiaomen::simulation
