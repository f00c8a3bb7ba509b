// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "shared/core/attachment.h"
#include "shared/core/tuning.h"

namespace qiaomen {

/// What has come of a grid's snapshot so far, so that a connection that breaks, or a phone that is switched off, costs only what was
/// on its way. The centre names a snapshot by the BLAKE2b-256 of its bytes (its tag): one that was begun goes on only as itself, and
/// is whole only when its hash is right.
///
/// The bytes are in memory; on the disk they are, in encrypted pieces of 256 KiB, once the transfer was interrupted or has taken
/// longer than a moment. What the disk does not take (it is full) only has to come again.
///
///     FOLDER/TAG-SIZE-INDEX     seal() of a piece
///
/// One thread at a time.
class SnapshotPart {
public:
    /// Of which snapshot there is how much.
    struct Place {
        Hash256 tag{};
        std::uint64_t size = 0;
        std::uint64_t have = 0;
        bool operator==(const Place&) const = default;
    };

    /// The folder is made when there is something to put into it, and gone when there is not.
    SnapshotPart(std::filesystem::path folder, const AttachmentKey& key,
                 std::chrono::milliseconds moment = tuning::kShortTransfer);

    /// Nothing when nothing is here.
    [[nodiscard]] std::optional<Place> place() const;
    /// The bytes that follow are those of this snapshot from place.have on; what is here of another is forgotten. False when they do
    /// not fit to what is here, or it is larger than any grid's.
    bool begin(const Place& place);
    /// False when there are more than there should be.
    bool add(std::string_view bytes);
    /// The transfer was interrupted.
    void keep();
    /// All of it, checked. Errors: offline (not all is here; or its hash is wrong: then it is forgotten).
    Result<std::string> whole();
    /// Nothing is here any more.
    void forget();

private:
    void load();
    void write(std::uint64_t from, std::uint64_t to);
    [[nodiscard]] std::filesystem::path pieceFile(std::uint64_t index) const;

    std::filesystem::path folder_;
    AttachmentKey key_;
    std::chrono::milliseconds moment_;
    Place place_;
    std::string bytes_;
    std::uint64_t written_ = 0;  ///< bytes that are in whole pieces on the disk
    std::chrono::steady_clock::time_point begunAt_;
};

}  // namespace qiaomen
