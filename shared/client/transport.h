// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "shared/core/wait.h"

namespace qiaomen {

class SnapshotPart;

/// The way to the centre: three questions and their answers as bytes of wire.h (before compression, which is the way's affair).
/// HttpTransport goes over a network; tests go straight to a hub, with losses as they please.
///
/// Errors: offline (no answer, or the answer of somebody who is not the centre, as a hotel's log-in page: try again later),
/// refused (the centre does not know this device), outdated, invalid. One thread at a time.
class Transport {
public:
    virtual ~Transport() = default;

    /// Sends an encoded SyncRequest, gives the encoded SyncReply.
    virtual Result<std::string> sync(std::string_view request) = 0;
    /// The grid's encoded Snapshot.
    virtual Result<std::string> snapshot(const GridId& grid) = 0;
    /// The same, going on with what has come of it before; what comes is put there as well. A way that knows no going on begins anew.
    virtual Result<std::string> continueSnapshot(const GridId& id, SnapshotPart& /*part*/) { return snapshot(id); }
    /// Comes back when one of the grids has gone on at the centre, after a while, or soon after endWait(). Errors: missing (the centre,
    /// or this way to it, knows no waiting), and as above.
    virtual Result<WaitReply> wait(const WaitRequest& /*request*/) {
        return Error{Fault::missing, "there is no waiting on this way"};
    }
    /// Hands in a carrier question (core/carrier.h), anybody's, and gives the carrier answer: neither can be read here. Errors: missing
    /// (this way carries no files), invalid and refused as the centre says it, and as above.
    virtual Result<std::string> carry(std::string_view /*question*/) {
        return Error{Fault::missing, "no files are carried on this way"};
    }
    /// Ends a wait() that is under way or is just about to begin. From any thread; does not wait for the network itself.
    virtual void endWait() {}
    /// True while somebody has switched the way off: whoever would try again by himself lets it be, until he is woken.
    [[nodiscard]] virtual bool isOff() const { return false; }
    /// True when the last sync() failed before anything could leave the device: a switch is off, nobody listens. Who does not know
    /// says false.
    [[nodiscard]] virtual bool leftNothing() const { return false; }
    /// Ends a call that is under way, from another thread: it fails with offline.
    virtual void interrupt() {}
};

}  // namespace qiaomen
