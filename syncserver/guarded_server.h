// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httplib.h>

#include <memory>
#include <string>
#include <variant>

#include "syncserver/long_poll.h"
#include "syncserver/waiting_room.h"

namespace qiaomen {

/// The HTTP library's server behind a guard: every connection is read by our own code first, which bounds heads, bodies and
/// time, and hands over only requests that examineHead() lets through. The library sees a request when its head is whole, and
/// never a byte more than the body that the head announced.
///
/// A thread serves requests, and nothing else: a connection that says nothing for a moment goes into a WaitingRoom, and so does
/// one whose request waits for news (offer()). Both come back to a thread with their next request.
///
/// With a certificate the same happens inside TLS (1.2 and 1.3).
class GuardedServer : public httplib::Server {
public:
    GuardedServer();
    ~GuardedServer() override;

    /// PEM files. False when they cannot be used; `reason` says why.
    bool useTls(const std::string& certFile, const std::string& keyFile, std::string& reason);
    /// After binding: lets as many connections wait as a morning's phones need. The library's own number is 5.
    void widenBacklog();

    /// Requests to POST `path` wait, up to `seats` of them at once. Before listening; must outlive it.
    void offer(std::string path, LongPoll& poll, std::size_t seats);
    /// Answers a request that waits.
    void answer(std::uint64_t number, const HttpAnswer& answer);
    /// How many wait.
    [[nodiscard]] std::size_t waiting() const { return room_ ? room_->waiting() : 0; }

private:
    struct Tls;
    class Workers;
    using Connection = WaitingRoom::Guest;

    bool process_and_close_socket(socket_t socket) override;
    void serve(Connection connection);
    /// Nothing when the connection is taken care of.
    Connection wait(Connection connection);

    std::unique_ptr<Tls> tls_;
    Workers* workers_ = nullptr;  ///< the library's own; there while it listens
    std::string pollPath_;
    LongPoll* poll_ = nullptr;
    std::unique_ptr<WaitingRoom> room_;
};

}  // namespace qiaomen
