// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <vector>

#include "shared/client/attachment_store.h"
#include "shared/client/attachment_way.h"

namespace qiaomen {

/// What the caller knows of the network: this layer asks no operating system.
enum class Network : std::uint8_t {
    metered,    ///< mobile data: thumbnails only, and what somebody asked for
    unmetered,  ///< Wi-Fi, cable
};

/// How far a run is, for the screen. Counts what this run will do on this network.
struct AttachmentProgress {
    std::size_t thumbnailsLeft = 0;
    std::size_t originalsLeft = 0;
    std::uint64_t bytesDone = 0;
    std::uint64_t bytesTotal = 0;
    Hash256 current{};  ///< the one under way
};

/// What a run did.
struct AttachmentReport {
    std::size_t sent = 0;      ///< became whole at the centre
    std::size_t fetched = 0;   ///< became whole here
    std::size_t receipts = 0;  ///< new here
    std::size_t removed = 0;   ///< garbage that went
    std::size_t waiting = 0;   ///< originals that wait for an unmetered network, or for somebody to ask
    /// Named by records, and neither here nor at the centre: whoever has them will send them.
    std::set<Hash256> absent;
    std::vector<Error> problems;  ///< of single attachments; the others were done
};

/// Brings attachments to the centre and back, after the records: thumbnails of all grids before any original, resumed at the chunk
/// after a cut, a kill or a full disk.
///
///     states()  →  receipts are kept; what is wanted is sent, what is named and not here is fetched  →  collect()
///
/// What is not worth a question is not asked: a grid without photos asks nothing, and without anything to do the centre is asked
/// once an hour what it misses.
/// run() is for one thread; ask() and stop() may come from any other.
class AttachmentSync {
public:
    using Tell = std::function<void(const AttachmentProgress&)>;

    /// The stores are one device's, and outlive this. `tell` is called on run()'s thread, at each chunk.
    AttachmentSync(AttachmentWay& way, std::vector<AttachmentStore*> stores, Tell tell = {});

    /// Errors: those of the way (offline, refused), storage that is full or broken. What was done before stays done.
    Result<AttachmentReport> run(Network network);
    /// Somebody wants this original, whatever the network costs: it comes (or goes) with the next run.
    void ask(const Hash256& hash);
    /// Ends a run that is under way, and every later one: it fails with offline.
    void stop();

private:
    /// One attachment on its way in one direction.
    struct Move {
        AttachmentStore* store = nullptr;
        Hash256 hash{};
        std::uint64_t size = 0;
        bool isThumbnail = false;
        bool isUp = false;
        std::uint64_t offset = 0;  ///< where the centre has its first gap
    };
    struct Plan;
    /// What the centre wants of this phone, and from where on.
    using Wanted = std::map<Hash256, std::uint64_t>;

    Outcome look(AttachmentStore& store, Network network, Plan& plan);
    Outcome question(AttachmentStore& store, Plan& plan, Wanted& wanted, std::set<Hash256>& absent);
    void add(Plan& plan, AttachmentStore& store, const AttachmentRef& attachment, Network network, const Wanted& wanted,
             const std::set<Hash256>& absent);
    Outcome carry(Plan& plan);
    Outcome sendUp(const Move& move, Plan& plan);
    Outcome bringDown(const Move& move, Plan& plan);
    Outcome keepState(AttachmentStore& store, const AttachmentState& state, AttachmentReport& report);
    [[nodiscard]] bool isAsked(const Hash256& hash) const;
    void tell(Plan& plan, std::uint64_t bytes);

    AttachmentWay& way_;
    std::vector<AttachmentStore*> stores_;
    Tell tell_;
    std::map<const AttachmentStore*, std::int64_t> lookedAtMs_;
    mutable std::mutex mutex_;
    std::set<Hash256> asked_;
    std::atomic<bool> stopping_ = false;
};

}  // namespace qiaomen
