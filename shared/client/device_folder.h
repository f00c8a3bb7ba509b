// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/client/local_store.h"
#include "shared/sqlite/file_lock.h"

namespace qiaomen {

/// A grid that this device holds, and the name people call it by.
struct HeldGrid {
    GridId id;
    std::string name;
    bool operator==(const HeldGrid&) const = default;
};

/// What the administrator's enrolment gave this device: where the centre is, what opens it, and whose signature to believe.
struct Enrolment {
    std::string server;  ///< "https://host:port" or, on a hall's own network, "http://host:port"
    std::string token;
    PublicKey centreKey{};
    std::string worker;  ///< the name of the person using the device, as visits show it
    std::vector<HeldGrid> grids;
    bool operator==(const Enrolment&) const = default;
};

/// A grid that this device left: everything of it is with the centre, and nothing of it here.
struct LeftGrid {
    HeldGrid grid;
    std::int64_t atMs = 0;
    std::uint64_t handedOver = 0;  ///< records that those who hold it now decide about
    bool told = false;             ///< the worker knows
    SpentNumbers spent;            ///< for a new replica, if the grid comes back
    bool operator==(const LeftGrid&) const = default;
};

/// Reads an enrolment file as `qiaomen-server add-device` writes it:
///
///     {"server": "http://…", "token": "…", "centre_key": 64 hex digits, "worker": "…", "grids": [{"id", "name"}]}
///
/// Other keys are passed over. Errors: broken (cannot be read), invalid (says what is wrong in it).
Result<Enrolment> readEnrolment(const std::filesystem::path& file);

/// A device's folder: everything the app keeps, and the one place that knows where it is.
///
///     lock             held while the app runs: one process at a time
///     device.json      the device's id; and the enrolment once there is one; which grids are being erased, and which it left
///     key              32 random bytes, readable by the owner only: opens the databases
///     signing-key      what the device signs its changes with (seed of an Ed25519 key), sealed with the key
///     grids/ID.db      one encrypted database per grid
///     carrier/         questions that are on their way by hand (carrier.h)
///
/// A grid is erased in this order: device.json says that it is left and its files are to go; the files go; device.json says no more
/// of them. Opening the folder finishes what was begun, so that a kill at any moment leaves the grid whole, or gone.
///
/// Files are replaced whole (written beside, synced, renamed), so that a crash leaves the old or the new one.
/// One thread at a time; the stores it opens are thread-safe.
class DeviceFolder {
public:
    /// Opens the folder, or makes it with a new identity and keys. Errors: refused (another process uses it: says which),
    /// broken (a file cannot be read; the key file is damaged or missing while there are databases), full. `batches` is every
    /// replica's.
    static Result<DeviceFolder> open(const std::filesystem::path& folder, Collections collections, ClockSource clock,
                                     const RandomSource& random, BatchLimits batches = {});

    [[nodiscard]] const DeviceId& device() const { return device_; }
    /// By which the centre knows what this device signed.
    [[nodiscard]] const PublicKey& publicKey() const { return signing_.publicKey; }
    /// What it signs with, for messages that are not made by a store.
    [[nodiscard]] const KeyPair& signingKeys() const { return signing_; }
    [[nodiscard]] const std::filesystem::path& path() const { return folder_; }
    [[nodiscard]] const std::optional<Enrolment>& enrolment() const { return enrolment_; }
    /// The folder's wall clock: ms since 1970.
    [[nodiscard]] std::int64_t nowMs() const { return clock_(); }
    /// Keeps the enrolment, durably. The device's id is given by whoever enrols it, or stays as it is.
    Outcome enrol(Enrolment enrolment, std::optional<DeviceId> device = std::nullopt);

    /// Holds another grid from now on, durably. Nothing happens when it does already.
    Outcome hold(const GivenGrid& given);
    /// Leaves a grid that was taken from this device: closes its store, whose users must be gone, and erases database, attachments
    /// and whatever else is kept of it. `progress` is called after each step that is on the disk. Errors: refused (something is not
    /// receipted yet: nothing is touched), missing (not held), broken, full.
    Outcome erase(
        const GridId& grid, const std::function<void()>& progress = [] {});
    /// Grids that this device left, the latest last.
    [[nodiscard]] const std::vector<LeftGrid>& left() const { return left_; }
    /// The worker was told of all of them.
    Outcome rememberTold();

    /// The replica of a grid, opened at the first call and kept until the folder is closed. Errors: missing (not enrolled for
    /// it), and those of LocalStore::open.
    Result<LocalStore*> store(const GridId& grid);
    /// Every grid of the enrolment.
    Result<std::vector<LocalStore*>> stores();

private:
    DeviceFolder(std::filesystem::path folder, FileLock lock) : folder_(std::move(folder)), lock_(std::move(lock)) {}
    Outcome loadKey();
    Outcome loadSigningKey();
    Outcome loadIdentity();
    Outcome saveIdentity();
    [[nodiscard]] Outcome isReceipted(LocalStore& store) const;
    Outcome removeErased();

    std::filesystem::path folder_;
    FileLock lock_;
    Collections collections_;
    ClockSource clock_;
    RandomSource random_;
    BatchLimits batches_;
    DeviceId device_;
    DatabaseKey key_{};
    KeyPair signing_;
    std::optional<Enrolment> enrolment_;
    std::vector<LeftGrid> left_;
    std::vector<GridId> erasing_;  ///< left, and their files may still be here
    std::map<GridId, std::unique_ptr<LocalStore>> stores_;
};

/// The operating system's clock and randomness, for whoever builds a real app.
ClockSource systemClock();
RandomSource systemRandom();

}  // namespace qiaomen
