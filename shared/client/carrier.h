// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/client/device_folder.h"
#include "shared/client/sync_client.h"
#include "shared/core/carrier.h"

namespace qiaomen {

/// What an answer that came by hand did.
struct CarrierReport {
    std::map<GridId, GridSyncReport> grids;
    std::vector<GivenGrid> given;   ///< grids that this device may open and holds no replica of
    std::set<GridId> overtaken;     ///< this device has heard later things of these: nothing of the answer was needed
    std::int64_t askedAtMs = 0;     ///< this device's clock when the question was written
    std::int64_t answeredAtMs = 0;  ///< the centre's clock
    bool repeated = false;          ///< this answer was taken in before; nothing was done
    bool more = false;              ///< another trip brings more, also when nothing is saved until then
};

/// A question that is on its way, as far as this device knows.
struct CarrierTrip {
    Hash256 question{};
    std::int64_t askedAtMs = 0;  ///< this device's clock
    std::size_t changes = 0;     ///< how many of this device's changes it brings
    bool operator==(const CarrierTrip&) const = default;
};

/// Sync for a village without a network: the same questions and answers as SyncClient's, as files that anybody carries to the centre
/// and back. Days may pass in between, several questions may be on their way at once, each of them may be handed in twice, and the
/// answers may come in any order, or never.
///
///     ask()  →  a file for the centre  →  `qiaomen-server carry`, or anybody's POST /v1/carry  →  a file for this device  →  take()
///
/// What is asked with a file is kept, sealed, in the device's folder until its answer was taken in: the answer is taken as the answer to
/// just that, after a restart too. What is saved meanwhile waits for the next question. A question that gets lost costs nothing: the
/// next one says all of it again.
///
/// An answer that others have overtaken (a later answer, or a sync over a network) is let be, grid by grid: nothing that is known here
/// goes back. An answer that would have the device go on as another, or stamp its changes anew, counts only while these changes are
/// still what is unsent.
///
/// Attachments do not travel so. One thread at a time, and not while a round of a SyncClient is under way.
class CarrierClient {
public:
    /// The folder outlives this. `app` as in SyncClient.
    CarrierClient(DeviceFolder& folder, std::string app) : folder_(folder), app_(std::move(app)) {}

    /// The bytes of a question about all grids, once it is kept here. Errors: refused (the device is not enrolled), full, broken.
    Result<std::string> ask();
    /// The same into a file. Errors: those of ask(), and full, missing or broken as the file's place is; then nothing is on its way.
    Outcome askInto(const std::filesystem::path& file);
    /// A question is not on its way: it could not be written, or got lost. An answer that comes all the same is refused; the next question
    /// says everything again.
    Outcome forget(const Hash256& question);

    /// Takes an answer in. Where the storage fails half-way, the same file may be taken again. Errors: invalid (not an answer, for another
    /// device, cut, altered, or not the centre's), refused (the answer to a question that this device does not know, or no more),
    /// outdated, full, broken.
    Result<CarrierReport> take(std::string_view file);
    Result<CarrierReport> takeFrom(const std::filesystem::path& file);
    /// The bytes of a file that may be an answer. Errors: invalid (larger than any answer); missing or broken as the file's place is.
    static Result<std::string> read(const std::filesystem::path& file);

    /// Questions that no answer has come to, as long as they are kept.
    [[nodiscard]] std::size_t waiting() const;
    /// The same with what they bring, oldest first. One that is damaged here is left out.
    [[nodiscard]] std::vector<CarrierTrip> trips() const;
    /// Whether a file is a question of this device that is on its way, or has had its answer.
    [[nodiscard]] bool isOwn(const Hash256& question) const;
    /// Whether an answer to it was taken in.
    [[nodiscard]] bool isAnswered(const Hash256& question) const;

private:
    /// What a question asked, and when.
    struct Kept {
        std::int64_t atMs = 0;
        SyncRequest request;
    };

    Outcome keep(const Hash256& name, std::string_view message);
    [[nodiscard]] Result<Kept> kept(const Hash256& name) const;
    Outcome takeGrids(const SyncRequest& asked, const CarrierAnswer& answer, CarrierReport& report);
    Outcome takeGrid(const GridRequest& asked, const GridReply& reply, const CarrierAnswer& answer,
                     CarrierReport& report);
    [[nodiscard]] std::filesystem::path place(const Hash256& name, std::string_view kind) const;

    DeviceFolder& folder_;
    std::string app_;
};

}  // namespace qiaomen
