// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <random>

#include "syncserver/access.h"
#include "syncserver/grid_moves.h"
#include "syncserver/guarded_server.h"

namespace qiaomen {

/// `POST /v1/wait`: a device that is enrolled waits for grids that it may open. It hears that one of them went on, and nothing of
/// what is new: that comes by the sync, which asks anew whether the device may have it. A device that is revoked while it waits
/// hears at most that, and nothing after the time that one answer takes.
class WaitRoute : public LongPoll {
public:
    struct Options {
        std::chrono::milliseconds time;
        std::chrono::seconds
            pause;  ///< told to those who are to come later: once to twice as long, so that they do not come as one
    };

    WaitRoute(GridMoves& moves, Access& access, GuardedServer& server, Options options)
        : moves_(moves), access_(access), server_(server), options_(options) {}

    Answer admit(const std::string& token, const std::string& type, const std::string& body) override;
    bool enter(std::uint64_t number, const WaitRequest& request) override;
    void leave(std::uint64_t number) override { moves_.leave(number); }
    [[nodiscard]] HttpAnswer answer(const WaitReply& reply) const override;
    [[nodiscard]] std::chrono::milliseconds time() const override { return options_.time; }
    [[nodiscard]] WaitReply comeLater() const override;

private:
    GridMoves& moves_;
    Access& access_;
    GuardedServer& server_;
    Options options_;
};

}  // namespace qiaomen
