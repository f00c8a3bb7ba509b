// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace qiaomen::tests {

/// One thing that a program had the disk do. Between a sync and the next, a disk may do such things in any order, in part, or not at
/// all, if the power goes.
struct DiskAct {
    enum class Kind { write, truncate, sync, remove };

    Kind kind{};
    std::string file;         ///< its path in the folder
    std::int64_t offset = 0;  ///< of a write
    std::string bytes;        ///< of a write
    std::int64_t size = 0;    ///< what a truncate leaves
};

/// The disk under one folder, as SQLite sees it (a VFS over the machine's own, the default one while this lives): notes down every
/// write, truncation, sync and removal, and fails when told to. The shared-memory index of a write-ahead log is not on the disk, and
/// is not noted.
///
/// One at a time in a process; made before a database under the folder is opened, and gone after the last was closed. Thread-safe.
class RecordingDisk {
public:
    /// What goes wrong, and when: counted in writes (full), syncs (ioError) or both (powerCut) from the moment of the order.
    struct Failure {
        enum class Kind {
            full,
            ioError,
            powerCut,  ///< from then on nothing arrives any more; what had arrived is for PowerCuts to say
        };
        Kind kind{};
        std::uint64_t after = 0;  ///< so many go well before
    };

    explicit RecordingDisk(std::filesystem::path folder);
    ~RecordingDisk();
    RecordingDisk(const RecordingDisk&) = delete;
    RecordingDisk& operator=(const RecordingDisk&) = delete;

    /// How many acts there were: "at this moment".
    [[nodiscard]] std::size_t moment() const;
    /// Everything since this was made. Only while nobody writes.
    [[nodiscard]] const std::vector<DiskAct>& acts() const { return acts_; }

    /// A full disk refuses every write until heal() (some file systems need space to overwrite, too); a failed sync fails once.
    /// `under` names a folder in this one: each can fail on its own; "" is all files that are not in one that does.
    void fail(Failure failure, const std::string& under = {});
    void heal(const std::string& under = {});
    /// Whether the failure that was ordered has happened.
    [[nodiscard]] bool hasFailed(const std::string& under = {}) const;

    // For the VFS's functions only.
    [[nodiscard]] std::optional<std::string> nameOf(const char* path) const;
    void note(DiskAct act);
    [[nodiscard]] bool refuses(Failure::Kind kind, const std::string& file);

private:
    struct Vfs;
    struct Order {
        std::optional<Failure> failure;
        bool happened = false;
    };
    [[nodiscard]] Order& orderFor(const std::string& file);

    std::filesystem::path folder_;
    std::unique_ptr<Vfs> vfs_;
    mutable std::mutex mutex_;
    std::vector<DiskAct> acts_;
    std::map<std::string, Order> orders_;
};

}  // namespace qiaomen::tests
