// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httplib.h>
#include <openssl/ssl.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "syncserver/limits.h"
#include "syncserver/request_head.h"

namespace qiaomen {

/// One accepted socket, plain or inside TLS. Every wait has an end. One thread at a time; it may be handed from one to another.
class Channel {
public:
    using Clock = std::chrono::steady_clock;
    using Milliseconds = std::chrono::milliseconds;

    explicit Channel(int socket) : socket_(socket) {}
    ~Channel();
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;

    bool beginTls(SSL_CTX* context);
    [[nodiscard]] bool hasInput(Milliseconds wait) const;
    /// 0 at the end of the stream, -1 when nothing came in time or the connection broke.
    ssize_t read(char* at, std::size_t size, Clock::time_point until);
    ssize_t write(const char* at, std::size_t size);
    /// Without waiting for anybody: false when not all of it went out, and then the connection is good for nothing.
    bool writeAtOnce(std::string_view bytes);
    [[nodiscard]] int socket() const { return socket_; }

private:
    struct FreeSession {
        void operator()(SSL* session) const { SSL_free(session); }
    };

    void patience(int option, Milliseconds time) const;

    int socket_;
    std::unique_ptr<SSL, FreeSession> session_;
    bool broken_ = false;
};

/// A connection's requests one by one, each examined before anybody else sees a byte of it: what the HTTP library reads from is one
/// head, then the body it announced, then the end.
class GuardedStream : public httplib::Stream {
public:
    explicit GuardedStream(int socket) : channel_(socket) {}

    enum class Head { ready, refused, gone };

    /// Waits for the head of the next request.
    Head nextRequest(HeadRefusal& refusal);
    [[nodiscard]] const RequestHead& head() const { return head_; }
    /// The request's body, for whoever does not want the library. Nothing when it does not come. Once, after nextRequest().
    std::optional<std::string> readBody();

    /// Whether the whole request was taken; what is left would be read as the next one.
    [[nodiscard]] bool isFinished() const { return headLeft_ == 0 && bodyLeft_ == 0; }
    [[nodiscard]] bool hasBuffered() const { return !buffer_.empty(); }
    /// How many requests this connection has begun.
    [[nodiscard]] std::size_t requests() const { return requests_; }
    [[nodiscard]] Channel& channel() { return channel_; }

    ssize_t read(char* at, std::size_t size) override;
    ssize_t write(const char* at, std::size_t size) override { return channel_.write(at, size); }
    [[nodiscard]] bool is_readable() const override { return headLeft_ + bodyLeft_ > 0; }
    [[nodiscard]] bool is_writable() const override { return true; }
    [[nodiscard]] socket_t socket() const override { return channel_.socket(); }
    /// Addresses of workers are nobody's business here: nothing is decided by them, and nothing logged.
    void get_remote_ip_and_port(std::string& ip, int& port) const override { ip.clear(), port = 0; }
    void get_local_ip_and_port(std::string& ip, int& port) const override { ip.clear(), port = 0; }

private:
    Head examine(std::size_t size, HeadRefusal& refusal);
    ssize_t serve(char* at, std::size_t size, std::size_t& left);

    Channel channel_;
    RequestHead head_;
    std::string buffer_;
    std::size_t served_ = 0;
    std::size_t headLeft_ = 0;
    std::size_t bodyLeft_ = 0;
    std::size_t requests_ = 0;
    Channel::Clock::time_point bodyUntil_;
};

}  // namespace qiaomen
