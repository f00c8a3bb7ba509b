// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <variant>

#include "shared/core/wait.h"

namespace qiaomen {

/// A whole answer, for requests that the HTTP library never sees.
struct HttpAnswer {
    int status = 200;
    std::string type;
    std::string body;
};

/// As it goes over the wire.
std::string printed(const HttpAnswer& answer);

/// What a request that waits is about: who may ask, and when it is answered. Who keeps its connection meanwhile is the server's
/// affair (guarded_server.h).
class LongPoll {
public:
    using Answer = std::variant<WaitRequest, HttpAnswer>;

    virtual ~LongPoll() = default;

    /// What is asked, or the answer to a question that does not wait: who asks may not, or it is none.
    virtual Answer admit(const std::string& token, const std::string& type, const std::string& body) = 0;
    /// The request waits under this number until GuardedServer::answer() or leave(). True; or false when it is to be answered at once,
    /// and does not wait.
    virtual bool enter(std::uint64_t number, const WaitRequest& request) = 0;
    /// It does not wait any more.
    virtual void leave(std::uint64_t number) = 0;
    [[nodiscard]] virtual HttpAnswer answer(const WaitReply& reply) const = 0;
    /// How long a request waits at most.
    [[nodiscard]] virtual std::chrono::milliseconds time() const = 0;
    /// For whom there is no seat.
    [[nodiscard]] virtual WaitReply comeLater() const = 0;
};

}  // namespace qiaomen
