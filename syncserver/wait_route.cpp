// SPDX-License-Identifier: Apache-2.0
#include "syncserver/wait_route.h"

#include "syncserver/http_words.h"
#include "syncserver/limits.h"

namespace qiaomen {

LongPoll::Answer WaitRoute::admit(const std::string& token, const std::string& type, const std::string& body) {
    const auto grant = access_.recognise(token);
    if (!grant) return answerTo(grant.error(), kUnauthorised);
    if (!isSyncType(type)) return answerTo({Fault::invalid, "the Content-Type is not one of ours"}, 415);
    auto asked = decodeWaitRequest(body);
    if (!asked) return answerTo(asked.error());
    if (asked->grids.size() > limits::kMaxGridsPerRequest)
        return answerTo({Fault::invalid, "too many grids in one request"});
    for (const KnownGrid& known : asked->grids) {
        if (!grant->opens(known.grid))
            return answerTo({Fault::refused, "this device may not open grid " + known.grid.text()});
    }
    return *std::move(asked);
}

bool WaitRoute::enter(std::uint64_t number, const WaitRequest& request) {
    const auto tell = [this](std::uint64_t waiter) { server_.answer(waiter, answer({WaitReply::Kind::moved, {}})); };
    // What is wrong with a grid is told by the sync.
    const auto entered = moves_.enter(number, request.grids, tell);
    return entered && *entered;
}

HttpAnswer WaitRoute::answer(const WaitReply& reply) const { return {200, std::string(kShortSyncType), encode(reply)}; }

WaitReply WaitRoute::comeLater() const { return {WaitReply::Kind::later, options_.pause}; }

}  // namespace qiaomen
