// SPDX-License-Identifier: Apache-2.0
#include "syncserver/guarded_server.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>

#include "syncserver/limits.h"
#include "syncserver/request_head.h"

namespace qiaomen {

namespace {

/// How long a thread stays with a connection that says nothing: a phone's next request mostly follows at once.
constexpr std::chrono::milliseconds kLinger{50};
constexpr int kBacklog = 512;
/// The question of somebody who waits for 500 grids.
constexpr std::size_t kMaxWaitBody = 32 * 1024;

struct FreeContext {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
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
    const auto until = Channel::Clock::now() + std::chrono::milliseconds(500);
    for (std::size_t drained = 0; drained < limits::kMaxHeadBytes * 64;) {
        const ssize_t got = channel.read(bytes, sizeof bytes, until);
        if (got <= 0) break;
        drained += static_cast<std::size_t>(got);
    }
}

}  // namespace

std::string printed(const HttpAnswer& answer) {
    return "HTTP/1.1 " + std::to_string(answer.status) + (answer.status == 200 ? " OK" : " Refused") +
           "\r\nContent-Type: " + answer.type + "\r\nContent-Length: " + std::to_string(answer.body.size()) +
           "\r\n\r\n" + answer.body;
}

struct GuardedServer::Tls {
    std::unique_ptr<SSL_CTX, FreeContext> context;
};

/// The library's threads. They end after everybody who waits was let go: nobody comes back to them then.
class GuardedServer::Workers : public httplib::ThreadPool {
public:
    explicit Workers(GuardedServer& server) : ThreadPool(limits::kThreads), server_(server) {}
    void shutdown() override {
        server_.room_->close();
        ThreadPool::shutdown();
    }

private:
    GuardedServer& server_;
};

GuardedServer::GuardedServer() {
    new_task_queue = [this] {
        workers_ = new Workers(*this);
        if (!room_) room_ = std::make_unique<WaitingRoom>(0);
        const auto resume = [this](Connection connection) {
            // The queue copies what it is given.
            auto shared = std::make_shared<Connection>(std::move(connection));
            workers_->enqueue([this, shared] { serve(std::move(*shared)); });
        };
        WaitingRoom::Answers answers;
        if (poll_) answers = {printed(poll_->answer({})), printed(poll_->answer(poll_->comeLater()))};
        room_->open(
            resume, [this](std::uint64_t number) { poll_->leave(number); }, std::move(answers));
        return workers_;
    };
}

GuardedServer::~GuardedServer() = default;

void GuardedServer::offer(std::string path, LongPoll& poll, std::size_t seats) {
    pollPath_ = std::move(path);
    poll_ = &poll;
    room_ = std::make_unique<WaitingRoom>(seats);
}

void GuardedServer::answer(std::uint64_t number, const HttpAnswer& answer) { room_->answer(number, printed(answer)); }

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
    auto connection = std::make_unique<GuardedStream>(socket);
    if (tls_ && !connection->channel().beginTls(tls_->context.get())) return false;
    serve(std::move(connection));
    return true;
}

void GuardedServer::serve(Connection connection) {
    while (connection && connection->requests() < limits::kKeepAliveRequests) {
        if (!connection->hasBuffered() && !connection->channel().hasInput(kLinger))
            return room_->idle(std::move(connection));
        HeadRefusal refusal;
        const auto head = connection->nextRequest(refusal);
        if (head == GuardedStream::Head::refused) answerRefusal(connection->channel(), refusal);
        if (head != GuardedStream::Head::ready) return;
        if (poll_ && connection->head().path == pollPath_ && connection->head().isPost) {
            connection = wait(std::move(connection));
            continue;
        }
        bool closed = false;
        const bool last = connection->requests() == limits::kKeepAliveRequests || svr_sock_ == INVALID_SOCKET;
        if (!process_request(*connection, last, closed, nullptr) || closed || last || !connection->isFinished()) return;
    }
}

GuardedServer::Connection GuardedServer::wait(Connection connection) {
    const auto say = [&](const HttpAnswer& answer) {
        const std::string bytes = printed(answer);
        const bool said = connection->write(bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
        return said ? std::move(connection) : Connection();
    };
    if (connection->head().bodyBytes > kMaxWaitBody) {
        answerRefusal(connection->channel(), {413, "the body is too large"});
        return {};
    }
    const auto body = connection->readBody();
    if (!body) return {};
    const auto admitted = poll_->admit(connection->head().token, connection->head().type, *body);
    if (const auto* refusal = std::get_if<HttpAnswer>(&admitted)) return say(*refusal);
    // Who has sent its next request already does not wait for the answer to this one.
    std::optional<std::uint64_t> number;
    if (!connection->hasBuffered()) number = room_->wait(connection, poll_->time());
    if (!number) return say(poll_->answer(poll_->comeLater()));
    if (!poll_->enter(*number, std::get<WaitRequest>(admitted)))
        room_->answer(*number, printed(poll_->answer({WaitReply::Kind::moved, {}})));
    // It may have left before it entered.
    if (!room_->holds(*number)) poll_->leave(*number);
    return {};
}

}  // namespace qiaomen
