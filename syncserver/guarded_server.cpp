// SPDX-License-Identifier: Apache-2.0
#include "syncserver/guarded_server.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>

#include "syncserver/limits.h"
#include "syncserver/request_head.h"

namespace qiaomen {

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;

/// How often a silent connection looks whether the server is to stop.
constexpr Milliseconds kStopCheck{50};
constexpr int kBacklog = 512;

struct FreeContext {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
struct FreeSession {
    void operator()(SSL* session) const { SSL_free(session); }
};

/// One accepted socket, plain or inside TLS. Every wait has an end.
class Channel {
public:
    explicit Channel(int socket) : socket_(socket) {}
    ~Channel() {
        if (session_ && !broken_) SSL_shutdown(session_.get());
        ::shutdown(socket_, SHUT_RDWR);
        ::close(socket_);
    }
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;

    bool beginTls(SSL_CTX* context) {
        session_.reset(SSL_new(context));
        if (!session_ || SSL_set_fd(session_.get(), socket_) != 1) return false;
        patience(SO_RCVTIMEO, limits::kHeadTime);
        patience(SO_SNDTIMEO, limits::kHeadTime);
        broken_ = SSL_accept(session_.get()) != 1;
        return !broken_;
    }

    [[nodiscard]] bool hasInput(Milliseconds wait) const {
        if (session_ && SSL_pending(session_.get()) > 0) return true;
        pollfd request{socket_, POLLIN, 0};
        return ::poll(&request, 1, static_cast<int>(wait.count())) > 0;
    }

    /// 0 at the end of the stream, -1 when nothing came in time or the connection broke.
    ssize_t read(char* at, std::size_t size, Clock::time_point until) {
        const auto left = std::chrono::duration_cast<Milliseconds>(until - Clock::now());
        if (left <= Milliseconds::zero()) return -1;
        patience(SO_RCVTIMEO, std::min<Milliseconds>(left, limits::kSilence));
        if (!session_) return ::recv(socket_, at, size, 0);
        const int got = SSL_read(session_.get(), at, static_cast<int>(std::min<std::size_t>(size, 1 << 20)));
        if (got <= 0 && SSL_get_error(session_.get(), got) != SSL_ERROR_ZERO_RETURN) broken_ = true;
        return got;
    }

    ssize_t write(const char* at, std::size_t size) {
        patience(SO_SNDTIMEO, limits::kSilence);
        if (!session_) return ::send(socket_, at, size, MSG_NOSIGNAL);
        const int sent = SSL_write(session_.get(), at, static_cast<int>(std::min<std::size_t>(size, 1 << 20)));
        if (sent <= 0) broken_ = true;
        return sent;
    }

    [[nodiscard]] int socket() const { return socket_; }

private:
    void patience(int option, Milliseconds time) const {
        const auto us = std::max<std::int64_t>(std::chrono::duration_cast<std::chrono::microseconds>(time).count(),
                                               1000);
        const timeval value{us / 1'000'000, us % 1'000'000};
        ::setsockopt(socket_, SOL_SOCKET, option, &value, sizeof value);
    }

    int socket_;
    std::unique_ptr<SSL, FreeSession> session_;
    bool broken_ = false;
};

/// What the library reads from: one examined head, then the body it announced, then the end.
class GuardedStream : public httplib::Stream {
public:
    explicit GuardedStream(Channel& channel) : channel_(channel) {}

    enum class Head { ready, refused, gone };

    /// Waits for the head of the next request.
    Head nextRequest(HeadRefusal& refusal) {
        const auto until = Clock::now() + limits::kHeadTime;
        served_ = 0;
        while (true) {
            const std::size_t end = buffer_.find("\r\n\r\n");
            if (end != buffer_.npos && end + 4 <= limits::kMaxHeadBytes) return examine(end + 4, refusal);
            if (buffer_.size() > limits::kMaxHeadBytes) {
                refusal = {431, "the headers are too long"};
                return Head::refused;
            }
            char bytes[4096];
            const ssize_t got = channel_.read(bytes, sizeof bytes, until);
            if (got <= 0) return Head::gone;
            buffer_.append(bytes, static_cast<std::size_t>(got));
        }
    }

    /// Whether the library took the whole request; what is left would be read as the next one.
    [[nodiscard]] bool isFinished() const { return headLeft_ == 0 && bodyLeft_ == 0; }
    [[nodiscard]] bool hasBuffered() const { return !buffer_.empty(); }

    ssize_t read(char* at, std::size_t size) override {
        if (headLeft_ > 0) return serve(at, std::min(size, headLeft_), headLeft_);
        if (bodyLeft_ == 0) return 0;
        if (!buffer_.empty()) return serve(at, std::min({size, bodyLeft_, buffer_.size() - served_}), bodyLeft_);
        const ssize_t got = channel_.read(at, std::min(size, bodyLeft_), bodyUntil_);
        if (got > 0) bodyLeft_ -= static_cast<std::size_t>(got);
        return got;
    }
    ssize_t write(const char* at, std::size_t size) override { return channel_.write(at, size); }
    [[nodiscard]] bool is_readable() const override { return headLeft_ + bodyLeft_ > 0; }
    [[nodiscard]] bool is_writable() const override { return true; }
    [[nodiscard]] socket_t socket() const override { return channel_.socket(); }
    /// Addresses of workers are nobody's business here: nothing is decided by them, and nothing logged.
    void get_remote_ip_and_port(std::string& ip, int& port) const override { ip.clear(), port = 0; }
    void get_local_ip_and_port(std::string& ip, int& port) const override { ip.clear(), port = 0; }

private:
    Head examine(std::size_t size, HeadRefusal& refusal) {
        auto head = examineHead(std::string_view(buffer_).substr(0, size));
        if (auto* wrong = std::get_if<HeadRefusal>(&head)) {
            refusal = *wrong;
            return Head::refused;
        }
        headLeft_ = size;
        bodyLeft_ = std::get<RequestHead>(head).bodyBytes;
        bodyUntil_ = Clock::now() + limits::kBodyTime;
        return Head::ready;
    }

    /// The buffer is emptied in one step when its part is used up: the library reads heads byte by byte.
    ssize_t serve(char* at, std::size_t size, std::size_t& left) {
        std::copy_n(buffer_.data() + served_, size, at);
        served_ += size;
        left -= size;
        if (left == 0 || served_ == buffer_.size()) {
            buffer_.erase(0, served_);
            served_ = 0;
        }
        return static_cast<ssize_t>(size);
    }

    Channel& channel_;
    std::string buffer_;
    std::size_t served_ = 0;
    std::size_t headLeft_ = 0;
    std::size_t bodyLeft_ = 0;
    Clock::time_point bodyUntil_;
};

void answerRefusal(Channel& channel, const HeadRefusal& refusal) {
    const std::string body = nlohmann::json{{"fault", "invalid"}, {"message", refusal.reason}}.dump() + "\n";
    const std::string answer = "HTTP/1.1 " + std::to_string(refusal.status) + " Refused" +
                               "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
                               "\r\nConnection: close\r\n\r\n" + body;
    channel.write(answer.data(), answer.size());
    // What the sender still has in flight is read for a moment: closing on unread bytes would reset the answer away.
    ::shutdown(channel.socket(), SHUT_WR);
    char bytes[4096];
    const auto until = Clock::now() + Milliseconds(500);
    for (std::size_t drained = 0; drained < limits::kMaxHeadBytes * 64;) {
        const ssize_t got = channel.read(bytes, sizeof bytes, until);
        if (got <= 0) break;
        drained += static_cast<std::size_t>(got);
    }
}

}  // namespace

struct GuardedServer::Tls {
    std::unique_ptr<SSL_CTX, FreeContext> context;
};

GuardedServer::GuardedServer() = default;
GuardedServer::~GuardedServer() = default;

bool GuardedServer::useTls(const std::string& certFile, const std::string& keyFile, std::string& reason) {
    auto tls = std::make_unique<Tls>();
    tls->context.reset(SSL_CTX_new(TLS_server_method()));
    SSL_CTX* context = tls->context.get();
    const bool usable = context && SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1 &&
                        SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20") == 1 &&
                        SSL_CTX_use_certificate_chain_file(context, certFile.c_str()) == 1 &&
                        SSL_CTX_use_PrivateKey_file(context, keyFile.c_str(), SSL_FILETYPE_PEM) == 1 &&
                        SSL_CTX_check_private_key(context) == 1;
    if (!usable) {
        const char* why = ERR_reason_error_string(ERR_get_error());
        reason = "the certificate " + certFile + " and key " + keyFile +
                 " cannot be used: " + (why ? why : "no reason given");
        return false;
    }
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION);
    tls_ = std::move(tls);
    return true;
}

void GuardedServer::widenBacklog() { ::listen(svr_sock_, kBacklog); }

bool GuardedServer::process_and_close_socket(socket_t socket) {
    Channel channel(socket);
    if (tls_ && !channel.beginTls(tls_->context.get())) return false;
    GuardedStream stream(channel);
    const auto isStopping = [&] { return svr_sock_ == INVALID_SOCKET; };
    for (std::size_t left = limits::kKeepAliveRequests; left > 0; --left) {
        const auto until = Clock::now() + limits::kKeepAliveTime;
        while (!stream.hasBuffered() && !channel.hasInput(kStopCheck)) {
            if (isStopping() || Clock::now() >= until) return true;
        }
        HeadRefusal refusal;
        const auto head = stream.nextRequest(refusal);
        if (head == GuardedStream::Head::refused) answerRefusal(channel, refusal);
        if (head != GuardedStream::Head::ready) return false;
        bool closed = false;
        const bool last = left == 1 || isStopping();
        if (!process_request(stream, last, closed, nullptr) || closed || last || !stream.isFinished()) return true;
    }
    return true;
}

}  // namespace qiaomen
