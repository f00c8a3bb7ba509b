// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "shared/core/attachment_wire.h"
#include "shared/files/attachment_files.h"
#include "syncserver/access.h"
#include "syncserver/attachment_names.h"
#include "syncserver/grid_store.h"

namespace qiaomen {

/// Told of what happens to attachments: what metrics are made from.
struct AttachmentEvent {
    enum class Kind : std::uint8_t {
        chunk,     ///< came in
        complete,  ///< became whole
        refused,   ///< was not taken in
        sent,      ///< a piece went out
        damaged,   ///< was found damaged on the disk
        removed,   ///< was garbage, long enough
    };
    Kind kind = Kind::chunk;
    std::uint64_t bytes = 0;
};

/// A grid's attachments in numbers.
struct AttachmentCounts {
    std::size_t named = 0;    ///< that records name, thumbnails included
    std::size_t missing = 0;  ///< of these, not held
    std::size_t held = 0;
    std::size_t garbage = 0;  ///< held, and named by no record any more
    std::uint64_t bytes = 0;  ///< held, and on their way
};

/// The attachments of all grids at the centre, one folder of encrypted files per grid.
///
/// - Only what a record of the grid names is taken in, with the size that the record says: records go first, photos after them.
///   So nobody can use the centre as a store for anything else, and nothing has to be guessed about what an upload is for.
/// - An attachment counts when all its chunks are there, they have the hash, and the content begins as its type says. Then it is
///   receipted; the receipt is signed after the file is on the disk.
/// - What no record names any more is kept for 30 days, for deletions that are taken back and phones that come late; then it goes.
/// - A file that turns out damaged counts as missing: every phone that has the attachment is asked to send it again.
///
/// Thread-safe: grids wait for themselves only.
class Attachments {
public:
    struct Options {
        std::filesystem::path folder;  ///< one folder per grid in it
        std::array<std::uint8_t, 32> key{};
        SecretKey signingKey{};
        ClockSource clock;
        Collections collections;
        std::function<void(const AttachmentEvent&)> observer = {};
        std::uint64_t maxBytesPerGrid = 0;  ///< 0: limits::kMaxAttachmentBytesPerGrid
        /// Several servers on one database use the folder at once.
        AttachmentFiles::Use use = AttachmentFiles::Use::alone;
    };

    Attachments(GridStore& grids, Options options);
    ~Attachments();

    /// What the centre has of these, and what it misses. Errors: refused (not this device's grid), invalid (too many at once),
    /// missing, broken.
    Result<AttachmentStates> states(const Grant& grant, const GridId& grid, const std::vector<Hash256>& hashes);
    /// Takes in a chunk; the state afterwards. Repeating one is harmless. Errors besides: missing (no record of the grid names
    /// it), invalid (offset, length, hash or type are wrong), full (the disk, or the grid's share of it).
    Result<AttachmentState> take(const Grant& grant, const GridId& grid, const Hash256& hash, std::uint64_t offset,
                                 const std::string& bytes);
    /// At most a chunk's length from `offset` on; empty at the end. Errors besides: missing (not named, or not here).
    Result<std::string> give(const Grant& grant, const GridId& grid, const Hash256& hash, std::uint64_t offset);

    Result<AttachmentCounts> counts(const GridId& grid);
    /// Reads every attachment of the grid; how many turned out damaged, and count as missing from now on.
    Result<std::size_t> check(const GridId& grid);
    /// Marks what has become garbage, removes what has been garbage for long enough, and forgets chunks of abandoned uploads. Done
    /// for each grid about once a day by itself.
    Outcome collect(const GridId& grid);

private:
    struct Grid;

    Result<std::shared_ptr<Grid>> use(const GridId& grid);
    template <class Work>
    auto with(const GridId& id, Work&& work) -> decltype(work(std::declval<Grid&>()));
    /// A device brings its own also to a grid that was taken from it.
    template <class Work>
    auto withGranted(const Grant& grant, const GridId& id, bool brings, Work&& work)
        -> decltype(work(std::declval<Grid&>()));
    Result<AttachmentState> stateOf(Grid& grid, const Hash256& hash);
    AttachmentReceipt receiptFor(const Grid& grid, const Hash256& hash, std::uint64_t size) const;
    Outcome finish(Grid& grid, const Hash256& hash, const AttachmentNames::Named& named);
    Outcome collect(Grid& grid);
    void tell(AttachmentEvent::Kind kind, std::uint64_t bytes = 0) const;

    GridStore& grids_;
    Options options_;
    std::mutex mutex_;
    std::map<GridId, std::shared_ptr<Grid>> open_;
};

}  // namespace qiaomen
