// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "shared/client/attachment_sync.h"

namespace qiaomen {

/// How the attachments are doing, for the screen.
struct AttachmentsState {
    bool isMoving = false;        ///< a run is under way
    AttachmentProgress progress;  ///< of it
    AttachmentReport report;      ///< of the last run that came to its end
    std::optional<Error> error;   ///< why the last run did not
};

/// Runs AttachmentSync on a thread of its own, whenever somebody says that it is worth it: after each round of the records' sync
/// that went through, and when somebody asks for an original. It tries nothing by itself, because the records' loop knows first
/// whether there is a network.
///
/// The callback comes on the loop's thread. Stops and joins when it goes out of scope; a request that is under way is interrupted.
class AttachmentLoop {
public:
    using Callback = std::function<void(const AttachmentsState&)>;

    AttachmentLoop(AttachmentWay& way, std::vector<AttachmentStore*> stores, Callback callback);
    ~AttachmentLoop();

    void start();
    /// A run begins now, or once more after the one under way.
    void wake(Network network);
    /// Somebody wants this original, whatever the network costs.
    void ask(const Hash256& hash);
    /// Returns when the thread has ended.
    void stop();

private:
    void run();
    void tell();

    AttachmentSync sync_;
    Callback callback_;
    AttachmentsState state_;  ///< the loop's thread only

    std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<Network> woken_;
    Network network_ = Network::metered;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace qiaomen
