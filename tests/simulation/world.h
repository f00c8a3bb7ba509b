// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shared/client/device_folder.h"
#include "shared/client/sync_client.h"
#include "shared/domain/collections.h"
#include "tests/simulation/centre.h"
#include "tests/simulation/disks.h"
#include "tests/simulation/files.h"
#include "tests/simulation/names.h"
#include "tests/simulation/notebook.h"
#include "tests/simulation/phone.h"
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
/// Behind them work the real DeviceFolder, LocalStore, SyncClient, CarrierClient, Access, Hub, CarrierDesk and SqliteGridStore on real files.
/// Time, randomness, network and the end of processes are the World's, so the same words always make the same world.
namespace qiaomen::simulation {

inline constexpr std::int64_t kMinute = 60'000;
inline constexpr std::int64_t kHour = 60 * kMinute;
inline constexpr std::int64_t kDay = 24 * kHour;
inline constexpr std::int64_t kYear = 365 * kDay;

class World {
public:
    struct Options {
        std::uint64_t seed = 1;          ///< of everything random inside
        std::size_t tailLimit = 1000;    ///< changes in one answer
        std::size_t pushLimit = 1000;    ///< changes in one request
        std::size_t applyLimit = 1000;   ///< changes that a phone merges in one transaction
        std::size_t repairLimit = 1000;  ///< records that a phone brings back in one request
        std::size_t shortTail = 1000;    ///< a phone further behind gets the snapshot, where that is shorter
        std::size_t servers = 1;         ///< of each centre, on one store
        std::size_t communities = 1;     ///< 2: there is the harbour's, with a centre of its own, besides
        /// A folder with the databases that the centre ("centre.db") and phones ("alice.db") of an earlier version left behind, in the
        /// east.
        std::filesystem::path inherits = {};
        /// Who was there then, and is not any more.
        std::vector<std::string> remembers = {};
    };
    World() : World(Options{}) {}
    explicit World(Options options);
    ~World();

    /// The centre of east and west, and the harbour's.
    [[nodiscard]] Centre& centre() { return *centres_.front(); }
    [[nodiscard]] Centre& harbour() { return *centres_.back(); }
    /// The phone of that name; a new one, enrolled for its grids, at the first call.
    Phone& phone(std::string_view name, Job job = {});
    void passes(std::int64_t ms) { nowMs_ += ms; }

    /// Everybody syncs without trouble until nothing moves any more. Gives what is wrong then, or was wrong on the way: "" when
    /// all replicas hold what they must and nothing was lost.
    std::string settles();

    // --- for phones, centres and checks ---
    [[nodiscard]] const Options& options() const { return options_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }
    [[nodiscard]] std::int64_t nowMs() const { return nowMs_; }
    [[nodiscard]] const RandomSource& random() const { return random_; }
    [[nodiscard]] Notebook& notebook(const GridId& grid) { return notebooks_[grid]; }
    [[nodiscard]] Disks& disks() { return disks_; }
    [[nodiscard]] std::string nameOf(const DeviceId& device) const;
    /// The grids of that one's community.
    [[nodiscard]] std::vector<std::string> gridsBeside(std::string_view grid) const;
    /// A centre that is not this one; itself, when there is no other.
    [[nodiscard]] Centre& strangeTo(const Centre& centre);
    Phone& addPhone(Centre& centre, Phone::Origin origin);
    [[nodiscard]] const std::vector<std::unique_ptr<Phone>>& phones() const { return phones_; }
    /// Copies were put back or made: from now on digests may differ for a while.
    void disaster() { disaster_ = true; }
    [[nodiscard]] bool hadDisaster() const { return disaster_; }
    /// What must not happen and happened.
    void complain(const std::string& what);
    /// One line of what happened: goes into the trace, whose hash is the same for the same words.
    void tell(const std::string& line);
    [[nodiscard]] std::uint64_t traceHash() const { return trace_; }
    void printTrace(bool on) { printing_ = on; }

private:
    bool settleOnce();
    bool isQuiet(Phone& phone);
    void checkGrid(Centre& centre, const GridId& grid);
    void checkReplicas(Centre& centre, const GridId& grid);
    void checkProofs(Centre& centre, const GridId& grid);
    void checkScopes();

    Options options_;
    FastFolder folder_;
    Disks disks_;
    std::int64_t nowMs_;
    RandomSource random_;
    std::map<GridId, Notebook> notebooks_;
    std::vector<std::string> complaints_;
    bool disaster_ = false;
    std::uint64_t trace_ = 0xcbf29ce484222325U;
    bool printing_ = false;
    std::vector<std::unique_ptr<Centre>> centres_;
    std::vector<std::unique_ptr<Phone>> phones_;
};

/// How scenarios say it: `alice.diskWill(losePower, 3)`.
inline constexpr auto losePower = Disks::Failure::Kind::powerCut;
inline constexpr auto runFull = Disks::Failure::Kind::full;
inline constexpr auto failToSync = Disks::Failure::Kind::ioError;

/// The same bytes for the same seed.
RandomSource seededBytes(std::uint64_t seed);

}  // namespace qiaomen::simulation
