// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "shared/core/sync.h"

namespace qiaomen {

/// The way to the centre: two questions and their answers as bytes of wire.h (before compression, which is the way's affair).
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
    /// True when the last sync() failed before anything could leave the device: a switch is off, nobody listens. Who does not know
    /// says false.
    [[nodiscard]] virtual bool leftNothing() const { return false; }
    /// Ends a call that is under way, from another thread: it fails with offline.
    virtual void interrupt() {}
};

}  // namespace qiaomen
